"""What is done to one object, by the verbs that the sources choose: lift, ease and partially lift sanctions."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING, Any

from workbench.compare import words as lexical
from workbench.compare.counted_as import heads
from workbench.compare.phrases import NOUNS, Words, near, noun, singular, verb
from workbench.compare.same_acts import SameActs
from workbench.language import Parsed, Part
from workbench.lexicons import lexicon
from workbench.model import Act, Passage

if TYPE_CHECKING:
    from workbench.language import Token

#: Nouns that stand for anything: what is done to them says nothing of one object.
_ANYTHING = frozenset(["thing", "time", "way", "year", "day", "week", "month", "lot", "part", "number", "side", "fact"])
_HOLDING = frozenset(["include", "contain", "comprise", "feature", "want", "need", "like", "remain", "let", "become"])
_SHARED = 3  # of them that two sentences must share
_VERBS = 60  # verbs of one object that are compared
_MET = 8  # places of each that are compared


@dataclass(frozen=True, slots=True)
class _Deed:
    """One place at which something is done to an object: the words, the verb, who does it, and what stands beside.

    `act` is the verb with its particle: phase out.
    """

    words: Words
    lemma: str
    doer: str | None
    beside: frozenset[str]
    act: str


def find(
    parsed: Sequence[Parsed],
    acts_of: Mapping[str, Sequence[Act]],
    counted: Sequence[tuple[str, list[Words]]],
    same_acts: SameActs = SameActs(),  # noqa: B008 - frozen
) -> Iterator[tuple[str, list[Words]]]:
    """By object and act: how it is called, and the words of one act that two or more articles choose for it.

    Two verbs name one act where a lexicon has them in one act, or as words for one another, and none has them as
    opposites; or where two articles have the same one doing them to the object in sentences of like content. The nouns
    of such acts count as well: the easing of sanctions. Verbs that the analyst counts as one act (`same_acts`) are one.
    """
    same = {head: label for label, members in reversed(counted) for head in heads(members)}
    deeds: dict[str, list[_Deed]] = defaultdict(list)
    names: dict[str, str] = {}
    for one in parsed:
        for part, token, act, thing in done(one, acts_of.get(one.article.article_id, ())):
            head = singular(thing)
            if act.object_id is None and thing.pos_ == "PROPN" and head not in same:
                continue
            key = act.object_id or same.get(head, head)
            names.setdefault(key, called(act.object_id) if act.object_id else same.get(head, thing.lower_))
            is_verb = token.pos_ == "VERB"
            words = verb(one, part, token) if is_verb else noun(one, part, token, ("amod",))
            lemma = str(lexical.lemma(token)) if is_verb else act.lemma
            doer = act.actor_id or (act.actor.surface.lower() if act.actor else None)
            deeds[key].append(_Deed(words, lemma, doer, beside(token, thing), act.lemma))
    for key, members in deeds.items():
        if len({deed.words.article_id for deed in members}) > 1:
            for act_of in _acts(members, same_acts):
                yield f"{_commonest(act_of)} + {names[key]}", [deed.words for deed in act_of]


def done(one: Parsed, acts: Iterable[Act]) -> Iterator[tuple[Part, "Token", Act, "Token"]]:
    """The acts of an article that are done to something: the word of the act, and the noun that it is done to."""
    told = [act for act in acts if act.object is not None and act.lemma not in _light()]
    starts = {act.passage.start for act in told}
    at = {
        place: (part, token)
        for part in one.parts
        for token in (part.doc if starts else ())
        if (place := part.start + token.idx) in starts
    }
    for act in told:
        if act.object is None or act.passage.start not in at:
            continue
        part, token = at[act.passage.start]
        thing = head_of(part, act.object)
        if part.block.repeat_of is None and thing is not None and singular(thing) not in _ANYTHING and thing != token:
            yield part, token, act, thing


def called(entity_id: str) -> str:
    """An entity as a concept names it.

    >>> called("place:united-states")
    'United States'
    """
    return entity_id.rpartition(":")[2].replace("-", " ").title()


def head_of(part: Part, passage: Passage) -> Any:
    """The noun that heads a phrase, through nouns of number (a total of 123 prisoners); None where no noun does."""
    inside = part.doc.char_span(passage.start - part.start, passage.end - part.start, alignment_mode="contract")
    if inside is None or not len(inside):
        return None
    head = inside.root
    if head.lemma_.lower() in lexical.lemmas("carrying"):
        for prep in head.children:
            if prep.lower_ == "of":
                head = next((one for one in prep.children if one.dep_ == "pobj"), head)
    if head.pos_ not in NOUNS:  # "lifting sanctions", of which the parser makes the verb the head
        head = inside[-1]
    return head if head.pos_ in NOUNS else None


def beside(token: "Token", thing: "Token") -> frozenset[str]:
    """The other words of a sentence that say something, as far as they stand near a deed."""
    return near(token, token.idx, token.idx + len(token)) - {singular(thing)}


def _acts(members: Sequence[_Deed], same: SameActs) -> Iterator[list[_Deed]]:
    """The deeds in groups of one act; only groups in which at least two words for it stand."""
    by_verb: dict[str, list[_Deed]] = defaultdict(list)
    for deed in members:
        by_verb[deed.lemma].append(deed)
    group = {lemma: lemma for lemma in by_verb}
    for a, b in combinations(sorted(by_verb)[:_VERBS], 2):
        own = _said_same(by_verb[a], by_verb[b], same)  # the analyst has the last word
        if not own and (_opposite(a, b) or not (_alike(a, b) or _told_alike(by_verb[a], by_verb[b]))):
            continue
        joined = {group[a], group[b]}
        if own or not any(_opposite(x, y) for x in _of(group, group[a]) for y in _of(group, group[b])):
            group.update({lemma: min(joined) for lemma, of in group.items() if of in joined})
    acts: dict[str, list[_Deed]] = defaultdict(list)
    for deed in members:
        acts[group[deed.lemma]].append(deed)
    yield from (acts[of] for of in sorted(acts) if len({deed.words.key for deed in acts[of]}) > 1)


def _said_same(some: Sequence[_Deed], others: Sequence[_Deed], same: SameActs) -> bool:
    """Whether the analyst counts the verbs of two groups as one act."""
    if not same.pairs:
        return False
    return any(same.same(a, b) for a in {deed.act for deed in some} for b in {deed.act for deed in others})


def _told_alike(some: Sequence[_Deed], others: Sequence[_Deed]) -> bool:
    """Whether two articles have the same one doing it, in sentences that share enough besides."""
    return any(
        a.doer is not None
        and a.doer == b.doer
        and a.words.article_id != b.words.article_id
        and len(a.beside & b.beside) >= _SHARED
        for a in some[:_MET]
        for b in others[:_MET]
    )


def _of(group: Mapping[str, str], name: str) -> list[str]:
    return [lemma for lemma, of in group.items() if of == name]


def _commonest(act: Sequence[_Deed]) -> str:
    counts = Counter(deed.lemma for deed in act)
    return max(sorted(counts), key=lambda lemma: counts[lemma])


@cache
def _light() -> frozenset[str]:
    """Verbs that say nothing of what is done."""
    return lexical.lemmas("carrying") | lexical.lemmas("sizing") | _HOLDING


def _alike(a: str, b: str) -> bool:
    """Whether a lexicon has two verbs in one act, or as words that retell one another."""
    return bool(_senses(a) & _senses(b))


@cache
def _senses(lemma: str) -> frozenset[str]:
    found = {f"act {act}" for act in lexical.acts(lemma)} if lexical.names_act(lemma) else set()
    found |= {f"synonym {entry.id}" for entry in lexicon("synonyms").entries if lemma in entry.pattern.split()}
    for entry in lexicon("opposites").entries:
        for side, listed in (("+", entry.pattern), ("-", str(entry.more["against"]))):
            if lemma in listed.split():
                found.add(f"side {entry.id}{side}")
    return frozenset(found)


@cache
def _opposite(a: str, b: str) -> bool:
    ours, theirs = _senses(a), _senses(b)
    sides = any(one[:-1] + {"+": "-", "-": "+"}[one[-1]] in theirs for one in ours if one.startswith("side "))
    acts = {one.removeprefix("act ") for one in theirs if one.startswith("act ")}
    return sides or any(lexical.against(one.removeprefix("act ")) & acts for one in ours if one.startswith("act "))

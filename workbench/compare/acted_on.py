"""What is done to one object, by the verbs that the sources choose: lift, ease and partially lift sanctions."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING, Any

from workbench.compare import words as lexical
from workbench.compare.counted_as import heads
from workbench.compare.phrases import NOUNS, Words, noun, singular, verb
from workbench.extract.cues import reporting_verb
from workbench.language import Parsed, Part
from workbench.lexicons import lexicon
from workbench.model import Mention

if TYPE_CHECKING:
    from workbench.language import Token

#: Nouns that stand for anything: what is done to them says nothing of one object.
_ANYTHING = frozenset(["thing", "time", "way", "year", "day", "week", "month", "lot", "part", "number", "side", "fact"])
_HOLDING = frozenset(["include", "contain", "comprise", "feature", "want", "need", "like", "remain", "let"])
_NEAR = 20  # words to either side that are compared
_SHARED = 3  # of them that two sentences must share
_VERBS = 60  # verbs of one object that are compared
_MET = 8  # places of each that are compared


@dataclass(frozen=True, slots=True)
class _Deed:
    """One place at which something is done to an object: the words, the verb, who does it, and what stands beside."""

    words: Words
    lemma: str
    doer: str | None
    beside: frozenset[str]


def find(
    parsed: Sequence[Parsed], mentions_of: Mapping[str, Sequence[Mention]], counted: Sequence[tuple[str, list[Words]]]
) -> Iterator[tuple[str, list[Words]]]:
    """By object and act: how it is called, and the words of one act that two or more articles choose for it.

    Two verbs name one act where a lexicon has them in one act, or as words for one another, and none has them as
    opposites; or where two articles have the same one doing them to the object in sentences of like content. The nouns
    of such acts count as well: the easing of sanctions.
    """
    same = {head: label for label, members in reversed(counted) for head in heads(members)}
    deeds: dict[str, list[_Deed]] = defaultdict(list)
    names: dict[str, str] = {}
    for one in parsed:
        known = {mention.passage.end: mention for mention in mentions_of.get(one.article.article_id, ())}
        for part, token, thing in _done(one):
            mention = known.get(part.span(thing).end)
            head = singular(thing)
            if mention is None and thing.pos_ == "PROPN" and head not in same:
                continue
            key = mention.entity_id if mention is not None else same.get(head, head)
            names.setdefault(key, mention.canonical if mention is not None else same.get(head, thing.lower_))
            words = verb(one, part, token) if token.pos_ == "VERB" else noun(one, part, token)
            deeds[key].append(_Deed(words, _lemma(token), _doer(part, token, known), _beside(token, thing)))
    for key, members in deeds.items():
        if len({deed.words.article_id for deed in members}) > 1:
            for act in _acts(members):
                yield f"{_commonest(act)} + {names[key]}", [deed.words for deed in act]


def _done(one: Parsed) -> Iterator[tuple[Part, "Token", "Token"]]:
    """What an article says is done to something, as a verb or a noun, with what it is done to."""
    for part in one.parts:
        if part.block.repeat_of is not None:
            continue
        for token in part.doc:
            doing = token.head
            thing = _counted(token)
            if thing.pos_ not in NOUNS or thing.lemma_.lower() in _ANYTHING:
                continue
            if token.dep_ in ("dobj", "nsubjpass"):
                light = doing.lemma_.lower() in _light()
                if doing.pos_ == "VERB" and not light and reporting_verb(doing) is None:
                    yield part, doing, thing
            elif token.dep_ == "pobj" and doing.lower_ == "of" and _is_act(doing.head):
                yield part, doing.head, thing


def _is_act(token: "Token") -> bool:
    return token.pos_ == "NOUN" and bool(_senses(_lemma(token)))


def _counted(token: "Token") -> Any:
    """What a noun of number stands for: the prisoners of "a total of 123 prisoners"."""
    if token.lemma_.lower() in lexical.lemmas("carrying"):
        for prep in token.children:
            if prep.lower_ == "of":
                return next((one for one in prep.children if one.dep_ == "pobj"), token)
    return token


def _doer(part: Part, token: "Token", known: Mapping[int, Mention]) -> str | None:
    """Who does it: the entity, or the noun, that is the verb's subject or agent."""
    for child in token.children:
        doer: Any = child if child.dep_ == "nsubj" else None
        if child.dep_ == "agent":
            doer = next((one for one in child.children if one.dep_ == "pobj"), None)
        if doer is not None and doer.pos_ in NOUNS:
            mention = known.get(part.span(doer).end)
            return mention.entity_id if mention is not None else str(doer.lemma_.lower())
    return None


def _beside(token: "Token", thing: "Token") -> frozenset[str]:
    """The other words of the sentence that say something, as far as they stand near."""
    near = token.doc[max(token.sent.start, token.i - _NEAR) : min(token.sent.end, token.i + _NEAR)]
    return frozenset(
        one.lemma_.lower()
        for one in near
        if one.pos_ in (*NOUNS, "VERB", "NUM") and not one.is_stop and one.i not in (token.i, thing.i)
    )


def _acts(members: Sequence[_Deed]) -> Iterator[list[_Deed]]:
    """The deeds in groups of one act; only groups in which at least two words for it stand."""
    by_verb: dict[str, list[_Deed]] = defaultdict(list)
    for deed in members:
        by_verb[deed.lemma].append(deed)
    group = {lemma: lemma for lemma in by_verb}
    for a, b in combinations(sorted(by_verb)[:_VERBS], 2):
        if _opposite(a, b) or not (_alike(a, b) or _told_alike(by_verb[a], by_verb[b])):
            continue
        joined = {group[a], group[b]}
        if not any(_opposite(x, y) for x in _of(group, group[a]) for y in _of(group, group[b])):
            group.update({lemma: min(joined) for lemma, of in group.items() if of in joined})
    for of in sorted(set(group.values())):
        act = [deed for deed in members if group[deed.lemma] == of]
        if len({deed.words.key for deed in act}) > 1:
            yield act


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


def _lemma(token: "Token") -> str:
    """The verb of an act, also of one told by a noun in -ing: ease of "the easing"."""
    lemma = str(lexical.lemma(token))
    if token.pos_ == "VERB" or not lemma.endswith("ing"):
        return lemma
    stem = lemma[:-3]
    tried = (stem, f"{stem}e", stem[:-1])
    return next((one for one in tried if _senses(one)), lemma)


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

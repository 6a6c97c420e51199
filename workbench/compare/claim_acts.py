"""Claims that something was done: one act on one object, or to one person, that several articles tell."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import cache
from typing import Any

from workbench.compare.claim_parts import Told, origin_at
from workbench.compare.climb import govern
from workbench.compare.same_acts import SameActs
from workbench.compare.spelling import stem, weight
from workbench.compare.words import acts as acts_of
from workbench.compare.words import lemma
from workbench.extract.voices import Voices
from workbench.language import Parsed, Part
from workbench.lexicons import lexicon
from workbench.model import Act, Article, Mention, NameKind, Passage

Groups = dict[tuple[str, ...], list[Told]]

_STOPS = frozenset(
    {"of", "for", "on", "in", "at", "to", "from", "with", "by", "who", "which", "that", "and", "including"}
)
_LONGEST = 160  # characters of a clause that is shown
_SENTENCE = 70  # words
_FAR = 16  # words between a name and the act that befell who bears it
_LISTING = frozenset({"including", "as", "among", "like", "with", "alongside", "of"})
_NO_MORE = SameActs()
_UNDERGONE = frozenset({"be", "die", "walk", "go", "regain", "return", "resign", "survive"})


def of_acts(
    acts: Sequence[Act], articles: Mapping[str, Article], voices: Mapping[str, Voices], same: SameActs = _NO_MORE
) -> Groups:
    """What is told of acts, by the act, its object, and whether it is denied; objects that say nothing are left out.

    `same` are the verbs that the analyst counts as one act.
    """
    found: Groups = defaultdict(list)
    for act in acts:
        what = act.object_id or (_head(act.object.surface) if act.object else None)
        if what is None or act.object is None:
            continue
        befell = sorted(same.widen(acts_of(act.lemma)) & _known())
        of_person = act.object_id is not None and act.object_id.startswith("person:") and bool(befell)
        article = articles[act.passage.article_id]
        passage = _clause_of(act, article)
        origin = act.speaker or origin_at(voices.get(article.article_id), act.passage)
        sought = (act.lemma, " ".join(act.object.surface.split()))
        key = ("name", befell[0], what) if of_person and not act.negated else _key(act, what, same)
        found[key].append(Told(passage, origin, sought))
    return found


def _key(act: Act, what: str, same: SameActs) -> tuple[str, ...]:
    return "act", same.kind(act.lemma), what, "not" if act.negated else ""


def _clause_of(act: Act, article: Article) -> Passage:
    """The words for the act with those for who does it and to whom, as far as these stand near it."""
    start, end = act.passage.start, act.passage.end
    for one in (act.object, act.actor):
        if one is not None:
            first, last = min(start, one.start), max(end, one.end)
            if last - first <= _LONGEST and "\n" not in article.text[first:last]:
                start, end = first, last
    return article.passage(start, end)


def _head(surface: str) -> str | None:
    """The stem of the noun that a phrase is about: fares, of "the new fares on ferries"."""
    head = None
    for word in surface.split():
        plain = word.strip(".,;:()\"'“”’")
        if plain.casefold() in _STOPS and head:
            break
        if plain.isalpha() and weight(plain) == 1:
            head = stem(plain)
    return head


def of_names(
    parsed: Parsed, mentions: Sequence[Mention], voices: Voices, same: SameActs = _NO_MORE
) -> Iterator[tuple[tuple[str, ...], Told]]:
    """What an article says was done to each person, where the act is one that befalls people, by the lexicon of acts.

    "Among those freed were Ruiz and Becker" says of both that they were freed.
    """
    at = {mention.passage.end: mention for mention in mentions if mention.kind is NameKind.PERSON}
    for part in parsed.parts:
        for token, mention in _named(part, part.doc, at):
            if not _may_undergo(token):
                continue
            governed = govern(token, set(range(token.left_edge.i, token.i + 1)), counts=True)
            if governed.role == "nsubj" and not _befell(governed.verb):
                continue  # who does it, not whom it befalls
            for act in sorted(same.widen(frozenset(governed.acts)) & _known()):
                passage = _clause(parsed, part, token, governed.verb)
                origin = origin_at(voices, mention.passage)
                yield ("name", act, mention.entity_id), Told(passage, origin, (mention.canonical, done(act)))


def near_names(
    parsed: Parsed,
    mentions: Sequence[Mention],
    voices: Voices,
    wanted: Set[tuple[str, str]],
    same: SameActs = _NO_MORE,
) -> Iterator[tuple[tuple[str, ...], Told]]:
    """Sentences that have a person's name and a word for an act that other articles say befell that person.

    `wanted` are such acts and entities. The sentence may put it in a way that the parse does not show, so that the
    article is not called silent on what its own sentence has.
    """
    whom = {entity_id for _, entity_id in wanted}
    at = {mention.passage.end: mention for mention in mentions if mention.entity_id in whom}
    for part in parsed.parts:
        if not any(part.start < end <= part.end for end in at):
            continue
        for sentence in part.doc.sents:
            if len(sentence) > _SENTENCE:
                continue
            named = list(_named(part, sentence, at))
            words = sentence if named else ()
            told = {act: token for token in words for act in same.widen(acts_of(lemma(token))) & _known()}
            for token, mention in named:
                for act, verb in told.items():
                    if (act, mention.entity_id) in wanted:
                        passage = _clause(parsed, part, token, verb)
                        origin = origin_at(voices, mention.passage)
                        yield ("name", act, mention.entity_id), Told(passage, origin, (mention.canonical, done(act)))


def _named(part: Part, tokens: Iterable[Any], at: Mapping[int, Mention]) -> Iterator[tuple[Any, Mention]]:
    """The tokens that end a mention, by where that ends, with it."""
    if any(part.start < end <= part.end for end in at):
        for token in tokens:
            mention = at.get(part.start + token.idx + len(token))
            if mention is not None:
                yield token, mention


def _may_undergo(name: Any) -> bool:
    """Whether a name stands where one to whom something is done can: not as "X's", nor after "by X" or "in X"."""
    first = name
    for _ in range(_FAR):
        if first.dep_ != "conj":
            break
        first = first.head
    if first.dep_ == "pobj":
        return bool(first.head.lower_ in _LISTING)
    return first.dep_ not in ("poss", "compound", "nmod", "agent")


def _befell(verb: Any) -> bool:
    """Whether a verb in the active voice tells what befell its subject: was, died, walked free, regained."""
    return verb is not None and (verb.lemma_ in _UNDERGONE or verb.pos_ == "AUX")


def _clause(parsed: Parsed, part: Part, name: Any, verb: Any) -> Passage:
    """The name, with the verb where they stand near each other."""
    first, last = name.left_edge.i if name.i - name.left_edge.i < _FAR else name.i, name.i
    if verb is not None and abs(verb.i - name.i) <= _FAR:
        first, last = min(first, verb.i), max(last, verb.i)
    return parsed.article.passage(part.span(name.doc[first]).start, part.span(name.doc[last]).end)


@cache
def _known() -> frozenset[str]:
    return frozenset(entry.id for entry in lexicon("acts").entries if entry.more.get("people"))


@cache
def done(act: str) -> str:
    """An act as it is said of whom it befell: freed."""
    found = next((entry for entry in lexicon("acts").entries if entry.id == act), None)
    return str(found.more.get("done", act)) if found else act

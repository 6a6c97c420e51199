"""Questions about what a person is: another office or part in another article, held here and former there."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from functools import cache

from workbench.compare.asking import Material, ask, words
from workbench.compare.spelling import stem, weight
from workbench.extract.wordlists import person_words, place_adjectives, same_role
from workbench.lexicons import lexicon
from workbench.model import Check, CheckKind, Label, LabelKind, Passage, Voice

_KINDS = frozenset({LabelKind.TITLE, LabelKind.ROLE, LabelKind.DESCRIPTION})
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_FORMER = frozenset({"former", "ex", "onetime", "outgoing", "then", "late", "retired", "previously", "formerly"})
_LEFT = re.compile(
    r"(?:had |has |was )?(?:retired|resigned|quit|stepped down|left (?:office|the post))\b", re.IGNORECASE
)
_CUT = re.compile(r"\b(?:of|for|at|to|from|in|on|with|who|whose|and)\b|[,;:]")


def find(material: Material) -> Iterator[Check]:
    """At most one question a person: nouns that differ across articles beside a telling word in common, as head and
    founder of one body; or an office that one article calls former and another does not.
    """
    of: dict[str, list[Label]] = defaultdict(list)
    for label in material.labels:
        person = label.entity_id is not None and label.entity_id.startswith("person:")
        if person and label.entity_id and label.kind in _KINDS and label.voice is Voice.NARRATOR:
            of[label.entity_id].append(label)
    left: dict[str | None, set[str]] = defaultdict(set)
    for label in filter(_tells_of_leaving, material.labels):
        left[label.entity_id].add(label.passage.article_id)
    for entity_id in sorted(of):
        yield from _question(of[entity_id], left.get(entity_id, set()))


def _tells_of_leaving(label: Label) -> bool:
    """Whether a label tells that an office was given up: a teacher (who retired in 2015)."""
    return label.kind is LabelKind.HISTORY and bool(_LEFT.match(label.passage.surface))


def _question(labels: Sequence[Label], left: Set[str]) -> Iterator[Check]:
    former = _former([label for label in labels if label.passage.article_id not in left])
    if former is not None:
        yield former
        return
    nouns: dict[str, dict[str, Passage]] = defaultdict(dict)  # by noun, the first label of each article
    beside: dict[str, set[str]] = defaultdict(set)
    parts: set[str] = set()  # those of the nouns that name a part or an office, and are no mere praise or blame
    for label in labels:
        noun, others = _parts(label.passage.surface)
        if noun and label.kind is not LabelKind.TITLE:  # a rank beside an office is no difference
            nouns[noun].setdefault(label.passage.article_id, label.passage)
            beside[noun] |= others
            parts |= {noun} if label.kind is LabelKind.ROLE else set()
    names = sorted(nouns)
    apart = [
        (one, two)
        for nth, two in enumerate(names)
        for one in names[:nth]
        if parts & {one, two} and beside[one] & beside[two] and not nouns[one].keys() & nouns[two].keys()
    ]
    if apart:
        shown = dict.fromkeys(noun for pair in apart for noun in pair)
        said = " / ".join(words(min(nouns[noun].values(), key=lambda one: one.article_id)) for noun in shown)
        who = labels[0].canonical or "The person"
        passages = [passage for noun in shown for passage in nouns[noun].values()]
        yield ask(CheckKind.NAME, "role", f"{who}: {said}: which is right, or are they both?", passages)


def _parts(surface: str) -> tuple[str, set[str]]:
    """The noun of a label, by the word that descriptions use for it, and the stems of the telling words beside it."""
    head = _CUT.split(surface, maxsplit=1)[0] if not _CUT.match(surface) else surface
    found = _WORD.findall(head)
    every = _WORD.findall(surface)
    if not found:
        return "", set()
    noun = same_role(found[-1].casefold())
    if noun not in person_words() and noun not in _alike():
        return "", set()
    noun = _alike().get(noun, noun)
    telling = (word for word in every if word not in place_adjectives())  # a Danish minister, the Danish president
    others = {stem(word) for word in telling if word != found[-1] and weight(word) == 1 and len(word) > 2}
    return stem(noun), others - {stem(word) for word in _FORMER}


def _former(labels: Sequence[Label]) -> Check | None:
    """An office that one article calls former and another speaks of as held."""
    held: dict[str, list[tuple[Passage, set[str]]]] = defaultdict(list)
    gone: dict[str, list[tuple[Passage, set[str]]]] = defaultdict(list)
    for label in labels:
        noun, others = _parts(label.passage.surface)
        has = {word.casefold() for word in _WORD.findall(label.passage.surface)}
        if noun and label.kind is not LabelKind.DESCRIPTION and has & set(person_words()):
            over = has & _FORMER or label.passage.surface.casefold().startswith("ex-")
            (gone if over else held)[noun].append((label.passage, others))
    for noun in sorted(held.keys() & gone.keys()):
        apart = {one.article_id for one, _ in held[noun]}.isdisjoint(one.article_id for one, _ in gone[noun])
        (one, a), (two, b) = held[noun][0], gone[noun][0]
        if apart and (a & b or not (a and b)):  # a president of one country may be the former one of another
            message = f"{labels[0].canonical}: {words(one)} or {words(two)}? One article calls the office former."
            return ask(CheckKind.NAME, "former", message, [one, two])
    return None


@cache
def _alike() -> dict[str, str]:
    """By noun, the first of those that name one part in other words: laureate and winner."""
    return {word: entry.pattern.split()[0] for entry in lexicon("like_roles").entries for word in entry.pattern.split()}

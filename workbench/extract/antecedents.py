"""What a number counts where no noun follows it: "kills 107 and wounds 238", "the remaining nine"."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.extract.counted import phrase_at
from workbench.extract.words import Words

if TYPE_CHECKING:
    from workbench.language import Token

#: Nouns that stand for a number, so that their verb says what the number is of.
_TALLIES = frozenset(
    [
        "number",
        "total",
        "toll",
        "tally",
        "count",
        "figure",
        "sum",
        "amount",
        "population",
        "turnout",
        "attendance",
        "estimate",
        "record",
    ]
)
_SUBJECTS = ("nsubj", "nsubjpass")


@dataclass(frozen=True, slots=True)
class Place:
    """A number that counts: where it begins, the phrase that it counts (or None), and where its sentence begins."""

    start: int
    phrase: str | None
    sentence: int


def tallied(words: Words, start: int) -> str | None:
    """What the subject or the object of the number's verb says is counted: "the number of dead rose to 238".

    `start` is where the number begins; None where its verb has no such noun.
    """
    token = words.at(start)
    verb = (
        next((above for above in token.ancestors if above.pos_ in ("VERB", "AUX")), None) if token is not None else None
    )
    if token is None or verb is None:
        return None
    for child in verb.children:
        if child.dep_ in (*_SUBJECTS, "dobj") and child.lemma_.lower() in _TALLIES and child.i != token.i:
            return _of(words, child)
    return None


def _of(words: Words, noun: "Token") -> str:
    """ "The number of dead": the dead; "the death toll": the toll."""
    for child in noun.children:
        if child.lower_ == "of":
            thing = phrase_at(words, child.idx + len(child) + 1, determined=True)
            if thing:
                return words.text[thing.start : thing.end]
    first = next((child for child in noun.lefts if child.dep_ in ("compound", "amod")), noun)
    return words.text[first.idx : noun.idx + len(noun)]


def resolve(places: Sequence[Place], index: int, earlier: str | None) -> str | None:
    """The phrase of the nearest number before that counts something, in this sentence or the one before.

    `earlier` is what the last number of the paragraph before counts.
    """
    here = places[index]
    sentences = sorted({place.sentence for place in places[: index + 1]})
    for place in reversed(places[:index]):
        if place.sentence < here.sentence and sentences.index(here.sentence) - sentences.index(place.sentence) > 1:
            return None
        if place.phrase:
            return place.phrase
    follow = [place.phrase for place in places[index + 1 :] if place.sentence == here.sentence and place.phrase]
    return follow[0] if len(follow) == 1 else earlier

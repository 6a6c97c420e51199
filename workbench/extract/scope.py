"""Of whom, where and when a figure speaks: "including", "in Lagos", "since July", as the sentence has it."""

import re
from collections.abc import Iterator
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from workbench.extract.contexts import context
from workbench.extract.words import Words
from workbench.spans import Span

if TYPE_CHECKING:
    from workbench.language import Token

_PLACE = frozenset(
    ["in", "at", "near", "across", "around", "outside", "inside", "throughout", "off", "along", "from", "to", "within"]
)
_TIME = frozenset(
    [
        "in",
        "on",
        "since",
        "during",
        "before",
        "after",
        "until",
        "till",
        "by",
        "between",
        "from",
        "through",
        "over",
        "at",
        "within",
        "for",
    ]
)
_AMOUNT = re.compile(r"[$€£%]|\d,\d|\d (?:million|billion|percent|per cent)")
_TAIL = re.compile(r"[\s,;:]+(?:and|or|but)?$")
_LONGEST = 9
_MOST = 8  # phrases of one verb: more are no scope


def of(words: Words, own: Span, anchor: "Token | None", whole: int | None) -> str | None:
    """The scope of a figure: the stretches of its clause that limit it, in order; None where none do.

    `own` is the place of the figure's words, `anchor` the noun that it counts or its own token, `whole` where the
    figure before it begins, of which it may be a part ("200 arrests, including 12 minors").
    """
    found = dict(_subset(words, own.start, whole))
    if anchor is not None:
        for place, surface in _phrases(words, anchor):
            if not place.overlaps(own):
                found.setdefault(place.start, surface)
    return "; ".join(surface for _, surface in sorted(found.items())[:3]) or None


def _subset(words: Words, left: int, whole: int | None) -> Iterator[tuple[int, str]]:
    """The words that say of what the figure is a part: "200 arrests, including"."""
    start = max(0, left - 60)
    match = context("part-of").search(words.text[start:left])
    if match:
        begin = start + match.start()
        if whole is not None and begin - whole < 80 and words.sentence_start(whole) == words.sentence_start(left):
            begin = whole
        yield begin, words.text[begin : start + match.end()].strip(" ,:")


def _phrases(words: Words, anchor: "Token") -> Iterator[tuple[Span, str]]:
    """The phrases of place and time at the noun and at its verb."""
    verb = words.verb_above(anchor)
    for token in (anchor, *([verb] if verb is not None else [])):
        yield from words.once("limits", token.i, partial(_limited, words, token))


def _limited(words: Words, token: "Token") -> list[tuple[Span, str]]:
    """The first phrases below a token that limit it."""
    return list(islice(filter(None, (_limits(words, child) for child in token.children)), _MOST))


def _limits(words: Words, child: "Token") -> tuple[Span, str] | None:
    """The phrase that a preposition or an adverbial of time opens, where it names a place or a time."""
    if child.right_edge.i - child.left_edge.i >= _LONGEST:
        return None
    inside = list(child.subtree)
    place = Span(inside[0].idx, inside[-1].idx + len(inside[-1]))
    surface = _TAIL.sub("", words.text[place.start : place.end])
    if child.dep_ in ("npadvmod", "tmod") and context("when").search(surface):
        return place, surface
    if child.dep_ != "prep" or inside[0].i != child.i:
        return None
    word, named = child.lower_, any(token.pos_ == "PROPN" for token in inside[1:])
    if _AMOUNT.search(surface):
        return None
    if (word in _TIME and context("when").search(surface)) or (word in _PLACE and named):
        return place, surface
    return None

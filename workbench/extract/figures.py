"""Every number that states a quantity: its measure, what it counts, its scope and who says it.

The stages, each a module: ``numerals`` finds numbers, ``readings`` gives them units and joins ranges, ``not_figures``
sets aside what states no quantity, ``bounds`` and ``counted`` read the words around them, ``antecedents`` what is left
unsaid, ``people`` and ``implied`` the persons counted without a number of their own, ``scope`` of whom, where and when.
"""

import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from workbench.extract import antecedents, counted, measures, people, scope
from workbench.extract.holders import Holders, is_denied
from workbench.extract.stated import COUNTABLE, Found, stated_in
from workbench.extract.tallies import is_tally
from workbench.extract.words import Words
from workbench.language import Parsed, Part
from workbench.model import Figure, FigureKind, Measure, Quote, QuoteKind
from workbench.spans import Span

_DENIED = "denied"
_OTHERS = re.compile(r"^(?:(?:other|fellow) |others\b)", re.IGNORECASE)


class Block:
    """What a text states by itself, whatever article prints it, and whoever says it there."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.found = stated_in(words)
        self.scopes = [_scope(words, item, last) for item, last in zip(self.found, [None, *self.found], strict=False)]
        self.measures = [_measure(item) for item in self.found]
        self._phrases: dict[str | None, tuple[list[str | None], str | None]] = {}

    def phrases(self, earlier: str | None) -> tuple[list[str | None], str | None]:
        """What each counts, and what the last sentence counted last; `earlier` is that of the block before."""
        if earlier not in self._phrases:
            self._phrases[earlier] = _phrases(self.words, self.found, earlier)
        return self._phrases[earlier]


#: The blocks read before, by the key of their parse: several articles print the same paragraph.
Blocks: TypeAlias = dict[bytes, Block]


def find(parsed: Parsed, quotes: Sequence[Quote] = (), blocks: Blocks | None = None) -> Iterator[Figure]:
    """The figures of an article, in reading order.

    `quotes` are the article's quotes: the one that holds a figure says who states it. `blocks` is what was read before
    in other articles, to which what is read in this one is added.
    """
    known: Blocks = {} if blocks is None else blocks
    earlier: str | None = None
    holders = Holders(quotes)
    for part in parsed.parts:
        block = known.get(part.doc.key)
        if block is None:
            block = known[part.doc.key] = Block(Words(part.doc))
        phrases, earlier = block.phrases(earlier)
        for item, phrase, where, measure in zip(block.found, phrases, block.scopes, block.measures, strict=True):
            yield _figure(parsed, block.words, part, item, holders, phrase=phrase, where=where, measure=measure)


def _of_all(match: re.Match[str]) -> str:
    """What a name and N others are together: the guests of "other guests", the people of "others"."""
    return "" if match.group().endswith(" ") else "people"


def _phrases(words: Words, found: Sequence[Found], earlier: str | None) -> tuple[list[str | None], str | None]:
    """What each counts: its own noun phrase, its partner's, what its verb says, or that of the number before it.

    Then what the last sentence counted last, for the paragraph after. `earlier` is that of the one before.
    """
    by_start = {item.reading.start: item for item in found}
    trail, phrases, sentence = antecedents.Trail(earlier), list[str | None](), 0
    for item in found:
        source = item if item.counted else by_start.get(item.reading.partner or -1)
        countable = item.kind not in (FigureKind.MONEY, FigureKind.DURATION, FigureKind.AGE)
        phrase = counted.text_of(words, source.counted) if countable and source and source.counted else None
        sentence = words.sentence(item.reading.start) or 0
        if _lacks(words, item, phrase):
            phrase = _elsewhere(words, item, trail, sentence)
        if phrase and item.kind in COUNTABLE:
            trail.note(
                sentence, phrase, person=bool(source and source.counted and people.is_person(source.counted.head))
            )
        phrases.append(phrase)
    return phrases, trail.last if sentence == words.last_sentence else None


def _lacks(words: Words, item: Found, phrase: str | None) -> bool:
    """Whether the figure counts something that its own words do not name."""
    pronoun = phrase is not None and phrase.lower() in ("them", "these", "us")
    if item.kind not in COUNTABLE or item.unit:
        return pronoun
    if is_tally(words, item.reading):
        return True
    value = item.reading.numeral.value
    whole = value is None or value == int(value)
    return whole and (
        phrase is None or pronoun or (phrase.lower() == "those" and not antecedents.is_told(words, item.counted))
    )


def _elsewhere(words: Words, item: Found, trail: antecedents.Trail, sentence: int) -> str | None:
    if is_tally(words, item.reading):
        return "votes"
    place = item.reading.start, item.reading.end
    told = antecedents.tallied(words, *place) or antecedents.whole_before(words, place[0])
    generic = told in antecedents.GENERIC
    if told and not generic:
        return told
    before = trail.resolve(
        sentence,
        link=antecedents.Link.TOLD if generic else antecedents.link_of(words, *place),
        part=antecedents.is_part(words, *place),
        person=antecedents.is_of_persons(words, item.reading.start),
    )
    return before or told


def _scope(words: Words, item: Found, last: Found | None) -> str | None:
    anchor = item.counted.head if item.counted else words.at(item.reading.start)
    whole = last.left if last and last.reading.end <= item.left else None
    return scope.of(words, Span(item.left, item.reading.right), anchor, whole)


def _measure(item: Found) -> Measure:
    more = item.total.named if item.total else 0
    return measures.measure(item.reading, item.unit, item.bound, more=more)


def _figure(
    parsed: Parsed,
    words: Words,
    part: Part,
    item: Found,
    holders: Holders,
    *,
    phrase: str | None,
    where: str | None,
    measure: Measure,
) -> Figure:
    reading, total = item.reading, item.total
    start, end = (total.start, total.end) if total else (reading.start, reading.end)
    span = part.start + start, part.start + end
    holding = holders.of(*span)
    denied = _DENIED if is_denied(words, start, holding) else None
    return Figure(
        passage=parsed.article.passage(*span),
        kind=item.kind,
        measure=measure,
        counted=_OTHERS.sub(_of_all, phrase or "") if total else phrase,
        scope="; ".join(filter(None, (denied, where))) or None,
        speaker=next((quote.speaker for quote in holding if quote.speaker), None),
        in_quote=any(quote.kind not in (QuoteKind.INDIRECT, QuoteKind.TITLE) for quote in holding),
        implied=total is not None,
        role=part.block.role,
    )

"""Every number that states a quantity: its measure, what it counts, its scope and who says it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.extract import bounds, counted, units
from workbench.extract.counted import Counted
from workbench.extract.not_figures import is_score, stating
from workbench.extract.numerals import Form
from workbench.extract.readings import Reading, join, single
from workbench.extract.units import Unit
from workbench.extract.words import Words
from workbench.language import Parsed, Part
from workbench.model import Bound, Figure, FigureKind, Measure, Quote, QuoteKind

_COUNTABLE = (FigureKind.COUNT, FigureKind.VAGUE, FigureKind.FRACTION, FigureKind.PERCENT)


@dataclass(frozen=True, slots=True)
class Found:
    """A reading that states a quantity, with all that its sentence says of it."""

    reading: Reading
    kind: FigureKind
    unit: str | None
    bound: Bound | None
    counted: Counted | None


def find(parsed: Parsed, quotes: Sequence[Quote] = ()) -> Iterator[Figure]:
    """The figures of an article, in reading order.

    `quotes` are the article's quotes: the one that holds a figure says who states it.
    """
    for part in parsed.parts:
        yield from _of_part(parsed, part, quotes)


def _of_part(parsed: Parsed, part: Part, quotes: Sequence[Quote]) -> Iterator[Figure]:
    words = Words(part.doc)
    readings = join(words.text, list(stating(words, single(words.text))))
    found = [_found(words, reading) for reading in readings if not is_score(words, reading)]
    for index, item in enumerate(found):
        start, end = part.start + item.reading.start, part.start + item.reading.end
        quote = _quote_at(quotes, start, end)
        yield Figure(
            passage=parsed.article.passage(start, end),
            kind=item.kind,
            measure=_measure(item),
            counted=_counted(words, found, index),
            speaker=quote.speaker if quote else None,
            in_quote=quote is not None and quote.kind is not QuoteKind.INDIRECT,
            role=part.block.role,
        )


def _found(words: Words, reading: Reading) -> Found:
    thing = counted.after(words, reading.right) if _may_count(reading) else None
    unit = reading.unit
    if unit is None and thing and (named := units.noun(words.text[thing.head.idx : thing.head.idx + len(thing.head)])):
        unit, thing = named, None
    cue = bounds.before(words.text, reading.left)
    ends = [reading.end, reading.right] + ([thing.end] if thing else [])
    late = next(filter(None, (bounds.after(words.text, end) for end in ends)), None)
    kind = _kind(words, reading, unit)
    return Found(reading, kind, unit.name if unit else None, _bound(cue or late), thing)


def _may_count(reading: Reading) -> bool:
    return reading.unit is None or reading.unit.kind == "percent"


def _bound(cue: bounds.Cue | None) -> Bound | None:
    return cue.bound if cue else None


def _counted(words: Words, found: Sequence[Found], index: int) -> str | None:
    item = found[index]
    if item.counted and item.kind in _COUNTABLE:
        return counted.text_of(words, item.counted)
    if item.kind not in (FigureKind.COUNT, FigureKind.VAGUE) or item.unit:
        return None
    partner = next((other for other in found if other.reading.start == item.reading.partner), None)
    return counted.text_of(words, partner.counted) if partner and partner.counted else None


def _kind(words: Words, reading: Reading, unit: Unit | None) -> FigureKind:
    if reading.numeral.form is Form.VAGUE:
        return FigureKind.VAGUE
    if unit and unit.kind == "index":
        return FigureKind.COUNT
    if unit:
        return FigureKind(unit.kind)
    return FigureKind.FRACTION if reading.numeral.form is Form.FRACTION else FigureKind.COUNT


def _measure(item: Found) -> Measure:
    numeral, bound = item.reading.numeral, item.bound
    if item.reading.upper:
        approximate = bound is Bound.ABOUT
        return Measure(
            None, numeral.value, item.reading.upper.value, item.unit, approximate, Bound.ABOUT if approximate else None
        )
    if numeral.value is None:
        return Measure(None, numeral.low, numeral.high, item.unit)
    value = numeral.value
    if bound is Bound.ABOUT:
        return Measure(value, None, None, item.unit, approximate=True, bound=bound)
    low = value if bound not in (Bound.BELOW, Bound.AT_MOST) else None
    high = value if bound not in (Bound.ABOVE, Bound.AT_LEAST) else None
    return Measure(value, low, high, item.unit, bound=bound or Bound.EXACT)


def _quote_at(quotes: Sequence[Quote], start: int, end: int) -> Quote | None:
    holding = [quote for quote in quotes if quote.passage.start <= start and end <= quote.passage.end]
    return min(holding, key=lambda quote: quote.passage.end - quote.passage.start, default=None)

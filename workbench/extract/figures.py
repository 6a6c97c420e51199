"""Every number that states a quantity: its measure, what it counts, its scope and who says it."""

import re
from collections.abc import Iterator, Sequence

from workbench.extract import bounds, counted, numerals, units
from workbench.extract.not_figures import states_nothing
from workbench.language import Parsed, Part
from workbench.model import Bound, Figure, FigureKind, Measure, Quote, QuoteKind, Role

_KINDS = {"pound": FigureKind.MONEY, "index": FigureKind.COUNT}


def find(parsed: Parsed, quotes: Sequence[Quote] = ()) -> Iterator[Figure]:
    """The figures of an article, in reading order.

    `quotes` are the article's quotes: the one that holds a figure says who states it.
    """
    for part in parsed.parts:
        yield from _of_part(parsed, part, quotes)


def _of_part(parsed: Parsed, part: Part, quotes: Sequence[Quote]) -> Iterator[Figure]:
    text = part.doc.text
    for numeral in numerals.find(text):
        left = units.before(text, numeral.start) if numeral.form == "digits" else None
        right = units.after(text, numeral.end)
        unit = left or right
        start = left.start if left else numeral.start
        end = right.end if right else numeral.end
        if states_nothing(part.doc, numeral, unit):
            continue
        thing = counted.find(part.doc, numeral, unit, end)
        cue = bounds.before(text, start) or bounds.after(text, end)
        measure = _measure(numeral, unit, cue.bound if cue else None)
        span = (part.start + numeral.start, part.start + numeral.end)
        quote = _quote_at(quotes, *span)
        yield Figure(
            passage=parsed.article.passage(*span),
            kind=_kind(numeral, unit),
            measure=measure,
            counted=thing,
            speaker=quote.speaker if quote else None,
            in_quote=bool(quote) and quote is not None and quote.kind is not QuoteKind.INDIRECT,
            role=part.block.role,
        )


def _measure(numeral: numerals.Numeral, unit: units.Unit | None, bound: Bound | None) -> Measure:
    name = unit.name if unit else None
    if numeral.value is None:
        return Measure(None, numeral.low, numeral.high, name)
    value = numeral.value
    if bound is Bound.ABOUT:
        return Measure(value, None, None, name, approximate=True, bound=bound)
    low = value if bound not in (Bound.BELOW, Bound.AT_MOST) else None
    high = value if bound not in (Bound.ABOVE, Bound.AT_LEAST) else None
    return Measure(value, low, high, name, bound=bound or Bound.EXACT)


def _kind(numeral: numerals.Numeral, unit: units.Unit | None) -> FigureKind:
    if numeral.form == "vague":
        return FigureKind.VAGUE
    if unit:
        return _KINDS.get(unit.kind) or FigureKind(unit.kind)
    return FigureKind.FRACTION if numeral.form == "fraction" else FigureKind.COUNT


def _quote_at(quotes: Sequence[Quote], start: int, end: int) -> Quote | None:
    holding = [quote for quote in quotes if quote.passage.start <= start and end <= quote.passage.end]
    return min(holding, key=lambda quote: quote.passage.end - quote.passage.start, default=None)

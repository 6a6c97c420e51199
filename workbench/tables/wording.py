"""A figure in the fewest words that keep its meaning: ``123``, ``> 100``, ``“a small number”``, ``1 + 113 = 114``."""

from collections.abc import Iterable

from workbench.model import Bound, Figure, FigureKind

#: The sign that stands before a number for its bound.
SIGNS = {
    Bound.EXACT: "",
    Bound.ABOUT: "≈ ",
    Bound.ABOVE: "> ",
    Bound.AT_LEAST: "≥ ",
    Bound.BELOW: "< ",
    Bound.AT_MOST: "≤ ",
}
_LONGEST = 40


def number(value: float) -> str:
    """A number with its thousands parted, without idle decimals; millions and more in words.

    >>> number(1234.0), number(0.25), number(1500000)
    ('1,234', '0.25', '1.5 million')
    """
    for size, name in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(value) >= size:
            return f"{value / size:,.6g} {name}"
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,.4g}"


def stated(figure: Figure, others: Iterable[Figure] = ()) -> str:
    """The figure as stated, with a sign for its bound: digits as printed, number words as digits, vague words.

    `others` are figures of the same article: an implied figure is shown as the sum of the stated one inside it.
    """
    if figure.implied:
        return _sum(figure, others)
    measure = figure.measure
    surface = " ".join(figure.passage.surface.split())
    if measure.value is None:
        if figure.kind is not FigureKind.VAGUE and measure.low is not None and measure.high is not None:
            return f"{number(measure.low)}–{number(measure.high)}{_tail(figure)}"
        return f"“{_short(surface)}”"
    digits = any(character.isdigit() for character in surface)
    return _sign(figure) + (_short(surface) if digits else number(measure.value)) + _tail(figure)


def _sum(figure: Figure, others: Iterable[Figure]) -> str:
    """An implied total and its parts, where one stated part lies inside the words that imply it."""
    value, sign = figure.measure.value, _sign(figure)
    if value is None:
        return f"“{_short(' '.join(figure.passage.surface.split()))}”"
    inside = [
        (other.measure.value, _sign(other))
        for other in others
        if not other.implied
        and other.passage.article_id == figure.passage.article_id
        and figure.passage.start <= other.passage.start < other.passage.end <= figure.passage.end
        and other.measure.value is not None
        and 0 < other.measure.value < value
        and other.measure.unit == figure.measure.unit
    ]
    if len(inside) != 1:
        return f"{sign}{number(value)}"
    part, before = inside[0]
    return f"{number(value - part)} + {before}{number(part)} = {sign}{number(value)}"


def _sign(figure: Figure) -> str:
    if figure.measure.approximate:
        return SIGNS[Bound.ABOUT]
    return SIGNS[figure.measure.bound] if figure.measure.bound else ""


def _tail(figure: Figure) -> str:
    """The per cent sign, where the number as printed lacks it; other units are said once for the whole quantity."""
    surface = figure.passage.surface
    return "%" if figure.measure.unit == "%" and "%" not in surface and "per" not in surface else ""


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"

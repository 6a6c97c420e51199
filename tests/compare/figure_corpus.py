"""Small corpora for the tests of comparison, written by hand with their figures marked.

``corpus("The flood killed <12;people>.", "<Twelve=12;people> died.")`` makes an article a text. A mark is the surface,
then ``=value`` where the surface is not the value, then ``;counted``, then ``;`` and a unit, all optional. A sign
before the value says the bound: ``<40=~40>``, ``more than <100=>100;people>``; ``?`` is vague, with its least:
``<dozens=?24;fans>``.
"""

import re

from workbench.language import Parsed, parse
from workbench.model import Article, Block, Bound, Figure, FigureKind, Measure, Role

_MARK = re.compile(
    r"<(?P<surface>[^<>=;]+)(?:=(?P<value>(?:>=|<=|[<>~?])?[\d.]*))?"
    r"(?:;(?P<counted>[^;<>]*))?(?:;(?P<unit>[^;<>]*))?>(?!=)"
)
_KINDS = {"%": FigureKind.PERCENT, "USD": FigureKind.MONEY, "EUR": FigureKind.MONEY, "age": FigureKind.AGE}
_TIMES = {"hour", "day", "year", "minute"}


def article(text: str, article_id: str, **more: str | None) -> tuple[Article, list[Figure]]:
    """The article without its marks, and the figures that the marks say."""
    plain, places = "", []
    at = 0
    for mark in _MARK.finditer(text):
        plain += text[at : mark.start()]
        places.append((len(plain), mark))
        plain += mark["surface"]
        at = mark.end()
    plain += text[at:]
    blocks = tuple(Block(found.start(), found.end(), Role.BODY) for found in re.finditer(r"[^\n]+\n*", plain))
    made = Article(article_id, plain, blocks, f"{article_id}.txt", "0" * 64, "utf-8", language="en", **more)  # type: ignore[arg-type]
    return made, [_figure(made, start, mark) for start, mark in places]


def _figure(made: Article, start: int, mark: re.Match[str]) -> Figure:
    sign, number = re.fullmatch(r"(>=|<=|[<>~?])?([\d.]*)", mark["value"] or mark["surface"].replace(",", "")).groups()  # type: ignore[union-attr]
    value = float(number) if number else None
    unit = mark["unit"] or None
    kind = _KINDS.get(
        unit or "", FigureKind.DURATION if unit in _TIMES else FigureKind.MEASURE if unit else FigureKind.COUNT
    )
    if sign == "?":
        kind, measure = FigureKind.VAGUE, Measure(None, value, None, unit)
    elif sign == "~":
        measure = Measure(value, None, None, unit, approximate=True, bound=Bound.ABOUT)
    elif sign in (">", ">="):
        measure = Measure(value, value, None, unit, bound=Bound(sign))
    elif sign in ("<", "<="):
        measure = Measure(value, None, value, unit, bound=Bound(sign))
    else:
        measure = Measure(value, value, value, "year" if unit == "age" else unit, bound=Bound.EXACT)
    return Figure(made.passage(start, start + len(mark["surface"])), kind, measure, mark["counted"] or None)


def corpus(*texts: str) -> tuple[list[Figure], list[Parsed]]:
    """The figures and parses of one article a text, with the ids a, b, c ..."""
    made = [article(text, "abcdefghij"[at]) for at, text in enumerate(texts)]
    return [figure for _, figures in made for figure in figures], list(parse(one for one, _ in made))

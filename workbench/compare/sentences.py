"""The sentence that a briefing would use for a quantity, made from the data only."""

from collections.abc import Mapping, Sequence
from itertools import combinations, groupby

from workbench.compare import verdicts
from workbench.compare.sums import number
from workbench.model import Bound, Figure, Quantity, Standing, Verdict

_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_PLURAL = (
    *("second", "minute", "hour", "day", "night", "week", "month", "year", "decade", "century"),
    *("inch", "mile", "yard", "metre", "meter", "kilometre", "kilometer", "tonne", "pound", "litre", "acre", "point"),
)
_ODD = {"inch": "inches", "century": "centuries"}
_BOUNDS = {
    Bound.EXACT: "",
    Bound.ABOUT: "about ",
    Bound.ABOVE: "more than ",
    Bound.AT_LEAST: "at least ",
    Bound.BELOW: "less than ",
    Bound.AT_MOST: "at most ",
}


def sentence(quantity: Quantity, names: Mapping[str, str] | None = None, *, sources: int | None = None) -> str:
    """What the sources say of a quantity, in one or two clauses.

    `names` gives what to call an article (else its id); `sources` is how many articles the corpus has, so that "all"
    can be said. Example: "prisoners freed: all five sources say 123; north also says more than 100, which fits."
    """
    known = names or {}
    by_article: dict[str, list[Figure]] = {article_id: [] for article_id in quantity.sources}
    for figure in quantity.figures:
        if figure.passage.article_id in by_article:
            by_article[figure.passage.article_id].append(figure)
    bests = {article_id: verdicts.best(some) for article_id, some in by_article.items()}
    moves = verdicts.Moves(quantity.figures)
    said: dict[tuple[Standing | None, str], list[str]] = {}
    for article_id, figure in bests.items():
        said.setdefault((_manner(figure), stated(figure)), []).append(article_id)
    order = sorted(said.items(), key=lambda item: (-len(item[1]), quantity.sources.index(item[1][0])))
    parts = [_says(ids, words, manner, sources, known) for (manner, words), ids in order]
    text = f"{quantity.label}: " + "; ".join(parts)
    also = _also(by_article, bests, known)
    match quantity.verdict:
        case Verdict.CONFLICT:
            text += "; they cannot all be true"
        case Verdict.COMPATIBLE if len(said) > 1:
            text += _moved(list(bests.values()), moves) or "; all can be true"
        case Verdict.SINGLE_SOURCE:
            text += ", and no other source speaks to it" if sources != 1 else ""
    return f"{text}{also}."


def _manner(figure: Figure) -> Standing | None:
    """How a figure is put where it is no plain statement; an update states its number as any other."""
    return None if figure.standing is Standing.UPDATE else figure.standing


def _moved(bests: Sequence[Figure], moves: verdicts.Moves) -> str:
    """Why different values can all be true: the days or the order of the counts; empty where values do not differ."""
    reasons = {
        verdicts.between(a, b, moves)[1]
        for a, b in combinations(bests, 2)
        if verdicts.pair(a.measure, b.measure)[0] is Verdict.CONFLICT
    }
    if not reasons:
        return ""
    if any(reason.startswith("reported") for reason in reasons):
        return "; reported on different days, so the count may have moved"
    return "; the count has moved since"


def units(unit: str, value: float | None) -> str:
    """A unit as it stands behind a number.

    >>> units("cubic metre", 4.0), units("hour", 1.0), units("square inch", 2.0), units("GBP", 5.0), units("day", None)
    ('cubic metres', 'hour', 'square inches', 'GBP', 'days')
    >>> units("USD per year", 5.0), units("tonne per day", 5.0)
    ('USD per year', 'tonnes per day')
    """
    own, per, by = unit.partition(" per ")
    last = own.rpartition(" ")[2]
    if value == 1 or last not in _PLURAL:
        return unit
    return own.removesuffix(last) + _ODD.get(last, f"{last}s") + per + by


def bound(figure: Figure) -> str:
    """The words before a number that say its bound, with a space: "more than "; empty for an exact one."""
    return _BOUNDS[verdicts.kind(figure.measure) or Bound.EXACT]


def stated(figure: Figure) -> str:
    """A figure in words: its bound, number and unit; a vague one as it stands.

    "more than 100", "about 2.5 hours", "4 cubic metres", "dozens", "10 to 12 %".
    """
    measure = figure.measure
    unit = f" {units(measure.unit, measure.value)}" if measure.unit else ""
    if measure.value is not None:
        return f"{bound(figure)}{number(measure.value)}{unit}"
    if measure.low is not None and measure.high is not None and measure.bound is not None:
        return f"{number(measure.low)} to {number(measure.high)}{unit}"
    return f"“{figure.passage.surface}”"


def _says(
    article_ids: list[str], words: str, manner: Standing | None, total: int | None, names: Mapping[str, str]
) -> str:
    """Who says it: by name where they are one or two, else by their number."""
    count = len(article_ids)
    if count <= 2:
        who = " and ".join(names.get(article_id, article_id) for article_id in article_ids)
    else:
        who = f"{'all ' if count == total else ''}{_WORDS[count] if count < len(_WORDS) else count} sources"
    ends = "s" if count == 1 else ""
    match manner:
        case Standing.DENIED:
            return f"{who} report{ends} that {words} is denied"
        case Standing.SUPPOSED:
            return f"{who} speak{ends} of {words} as a supposition"
        case Standing.EARLIER:
            return f"{who} give{ends} {words} as an earlier count"
    return f"{who} say{ends} {words}"


def _also(by_article: Mapping[str, list[Figure]], bests: Mapping[str, Figure], names: Mapping[str, str]) -> str:
    """What articles say beside their best statement, and whether it fits."""
    found = []
    for article_id, some in by_article.items():
        best = stated(bests[article_id])
        name = names.get(article_id, article_id)
        before = [one for one in some if one.standing is Standing.EARLIER and bests[article_id] is not one]
        others = dict.fromkeys(stated(one) for one in some if one not in before and stated(one) != best)
        earlier = dict.fromkeys(stated(one) for one in before)
        if others:
            fits = ", which fits" if _fits(some, bests[article_id]) else ", which does not fit"
            found.append(("also", " and ".join(others), fits, name))
        if earlier:
            found.append(("earlier", " and ".join(earlier), "", name))
    clauses = []
    for (kind, words, fits), group in groupby(sorted(found), key=lambda one: one[:3]):
        who = " and ".join(name for *_, name in group)
        ends = "" if " and " in who else "s"
        verb = f"also say{ends} {words}" if kind == "also" else f"give{ends} {words} as an earlier count"
        clauses.append(f"; {who} {verb}{fits}")
    return "".join(clauses)


def _fits(some: list[Figure], best: Figure) -> bool:
    return all(verdicts.between(figure, best)[0] is not Verdict.CONFLICT for figure in some)

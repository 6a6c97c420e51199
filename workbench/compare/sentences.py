"""The sentence that a briefing would use for a quantity, made from the data only."""

from collections.abc import Mapping
from itertools import groupby

from workbench.compare import verdicts
from workbench.compare.sums import number
from workbench.model import Bound, Figure, Quantity, Verdict

_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_PLURAL = (
    *("second", "minute", "hour", "day", "week", "month", "year", "decade", "century"),
    *("inch", "mile", "yard", "metre", "meter", "kilometre", "kilometer", "tonne", "pound", "litre", "acre", "point"),
)
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
    by_article = {
        article_id: [figure for figure in quantity.figures if figure.passage.article_id == article_id]
        for article_id in quantity.sources
    }
    bests = {article_id: verdicts.best(some) for article_id, some in by_article.items()}
    said: dict[str, list[str]] = {}
    for article_id, figure in bests.items():
        said.setdefault(stated(figure), []).append(article_id)
    total = sources if sources is not None else None
    order = sorted(said.items(), key=lambda item: (-len(item[1]), quantity.sources.index(item[1][0])))
    parts = [_says(ids, words, total, known) for words, ids in order]
    text = f"{quantity.label}: " + "; ".join(parts)
    also = _also(by_article, bests, known)
    match quantity.verdict:
        case Verdict.CONFLICT:
            text += "; they cannot all be true"
        case Verdict.COMPATIBLE if len(said) > 1:
            moved = verdicts.overall(list(bests.values())) is Verdict.CONFLICT
            text += "; published on different days, so the count may have moved" if moved else "; all can be true"
        case Verdict.SINGLE_SOURCE:
            text += ", and no other source speaks to it" if total != 1 else ""
    return f"{text}{also}."


def stated(figure: Figure) -> str:
    """A figure in words: its bound, number and unit; a vague one as it stands.

    "more than 100", "about 2.5 hours", "dozens", "10 to 12 %".
    """
    measure = figure.measure
    unit = f" {measure.unit}" if measure.unit else ""
    if measure.value is not None:
        bound = _BOUNDS[verdicts.kind(measure) or Bound.EXACT]
        plural = "s" if measure.unit in _PLURAL and measure.value != 1 else ""
        return f"{bound}{number(measure.value)}{unit}{plural}"
    if measure.low is not None and measure.high is not None and measure.bound is not None:
        return f"{number(measure.low)} to {number(measure.high)}{unit}"
    return f"“{figure.passage.surface}”"


def _says(article_ids: list[str], words: str, total: int | None, names: Mapping[str, str]) -> str:
    """Who says it: by name where they are one or two, else by their number."""
    count = len(article_ids)
    if count <= 2:
        who = " and ".join(names.get(article_id, article_id) for article_id in article_ids)
    else:
        who = f"{'all ' if count == total else ''}{_WORDS[count] if count < len(_WORDS) else count} sources"
    return f"{who} {'says' if count == 1 else 'say'} {words}"


def _also(by_article: Mapping[str, list[Figure]], bests: Mapping[str, Figure], names: Mapping[str, str]) -> str:
    """What articles say beside their best statement, and whether it fits."""
    found = []
    for article_id, some in by_article.items():
        best = stated(bests[article_id])
        others = dict.fromkeys(stated(figure) for figure in some if stated(figure) != best)
        if others:
            name = names.get(article_id, article_id)
            found.append((" and ".join(others), name, _fits(some, bests[article_id])))
    clauses = []
    for (words, fits), group in groupby(
        sorted(found, key=lambda one: (one[0], one[2])), key=lambda one: (one[0], one[2])
    ):
        who = " and ".join(name for _, name, _ in group)
        verb = "say" if " and " in who else "says"
        clauses.append(f"; {who} also {verb} {words}{', which fits' if fits else ', which does not fit'}")
    return "".join(clauses)


def _fits(some: list[Figure], best: Figure) -> bool:
    return all(verdicts.pair(figure.measure, best.measure)[0] is not Verdict.CONFLICT for figure in some)

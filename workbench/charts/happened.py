"""What the chart of the timeline shows: a row an event and source that dates it, and how a date is written."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd

from workbench.charts import palette
from workbench.extract.date_forms import MONTHS

if TYPE_CHECKING:
    from workbench.model import Article, Happening

COLUMNS = (
    *("happening_id", "order", "start_date", "end_date", "label", "differs", "article_id", "source", "position"),
    *("own_start", "own_end", "surface", "relation"),
)


def data(articles: "Sequence[Article]", happenings: "Iterable[Happening]") -> pd.DataFrame:
    """A row an event and source that dates it, with COLUMNS, in order of time.

    `relation`: same (the date that most sources give), part (less or more exact, and no contradiction), other (a date
    that excludes it) or stretch (from one time to another; an end that is open is missing).
    """
    names = palette.source_labels({a.article_id: a.source.value if a.source else None for a in articles})
    places = {article_id: at for at, article_id in enumerate(names)}
    rows: list[tuple[Any, ...]] = []
    for order, one in enumerate(happenings):
        seen: set[tuple[str, str | None, str | None]] = set()
        for date in sorted(one.dates, key=lambda date: (places[date.passage.article_id], date.passage.start)):
            article_id, own = date.passage.article_id, (date.start_date, date.end_date)
            if (article_id, *own) in seen:
                continue
            seen.add((article_id, *own))
            known = (one.happening_id, order, one.start_date or None, one.end_date, one.label, one.differs)
            said = " ".join(date.passage.surface.split())
            relation = _relation(own, (one.start_date, one.end_date))
            rows.append((*known, article_id, names[article_id], places[article_id], *own, said, relation))
    frame = pd.DataFrame(rows, columns=list(COLUMNS))
    frame.attrs = {"sources": list(names.values())}
    return frame.astype(dict.fromkeys(("start_date", "end_date", "differs", "own_start", "own_end"), "string"))


def _relation(own: tuple[str | None, str | None], given: tuple[str | None, str | None]) -> str:
    if own[0] is None or own[1] is None or own[0] != own[1]:
        return "stretch"
    if own == given:
        return "same"
    inside = str(given[0]).startswith(own[0]) or (bool(given[0]) and own[0].startswith(str(given[0])))
    within = given[1] is not None and str(given[0]) <= own[0] <= f"{given[1]}~"
    return "part" if inside or within else "other"


def worded(start: str | None, end: str | None) -> str:
    """A stretch of time as a chart writes it.

    >>> worded("2025-12-13", "2025-12-13"), worded("2024-07", "2025-12-13"), worded(None, "2020"), worded("2022", None)
    ('13 Dec 2025', 'Jul 2024 – 13 Dec 2025', 'until 2020', 'from 2022')
    """
    if start and end and start != end:
        return f"{_word(start)} – {_word(end)}"
    if start and end:
        return _word(start)
    return f"from {_word(start)}" if start else f"until {_word(end or '')}"


def _word(text: str) -> str:
    parts = text[:10].split("-")
    month = MONTHS[int(parts[1]) - 1][:3].title() if len(parts) > 1 else ""
    return " ".join([*([str(int(parts[2]))] if len(parts) > 2 else []), *([month] if month else []), parts[0]])

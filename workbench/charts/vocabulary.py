"""The words that sources have for people, things and acts: what both forms of their chart show.

Words that are not the source's own stand within marks: “quoted”, ‹reported›. So a copy in grey says the same.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from workbench.charts import palette
from workbench.charts.records import each
from workbench.charts.sheet import Words, source_line, unshown

if TYPE_CHECKING:
    from workbench.tables.rows import Row

COLUMNS = ("key", "rank", "name", "article_id", "source", "position", "words", "uses")
_ARTICLE = re.compile(r"^(?:an?|the)\s+(?=\S)", re.IGNORECASE)
MARKS = {"narrator": ("", ""), "quoted": ("“", "”"), "reported": ("‹", "›")}


@dataclass(frozen=True, slots=True)
class Titles:
    """What the chart is called, what its rows are called, and what it says where it has none."""

    title: str
    row: str
    rows: str
    empty: str


LABELS = Titles("What each source calls them", "Who or what", "people and things", "No labels were found.")
CHOICES = Titles(
    "Different words for one thing", "One thing or act", "things and acts", "No two sources use other words for it."
)


def data(articles: pd.DataFrame, rows: "Sequence[Row]", key: str, names: Mapping[str, str]) -> pd.DataFrame:
    """A row a `key` and source that has words for it, with COLUMNS; what most sources have words for comes first.

    `rows` are rows of the tables ``labels`` or ``wording``; `key` is their column that says what the words are about,
    and `names` what it is called. ``attrs`` name all sources, in order.
    """
    sources = palette.source_labels(dict(zip(articles["article_id"], articles["source"], strict=True)))
    places = {article_id: at for at, article_id in enumerate(sources)}
    found: dict[str, dict[str, Counter[str]]] = {}
    for row in rows:
        if row[key] in names:
            before, after = MARKS["reported" if row.get("reported") else row["voice"]]
            said = " ".join(row["surface"].split())
            if key == "entity_id":
                said = _ARTICLE.sub("", said)  # "the envoy" and "envoy" are one label
            count = found.setdefault(row[key], {}).setdefault(row["article_id"], Counter())
            count[f"{before}{said}{after}"] += 1
    ranked = sorted(found, key=lambda one: (-len(found[one]), -sum(c.total() for c in found[one].values()), one))
    made = [
        (one, rank, names[one], article_id, sources[article_id], places[article_id], _told(count), count.total())
        for rank, one in enumerate(ranked)
        for article_id, count in sorted(found[one].items(), key=lambda item: places[item[0]])
    ]
    frame = pd.DataFrame(made, columns=list(COLUMNS))
    frame.attrs = {"sources": list(sources.values())}
    return frame


def _told(count: Counter[str]) -> str:
    """The words, those used most first; written with a capital and without are one."""
    merged: Counter[str] = Counter()
    form: dict[str, str] = {}
    for said, number in count.items():
        kept = form.setdefault(said.casefold(), said)
        merged[kept] += number
    return " · ".join(f"{said} {number}" if number > 1 else said for said, number in merged.most_common())


def explained(data: pd.DataFrame, titles: Titles, sources: int | None, shown: int) -> Words:
    """Title, key, what is left out and the rows in words; `sources` None: only those are named that have words."""
    every: list[Any] = data.attrs.get("sources", [])
    total = data["key"].nunique()
    if not total:
        return Words(titles.title, "", source_line(every))
    key = "Plain: the source’s own words; “…” quoted; ‹…› reported speech; a number: how often."
    if total > shown:
        key += f" The {shown} {titles.rows} that most sources have words for are shown, {unshown(total - shown)}."
    if sources is None:
        key += " A source that is not named in a row has no words for it."
    told = "; ".join(f"{row.name}, {row.source}: {row.words}" for row in each(data[data["rank"] < shown]))
    return Words(titles.title, key, source_line(every), told)

"""The chart of the corpus: words by source, split by what the text is for."""

from typing import TYPE_CHECKING

import pandas as pd

from workbench.charts import bars, palette
from workbench.charts.records import each
from workbench.charts.sheet import Sheet, Words, source_line, style, theme

if TYPE_CHECKING:
    from matplotlib.axes import Axes

#: What each role of block counts as, in the order in which the parts are stacked, and how strong their colour is.
GROUPS = {"body": 1.0, "headings, summary": 0.62, "captions": 0.36, "posts": 0.18, "set aside": 0.0}
_GROUP_OF = {
    "headline": "headings, summary",
    "standfirst": "headings, summary",
    "summary": "headings, summary",
    "subheading": "headings, summary",
    "body": "body",
    "caption": "captions",
    "embed": "posts",
}
COLUMNS = ("article_id", "label", "position", "duplicate_of", "group", "words")


def data(articles: pd.DataFrame, blocks: pd.DataFrame) -> pd.DataFrame:
    """A row a source and group of roles, shape (articles * groups, COLUMNS), in the order of the corpus."""
    counts: dict[tuple[str, str], int] = {}
    texts = {article.article_id: article.text for article in each(articles)}
    for block in each(blocks):
        key = (block.article_id, _GROUP_OF.get(block.role, "set aside"))
        counts[key] = counts.get(key, 0) + len(texts[block.article_id][block.start : block.end].split())
    labels = palette.source_labels(dict(zip(articles["article_id"], articles["source"], strict=True)))
    rows = [
        (row.article_id, labels[row.article_id], at, row.duplicate_of, group, counts.get((row.article_id, group), 0))
        for at, row in enumerate(each(articles))
        for group in GROUPS
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def draw(data: pd.DataFrame, ax: "Axes | None" = None) -> "Axes":
    """Draw what :func:`data` gives: a bar a source, the words of its prose first, what was set aside last."""
    with style(theme()):
        sources = [group for _, group in data.groupby("position", sort=True)]
        shown = [_bar(rows) for rows in sources[: bars.MOST]]
        sheet = Sheet(ax, bars.height(shown), _words(data, len(sources)))
        if shown:
            bars.draw_bars(sheet, shown, "no words")
        else:
            sheet.say_empty("There are no articles, so there is nothing to count.")
        return sheet.ax  # type: ignore[no-any-return]


def _bar(rows: pd.DataFrame) -> bars.Bar:
    first = rows.iloc[0]
    look = palette.look(int(first["position"]), theme())
    segments = []
    for group, count in zip(rows["group"], rows["words"], strict=True):
        fill = bars.blend(look.colour, GROUPS[group])
        hatch = "/////" if group == "set aside" else ""  # a hatch means this here, and nothing else
        segments.append(bars.Segment(count, f"{group} {count:,}", fill, hatch))
    kept = rows.loc[rows["group"] != "set aside", "words"].sum()
    copied = first["duplicate_of"]
    note = f"{kept:,} words" if pd.isna(copied) else f"same as {palette.shorten(str(copied), 16)}"
    return bars.Bar(str(first["label"]), note, look.colour, tuple(segments))


def _words(data: pd.DataFrame, sources: int) -> Words:
    aside = int(data.loc[data["group"] == "set aside", "words"].sum())
    kept = int(data["words"].sum()) - aside
    said = f"{kept:,} words of headlines, text, captions and posts are read"
    said += f"; {aside:,} words of furniture, credits and dates are set aside." if aside else "; nothing is set aside."
    if sources > bars.MOST:
        said += f" The first {bars.MOST} of {sources} articles are shown."
    labels = list(dict.fromkeys(data["label"]))
    return Words("Words by source", said if sources else "", source_line(labels))

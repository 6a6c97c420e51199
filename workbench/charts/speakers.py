"""The chart of the voices: whose words each source quotes, with the narrator's words beside them."""

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

import pandas as pd

from workbench.charts import bars, palette
from workbench.charts.records import each
from workbench.charts.sheet import Sheet, Words, source_line, style, theme

if TYPE_CHECKING:
    from collections.abc import Iterable

    from matplotlib.axes import Axes

#: The kinds of quote that are words between marks; titles are names, indirect speech is in the article's own words, and
#: an embedded post stands beside the text: it is neither quoted in it nor the narrator's.
SPOKEN = ("direct", "partial", "term")
NOBODY = "not named"
_CUT = re.compile(r"\.{3,}|…")
COLUMNS = ("article_id", "label", "position", "speaker", "words", "prose")


def data(articles: pd.DataFrame, quotes: pd.DataFrame) -> pd.DataFrame:
    """A row a source and speaker (null where not known), with quoted words and all words of the source's prose.

    A source that quotes nobody has one row with 0 words. A quote within a quote counts once, for the outer speaker.
    Embedded posts count neither as quoted words nor as prose.
    """
    labels = palette.source_labels(dict(zip(articles["article_id"], articles["source"], strict=True)))
    spoken, posts = quotes[quotes["kind"].isin(SPOKEN)], quotes[quotes["kind"] == "embed"]
    posted: Counter[str] = Counter()
    for post in each(posts):
        posted[post.article_id] += len(post.surface.split())
    rows = []
    for at, article in enumerate(each(articles)):
        counts: dict[str | None, int] = {}
        for quote in _outermost(spoken[spoken["article_id"] == article.article_id]):
            counts[quote.speaker] = counts.get(quote.speaker, 0) + _counted(quote.surface)
        rows += [
            (
                article.article_id,
                labels[article.article_id],
                at,
                speaker,
                count,
                int(article.words - posted[article.article_id]),
            )
            for speaker, count in (counts or {None: 0}).items()
        ]
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype({"speaker": "string"})


def draw(data: pd.DataFrame, ax: "Axes | None" = None) -> "Axes":
    """Draw what :func:`data` gives: a bar a source, a part a speaker, the most quoted in the corpus first."""
    with style(theme()):
        fills = _fills(data)
        sources = [group for _, group in data.groupby("position", sort=True)]
        shown = [_bar(rows, fills) for rows in sources[: bars.MOST]]
        sheet = Sheet(ax, bars.height(shown), _words(data, len(sources)))
        if not shown:
            sheet.say_empty("There are no articles, so nobody is quoted.")
        elif not data["words"].sum():
            sheet.say_empty("No quoted words were found in these articles.")
        else:
            bars.draw_bars(sheet, shown, "nobody is quoted")
        return sheet.ax  # type: ignore[no-any-return]


def _counted(words: str) -> int:
    """How many words: "imprisoned...so" is two.

    >>> _counted("jailed...so, at last"), _counted("well …")
    (4, 1)
    """
    return len(_CUT.sub(" ", words).split())


def _outermost(quotes: pd.DataFrame) -> "Iterable[Any]":
    """The quotes that do not lie inside another one."""
    reached = -1
    for quote in sorted(each(quotes), key=lambda quote: (quote.start, -quote.end)):
        if quote.end > reached:
            reached = quote.end
            yield quote


def _fills(data: pd.DataFrame) -> dict[str, tuple[str, str]]:
    """Fill and hatch by speaker, from the most to the least quoted; alphabetical where equal."""
    totals: dict[str, int] = {}
    for row in each(data.dropna(subset=["speaker"])):
        totals[row.speaker] = totals.get(row.speaker, 0) + row.words
    ranked = sorted(totals, key=lambda name: (-totals[name], name))
    return {name: palette.tint(at, theme()) for at, name in enumerate(ranked)}


def _bar(rows: pd.DataFrame, fills: dict[str, tuple[str, str]]) -> bars.Bar:
    counts = {
        None if pd.isna(name) else str(name): int(n) for name, n in zip(rows["speaker"], rows["words"], strict=True)
    }
    segments = [
        bars.Segment(
            counts[name], f"{palette.cut(name, 32)} {counts[name]:,}", *fill, _short(name, counts[name], fills)
        )
        for name, fill in fills.items()
        if name in counts
    ]
    if counts.get(None):
        segments.append(bars.Segment(counts[None], f"{NOBODY} {counts[None]:,}", bars.blend("#808080", 0.12), ""))
    narrated = max(0, int(rows["prose"].iloc[0]) - sum(counts.values()))
    look = palette.look(int(rows["position"].iloc[0]), theme())
    return bars.Bar(str(rows["label"].iloc[0]), f"narrator {narrated:,}", look.colour, tuple(segments))


def _short(name: str, count: int, others: "Iterable[str]") -> str:
    """The surname with the count, where the name looks like a person's and nobody else ends in the same word."""
    parts = name.split()
    person = 1 < len(parts) < 4 and all(part[:1].isupper() and part[1:].islower() for part in parts)
    alone = sum(other.split()[-1:] == parts[-1:] for other in others) == 1
    return f"{parts[-1]} {count:,}" if person and alone else ""


def _words(data: pd.DataFrame, sources: int) -> Words:
    quoted = int(data["words"].sum())
    prose = int(data.drop_duplicates("position")["prose"].sum())
    people = data["speaker"].nunique()
    said = f"{quoted:,} quoted words of {people} speaker{'' if people == 1 else 's'}, "
    said += f"beside {max(0, prose - quoted):,} words of the narrators’ own."
    if sources > bars.MOST:
        said += f" The first {bars.MOST} of {sources} articles are shown."
    labels = list(dict.fromkeys(data["label"]))
    return Words("Who is heard: quoted words by speaker", said if sources else "", source_line(labels))

"""From a briefing to what renderers are given: ids looked up, passages numbered, charts drawn."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from workbench import __version__, charts
from workbench.briefing import items
from workbench.citing import place
from workbench.compare.sentences import sentence
from workbench.errors import OptionError
from workbench.export.document import native
from workbench.export.document.blocks import Bars, Block, Citation, Grid, Head, Made, Para, Picture
from workbench.export.printable import line

if TYPE_CHECKING:
    from workbench.corpus import Corpus
    from workbench.model import Passage

#: The charts that a briefing can hold.
CHARTS = tuple(
    name
    for name in charts.__all__
    if name not in ("THEMES", "describe", "image", "source_colours", "source_labels", "style")
)
#: Citations behind one statement; the first of each source comes first.
MOST_CITED = 5
_IMAGES: WeakKeyDictionary[Any, bytes] = WeakKeyDictionary()
_AROUND = 420  # characters of the sentence around a passage
_LONGEST = 900  # characters of a quote as it is shown


def resolve(briefing: items.Briefing, corpus: "Corpus") -> Made:
    """The briefing as blocks and numbered citations.

    Raises OptionError for a chart that there is not.
    """
    work = _Work(corpus)
    blocks = tuple(block for item in briefing.items for block in work.blocks(item))
    foot = (
        f"Analyst workbench {__version__}. {len(corpus.documents):,} articles read; their files are named with SHA-256."
    )
    return Made(line(briefing.title), blocks, tuple(work.citations.values()), foot)


def labels(corpus: "Corpus") -> dict[str, str]:
    """What each source is called, by article_id."""
    return charts.source_labels({one.article_id: one.source.value if one.source else None for one in corpus.documents})


class _Work:
    """The look-ups of one briefing, and the numbers of its citations in the order of their first use."""

    def __init__(self, corpus: "Corpus") -> None:
        self.corpus = corpus
        self.names = labels(corpus)
        self.citations: dict[items.Where, Citation] = {}

    def blocks(self, item: items.Item) -> Iterator[Block]:
        """What an item shows; one that is no longer there says so."""
        match item:
            case items.Heading(text, level, maker):
                yield Head(line(text), level, maker)
            case items.Text(text, maker):
                for part in filter(None, (line(part) for part in text.split("\n\n"))):
                    yield Para(part, maker)
            case items.Statement():
                yield Para(line(item.text), item.maker, self.cite(item.where), item.status, point=True)
            case items.Chart():
                yield self._chart(item)
            case items.Table(name, columns, rows, title, maker):
                yield Grid(line(title or name), columns, rows, maker)
            case _:
                yield self._looked_up(item)

    def cite(self, where: Iterable[items.Where]) -> tuple[int, ...]:
        """The numbers of passages, those of different sources first; no more than can be read."""
        first: dict[str, items.Where] = {}
        wanted = [one for one in dict.fromkeys(where) if one[0] in self.names]
        for one in wanted:
            first.setdefault(one[0], one)
        kept = list(dict.fromkeys([*first.values(), *wanted]))[: max(MOST_CITED, len(first))]
        return tuple(sorted(self._citation(one).number for one in kept))

    def _citation(self, where: items.Where) -> Citation:
        if where not in self.citations:
            article_id, start, end = where
            article = self.corpus.document(article_id)
            stands = place.of(article, start, end)
            text, (at, to) = place.clip(stands.sentence, (stands.at, stands.to), _AROUND)
            self.citations[where] = Citation(
                number=len(self.citations) + 1,
                article_id=article_id,
                source=line(self.names[article_id]),
                paragraph=stands.paragraph,
                start=start,
                end=end,
                before=_kept(text[:at]),
                passage=line(text[at:to]),
                after=_kept(text[to:]),
                full=line(place.citation(article, start, end)),
                sha256=article.sha256,
            )
        return self.citations[where]

    def _chart(self, item: items.Chart) -> Picture:
        if item.name not in CHARTS:
            raise OptionError(f"There is no chart {item.name!r}; the charts are {', '.join(CHARTS)}.")
        drawn = getattr(charts, item.name)(self.corpus, **dict(item.arguments))
        words = getattr(drawn, "workbench_words", None)
        title = line(item.title or (words.title if words else item.name))
        return Picture(item.name, title, line(item.caption), line(charts.describe(drawn)), drawn, self._bars(item))

    def _bars(self, item: items.Chart) -> Bars | None:
        make = native.MAKERS.get(item.name)
        return make(self.corpus) if make and not item.arguments else None

    def _looked_up(self, item: items.Item) -> Para:
        found: Para | None = None
        match item:
            case items.Quantity(key):
                found = self._quantity(key)
            case items.Figure(key):
                found = self._figure(key)
            case items.Quote(key):
                found = self._quote(key)
            case items.Claim(key):
                found = self._claim(key)
            case items.Check(key):
                found = self._check(key)
        what = type(item).__name__.lower()
        gone = f"A {what} that was picked is no longer found in the articles: look for it again, or leave it out."
        return found or Para(gone, items.Maker.MACHINE, point=True)

    def _quantity(self, key: str) -> Para | None:
        found = next((one for one in self.corpus.comparison.quantities if one.quantity_id == key), None)
        if found is None:
            return None
        said = sentence(found, self.names, sources=len(self.names))
        said += f" Origins named: {'; '.join(found.origins)}." if found.origins else " No origin is named."
        return self._point(said, [figure.passage for figure in found.figures], self._row("quantities", key))

    def _figure(self, key: str) -> Para | None:
        row = self._row("figures", key)
        if not row:
            return None
        spoken = f", according to {row['speaker']}" if row["speaker"] else ""
        counted = f" ({row['counted']})" if row["counted"] else ""
        said = f"{self.names[row['article_id']]}: {row['surface']}{counted}{spoken}"
        where = (row["article_id"], row["start"], row["end"])
        return Para(line(said), items.Maker.MACHINE, self.cite([where]), status(row), point=True)

    def _quote(self, key: str) -> Para | None:
        row = self._row("quotes", key)
        if not row:
            return None
        where = (row["article_id"], row["start"], row["end"])
        text, _ = place.clip(row["surface"], (0, min(_LONGEST, len(row["surface"]))), _LONGEST)
        spoken = line(row["speaker"] or "")
        said = line(text) if row["kind"] == "indirect" else f"“{line(text)}”"
        return Para(said, items.Maker.MACHINE, self.cite([where]), status(row), point=True, speaker=spoken)

    def _claim(self, key: str) -> Para | None:
        found = next((one for one in self.corpus.framing.claims if one.claim_id == key), None)
        if found is None:
            return None
        said = f"{found.label[:1].upper()}{found.label[1:].rstrip('.')} – told by {self._named(found.article_ids)}"
        said += f"; not by {self._named(found.silent)}" if found.silent else ""
        named = [name for name in found.origins if not found.label.startswith(name)]
        said += f". Origins named: {'; '.join(named)}" if named else ""
        return self._point(f"{said}.", found.passages, self._row("claims", key))

    def _check(self, key: str) -> Para | None:
        found = next((one for one in self.corpus.check_records if one.check_id == key), None)
        if found is None:
            return None
        places = {figure.figure_id: figure.passage for figure in self.corpus.figure_records}
        passages = [*found.passages, *(places[one] for one in found.figure_ids if one in places)]
        return self._point(found.message, passages, self._row("checks", key))

    def _named(self, article_ids: Iterable[str]) -> str:
        return ", ".join(self.names.get(key, key) for key in article_ids)

    def _point(self, text: str, passages: "Iterable[Passage]", row: Mapping[str, Any]) -> Para:
        numbers = self.cite((one.article_id, one.start, one.end) for one in passages)
        return Para(line(text[:1].upper() + text[1:]), items.Maker.MACHINE, numbers, status(row), point=True)

    def _row(self, table: str, key: str) -> Mapping[str, Any]:
        return self._keyed[table].get(key, {})

    @cached_property
    def _keyed(self) -> dict[str, "dict[str, Mapping[str, Any]]"]:
        ids = {"quantities": "quantity_id", "figures": "figure_id", "claims": "claim_id", "checks": "check_id"}
        found: dict[str, dict[str, Mapping[str, Any]]]
        found = {table: {row[key]: row for row in self.corpus.rows(table)} for table, key in ids.items()}
        quotes: dict[str, Mapping[str, Any]]
        quotes = {f"{row['article_id']}:q{row['start']}-{row['end']}": row for row in self.corpus.rows("quotes")}
        return {**found, "quotes": {**quotes, **{row["quote_id"]: row for row in quotes.values()}}}


def status(row: Mapping[str, Any]) -> str:
    """Whose reading a row is: machine, confirmed, corrected or added."""
    return str(row.get("status") or "machine")


def image(axes: Any) -> bytes:
    """The chart as PNG for pages and slides, made once for all formats."""
    if axes not in _IMAGES:
        _IMAGES[axes] = charts.image(axes, "png", 180)
    return _IMAGES[axes]


def fitting(axes: Any) -> tuple[float, float]:
    """Width and height of a chart, in inches."""
    return float(axes.figure.get_figwidth()), float(axes.figure.get_figheight())


def _kept(text: str) -> str:
    """One line, with the space that parts it from the passage kept."""
    said = line(text)
    before = " " if text[:1].isspace() and said else ""
    return f"{before}{said}{' ' if text[-1:].isspace() and said else ''}"

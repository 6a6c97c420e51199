"""Side by side: rows of uses, a column a source; what stands in a cell opens as passages in their sentences."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import pandas as pd

from workbench.charts import unread
from workbench.citing import place, sources
from workbench.markup import Html, join, mark, tag
from workbench.model import Passage, Voice
from workbench.views import narrow

if TYPE_CHECKING:
    from workbench.corpus import Corpus

FIXED = ("name", "kind", "sources", "uses", "text")
#: Passages listed in full at most; the tables have all of them.
MOST = 60
#: Characters of a sentence shown in the panel; a longer one is cut around the passage.
_LONGEST = 260
#: How words that are not the article's own are shown: by their marks, not by colour alone.
_AROUND = {Voice.NARRATOR: ("", ""), Voice.QUOTED: ("“", "”"), Voice.REPORTED: ("‹", "›")}
LEGEND = (
    "Plain: the source's own words · “…” somebody quoted · ‹…› what somebody is reported to say · "
    "a number: how often · – nothing found (rest on it to see what was looked for)."
)


@dataclass(frozen=True, slots=True)
class Use:
    """One place at which a source has it: how a cell shows it, the passage, in whose voice, and a note."""

    text: str
    passage: Passage
    voice: Voice = Voice.NARRATOR
    speaker: str | None = None
    note: str | None = None

    @property
    def shown(self) -> str:
        """The text, within marks where it is not the article's own."""
        before, after = _AROUND[self.voice]
        return f"{before}{self.text}{after}"


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its id, its name, its kind, where it is used, a quieter line, and what was looked for elsewhere."""

    key: str
    name: str
    kind: str
    uses: tuple[Use, ...]
    sub: str = ""
    sought: tuple[str, ...] = ()

    @property
    def articles(self) -> frozenset[str]:
        """The articles that have a use of it."""
        return frozenset(use.passage.article_id for use in self.uses)

    @property
    def rank(self) -> tuple[int, int]:
        """To sort by: what most sources have first, then what is used most."""
        return -len(self.articles), -len(self.uses)


@dataclass(frozen=True)
class Sides:
    """`rows` by source, uses in other voices than `voices` left out (none: all voices); everything is made once."""

    corpus: "Corpus"
    rows: tuple[Row, ...]
    voices: tuple[str, ...] = ()

    @cached_property
    def sources(self) -> sources.Sources:
        """What the sources are called and how they are coloured."""
        return sources.of(self.corpus.documents)

    @cached_property
    def columns(self) -> dict[str, str]:
        """The column of the frame for each article, in the order of the corpus."""
        return sources.columns(self.sources.names, FIXED)

    @cached_property
    def by_key(self) -> dict[str, Row]:
        """The rows that have a use left, by id, in their order."""
        return {row.key: row for row in self.rows if any(self.uses(row).values())}

    @cached_property
    def named(self) -> dict[str, str]:
        """What the sources are called, by article."""
        return {key: self.sources.names[key] for key in self.columns}

    @cached_property
    def column_of(self) -> dict[str, str]:
        """The column of the frame for each name of a source."""
        return {self.sources.names[key]: column for key, column in self.columns.items()}

    @cached_property
    def _places(self) -> dict[str, int]:
        return {key: at for at, key in enumerate(self.columns)}

    @cached_property
    def _used(self) -> dict[int, tuple[Row, Mapping[str, list[Use]]]]:
        return {}

    def uses(self, row: Row) -> Mapping[str, list[Use]]:
        """The uses of a row by article, in the order of the corpus and the text; those without are left out."""
        if id(row) not in self._used:
            self._used[id(row)] = (row, self._by_article(row))
        return self._used[id(row)][1]

    def _by_article(self, row: Row) -> dict[str, list[Use]]:
        found: dict[str, list[Use]] = defaultdict(list)
        for use in sorted(row.uses, key=lambda use: use.passage.start):
            if not self.voices or use.voice.value in self.voices:
                found[use.passage.article_id].append(use)
        return {key: found[key] for key in sorted(found.keys() & self._places.keys(), key=self._places.__getitem__)}

    @cached_property
    def frame(self) -> pd.DataFrame:
        """A row a row (by its id), a column a source with what it uses and how often; None where it is silent."""
        columns = [*FIXED[:2], *self.columns.values(), *FIXED[2:]]
        index = pd.Index(list(self.by_key), dtype="object", name="row")
        rows = [self._row(row) for row in self.by_key.values()]
        return narrow.built(rows, columns, index, integer=("sources", "uses"))

    @cached_property
    def having(self) -> dict[str, int]:
        """How many rows each source has something of, by its column."""
        counts = Counter(key for row in self.by_key.values() for key in self.uses(row))
        return {column: counts[key] for key, column in self.columns.items()}

    def _row(self, row: Row) -> dict[str, object]:
        by_article = self.uses(row)
        words = {self.columns[key]: told(uses) for key, uses in by_article.items()}
        every = [use for uses in by_article.values() for use in uses]
        text = " ".join([*(use.text for use in every), *(use.speaker or "" for use in every)])
        return {
            **words,
            "name": row.name,
            "kind": row.kind,
            "sources": len(by_article),
            "uses": len(every),
            "text": text,
        }


def counted(uses: Iterable[Use]) -> list[tuple[str, int]]:
    """What is used, as shown, and how often; the most frequent first, then as it comes. Capitals make no difference.

    >>> from workbench.model import Passage
    >>> counted([Use("a move", Passage("a", 0, 6, "a move")), Use("A move", Passage("a", 9, 15, "A move"))])
    [('a move', 2)]
    """
    counts: Counter[str] = Counter()
    first: dict[str, str] = {}
    for use in uses:
        key = " ".join(use.shown.split()).casefold()
        counts[key] += 1
        kept = first.setdefault(key, " ".join(use.shown.split()))
        if kept != key and use.shown == key:  # written small somewhere: the capital was that of a headline
            first[key] = use.shown
    return [(first[key], count) for key, count in counts.most_common()]


def told(uses: Iterable[Use]) -> str:
    """What is used, in one line: ``detainees 2 · “individuals”``."""
    return " · ".join(f"{text}\u00a0{count}" if count > 1 else text for text, count in counted(uses))


def render(sides: Sides, row: Row, silence: str, apart: Collection[str] = ()) -> Html:
    """The panel of one row: every use in its sentence, source by source, and who is silent, but for `apart`. Pure."""
    by_article = sides.uses(row)
    every = [use for key in sides.columns for use in by_article.get(key, ())]
    items = [tag("li", stated(sides, uses)) for uses in _by_sentence(sides, every[:MOST])]
    more = f"… and {len(every) - MOST:,} more: see the table." if len(every) > MOST else ""
    names, unknown = sides.sources.names, unread.of(sides.corpus.documents)
    without = [key for key in sides.columns if not by_article.get(key) and key not in apart]
    silent = [names[key] for key in without if key not in unknown]
    not_looked = unread.told([names[key] for key in without if key in unknown])
    sought = f" {looked_for(row)}" if row.sought else ""
    return tag(
        "div",
        tag("h3", row.name, " ", tag("span", row.kind, class_="wb-badge") if row.kind else ""),
        tag("ul", *items, class_="wb-statements"),
        tag("p", more, class_="wb-cite") if more else "",
        tag("p", tag("b", f"{silence}: "), ", ".join(silent), ".", sought, class_="wb-cite") if silent else "",
        tag("p", not_looked, class_="wb-cite") if not_looked else "",
        class_="wb-panel",
    )


def looked_for(row: Row) -> str:
    """What was looked for where a source is silent, as a sentence; empty where nothing is known of it."""
    return f"Looked for: {'; '.join(row.sought)}." if row.sought else ""


def _by_sentence(sides: Sides, uses: Iterable[Use]) -> list[list[Use]]:
    """Uses in one sentence together, where they are in one voice and the sentence is shown whole."""
    found: dict[tuple[object, ...], list[Use]] = {}
    for at, use in enumerate(uses):
        key = use.passage.article_id
        span = place.sentence(sides.corpus.document(key), use.passage)
        alone = at if span.end - span.start > _LONGEST else None
        found.setdefault((key, span, use.voice, use.speaker, use.note, alone), []).append(use)
    return list(found.values())


def stated(sides: Sides, uses: Sequence[Use]) -> Html:
    """Source, ¶, the sentence with the passages marked, in whose voice, and a note; `uses` are of one sentence."""
    use, passage = uses[0], uses[0].passage
    article = sides.corpus.document(passage.article_id)
    where = place.of(article, passage.start, passage.end)
    text, span = place.clip(where.sentence, (where.at, where.to), _LONGEST)
    by = span[0] - passage.start
    spans = [(other.passage.start + by, other.passage.end + by) for other in uses]
    role = article.block_at(passage.start).role
    badges = [_voice(use)] if use.voice is not Voice.NARRATOR else []
    badges += [use.note] if use.note else []
    badges += [] if role in place.PLAIN_ROLES else [role.value]
    parts = [source(sides, passage.article_id), tag("span", f"¶{where.paragraph}", class_="wb-cite")]
    return join([*parts, mark(text, spans), *(tag("span", badge, class_="wb-badge") for badge in badges)], " ")


def source(sides: Sides, article_id: str) -> Html:
    """The name of a source with its colour beside it."""
    swatch = tag("span", class_="wb-swatch", style=f"background:{sides.sources.colours.get(article_id)}")
    return tag("span", swatch, sides.sources.names[article_id], class_="wb-src")


def cited(sides: Sides, row: Row) -> str:
    """The row in plain text, with where to find each source's first use."""
    parts = []
    for key, uses in sides.uses(row).items():
        paragraph = sides.corpus.document(key).paragraph_at(uses[0].passage.start)
        parts.append(f"{sides.sources.names[key]}: {told(uses)} (first in ¶{paragraph})")
    return f"{row.name}. {'; '.join(parts)}."


def _voice(use: Use) -> str:
    return f"{use.voice.value}: {use.speaker}" if use.speaker else use.voice.value

"""What the page of a briefing tells: articles, problems, figures and quotes, every statement in its sentence."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from workbench import charts
from workbench.charts import selection
from workbench.charts.records import each
from workbench.charts.selection import VERDICTS
from workbench.citing import place, say
from workbench.markup import Html, join, mark, tag

if TYPE_CHECKING:
    from workbench.corpus import Corpus
    from workbench.model import Article

#: Statements listed one by one; beyond that the page would be too long to read, and the tables have them all.
MOST = 400


#: What a figure is called that is no plain statement of its article.
STANDINGS = {"earlier": "an earlier count", "denied": "denied", "supposed": "a supposition"}


class Told:
    """The parts of the page that tell what the tables hold."""

    def __init__(self, corpus: "Corpus") -> None:
        self.corpus = corpus
        self.by_id = {article.article_id: article for article in corpus.documents}
        self.positions = {article_id: at for at, article_id in enumerate(self.by_id)}
        self.labels = self.names(corpus)
        self.words = {row["article_id"]: row["words"] for row in corpus.rows("articles")}
        self.standings = {
            (row["article_id"], row["start"], row["end"]): row["standing"]
            for row in corpus.rows("figures")
            if row["standing"] in STANDINGS
        }
        self.shared = selection.data(corpus.articles, corpus.figures, quantities=corpus.quantities, most=MOST)

    @staticmethod
    def names(corpus: "Corpus") -> dict[str, str]:
        """What each source is called, by article_id."""
        return charts.source_labels({a.article_id: a.source.value if a.source else None for a in corpus.documents})

    def lead(self) -> Html:
        """What the corpus holds and what stands out."""
        quotes = self.corpus.rows("quotes")
        people = {row["speaker"] for row in quotes if row["speaker"]}
        indirect = sum(row["kind"] == "indirect" for row in quotes)
        figures = counted(len(self.corpus.rows("figures")), "figure")
        quoted = f"{counted(len(quotes) - indirect, 'quoted passage')} and {indirect:,} of indirect speech"
        said = (
            f"{counted(len(self.by_id), 'article')}, {sum(self.words.values()):,} words. "
            f"They state {figures} and carry {quoted}, from {counted(len(people), 'named speaker')}."
        )
        found = [tag("li", *line) for line in (*self._conflicts(), *self._agreed())]
        listed = tag("ul", *found, class_="found") if found else ""
        return join([tag("p", said, class_="lead"), tag("p", self._verdicts(), class_="verdicts"), listed])

    def _verdicts(self) -> str:
        """How many of the things that several sources count they agree on."""
        groups = self.shared[self.shared["sources"] > 1].drop_duplicates("group")
        counts = groups["verdict"].value_counts()
        said = [f"{VERDICTS[name].split()[0]} {counts[name]:,} {name}" for name in VERDICTS if name in counts]
        if not said:
            return ""
        return f"{counted(len(groups), 'quantity', 'quantities')} in two or more sources: {' · '.join(said)}"

    def _conflicts(self) -> Iterator[tuple[object, ...]]:
        """The first quantities in conflict, with what each source states."""
        torn = self.shared[(self.shared["verdict"] == "conflict").fillna(False)]
        for _, some in list(torn.groupby("group", sort=False))[:5]:
            plain = [row for row in _records(some) if not self._standing(row)]
            stated = (join([say.stated(row), " ", self.source(row["article_id"])]) for row in plain)
            yield tag("b", f"▲ conflict: {some.iloc[0]['heading']}"), ": ", join(stated, ", ")

    def _agreed(self) -> Iterator[tuple[object, ...]]:
        """The numbers that most sources state exactly, with the sources."""
        exact = self.shared[(self.shared["bound"] == "=").fillna(False) & self.shared["value"].notna()]
        stating: dict[tuple[str, str, float], dict[str, None]] = {}
        for row in (row for row in each(exact) if not self._standing(row._asdict())):
            stating.setdefault((row.group, row.heading, row.value), {})[row.article_id] = None
        for (_, heading, value), ids in sorted(stating.items(), key=lambda item: -len(item[1]))[:5]:
            if len(ids) > 1:
                names = join((self.source(article_id) for article_id in ids), ", ")
                yield tag("b", f"{heading}: {say.number(value)}"), f" in {len(ids)} sources: ", names

    def source(self, article_id: str) -> Html:
        """The name of a source in its colour."""
        return tag("span", self.labels[article_id], class_=f"src s{self.positions[article_id]}")

    def cite(self, article: "Article", start: int, end: int) -> Html:
        """[source ¶n], with the full citation as a title."""
        number = f" ¶{article.paragraph_at(start)}"
        return tag(
            "span",
            "[",
            self.source(article.article_id),
            number,
            "]",
            class_="cite",
            title=place.citation(article, start, end),
        )

    def articles(self) -> Html:
        """A row an article."""
        head = table_row("th", ("Source", ""), ("Headline", ""), ("Published", ""), ("Words", "n"), ("File", ""))
        rows = [self._article(row) for row in self.corpus.rows("articles")]
        return tag("table", tag("thead", head), tag("tbody", *rows))

    def _article(self, row: Mapping[str, Any]) -> Html:
        headline = (
            " ".join(row["headline"].split())
            if row["headline"]
            else tag("span", "no headline in the file", class_="mute")
        )
        notes = (
            [f"same text as {self.labels.get(row['duplicate_of'], row['duplicate_of'])}"] if row["duplicate_of"] else []
        )
        notes += (
            [] if row["served"] is not False else [f"language {row['language']}: figures and quotes are not looked for"]
        )
        said = [tag("span", headline, class_="text"), *(tag("div", note, class_="mute") for note in notes)]
        published = row["published"] or tag("span", "not stated", class_="mute")
        file = tag("span", str(row["path"]).replace("\\", "/").rpartition("/")[2], class_="mute")
        cells = (
            (self.source(row["article_id"]), "source"),
            (join(said), ""),
            (published, ""),
            (f"{row['words']:,}", "n"),
            (file, ""),
        )
        return table_row("td", *cells)

    def problems(self) -> Html:
        """What could not be read as it should be."""
        rows = self.corpus.rows("problems")
        if not rows:
            return tag("p", "Every file was read; there is nothing to report.", class_="mute")
        head = table_row("th", ("Severity", ""), ("File", ""), ("What happened, and what to do", ""))
        lines = [
            table_row("td", (row["severity"], ""), (row["path"], ""), (row["message"], "text")) for row in rows[:MOST]
        ]
        return join([tag("table", tag("thead", head), tag("tbody", *lines)), _rest(len(rows), "problems")])

    def figures(self) -> Html:
        """The figures that several sources state, then all of them."""
        rows = self.corpus.rows("figures")
        if not rows:
            return tag("p", "No figures were found in these articles.", class_="mute")
        groups = [
            join([self._heading(some), self._figures(_records(some))])
            for _, some in self.shared.groupby("group", sort=False)
        ]
        intro = tag(
            "p",
            "What most sources count comes first, grouped by what is counted; each statement in its sentence.",
            class_="mute",
        )
        everything = tag(
            "details",
            tag("summary", f"All {counted(len(rows), 'figure')}, in reading order"),
            self._figures(rows[:MOST]),
        )
        return join([intro, *groups, everything, _rest(len(rows), "figures")])

    def _heading(self, some: Any) -> Html:
        first = some.iloc[0]
        verdict = selection.VERDICTS.get(str(first["verdict"]), "") if first["sources"] > 1 else ""
        note = " · ".join(part for part in (counted(int(first["sources"]), "source"), verdict) if part)
        return tag("h3", str(first["heading"]), " ", tag("small", note))

    def _figures(self, rows: Iterable[Mapping[str, Any]]) -> Html:
        head = table_row("th", ("As stated", ""), ("In its sentence", ""), ("Where", ""))
        return tag("table", tag("thead", head), tag("tbody", *(self._figure(row) for row in rows)))

    def _figure(self, row: Mapping[str, Any]) -> Html:
        article = self.by_id[row["article_id"]]
        again = tag("div", f"and {row['times'] - 1} more like it", class_="mute") if row.get("times", 1) > 1 else ""
        who = [tag("span", row["speaker"], class_="badge")] if row["speaker"] else []
        who += [tag("span", "implied", class_="badge")] if row["implied"] else []
        who += [tag("span", STANDINGS[standing], class_="badge")] if (standing := self._standing(row)) else []
        sentence = join([_sentence(article, row["start"], row["end"]), *who], " ")
        return table_row(
            "td",
            (join([say.stated(row), again]), "stated"),
            (sentence, ""),
            (self.cite(article, row["start"], row["end"]), "place"),
        )

    def _standing(self, row: Mapping[str, Any]) -> str | None:
        """What the figure is where it is no plain statement."""
        return self.standings.get((row["article_id"], row["start"], row["end"]))

    def quotes(self) -> Html:
        """The quotes, by speaker: those first whom most sources quote."""
        rows = self.corpus.rows("quotes")
        if not rows:
            return tag("p", "No quotes were found in these articles.", class_="mute")
        spoken: dict[str | None, list[Any]] = {}
        for row in rows:
            spoken.setdefault(row["speaker"], []).append(row)
        ranked = sorted(
            spoken,
            key=lambda name: (
                name is None,
                -len({r["article_id"] for r in spoken[name]}),
                -len(spoken[name]),
                name or "",
            ),
        )
        parts: list[Html] = []
        left = MOST
        for name in ranked[:MOST]:
            some = spoken[name][:left]
            left -= len(some)
            if some:
                parts.append(
                    tag("h3", name or "Speaker not named", " ", tag("small", counted(len(spoken[name]), "passage")))
                )
                parts.append(self._quotes(some))
        return join([*parts, _rest(len(rows), "quotes")])

    def _quotes(self, rows: Iterable[Mapping[str, Any]]) -> Html:
        head = table_row(
            "th", ("Words quoted, in their sentence (dotted: indirect speech)", ""), ("How", ""), ("Where", "")
        )
        return tag("table", tag("thead", head), tag("tbody", *(self._quote(row) for row in rows)))

    def _quote(self, row: Mapping[str, Any]) -> Html:
        article = self.by_id[row["article_id"]]
        how = " · ".join(
            part for part in (row["kind"], row["cue"], f"via {row['via']}" if row["via"] else None) if part
        )
        sentence = _sentence(article, row["start"], row["end"], 600)
        if row["kind"] == "indirect":
            sentence = tag("span", sentence, class_="reported")
        return table_row(
            "td",
            (sentence, ""),
            (tag("span", how, class_="mute"), ""),
            (self.cite(article, row["start"], row["end"]), "place"),
        )


def _sentence(article: "Article", start: int, end: int, most: int = 320) -> Html:
    """The sentence around a passage, the passage marked."""
    where = place.of(article, start, end)
    text, span = place.clip(where.sentence, (where.at, where.to), most)
    return tag("span", mark(text, [span]), class_="text")


def table_row(cell: str, *cells: tuple[object, str]) -> Html:
    """A row of a table: `cell` is th or td, each of `cells` its content and its class."""
    return tag("tr", *(tag(cell, content, class_=name or None) for content, name in cells))


def _records(frame: Any) -> list[dict[str, Any]]:
    """Rows with None for what is missing."""
    return [row._asdict() for row in each(frame)]


def _rest(total: int, table: str) -> Html:
    more = f"The page shows the first {MOST:,} of {total:,}; all of them: "
    return (
        tag("p", more, tag("a", f"tables/{table}.csv", href=f"tables/{table}.csv"), ".", class_="mute")
        if total > MOST
        else Html("")
    )


def counted(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun."""
    return f"{number:,} {noun if number == 1 else plural or f'{noun}s'}"

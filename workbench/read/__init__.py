"""Reading: bytes to articles. `read` is the one entry.

    given      what the caller gave: paths, globs, texts, tables, uploads
    walk       folders to files, files to bytes;  archive  the files in a zip
    sources    what a sources.csv beside the files states
    formats    which reader reads which file:  text, html, pdf, docx, mail, tabular
    decode     bytes to text;  stamps  the dates of metadata as ISO 8601
    layout     the role of each block;  facts, langid, duplicates  what the text proves
    each       the drafts of a file, and the articles that they make; a fault becomes a problem
    assemble   a draft to an article, and the ids of all

Nothing stops the batch: what cannot be read is a problem, with a sentence that says what to do, and the rest is read.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from workbench.cache import Memory, Shelf
from workbench.errors import OptionError, SourceError
from workbench.model import Article, Problem, Severity
from workbench.read import archive, assemble, each, formats, given, walk
from workbench.read import progress as progress_bar
from workbench.read.draft import Raw, too_large

#: A path, a glob, the text of an article, a DataFrame, dictionaries, uploads, or a list of any of these.
Source: TypeAlias = "str | Path | Iterable[str | Path] | Any"


#: Articles of one file that the cache keeps; a larger file is read again each time, one article after the other.
_MOST_KEPT = 1000


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: the articles, and a problem for whatever could not be."""

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...]


def read(source: Source, *, progress: bool | None = None, limit_mb: float = 50, shelf: Shelf | None = None) -> Reading:
    """Read the articles that `source` names; `limit_mb` is the size in megabytes above which a file is set aside.

    What was read of the same file before is taken from `shelf`.
    Raises SourceError where a path does not exist or nothing in it is an article, OptionError for a limit that is none.
    """
    if not limit_mb > 0:
        raise OptionError(f"limit_mb is {limit_mb!r}: give a size in megabytes above zero.")
    loaded: list[Loaded] = []
    problems: list[Problem] = []
    opener = walk.Opener(int(limit_mb * 1_000_000))
    for item in progress_bar.bar(list(_each_once(given.items(source))), progress):
        for found in _articles(item, opener, shelf):
            if isinstance(found, Problem):
                problems.append(found)
            else:
                loaded.append(found)
    if not loaded:
        raise SourceError(_nothing(problems, source))
    articles, more = _settled([article for article, _ in loaded], shelf)
    for article, (_, warnings) in zip(articles, loaded, strict=True):
        problems.extend(Problem(article.path, article.article_id, Severity.WARNING, text) for text in warnings)
    return Reading(articles, (*problems, *more))


def _settled(articles: list[Article], shelf: Shelf | None) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """The articles with their ids, languages and duplicates settled, and the problems with these."""
    memory = Memory.of(shelf, "settled", articles)
    known: Settled | None = memory.get("articles", Settled) if memory else None
    if known is not None:
        return known
    settled, problems = assemble.settle(articles)
    made = (tuple(settled), tuple(problems))
    if memory:
        memory.put("articles", made)
    return made


Settled: TypeAlias = tuple[tuple[Article, ...], tuple[Problem, ...]]
Item: TypeAlias = "Path | Raw | given.Inline | Problem"
#: An article and sentences on what is odd about it.
Loaded: TypeAlias = tuple[Article, tuple[str, ...]]


def _each_once(items: Iterable[Item]) -> Iterator[Item]:
    seen: set[str] = set()
    for item in items:
        if isinstance(item, Path):
            place = os.path.abspath(item)  # noqa: PTH100 - links stay apart: each is a file that somebody put there
            if place in seen:
                continue
            seen.add(place)
        yield item


def _articles(item: Item, opener: walk.Opener, shelf: Shelf | None) -> Iterator[Loaded | Problem]:
    """The articles that one item holds, and the problems with it."""
    if isinstance(item, Path):
        for found in opener.open(item):
            yield from (found,) if isinstance(found, Problem) else _from_raw(found, shelf)
    elif isinstance(item, Raw):
        yield from _opened(item, opener.limit, shelf)
    elif isinstance(item, given.Inline):
        yield each.article(item.draft, Raw(item.path, "text", item.draft.text.encode("utf-8", "replace")))
    else:
        yield item


def _opened(raw: Raw, limit: int, shelf: Shelf | None) -> Iterator[Loaded | Problem]:
    """An upload: a zip archive is opened, and a file over the limit set aside, as on the disk."""
    if raw.suffix == formats.ARCHIVE:
        for found in archive.members(raw.data, raw.path, limit):
            yield from (found,) if isinstance(found, Problem) else _from_raw(found, shelf)
    elif len(raw.data) > limit:
        yield Problem(raw.path, None, Severity.ERROR, too_large(len(raw.data), limit))
    else:
        yield from _from_raw(raw, shelf)


def _from_raw(raw: Raw, shelf: Shelf | None) -> Iterator[Loaded | Problem]:
    memory = Memory.of(shelf, "file", raw.suffix, raw.path, raw.stem, raw.sha256, dict(raw.stated))
    known: tuple[Loaded, ...] | None = memory.get("articles", tuple[Loaded, ...]) if memory else None
    if known is not None:
        yield from known
        return
    made: list[Loaded] = []
    sound = True  # a file with a fault is read again each time
    for draft in each.drafts(raw):
        found = draft if isinstance(draft, Problem) else each.article(draft, raw)
        sound = sound and not isinstance(found, Problem) and len(made) < _MOST_KEPT
        if sound and not isinstance(found, Problem):
            made.append(found)
        yield found
    if memory and sound:
        memory.put("articles", made)


def _nothing(problems: list[Problem], source: Source) -> str:
    """One sentence on why there is no article."""
    faults = [problem for problem in problems if problem.severity is not Severity.NOTICE] or problems
    if not faults:
        named = isinstance(source, (str, os.PathLike)) and "\n" not in str(source)
        return (
            f"There is no article in {source if named else 'what was given'}: give files that end in "
            + ", ".join(sorted((*formats.READERS, formats.ARCHIVE)))
            + "."
        )
    more = f" ({len(faults) - 1} more files could not be read either)" if len(faults) > 1 else ""
    return f"Nothing could be read as an article{more}. {faults[0].path}: {faults[0].message}"

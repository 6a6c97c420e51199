"""The drafts of one file, and the article that each makes: the one place where a file's faults become problems.

>>> raw = Raw("a.jsonl", "a.jsonl", b'{"text": "Twelve people died in the flood."}')
>>> [one.name for one in drafts(raw)]
['a-001']
"""

from collections.abc import Iterator

from workbench.errors import MissingPackage, cause
from workbench.model import Article, Problem, Severity
from workbench.read import assemble, formats
from workbench.read.draft import Draft, Raw, UnreadableError

#: The endings of files that may hold many articles; in any other there is one.
MANY = frozenset({formats.ARCHIVE, *(ending for ending, reader in formats.READERS.items() if "tabular." in reader)})


def drafts(raw: Raw) -> Iterator[Draft | Problem]:
    """The drafts in a raw file, in their order, and a problem where it cannot be read, or not to its end."""
    if not raw.data:
        yield Problem(raw.path, None, Severity.ERROR, "This file is empty: remove it, or save the article anew.")
        return
    made = 0
    try:
        for draft in formats.drafts(raw):
            made += 1
            yield draft
    except UnreadableError as error:
        yield Problem(raw.path, None, Severity.WARNING if made else Severity.ERROR, f"This file {error}")
    except MissingPackage as error:
        yield Problem(raw.path, None, Severity.ERROR, str(error))
    except Exception as error:  # hostile files and many libraries: whatever they raise, the others are read
        yield Problem(raw.path, None, Severity.WARNING if made else Severity.ERROR, _failed("file", error))


def article(draft: Draft, raw: Raw) -> tuple[Article, tuple[str, ...]] | Problem:
    """The article that a draft of this file makes, with what is odd about it; or the problem that none can be made.

    Its id, its language and whether it is a duplicate are not settled yet.
    """
    origin = assemble.Origin(raw.path, raw.stem, raw.sha256, raw.stated)
    try:
        return assemble.article(draft, origin)
    except UnreadableError as error:
        named = f"The article {draft.name!r} of this file" if draft.name else "This file"
        return Problem(raw.path, None, Severity.ERROR, f"{named} {error}")
    except Exception as error:  # as above
        return Problem(raw.path, None, Severity.ERROR, _failed("article", error))


def wanted_id(name: str) -> str:
    """The id that an article of this name gets where no other has it."""
    return " ".join(name.split())[:200] or "article"


def _failed(what: str, error: Exception) -> str:
    return f"This {what} could not be read ({cause(error)}): save it anew, or save it as plain text."

"""Which reader reads which file; a reader's module is imported only when a file needs it."""

from collections.abc import Callable, Iterator
from importlib import import_module

from workbench.read.draft import Draft, Raw, UnreadableError

#: The ending of a file's name, and the reader that reads it: the module in this package and its function.
READERS = {
    ".txt": "text.read",
    ".text": "text.read",
    ".md": "text.read_markdown",
    ".markdown": "text.read_markdown",
    ".html": "html.read",
    ".htm": "html.read",
    ".xhtml": "html.read",
    ".pdf": "pdf.read",
    ".docx": "docx.read",
    ".eml": "mail.read",
    ".mht": "mail.read_web_archive",
    ".mhtml": "mail.read_web_archive",
    ".csv": "tabular.read_delimited",
    ".tsv": "tabular.read_delimited",
    ".jsonl": "tabular.read_json_lines",
    ".ndjson": "tabular.read_json_lines",
    ".json": "tabular.read_json",
    ".parquet": "tabular.read_parquet",
    ".xlsx": "tabular.read_workbook",
}
ARCHIVE = ".zip"


def is_read(suffix: str) -> bool:
    """Whether files whose names end in `suffix` are read at all."""
    return suffix in READERS or suffix == ARCHIVE


def drafts(raw: Raw) -> Iterator[Draft]:
    """The articles in a raw file, by the reader that its name's ending asks for; a name without one is taken for text.

    Raises UnreadableError, with the sentence to show, where it cannot be read, MissingPackage where a package is
    missing, and whatever else a reader raises on its own account: the caller makes a problem of it.
    """
    if raw.suffix and raw.suffix not in READERS:
        raise UnreadableError(f"is a {raw.suffix} file, which nothing here reads: save it as text, HTML or PDF.")
    module, _, function = READERS.get(raw.suffix, "text.read").partition(".")
    reader: Callable[[Raw], Iterator[Draft]] = getattr(import_module(f"workbench.read.{module}"), function)
    return reader(raw)

"""Names that the analyst gives to sources, as the sources.csv to keep beside the articles."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from workbench.model import Article

FILE_NAME = "sources.csv"
COLUMNS = ("file", "source", "published", "url", "note")


def merged(text: str, names: Mapping[str, str]) -> str:
    """The sources.csv `text` (empty for none yet) with the sources of the files in `names`; all else in it stays.

    >>> print(merged("file,source\\na.txt,\\n", {"a.txt": "BBC", "b.txt": "CNN"}), end="")
    file,source
    a.txt,BBC
    b.txt,CNN
    """
    header = text.partition("\n")[0]
    delimiter = max(",;\t", key=header.count)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, restval="")
    columns = list(reader.fieldnames or COLUMNS)
    columns += [name for name in ("file", "source") if name not in columns]
    rows = {row["file"]: row for row in reader if row.get("file")}
    for file, name in names.items():
        key = next((key for key in (file, file.rpartition(".")[0]) if key in rows), file)
        rows[key] = {**rows.get(key, {"file": file}), "source": name}
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, delimiter=delimiter, restval="", extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows.values())
    return out.getvalue()


def by_folder(articles: Iterable[Article], names: Mapping[str, str]) -> dict[Path, dict[str, str]]:
    """For each folder, the named files in it. Articles that are not one file of a folder are left out."""
    articles = list(articles)
    shared = Counter(article.path for article in articles)
    found: dict[Path, dict[str, str]] = {}
    for article in articles:
        path = Path(article.path)
        if article.article_id in names and shared[article.path] == 1 and path.is_file():
            found.setdefault(path.parent, {})[path.name] = names[article.article_id]
    return found


def save(articles: Iterable[Article], names: Mapping[str, str]) -> list[Path]:
    """Write the names into a sources.csv in the folder of each article named; returns the files written.

    Raises OSError where a folder cannot be written to.
    """
    written = []
    for folder, files in by_folder(articles, names).items():
        path = folder / FILE_NAME
        before = path.read_text(encoding="utf-8-sig") if path.is_file() else ""
        path.write_text(merged(before, files), encoding="utf-8", newline="\n")
        written.append(path)
    return written

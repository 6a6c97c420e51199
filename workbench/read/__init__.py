"""Reading: bytes to articles. `read` is the one entry; a module per format; `layout` finds the role of each block."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from workbench.model import Article, Block, Problem, Role

Source: TypeAlias = "str | Path | Iterable[str | Path] | Any"


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: the articles, and a problem for whatever could not be."""

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...]


def read(source: Source, *, progress: bool | None = None, limit_mb: float = 50) -> Reading:
    """INTERIM: text files only, a block a line. To be replaced."""
    found = []
    for path in sorted(
        found for one in (source if isinstance(source, list) else [source]) for found in Path(one).rglob("*.txt")
    ):
        raw = path.read_bytes()
        text = raw.decode("utf-8-sig").replace("\r\n", "\n")
        blocks, at = [], 0
        for line in text.splitlines(keepends=True):
            if line.strip() or not blocks:
                blocks.append(Block(at, at + len(line), Role.BODY))
            else:
                blocks[-1] = Block(blocks[-1].start, at + len(line), Role.BODY)
            at += len(line)
        found.append(Article(path.stem, text, tuple(blocks), str(path), hashlib.sha256(raw).hexdigest(), "utf-8", language="en"))
    return Reading(tuple(found), ())

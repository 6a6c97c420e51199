"""Reading: bytes to articles. `read` is the one entry; a module per format; `layout` finds the role of each block."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from workbench.model import Article, Problem

Source: TypeAlias = "str | Path | Iterable[str | Path] | Any"


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: the articles, and a problem for whatever could not be."""

    articles: tuple[Article, ...]
    problems: tuple[Problem, ...]


def read(source: Source, *, progress: bool | None = None, limit_mb: float = 50) -> Reading:
    """To be filled in by the reading module."""
    raise NotImplementedError

"""Lexicons: words and patterns as data (TOML), each entry with an example that must fire, and the typed loader.

A lexicon file holds a table per entry group::

    about = "What this lexicon is for, and where its words come from."

    [[entry]]
    id = "more-than"
    pattern = "more than|over|in excess of"   # words or a regular expression, as the lexicon's owner says
    example = "more than 40 houses"           # must fire; a test checks every one
    not = ["over five weeks"]                 # must not fire (optional)

Any further keys of an entry are the owner's (``bound = ">"``).
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from workbench.errors import LexiconError


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a lexicon: its id, what it matches, an example that must fire and some that must not."""

    id: str
    pattern: str
    example: str
    counterexamples: tuple[str, ...] = ()
    more: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The entries of one lexicon, in the order of the file, under what the file says of itself."""

    name: str
    about: str
    entries: tuple[Entry, ...]


@cache
def lexicon(name: str) -> Lexicon:
    """The lexicon `name`, a file ``workbench/lexicons/<name>.toml``.

    Raises LexiconError where the file is missing or an entry lacks its id, pattern or example.
    """
    path = files(__name__).joinpath(f"{name}.toml")
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise LexiconError(f"There is no lexicon {name}.toml among the workbench's lexicons.") from None
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"The lexicon {name}.toml is not TOML: {error}.") from error
    return Lexicon(name, str(data.get("about", "")), tuple(_entry(name, item) for item in data.get("entry", [])))


def names() -> list[str]:
    """The names of all lexicons."""
    return sorted(item.name.removesuffix(".toml") for item in files(__name__).iterdir() if item.name.endswith(".toml"))


def _entry(name: str, item: dict[str, Any]) -> Entry:
    missing = [key for key in ("id", "pattern", "example") if not isinstance(item.get(key), str) or not item[key]]
    if missing:
        raise LexiconError(f"An entry of {name}.toml lacks {', '.join(missing)}: {item}.")
    own = {key: value for key, value in item.items() if key not in ("id", "pattern", "example", "not")}
    return Entry(item["id"], item["pattern"], item["example"], tuple(item.get("not", ())), own)

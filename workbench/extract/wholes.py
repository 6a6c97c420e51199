"""Words that are number and unit at once: "a decade", "doubled", "twice as"; the lexicon is wholes.toml."""

import re
from collections.abc import Iterator
from functools import cache

from workbench.extract.numerals import Form, Numeral
from workbench.extract.units import Unit
from workbench.lexicons import Entry, lexicon
from workbench.lexicons.beginnings import Scouted


def find(text: str) -> Iterator[tuple[Numeral, Unit]]:
    """Each such word as a number and a unit that stand at the same place.

    >>> [(n.value, u.name) for n, u in find("jailed for a decade")]
    [(10.0, 'year')]
    """
    pattern, entries = _pattern()
    for match in pattern.finditer(text):
        entry = entries[match.lastgroup or ""]
        value = float(entry.more["value"])
        yield (
            Numeral(match.start(), match.end(), value, Form.WORDS),
            Unit(entry.more["unit"], entry.more["kind"], match.start(), match.end()),
        )


@cache
def _pattern() -> tuple[Scouted, dict[str, Entry]]:
    entries = {f"w{index}": entry for index, entry in enumerate(lexicon("wholes").entries)}
    groups = "|".join(f"(?P<{name}>{entry.pattern})" for name, entry in entries.items())
    return Scouted(rf"(?<![\w-])(?:{groups})(?!\w)", re.IGNORECASE), entries

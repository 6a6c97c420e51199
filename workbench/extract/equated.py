"""Short names that an article equates with a body: the World Chess League (Wocle), known by its acronym Wocle."""

import re
from heapq import merge

from workbench.extract.named import Named
from workbench.model import Article

_NAME = r"[\"“'‘]?(?P<short>[A-Z][\w&.-]{1,11})\b"
_BESIDE = re.compile(rf"\s\((?:the )?{_NAME}[\"”'’]?\)")
_FOREIGN = r"\s\((?=[^()]+ (?:in [A-Z]|initials|acronym|abbreviation)[^()]*\))"
_KNOWN = re.compile(
    rf"(?:{_FOREIGN}|,? (?:also |better |widely |commonly )?known (?:as|for short as|(?:by|under) its "
    rf"(?:[\w-]+ ){{0,2}}(?:acronym|initials|abbreviation|short name)),? )(?:the )?{_NAME}"
)
_MOST = 40  # mentions of one body behind which a short name is looked for


def join(article: Article, found: list[Named]) -> list[Named]:
    """What an article names, with the short names of its bodies drawn to the names that they stand beside."""
    at = {(passage.start, passage.end): named for named in found for passage in named.passages}
    gone: set[int] = set()
    for named in found:
        if named.kind != "organisation" or " " not in named.name or id(named) in gone:
            continue
        for passage in named.passages[:_MOST]:
            match = _BESIDE.match(article.text, passage.end) or _KNOWN.match(article.text, passage.end)
            other = at.get(match.span("short")) if match else None
            if match is None or other is None or other is named or id(other) in gone:
                continue
            told = match.re is _KNOWN and not other.sure
            if told or (other.kind in ("organisation", None) and _abbreviates(match["short"], named.name)):
                gone.add(id(other))
                named.aliases.add(match["short"])
                named.passages[:] = merge(named.passages, other.passages, key=lambda one: one.start)
                break
    return [named for named in found if id(named) not in gone]


def _abbreviates(short: str, name: str) -> bool:
    """Whether the letters of a short name stand in a name in this order, and it begins as a word of it does.

    >>> _abbreviates("Ecowas", "Economic Community of West African States"), _abbreviates("Oslo", "Harbour Board")
    (True, False)
    """
    letters = iter(name.casefold())
    begins = any(word[0].casefold() == short[0].casefold() for word in name.split())
    return begins and all(letter in letters for letter in short.casefold() if letter.isalpha())

"""When the sentence of a figure places it: months, weekdays, years, and words for an earlier time."""

from collections.abc import Iterable
from typing import Any

#: As English spells them, whatever the locale of the machine.
MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NAMES = {name: name for name in (*MONTHS, *WEEKDAYS)} | {name[:3]: name for name in MONTHS} | {"sept": "september"}
_BEFORE = ("previously", "formerly", "ago", "once")
_RECORD = 8  # words before "since" among which a superlative stands
PERIODS = ("year", "month", "week", "decade", "century", "quarter", "season", "day", "night")


def times(tokens: Iterable[Any]) -> frozenset[str]:
    """The times that parsed words name; "before" where they tell of something earlier, "since" of a count so far."""
    found: set[str] = set()
    for token in tokens:
        word = token.lower_.rstrip(".")
        if word in _NAMES and token.text[0].isupper():
            found.add(_NAMES[word])
        elif word.isdigit() and len(word) == 4 and 1900 <= int(word) < 2100 and not _counts(token):
            found |= set() if _is_record(token.head) and "when" not in _following(token) else {word}
        elif word in _BEFORE or _looks_back(token, word):
            found.add("before")
        elif word == "since" and any(child.dep_ in ("pobj", "pcomp") for child in token.children):
            found |= set() if _is_record(token) else {"since"}
    return frozenset(found)


def _following(token: Any) -> list[str]:
    """The two words after a word: "2003, when"."""
    return [one.lower_ for one in token.doc[token.i + 1 : token.i + 3]]


def _is_record(since: Any) -> bool:
    """Whether "since" only says how rare something is: "the longest since 1998"; that is no time of the figure."""
    if since.lower_ != "since":
        return False
    before = since.doc[max(since.sent.start, since.i - _RECORD) : since.i]
    return any(one.tag_ in ("JJS", "RBS") or one.lower_ == "first" for one in before)


def _counts(token: Any) -> bool:
    return bool(token.dep_ == "nummod" and token.head.lower_ not in _NAMES)


def _looks_back(token: Any, word: str) -> bool:
    following = _neighbour(token, 1)
    if word == "earlier":
        return following in ("this", "in", "that", *PERIODS) or _neighbour(token, -1).rstrip("s") in PERIODS
    return word in ("last", "previous") and following in PERIODS


def _neighbour(token: Any, step: int) -> str:
    """The word `step` tokens away, lower case; empty at the edge of the text."""
    at = token.i + step
    word: str = token.doc[at].lower_ if 0 <= at < len(token.doc) else ""
    return word

"""Where a text writes a date or a time: the forms of the lexicon times.toml, found in plain text, none over another."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from workbench.lexicons import lexicon
from workbench.lexicons.beginnings import lowered
from workbench.lexicons.late import Late
from workbench.lexicons.needs import Needed, needs

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTH = (
    r"Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|Jun(?:e|\.)|Jul(?:y|\.)|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?"
)
_TITLE = f"(?:{_MONTH}|{_MONTH.upper()})(?![A-Za-z])"
_COUNT = (
    "a couple of|a couple|a few|several|half a|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    "thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|[0-9]{1,3}"
)
_NAMED: Mapping[str, str] = MappingProxyType(
    {
        "month": f"(?P<month>{_TITLE})",
        "anymonth": f"(?P<month>(?i:{_MONTH})(?![A-Za-z]))",
        "wd": r"(?P<wd>(?i:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:s|sday|nesday|day|rs|rsday|urday)?))",
        "weekday": r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
        r"(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY)",
        "day": r"(?P<day>[12][0-9]|3[01]|0?[1-9])(?:st|nd|rd|th)?",
        "day2": r"(?P<day2>[12][0-9]|3[01]|0?[1-9])(?:st|nd|rd|th)?",
        "day_plain": r"(?P<day>[12][0-9]|3[01]|0[1-9])",
        "day_nth": r"(?P<day>[12][0-9]|3[01]|0?[1-9])(?:st|nd|rd|th)",
        "number_month": r"(?P<number>1[0-2]|0[1-9])",
        "year": r"(?P<year>1[0-9]{3}|20[0-9]{2})",
        "year2": r"(?P<year2>1[0-9]{3}|20[0-9]{2}|[0-9]{2})",
        "clock": r"(?P<clock>[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?)",
        "part": r"(?P<part>[Ee]arly|[Ll]ate|[Mm]id|[Tt]he (?:start|beginning|end|middle) of)[ -](?:in )?(?:the )?",
        "count": f"(?P<count>(?i:{_COUNT}))",
        "apos": "['’]",
    }
)
_NAME = re.compile(r"\{([a-z][a-z_0-9]*)\}")
#: A lone month in one of these forms is a first name, a verb, or an abbreviation of something else more often.
_UNSURE = frozenset({"may", "march", "april", "june", "august", "jan", "mar", "dec", "sep", "oct", "apr", "jun"})
_LEADS = re.compile(
    r"\b(?:in|since|until|till|by|from|to|of|during|before|after|through|between|and|last|next|this|early|late|mid|for|"
    r"back in|throughout)[ -]$",
    re.IGNORECASE,
)
_JOINED = re.compile(rf"(?:{_MONTH})(?: [0-9]{{4}})? (?:to|and) $")
_COUNTS = re.compile(
    r"\b(?:more than|less than|fewer than|at least|at most|up to|about|some|nearly|almost|over|under|approximately|"
    r"roughly|estimated|total of|additional|another|only|exactly|every|no|room|flight|route|highway|page|number|all|"
    r"these|those|their|his|her|top)[ ]$",
    re.IGNORECASE,
)
_YEAR_LEADS = re.compile(
    r"(?:\b(?:in|since|until|till|by|from|to|of|during|before|after|through|throughout|between|and|the|year|early|late|"
    r"mid|spring|summer|autumn|fall|winter|a|an|its|for|back|than|on|post|pre|into|as of|or|this|with)[ -]|[(,–—/] ?|"
    r"['’]s[ ]|^)$",
    re.IGNORECASE,
)
_OLD = re.compile(r"\b(?:in|since|until|by|from|before|after) $", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z]\w* $")
_UNITS = re.compile(
    r"[ -](?:people|persons|men|women|children|homes|houses|km|kilomet|met(?:er|re)s|feet|miles|tons|tonnes|acres|"
    r"dollars|euros|pounds|points|votes|jobs|workers|soldiers|troops|students|hectares|hours|words|copies|mg|kg|calories)"
)


@dataclass(frozen=True, slots=True)
class Expression:
    """A date as written: its place in the text that was searched, how it is resolved, and its parts."""

    start: int
    end: int
    kind: str
    parts: Mapping[str, str]

    def get(self, name: str) -> str:
        """The part `name`, in small letters; empty where the expression has none."""
        return self.parts.get(name, "").lower()


def expressions(text: str) -> tuple[Expression, ...]:
    """The dates and times that `text` (plain, see language.plain) writes, in reading order, none over another.

    >>> [(one.kind, one.start, one.end) for one in expressions("It may rain on Sat, 4 May 2024.")]
    [('day', 15, 30)]
    """
    patterns = _patterns()
    found = [one for at in _needed().by(lowered(text)) for one in _matches(text, *patterns[at])]
    found.sort(key=lambda one: (one.start, -one.end))
    kept: list[Expression] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
        elif one.end - one.start > kept[-1].end - kept[-1].start:
            kept[-1] = one
    return tuple(kept)


def month_number(name: str) -> int:
    """The number of a month, by its name or the first three letters of it."""
    return next(number for number, month in enumerate(MONTHS, 1) if month.startswith(name[:3].lower()))


def weekday_number(name: str) -> int:
    """The number of a weekday, from 0 for Monday, by its name or the first three letters of it."""
    return next(number for number, each in enumerate(WEEKDAYS) if each.startswith(name[:3].lower()))


def fires(entry_id: str, text: str) -> bool:
    """Whether the entry of the lexicon finds a date in `text`."""
    return any(any(_matches(text, name, kind, pattern)) for name, kind, pattern in _patterns() if name == entry_id)


def _matches(text: str, entry_id: str, kind: str, pattern: Late) -> Iterator[Expression]:
    for match in pattern.made.finditer(text):
        parts = {name: value for name, value in match.groupdict().items() if value}
        bare = entry_id == "year" and "part" not in parts
        start = match.start("year") if bare else match.start()
        if _fits(text, start, match.end(), entry_id, parts):
            yield Expression(start, match.end(), kind, parts)


def _fits(text: str, start: int, end: int, entry_id: str, parts: Mapping[str, str]) -> bool:
    """What the pattern alone cannot tell: a count is no year, a first name no month."""
    head = text[max(0, start - 24) : start]
    match entry_id:
        case "month":
            return _is_month(head, text[end : end + 2], parts)
        case "month-day":  # in May 20 houses burned: a month, and a count
            return not (head.lower().endswith("in ") and re.match(r"[ ][a-z]+s\b", text[end : end + 24]))
        case "year":
            return _is_year(head, text[start : end + 24], end - start, parts)
        case "years":
            return len(parts["year2"]) == 4 or int(parts["year"]) % 100 < int(parts["year2"])
    return True


def _is_month(head: str, after: str, parts: Mapping[str, str]) -> bool:
    """Whether a lone month is one: not the verb "may", not the first name April."""
    if parts.get("part") or parts.get("rel") or parts.get("rel2"):
        return True
    name = parts["month"].rstrip(".").lower()
    capital = after.strip()[:1].isupper()
    if name in _UNSURE or len(name) == 3:
        joined = head.endswith(("to ", "and ")) and not _JOINED.search(head)
        return bool(_LEADS.search(head)) and not (capital or joined or head.endswith("for "))
    return not capital


def _is_year(head: str, here: str, size: int, parts: Mapping[str, str]) -> bool:
    """Whether four digits are a year: not a count, a price or a number of something."""
    if parts.get("part") or here.lower().startswith("year"):
        return True
    if _UNITS.match(here, size) or _COUNTS.search(head):
        return False
    if int(parts["year"]) < 1900:
        return bool(_OLD.search(head))
    return bool(_YEAR_LEADS.search(head) or _WORD.search(head))


@cache
def _patterns() -> tuple[tuple[str, str, Late], ...]:
    return tuple((entry.id, str(entry.more["kind"]), _filled(entry.pattern)) for entry in lexicon("times").entries)


@cache
def _needed() -> Needed:
    return Needed(needs(pattern) for _, _, pattern in _patterns())


def _filled(pattern: str) -> Late:
    filled = _NAME.sub(lambda match: _NAMED[match[1]], pattern)
    spaced = re.sub(r"(?<!\[)[ ](?![^\[\]]*\])(?!\?)", r"\\s{1,3}", filled)
    return Late(rf"(?<![\w$€£@#])(?:{spaced})(?!\w)")

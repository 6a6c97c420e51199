"""The article's own date, against which "Saturday", "last month" and "December 13" are read: what says so, and why."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from workbench.extract import date_forms
from workbench.extract.date_forms import Expression
from workbench.model import PROSE, Block, Role

if TYPE_CHECKING:
    from workbench.language import Parsed

#: Blocks that are no prose, in which a full date may still stand.
STAMPED = frozenset({Role.TIMESTAMP, Role.DATELINE, Role.BYLINE, Role.FURNITURE, Role.CREDIT})
_ARCHIVE = re.compile(r"\b(?:file (?:photo|picture|image|pic)|archive|library (?:photo|picture)|FILE)\b", re.IGNORECASE)
_AHEAD = re.compile(
    r"\b(?:will|would|shall|due|scheduled|expected|set|slated|planned|until|till|deadline|expires?|next|upcoming|by|"
    r"begins?|starts?|opens?|runs?|through|ahead of)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_IN = re.compile(r"\b(?:in|since)\s$", re.IGNORECASE)
_BACKGROUND = re.compile(
    r"(?:\b(?:since|born|founded|after|following|anniversary of|of the|the)|[’']s)\s(?:on\s)?$", re.I
)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A day that an article is read against. `exact`: that of publication or gathering; else the text's latest date."""

    day: date
    basis: str  # "which the page gives"
    exact: bool


@dataclass(frozen=True, slots=True)
class Found:
    """The dates that one article writes, block by block, and in which order it writes day and month (None: unknown)."""

    in_block: tuple[tuple[Block, int, tuple[Expression, ...]], ...]  # the block, where its text begins, its dates
    day_first: bool | None


def scan(parsed: "Parsed") -> Found:
    """Every date that the article writes, in prose and dateline; and full dates in stamps, bylines and furniture."""
    from workbench.language import plain

    article = parsed.article
    parts = {part.block.start: part for part in parsed.parts}
    blocks = []
    for block in article.blocks:
        part = parts.get(block.start)
        if part is not None and block.role in PROSE:
            blocks.append((block, part.start, _written(part.doc)))
        elif block.role in STAMPED:
            ink = article.ink(block)
            found = date_forms.expressions(plain(article.text[ink.start : ink.end]))
            dateline = block.role is Role.DATELINE
            kept = tuple(one for one in found if _is_full(one) or (dateline and one.kind == "day"))
            blocks.append((block, ink.start, kept))
    return Found(tuple(blocks), _order(one for _, _, some in blocks for one in some))


def _written(doc: Any) -> tuple[Expression, ...]:
    """The dates that a paragraph writes, found once for all articles that print it."""
    if "dates" not in doc.shared:
        doc.shared["dates"] = date_forms.expressions(doc.text)
    found: tuple[Expression, ...] = doc.shared["dates"]
    return found


def _is_full(one: Expression) -> bool:
    return bool((one.kind == "day" and one.get("year")) or one.kind == "numbers")


def _order(found: Iterable[Expression]) -> bool | None:
    """Whether days come before months, as the dates tell in which that is plain; None where none is, or they differ."""
    seen: set[bool] = set()
    for one in found:
        if one.kind == "numbers":
            a, b = int(one.get("one")), int(one.get("two"))
            if (a > 12) != (b > 12):
                seen.add(a > 12)
        elif one.kind == "day" and one.get("month"):
            keys = list(one.parts)
            seen.add(keys.index("day") < keys.index("month"))
    return seen.pop() if len(seen) == 1 else None


def full_day(one: Expression, day_first: bool | None) -> date | None:
    """The day that a full date means; None where it is partial, impossible, or could be two."""
    if not one.get("year"):
        return None
    year, month = int(one.get("year")), 0
    if one.kind == "numbers":
        a, b = int(one.get("one")), int(one.get("two"))
        first = a > 12 or one.get("sep") == "." or (b <= 12 and bool(day_first))
        if a <= 12 and b <= 12 and a != b and one.get("sep") != "." and day_first is None:
            return None
        day, month = (a, b) if first else (b, a)
    elif one.kind == "day":
        day = int(one.get("day"))
        month = date_forms.month_number(one.get("month")) if one.get("month") else int(one.get("number"))
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def own(parsed: "Parsed", found: Found) -> Anchor | None:
    """The date of the article: its day of publication, else a stamp's, else the latest full date of its text.

    A date of the text is taken only where nothing in the text is later than it: else it is background.
    """
    article = parsed.article
    if article.published and (day := _iso_day(article.published.value)):
        return Anchor(day, f"the article's date {day}, which {_said(article.published.basis)} gives", True)
    stamps = [
        (block, day)
        for block, _, some in found.in_block
        if block.role in STAMPED and block.role is not Role.CREDIT
        for one in some
        if (day := full_day(one, found.day_first)) is not None
    ]
    if stamps:
        block, day = max(stamps, key=lambda each: (each[0].role is Role.DATELINE, each[1]))
        place = "dateline" if block.role is Role.DATELINE else "page"
        return Anchor(day, f"the article's date {day}, which the {place} gives", True)
    return _latest(parsed, found)


def _said(basis: str) -> str:
    return basis if basis.startswith(("the ", "a ")) else "the page"


def _iso_day(value: str) -> date | None:
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None


def _latest(parsed: "Parsed", found: Found) -> Anchor | None:
    """The latest full day in the prose that is neither ahead nor of an archive picture."""
    days, later = _told(parsed, found)
    if not days:
        return None
    latest = max(days)
    if any((day.year, day.month) > (latest.year, latest.month) for day in later):
        return None
    return Anchor(latest, f"{latest}, the latest full date in the text", False)


def newest(parsed: "Parsed", found: Found) -> date | None:
    """The latest day or month that the prose tells of as past; None where it tells of none."""
    days, later = _told(parsed, found)
    return max([*days, *later], default=None)


def _told(parsed: "Parsed", found: Found) -> tuple[list[date], list[date]]:
    """The full days that the prose tells of as past, and the first days of such months and years."""
    days: list[date] = []
    later: list[date] = []
    for block, start, some in found.in_block:
        if block.role not in PROSE or _ARCHIVE.search(parsed.article.text[block.start : block.end][:400]):
            continue
        for one in some:
            head = parsed.article.text[max(block.start, start + one.start - 60) : start + one.start]
            if _AHEAD.search(head):
                continue
            if (day := full_day(one, found.day_first)) is not None and not _BACKGROUND.search(head):
                days.append(day)
            elif one.get("year") and (one.kind == "month" or (one.kind == "year" and _IN.search(head))):
                later += list(_first_days(one))
    return days, later


def _first_days(one: Expression) -> Iterator[date]:
    year = int(one.get("year"))
    if 1900 <= year <= 2100:
        yield date(year, date_forms.month_number(one.get("month")) if one.get("month") else 1, 1)


def chosen(own: Anchor | None, around: Anchor | None, newest: date | None = None) -> Anchor | None:
    """The article's own date; that of the other articles where it has none, or one from long before them.

    `newest` is the latest time that any article tells of as past: what the text alone gives, and is older, is
    background.
    """
    if own is not None and not own.exact and newest is not None:
        own = own if (own.day.year, own.day.month) >= (newest.year, newest.month) else None
    if own is None or around is None or own.exact:
        return own or around
    return around if (around.day - own.day).days > 60 else own


def datelined(found: Found, anchor: Anchor | None) -> Anchor | None:
    """The day that the dateline gives without a year, in the year next to `anchor`; that one where it is exact."""
    if anchor is None or anchor.exact:
        return anchor
    days = (one for block, _, some in found.in_block if block.role is Role.DATELINE for one in some)
    partial = next((one for one in days if one.kind == "day" and not one.get("year") and one.get("month")), None)
    if partial is None:
        return anchor
    options = []
    for year in range(anchor.day.year - 1, anchor.day.year + 2):
        with suppress(ValueError):  # 29 February
            options.append(date(year, date_forms.month_number(partial.get("month")), int(partial.get("day"))))
    day = min(options, key=lambda each: abs((each - anchor.day).days), default=None)
    if day is None:
        return anchor
    return Anchor(
        day, f"the article's date {day}, whose day the dateline gives; its year is next to {anchor.basis}", True
    )


def corpus_days(anchors: dict[str, Anchor | None], newest: date | None = None) -> dict[str, Anchor | None]:
    """For each article the day that most of the others have, else the latest; in time that grows with their number."""
    anchors = {article_id: chosen(anchor, None, newest) for article_id, anchor in anchors.items()}
    counts: dict[date, int] = {}
    for anchor in anchors.values():
        if anchor is not None:
            counts[anchor.day] = counts.get(anchor.day, 0) + 1
    ranked = sorted(counts, key=lambda day: (-counts[day], -day.toordinal()))
    made: dict[str, Anchor | None] = {}
    for article_id, anchor in anchors.items():
        options = [day for day in ranked[:3] if counts[day] > (anchor is not None and anchor.day == day)]
        day = options[0] if options else None
        made[article_id] = Anchor(day, f"{day}, the date of other articles here", False) if day else None
    return made

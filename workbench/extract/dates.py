"""Dates: every date and relative date of an article, what stretch of the calendar it means, and what happened then."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from workbench.extract import date_anchor, date_events, date_resolve, date_spans
from workbench.extract.date_anchor import Anchor, Found
from workbench.extract.date_forms import Expression
from workbench.extract.date_resolve import Reading, Setting
from workbench.extract.date_tense import PAST, is_perfect, tense
from workbench.extract.periods import Period
from workbench.model import DateMention, Figure, FigureKind, Passage, Role

if TYPE_CHECKING:
    from workbench.language import Parsed, Part

_HEAD = 40
_NEAR = 500  # characters behind a date within which "two days later" counts from it
_DEICTIC = frozenset({"now", "then", "near"})
_HEADS = frozenset({Role.TIMESTAMP, Role.BYLINE, Role.DATELINE, Role.FURNITURE})
_COUNTED = frozenset({"unit", "following", "later"})
_OPENERS = frozenset({"after", "following", "since"})
_BRIEF = 140


def anchor_of(parsed: "Parsed") -> Anchor | None:
    """The article's own date, as far as the article itself tells it."""
    return date_anchor.own(parsed, scanned(parsed))


def newest_of(parsed: "Parsed") -> date | None:
    """The latest time that the article tells of as past."""
    return date_anchor.newest(parsed, scanned(parsed))


def scanned(parsed: "Parsed") -> Found:
    """The dates that the article writes, found once."""
    if "dates" not in parsed.made:
        parsed.made["dates"] = date_anchor.scan(parsed)
    found: Found = parsed.made["dates"]
    return found


def find(
    parsed: "Parsed", *, figures: Iterable[Figure] = (), around: Anchor | None = None, newest: date | None = None
) -> Iterator[DateMention]:
    """Every date and relative date of the article, in reading order, resolved against the article's own date.

    `figures` are the article's: a number that counts something is no year. `around` is the date of the other articles
    on the event, for an article that tells none itself; `newest` the latest time that any of them tells of as past,
    before which a date of the text is background. Each has in words how it was resolved; where nothing resolves
    it, both of its dates are None and the words say why.
    """
    found = scanned(parsed)
    anchor = date_anchor.datelined(found, date_anchor.chosen(anchor_of(parsed), around, newest))
    counted = {
        (one.passage.start, one.passage.end)
        for one in figures
        if one.kind not in (FigureKind.DURATION, FigureKind.ORDINAL)
    }
    reader = _Reader(parsed, found, anchor, counted)
    for block, start, some in found.in_block:
        yield from reader.read(block.role, start, some)


@dataclass(frozen=True, slots=True)
class _Stated:
    """A date that was read: its place in the article, what it means, and the token at which it stands."""

    start: int
    end: int
    kind: str
    reading: Reading
    token: Any | None
    upto: int = 0  # its last token


class _Reader:
    """Reads the dates of one article, block after block; remembers the date named last."""

    def __init__(self, parsed: "Parsed", found: Found, anchor: Anchor | None, counted: set[tuple[int, int]]) -> None:
        self.article = parsed.article
        self.parts = {part.start: part for part in parsed.parts}
        self.anchor, self.order, self.counted = anchor, found.day_first, counted
        self.named: tuple[Period, int] | None = None
        self.told = False  # whether the text names it, rather than the lines over the text
        self.clauses: dict[int, tuple[int, int]] = {}
        self.tenses: dict[int, int] = {}

    def read(self, role: Role, start: int, some: tuple[Expression, ...]) -> Iterator[DateMention]:
        """The dates of one block."""
        part = self.parts.get(start)
        places = [token.idx for token in part.doc] if part is not None else []
        self.clauses, self.tenses = {}, {}
        held: list[tuple[Expression, _Stated]] = []
        for at, one in enumerate(some):
            if one.kind == "year" and (start + one.start, start + one.end) in self.counted:
                continue
            hung = _token(part, places, one) if part is not None and places else (None, 0)
            stated = self._stated(one, some[at + 1 : at + 3], start, hung, role)
            if stated is not None:
                held.append((one, stated))
        for stated in date_spans.joined(self.article.text, [each for _, each in held], _join):
            yield from self._mentions(stated, part, role)

    def _stated(
        self, one: Expression, following: tuple[Expression, ...], start: int, hung: tuple[Any | None, int], role: Role
    ) -> _Stated | None:
        token, upto = hung
        text = self.article.text
        head = text[max(0, start + one.start - _HEAD) : start + one.start]
        near = self.named is not None and start + one.start - self.named[1] <= _NEAR
        setting = Setting(
            self.anchor,
            tense(token, head, role, self.tenses) if token is not None else PAST,
            self.named[0] if near and self.named else None,
            self._year_beside(one, following, start),
            self.order,
            token is not None and token.tag_ == "RB",
            not (near and self.told) and token is not None and one.kind in _COUNTED and is_perfect(token),
        )
        reading = date_resolve.resolve(one, setting)
        if reading is None:
            return None
        if reading.period is not None and one.kind not in _DEICTIC:
            self.named, self.told = (reading.period, start + one.end), role not in _HEADS
        return _Stated(start + one.start, start + one.end, one.kind, reading, token, upto)

    def _year_beside(self, one: Expression, following: tuple[Expression, ...], start: int) -> int | None:
        """The year of a date that follows and is joined to this one: 3 March and 4 April 2021; 3 March last year."""
        if one.kind not in ("day", "days", "month") or one.get("year"):
            return None
        end = one.end
        for other in following:
            between = self.article.text[start + end : start + other.start]
            if other.kind == "unit" and other.get("unit") == "year" and between in (" ", " of ") and self.anchor:
                return self.anchor.day.year + {"last": -1, "next": 1}.get(other.get("rel"), 0)
            if other.kind == "that" and other.get("unit") == "year" and between == " of " and self.named:
                return self.named[0].first.year if self.named[0].first else None
            if other.kind not in ("day", "days", "month") or not date_spans.LINK.fullmatch(between):
                return None
            if other.get("year"):
                return int(other.get("year"))
            end = other.end
        return None

    def _mentions(self, stated: _Stated, part: "Part | None", role: Role) -> Iterator[DateMention]:
        """The date as a record, and where it stands within "after the vote of May 2020" the stretch of that."""
        text = self.article.text
        token = stated.token
        noun = date_events.of_noun(token) if token is not None else None
        if noun is None:
            start, reading = date_spans.bounded(text, stated.start, stated.end, stated.reading, self.anchor)
        else:
            start, reading = stated.start, stated.reading
        opened = date_events.opener(token, _OPENERS) if token is not None and start == stated.start else None
        begins = part.start + opened.idx if part is not None and opened is not None else stated.start
        apart = stated.end - begins > _BRIEF or "," in text[begins : stated.start]
        if opened is None or part is None or apart:
            event = self._event(token, part, stated.upto) if token is not None and part is not None else None
            yield self._made(replace(stated, start=start, reading=reading), event, role)
            return
        period = stated.reading.period
        if opened.head.pos_ in ("VERB", "AUX") and period is not None and stated.kind not in _DEICTIC:
            begun = Reading(Period(period.start, None), f"{stated.reading.basis}; from then on, end open")
            whole = replace(stated, start=begins, kind="interval", reading=begun)
            yield self._made(whole, self._event(opened, part, stated.upto), role)
        span = part.span(part.doc[opened.i + 1 : stated.upto + 1])
        yield self._made(stated, self.article.passage(span.start, span.end), role)

    def _event(self, token: Any, part: "Part", upto: int) -> Passage | None:
        governor = date_events.governor(token)
        if governor is None:
            return None
        tokens = date_events.clause(governor, upto, self.clauses)
        span = part.span(part.doc[tokens[0] : tokens[1]])
        return self.article.passage(span.start, span.end)

    def _made(self, stated: _Stated, event: Passage | None, role: Role) -> DateMention:
        period = stated.reading.period
        return DateMention(
            self.article.passage(stated.start, stated.end),
            period.start if period else None,
            period.end if period else None,
            stated.reading.basis,
            " ".join(event.surface.split()) if event else None,
            event,
            role,
            stated.kind,
        )


def _token(part: "Part", places: list[int], one: Expression) -> tuple[Any, int]:
    """The token by which a date hangs in its sentence, and where its last one stands."""
    first = max(0, bisect_right(places, one.start) - 1)
    last = max(first, bisect_right(places, one.end - 1) - 1)
    return date_events.root(part.doc[first : last + 1]), last


def _join(a: _Stated, b: _Stated, start: int) -> _Stated | None:
    """From one date to another, as one; None where the second does not lie after the first."""
    one, two = a.reading.period, b.reading.period
    if one is None or two is None or one.first is None or two.last is None or one.first >= two.last:
        return None
    basis = a.reading.basis if a.reading.basis == b.reading.basis else f"{a.reading.basis}; {b.reading.basis}"
    return _Stated(
        start,
        b.end,
        "interval",
        Reading(Period(one.start, two.end), f"from one to the other: {basis}"),
        a.token,
        b.upto,
    )

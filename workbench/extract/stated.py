"""What one parsed block states: its numbers that state a quantity, each with its unit, its bound and what it counts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from workbench.extract import ages, bounds, counted, implied, people, units
from workbench.extract.contexts import context
from workbench.extract.counted import Counted
from workbench.extract.not_figures import is_score, stating
from workbench.extract.numerals import Form, Numeral
from workbench.extract.readings import Reading, ends, join, single
from workbench.extract.tallies import is_tally
from workbench.extract.units import Unit
from workbench.extract.words import Words
from workbench.model import Bound, FigureKind

#: The kinds of figures that count something.
COUNTABLE = (FigureKind.COUNT, FigureKind.VAGUE)
_AGO = re.compile(r"\s+(?:ago|earlier)\b")
_LIST = re.compile(r"\s*(?:,|,? and|,? or|,? to|-)\s*")
_MILLION = 1e6
_MEASURED = (FigureKind.DURATION, FigureKind.MEASURE, FigureKind.PERCENT)
_NEAR = 90  # characters between a number and its limit
_YEARS = Unit("year", "age", -1, -1)


@dataclass(frozen=True, slots=True)
class Found:
    """A reading that states a quantity, with what its own words say of it."""

    reading: Reading
    kind: FigureKind
    unit: str | None
    bound: Bound | None
    left: int  # where its words begin: bound, currency, number
    counted: Counted | None
    total: implied.Total | None = None


def stated_in(words: Words) -> list[Found]:
    """What one block states, in order, persons listed without a number and implied totals among it."""
    readings = [
        reading
        for joined in join(words.text, list(stating(words, single(words.text))))
        for reading in (ends(joined) if joined.upper and is_tally(words, joined) else (joined,))
        if not is_score(words, reading)
    ]
    found: list[Found] = []
    for reading in readings:
        found.append(_found(words, reading, found[-1] if found else None))
    counting = max((item.reading.start for item in found if _counts_more(item)), default=-1)
    found = list(_inheriting(words, [item for item in found if not _is_pronoun(words, item, counting)]))
    listed = [(item.left, item.counted) for item in found if item.counted and item.kind in COUNTABLE]
    found += [_person(person) for person in people.find(words, listed)]
    found += [replace(item, total=total) for item in found if (total := _total(words, item))]
    return sorted(found, key=lambda item: (item.total.start if item.total else item.reading.start, item.reading.end))


def _counts_more(item: Found) -> bool:
    """Whether it counts something by name, or more than one."""
    return item.kind in COUNTABLE and (item.counted is not None or item.reading.numeral.value != 1)


def _is_pronoun(words: Words, item: Found, counting: int) -> bool:
    """Whether "one" stands for a thing ("a weaker one", "one that lasts") instead of counting it.

    Without a noun of its own it counts only beside another count of the sentence: "12 were freed and one was held".
    The last other count of the text begins at `counting`.
    """
    numeral = item.reading.numeral
    if (
        item.kind is not FigureKind.COUNT
        or item.counted
        or item.unit
        or numeral.value != 1
        or numeral.form is Form.DIGITS
    ):
        return False
    before, after = words.before(item.reading.start), words.at(item.reading.end + 1)
    if before is not None and before.pos_ == "ADJ":
        return True
    if after is not None and after.lower_ in ("that", "who", "which", "to", ")", ":"):
        return True
    opens = (
        after is not None
        and after.pos_ in ("VERB", "AUX")
        and words.sentence_start(item.reading.start) == item.reading.start
    )
    return counting < (0 if opens else words.sentence_start(item.reading.start))


def _inheriting(words: Words, found: Sequence[Found]) -> Iterator[Found]:
    """The figures, a bare one with the unit of the one before: "$1.2 billion, up from 900 million", "51.2% to 47.9".

    Millions take money's, a number with a decimal point a percentage's.
    """
    money: Found | None = None
    for item, last in zip(found, [None, *found], strict=False):
        large = item.reading.numeral.magnitude >= _MILLION
        if item.kind is FigureKind.MONEY:
            money = item if large else money
        elif large and item.kind is FigureKind.COUNT and item.unit is None and item.counted is None:
            after = words.at(item.reading.end + 1)
            own = after is not None and after.pos_ in ("VERB", "AUX")
            if not own and money and money.reading.start >= _reach_back(words, item):
                item = replace(item, kind=FigureKind.MONEY, unit=money.unit)
        elif last and last.kind is FigureKind.PERCENT and _is_bare_decimal(words, item, last):
            item = replace(item, kind=FigureKind.PERCENT, unit=last.unit)
        elif last and last.unit and _is_of_same_unit(words, item, last):
            item = replace(item, kind=last.kind, unit=last.unit)
        yield item


def _reach_back(words: Words, item: Found) -> int:
    """Where the money may stand that a bare number of millions is: in its sentence, or the one before an amount."""
    start = words.sentence_start(item.reading.start)
    summed = context("amount-before").search(words.text[max(start, item.reading.start - _NEAR) : item.reading.start])
    return words.sentence_start(start - 2) if summed and start > 1 else start


def _is_of_same_unit(words: Words, item: Found, last: Found) -> bool:
    """Whether a bare number is the whole or the limit of the one before: "13 days out of 14", "over the limit of 8"."""
    if last.kind not in _MEASURED or item.kind is not FigureKind.COUNT or item.unit or item.counted:
        return False
    if item.reading.numeral.magnitude < last.reading.numeral.magnitude:
        return False  # nine million tonnes, below the average of 11: millions as well, perhaps
    between = words.text[last.reading.right : item.reading.left]
    return len(between) < _NEAR and context("same-unit").fullmatch(between) is not None


def _is_bare_decimal(words: Words, item: Found, last: Found) -> bool:
    """Whether a number has a decimal point and nothing else that says what it is of, in the sentence of the last."""
    value, decimals = item.reading.numeral.value, "." in words.text[item.reading.start : item.reading.end]
    between = words.text[last.reading.right : item.left]
    if between.endswith(" to ") and len(between) > len(" to "):
        return False  # "gained 0.4% against the euro to 11.20": what it came to, not by how much
    bare = item.kind is FigureKind.COUNT and item.unit is None and item.counted is None
    return (
        bare
        and decimals
        and value is not None
        and value < 100
        and last.reading.start >= words.sentence_start(item.reading.start)
    )


def _found(words: Words, reading: Reading, last: Found | None) -> Found:
    """The reading with what its words say; `last` is the one before, whose list it may continue."""
    part = reading.numeral.form is Form.FRACTION and not reading.numeral.share
    counts = reading.unit is None or reading.unit.kind == "percent"
    thing = counted.after(words, reading.right, determined=part) if counts else None
    unit = reading.unit
    if unit and thing and units.noun(thing.head.text):  # "4.1 percent year on year"
        thing = None
    if unit is None and thing and (named := units.noun(words.text[thing.head.idx : thing.head.idx + len(thing.head)])):
        unit, thing = named, None
    if unit and unit.kind == "duration" and ages.is_age(words, reading):
        unit = Unit(unit.name, "age", unit.start, unit.end)
    listed = (
        last is not None
        and last.kind is FigureKind.AGE
        and _LIST.fullmatch(words.text[last.reading.right : reading.left])
    )
    if unit is None and (ages.is_age(words, reading) or (listed and thing is None)):
        unit, thing = _YEARS, None
    kind = _kind(reading, unit)
    cue = bounds.before(words.text, reading.left, span_of_time=kind is FigureKind.DURATION)
    if cue and cue.name == "up-to" and _AGO.match(words.text, reading.right):  # "as high as a decade ago"
        cue = None
    bound = cue or bounds.late(words.text, (reading.end, reading.right), thing.end if thing else None)
    return Found(
        reading=reading,
        kind=kind,
        unit=_unit_name(words, reading, unit),
        bound=bound.bound if bound else None,
        left=min(cue.start, reading.left) if cue else reading.left,
        counted=thing,
    )


def _unit_name(words: Words, reading: Reading, unit: Unit | None) -> str | None:
    """The unit, with what it is counted by: "USD per barrel"."""
    if unit is None or unit.kind not in ("money", "measure", "percent"):
        return unit.name if unit else None
    by = units.rate(words.text, reading.right)
    return f"{unit.name} per {by}" if by else unit.name


def _kind(reading: Reading, unit: Unit | None) -> FigureKind:
    if reading.numeral.form is Form.VAGUE:
        return FigureKind.VAGUE
    if unit and unit.kind in ("index", "times"):
        return FigureKind.MULTIPLE if unit.name == "times" else FigureKind.COUNT
    if unit:
        return FigureKind(unit.kind)
    return FigureKind.FRACTION if reading.numeral.form is Form.FRACTION else FigureKind.COUNT


def _person(person: people.Single) -> Found:
    numeral = Numeral(person.start, person.end, 1.0, Form.WORDS)
    reading = Reading(numeral, None, person.start, person.end)
    return Found(reading, FigureKind.COUNT, None, None, person.start, person.counted)


def _total(words: Words, item: Found) -> implied.Total | None:
    if (
        item.counted is None
        or item.kind is not FigureKind.COUNT
        or item.reading.upper
        or item.reading.numeral.value is None
    ):
        return None
    return implied.total(words, item.left, item.counted)

"""Every number that states a quantity: its measure, what it counts, its scope and who says it.

The stages, each a module: ``numerals`` finds numbers, ``readings`` gives them units and joins ranges, ``not_figures``
sets aside what states no quantity, ``bounds`` and ``counted`` read the words around them, ``antecedents`` what is left
unsaid, ``people`` and ``implied`` the persons counted without a number of their own, ``scope`` of whom, where and when.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from workbench.extract import ages, antecedents, bounds, counted, implied, measures, people, scope, units
from workbench.extract.counted import Counted
from workbench.extract.holders import Holders, is_denied
from workbench.extract.not_figures import is_score, stating
from workbench.extract.numerals import Form, Numeral
from workbench.extract.readings import Reading, ends, join, single
from workbench.extract.tallies import is_tally
from workbench.extract.units import Unit
from workbench.extract.words import Words
from workbench.language import Parsed, Part
from workbench.model import Bound, Figure, FigureKind, Quote, QuoteKind
from workbench.spans import Span

_COUNTABLE = (FigureKind.COUNT, FigureKind.VAGUE)
_AGO = re.compile(r"\s+(?:ago|earlier)\b")
_LIST = re.compile(r"\s*(?:,|,? and|,? or|,? to|-)\s*")
_MILLION = 1e6
_DENIED = "denied"
_OTHERS = re.compile(r"^(?:(?:other|fellow) |others\b)", re.IGNORECASE)
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


def find(parsed: Parsed, quotes: Sequence[Quote] = ()) -> Iterator[Figure]:
    """The figures of an article, in reading order.

    `quotes` are the article's quotes: the one that holds a figure says who states it.
    """
    earlier: str | None = None
    holders = Holders(quotes)
    for part in parsed.parts:
        words = Words(part.doc)
        found = _found_in(words)
        phrases, earlier = _phrases(words, found, earlier)
        last: Found | None = None
        for item, phrase in zip(found, phrases, strict=True):
            yield _figure(parsed, words, part, item, holders, phrase=phrase, where=_scope(words, item, last))
            last = item


def _found_in(words: Words) -> list[Found]:
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
    listed = [(item.left, item.counted) for item in found if item.counted and item.kind in _COUNTABLE]
    found += [_person(person) for person in people.find(words, listed)]
    found += [replace(item, total=total) for item in found if (total := _total(words, item))]
    return sorted(found, key=lambda item: (item.total.start if item.total else item.reading.start, item.reading.end))


def _counts_more(item: Found) -> bool:
    """Whether it counts something by name, or more than one."""
    return item.kind in _COUNTABLE and (item.counted is not None or item.reading.numeral.value != 1)


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
            if not own and money and money.reading.start >= words.sentence_start(item.reading.start):
                item = replace(item, kind=FigureKind.MONEY, unit=money.unit)
        elif last and last.kind is FigureKind.PERCENT and _is_bare_decimal(words, item, last):
            item = replace(item, kind=FigureKind.PERCENT, unit=last.unit)
        yield item


def _is_bare_decimal(words: Words, item: Found, last: Found) -> bool:
    """Whether a number has a decimal point and nothing else that says what it is of, in the sentence of the last."""
    value, decimals = item.reading.numeral.value, "." in words.text[item.reading.start : item.reading.end]
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


def _of_all(match: re.Match[str]) -> str:
    """What a name and N others are together: the guests of "other guests", the people of "others"."""
    return "" if match.group().endswith(" ") else "people"


def _total(words: Words, item: Found) -> implied.Total | None:
    if (
        item.counted is None
        or item.kind is not FigureKind.COUNT
        or item.reading.upper
        or item.reading.numeral.value is None
    ):
        return None
    return implied.total(words, item.left, item.counted)


def _phrases(words: Words, found: Sequence[Found], earlier: str | None) -> tuple[list[str | None], str | None]:
    """What each counts: its own noun phrase, its partner's, what its verb says, or that of the number before it.

    Then what the last sentence counted last, for the paragraph after. `earlier` is that of the one before.
    """
    by_start = {item.reading.start: item for item in found}
    trail, phrases, sentence = antecedents.Trail(earlier), list[str | None](), 0
    for item in found:
        source = item if item.counted else by_start.get(item.reading.partner or -1)
        countable = item.kind not in (FigureKind.MONEY, FigureKind.DURATION, FigureKind.AGE)
        phrase = counted.text_of(words, source.counted) if countable and source and source.counted else None
        sentence = words.sentence(item.reading.start) or 0
        if _lacks(words, item, phrase):
            phrase = _elsewhere(words, item, trail, sentence)
        if phrase and item.kind in _COUNTABLE:
            trail.note(
                sentence, phrase, person=bool(source and source.counted and people.is_person(source.counted.head))
            )
        phrases.append(phrase)
    return phrases, trail.last if sentence == words.last_sentence else None


def _lacks(words: Words, item: Found, phrase: str | None) -> bool:
    """Whether the figure counts something that its own words do not name."""
    pronoun = phrase is not None and phrase.lower() in ("them", "these", "us")
    if item.kind not in _COUNTABLE or item.unit:
        return pronoun
    if is_tally(words, item.reading):
        return True
    value = item.reading.numeral.value
    whole = value is None or value == int(value)
    return whole and (phrase is None or pronoun or phrase.lower() == "those")


def _elsewhere(words: Words, item: Found, trail: antecedents.Trail, sentence: int) -> str | None:
    if is_tally(words, item.reading):
        return "votes"
    place = item.reading.start, item.reading.end
    told = antecedents.tallied(words, *place) or antecedents.whole_before(words, place[0])
    generic = told in antecedents.GENERIC
    if told and not generic:
        return told
    before = trail.resolve(
        sentence,
        link=antecedents.Link.TOLD if generic else antecedents.link_of(words, *place),
        part=antecedents.is_part(words, *place),
        person=antecedents.is_of_persons(words, item.reading.start),
    )
    return before or told


def _scope(words: Words, item: Found, last: Found | None) -> str | None:
    anchor = item.counted.head if item.counted else words.at(item.reading.start)
    whole = last.left if last and last.reading.end <= item.left else None
    return scope.of(words, Span(item.left, item.reading.right), anchor, whole)


def _figure(
    parsed: Parsed, words: Words, part: Part, item: Found, holders: Holders, *, phrase: str | None, where: str | None
) -> Figure:
    reading, total = item.reading, item.total
    start, end = (total.start, total.end) if total else (reading.start, reading.end)
    span = part.start + start, part.start + end
    holding = holders.of(*span)
    denied = _DENIED if is_denied(words, start, holding) else None
    return Figure(
        passage=parsed.article.passage(*span),
        kind=item.kind,
        measure=measures.measure(reading, item.unit, item.bound, more=total.named if total else 0),
        counted=_OTHERS.sub(_of_all, phrase or "") if total else phrase,
        scope="; ".join(filter(None, (denied, where))) or None,
        speaker=next((quote.speaker for quote in holding if quote.speaker), None),
        in_quote=any(quote.kind not in (QuoteKind.INDIRECT, QuoteKind.TITLE) for quote in holding),
        implied=total is not None,
        role=part.block.role,
    )

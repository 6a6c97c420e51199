"""Questions about dates: one event dated differently, two steps into one office on one day, an order that cannot be."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from workbench.compare.asking import words
from workbench.compare.dated import Dated
from workbench.extract.periods import Period
from workbench.lexicons import lexicon
from workbench.model import Check, CheckKind, Happening, Passage, Severity

_SHOWN = 90  # characters of an event in a question
_BESIDE = 40  # dates of one day, or of one person, that are set beside one another


def checks(
    told: Sequence[Dated], happenings: Iterable[Happening], names: Mapping[str, str] | None = None
) -> Iterator[Check]:
    """What is worth an analyst's look, each with its passages; questions, not errors.

    `names` gives what to call an article (else its id).
    """
    known = names or {}
    yield from _differing(happenings, known)
    yield from _offices(told, known)
    yield from _orders(told, known)


def _made(severity: Severity, message: str, passages: Sequence[Passage]) -> Check:
    where = "+".join(f"{one.article_id}:{one.start}" for one in passages)
    return Check(f"c:date:{where}", CheckKind.DATE, severity, message, (), tuple(passages))


def _differing(happenings: Iterable[Happening], names: Mapping[str, str]) -> Iterator[Check]:
    for one in happenings:
        if one.differs:
            passages = [date.event_at or date.passage for date in one.dates]
            given: dict[str, dict[str, None]] = defaultdict(dict)
            for date in one.dates:
                if date.start_date is not None and date.start_date == date.end_date:
                    given[date.start_date][names.get(date.passage.article_id, date.passage.article_id)] = None
            said = "; ".join(f"{day} in {', '.join(some)}" for day, some in sorted(given.items()))
            message = f"When was it? {words(passages[0])}: {said}: which is right, or are they two?"
            yield _made(Severity.WARNING, message, passages)


@cache
def _steps() -> dict[str, str]:
    entries = [one for one in lexicon("date_orders").entries if one.more["sort"] == "office"]
    return {lemma: entry.id for entry in entries for lemma in entry.pattern.split()}


@cache
def _order() -> tuple[tuple[frozenset[str], frozenset[str], str], ...]:
    return tuple(
        (frozenset(one.pattern.split()), frozenset(str(one.more["then"]).split()), str(one.more["asks"]))
        for one in lexicon("date_orders").entries
        if one.more["sort"] == "order"
    )


def _offices(told: Sequence[Dated], names: Mapping[str, str]) -> Iterator[Check]:
    """One person's two steps into or out of one office, given one day by one article."""
    days: dict[tuple[str, str], list[tuple[Dated, frozenset[str]]]] = defaultdict(list)
    for one in told:
        steps = frozenset(_steps()[verb] for verb in one.verbs if verb in _steps())
        if steps and one.is_point and len(one.date.start_date or "") >= 10:
            days[one.article_id, str(one.date.start_date)].append((one, steps))
    for (article_id, day), some in days.items():
        seen: set[frozenset[str]] = set()
        for at, (a, steps) in enumerate(some[:_BESIDE]):
            for b, others in some[at + 1 : _BESIDE]:
                if steps & others or steps | others in seen or not (a.patient & b.patient or a.pairs & b.pairs):
                    continue
                seen.add(steps | others)
                said = f"{words(_at(a), _SHOWN)} and {words(_at(b), _SHOWN)}"
                message = (
                    f"{names.get(article_id, article_id)} has {said}, both on {day}: for one office, which is meant?"
                )
                yield _made(Severity.NOTICE, message, [_at(a), _at(b)])


def _orders(told: Sequence[Dated], names: Mapping[str, str]) -> Iterator[Check]:
    """What comes later by its nature, dated earlier; only where each of the two has one date in all articles."""
    of_one: dict[str, list[Dated]] = defaultdict(list)
    for one in told:
        if one.is_point and one.verbs:
            for entity in one.patient:
                of_one[entity].append(one)
    for entity in sorted(of_one):
        some = of_one[entity][:_BESIDE]
        for before, after, asks in _order():
            first = _only([one for one in some if one.verbs & before])
            then = _only([one for one in some if one.verbs & after and not one.verbs & before])
            if first is not None and then is not None and _ends_before(then, first):
                message = f"{_dated(then, names)}, but {_dated(first, names)}: {asks}"
                yield _made(Severity.NOTICE, message, [_at(then), _at(first)])


def _only(some: Sequence[Dated]) -> Dated | None:
    """The first of several that all have one date."""
    return some[0] if some and len({one.period for one in some}) == 1 else None


def _ends_before(a: Dated, b: Dated) -> bool:
    one, two = Period(a.date.start_date, a.date.end_date), Period(b.date.start_date, b.date.end_date)
    return one.last is not None and two.first is not None and one.last < two.first


def _dated(one: Dated, names: Mapping[str, str]) -> str:
    return f"{words(_at(one), _SHOWN)} is of {one.date.start_date} in {names.get(one.article_id, one.article_id)}"


def _at(one: Dated) -> Passage:
    return one.date.event_at or one.date.passage

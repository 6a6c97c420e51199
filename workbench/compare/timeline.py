"""The timeline of the event: each thing that happened once, with the sources that date it and where they differ."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from workbench.compare.dated import Dated
from workbench.extract.periods import Period
from workbench.model import Happening

_DAYS_APART, _YEARS_APART = 31, 2
_MOST_PERIODS = 40  # dates of one act and entity that are set beside one another
_SHORT, _LONG = 30, 110


def group(told: Iterable[Dated]) -> tuple[Happening, ...]:
    """The events that the articles date (as ``dated.read`` gives them), in order of time.

    Dates are of one event where an act and a name are told of both, and the one date holds the other; on one day, the
    act alone will do. Where two articles give one act of one person or body dates that exclude one another and lie
    close together, ``differs`` says so: it may be two events.
    """
    told = list(told)
    groups = _Groups(len(told))
    _same(told, groups)
    apart = _apart(told, groups)
    made = [_happening([told[at] for at in some], apart) for some in groups.all()]
    return tuple(sorted(made, key=_when))


def _when(one: Happening) -> tuple[str, str, str]:
    return (one.start_date or one.end_date or "", one.end_date or one.start_date or "", one.happening_id)


class _Groups:
    """Numbers 0 to `size`, joined into groups."""

    def __init__(self, size: int) -> None:
        self.above = list(range(size))

    def of(self, at: int) -> int:
        while self.above[at] != at:
            self.above[at] = self.above[self.above[at]]
            at = self.above[at]
        return at

    def join(self, a: int, b: int) -> None:
        one, two = sorted((self.of(a), self.of(b)))
        self.above[two] = one

    def all(self) -> list[list[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        for at in range(len(self.above)):
            found[self.of(at)].append(at)
        return list(found.values())


def _same(told: Sequence[Dated], groups: _Groups) -> None:
    """Joins the dates of one event: by bucket, so that no two of all the dates are set side by side."""
    on_day: dict[tuple[object, ...], int] = {}
    buckets: dict[tuple[str, str], dict[tuple[str | None, str | None], int]] = defaultdict(dict)
    for at, one in enumerate(told):
        words = one.date.event
        keys: list[tuple[object, ...]] = [("text", one.period, words)]
        if one.is_point and len(one.date.start_date or "") >= 10:
            keys += [("day", one.period, act) for act in sorted(one.acts)]
        if one.is_point:
            keys += [("pair", one.period, pair) for pair in sorted(one.pairs)]
            keys += [("noun", one.period, one.lemma)] if one.is_noun else []
        for key in keys:
            groups.join(on_day.setdefault(key, at), at)
        for act in sorted(one.acts):
            for entity in sorted(one.entities):
                first = buckets[act, entity].setdefault(one.period, at)
                groups.join(first, at)
    for bucket in buckets.values():
        some = list(bucket.values())[:_MOST_PERIODS]
        for index, a in enumerate(some):
            for b in some[index + 1 :]:
                if _holds(told[a], told[b]):
                    groups.join(a, b)


def _holds(a: Dated, b: Dated) -> bool:
    """Whether one date lies within the other, no more than a month long: or a year, where the two share more."""
    if not (a.is_point and b.is_point):
        return a.date.start_date is not None and a.date.start_date == b.date.start_date
    short, long = sorted((a, b), key=lambda one: -len(one.date.start_date or ""))
    if not (short.date.start_date or "").startswith(long.date.start_date or "?"):
        return False
    return len(long.date.start_date or "") >= 7 or len(a.entities & b.entities) > 1 or bool(a.patient & b.patient)


def _apart(told: Sequence[Dated], groups: _Groups) -> dict[int, str]:
    """Where two articles date one act of one person or body differently: by id of the record, what the others say."""
    buckets: dict[tuple[str, str], dict[tuple[str, str], Dated]] = defaultdict(dict)
    index = {id(one): at for at, one in enumerate(told)}
    for one in told:
        if one.is_point:
            whom = [*sorted(one.patient), *([f"the {one.thing}"] if one.thing else [])]
            for act in sorted(one.acts):
                for entity in whom:
                    buckets[act, entity].setdefault((one.article_id, one.date.start_date or ""), one)
    said: dict[int, str] = {}
    for bucket in buckets.values():
        some = list(bucket.values())[:_MOST_PERIODS]
        for a in some:
            for b in some:
                if a is not b and _differ(a, b, bucket):
                    groups.join(index[id(a)], index[id(b)])
                    said[id(a.date)] = f"{b.date.start_date} in {b.article_id}"
    return said


def _differ(a: Dated, b: Dated, bucket: Mapping[tuple[str, str], Dated]) -> bool:
    """Whether dates of two articles exclude one another, close by, and neither article has the other's as well."""
    if a.article_id == b.article_id:
        return False
    one, two = (Period(each.date.start_date, each.date.end_date) for each in (a, b))
    if one.first is None or two.first is None or one.last is None or two.last is None:
        return False
    if one.first <= two.last and two.first <= one.last:
        return False
    own = Counter(article_id for article_id, _ in bucket)
    if own[a.article_id] > 1 or own[b.article_id] > 1 or not a.lemma or not (a.stems & b.stems or a.lemma == b.lemma):
        return False
    fine = len(a.date.start_date or "") >= 10 and len(b.date.start_date or "") >= 10
    gap = max(one.first, two.first) - min(one.last, two.last)
    return gap.days <= (_DAYS_APART if fine else 366 * _YEARS_APART)


def _happening(some: list[Dated], apart: Mapping[int, str]) -> Happening:
    """One event of the timeline: dated as most articles do, by the most exact date of those."""
    votes: dict[tuple[str | None, str | None], set[str]] = defaultdict(set)
    for one in some:
        votes[one.period].add(one.article_id)
    period = max(votes, key=lambda each: (len(votes[each]), each[0] == each[1], len(each[0] or ""), each[0] or ""))
    first = some[0].date.passage
    differs = None
    if any(id(one.date) in apart for one in some):
        given: dict[str, list[str]] = defaultdict(list)
        for one in some:
            if one.is_point and one.article_id not in given[str(one.date.start_date)]:
                given[str(one.date.start_date)].append(one.article_id)
        differs = "; ".join(f"{day} in {', '.join(ids)}" for day, ids in sorted(given.items()) if ids)
    return Happening(
        f"t:{first.article_id}:{first.start}",
        period[0] or "",
        period[1],
        _label([one for one in some if one.period == period]),
        tuple(dict.fromkeys(one.article_id for one in some)),
        tuple(one.date for one in some),
        differs,
    )


def _label(some: Sequence[Dated]) -> str:
    """What happened, in the words of an article: neither a mere stub nor a whole paragraph."""
    texts = Counter(one.date.event or "" for one in some)
    return min(texts, key=lambda text: (-texts[text], _misfit(text), text))


def _misfit(text: str) -> int:
    return max(0, _SHORT - len(text)) * 2 + max(0, len(text) - _LONG) + abs(len(text) - 60) // 20

"""Sums, parts and totals among figures, only where the text gives a reason to add them.

Reasons are "X and 30 others" (one more than 30), "the remaining nine" (the rest of a total), "including two doctors and
six nurses" (parts of a whole), "since May" (a count that holds all later ones), and a bound that another article's
number meets. What does not fit is a question: definitions and times may differ.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from workbench.compare import totals, verdicts, words
from workbench.compare.frames import Frame
from workbench.model import Bound, Figure, Measure, Quantity, Relation, Standing, Verdict

_SIGNS = {Bound.ABOVE: ">", Bound.AT_LEAST: "≥", Bound.BELOW: "<", Bound.AT_MOST: "≤"}


def relations(
    frames: Sequence[Frame], quantities: Sequence[Quantity], texts: Mapping[tuple[str, int], str]
) -> Iterator[Relation]:
    """The sums among the figures, each once, in a fixed order; `texts` are the sentences by article and start."""
    found: dict[str, Relation] = {}
    group = {figure.figure_id: one.quantity_id for one in quantities for figure in one.figures}
    sentences: dict[tuple[str, int], list[Frame]] = {}
    for frame in frames:
        sentences.setdefault(frame.sentence, []).append(frame)
    besides = list(_besides(frames, group))
    rests = list(_rests(frames, sentences, group, besides))
    added = {frozenset(relation.figure_ids) for relation in rests}
    parts = (one for one in _parts(sentences, texts) if not any(set(one.figure_ids) <= known for known in added))
    for relation in (*besides, *rests, *parts, *_lists(sentences), *_since(frames, group)):
        found.setdefault(relation.relation_id, relation)
    for relation in _bounds(quantities):
        found.setdefault(relation.relation_id, relation)
    yield from sorted(found.values(), key=lambda one: one.relation_id)


_SIZES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def number(value: float) -> str:
    """A number as people write it; whole thousandths of millions and more in words.

    >>> number(1234.0), number(5.6), number(20_500_000.0), number(20_500_001.0)
    ('1,234', '5.6', '20.5 million', '20,500,001')
    """
    for size, name in _SIZES:
        if abs(value) >= size and value % (size / 1000) == 0:
            return f"{value / size:,.10g} {name}"
    return f"{value:,.10g}" if value != int(value) else f"{int(value):,}"


def _value(frame: Frame) -> float | None:
    return frame.figure.measure.value if verdicts.exact(frame.figure.measure) else None


def _id(frame: Frame) -> str:
    return frame.figure.figure_id


def _made(expression: str, holds: bool | None, frames: Sequence[Frame], note: str) -> Relation:
    ids = tuple(dict.fromkeys(_id(frame) for frame in frames))
    return Relation(f"r:{expression}:{min(ids)}".replace(" ", ""), expression, holds, ids, note)


def _together(a: Frame, b: Frame) -> bool:
    """Whether two figures count the same sort of thing, so that they may be added or compared."""
    if a.key != b.key:
        return False
    if not a.head or not b.head or words.related(a.head, b.head):
        return True
    return words.person(a.head) and words.person(b.head)


def _besides(frames: Sequence[Frame], group: Mapping[str, str]) -> Iterator[Relation]:
    """ "Smith and 30 others": 31, where a figure says so."""
    wholes: dict[float, list[Frame]] = {}
    for frame in frames:
        value = _value(frame)
        if value is not None and not frame.beside:
            wholes.setdefault(value, []).append(frame)
    others: dict[str, list[Frame]] = {}
    for frame in frames:
        if frame.beside and frame.named and _value(frame) is not None:
            others.setdefault(group[_id(frame)], []).append(frame)
    for some in others.values():
        first, value = some[0], _value(some[0]) or 0.0
        same = [one for one in wholes.get(value + first.named, ()) if _together(first, one) and first.acts & one.acts]
        if same:
            expression = f"{first.named} + {number(value)} = {number(value + first.named)}"
            yield _made(expression, True, [*some, *same], "those named and the others make the total")


def _rests(
    frames: Sequence[Frame],
    sentences: Mapping[tuple[str, int], Sequence[Frame]],
    group: Mapping[str, str],
    besides: Sequence[Relation],
) -> Iterator[Relation]:
    """ "The remaining nine": with the part beside it they make a total that the article gave before."""
    for rest in frames:
        value = _value(rest)
        if not rest.rest or value is None:
            continue
        before = [one for one in frames if one.sentence[0] == rest.sentence[0] and one.order < rest.order]
        parts = [one for one in sentences[rest.sentence] if one is not rest and _value(one) and _together(one, rest)]
        for part in parts:
            whole = value + (_value(part) or 0)
            given = [one for one in before if _value(one) == whole and _together(one, rest) and one is not part]
            if not given:
                continue
            expression = f"{number(_value(part) or 0)} + {number(value)} = {number(whole)}"
            yield _made(expression, True, [part, rest, *given], "the part and the rest make the total")
            yield from _nested(part, rest, given, group, besides)


def _parts(
    sentences: Mapping[tuple[str, int], Sequence[Frame]], texts: Mapping[tuple[str, int], str]
) -> Iterator[Relation]:
    """ "27 women, ten men and six children": what they add up to, where the article says so many."""
    for *parts, whole in totals.find(sentences, texts):
        added = " + ".join(number(_value(part) or 0) for part in parts)
        yield _made(f"{added} = {number(_value(whole) or 0)}", True, [*parts, whole], "the parts make the total")


def _nested(
    part: Frame, rest: Frame, totals: Sequence[Frame], group: Mapping[str, str], besides: Sequence[Relation]
) -> Iterator[Relation]:
    """The same sum with a part that other articles give as "those named and the others"."""
    for relation in besides:
        if _id(part) in relation.figure_ids:
            left, _, _ = relation.expression.partition(" = ")
            others = [one for one in relation.figure_ids if group.get(one) != group.get(_id(part))]
            rests, wholes = number(_value(rest) or 0), number(_value(totals[0]) or 0)
            ids = tuple(dict.fromkeys((*others, _id(rest), *(_id(one) for one in totals))))
            expression = f"({left}) + {rests} = {wholes}"
            note = "the part that one article gives by name, and the rest that another gives, make the total"
            yield Relation(f"r:{expression}:{min(ids)}".replace(" ", ""), expression, True, ids, note)


def _lists(sentences: Mapping[tuple[str, int], Sequence[Frame]]) -> Iterator[Relation]:
    """ "120 people, including two doctors and six nurses": parts that a whole must hold."""
    for some in sentences.values():
        wholes = [one for one in some if not one.part and one.figure.measure.value is not None]
        parts = [one for one in some if one.part and _value(one) is not None and one.key == "count"]
        if not wholes or not parts:
            continue
        whole = max((one for one in wholes if one.order < parts[0].order), key=lambda one: one.order, default=None)
        if whole is None or not all(_together(whole, part) for part in parts):
            continue
        total, most = sum(_value(part) or 0 for part in parts), whole.figure.measure.value or 0
        fits = total <= most or verdicts.kind(whole.figure.measure) in (Bound.ABOVE, Bound.AT_LEAST, Bound.ABOUT)
        if len(parts) < 2 and fits:
            continue
        added = " + ".join(number(_value(part) or 0) for part in parts)
        total_text = f" = {number(total)}" if len(parts) > 1 else ""
        expression = f"{added}{total_text} {'≤' if total <= most else '>'} {number(most)}"
        note = "the parts named fit into the whole" if fits else "the parts are more than the whole: do they overlap?"
        yield _made(expression, fits, [*parts, whole], note)


def _since(frames: Sequence[Frame], group: Mapping[str, str]) -> Iterator[Relation]:
    """A count since some time must hold the later ones of its sort that the same article gives."""
    for whole in frames:
        most = whole.figure.measure.value
        if "since" not in whole.times or most is None or whole.key != "count" or not whole.acts:
            continue
        held: dict[str, Frame] = {}
        for one in frames:
            near = one.sentence[0] == whole.sentence[0] and one.sentence != whole.sentence
            dated = near and _value(one) and not one.part and "since" not in one.times
            if dated and _together(one, whole) and one.acts & whole.acts and one.figure.kind is whole.figure.kind:
                held.setdefault(group[_id(one)], one)
        if len(held) < 2:
            continue
        some = sorted(held.values(), key=lambda one: _value(one) or 0)
        total = sum(_value(one) or 0 for one in some)
        fits = total <= most
        expression = " + ".join(number(_value(one) or 0) for one in some)
        expression += f" = {number(total)} {'≤' if fits else '>'} {number(most)}"
        note = (
            "the events named fit into the count so far" if fits else "more than the count so far: is it the same act?"
        )
        yield _made(expression, True if fits else None, [*some, whole], note)


def _bounds(quantities: Sequence[Quantity]) -> Iterator[Relation]:
    """A number of one article against the bound that another gives: 52 > 50."""
    for quantity in quantities:
        moves = verdicts.Moves(quantity.figures)
        for exact, bound in _met(quantity.figures):
            sign = _SIGNS.get(verdicts.kind(bound.measure) or Bound.EXACT)
            if sign is None or exact.measure.value is None or bound.measure.value in (None, exact.measure.value):
                continue
            holds = verdicts.pair(exact.measure, bound.measure)[0] is not Verdict.CONFLICT
            if not holds and verdicts.between(exact, bound, moves)[0] is not Verdict.CONFLICT:
                continue  # another count of what goes on
            expression = f"{number(exact.measure.value)} {sign} {number(bound.measure.value or 0)}"
            note = (
                "the exact number meets the bound"
                if holds
                else "the number of one source does not fit the bound of another: which is right?"
            )
            name = f"r:{expression}:{quantity.quantity_id}".replace(" ", "")
            yield Relation(name, expression, holds, (exact.figure_id, bound.figure_id), note)


def _met(figures: Sequence[Figure]) -> list[tuple[Figure, Figure]]:
    """Exact and loose statements of two articles: of those that are told alike, the first pair only, in their order."""
    alike: dict[tuple[Measure, Standing | None, str | None], list[int]] = {}
    for at, one in enumerate(figures):
        places = alike.setdefault((one.measure, one.standing, one.as_of), [])
        if len(places) < 2 and all(figures[place].passage.article_id != one.passage.article_id for place in places):
            places.append(at)  # the first, and the first of another article
    exact, loose = ([some for key, some in alike.items() if verdicts.exact(key[0]) is sort] for sort in (True, False))
    found = []
    for ones, others in product(exact, loose):
        pairs = [
            (min(one, two), max(one, two), one, two)
            for one, two in product(ones, others)
            if figures[one].passage.article_id != figures[two].passage.article_id
        ]
        found += sorted(pairs)[:1]
    return [(figures[one], figures[two]) for _, _, one, two in sorted(found)]

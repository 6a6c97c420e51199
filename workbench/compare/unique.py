"""Labels that tell quantities apart: those alike get the place, who did it, the time or the value with them."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from workbench.compare.frames import Frame
from workbench.compare.labels import label
from workbench.compare.sums import number
from workbench.compare.times import MONTHS
from workbench.compare.verdicts import best

Group = Sequence[Frame]
_MONTHS = frozenset(MONTHS)
_LONG = 30  # characters; a longer value says more than a label should


def labels(groups: Sequence[Group]) -> list[str]:
    """A label for each group of frames, in their order, no two alike whatever their capitals."""
    made = [label(group) for group in groups]
    for qualify in (_part, _doer, _place, _time, _value, _source):
        made = _told_apart(made, groups, qualify)
    return list(_numbered(made))


def _told_apart(made: list[str], groups: Sequence[Group], qualify: Callable[[Group], str | None]) -> list[str]:
    """The labels, those that are alike with what `qualify` says of them, where it does not say one thing of all."""
    alike: dict[str, list[int]] = {}
    for at, text in enumerate(made):
        alike.setdefault(text.lower(), []).append(at)
    found = list(made)
    for places in alike.values():
        if len(places) < 2:
            continue
        main = _main(places, groups)
        said = {at: qualify(groups[at]) for at in places if at != main}
        if len({*said.values()}) < 2 and len(said) == len(places):
            continue
        for at, more in said.items():
            if more and more.lower() not in made[at].lower():
                found[at] = _joined(made[at], more)
    return found


def _main(places: Sequence[int], groups: Sequence[Group]) -> int | None:
    """The one that more articles speak to than to any other: it keeps the plain label."""
    heard = {at: len({frame.sentence[0] for frame in groups[at]}) for at in places}
    first, second = sorted(heard, key=lambda at: -heard[at])[:2]
    return first if heard[first] > heard[second] else None


def _joined(text: str, more: str) -> str:
    """The label with one thing more, before a remark in brackets: "people killed, Ohio (a claim denied)".

    >>> _joined("people killed (a claim denied)", "Ohio"), _joined("people killed", "(12)")
    ('people killed, Ohio (a claim denied)', 'people killed (12)')
    """
    if more.startswith("("):
        return f"{text} {more}"
    head, bracket, rest = text.partition(" (")
    return f"{head}, {more}{bracket}{rest}"


def _numbered(made: Sequence[str]) -> Iterator[str]:
    """The labels, those that nothing tells apart with a number."""
    seen: Counter[str] = Counter()
    taken = {text.lower() for text in made}
    for text in made:
        seen[text.lower()] += 1
        number = seen[text.lower()]
        now = text if number == 1 else f"{text} [{number}]"
        while number > 1 and now.lower() in taken:
            number += 1
            now = f"{text} [{number}]"
        taken.add(now.lower())
        yield now


def _most(found: Sequence[str | None]) -> str | None:
    counts = Counter(text for text in found if text)
    return min(counts, key=lambda text: (-counts[text], len(text), text), default=None)


def _part(group: Group) -> str | None:
    return "a part" if group[0].part else "the others" if group[0].rest else None


def _doer(group: Group) -> str | None:
    return _most([frame.wording.doer for frame in group])


def _place(group: Group) -> str | None:
    return _most([frame.wording.place for frame in group])


def _time(group: Group) -> str | None:
    """The year or month that the sentences name, or that it was before or has gone on since."""
    for frame in group:
        named = sorted(time for time in frame.times if time.isdigit()) or sorted(frame.times & _MONTHS)
        if named:
            return f"since {named[0].title()}" if "since" in frame.times else named[0].title()
        if "since" in frame.times:
            return "so far"
    return "earlier" if any("before" in frame.times for frame in group) else None


def _value(group: Group) -> str | None:
    """What is stated best, in brackets: two quantities with one name seldom have one value."""
    figure = best(frame.figure for frame in group)
    surface = " ".join(figure.passage.surface.split())
    value = figure.measure.value
    text = surface if value is None or any(map(str.isdigit, surface)) else number(value)
    return f"({text})" if len(text) <= _LONG else None


def _source(group: Group) -> str | None:
    return group[0].sentence[0]

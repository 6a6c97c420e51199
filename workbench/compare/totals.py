"""Parts named side by side that make a total which the same article gives: "27 women, ten men and six children" of 43.

Coincidence is ruled out by what they count: the total shares its act or its noun with a part, stands near, and is met
exactly; small sums need a word that says that they are parts.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from workbench.compare import verdicts, words
from workbench.compare.frames import Frame
from workbench.extract.people import is_of_a_people
from workbench.model import Role, Standing

_NEAR = 3  # sentences with figures between parts and total
_SURE = 10  # a smaller sum may come about by chance
_MOST = 8  # parts
_SHORT = (Role.HEADLINE, Role.STANDFIRST, Role.SUMMARY)
_SAYS_SO = re.compile(
    r"\b(?:including|of (?:which|whom|them|those)|among|comprising|consisting|made up of|in all|in total|altogether|"
    r"combined|more|others?|the rest)\b",
    re.IGNORECASE,
)

Sentence = tuple[str, int]


def find(sentences: Mapping[Sentence, Sequence[Frame]], texts: Mapping[Sentence, str]) -> Iterator[list[Frame]]:
    """Each list of frames of which the last is the sum of the others; `texts` are the sentences' words."""
    by_article: dict[str, list[Sentence]] = {}
    for place in sorted(sentences):
        by_article.setdefault(place[0], []).append(place)
    for places in by_article.values():
        short = [place for place in places if sentences[place][0].figure.role in _SHORT]
        for at, place in enumerate(places):
            near = dict.fromkeys([place, *places[max(0, at - _NEAR) : at + _NEAR + 1], *short])
            totals = [frame for one in near for frame in sentences[one] if _value(frame)]
            sure = bool(_SAYS_SO.search(texts.get(place, "")))
            yield from _of_sentence(sentences[place], totals, sure=sure)


def _of_sentence(some: Sequence[Frame], totals: Sequence[Frame], *, sure: bool) -> Iterator[list[Frame]]:
    """The longest runs of the sentence's counts that make one of the totals; no frame is a part twice."""
    parts = [frame for frame in sorted(some, key=lambda one: one.order) if _value(frame)]
    taken: set[int] = set()
    for length in range(min(len(parts), _MOST), 1, -1):
        for start in range(len(parts) - length + 1):
            run = parts[start : start + length]
            if taken & {part.order for part in run} or not _a_row(run):
                continue
            whole = sum(_value(part) for part in run)
            total = next((one for one in totals if _value(one) == whole and one not in run and _linked(one, run)), None)
            if total is not None and (sure or whole >= _SURE):
                taken |= {part.order for part in run}
                yield [*run, total]


def _value(frame: Frame) -> float:
    """The number of a plain count or sum of money; 0 where it is none that may be added."""
    plain = frame.figure.standing not in (Standing.DENIED, Standing.SUPPOSED) and not frame.figure.implied
    added = plain and (frame.key == "count" or frame.key.startswith("money"))
    return (frame.figure.measure.value or 0.0) if added and verdicts.exact(frame.figure.measure) else 0.0


def _a_row(run: Sequence[Frame]) -> bool:
    """Whether parts may be added: of one key, side by side, and of things that go together."""
    return all(a.key == b.key and b.order - a.order == 1 and _alike(a, b) for a, b in pairwise(run))


def _alike(a: Frame, b: Frame) -> bool:
    if not a.head or not b.head or words.related(a.head, b.head):
        return True
    return _person(a) and _person(b)


def _person(frame: Frame) -> bool:
    counted = (frame.figure.counted or "").rpartition(" ")[2]  # as it stands: Danes, but not vans
    remains = frame.head in words.lemmas("remains")
    return words.person(frame.head or "") or remains or is_of_a_people(counted.removesuffix("s"))


def _linked(total: Frame, run: Sequence[Frame]) -> bool:
    """Whether the total counts what the parts count: the same act or noun; bodies are those who died."""
    if any(part.key != total.key or not _alike(part, total) for part in run):
        return False
    for part in run:
        acts = part.acts | (words.acts("die") if part.head in words.lemmas("remains") else frozenset())
        if acts & total.acts or (part.head and total.head and words.related(part.head, total.head)):
            return True
    kinds = {part.head for part in run}
    return len(kinds) > 1 and kinds <= words.lemmas("kinds")

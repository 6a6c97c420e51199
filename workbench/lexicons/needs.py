"""What a text must hold for a pattern to match anywhere in it: a look for that spares most patterns on most texts."""

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

from workbench.lexicons.late import Late, as_late

try:
    from re import _constants as op  # type: ignore[attr-defined]
except ImportError:  # see late.py
    op = None

#: Pieces of text in small letters, of which each match holds at least one; DIGIT stands for any digit.
Need: TypeAlias = frozenset[str]

DIGIT = "\\d"
_MOST = 64


def needs(pattern: str | Late) -> tuple[Need, ...]:
    """Sets of pieces in small letters, one of each of which stands in the lowered text of whatever `pattern` matches.

    Empty where nothing is known to stand in all that it matches.

    >>> [sorted(need) for need in needs(r"(?:in )?(?:May|June) [0-9]{1,2}")]
    [['june', 'may'], [' '], ['\\\\d']]
    >>> needs("a?b*")
    ()
    """
    tree = as_late(pattern).tree
    return tuple(dict.fromkeys(_of(tree))) if tree is not None else ()


class Needed:
    """Many patterns, and which of them may match somewhere in a text; `given` are what each needs."""

    def __init__(self, given: Iterable[tuple[Need, ...]]) -> None:
        self._given = tuple(given)
        self._pieces = sorted({piece for some in self._given for need in some for piece in need} - {DIGIT})

    def by(self, low: str | None) -> list[int]:
        """The places of the patterns that may match in a text, given `lowered`: all where that is None.

        >>> Needed([needs("ago"), needs("[0-9]+ May")]).by("two years ago, on 3 april")
        [0]
        """
        if low is None:
            return list(range(len(self._given)))
        there = {piece for piece in self._pieces if piece in low}
        if any(map(str.isdigit, low)):
            there.add(DIGIT)
        return [at for at, some in enumerate(self._given) if not any(map(there.isdisjoint, some))]


def _of(items: Any) -> Iterator[Need]:
    """What a sequence needs: each run of its letters, and what each of its parts needs."""
    run = ""
    for kind, what in items:
        letter = _letter(kind, what)
        if letter:
            run += letter
            continue
        if run:
            yield frozenset({run})
            run = ""
        yield from _of_item(kind, what)
    if run:
        yield frozenset({run})


def _of_item(kind: Any, what: Any) -> Iterator[Need]:
    if kind is op.SUBPATTERN:
        yield from _of(what[-1])
    elif kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT) and what[0] > 0:
        yield from _of(what[2])
    elif kind is op.IN and _is_digits(what):
        yield frozenset({DIGIT})
    elif kind is op.BRANCH:
        ways = [max(_of(way), key=_tells, default=None) for way in what[1]]
        joined = frozenset().union(*(way for way in ways if way))
        if all(ways) and len(joined) <= _MOST:
            yield joined


def _tells(need: Need) -> tuple[int, int]:
    """How much a need tells: long pieces are rare."""
    return min(map(len, need)), -len(need)


def _letter(kind: Any, what: Any) -> str | None:
    """The one small letter that a piece of pattern matches in any case; None where it is more than one."""
    if kind is op.LITERAL:
        low = {chr(what).lower()}
    elif kind is op.IN and all(each is op.LITERAL for each, _ in what):
        low = {chr(code).lower() for _, code in what}
    else:
        return None
    (only,) = low if len(low) == 1 else (None,)
    return only if only is not None and len(only) == 1 else None


def _is_digits(members: Any) -> bool:
    """Whether a set has digits only."""
    return all(
        (kind is op.CATEGORY and what is op.CATEGORY_DIGIT)
        or (kind is op.LITERAL and chr(what).isdigit())
        or (kind is op.RANGE and chr(what[0]).isdigit() and chr(what[1]).isdigit() and what[1] - what[0] < 10)
        for kind, what in members
    )

"""Where a pattern can begin at all: a small pattern made of a large one, by which most of a text is passed over.

An alternation of hundreds of entries is tried at every character by Python's regular expressions; looking first where
one of its beginnings stands takes a tenth of the time and finds the same.
"""

import re
from collections.abc import Iterable, Iterator, Set
from functools import cached_property, lru_cache
from typing import Any, TypeAlias

from workbench.lexicons.late import Late, as_late

try:
    from re import _constants as op  # type: ignore[attr-defined]
except ImportError:  # see late.py
    op = None

#: A beginning: a piece of pattern for each of its characters, and whether no more is known of what follows.
_Beginning: TypeAlias = tuple[tuple[str, ...], bool]

_KINDS = {op.CATEGORY_DIGIT: r"\d", op.CATEGORY_SPACE: r"\s", op.CATEGORY_WORD: r"\w"} if op else {}
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT) if op else ()
_EMPTY: _Beginning = ((), False)
_UNKNOWN: _Beginning = ((), True)
_MOST = 600
_WIDTH = 3  # characters of a beginning
_REMEMBERED = 10_000  # beginnings of texts


class Scouted:
    """A pattern that is looked for only where one of its matches may begin; it finds what the pattern alone would."""

    def __init__(self, pattern: str, flags: int = 0, *, width: int = _WIDTH) -> None:
        self._late = Late(pattern, flags)
        self._width = width

    @property
    def pattern(self) -> re.Pattern[str]:
        """The pattern itself, compiled when it is first tried: most of a lexicon's begin nowhere in a text."""
        return self._late.made

    @cached_property
    def _scout(self) -> re.Pattern[str] | None:
        return scout(self._late, self._width)

    def search(self, text: str, at: int = 0) -> re.Match[str] | None:
        """The first match at or after `at`."""
        low = lowered(text)
        if self._scout is None or low is None:
            return self.pattern.search(text, at)
        return next(self._from(text, low, at), None)

    def finditer(self, text: str, low: str | None = None) -> Iterable[re.Match[str]]:
        """The matches in order, none overlapping another; `low` is the text `lowered`, where that is known."""
        low = lowered(text) if low is None else low
        if self._scout is None or low is None:
            return self.pattern.finditer(text)
        return self._apart(text, low) if self._scout.search(low) else ()

    def _apart(self, text: str, low: str) -> Iterator[re.Match[str]]:
        at = -1
        for match in self._from(text, low, 0):
            if match.start() >= at:
                yield match
                at = match.end()

    def _from(self, text: str, low: str, at: int) -> Iterator[re.Match[str]]:
        """The match at each place where there is one."""
        places = self._scout.finditer(low, at) if self._scout else ()
        return (found for place in places if (found := self.pattern.match(text, place.start())))


class Choice:
    """Alternatives tried at one place, of which only those are tried that may begin with the characters there.

    `whole` is the pattern around them, with {ways} where they stand.
    """

    def __init__(self, ways: Iterable[str], whole: str, flags: int = 0) -> None:
        self._ways = tuple(ways)
        self._whole, self._flags = whole, flags
        self._known: dict[str, frozenset[int]] = {}
        self._made: dict[frozenset[int], re.Pattern[str] | None] = {frozenset(): None}

    @cached_property
    def _first(self) -> dict[str, list[tuple[int, tuple[str, ...]]]]:
        """The alternatives by the piece of pattern that their first character is, each with the pieces that follow."""
        found: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
        for at, way in enumerate(self._ways):
            for chars in beginnings(Late(way, self._flags)):
                found.setdefault("".join(chars[:1]), []).append((at, chars[1:]))
        return found

    def among(self, *heads: str) -> re.Pattern[str] | None:
        """The pattern of the alternatives that may match at the beginning of one of these texts; None where none may.

        >>> units = Choice(["miles?", "minutes?", "kg"], r"\\s?(?:{ways})")
        >>> units.among(" mil", "mile").pattern, units.among(" men", "men")
        ('\\\\s?(?:miles?)', None)
        """
        kept = frozenset().union(*map(self._fitting, heads))
        if kept not in self._made:
            ways = "|".join(self._ways[at] for at in sorted(kept))
            self._made[kept] = re.compile(self._whole.replace("{ways}", ways), self._flags)
        return self._made[kept]

    def _fitting(self, head: str) -> frozenset[int]:
        """The places of the alternatives that may match at the beginning of a text."""
        head = head[:_WIDTH]
        known = self._known.get(head)
        if known is None:
            low = lowered(head)
            known = frozenset(range(len(self._ways)) if low is None else self._of(low))
            if len(self._known) < _REMEMBERED:
                self._known[head] = known
        return known

    def _of(self, low: str) -> Iterator[int]:
        for piece, ways in self._first.items():
            if not piece or re.match(piece, low):
                yield from (at for at, rest in ways if all(map(_is, rest, low[1:])) and len(rest) < len(low))


def lowered(text: str) -> str | None:
    """The text in small letters, as scouts read it; None where that would move its characters.

    >>> lowered("ÉTAT ſ")
    'état s'
    """
    low = text.lower()
    if not low.isascii():
        low = low.replace("ſ", "s").replace("ı", "i")  # which "s" and "i" match where case is ignored
    return low if len(low) == len(text) else None


def may_begin(pattern: Late, text: str) -> bool:
    """Whether `pattern` may match at the beginning of `text`, by its first character.

    >>> may_begin(Late("photo|image", re.IGNORECASE), "Title"), may_begin(Late("photo"), "pixel")
    (False, True)
    """
    low = lowered(text[:1])
    pieces = _first_characters(pattern)
    return not low or any(not piece or re.match(piece[0], low) for piece in pieces)


@lru_cache(maxsize=1024)
def _first_characters(pattern: Late) -> frozenset[tuple[str, ...]]:
    return frozenset(beginnings(pattern, 1))


def scout(pattern: str | Late, width: int = _WIDTH) -> re.Pattern[str] | None:
    """What finds every place of a lowered text at which `pattern` may match; None where that is any place.

    None too where it may match at any letter: there it would not spare anything.

    >>> [hit.start() for hit in scout("twenty|thirty", width=2).finditer("we put twelve on three")]
    [7, 17]
    """
    late = as_late(pattern)
    found = beginnings(late, width)
    if not found or () in found:
        return None
    first: dict[str, set[tuple[str, ...]]] = {}
    for one in found:
        first.setdefault(one[0], set()).add(one[1:])
    behind = "|".join(f"(?<={char}){_tree(rest)}" for char, rest in sorted(first.items()))
    if any("a-z" in char or r"\w" in char for char in first):
        return None
    inside = "".join(char[1:-1] if char[0] == "[" else char for char in first)
    edge = r"\b" if late.tree and late.tree[0] == (op.AT, op.AT_BOUNDARY) else ""
    return re.compile(f"{edge}[{inside}](?={behind})")  # a set comes first, so that the engine skips to its members


@lru_cache(maxsize=4096)
def _is(piece: str, char: str) -> bool:
    """Whether a piece of pattern matches this character."""
    return re.match(piece, char) is not None


def _tree(rests: set[tuple[str, ...]]) -> str:
    """What comes next, as a pattern in which no beginning is written twice."""
    if () in rests:
        return ""
    below: dict[str, set[tuple[str, ...]]] = {}
    for rest in rests:
        below.setdefault(rest[0], set()).add(rest[1:])
    ways = [char + _tree(further) for char, further in sorted(below.items())]
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"


def beginnings(pattern: str | Late, width: int = _WIDTH) -> set[tuple[str, ...]]:
    """The first `width` characters of what `pattern` may match, lowered, each a piece of pattern; fewer where unknown.

    >>> sorted(beginnings("(?i:US)D? ?[$€]", width=2))
    [('u', 's')]
    """
    tree = as_late(pattern).tree
    return {chars for chars, _ in _sequence(tree, width)} if tree is not None else {()}


def _sequence(items: Any, width: int) -> set[_Beginning]:
    found = {_EMPTY}
    for kind, what in items:
        longer: set[_Beginning] = set()
        for chars, closed in found:
            if closed or len(chars) >= width:
                longer.add((chars, True))
            else:
                longer.update([((*chars, *more), end) for more, end in _item(kind, what, width - len(chars))])
        found = longer
        if len(found) > _MOST:
            return {(chars[:1], True) for chars, _ in found}
        if all(closed for _, closed in found):
            break
    return found


def _item(kind: Any, what: Any, width: int) -> Set[_Beginning]:
    """The beginnings of one piece of a parsed pattern."""
    if kind is op.LITERAL:
        return _letter(what)
    if kind is op.BRANCH:
        return set().union(*(_sequence(way, width) for way in what[1]))
    if kind in (op.SUBPATTERN, op.ATOMIC_GROUP):
        return _sequence(what if kind is op.ATOMIC_GROUP else what[-1], width)
    if kind in _REPEATS:
        return _repeat(what, width)
    if kind is op.IN:
        return _class(what)
    return {_EMPTY if kind in (op.AT, op.ASSERT, op.ASSERT_NOT) else _UNKNOWN}


def _repeat(what: tuple[int, int, Any], width: int) -> set[_Beginning]:
    least, most, repeated = what
    once = _sequence(repeated, width)
    if most != 1:  # more of it may follow, which is not looked into
        once = {(chars, closed or bool(chars)) for chars, closed in once}
    return once if least else {_EMPTY, *once}


@lru_cache(maxsize=4096)
def _letter(code: int) -> Set[_Beginning]:
    char = chr(code).lower()
    return frozenset({((re.escape(char),), False) if len(char) == 1 else _UNKNOWN})


def _class(members: Any) -> set[_Beginning]:
    """A set of characters as one piece of pattern, lowered."""
    pieces: list[str] = []
    for kind, what in members:
        if kind is op.LITERAL and len(chr(what).lower()) == 1:
            pieces.append(re.escape(chr(what).lower()))
        elif kind is op.RANGE and (piece := _range(chr(what[0]), chr(what[1]))):
            pieces.append(piece)
        elif kind is op.CATEGORY and what in _KINDS:
            pieces.append(_KINDS[what])
        else:
            return {_UNKNOWN}
    return {((f"[{''.join(sorted(set(pieces)))}]",), False)}


def _range(first: str, last: str) -> str | None:
    letters = any(low <= first <= last <= high for low, high in ("az", "AZ"))
    caseless = not any(chr(each).isalpha() for each in range(ord(first), min(ord(last), ord(first) + 500) + 1))
    if not letters and (not caseless or ord(last) - ord(first) > 500):
        return None
    return f"{re.escape(first.lower())}-{re.escape(last.lower())}"

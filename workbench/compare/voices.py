"""Whether two speakers, as two articles name them, can be one person."""

import re
import unicodedata
from enum import Enum
from functools import cache, lru_cache

from rapidfuzz.distance import JaroWinkler

from workbench.lexicons import lexicon
from workbench.model import Quote

_NAME = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
#: What joins the names of several who speak as one.
_AND, _SEVERAL = " and ", re.compile(r", (?=[^,]* and )| and ")

#: What stands after a name and tells father from son.
_AFTER = frozenset({"jr", "sr", "ii", "iii"})
#: How the ids of entities that are persons begin, and from where on parts of two names may be spellings of one.
_PERSON, _LIKE = "person:", 0.8


class Voice(Enum):
    """What two speakers' names say about their being one."""

    SAME = "same"
    UNCLEAR = "unclear"
    DIFFERENT = "different"


@lru_cache(maxsize=1 << 14)
def compare(a: str | None, b: str | None) -> Voice:
    """Whether the speakers `a` and `b` are the same person, clearly different people, or neither is clear.

    A missing name, a pronoun and a role ("the spokesman") are never clearly different from anybody.

    >>> compare("Ana Ruiz", "Ruiz").value, compare("Ana Ruiz", "Tom Becker").value, compare("Ana Ruiz", None).value
    ('same', 'different', 'unclear')
    """
    if not a or not b:
        return Voice.UNCLEAR
    if _are_several(a) or _are_several(b):
        return _several(a, b)
    one, two = _name(a), _name(b)
    if one and two:
        return _names(one, two)
    if one or two:
        return Voice.UNCLEAR
    role = _role(a)
    return Voice.SAME if role == _role(b) and len(role) > 1 else Voice.UNCLEAR


def _are_several(name: str) -> bool:
    """Whether a name is of several: Ana Ruiz and Tom Becker, the mayor and the bishop; not Johnson and Johnson."""
    if _AND not in name:
        return False
    pieces = _SEVERAL.split(name)
    return any(map(is_person, pieces)) or all(one.lower().startswith("the ") for one in pieces)


def _several(a: str, b: str) -> Voice:
    """Of several who speak as one: the same where one of them is; different where each is from each."""
    if a == b:
        return Voice.SAME
    ones, others = (_SEVERAL.split(name) if _are_several(name) else [name] for name in (a, b))
    found = {compare(x, y) for x in ones for y in others}
    if Voice.SAME in found:
        return Voice.SAME
    return Voice.DIFFERENT if found == {Voice.DIFFERENT} else Voice.UNCLEAR


def of(a: Quote, b: Quote) -> Voice:
    """Whether two quotes are by one speaker: by the names, and by whom all articles together show these to be.

    Two who are known as persons, with full names no part of which is like any part of the other's, are two; short of
    that, a name that no list of first names has leaves it open.
    """
    found = compare(a.speaker, b.speaker)
    if found is not Voice.UNCLEAR or a.speaker_id == b.speaker_id:
        return found
    if not all((one.speaker_id or "").startswith(_PERSON) for one in (a, b)):
        return found
    return Voice.DIFFERENT if _unlike(_name(a.speaker or ""), _name(b.speaker or "")) else found


def _unlike(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether two full names share nothing that two spellings of one would."""
    full = min(len(one), len(two)) > 1
    return full and all(JaroWinkler.similarity(x, y) < _LIKE for x in one for y in two)


def is_person(name: str) -> bool:
    """Whether the name begins as a person's does."""
    parts = _name(name)
    return len(parts) > 1 and parts[0] in _first_names()


def _names(one: tuple[str, ...], two: tuple[str, ...]) -> Voice:
    if one == two:
        return Voice.SAME
    if (one[-1] in _AFTER or two[-1] in _AFTER) and one[-1] != two[-1]:  # father and son
        bare = [name[:-1] if name[-1] in _AFTER else name for name in (one, two)]
        return Voice.DIFFERENT if bare[0] == bare[1] and len(bare[0]) > 1 else Voice.UNCLEAR
    last = JaroWinkler.similarity(one[-1], two[-1])
    if len(one) > 1 and len(two) > 1:
        initial = one[0][0] == two[0][0] and 1 in (len(one[0]), len(two[0]))
        first = 1.0 if initial else JaroWinkler.similarity(one[0], two[0])
        listed = one[0] in _first_names() and two[0] in _first_names()
        if last < 0.75 or first < 0.7:
            return Voice.DIFFERENT if listed else Voice.UNCLEAR
        # Two first names that both exist are two people: Maria and Marina. Spellings of one seldom both do.
        spelt = first >= 0.8 and (not listed or _bones(one[0]) == _bones(two[0]))
        alike = one[0] == two[0] or spelt or initial
        return Voice.SAME if last >= 0.82 and alike else Voice.UNCLEAR
    return Voice.SAME if last >= 0.9 else Voice.UNCLEAR


def _bones(name: str) -> str:
    """The consonants of a long name, which its spellings in another alphabet share; a short name whole."""
    return re.sub(r"[aeiouy]", "", name.replace("x", "ks")) if len(name) > 6 else name


@lru_cache(maxsize=1 << 14)
def _name(speaker: str) -> tuple[str, ...]:
    """The parts of a name, folded, without titles and the roles before it; empty for what is no name."""
    parts = _NAME.findall(speaker)
    while parts and (not parts[0][0].isupper() or parts[0].casefold() in _titles()):
        parts.pop(0)
    if not parts or not all(part[0].isupper() or len(part) < 4 for part in parts) or parts[-1].casefold() in _titles():
        return ()
    return tuple(_folded(re.sub(r"['’]s$", "", part)) for part in parts)


def _role(speaker: str) -> frozenset[str]:
    return frozenset(part.casefold() for part in _NAME.findall(speaker)) - {"the", "a", "an", "he", "she", "they", "it"}


def _folded(part: str) -> str:
    text = part.casefold()
    if text.isascii() and text.isalnum():
        return text
    return "".join(character for character in unicodedata.normalize("NFKD", text) if character.isalnum())


@cache
def _titles() -> frozenset[str]:
    words = {"the", "a", "an", "he", "she", "they", "we", "i", "it", "who", "us", "former"}
    for entry in lexicon("titles").entries:
        words |= {word.strip(".\\?") for word in entry.pattern.casefold().split("|")}
    return frozenset(words)


@cache
def _first_names() -> frozenset[str]:
    return frozenset(
        _folded(name)
        for entry in lexicon("first_names").entries
        for name in re.split(r"[|\s\\]+", entry.pattern)
        if name
    )

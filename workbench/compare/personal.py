"""Whether two names of persons can be one name in two spellings."""

import re
from enum import IntEnum
from functools import cache

from workbench.compare.namekeys import consonants, most_alike, readings, romanise, skeleton, skeletons
from workbench.compare.person_parts import PersonName, family_names, name_parts, read
from workbench.extract.wordlists import first_names
from workbench.lexicons import lexicon

#: The endings of Slavic family names by sex: a husband's and a wife's differ in them alone.
_OF_A_MAN = re.compile(r"(?<=ov|ev|in|yn)$|(?<=[sc]k)(?:y|i|iy|yi|yy|ii|ij)$")
_OF_A_WOMAN = re.compile(r"(?<=ov|ev|in|yn)a$|(?<=[sc]k)a(?:ya|ia|ja)?$")
_SHORTEST = 3  # letters of a short first name
_KOREAN = (("young", "yung"), ("eo", "u"), ("eu", "u"), ("oo", "u"), ("ee", "i"))

__all__ = [
    "PersonName",
    "Tie",
    "both_families",
    "family_keys",
    "family_tie",
    "given_keys",
    "given_tie",
    "is_cut",
    "is_turned",
    "name_parts",
    "read",
    "tie",
]


class Tie(IntEnum):
    """How two names of persons stand to each other, from nothing in common to the same."""

    DIFFERENT = 0
    LOOSE = 1  # could be one, were there much else to say so
    SPELT = 2  # the same name in two spellings or forms
    SAME = 3  # the same letters, accents and scripts apart


@cache
def _sets() -> dict[str, frozenset[str]]:
    """The sets of forms that each first name is in."""
    found: dict[str, set[str]] = {}
    for entry in lexicon("given_names").entries:
        for word in entry.pattern.split("|"):
            found.setdefault(word, set()).add(entry.id)
    return {word: frozenset(ids) for word, ids in found.items()}


@cache
def _listed() -> dict[str, str]:
    """First names of which no two are spellings of one, with the sex of their bearers."""
    return {
        romanise(name): str(entry.more["sex"])
        for entry in lexicon("first_names").entries
        if not entry.more.get("varied")
        for name in entry.pattern.split("|")
    }


def given_tie(one: str, two: str) -> Tie:
    """Whether two first names are one: Volodymyr and Vladimir, Mike and Michael; not Maria and Marina.

    >>> given_tie("volodymyr", "vladimir"), given_tie("maria", "marina"), given_tie("j", "john")
    (<Tie.SPELT: 2>, <Tie.DIFFERENT: 0>, <Tie.LOOSE: 1>)
    """
    one, two = one.replace("-", ""), two.replace("-", "")
    if one == two:
        return Tie.SAME
    if 1 in (len(one), len(two)):
        return Tie.LOOSE if one[:1] == two[:1] else Tie.DIFFERENT
    sets = _sets()
    if sets.get(one, frozenset()) & sets.get(two, frozenset()):
        return Tie.SPELT
    return Tie.LOOSE if is_cut(one, two) else _spelt(one, two)


def _are_two(one: str, two: str) -> bool:
    """Whether two first names are known to be of different sexes, or known both, and sound different."""
    known = [name for name in (one, two) if name in _listed() or name in _sets()]
    sexes = {_listed().get(name) for name in (one, two)} - {None, "b"}
    return len(sexes) == 2 or (len(known) == 2 and not _same_sound(one, two))


def _spelt(one: str, two: str) -> Tie:
    """Whether two first names are two spellings of one."""
    if _are_two(one, two):
        return Tie.DIFFERENT
    if (
        not skeletons(one) & skeletons(two)
        or (one[-1] in "aeiouy") != (two[-1] in "aeiouy")
        or min(len(one), len(two)) < 4
    ):
        return Tie.DIFFERENT
    return Tie.SPELT if most_alike(one, two) >= 0.85 else Tie.DIFFERENT


def given_keys(given: str) -> frozenset[str]:
    """Under what a first name is found in all its forms: Kate is Katherine.

    >>> given_keys("bill") & given_keys("william") != frozenset()
    True
    """
    return frozenset({given, *(f"form {number}" for number in _sets().get(given, ()))})


def is_cut(one: str, two: str) -> bool:
    """Whether one first name may be the beginning or the end of the other: Tobi, Oluwatobi; not Ana, Diana.

    >>> is_cut("oluwatobi", "tobi"), is_cut("rita", "ritva"), is_cut("ana", "diana")
    (True, False, False)
    """
    short, long = sorted((one, two), key=len)
    cut = _SHORTEST <= len(short) <= len(long) - 2 and (long.startswith(short) or long.endswith(short))
    return cut and not _are_two(one, two)


def _same_sound(one: str, two: str) -> bool:
    written = [{re.sub(r"[iy]+", "i", each) for each in readings(name)} for name in (one, two)]
    return bool(written[0] & written[1])


def family_tie(one: str, two: str) -> Tie:
    """Whether two family names are one in two spellings.

    >>> family_tie("kolesnikova", "kalesnikava"), family_tie("petrov", "petrova"), family_tie("coale", "cole")
    (<Tie.SPELT: 2>, <Tie.DIFFERENT: 0>, <Tie.LOOSE: 1>)
    """
    one, two = one.replace("-", ""), two.replace("-", "")
    if one == two:
        return Tie.SAME
    sets = _sets()
    if one in sets and two in sets:
        return Tie.SPELT if sets[one] & sets[two] else Tie.DIFFERENT
    alike = most_alike(one, two)
    if not skeletons(one) & skeletons(two):
        return Tie.LOOSE if alike >= 0.88 and min(len(one), len(two)) >= 6 else Tie.DIFFERENT
    if (
        alike < 0.75
        or _OF_A_MAN.sub("", one) == _OF_A_WOMAN.sub("", two)
        or _OF_A_WOMAN.sub("", one) == _OF_A_MAN.sub("", two)
    ):
        return Tie.DIFFERENT
    if min(consonants(one), consonants(two)) < 3 and alike < 0.9:
        return Tie.DIFFERENT
    return Tie.SPELT if max(consonants(one), consonants(two)) >= 3 and alike >= 0.86 else Tie.LOOSE


def tie(one: PersonName, two: PersonName) -> Tie:
    """Whether two full names are one: as alike as the parts that are least so; middle names must not contradict.

    >>> tie(read("Maria Kolesnikova"), read("Maria Kalesnikava")), tie(read("Kim Jong-un"), read("Kim Jong-il"))
    (<Tie.SPELT: 2>, <Tie.DIFFERENT: 0>)
    """
    if not _suffixes_fit(one, two) or not (one.given and two.given):
        return Tie.DIFFERENT
    eastern = _eastern_tie(one, two) if one.eastern and two.eastern else _turned_tie(one, two)
    return _western_tie(one, two) if eastern is None else eastern


def _western_tie(one: PersonName, two: PersonName) -> Tie:
    given, middles = _given_tie(one, two)
    if given is Tie.DIFFERENT or (all(middles) and not _middles_fit(*middles)):
        return Tie.DIFFERENT
    family = family_tie(one.family, two.family)
    if family is Tie.DIFFERENT and given is not Tie.LOOSE:
        return Tie.SPELT if _second_left_out(one, two) or _second_left_out(two, one) else Tie.DIFFERENT
    if given is Tie.LOOSE and family is not Tie.SAME:
        return Tie.DIFFERENT
    return min(given, family, Tie.SAME if one.suffix == two.suffix else Tie.SPELT)


def _suffixes_fit(one: PersonName, two: PersonName) -> bool:
    """Whether Jr. and the like do not tell two persons apart; the III of a name is often left out, a Jr. is not."""
    return one.suffix == two.suffix or (
        {one.suffix, two.suffix} <= {"", "ii", "iii", "iv"} and "" in (one.suffix, two.suffix)
    )


def _given_tie(one: PersonName, two: PersonName) -> tuple[Tie, tuple[tuple[str, ...], tuple[str, ...]]]:
    """How the first names stand, and the middle names left: Jean-Baptiste is Jean Baptiste."""
    for a, b in ((one, two), (two, one)):
        if b.middle and a.given.replace("-", "") == b.given + b.middle[0].replace("-", ""):
            return Tie.SAME, (a.middle, b.middle[1:])
        if b.middle and a.given == b.middle[0] and len(a.given) > 2 and a.given.capitalize() in first_names():
            return Tie.SPELT, (a.middle, b.middle[1:])  # Fernanda of Maria Fernanda
    return given_tie(one.given, two.given), (one.middle, two.middle)


def _turned_tie(one: PersonName, two: PersonName) -> Tie | None:
    """How two names stand where one of them was not known to begin with the family name: Kim Minjung, Kim Min-jung."""
    if is_turned(one, two):
        return Tie.SPELT
    eastern, western = (one, two) if one.eastern else (two, one)
    if not eastern.eastern or western.middle or western.given != eastern.family:
        return None
    return Tie.SPELT if western.family.replace("-", "") == eastern.given else None


def is_turned(one: PersonName, two: PersonName) -> bool:
    """Whether two names are the same two words, one with the family name first: Halasi Zsuzsa, Zsuzsa Halasi."""
    same = one.given == two.family and one.family == two.given and one.given != one.family
    return same and not (one.middle or two.middle or one.eastern or two.eastern)


def _second_left_out(longer: PersonName, shorter: PersonName) -> bool:
    """Whether one name has a second family name that the other leaves out: Ana Ruiz Mora, Ana Ruiz."""
    if not longer.middle or longer.middle[-1].capitalize() in first_names() or len(longer.middle[-1]) < 3:
        return False
    if shorter.middle and not _middles_fit(longer.middle[:-1] or shorter.middle, shorter.middle):
        return False
    return family_tie(longer.middle[-1], shorter.family) >= Tie.SPELT


def _eastern_tie(one: PersonName, two: PersonName) -> Tie:
    if one.family == two.family and one.given == two.given:
        return Tie.SAME
    families, given = _same_families(), [_in_korean(name.given) for name in (one, two)]
    shared = one.family == two.family or bool(families.get(one.family, _NONE) & families.get(two.family, _NONE))
    return Tie.SPELT if shared and given[0] == given[1] else Tie.DIFFERENT


_NONE: frozenset[str] = frozenset()


def _in_korean(given: str) -> str:
    """A Korean first name as one of its spellings: Jeong-eun is Jung-un."""
    for written, meant in _KOREAN:
        given = given.replace(written, meant)
    return given


@cache
def _same_families() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for entry in lexicon("same_families").entries:
        for word in entry.pattern.split("|"):
            found.setdefault(word, set()).add(entry.id)
    return {word: frozenset(ids) for word, ids in found.items()}


def family_keys(name: PersonName) -> frozenset[str]:
    """Under what a name is compared with others: the keys of its family name, of the first of two, in every spelling.

    >>> family_keys(read("Ana Ruiz Mora")) & family_keys(read("Ana Ruiz")) != frozenset()
    True
    """
    words = {name.family, *name.middle[-1:], *both_families(name)}
    if not name.middle and name.given in family_names():
        words.add(name.given)
    found = {key for word in words for key in skeletons(word)}
    return frozenset(found.union(*(_same_families().get(word, _NONE) for word in words)))


def both_families(name: PersonName) -> tuple[str, ...]:
    """The two last words of a name as one, where they may be two family names.

    >>> both_families(read("Ana Ruiz Mora")), both_families(read("Ana Ruiz"))
    (('ruizmora',), ())
    """
    last = name.middle[-1] if name.middle else ""
    return (last + name.family,) if len(last) > 2 and last.capitalize() not in first_names() else ()


def _middles_fit(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether some middle name of the one begins as one of the other does (H. and Herbert)."""
    return any(
        a.startswith(b) or b.startswith(a) or (min(len(a), len(b)) > 3 and skeleton(a) == skeleton(b))
        for a in one
        for b in two
    )

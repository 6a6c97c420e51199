"""Names of persons in their parts, and whether two of them can be one name in two spellings."""

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache

from workbench.compare.namekeys import consonants, likeness, romanise, skeleton
from workbench.extract.wordlists import first_names
from workbench.lexicons import lexicon

#: The endings of Slavic family names by sex: a husband's and a wife's differ in them alone.
_OF_A_MAN = re.compile(r"(?<=ov|ev|in|yn)$|(?<=[sc]k)(?:y|i|iy|yi|yy|ii|ij)$")
_OF_A_WOMAN = re.compile(r"(?<=ov|ev|in|yn)a$|(?<=[sc]k)a(?:ya|ia|ja)?$")
_SYLLABLES = re.compile(
    r"(?:(?:zh|ch|sh|ts|ss|[bpmfdtnlgkhjqxrzcsyw])?[yw]?"
    r"(?:eo|eu|ae|oe|oo|ee|ai|ei|ao|ou|ia|ie|io|iu|ua|ue|ui|uo|[aeiou])(?:ng|[nmklpt])?)+"
)
_ARTICLES = re.compile(r"\b(?:al|el|as|ash|ad|an|ar|at)-(?=[a-z]{3})")  # al-Assad, ash-Sharif
_LONGEST = 12  # letters of an Eastern first name in one piece


class Tie(IntEnum):
    """How two names of persons stand to each other, from nothing in common to the same."""

    DIFFERENT = 0
    LOOSE = 1  # could be one, were there much else to say so
    SPELT = 2  # the same name in two spellings or forms
    SAME = 3  # the same letters, accents and scripts apart


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name's parts, romanised: the first name, those between, the family's, and Jr. or II.

    `given` is empty for a family name alone.
    """

    given: str
    middle: tuple[str, ...]
    family: str
    suffix: str
    eastern: bool = False  # the family name stands first; vowels tell such short names apart


@lru_cache(maxsize=1 << 14)
def read(name: str) -> PersonName:
    """The parts of a person's name; the family name comes first in Chinese, Korean and Vietnamese ones.

    >>> read("Xi Jinping").family, read("Bashar al-Assad").family, read("Donald Trump Jr.").suffix
    ('xi', 'assad', 'jr')
    """
    words = [word.strip(".") for word in _ARTICLES.sub("", romanise(name)).split()]
    words = [word for word in words if word and word not in ("&",)]
    suffix = ""
    while len(words) > 1 and words[-1] in name_parts("suffixes"):
        suffix = words.pop()
    if len(words) > 1 and _family_first(words):
        return PersonName("".join(words[1:]).replace("-", ""), (), words[0], suffix, True)
    core = words[:1] + [word for word in words[1:] if word not in name_parts("particles")]
    if len(core) == 2 and core[0] in name_parts("particles") and core[0].capitalize() not in first_names():
        core = core[1:]  # De Blasio, Le Pen
    if not core:
        return PersonName("", (), "", "")
    if len(core) == 1:
        return PersonName("", (), core[0], suffix)
    return PersonName(core[0], tuple(core[1:-1]), core[-1], suffix)


def _family_first(words: list[str]) -> bool:
    rest = words[1:]
    if words[0] not in _family_names() or len(words) > 3:
        return False
    syllables = [part for word in rest for part in word.split("-")]
    if not all(len(part) <= _LONGEST and _SYLLABLES.fullmatch(part) for part in syllables):
        return False
    hyphenated = any("-" in word for word in rest)
    known = rest[0].capitalize() in first_names() or rest[-1].capitalize() in first_names()
    return hyphenated or len(rest) == 2 or words[0] not in _both_ways() or known


@cache
def name_parts(which: str) -> frozenset[str]:
    """The `particles` or `suffixes` of names, or the `empty` words beside them."""
    return frozenset(
        word for entry in lexicon("name_parts").entries if entry.id == which for word in entry.pattern.split("|")
    )


@cache
def _family_names() -> frozenset[str]:
    return frozenset(word for entry in lexicon("family_first").entries for word in entry.pattern.split("|"))


@cache
def _both_ways() -> frozenset[str]:
    """Family names that stand first in the East and are given names or family names that stand last in the West."""
    return frozenset(
        word for entry in lexicon("family_first").entries if entry.more.get("both") for word in entry.pattern.split("|")
    )


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
    return {romanise(name): sex for name, sex in first_names().items()}


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
    known = [name for name in (one, two) if name in _listed() or name in sets]
    sexes = {_listed().get(name) for name in (one, two)} - {None, "b"}
    if len(sexes) == 2 or (len(known) == 2 and not _same_sound(one, two)):
        return Tie.DIFFERENT
    if skeleton(one) != skeleton(two) or (one[-1] in "aeiouy") != (two[-1] in "aeiouy") or min(len(one), len(two)) < 4:
        return Tie.DIFFERENT
    return Tie.SPELT if likeness(one, two) >= 0.85 else Tie.DIFFERENT


def _same_sound(one: str, two: str) -> bool:
    return re.sub(r"[iy]+", "i", one) == re.sub(r"[iy]+", "i", two)


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
    alike = likeness(one, two)
    if skeleton(one) != skeleton(two):
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
    if one.suffix != two.suffix or not (one.given and two.given):
        return Tie.DIFFERENT
    if one.middle and two.middle and not _middles_fit(one.middle, two.middle):
        return Tie.DIFFERENT
    if one.eastern and two.eastern:
        return _eastern_tie(one, two)
    given = given_tie(one.given, two.given)
    if given is Tie.DIFFERENT:
        return given
    family = family_tie(one.family, two.family)
    least = min(given, family)
    if given is Tie.LOOSE and family is not Tie.SAME:
        return Tie.DIFFERENT
    return least


def _eastern_tie(one: PersonName, two: PersonName) -> Tie:
    if one.family == two.family and one.given == two.given:
        return Tie.SAME
    alike = min(likeness(one.family, two.family), likeness(one.given, two.given))
    return Tie.LOOSE if alike >= 0.9 and min(len(one.given), len(two.given)) > 4 else Tie.DIFFERENT


def _middles_fit(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether some middle name of the one begins as one of the other does (H. and Herbert)."""
    return any(
        a.startswith(b) or b.startswith(a) or (min(len(a), len(b)) > 3 and skeleton(a) == skeleton(b))
        for a in one
        for b in two
    )

"""The parts of a person's name: the first name, those between, the family's; whichever of them stands first."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from workbench.compare.namekeys import romanise
from workbench.extract.wordlists import first_names
from workbench.lexicons import lexicon

_SYLLABLES = re.compile(
    r"(?:(?:zh|ch|sh|ts|ss|[bpmfdtnlgkhjqxrzcsyw])?[yw]?"
    r"(?:eo|eu|ae|oe|oo|ee|ai|ei|ao|ou|ia|ie|io|iu|ua|ue|ui|uo|[aeiou])(?:ng|[nmklpt])?)+"
)
_ARTICLES = re.compile(r"\b(?:al|el|as|ash|ad|an|ar|at)-(?=[a-z]{3})")  # al-Assad, ash-Sharif
_SERVANTS = frozenset(["abd", "abdul", "abdel", "abdal", "abdol", "abdur"])
_SERVANT = re.compile(r"^abd[aeiou](?:l|r(?=r)|s(?=s)|n(?=n)|d(?=d)|z(?=z))(?!lah|ah)(?=[a-z]{3})")  # of the Merciful
_LONGEST = 12  # letters of an Eastern first name in one piece


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
    if "of" in words[1:]:
        words = words[: words.index("of", 1)]  # (Lord) Reed of Arven
    suffix = ""
    while len(words) > 1 and words[-1] in name_parts("suffixes"):
        suffix = words.pop()
    if len(words) > 1 and _family_first(words):
        return PersonName("".join(words[1:]).replace("-", ""), (), words[0], suffix, True)
    if len(words) > 2 and words[0] in _SERVANTS:
        words = [f"abd{words[1]}", *words[2:]]  # Abd al-Rahman, Abdul Rahman
    words = [*_served(words)]
    if turned := _family_last(words):
        return turned
    words = words[:1] + [part for word in words[1:] for part in _parted(word)]
    core = words[:1] + [word for word in words[1:] if word not in name_parts("particles")]
    if len(core) == 2 and core[0] in name_parts("particles") and core[0].capitalize() not in first_names():
        core = core[1:]  # De Blasio, Le Pen
    if not core:
        return PersonName("", (), "", "")
    if len(core) == 1:
        return PersonName("", (), core[0], suffix)
    return PersonName(core[0], tuple(core[1:-1]), core[-1], suffix)


def _served(words: list[str]) -> Iterator[str]:
    """The words, each name of a servant as one however it is written: Abdel-Rahman, Abdelrahman, Abdel Rahman."""
    at = 0
    while at < len(words):
        first, _, rest = words[at].partition("-")
        if first in _SERVANTS and (rest or (at and at + 1 < len(words))):
            at += not rest
            yield f"abd{rest or words[at]}"
        else:
            yield _SERVANT.sub("abd", words[at])
        at += 1


def _parted(word: str) -> list[str]:
    """The two family names that a hyphen joins, which others write without it: Osei-Bonsu, Osei Bonsu."""
    parts = word.split("-")
    return parts if len(parts) == 2 and min(map(len, parts)) > 2 else [word]


def _family_first(words: list[str]) -> bool:
    rest = words[1:]
    if words[0] not in family_names() or len(words) > 3:
        return False
    syllables = [part for word in rest for part in word.split("-")]
    if not all(len(part) <= _LONGEST and _SYLLABLES.fullmatch(part) for part in syllables):
        return False
    hyphenated = any("-" in word for word in rest)
    known = rest[0].capitalize() in first_names() or rest[-1].capitalize() in first_names()
    return hyphenated or len(rest) == 2 or words[0] not in _both_ways() or known


def _family_last(words: list[str]) -> PersonName | None:
    """A Korean or Chinese name of three syllables that is turned round for Western readers: Jun Ho Park."""
    if len(words) != 3 or words[2] not in family_names() or any(word.capitalize() in first_names() for word in words):
        return None
    given = words[:2]
    if not all(len(word) < 6 and _SYLLABLES.fullmatch(word) for word in given):
        return None
    return PersonName("".join(given), (), words[2], "", True)


@cache
def name_parts(which: str) -> frozenset[str]:
    """The `particles` or `suffixes` of names, or the `empty` words beside them."""
    return frozenset(
        word for entry in lexicon("name_parts").entries if entry.id == which for word in entry.pattern.split("|")
    )


@cache
def family_names() -> frozenset[str]:
    """Family names that stand first in the East, in small letters."""
    return frozenset(word for entry in lexicon("family_first").entries for word in entry.pattern.split("|"))


@cache
def _both_ways() -> frozenset[str]:
    """Family names that stand first in the East and are given names or family names that stand last in the West."""
    return frozenset(
        word for entry in lexicon("family_first").entries if entry.more.get("both") for word in entry.pattern.split("|")
    )

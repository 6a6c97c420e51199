"""Keys and likenesses of names that are spelt in several ways: other scripts, accents, ways of writing sounds.

A key says which names are worth comparing; it is no proof. Distances count a vowel for less than a consonant.
"""

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

#: How one sound is written, from the most letters to the fewest; what stands right is read as what stands left of none.
_SOUNDS = (
    ("shch", "s"), ("chtch", "s"), ("tsch", "c"), ("dsch", "j"), ("tch", "c"), ("sch", "s"), ("dzh", "j"), ("dj", "j"),
    ("kh", "h"), ("gh", "g"), ("zh", "j"), ("sh", "s"), ("sz", "s"), ("cz", "c"), ("ch", "c"), ("ph", "f"), ("th", "t"),
    ("dh", "d"), ("ts", "t"), ("tz", "t"), ("dz", "j"), ("ck", "k"), ("quist", "kvist"), ("qu", "k"), ("x", "ks"),
    ("w", "v"), ("q", "k"),
)  # fmt: skip
_SOFT_C = re.compile(r"c(?=[eiy])")
_HARD_C = re.compile(r"c(?=[aouklrt]|$)")
_SHORT_U = re.compile(r"(?<=[aeo])u(?=[bcdfghjklmnprstvz])")  # Belarusian ў: -ouskaya is -ovskaya
#: Letters that conventions read in two ways, and how they are written where the second way is meant.
_SECOND = (
    (re.compile(r"(?<![st])ch"), "kh"),  # Chatzis is Hatzis
    (re.compile(r"c(?![hkz])"), "ch"),  # Tadić without its accent is Tadich
    (re.compile(r"(?<!d)j"), "y"),  # Ljubomir is Lyubomir
    (re.compile(r"ou"), "u"),  # Mansour is Mansur
    (re.compile(r"^mp"), "b"),  # Mpakos is Bakos
    (re.compile(r"^nt"), "d"),
    (re.compile(r"gk"), "g"),
)
_VOWELS = frozenset("aeiouy")
_CLASS = str.maketrans({"g": "k", "c": "s", "z": "s", "j": "s", "b": "p", "d": "t", "v": "f", "h": None})
_NEAR = (
    frozenset("gkh"),
    frozenset("szcj"),
    frozenset("bp"),
    frozenset("dt"),
    frozenset("vf"),
    frozenset("mn"),
    frozenset("hj"),
)
_LETTERS = re.compile(r"[^a-z]+")


@lru_cache(maxsize=1 << 15)
def romanise(name: str) -> str:
    """The name in small Latin letters without accents; words apart, hyphens kept.

    >>> romanise("Володимир Зеленський"), romanise("Erdoğan"), romanise("Αλέξης")
    ('volodimir zelenskiy', 'erdogan', 'alexis')
    """
    text = unicodedata.normalize("NFC", name)
    if not text.isascii():
        text = anyascii(text)
    return re.sub(r"[^a-z0-9&. -]", "", text.casefold().replace("_", " ")).strip()


@lru_cache(maxsize=1 << 15)
def sounds(word: str) -> str:
    """A romanised word as its sounds, whichever convention wrote it.

    >>> sounds("tsikhanouskaya") == sounds("tikhanovskaya"), sounds("gaddafi"), sounds("qaddafi")
    (True, 'gadafi', 'kadafi')
    """
    text = _LETTERS.sub("", word)
    text = _SHORT_U.sub("v", text) if len(text) > 6 else text
    for written, sound in _SOUNDS:
        text = text.replace(written, sound)
    text = _HARD_C.sub("k", text) if "c" in _LETTERS.sub("", word) and "ch" not in word and "cz" not in word else text
    return re.sub(r"([^aeiouy])\1+", r"\1", text)


@lru_cache(maxsize=1 << 15)
def readings(word: str) -> tuple[str, ...]:
    """A romanised word with its ambiguous letters as they are, and as other conventions mean them.

    >>> readings("tadic"), readings("reed")
    (('tadic', 'tadich'), ('reed',))
    """
    found = [word]
    for pattern, meant in _SECOND:
        found += [other for other in (pattern.sub(meant, each) for each in found[:4]) if other not in found]
    return tuple(found[:8])


def skeletons(word: str) -> frozenset[str]:
    """The ``skeleton`` of each reading of a romanised word: two names may be one where they share one.

    >>> skeletons("tadic") & skeletons("tadich") != frozenset()
    True
    """
    return frozenset(skeleton(each) for each in readings(word))


@lru_cache(maxsize=1 << 15)
def skeleton(word: str) -> str:
    """The consonants of a romanised word, kindred ones as one: equal for what may be two spellings of a name.

    >>> skeleton("kolesnikova") == skeleton("kalesnikava"), skeleton("coale") == skeleton("cole")
    (True, True)
    >>> skeleton("maria") == skeleton("marina")
    False
    """
    heard = sounds(word)
    return "".join(letter for letter in heard if letter not in _VOWELS).translate(_CLASS) or heard[:1]


def consonants(word: str) -> int:
    """How many sounds of a romanised word a key is made of: few for short names, which many people share."""
    heard = sounds(word)
    inner = sum(letter not in _VOWELS or (letter == "y" and at > 0) for at, letter in enumerate(heard[:-1]))
    return inner + (heard[-1:] not in _VOWELS and bool(heard))


@lru_cache(maxsize=1 << 15)
def likeness(one: str, two: str) -> float:
    """How alike two romanised words sound, from 0 to 1; 1 for the same sounds.

    >>> likeness("zelensky", "zelenskyy") > 0.9 > likeness("kerry", "kelly")
    True
    """
    if one == two:
        return 1.0
    a, b = sounds(one), sounds(two)
    if a == b:
        return 1.0
    if not a or not b:
        return 0.0
    row = [0.0]
    for letter in b:
        row.append(row[-1] + _gap(letter))
    for first in a:
        above, row = row, [row[0] + _gap(first)]
        for j, second in enumerate(b):
            row.append(min(above[j] + _change(first, second), above[j + 1] + _gap(first), row[j] + _gap(second)))
    return max(0.0, 1 - row[-1] / max(len(a), len(b)))


@lru_cache(maxsize=1 << 15)
def most_alike(one: str, two: str) -> float:
    """The ``likeness`` of the two readings of romanised words that are most alike.

    >>> most_alike("hatzis", "chatzis"), most_alike("hadzic", "hadzhich")
    (1.0, 1.0)
    """
    if one == two:
        return 1.0
    pairs = [(a, b) for a in readings(one) for b in readings(two) if skeleton(a) == skeleton(b)]
    return max((likeness(a, b) for a, b in pairs), default=likeness(one, two))


def _gap(letter: str) -> float:
    return 0.3 if letter in _VOWELS else 0.4 if letter == "h" else 1.0


def _change(one: str, two: str) -> float:
    if one == two:
        return 0.0
    if one in _VOWELS and two in _VOWELS:
        return 0.2
    if any(one in near and two in near for near in _NEAR):
        return 0.4
    return 1.0

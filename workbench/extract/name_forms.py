"""The forms of a name in one article: without Jr. and accents, cut short to its end, or with the first name last."""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from workbench.extract.names import Mention
from workbench.extract.wordlists import first_names

_SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])
_ARTICLES = frozenset(["al", "el", "ar", "as", "ash", "at", "ad", "an", "az", "ul", "ed", "es"])


@lru_cache(maxsize=1 << 14)
def core(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without Jr. and the like, in small letters and without full stops."""
    bare = tuple(plain(word) for word in words)
    if "-" in bare:  # al-Khatib is Khatib
        before = {at for at, word in enumerate(bare[:-1]) if word in _ARTICLES and bare[at + 1] == "-"}
        bare = tuple(word for at, word in enumerate(bare) if not {at, at - 1} & before)
    while len(bare) > 1 and bare[-1] in _SUFFIXES:
        bare = bare[:-1]
    return bare


@lru_cache(maxsize=1 << 14)
def plain(word: str) -> str:
    """A word in small letters, without accents and full stops: an article may write Núñez and Nunez."""
    small = word.casefold().rstrip(".").replace("ı", "i")
    return (
        small
        if small.isascii()
        else "".join(letter for letter in unicodedata.normalize("NFKD", small) if not unicodedata.combining(letter))
    )


def suffix(words: tuple[str, ...]) -> str | None:
    """The Jr. or III of a name."""
    last = words[-1].casefold().rstrip(".")
    return last if len(words) > 1 and last in _SUFFIXES else None


def ends(mentions: Iterable[Mention]) -> set[tuple[str, ...]]:
    """How the names of persons of three words or more end, in two words or more: van den Berg, Ruiz Mora."""
    full = {core(one.words) for one in mentions if len(one.words) > 2 and one.kind in ("person", None)}
    return {words[at:] for words in full for at in range(1, len(words) - 1) if words[at].isalpha()}


def is_short(mention: Mention, endings: set[tuple[str, ...]]) -> bool:
    """Whether a mention is by one word, or by the several in which a name with more words before them ends."""
    words = core(mention.words)
    return len(words) < 2 or (words in endings and mention.kind in ("person", None) and not suffix(mention.words))


def is_turned(words: tuple[str, ...]) -> bool:
    """Whether a name of two words has its first name last, as in Hungary: Halasi Zsuzsa."""
    return len(words) == 2 and words[1] in first_names() and words[0] not in first_names()

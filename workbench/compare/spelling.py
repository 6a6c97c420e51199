"""Spelling: one key for all spellings of an English word, and how much a word tells when two quotes share it."""

import re
import unicodedata
from functools import cache, lru_cache

from workbench.lexicons import lexicon

#: Words whose coming or going turns what is said round, by key.
NEGATIONS = frozenset({"not", "no", "never", "nor", "none", "nobody", "nothing", "without", "cannot"})

_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ`´′＇", "'"))


def plain(surface: str) -> str:
    """The word in lower case without its punctuation and accents; an acronym stays in capitals, so that US is not us.

    >>> plain("U.S."), plain("us"), plain("Café"), plain("’re")
    ('US', 'us', 'cafe', 're')
    """
    word = surface
    if not (surface.isascii() and surface.isalnum()):
        word = unicodedata.normalize("NFKD", surface.translate(_APOSTROPHES))
        word = "".join(character for character in word if character.isalnum() or character in "%&")
    return word if word.isupper() and len(word) > 1 and word.isalpha() else word.casefold()


@lru_cache(maxsize=1 << 16)
def key(surface: str) -> str:
    """What all spellings of the word share: a string to compare, not always a word.

    >>> key("Organisations") == key("organizations"), key("labour") == key("labor"), key("four") == key("for")
    (True, True, False)
    """
    word = plain(surface)
    for pattern, to in _rules():
        if pattern.search(word):  # a template costs more than a look
            word = pattern.sub(to, word)
    return word


@lru_cache(maxsize=1 << 16)
def weight(surface: str) -> float:
    """How much it tells that two quotes share the word: 1 for a word of content, less for one that every quote has.

    >>> weight("the") < weight("good") < weight("harvest")
    True
    """
    return _weights().get(plain(surface), 1.0)


@cache
def opposites() -> dict[str, frozenset[str]]:
    """By stem, the stems that turn its sense."""
    table: dict[str, set[str]] = {}
    for entry in lexicon("opposites").entries:
        one = {stem(word) for word in entry.pattern.split()}
        other = {stem(word) for word in str(entry.more["against"]).split()}
        for word in one:
            table.setdefault(word, set()).update(other - {word})
        for word in other:
            table.setdefault(word, set()).update(one - {word})
    return {word: frozenset(others) for word, others in table.items()}


@lru_cache(maxsize=1 << 16)
def concept(surface: str) -> str:
    """What the word and those that retell it share, its opposites included: to find what was said in other words.

    >>> concept("deals") == concept("agreements"), concept("lifted") == concept("reinstated"), concept("harvest")
    (True, True, 'harvest')
    """
    return _concepts().get(stem(surface), stem(surface))


@lru_cache(maxsize=1 << 16)
def stem(surface: str) -> str:
    """The word without its regular ending: enough to see that two inflections belong together.

    >>> stem("released") == stem("releasing") == stem("releases") == stem("release")
    True
    """
    word = key(surface)
    if len(word) > 4:
        word = re.sub(r"ies$|ied$", "y", word)
        word = re.sub(r"(?<=[a-z]{3})(ings?|ed|es|s)$", "", word) if not word.endswith("ss") else word
        word = re.sub(r"([b-df-hj-kmnp-rtv-z])\1$", r"\1", word)
    return re.sub(r"(?<=[a-z]{3})e$", "", word)


@cache
def _concepts() -> dict[str, str]:
    """By stem, the first entry that has it: of the synonyms, then of the opposites, both sides of which are one."""
    table: dict[str, str] = {}
    for entry in lexicon("synonyms").entries:
        for word in entry.pattern.split():
            table.setdefault(stem(word), f"={entry.id}")
    for entry in lexicon("opposites").entries:
        for word in (*entry.pattern.split(), *str(entry.more["against"]).split()):
            table.setdefault(stem(word), f"={entry.id}")
    return table


@cache
def _rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(entry.pattern), str(entry.more["to"])) for entry in lexicon("spelling").entries)


@cache
def _weights() -> dict[str, float]:
    table: dict[str, float] = {}
    for entry in lexicon("plain_words").entries:
        for word in entry.pattern.split():
            table.setdefault(word, float(entry.more["weight"]))
    return table

"""Word lists that tell a name from other words, and its kind: nouns beside names, contexts, things."""

from collections.abc import Set
from functools import cache, lru_cache

from workbench.extract.wordlists import first_names
from workbench.lexicons import lexicon

_ENDINGS = {"s": ("",), "es": ("", "e"), "ies": ("y",), "ed": ("", "e"), "ied": ("y",), "ing": ("", "e"), "ly": ("",)}


@cache
def name_nouns(sort: str) -> frozenset[str]:
    """Common nouns that say of what a name beside them is: `organisation` (agency), `place` (village), `thing`."""
    return frozenset(
        word.strip()
        for entry in lexicon("name_nouns").entries
        if entry.more["sort"] == sort
        for word in entry.pattern.split("|")
    )


@cache
def acting_names() -> dict[str, str]:
    """Names that stand for a country where they act: Washington for the United States."""
    pairs = (entry.pattern.split("|") for entry in lexicon("same_names").entries if entry.more.get("acts"))
    return {other: words[0] for words in pairs for other in words[1:]}


@cache
def of_things(where: str) -> frozenset[str]:
    """The words that tell a thing (a ship, a storm, a law) from a person, by where they stand to its name."""
    entries = lexicon("things").entries
    return frozenset(
        word for entry in entries if where in str(entry.more["where"]).split() for word in entry.pattern.split("|")
    )


@cache
def contexts(where: str) -> dict[str, str]:
    """The words around a name that say of what it is, with what they say, by where they stand to it."""
    return {
        word: str(entry.more["sort"])
        for entry in lexicon("name_contexts").entries
        if entry.more["where"] == where
        for word in entry.pattern.split("|")
    }


@cache
def eastern_names() -> frozenset[str]:
    """Family names in small letters that stand first: xi."""
    return frozenset(word for entry in lexicon("family_first").entries for word in entry.pattern.split("|"))


@cache
def legal_forms() -> frozenset[str]:
    """What stands behind a company's name: Plc, ASA."""
    return frozenset(word for entry in lexicon("legal_forms").entries for word in entry.pattern.split("|"))


@cache
def known_organisations() -> frozenset[str]:
    """Organisations whose names look like those of persons, or are English words: Goldman Sachs, Kremlin."""
    entries = lexicon("known_organisations").entries
    return frozenset(name for entry in entries for name in entry.pattern.split("|"))


@cache
def closing_names() -> frozenset[str]:
    """Names of organisations that stand at the end of those of their branches, too: American Red Cross."""
    entries = [entry for entry in lexicon("known_organisations").entries if entry.more.get("closing")]
    return frozenset(name for entry in entries for name in entry.pattern.split("|"))


@cache
def _postnominals() -> frozenset[str]:
    (entry,) = (entry for entry in lexicon("name_parts").entries if entry.id == "postnominals")
    return frozenset(entry.pattern.split("|"))


def is_postnominal(word: str) -> bool:
    """Whether a word is the letters of an honour, a degree or an office behind a name.

    >>> is_postnominal("KC"), is_postnominal("Ph.D."), is_postnominal("Mba"), is_postnominal("Ruiz")
    (True, True, False, False)
    """
    capitals = sum(letter.isupper() for letter in word)
    return capitals > 1 and word.casefold().rstrip(".") in _postnominals()


@cache
def company_words() -> frozenset[str]:
    """Words in small letters in the names of companies, which a short form leaves out: Foods, Bank."""
    (entry,) = (entry for entry in lexicon("organisation_words").entries if entry.id == "company")
    return frozenset(entry.pattern.split("|"))


@cache
def dictionary() -> Set[str]:
    """The English words that the pipeline's lemmatizer knows, in small letters."""
    from workbench import language

    tables = language.load().get_pipe("lemmatizer").lookups
    index = tables.get_table("lemma_index") if tables.has_table("lemma_index") else {}
    known: set[str] = set().union(*index.values())
    if tables.has_table("lemma_exc"):
        known.update(tables.get_table("lemma_exc").get("noun", ()))  # children, wives
    known.difference_update(map(str.casefold, first_names()))
    return known


def is_word(word: str) -> bool:
    """Whether a word, in any form, is an English word.

    >>> is_word("Vows"), is_word("Allied"), is_word("Khomich")
    (True, True, False)
    """
    small = word.casefold()
    forms = [small]
    for ending, stems in _ENDINGS.items():
        if small.endswith(ending) and len(small) > len(ending) + 2:
            forms += [small[: -len(ending)] + stem for stem in stems]
    return not dictionary().isdisjoint(forms)


def is_faint(words: tuple[str, ...] | list[str]) -> bool:
    """Whether a name is a lone English word: a name only where something else says so.

    >>> is_faint(["Releases"]), is_faint(["Khomich"]), is_faint(["Green", "Party"])
    (True, False, False)
    """
    return len(words) == 1 and is_word(words[0])


@lru_cache(maxsize=1 << 14)  # the same names come again and again
def without_letters(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without the letters of honours and degrees behind a name: Ana Ruiz KC; of Ph.D. alone none."""
    kept = len(words)
    while kept and is_postnominal(words[kept - 1]):
        kept -= 1
    return words[:kept] if kept or "." in words[0] else words


def without_shout(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without an English word in capitals behind them: Ana Ruiz GUILTY; not ANA RUIZ, nor Ruiz Motors USA."""
    plain = len(words) > 2 and words[-1].isalpha() and words[-2].isalpha()  # not Peru-U.S.
    shouted = plain and len(words[-1]) > 3 and words[-1].isupper() and words[0].istitle()
    return words[:-1] if shouted and is_word(words[-1]) else words

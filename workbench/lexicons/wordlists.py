"""The analyst's word lists: the lexicons of framing as one value, to which entries are added or from which they go.

``WordLists`` never changes; ``with_entry`` and ``without_entry`` give a new one. What the analyst changed is kept apart
from the lexicons that come with the workbench, so that a newer workbench does not lose it (see ``kept.py``).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache

from workbench.errors import OptionError
from workbench.lexicons import Entry, lexicon
from workbench.lexicons.entered import entered, shown
from workbench.model import Device

#: The lexicon of each device that is read from words alone.
FILES = {Device.LOADED: "loaded", Device.INTENSIFIER: "intensifiers", Device.HEDGE: "hedges"}
#: Where a word counts: as that part of speech, before a noun, before a number, or wherever it stands.
CLASSES = ("adjective", "noun", "verb", "adverb", "modifier", "modal", "number", "phrase")
_PIECE = re.compile(r"'s\b|[^\W_]+|[^\w\s‐‑–—-]")
#: Words that an entry may have.
MOST_WORDS = 12
_CONCEPT = 60  # characters


@lru_cache(maxsize=1 << 14)
def pieces(words: str) -> tuple[str, ...]:
    """The words of an entry in small letters; hyphens part words, as spaces do.

    >>> pieces("Heavy-handed"), pieces("U-turn")
    (('heavy', 'handed'), ('u', 'turn'))
    """
    return tuple(_PIECE.findall(words.lower().replace("’", "'")))


@dataclass(frozen=True, slots=True)
class Term:
    """One word or phrase: what it is, where it counts, and in which phrases it does not.

    `heads` are the nouns that it must stand before (empty: any). `mine` says that the analyst added it.
    """

    words: str
    device: Device
    concept: str | None = None
    word_class: str = "phrase"
    heads: frozenset[str] = frozenset()
    exceptions: tuple[str, ...] = ()
    passive: bool = False
    mine: bool = False

    @property
    def key(self) -> tuple[Device, tuple[str, ...]]:
        """What tells two terms apart: the device and the words, without case or hyphens."""
        return self.device, pieces(self.words)


@dataclass(frozen=True)
class WordLists:
    """The words that frame: those of the workbench without what the analyst took out, and those that the analyst added.

    `bare` lists have only what was added.

    >>> from workbench.model import Device
    >>> lists = with_entry(WordLists(), "a stitch-up", Device.LOADED, concept="blame")
    >>> [term.words for term in lists.added], len(without_entry(lists, "a stitch-up", Device.LOADED).added)
    (['a stitch-up'], 0)
    """

    added: tuple[Term, ...] = ()
    removed: frozenset[tuple[Device, tuple[str, ...]]] = frozenset()
    bare: bool = False

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """Every term that counts, the analyst's own first: they win over the workbench's on the same words."""
        if self.bare:
            return self.added
        mine = {term.key for term in self.added}
        return (*self.added, *(term for term in given() if term.key not in self.removed and term.key not in mine))

    @cached_property
    def by_first(self) -> Mapping[str, tuple[tuple[tuple[str, ...], Term], ...]]:
        """By first word: the words of each term that begins with it, the longest first."""
        found: dict[str, list[tuple[tuple[str, ...], Term]]] = {}
        for term in self.terms:
            words = pieces(term.words)
            found.setdefault(words[0], []).append((words, term))
        return {word: tuple(sorted(terms, key=lambda one: -len(one[0]))) for word, terms in found.items()}

    @cached_property
    def excepted(self) -> Mapping[str, tuple[tuple[tuple[str, ...], Device], ...]]:
        """By first word: the phrases in which the words of a device are plain."""
        found: dict[str, dict[tuple[tuple[str, ...], Device], None]] = {}
        for phrases, device in dict.fromkeys((term.exceptions, term.device) for term in self.terms):
            for words in map(pieces, phrases):
                found.setdefault(words[0], {})[words, device] = None
        return {word: tuple(phrases) for word, phrases in found.items()}

    def is_removed(self, words: str, device: Device) -> bool:
        """Whether the analyst took these words out."""
        return (device, pieces(words)) in self.removed


def with_entry(
    lists: WordLists,
    words: str,
    device: Device = Device.LOADED,
    *,
    concept: str | None = None,
    word_class: str = "phrase",
) -> WordLists:
    """The lists with one more word or phrase; it counts in any inflection, and with or without hyphens.

    Raises OptionError for words that are none, are too many, or for a class that is not one of ``CLASSES``.
    """
    plain = entered(words)
    if len(pieces(plain)) > MOST_WORDS:
        raise OptionError(f"{shown(plain)} is no entry: give between 1 and {MOST_WORDS} words.")
    if word_class not in CLASSES:
        raise OptionError(f"There is no word class {word_class!r}; there are {', '.join(CLASSES)}.")
    if device is Device.CHOICE:
        raise OptionError("Choices are found by comparing the sources: add to the loaded, hedge or intensifier words.")
    about = entered(concept, "concept", _CONCEPT) if concept else None
    term = Term(plain, device, about, word_class, mine=True)
    others = tuple(one for one in lists.added if one.key != term.key)
    return replace(lists, added=(*others, term), removed=lists.removed - {term.key})


def without_entry(lists: WordLists, words: str, device: Device = Device.LOADED) -> WordLists:
    """The lists without a word or phrase, whether the workbench or the analyst put it there.

    Raises OptionError where the lists do not have it.
    """
    key = (device, pieces(entered(words)))
    mine = any(term.key == key for term in lists.added)
    theirs = key in _given_keys()
    if not (mine or theirs) or (key in lists.removed and not mine):
        raise OptionError(f"{shown(words)} is not in the list of {device.value} words: give it as its entry has it.")
    added = tuple(term for term in lists.added if term.key != key)
    return replace(lists, added=added, removed=lists.removed | {key} if theirs else lists.removed)


def devices_of(lists: WordLists, words: str) -> tuple[Device, ...]:
    """The devices whose lists have these words.

    >>> [device.value for device in devices_of(WordLists(), "regime")], devices_of(WordLists(), "zebra")
    (['loaded'], ())
    """
    wanted = pieces(words)
    there = {term.key for term in lists.terms} | (_given_keys() - lists.removed)
    return tuple(device for device in Device if (device, wanted) in there)


def taken_back(lists: WordLists, words: str, device: Device) -> WordLists:
    """The lists as if the analyst had never touched these words: an own entry goes, one taken out comes back.

    Raises OptionError where the analyst changed nothing about them.
    """
    key = (device, pieces(words))
    added = tuple(term for term in lists.added if term.key != key)
    if len(added) == len(lists.added) and key not in lists.removed:
        raise OptionError(f"{shown(words)} of the {device.value} words is as it came: there is nothing to take back.")
    return replace(lists, added=added, removed=lists.removed - {key})


@cache
def _given_keys() -> frozenset[tuple[Device, tuple[str, ...]]]:
    """What can be taken out of what comes with the workbench; reporting verbs have a lexicon of their own."""
    verbs = (word for entry in lexicon("reporting").entries for word in entry.pattern.split("|"))
    reporting = {(Device.REPORTING_VERB, pieces(word)) for word in verbs}
    return frozenset(reporting | {term.key for term in given()})


@cache
def given() -> tuple[Term, ...]:
    """The terms that come with the workbench, each once."""
    terms: dict[tuple[Device, tuple[str, ...], str], Term] = {}
    for device, name in FILES.items():
        for entry in lexicon(name).entries:
            for term in _terms(device, entry):
                terms.setdefault((*term.key, term.word_class), term)
    return tuple(terms.values())


def _terms(device: Device, entry: Entry) -> Iterator[Term]:
    more = entry.more
    heads = frozenset(str(more.get("heads", "")).split())
    phrases = tuple(more.get("except", ()))
    for words in entry.pattern.split("|"):
        yield Term(words, device, more.get("concept"), more["class"], heads, phrases, bool(more.get("passive")))

"""The terms of a text in any language: the starts of words, numbers, and pairs of signs where no space parts words.

How common a term is in any text is guessed without a word list of the language: short words are the common ones (Zipf's
law of abbreviation), and a word that begins with a capital within a sentence is a name. Where the text is English, the
words that nearly every text has are known. A word is its first six letters, which joins its inflections in most
languages (McNamee and Mayfield, 2004, found such truncation to serve many languages as well as their stemmers do).
"""

import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import log
from zlib import crc32

from workbench.lexicons import lexicon

#: So many words from the start of a text are read: news tells first what it is about.
READ = 300
#: So many of them are the headline and the first sentence, which tell what it is about: each counts as so many others.
LEAD, LEAD_COUNTS = 40, 8
#: So many terms of a text are kept, those that are rare in any text first.
KEPT = 96
#: So many of them keep the word as it stands, for the event's label.
SHOWN = 16
#: A name tells more than another word that is as rare: two accidents of one kind share words, not names.
NAME = 2.0
_CUT = 6
#: So many signs before a word tell whether it opens a sentence.
_GAP = 8
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")
#: Signs of scripts that put no space between words: Thai, Lao, Burmese, Khmer, kana, Han.
_UNPARTED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")
_OPENS = re.compile(r"(?:^|[.!?…:\"“”„«»\n‘'(\[•–—-])\W*$")
_BY_LENGTH = (1.0, 0.5, 0.5, 0.3, 0.15, 0.06)
_LONG, _FEW_DIGITS, _DIGITS, _CAPITAL, _SIGNS = 0.04, 0.05, 0.02, 0.005, 0.01
_DAY_OR_MONTH = 0.2


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of one text as checksums: how much each weighs in it, and how common it is in any text.

    `words` are the first terms as they stand in the text, in the order of `keys`. About one kilobyte.
    """

    keys: "array[int]"
    weights: "array[float]"
    common: "array[float]"
    words: tuple[str, ...]


@dataclass(slots=True)
class _Seen:
    count: int = 0
    word: str = ""
    named: int = 0
    plain: int = 0


def of(text: str) -> Terms:
    """The terms of `text` that are rarest in any text, by how much they weigh in this one.

    >>> of("Fire in Graz: the city hall of Graz burned.").words[:2]
    ('Graz', 'burned')
    """
    seen: dict[str, _Seen] = {}
    for at, (key, word, named) in enumerate(_read(text)):
        one = seen.get(key)
        if one is None:
            one = seen[key] = _Seen(word=word)
        one.count += LEAD_COUNTS if at < LEAD else 1
        if named is not None:
            one.named += named
            one.plain += not named
    found = sorted(_weighed(seen), key=lambda each: (each[1] * log(each[2]), each[0]))[:KEPT]
    return Terms(
        array("I", [crc32(key.encode("utf-8", "replace")) for key, *_ in found]),
        array("f", [weight for _, weight, *_ in found]),
        array("f", [common for _, _, common, _ in found]),
        tuple(word for *_, word in found[:SHOWN]),
    )


def _weighed(seen: dict[str, _Seen]) -> Iterator[tuple[str, float, float, str]]:
    for key, one in seen.items():
        name = one.named > one.plain and key not in _plain()
        yield key, (1 + log(one.count)) * (NAME if name else 1.0), _common(key, name), one.word


def _read(text: str) -> Iterator[tuple[str, str, bool | None]]:
    """The key of each term, the word as it stands, and whether it is written as a name (None: that cannot be told)."""
    left, before, plain = READ, 0, _plain()
    for match in _WORD.finditer(text):
        if left <= 0:
            return
        word, start = match[0], match.start()
        opens = before == 0 or (
            text[before:start] != " " and _OPENS.search(text, max(before, start - _GAP), start) is not None
        )
        before = match.end()
        if not word.isascii() and _UNPARTED.match(word):
            for run in _UNPARTED.findall(word):
                grams = [run[at : at + 2] for at in range(max(1, len(run) - 1))][:left]
                left -= len(grams)
                yield from ((gram, gram, None) for gram in grams)
            continue
        left -= 1
        folded = word.casefold()
        key = folded if folded[0].isdigit() or folded in plain else folded[:_CUT]
        capital = word[0].isupper()
        yield key, word, None if opens and capital else capital


def _common(key: str, name: bool) -> float:
    """The share of all texts that have the term, as far as can be guessed from its form."""
    if key in _plain():
        return _plain()[key]
    if key[0].isdigit():
        return _FEW_DIGITS if len(key) < 3 else _DIGITS
    if name:
        return _CAPITAL
    if _UNPARTED.match(key):
        return _SIGNS
    return _BY_LENGTH[len(key)] if len(key) < len(_BY_LENGTH) else _LONG


@cache
def _plain() -> dict[str, float]:
    """English words that many texts have, and the share of texts that do; days and months too, which are no names."""
    found: dict[str, float] = {}
    for entry in lexicon("plain_words").entries:
        share = 0.8 if float(entry.more["weight"]) < 0.3 else 0.4
        for word in entry.pattern.split():
            found.setdefault(word, share)
    for entry in lexicon("calendar").entries:
        for word in entry.pattern.split("|"):
            found.setdefault(word, _DAY_OR_MONTH)
    return found

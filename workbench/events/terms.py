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
#: A name has so many words at most.
_PARTS = 3
#: So many signs before a word tell whether it opens a sentence.
_GAP = 8
#: A headline is looked for in so many signs; its words of so many letters may be without a capital whatever its style.
_HEADLINE, _SHORT = 200, 4
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

    `words` are the first terms as they stand in the text, in the order of `keys`; for a part of a name of several
    words, the name. About one kilobyte.
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

    >>> of("Fire in Graz: the city hall of Graz burned, said Eva Lind.").words[:3]
    ('Graz', 'Eva Lind', 'Eva Lind')
    """
    seen: dict[str, _Seen] = {}
    name: list[tuple[_Seen, str]] = []
    for at, (key, word, named, joined) in enumerate(_read(text)):
        one = seen.get(key)
        if one is None:
            one = seen[key] = _Seen(word=word)
        if name and not (joined and named is not False and word[0].isupper() and key not in _plain()):
            _whole(name)
            name = []
        if name or (named is not False and word[0].isupper() and key not in _plain()):
            name.append((one, word))
        one.count += LEAD_COUNTS if at < LEAD else 1
        if named is not None:
            one.named += named
            one.plain += not named
    _whole(name)
    found = sorted(_weighed(seen), key=lambda each: (each[1] * log(each[2]), each[0]))[:KEPT]
    return Terms(
        array("I", [crc32(key.encode("utf-8", "replace")) for key, *_ in found]),
        array("f", [weight for _, weight, *_ in found]),
        array("f", [common for _, _, common, _ in found]),
        tuple(word for *_, word in found[:SHOWN]),
    )


def _whole(name: list[tuple[_Seen, str]]) -> None:
    """Show each part of a name as the whole of it; a longer row of capitals is a headline."""
    if 1 < len(name) <= _PARTS:
        whole = " ".join(word for _, word in name)
        for one, _ in name:
            if len(whole) > len(one.word):
                one.word = whole


def _weighed(seen: dict[str, _Seen]) -> Iterator[tuple[str, float, float, str]]:
    for key, one in seen.items():
        name = one.named > one.plain and key not in _plain()
        yield key, (1 + log(one.count)) * (NAME if name else 1.0), _common(key, name), one.word


def _read(text: str) -> Iterator[tuple[str, str, bool | None, bool]]:
    """The key of each term, the word as it stands, whether it is written as a name, and whether one space parts it
    from the word before. Where a sentence opens, it cannot be told what is a name: None.
    """
    left, before, plain, titled = READ, 0, _plain(), _titled(text)
    for match in _WORD.finditer(text):
        if left <= 0:
            return
        word, start = match[0], match.start()
        joined = text[before:start] == " "
        opens = before == 0 or (not joined and _OPENS.search(text, max(before, start - _GAP), start) is not None)
        before = match.end()
        if not word.isascii() and _UNPARTED.match(word):
            for run in _UNPARTED.findall(word):
                grams = [run[at : at + 2] for at in range(max(1, len(run) - 1))][:left]
                left -= len(grams)
                yield from ((gram, gram, None, False) for gram in grams)
            continue
        left -= 1
        folded = word.casefold()
        key = folded if folded[0].isdigit() or folded in plain else folded[:_CUT]
        capital = word[0].isupper()
        yield key, word, None if opens and capital else capital, joined and start > titled


def _titled(text: str) -> int:
    """Where a headline ends that gives each longer word a capital, so that none tells where a name ends; else 0."""
    line = text[: text.find("\n") + 1 or _HEADLINE][:_HEADLINE]
    longer = [word for word in _WORD.findall(line) if len(word) > _SHORT]
    return len(line) if longer and all(word[0].isupper() for word in longer) else 0


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

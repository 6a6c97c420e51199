"""The pattern by which numbers are found, and that by which they are taken apart, both made of the lexicons, once."""

import re
from dataclasses import dataclass
from functools import cache

from workbench.lexicons import Entry, lexicon
from workbench.lexicons.beginnings import Scouted
from workbench.lexicons.late import Late

#: Digits with separators, Indian ones too ("1,25,000"), and a decimal part.
DIGITS = (
    r"(?:\d{1,3}(?:,\d{3})+(?![\d]|,\d)|\d{1,2}(?:,\d\d)+,\d{3}(?!,?\d)|\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?!\d)"
    r"|\d{1,3}(?: \d{3})* 000(?!\d)|\d+)"
    r"(?:\.\d+)?(?!\d|[.,]\d)"
)
_GAP = r"(?:[ \u00a0]|[-‐‑](?=\w))"
_MINUS = r"(?:(?<!plus or )(?<!plus/)\bminus[ -](?=\d)|(?<=\s)[-−](?=\d)|(?<=\()[-−](?=\d))?"
_RATIO = r"(?<![\w.,/])\d{1,2}(?:⁄\d{1,4}|/(?:[2-58]|10|16|32|64|100))(?![\w/⁄]|[.,]\d)"

#: Only after these does a magnitude stand for one of it: "another dozen".
_BARE = r"(?<=\banother )|(?<=\bthe )|(?<=\bthan )|(?<=\bnearly )|(?<=\balmost )|(?<=\babout )|(?<=\bsome )"


@dataclass(frozen=True, slots=True)
class Grammar:
    """`number` finds whole numbers, `plain` does without "X in Y", `atom` finds the words of a number.

    `values` gives, by pattern, how a word of a number combines and its value; `ranges` the range of a vague word.
    """

    number: Scouted
    plain: Late
    atom: re.Pattern[str]
    values: dict[str, tuple[str, float]]
    ranges: dict[str, tuple[float | None, float | None]]


@cache
def grammar() -> Grammar:
    """The patterns, made of numerals.toml and vague.toml."""
    words, vague = lexicon("numerals").entries, lexicon("vague").entries
    number, share, fraction, part = _number(words)
    kinds = [f"(?P<part>{part})", f"(?P<fraction>{fraction})(?!-)", rf"(?P<number>(?<![\d,])(?<!\d\.)(?:{number}))"]
    plain = "|".join([*_vague(words, vague), *kinds])
    shared = "|".join([*_vague(words, vague), rf"(?P<share>(?<![\w.,]){share})", *kinds])
    return Grammar(
        number=Scouted(shared, re.IGNORECASE),
        plain=Late(plain, re.IGNORECASE),
        atom=re.compile(_atom(words), re.IGNORECASE),
        values={entry.pattern: (entry.more["class"], float(entry.more["value"])) for entry in words},
        ranges={entry.pattern: (entry.more.get("low"), entry.more.get("high")) for entry in vague},
    )


def _number(words: tuple[Entry, ...]) -> tuple[str, str, str, str]:
    """Patterns of a number, of "X in Y", of a fraction and of a part of a magnitude ("half a million")."""
    unit, teen, ten = _of(words, "unit"), _of(words, "teen"), _of(words, "ten")
    magnitude = rf"(?:{_of(words, 'magnitude')})\b"
    big = rf"(?:{_of(words, 'magnitude', 'hundred', 'dozen')})\b"
    small = rf"(?:(?:{ten})(?:{_GAP}(?:{unit}))?|{teen}|{unit})\b"
    hundreds = rf"(?:(?:{small}{_GAP}hundred\b(?:(?: and|,)? {small}(?!{_GAP}(?:{big})))?)|{small})"
    sign = f"[{_of(words, 'sign').replace('|', '')}]"
    half = rf"(?: ?{sign}| \d/\d{{1,2}}\b|(?: and | and-|-and-)(?:a|one)[ -](?:half|quarter|third)\b)"
    digits = rf"(?:{DIGITS}|(?<![A-Za-z])\.\d+)"
    suffix = rf"(?:(?:{_of(words, 'suffix')})(?![\w])| (?:bn|tn|trn|mn)\b)"
    bare = rf"(?:{_BARE})(?:dozen|hundred|thousand|million|billion)\b(?! of the\b)"
    tail = rf"(?:,? (?:and )?{hundreds}(?:{_GAP}thousand\b|(?!{_GAP}(?:{magnitude}))))"
    number = (
        rf"{_MINUS}{digits}{half}?(?:{suffix}|(?:{_GAP}?{big})+)?"
        rf"|(?:\b{hundreds}|\bzero\b)(?:{half})?(?:{_GAP}{big}{half}?)*(?:(?<=thousand){tail}|(?<=million){tail})?"
        rf"|\ban? (?!score){big}(?: {magnitude})*{half}?|{bare}|(?<![\w.,/]){sign}"
    )
    whole = rf"(?:{digits}|an? hundred|{hundreds}(?: (?:{magnitude}))?)"
    share = rf"\b(?:{digits}|{hundreds}) (?:(?:in|out of)(?: every)?|of every) {whole}(?![\w%])"
    fraction = rf"\b(?:(?:an?|{hundreds}){_GAP}(?:{_of(words, 'fraction')})|half)\b|{_RATIO}"
    part = (
        rf"\b(?:half(?:{_GAP}an?)?|an? half(?: of an?)?)(?:{_GAP}{big})+"
        rf"|\b(?:an?|one|three)[ -]quarters? of an? (?:{magnitude})"
    )
    return number, share, fraction, part


def _vague(words: tuple[Entry, ...], vague: tuple[Entry, ...]) -> list[str]:
    plural, magnitude = _of(vague, "plural"), _of(words, "magnitude")
    times = rf"(?:{_of(words, 'magnitude', 'hundred', 'dozen')})\b(?: (?:{magnitude})\b)*"
    return [
        rf"(?P<plurals>\b(?:(?:{plural}) of )*(?:{plural})\b(?: (?:up)?on (?:{plural})\b)?)",
        rf"(?P<quantifier>\b(?:{_of(vague, 'quantifier')})\b)(?: (?P<times>{times}))?",
        rf"(?P<phrase>\b(?:{_of(vague, 'phrase')}))",
    ]


def _atom(words: tuple[Entry, ...]) -> str:
    sign, suffix = _of(words, "sign").replace("|", ""), _of(words, "suffix")
    plain = _of(words, "zero", "unit", "teen", "ten", "hundred", "dozen", "magnitude", "fraction")
    return (
        rf"(?P<ratio>\d+[/⁄]\d+)|(?P<digits>(?:{DIGITS}|(?<![A-Za-z])\.\d+))"
        rf"|(?P<word>(?:\b|(?<=\d))(?:an?|{plain})\b|[{sign}]|(?:(?<=\d)|\b)(?:{suffix})\b)"
    )


def _of(entries: tuple[Entry, ...], *kinds: str) -> str:
    return "|".join(entry.pattern for entry in entries if entry.more["class"] in kinds)


@cache
def _plural() -> re.Pattern[str]:
    return re.compile(_of(tuple(e for e in lexicon("vague").entries if e.id not in ("scores", "tens")), "plural"))


def is_plural_number(word: str) -> bool:
    """Whether a word in lower case is a number in the plural and nothing else, as "scores" may be: "thousands".

    >>> is_plural_number("dozens"), is_plural_number("houses")
    (True, False)
    """
    return bool(_plural().fullmatch(word))

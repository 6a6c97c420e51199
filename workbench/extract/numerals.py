"""Numbers as written, in digits and words, to values and spans: "1.5 million", "twenty-three", "8.1bn", "nine in 10", "dozens".

Only the text is read, no parse; whether a number states a quantity is for ``figures`` to say. The words are in the lexicons
numerals.toml and vague.toml, from which one pattern is compiled, once.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from workbench.lexicons import Entry, lexicon


class Form(StrEnum):
    """How a number is written, as far as it matters later."""

    DIGITS = "digits"
    WORDS = "words"
    FRACTION = "fraction"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in a text: ``text[start:end]``, with its value, or with its range where the words name none."""

    start: int
    end: int
    value: float | None
    form: Form
    low: float | None = None
    high: float | None = None
    magnitude: float = 1  # what digits were multiplied by: 1000000 in "1.5 million"
    article: bool = False  # begins with "a" or "an": "a dozen", "a third"
    share: bool = False  # a fraction that says of how many: "nine in 10"
    glued: bool = False  # digits right after a letter, which only a currency makes a number: "AUD1.5m"


#: Digits with separators, a decimal part, or a decimal part alone. No letter, digit, point or comma may stand before them.
DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?![\d]|,\d)|\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?!\d)|\d+)(?:\.\d+)?(?!\d|[.,]\d)"
_GAP = r"(?:[ \u00a0]|[-‐‑](?=\w))"


@dataclass(frozen=True, slots=True)
class _Grammar:
    pattern: re.Pattern[str]
    atom: re.Pattern[str]
    digits: re.Pattern[str]
    values: dict[str, tuple[str, float]]
    ranges: dict[str, tuple[float | None, float | None]]


def find(text: str) -> Iterator[Numeral]:
    """The numbers in `text`, in order, none overlapping another.

    >>> [(text[n.start:n.end], n.value) for text in ["About 1.5 million of twenty-three"] for n in find(text)]
    [('1.5 million', 1500000.0), ('twenty-three', 23.0)]
    """
    grammar = _grammar()
    for match in grammar.pattern.finditer(text):
        kind = match.lastgroup
        if kind == "plurals":
            yield _plurals(match, grammar)
        elif kind in ("quantifier", "phrase", "times"):
            yield _vague(match, grammar)
        else:
            numeral = _number(match, grammar)
            if numeral:
                yield numeral


def _plurals(match: re.Match[str], grammar: _Grammar) -> Numeral:
    """ "Tens of thousands": each word multiplies what the word allows."""
    low, open_ended = 1.0, False
    for word in re.findall(r"[a-z]+", match.group().lower()):
        least, most = grammar.ranges.get(word, (None, None))
        if least is not None:
            low, open_ended = low * least, open_ended or most is None
    return Numeral(match.start(), match.end(), None, Form.VAGUE, low, None if open_ended else low * 10)


def _vague(match: re.Match[str], grammar: _Grammar) -> Numeral:
    """ "Several", and "several hundred", which is several times a hundred."""
    times = evaluate(match.group("times"), grammar) if match.group("times") else 1
    words = match.group().removesuffix(match.group("times") or "").strip()
    limits = (limits for pattern, limits in grammar.ranges.items() if re.fullmatch(pattern, words, re.IGNORECASE))
    low, high = next(limits, (None, None))
    scale = times or 1
    return Numeral(
        match.start(), match.end(), None, Form.VAGUE, low and low * scale, high and high * scale, magnitude=scale
    )


def _number(match: re.Match[str], grammar: _Grammar) -> Numeral | None:
    surface = match.group()
    kind = match.lastgroup
    article = surface[:2].lower() in ("a ", "an")
    if kind == "share":
        part, whole = (
            evaluate(piece, grammar) for piece in re.split(r" (?:in|out of)(?: every)? ", surface, flags=re.I)
        )
        if not part or not whole or not _is_share(part, whole):
            return None
        return Numeral(match.start(), match.end(), part / whole, Form.FRACTION, share=True)
    value = evaluate(surface, grammar)
    if value is None:
        return None
    if kind == "fraction":
        return Numeral(match.start(), match.end(), value, Form.FRACTION, article=article)
    lead = grammar.digits.search(surface)
    return Numeral(
        match.start(),
        match.end(),
        value,
        Form.DIGITS if lead else Form.WORDS,
        magnitude=_magnitude(surface, grammar),
        article=article,
        glued=bool(lead) and match.start() > 0 and match.string[match.start() - 1].isalpha(),
    )


def _magnitude(surface: str, grammar: _Grammar) -> float:
    """What the words after the first number multiply it by: 1000000 in "1.5 million"."""
    product = 1.0
    for match in grammar.atom.finditer(surface):
        kind, value = _atom(match, grammar)
        if kind in ("magnitude", "suffix", "dozen", "hundred"):
            product *= value
        elif product > 1:
            break
    return product


def _is_share(part: float, whole: float) -> bool:
    """Whether "X in Y" is a share: a whole number of a round or small number, not a count in a place or a year."""
    return part < whole and (whole <= 20 or whole in (25, 30, 40, 50, 60, 75) or whole in (10**n for n in range(2, 10)))


def evaluate(surface: str, grammar: _Grammar | None = None) -> float | None:
    """The value of a number as written; None where its words do not make one.

    >>> evaluate("two and a half million"), evaluate("three-quarters"), evaluate("1,234")
    (2500000.0, 0.75, 1234.0)
    """
    grammar = grammar or _grammar()
    atoms = [_atom(match, grammar) for match in grammar.atom.finditer(surface)]
    if not atoms:
        return None
    total = 0.0  # of the groups that are closed by a magnitude
    group: float | None = None  # the group being read
    for kind, value in atoms:
        if kind == "article":
            continue
        if kind in ("fraction", "sign"):
            group = _add_fraction(group, value, kind, surface)
        elif kind in ("magnitude", "suffix", "dozen"):
            total, group = (
                (total + (1 if group is None else group) * value, None)
                if kind != "dozen"
                else (
                    total,
                    (1 if group is None else group) * value,
                )
            )
        elif kind == "hundred":
            group = (1 if group is None else group) * value
        else:
            group = (group or 0) + value
    value = total + (group or 0)
    return -value if surface[0] in "-−" or surface[:5].lower() == "minus" else value


def _add_fraction(group: float | None, value: float, kind: str, surface: str) -> float:
    if group is None:
        return value
    if kind == "sign" or re.search(r"\band\b|-and-", surface):
        return group + value
    return group * value


def _atom(match: re.Match[str], grammar: _Grammar) -> tuple[str, float]:
    surface = match.group().lower()
    if match.lastgroup == "digits":
        return "digits", float(re.sub(r"[^\d.]", "", surface))
    if match.lastgroup == "ratio":
        above, below = re.split("[/⁄]", surface)
        return "sign", int(above) / int(below) if int(below) else 0.0
    if surface in ("a", "an"):
        return "article", 1
    for pattern, (kind, value) in grammar.values.items():
        if re.fullmatch(pattern, surface, re.IGNORECASE):
            return kind, value
    return "article", 1


def _of(entries: tuple[Entry, ...], *kinds: str) -> str:
    return "|".join(entry.pattern for entry in entries if entry.more["class"] in kinds)


@cache
def _grammar() -> _Grammar:
    """The one pattern, made of the lexicons."""
    words, vague = lexicon("numerals").entries, lexicon("vague").entries
    unit, teen, ten = _of(words, "unit"), _of(words, "teen"), _of(words, "ten")
    small = rf"(?:(?:{ten})(?:{_GAP}(?:{unit}))?|{teen}|{unit})\b"
    big = rf"(?:{_of(words, 'magnitude')}|{_of(words, 'hundred', 'dozen')})\b(?! of the\b)"
    magnitude = rf"(?:{_of(words, 'magnitude')})\b"
    hundreds = rf"(?:(?:{small}{_GAP}hundred\b(?:(?: and|,)? {small}(?!{_GAP}(?:{big})))?)|{small})"
    sign = f"[{_of(words, 'sign').replace('|', '')}]"
    half = rf"(?: ?{sign}| \d/\d{{1,2}}\b|(?: and | and-|-and-)(?:a|one)[ -](?:half|quarter|third)\b)"
    digits = rf"(?:{DIGITS}|\.\d+)"
    suffix = rf"(?:{_of(words, 'suffix')})(?![\w])"
    tail = rf"(?:,? (?:and )?{hundreds}(?:{_GAP}thousand\b|(?!{_GAP}(?:{magnitude}))))"
    number = (
        rf"(?:\bminus[ -](?=\d)|(?<=\s)[-−](?=\d)|(?<=\()[-−](?=\d))?{digits}{half}?(?:(?:{suffix}| (?:bn|tn|trn|mn)\b)|(?:{_GAP}?{big})+)?"
        rf"|(?:\b{hundreds}|\bzero\b)(?:{half})?(?:{_GAP}{big}{half}?)*(?:(?<=thousand){tail}|(?<=million){tail})?"
        rf"|\ban? (?!score){big}(?: {magnitude})*{half}?"
        rf"|(?<![\w.,/]){sign}"
    )
    fraction = rf"\b(?:(?:an?|{hundreds}){_GAP}(?:{_of(words, 'fraction')})|half)\b|(?<![\w.,/])\d{{1,2}}(?:⁄\d{{1,4}}|/(?:[2-58]|10|16|32|64|100))(?![\w/⁄]|[.,]\d)"
    ratio = rf"\b(?:{digits}|{hundreds}) (?:in|out of)(?: every)? (?:{digits}|an? hundred|{hundreds}(?: (?:{magnitude}))?)(?![\w%])"
    part = (
        rf"\b(?:half(?:{_GAP}an?)?|an? half(?: of an?)?)(?:{_GAP}{big})+"
        rf"|\b(?:an?|one|three)[ -]quarters? of an? (?:{magnitude})"
    )
    plural = _of(vague, "plural")
    every = (
        rf"(?P<plurals>\b(?:(?:{plural}) of )*(?:{plural})\b)"
        rf"|(?P<quantifier>\b(?:{_of(vague, 'quantifier')})\b)(?: (?P<times>{big}(?: {magnitude})*))?|(?P<phrase>\b(?:{_of(vague, 'phrase')}))"
        rf"|(?P<share>(?<![\w.,]){ratio})|(?P<part>{part})|(?P<fraction>{fraction})(?!-)|(?P<number>(?<![\d.,])(?:{number}))"
    )
    atom = (
        rf"(?P<ratio>\d+[/⁄]\d+)|(?P<digits>{digits})|(?P<word>(?:\b|(?<=\d))(?:an?|zero|{unit}|{teen}|{ten}|hundred|{_of(words, 'dozen')}"
        rf"|{_of(words, 'magnitude', 'fraction')})\b|{sign}|(?<=\d)(?:{_of(words, 'suffix')})\b|\b(?:{_of(words, 'suffix')})\b)"
    )
    values = {entry.pattern: (entry.more["class"], float(entry.more["value"])) for entry in words}
    ranges = {entry.pattern: (entry.more.get("low"), entry.more.get("high")) for entry in vague}
    return _Grammar(
        re.compile(every, re.IGNORECASE), re.compile(atom, re.IGNORECASE), re.compile(digits), values, ranges
    )

"""Numbers as written, in digits and words, to values and spans: "1.5 million", "twenty-three", "8.1bn", "dozens".

Only the text is read, no parse; whether a number states a quantity is for ``figures`` to say. The words are in the
lexicons numerals.toml and vague.toml; ``number_words`` makes the patterns of them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from math import isfinite

from workbench.extract.number_words import DIGITS, grammar

#: After "four in 10", these make a count in a span of time, or of events, and no share.
_SPAN = re.compile(
    r"\s+(?:(?!an? )[a-z]+ )?(?:second|minute|hour|day|week|month|year|decade|game|match|race)(?:s|es)?\b",
    re.IGNORECASE,
)

_GLUED = re.compile(r"[^\W\d_]\.?$")


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
    magnitude: float = 1  # what the words after the first number multiply it by: 1000000 in "1.5 million"
    share: bool = False  # a fraction that says of how many: "nine in 10"
    glued: bool = False  # digits right after a letter (and its point), which only a currency makes a number: "AUD1.5m"


def find(text: str) -> Iterator[Numeral]:
    """The numbers in `text`, in order, none overlapping another.

    >>> text = "About 1.5 million of twenty-three"
    >>> [(text[n.start:n.end], n.value) for n in find(text)]
    [('1.5 million', 1500000.0), ('twenty-three', 23.0)]
    """
    patterns, at = grammar(), 0
    while match := patterns.number.search(text, at):
        numeral = _numeral(match)
        if numeral is None and match.lastgroup == "share":  # "10,000 in two weeks": two numbers, no share
            plain = patterns.plain.made.match(text, match.start())
            numeral = _numeral(plain) if plain else None
        if numeral and _is_finite(numeral):
            yield numeral
        at = max(numeral.end if numeral else match.end(), match.start() + 1)


def _is_finite(numeral: Numeral) -> bool:
    """Whether the number has a size: a million, written sixty times over, is beyond what can be reckoned with."""
    return all(size is None or isfinite(size) for size in (numeral.value, numeral.low, numeral.high, numeral.magnitude))


def evaluate(surface: str) -> float | None:
    """The value of a number as written; None where its words do not make one.

    >>> evaluate("two and a half million"), evaluate("three-quarters"), evaluate("1,234")
    (2500000.0, 0.75, 1234.0)
    """
    total = 0.0  # of the groups that are closed by a magnitude
    group: float | None = None  # the group being read
    atoms = [atom for atom in _atoms(surface) if atom[0] != "article"]
    for kind, value in atoms:
        if kind in ("fraction", "sign"):
            group = _with_fraction(group, value, kind, surface)
        elif kind in ("magnitude", "suffix"):
            if group is None and total:  # "2.5 lakh crore"
                total = _times(total, value)
            else:
                total, group = total + _times(group, value), None
        elif kind in ("hundred", "dozen"):
            group = _times(group, value)
        else:
            group = (group or 0) + value
    if not atoms:
        return None
    value = total + (group or 0)
    return -value if surface[0] in "-−" or surface[:5].lower() == "minus" else value


def _numeral(match: re.Match[str]) -> Numeral | None:
    if match.lastgroup == "plurals":
        return _plurals(match)
    if match.lastgroup in ("quantifier", "phrase", "times"):
        return _vague(match)
    if match.lastgroup == "share":
        return _share(match)
    value = evaluate(match.group())
    if value is None:
        return None
    if match.lastgroup == "fraction":
        return Numeral(match.start(), match.end(), value, Form.FRACTION)
    digits = re.search(DIGITS, match.group())
    return Numeral(
        match.start(),
        match.end(),
        value,
        Form.DIGITS if digits else Form.WORDS,
        magnitude=_magnitude(match.group()),
        glued=digits is not None and bool(_GLUED.search(match.string[max(0, match.start() - 2) : match.start()])),
    )


def _plurals(match: re.Match[str]) -> Numeral:
    """A vague plural such as "tens of thousands": each word multiplies what it allows."""
    low, open_ended = 1.0, False
    for word in re.findall(r"[a-z]+", match.group().lower().partition("on ")[0]):  # thousands upon thousands
        least, most = grammar().ranges.get(word, (None, None))
        if least is not None:
            low, open_ended = low * least, open_ended or most is None
    return Numeral(match.start(), match.end(), None, Form.VAGUE, low, None if open_ended else low * 10)


def _vague(match: re.Match[str]) -> Numeral:
    """A vague word, and what multiplies it: "several hundred" is several times a hundred."""
    times = match.groupdict().get("times")
    scale = evaluate(times) if times else 1
    words = match.group().removesuffix(times or "").strip()
    fitting = (limits for pattern, limits in grammar().ranges.items() if re.fullmatch(pattern, words, re.IGNORECASE))
    low, high = next(fitting, (None, None))
    scale = scale or 1
    return Numeral(
        match.start(), match.end(), None, Form.VAGUE, low and low * scale, high and high * scale, magnitude=scale
    )


def _share(match: re.Match[str]) -> Numeral | None:
    """A share such as "nine in 10": part of a round or small number, no count in a year or a span of time."""
    pieces = re.split(r" (?:in|out of|of)(?: every)? ", match.group(), flags=re.IGNORECASE)
    part, whole = evaluate(pieces[0]), evaluate(pieces[1])
    if not part or not whole or part >= whole or part != int(part):
        return None
    every = " every " in match.group().lower() or " out of " in match.group().lower()
    rounded = whole <= 20 or whole in (25, 30, 40, 50, 60, 75) or whole in (10**power for power in range(2, 10))
    if every or (rounded and not _SPAN.match(match.string, match.end())):
        return Numeral(match.start(), match.end(), part / whole, Form.FRACTION, share=True)
    return None


def _magnitude(surface: str) -> float:
    product = 1.0
    for kind, value in _atoms(surface):
        if kind in ("magnitude", "suffix", "dozen", "hundred"):
            product *= value
        elif product > 1:
            break
    return product


def _times(group: float | None, value: float) -> float:
    """A product without the noise of binary fractions: 4.1 times a billion is 4100000000."""
    return float(Decimal(repr(1.0 if group is None else group)) * Decimal(repr(value)))


def _with_fraction(group: float | None, value: float, kind: str, surface: str) -> float:
    if group is None:
        return value
    if kind == "sign" or re.search(r"\band\b|-and-", surface):
        return group + value
    return group * value


def _atoms(surface: str) -> Iterator[tuple[str, float]]:
    """The words of a number: how each combines, and its value."""
    for match in grammar().atom.finditer(surface):
        word = match.group().lower()
        if match.lastgroup == "digits":
            yield "digits", float(re.sub(r"[^\d.]", "", word))
        elif match.lastgroup == "ratio":
            above, below = re.split("[/⁄]", word)
            yield "sign", int(above) / int(below) if int(below) else 0.0
        elif word not in ("a", "an"):
            yield next(
                (known for pattern, known in grammar().values.items() if re.fullmatch(pattern, word, re.IGNORECASE)),
                ("article", 1.0),
            )

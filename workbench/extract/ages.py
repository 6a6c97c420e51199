"""Numbers that are ages though no unit says so: "aged 14", "Ada Byron, 36, said", "as young as six"."""

import re

from workbench.extract.contexts import context
from workbench.extract.numerals import Form
from workbench.extract.people import is_person
from workbench.extract.readings import Reading
from workbench.extract.words import Words

_IS_AFTER = re.compile(r"\s*(?:[.,;)?!]|$|and\b|but\b|was\b|is\b|who\b|when\b|at the time\b|now\b)")
_NAME_BEFORE = re.compile(r"[^\W\d_][\w.'’-]+(?:,(?: now| then| who is| who was| aged| only| just)?| \() ?$")
_NAME_AFTER = re.compile(r"\s?(?:,|\)|[-–—―](?!\d)|\.(?:\s|$)|;|$| and\b| of\b| from\b| was\b| is\b| who\b)")
_EACH = re.compile(r"[,(] ?(?:both|each|all)(?: aged)? $")
_AT_AGE = re.compile(r",? (?:s?he|they)\b")
_OLDEST = 120


def is_age(words: Words, reading: Reading) -> bool:
    """Whether a number, without a unit or with years, is somebody's age."""
    value = reading.upper.value if reading.upper else reading.numeral.value
    head = words.text[max(0, reading.start - 48) : reading.start]
    if reading.unit:
        return reading.unit.kind == "duration" and bool(context("age-stated").search(head))
    if value is None or not 0 < value < _OLDEST or reading.numeral.form in (Form.FRACTION, Form.VAGUE):
        return False
    return _is_told(words, reading, head) or (value == int(value) and _follows_name(words, reading, head))


def _is_told(words: Words, reading: Reading, head: str) -> bool:
    """Whether words say so: "aged 14", "people under 30", "she is 70", "at 86 she"."""
    if context("age-before").search(head) or context("age-of-group").search(head):
        return True
    if reading.numeral.form is Form.DIGITS and _EACH.search(head) and _NAME_AFTER.match(words.text, reading.end):
        return True
    if context("age-of-people").search(head) and context("age-and-over").match(words.text, reading.end):
        return True
    if context("age-of-subject").search(head) or context("age-of-group-told").search(head):
        return bool(_IS_AFTER.match(words.text, reading.end))
    return head.lower().endswith(" at ") and bool(_AT_AGE.match(words.text, reading.end))


def _follows_name(words: Words, reading: Reading, head: str) -> bool:
    """Whether the number stands alone between commas or brackets after a person: "Ada Byron, 36, said"."""
    if reading.numeral.form is not Form.DIGITS or not _NAME_BEFORE.search(head):
        return False
    name = words.before(reading.start - 1)
    while name is not None and name.is_punct:
        name = words.before(name.idx)
    named = name is not None and (name.pos_ == "PROPN" or name.lower_ in ("now", "then") or is_person(name))
    return named and bool(_NAME_AFTER.match(words.text, reading.end))

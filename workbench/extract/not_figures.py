"""Numbers that state no quantity: dates, years, clock times, names, labels, ranks."""

import re
from typing import TYPE_CHECKING

from workbench.extract.numerals import Form, Numeral
from workbench.extract.units import Unit

if TYPE_CHECKING:
    from workbench.language import Doc

_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
_BEFORE = re.compile(rf"(?:\b{_MONTH},?\s+(?:\d{{1,2}}(?:st|nd|rd|th)?,?\s+)?|\bno\.\s*|#|[A-Za-z]-?|\d[:/.-]|\bnumber\s)$", re.I)
_AFTER = re.compile(rf"(?:(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}|(?:st|nd|rd|th|s)\b|:\d|/\d|\s?[ap]\.?m\b|\s*o['’]clock|[A-Za-z]+)", re.I)
_ONE = re.compile(r"\s+(?:of|another|day)\b", re.I)


def states_nothing(doc: "Doc", numeral: Numeral, unit: Unit | None) -> bool:
    """Whether the number at this place of the text states no quantity."""
    text = doc.text
    head, tail = text[max(0, numeral.start - 24) : numeral.start], text[numeral.end : numeral.end + 24]
    if unit and unit.kind in ("money", "percent"):
        return False
    if numeral.value == 1 and numeral.form is Form.WORDS:
        return bool(_ONE.match(tail)) or not tail[:1] == " "
    if numeral.form is not Form.DIGITS:
        return False
    surface = text[numeral.start : numeral.end]
    if re.fullmatch(r"(?:1[5-9]|20)\d\d", surface) and not unit:
        return True
    if _BEFORE.search(head):
        return True
    return bool(not unit and numeral.magnitude == 1 and _AFTER.match(tail))

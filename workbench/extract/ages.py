"""Numbers that are ages though no unit says so: "aged 14", "Ada Byron, 36, said", "as young as six"."""

import re

from workbench.extract.numerals import Form
from workbench.extract.readings import Reading
from workbench.extract.words import Words

_BEFORE = re.compile(
    r"\b(?:aged?|ages|age of|age group|(?:young|old)er than|as (?:young|old) as|turn(?:s|ed|ing)? (?:just )?|(?:only|just) (?=$))"
    r"(?: between| under| over| from| just| only| about| around| at least| up to)? ?$",
    re.IGNORECASE,
)
_AGED = re.compile(r"\b(?:aged?|ages|age of|age group)(?: between| under| over| from)? ?$", re.IGNORECASE)
_IS_BEFORE = re.compile(
    r"\b(?:who|he|she|I)(?: is| was|['’]s|['’]m| am) (?:now |only |just |about |almost |nearly )?$", re.IGNORECASE
)
_IS_AFTER = re.compile(r"\s*(?:[.,;)?!]|$|and\b|but\b|when\b|at the time\b|now\b)")
_GROUP_BEFORE = re.compile(
    r"\b(?:people|persons?|adults?|m[ae]n|wom[ae]n|children|kids|boys|girls|those|anyone|everyone|youths?|voters|patients|residents|"
    r"citizens|americans|individuals|players|students|workers|drivers)(?: (?:who are|aged))? (?:under|over|above|below|younger than|"
    r"older than) (?:the age of )?$",
    re.IGNORECASE,
)
_NAME_BEFORE = re.compile(r"[^\W\d_][\w.'’-]+(?:,(?: now| then| who is| who was| aged| only| just)?| \() ?$")
_NAME_AFTER = re.compile(r"\s?(?:,|\)|[-–—―]|\.(?:\s|$)|;|$| and\b| of\b| from\b| was\b| is\b| who\b)")
_OLDEST = 120


def is_age(words: Words, reading: Reading) -> bool:
    """Whether a number, without a unit or with years, is somebody's age."""
    value = reading.upper.value if reading.upper else reading.numeral.value
    if reading.unit:
        head = words.text[max(0, reading.start - 32) : reading.start]
        return reading.unit.kind == "duration" and bool(_AGED.search(head))
    if value is None or not 0 < value < _OLDEST or reading.numeral.form in (Form.FRACTION, Form.VAGUE):
        return False
    head = words.text[max(0, reading.start - 32) : reading.start]
    if _BEFORE.search(head) or (_IS_BEFORE.search(head) and _IS_AFTER.match(words.text, reading.end)):
        return True
    if _GROUP_BEFORE.search(words.text[max(0, reading.start - 48) : reading.start]):
        return True
    if reading.numeral.form is not Form.DIGITS or value != int(value):
        return False
    name = words.before(reading.start - 1)
    while name is not None and name.is_punct:
        name = words.before(name.idx)
    named = name is not None and (name.pos_ == "PROPN" or name.lower_ in ("now", "then"))
    return named and bool(_NAME_BEFORE.search(head) and _NAME_AFTER.match(words.text, reading.end))

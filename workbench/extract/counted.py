"""What a number counts: the noun phrase that it stands before, through "of"."""

import re
from typing import TYPE_CHECKING

from workbench.extract.numerals import Numeral
from workbench.extract.units import Unit

if TYPE_CHECKING:
    from workbench.language import Doc


def find(doc: "Doc", numeral: Numeral, unit: Unit | None, end: int) -> str | None:
    """The noun phrase that the number counts, as the text has it; None for money and measures, and where none follows."""
    if unit:
        return None
    match = re.compile(r"\s+(?:of\s+(?:the\s+|all\s+|its\s+)?)?").match(doc.text, end)
    if not match:
        return None
    words = []
    for token in doc:
        if token.idx < match.end():
            continue
        if token.pos_ in ("NOUN", "PROPN", "ADJ") or (words and token.text == "-"):
            words.append(token)
        else:
            break
    while words and words[-1].pos_ == "ADJ":
        words.pop()
    return doc.text[words[0].idx : words[-1].idx + len(words[-1])] if words else None

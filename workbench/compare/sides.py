"""Which side of a vote a number is on: for what was put to the vote, or against it."""

import re
from typing import Any

#: A tally whose numbers stand together: 289 votes to 231, 51-49, 51 to 49.
_TALLY = re.compile(r"(?<![\d.,])(?P<first>\d{1,4})(?: votes?)?(?: ?[-–—] ?| to |-to-)(?P<second>\d{1,4})(?!\d|[.,]\d)")
_FOR = re.compile(
    r"\s*(?:votes? |of them |(?:voted|were|voting) )*(?:in favou?r\b|for\b|yes\b|ayes\b|yea)", re.IGNORECASE
)
_AGAINST = re.compile(
    r"\s*(?:votes? |of them |(?:voted|were|voting) )*(?:against\b|opposed\b|no\b|noes\b|nay)", re.IGNORECASE
)
#: What became of what was put to the vote: the larger number had it.
_PASSED = frozenset(["pass", "approve", "adopt", "back", "ratify", "confirm", "elect", "carry", "endorse", "support"])
_FAILED = frozenset(["reject", "defeat", "fail", "oppose"])


def side(sentence: Any, start: int, end: int) -> str | None:
    """ "for" or "against" for the number at ``[start, end)`` of the text that `sentence` is of; None where neither.

    The words behind the number say it ("51 in favour"); else, of two that stand together, what became of the motion.
    A sentence with verbs for both, such as "a motion to reject it was passed", leaves it open.
    """
    text = sentence.text
    start, end = start - sentence.start_char, end - sentence.start_char
    if _FOR.match(text, end):
        return "for"
    if _AGAINST.match(text, end):
        return "against"
    for tally in _TALLY.finditer(text):
        if (start, end) in (tally.span("first"), tally.span("second")):
            own, other = tally.group("first"), tally.group("second")
            if text[start:end] != own:
                own, other = other, own
            return _by_outcome(sentence, int(own), int(other))
    return None


def _by_outcome(sentence: Any, own: int, other: int) -> str | None:
    lemmas = {token.lemma_.lower() for token in sentence if token.pos_ == "VERB"}
    passed, failed = bool(lemmas & _PASSED), bool(lemmas & _FAILED)
    if passed is failed or own == other:
        return None
    return "for" if (own > other) is passed else "against"

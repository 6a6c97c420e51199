"""Whether what a date belongs to lies behind, ahead, or cannot be told: read off the verb that governs it."""

import re
from functools import cache
from typing import Any

from workbench.extract.date_events import NO_VERBS
from workbench.lexicons import lexicon
from workbench.model import Role

PAST, UNKNOWN, FUTURE = -1, 0, 1
_MODALS = frozenset({"will", "'ll", "shall", "would", "'d", "may", "might", "must", "should", "wo"})
_AHEAD = re.compile(
    r"\b(?:ahead of|(?<!was )(?<!were )due(?: (?:on|in|by))?|scheduled for|set for|slated for|planned for|until|"
    r"upcoming|expected(?: on| in| by)?|deadline(?: of| is)?|no later than|coming|ready for) (?:the )?$",
    re.IGNORECASE,
)
#: What comes after Saturday's failure has it behind, if it is told in the present.
_AFTER = re.compile(r"\b(?:after|following|since|in the wake of) (?:the |last )?$", re.IGNORECASE)
_BY = re.compile(r"\bby (?:the )?(?:end of |close of |middle of )?$", re.IGNORECASE)
_TERSE = frozenset({Role.HEADLINE, Role.SUBHEADING, Role.CAPTION})
_STEPS = 14


@cache
def _told_by(*entries: str) -> frozenset[str]:
    """The lemmas of some entries of the lexicon dated_words.toml."""
    found = (entry.pattern.split("|") for entry in lexicon("dated_words").entries if entry.id in entries)
    return frozenset(word for words in found for word in words)


def tense(token: Any, head: str, role: Role, memo: dict[int, int]) -> int:
    """Whether the date at `token` lies behind (-1) or ahead (1); 0 where no verb tells. `head` is the text before it.

    `memo` keeps the tense of each verb of this block.
    """
    verb = _verb(token)
    fixed = verb is not None and verb.lemma_ in _told_by("fixed", "named") and head.lower().endswith(" for ")
    ahead = _AHEAD.search(head)  # fixed: they set the vote for June 27
    if fixed or (ahead and not (ahead[0].lower().startswith("until") and _lasted(verb, role))):
        return FUTURE
    owns = _is_owner(token)
    if owns and token.head.lemma_.lower() in _told_by("unplanned"):
        return PAST  # the victims of Friday's fire will be buried next week
    if verb is None:
        return UNKNOWN
    if verb.i not in memo:
        memo[verb.i] = _of(verb, role)
    if memo[verb.i] == FUTURE and owns and _AFTER.search(head) and not _may_be(verb):
        return PAST
    if memo[verb.i] != FUTURE and _BY.search(head) and role not in _TERSE and _is_deadline(verb):
        return FUTURE
    return memo[verb.i]


def is_perfect(token: Any) -> bool:
    """Whether what a date belongs to lay behind at the time that is told of: she had slept badly the night before."""
    verb = _verb(token)
    had = verb is not None and verb.tag_ == "VBN" and any(child.lower_ in ("had", "'d", "’d") for child in verb.lefts)
    return bool(had)


def _is_owner(token: Any) -> bool:
    """Whether a date has something: Saturday's failure."""
    return bool(token.i + 1 < len(token.doc) and token.nbor().tag_ == "POS")


def _may_be(verb: Any) -> bool:
    """Whether a verb, or the one that it hangs on, tells what will, may or shall be."""
    for _ in range(_STEPS):
        if any(child.tag_ in ("MD", "TO") or child.lower_ == "going" for child in verb.lefts):
            return True
        if verb.head.i == verb.i or verb.head.pos_ not in ("VERB", "AUX"):
            return False
        verb = verb.head
    return False


def _lasted(verb: Any | None, role: Role) -> bool:
    """Whether what went on until a time is over: who led the guard until March; not what was shut until March."""
    if (
        verb is None
        or verb.tag_ != "VBD"
        or role in _TERSE
        or verb.lemma_ in _told_by("put-off")
        or verb.lemma_ in ("be", "have")
    ):
        return False
    return not any(child.dep_ in ("aux", "auxpass") for child in verb.lefts)


def _is_deadline(verb: Any) -> bool:
    """Whether what is done "by Friday" is to be done: if it is not paid by Friday; ordered to leave by Friday."""
    helpers = [child for child in verb.lefts if child.dep_ in ("aux", "auxpass")]
    if verb.tag_ == "VB" and any(child.tag_ == "TO" for child in helpers):
        return verb.head.lemma_.lower() in _told_by("bid", "plan")
    if verb.tag_ == "VBN":
        return any(child.tag_ in ("VBZ", "VBP") and child.lemma_ == "be" for child in helpers)
    return bool(verb.tag_ in ("VBZ", "VBP"))


def _verb(token: Any) -> Any | None:
    for _ in range(_STEPS):
        if token.pos_ in ("VERB", "AUX") and token.lower_ not in NO_VERBS:
            return token
        if token.head is token or token.head.i == token.i:
            return None
        token = token.head
    return None


def _of(verb: Any, role: Role) -> int:
    """The tense of a verb, by its helpers, or by the verb that it hangs on."""
    for _ in range(_STEPS):
        helpers = [child for child in verb.lefts if child.dep_ in ("aux", "auxpass")]
        if (own := _own(verb, helpers, role)) is not None:
            return own
        if verb.head.i == verb.i or verb.head.pos_ not in ("VERB", "AUX"):
            break
        verb = verb.head
    return UNKNOWN


def _own(verb: Any, helpers: list[Any], role: Role) -> int | None:
    """The tense that a verb itself shows; None where it shows none."""
    if any(child.tag_ == "MD" and child.lower_ in _MODALS for child in helpers):
        return PAST if any(child.lower_ == "have" for child in helpers) else FUTURE
    match verb.tag_:
        case "VB" if any(child.tag_ == "TO" for child in helpers):
            return _infinitive(verb, role)
        case "VBD" | "VBN":
            fixed = verb.tag_ == "VBN" and verb.lemma_ in _told_by("fixed")
            return FUTURE if fixed or (role not in _TERSE and _is_yet_to(verb, helpers)) else PAST
        case "VBZ" | "VBP":
            return _present(verb, role)
        case "VBG" if any(child.lower_ in ("is", "are", "'s", "'re", "am") for child in helpers):
            return UNKNOWN if role in (Role.CAPTION, Role.HEADLINE) else FUTURE
    return None


def _is_yet_to(verb: Any, helpers: list[Any]) -> bool:
    """Whether something is told of when it is done, in the present: when he is sentenced on June 27."""
    if verb.tag_ != "VBN" or verb.dep_ != "advcl":
        return False
    present = any(child.tag_ in ("VBZ", "VBP") and child.lemma_ == "be" for child in helpers)
    return present and any(child.lower_ in ("when", "once", "until", "if") for child in verb.lefts)


def _infinitive(verb: Any, role: Role) -> int:
    """To do something: ahead where it is planned, or stands in a headline by itself."""
    above = verb.head
    if above.i == verb.i:
        return FUTURE if role is Role.HEADLINE else UNKNOWN
    if above.lemma_.lower() in _told_by("plan", "offer") or above.pos_ in ("NOUN", "ADJ", "AUX"):
        return FUTURE
    return FUTURE if above.tag_ in ("VBZ", "VBP") else PAST


def _present(verb: Any, role: Role) -> int:
    """The present tells of the past in headlines and captions; elsewhere, beside a date, of what is fixed to come."""
    if role in (Role.CAPTION, Role.HEADLINE, Role.SUBHEADING) or verb.lemma_ in _told_by("told"):
        return PAST
    if verb.lemma_ in ("be", "have"):
        planned = any(child.dep_ == "acomp" and child.lower_ in _told_by("plan") for child in verb.rights)
        return FUTURE if planned else UNKNOWN
    return FUTURE

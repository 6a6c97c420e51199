"""Whether a count that goes on is an earlier one or has just come to where it is, and of which day it is.

"Up from 37", "had stood at 37", "an earlier toll of 37" are what the count was before; "rose to 41" is what it has come
to. The weekday of who says it, or of the rise itself, is the day of the count, not that of the event.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeAlias

from workbench.compare import words
from workbench.compare.times import MONTHS, PERIODS, WEEKDAYS

if TYPE_CHECKING:
    Token: TypeAlias = Any

_VERBS = ("VERB", "AUX")
_LONG = frozenset(PERIODS) - {"day", "night", "week"}  # what was so long ago is of another time, no earlier count
_NEAR = 7  # words after a number among which its time stands


def earlier(anchor: "Token") -> bool:
    """Whether the sentence gives the figure as what a count was before.

    `anchor` is the parsed word by which the figure hangs in the sentence.
    """
    if _long_ago(anchor):
        return False
    return _from_up(anchor) or any(_told_before(word) for word in _above(anchor))


def _above(anchor: "Token") -> Iterator["Token"]:
    """The word, what it hangs on up to its verb and the verb that reports it, and the subject whose size it is."""
    waiting, seen, verbs = [anchor], set[int](), 0
    while waiting:
        word = waiting.pop()
        if word.i in seen:
            continue
        seen.add(word.i)
        yield word
        if word.pos_ in _VERBS:
            verbs += 1
            if words.lemma(word) in words.lemmas("sizing"):
                yield from (child for child in word.children if child.dep_ in ("nsubj", "nsubjpass"))
        if verbs < 2 and word.head is not word and word.dep_ not in ("relcl", "acl", "advcl", "conj"):
            waiting.append(word.head)


def _long_ago(anchor: "Token") -> bool:
    """Whether the figure is of another month or year: "up from 21 four years ago", "from 300 in 2019"."""
    for token in anchor.doc[anchor.i + 1 : min(anchor.i + 1 + _NEAR, anchor.sent.end)]:
        if token.text in (",", ";") or token.pos_ in _VERBS:
            return False
        year = token.text.isdigit() and len(token.text) == 4
        if year or token.lower_.rstrip("s") in _LONG or token.lemma_.lower() in _LONG:
            return True
    return False


def _from_up(anchor: "Token") -> bool:
    """Whether it is where a rise began: "up from 37", "rose to 41 from 37"."""
    prep = next((one for one in (anchor, *anchor.ancestors) if one.dep_ == "prep" or one.pos_ == "ADP"), None)
    if prep is None or prep.lower_ != "from":
        return False
    before = prep.doc[prep.i - 1].lower_ if prep.i else ""
    if before in ("up", "down"):
        return True
    above = prep.head
    moved = words.acts(words.lemma(above)) & {"rise", "fall"} or words.lemma(above) in words.lemmas("revising")
    return bool(moved) and above.pos_ in _VERBS


def _told_before(word: "Token") -> bool:
    """Whether the word says "before": an earlier toll, "had stood at", "officials earlier put"."""
    if word.pos_ in ("NOUN", "PROPN"):
        return words.lemma(word) in words.lemmas("tallies") and any(
            child.lower_ in words.lemmas("before") for child in word.children if child.dep_ in ("amod", "compound")
        )
    if word.pos_ not in _VERBS:
        return False
    lemma = words.lemma(word)
    had = any(child.lower_ in ("had", "'d") and child.dep_ in ("aux", "auxpass") for child in word.children)
    if had and lemma in words.lemmas("standing"):
        return True
    return lemma in words.lemmas("saying") and any(
        child.dep_ == "advmod" and child.lower_ in words.lemmas("before") and not _of_period(child)
        for child in word.children
    )


def _of_period(adverb: "Token") -> bool:
    """ "Earlier this year", "a year earlier": a time of its own."""
    following = adverb.doc[adverb.i + 1].lower_ if adverb.i + 1 < len(adverb.doc) else ""
    before = adverb.doc[adverb.i - 1].lower_.rstrip("s") if adverb.i else ""
    return following in ("this", "in", "that") or before in PERIODS


def fresh(anchor: "Token") -> bool:
    """Whether the figure says what has come on top: "95 new cases", "another 95 people", "four more people"."""
    noun = anchor if anchor.head.i < anchor.i or anchor.head.pos_ != "NOUN" else anchor.head
    around = anchor.doc[max(anchor.sent.start, anchor.left_edge.i - 1) : noun.i + 1]
    return any(
        token.lower_ in words.lemmas("fresh") and (token.i + 1 == len(token.doc) or token.nbor().lower_ != "than")
        for token in around
    )


def weekday(anchor: "Token", *, any_verb: bool = False) -> "Token | None":
    """The weekday on which the count was given or rose: "officials said on Monday", "rose to 41 on Sunday".

    With `any_verb` also that of what happened: "another 95 people were infected on Tuesday".
    """
    for token in anchor.sent:
        if token.lower_ not in WEEKDAYS or not token.text[0].isupper():
            continue
        prep = token.head if token.head.pos_ == "ADP" else token
        verb = prep.head
        if prep.lower_ == "by" or verb.pos_ not in _VERBS:
            if prep.lower_ == "by":
                return token
            continue
        of_count = verb.is_ancestor(anchor) or any(one.dep_ == "ccomp" for one in verb.children)
        lemma = words.lemma(verb)
        if of_count and (
            any_verb or lemma in words.lemmas("saying") or (lemma in words.lemmas("sizing") and lemma != "be")
        ):
            return token
    return None


def month_day(text: str) -> str | None:
    """The month and day that a dateline names, as MM-DD; None where it names none.

    >>> month_day("PORT HALDANE, Oct. 4 (AP)"), month_day("LIMA, 3 May"), month_day("ROME")
    ('10-04', '05-03', None)
    """
    found = [word.strip(".,()") for word in text.split()]
    for one, two in pairwise(found):
        for month, day in ((one, two), (two, one)):
            place = next((at for at, name in enumerate(MONTHS, 1) if _names(month, name)), None)
            if place and day.isdigit() and 1 <= int(day) <= 31:
                return f"{place:02}-{int(day):02}"
    return None


def _names(word: str, month: str) -> bool:
    short = word.lower()
    return short == month or (short in (month[:3], "sept") and month.startswith(short[:3]))

"""Numbers that state no quantity: dates, times, names, labels, addresses, scores; the lexicon is not_figures.toml."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from workbench.extract import counted
from workbench.extract.codes import Codes
from workbench.extract.contexts import context
from workbench.extract.numerals import Form
from workbench.extract.people import is_person
from workbench.extract.readings import Reading
from workbench.extract.tallies import is_tally
from workbench.extract.words import Words
from workbench.lexicons import Entry, lexicon
from workbench.lexicons.late import Late

if TYPE_CHECKING:
    from workbench.language import Token

_REACH = 48
_LONGEST_COUNT = 9  # digits without a separator: what has more is an identifier
_BEFORE_SCORES = frozenset(["and", "but", "while", ",", ";", ".", ":"])
_AFTER_SCORES = frozenset(["were", "are", "more", "have", "had", "others", "remain", "died"])
_HANGS = re.compile(r"(?: ?[ap]\.?m\.?)?\s*(?:[-‐‑–—,/]|and|or|to|&)\s*")
_YEAR = re.compile(r"(?:1[0-9]|2[01])\d\d")
_ROUND_TO = re.compile(r"\b[1-9](?:,?\d)?00 (?:to|or|and) $")
_YEARS_AFTER = re.compile(r"\s*[-–—]\s*(?:19|20)\d\d\b")
_DAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")
_TOPIC = re.compile(r"\b(?:over|about|under) $", re.IGNORECASE)
_IN = re.compile(r"\b(?:in|since|by|until|before|after) $", re.IGNORECASE)


def stating(words: Words, readings: Iterable[Reading]) -> Iterator[Reading]:
    """The readings that may state a quantity; what hangs on one that does not ("pages 12 and 15") goes too."""
    dropped: Reading | None = None
    for reading in readings:
        code = words.once("codes", 0, lambda: Codes(words.text)).at(reading.start, reading.end)
        if code and not (code.score and _tells(words, reading)):
            continue
        hangs = dropped is not None and _hangs(words, dropped, reading)
        if states_nothing(words, reading) or (hangs and not reading.unit and not _has_noun(words, reading)):
            dropped = reading
        else:
            dropped = None
            yield reading


def _tells(words: Words, reading: Reading) -> bool:
    """Whether what looks like a score is a tally, or what a headline tells: "Quake Kills 12, Injures 40"."""
    head = words.text[max(0, reading.start - _REACH) : reading.start]
    return is_tally(words, reading) or bool(context("act-before").search(head))


def _hangs(words: Words, dropped: Reading, reading: Reading) -> bool:
    """Whether only a joint, or within a telephone number a space, parts two numbers."""
    joint = words.text[dropped.right : reading.left]
    first = words.text[dropped.start : dropped.end]
    return bool(_HANGS.fullmatch(joint)) or (joint == " " and first[0] in "0+" and first.isdigit())


def states_nothing(words: Words, reading: Reading) -> bool:
    """Whether the number at this place of the text states no quantity, whatever its neighbours."""
    numeral = reading.numeral
    if numeral.form in (Form.VAGUE, Form.FRACTION):
        return not numeral.share and (_vague_verb if numeral.form is Form.VAGUE else _no_fraction)(words, reading)
    if reading.unit and reading.unit.kind == "money":
        return False
    surface = words.text[reading.start : reading.end]
    if len(surface) > _LONGEST_COUNT and surface.isdigit():
        return True
    if _YEAR.fullmatch(surface) and _is_year(words, reading):
        return True
    if any(_fits(words, reading, kind) for kind in _classes(reading)):
        return True
    return not reading.unit and (_is_label(words, reading) or _is_name(words, reading))


def _classes(reading: Reading) -> tuple[str, ...]:
    """The classes of entries that may set the number aside: some are for number words, or for "one" alone."""
    if reading.numeral.form is not Form.WORDS:
        return ("context", "year")
    return ("context", "year", "words", "one") if reading.numeral.value == 1 else ("context", "year", "words")


def is_score(words: Words, reading: Reading) -> bool:
    """Whether two numbers with a dash between them are a score ("a 3-2 win"), not a range and not a tally of votes."""
    if reading.unit or is_tally(words, reading):
        return False
    if reading.upper is None:
        return _fits(words, reading, "score")
    dash = words.text[reading.numeral.end : reading.upper.start].strip()
    return dash in ("-", "–", "—", "−") and not _has_noun(words, reading)


def _has_noun(words: Words, reading: Reading) -> bool:
    thing = counted.after(words, reading.right)
    return thing is not None and thing.head.tag_ in ("NNS", "NNPS")


def _vague_verb(words: Words, reading: Reading) -> bool:
    """Whether "scores" or "tens" is a verb or a result: before "of", and as a subject, they are quantities."""
    surface = words.text[reading.start : reading.end].lower()
    if surface not in ("scores", "tens") or words.text.startswith(" of ", reading.end):
        return False
    before, after = words.before(reading.start), words.at(reading.end + 1)
    opens = before is None or before.lower_ in _BEFORE_SCORES
    return not (opens and after is not None and after.lower_ in _AFTER_SCORES)


def _no_fraction(words: Words, reading: Reading) -> bool:
    """Whether it is no fraction: "the second half", "a third goal"; one is of something, or bound, or in parts."""
    surface = words.text[reading.start : reading.end].lower()
    if reading.unit or "/" in surface or "⁄" in surface:
        return False
    head = words.text[max(0, reading.start - 24) : reading.start]
    if _fits(words, reading, "half"):
        return not re.search(r"\bthe remaining $", head)
    if not surface.startswith(("a ", "an ", "half", "one")):
        return False
    return not (context("fraction-after").match(words.text, reading.end) or context("fraction-before").search(head))


def _is_year(words: Words, reading: Reading) -> bool:
    """A four-digit number without a comma is a year unless the words around it make it a count."""
    text, start = words.text, reading.start
    if reading.unit and reading.unit.kind not in ("duration", "age"):
        return False
    head = text[max(0, start - 24) : start]
    noun = words.at(reading.end + 1)
    topic = noun is not None and noun.tag_ == "NN" and bool(_TOPIC.search(head))  # "jailed over 2019 murder"
    if context("count-before").search(head) and not topic and not _YEARS_AFTER.match(text, reading.end):
        return False
    plural = noun is not None and noun.tag_ in ("NNS", "JJ") and text[reading.end : reading.end + 1] == " "
    value = reading.numeral.value or 0
    if 1900 <= value < 2100 and not _ROUND_TO.search(head):
        before = words.before(start)
        return not (plural and noun is not None and noun.tag_ == "NNS" and before is not None and before.pos_ == "VERB")
    if value < 1500:
        return bool(_IN.search(head)) and not plural
    return bool(context("year-before").search(head)) and not (plural and not _IN.search(head))


def _is_label(words: Words, reading: Reading) -> bool:
    """Whether the number stands after a noun that is numbered, not counted: "day five", "chapter 7"."""
    token = words.before(reading.start)
    verb = token is not None and token.pos_ in ("VERB", "AUX") and _has_noun(words, reading)  # "they stage 12 plays"
    if token is None or verb or words.text[reading.start - 1 : reading.start] not in " \u00a0":
        return False
    match = _label_pattern().search(words.text[max(0, token.idx - 12) : reading.start].lower())
    if not match:
        return False
    if match.lastgroup == "always":
        return True
    first = words.before(reading.start - (len(match.group())))
    return first is None or first.tag_ not in ("DT", "PRP$", "JJ", "POS") or first.lower_ in ("the", "from")


def _is_name(words: Words, reading: Reading) -> bool:
    """Whether the number stands after, or within, a name ("Apollo 6", "Nine News"), with no noun to count."""
    token, before = words.at(reading.start), words.before(reading.start)
    if token is None or words.is_title(reading.start):
        return False
    surface = words.text[reading.start : reading.end]
    if surface[0].isupper() and reading.numeral.form is Form.WORDS and not words.opens_sentence(token):
        return True
    if before is None or before.pos_ != "PROPN" or words.text[reading.start - 1 : reading.start] != " ":
        return False
    if reading.numeral.form is not Form.DIGITS or reading.numeral.magnitude > 1 or "," in surface:
        return False
    return _belongs_to(words, reading, token, before)


def _belongs_to(words: Words, reading: Reading, token: "Token", name: "Token") -> bool:
    """Whether a number right after a name is part of it: "House Bill 2320", but not "on Monday 14 died"."""
    after = words.at(reading.end + 1) if words.text[reading.end : reading.end + 1] == " " else None
    if _DAY.fullmatch(name.text) or (after is not None and after.pos_ in ("VERB", "AUX") and name.dep_ == "pobj"):
        return False
    if token.head.i < token.i and token.head.pos_ == "PROPN" and token.dep_ == "nummod":
        return True
    if after is None or after.pos_ not in ("NOUN", "ADJ", "ADV", "VERB"):
        return True
    within = name.dep_ in ("compound", "nmod") and name.head.i > token.i and after.tag_ != "NNS"
    return bool(within or (after.tag_ == "NN" and reading.numeral.value != 1 and not is_person(after)))


def _fits(words: Words, reading: Reading, kind: str) -> bool:
    head = words.text[max(0, reading.start - _REACH) : reading.start]
    low = head.lower()
    for rule in _rules(kind):
        if rule.bare and reading.unit:
            continue
        for before, after in rule.sides:
            if (before is None or before.made.search(head if rule.case else low)) and (
                after is None or after.made.match(words.text if rule.case else words.lower, reading.end)
            ):
                return True
    return False


@dataclass(frozen=True, slots=True)
class _Rule:
    case: bool
    bare: bool
    sides: tuple[tuple[Late | None, Late | None], ...]


@cache
def _rules(kind: str) -> tuple[_Rule, ...]:
    return tuple(_rule(entry) for entry in lexicon("not_figures").entries if entry.more["class"] == kind)


def _rule(entry: Entry) -> _Rule:
    """A pattern with {n} for the number, cut there into what comes before and what comes after."""
    sides = []
    for option in entry.pattern.split("||"):
        before, after = option.split("{n}")
        sides.append((Late(f"(?:{before})$") if before else None, Late(f"(?:{after})") if after else None))
    return _Rule(bool(entry.more.get("case")), bool(entry.more.get("bare")), tuple(sides))


@cache
def _label_pattern() -> re.Pattern[str]:
    entries = lexicon("not_figures").entries
    always = "|".join(entry.pattern for entry in entries if entry.more["class"] == "label")
    times = "|".join(entry.pattern for entry in entries if entry.more["class"] == "time label")
    return re.compile(rf"(?<![\w-])(?:(?P<always>{always})|(?P<time>{times})) $")

"""What a number counts: the noun phrase after it, through "of", hyphens and coordination."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.extract.date_forms import WEEKDAYS
from workbench.extract.number_words import is_plural_number
from workbench.extract.words import Words

if TYPE_CHECKING:
    from workbench.language import Token

_NOUNS = ("NOUN", "PROPN")
_OF_THEM = re.compile(r"\s+of (?:them|whom|these|those)\s+", re.IGNORECASE)
_CLOSED = re.compile(r"[,.;:)—–]| and |\s*$")
_LINK = re.compile(r"\+?[\x22']?\s+[\x22']?(?:(?:or|and) (?:more|less|fewer|so) )?(?:of\s+)?", re.IGNORECASE)
_APART = frozenset(["VBG", "VBD", "VBZ", "DT", "CD"])  # between two nouns: the second is not counted with the first
_OF_WHICH = re.compile(r"\bof (?:which|whom)(?: \S+){1,3}$", re.IGNORECASE)
_WHOLE = 40  # characters in which "of which" stands before a number
#: Nouns for persons in number: "a crew of nine" is not one.
COLLECTIVE = frozenset(["crew", "staff"])
_DAYS = frozenset(["today", "yesterday", "tomorrow", "tonight", "overnight"])
_LONGEST = 12
_DETERMINERS = 4  # tokens among which the one after the determiners is looked for
#: What people are counted by without a noun: "3 dead, 2 missing".
STATES = frozenset(["dead", "injured", "wounded", "missing", "hurt", "homeless", "unaccounted", "ill", "sick"])
_LOOSENERS = ("strong", "odd", "plus", "some", "ish")
#: Adverbs and particles after a number that belong to the clause, not to what is counted.
_OUTSIDE = frozenset(
    [
        "ago",
        "later",
        "earlier",
        "away",
        "early",
        "late",
        "out",
        "up",
        "down",
        "in",
        "on",
        "only",
        "apart",
        "alone",
        "home",
        "aboard",
        "worldwide",
    ]
)


@dataclass(frozen=True, slots=True)
class Counted:
    """The phrase that says what is counted: ``text[start:end]``, and the token of its head noun."""

    start: int
    end: int
    head: "Token"


def after(words: Words, end: int, *, determined: bool = False) -> Counted | None:
    """The noun phrase that the number ending at `end` counts; None where no noun follows.

    With `determined`, a determiner may come first, as after "of": "half the fleet".

    Through "of" ("dozens of homes", "half of the mayor's voters"), a hyphen ("a 10-page report"), describing words
    ("five most recent reputable polls") and coordination ("158 schools and clinics").
    """
    text = words.text
    if text[end : end + 1] in "-‐‑":
        return _noun_after_hyphen(words, end + 1)
    link = _LINK.match(text, end)
    if not link:
        return None
    share = determined or text.endswith(("%", "percent", "per cent"), 0, end)
    parted = None if share else _parted(words, end)
    if parted is not None:
        return parted
    index = words.index_from(link.end())
    of = link.group().rstrip().endswith("of")
    phrase = _phrase(words, index, determined=of or determined)
    if phrase is not None and _is_done_by_them(words, end, phrase):
        return None
    return phrase or _state(words, index)


def _is_done_by_them(words: Words, end: int, phrase: Counted) -> bool:
    """Whether what looks like a noun in the singular is what those do: "22 rules, of which 8 concern the owner".

    The number ends at `end`; one of whom it is a part has its noun before it, and a verb its object behind.
    """
    opening = words.at(phrase.start)
    if phrase.head.tag_ != "NN" or opening is None or words.text.endswith((" one", " 1"), 0, end):
        return False
    after = words.at(phrase.end + 1)
    object_behind = after is not None and after.tag_ in ("DT", "PRP$") and words.text[phrase.end] == " "
    return bool(_OF_WHICH.search(words.text[max(0, end - _WHOLE) : end])) or (
        object_behind and opening.i == phrase.head.i
    )


def _parted(words: Words, end: int) -> Counted | None:
    """The children of "nine of them children," where no verb follows that says what they did."""
    of_them = _OF_THEM.match(words.text, end)
    thing = _phrase(words, words.index_from(of_them.end()), determined=False) if of_them else None
    if thing is None or thing.head.tag_ != "NNS":
        return None
    return thing if _CLOSED.match(words.text, thing.end) else None


def _state(words: Words, index: int) -> Counted | None:
    """The dead of "3 dead and 14 injured" and of "six of the dead": people counted by what became of them."""
    tokens = words.doc[index : index + _DETERMINERS]
    token = next((token for token in tokens if token.tag_ not in ("DT", "PRP$", "PDT", "CD")), None)
    if token is None or token.lower_ not in STATES:
        return None
    return Counted(token.idx, token.idx + len(token), token)


def phrase_at(words: Words, start: int, *, determined: bool = False) -> Counted | None:
    """The noun phrase that begins at `start`; with `determined`, a determiner may come first."""
    return _phrase(words, words.index_from(start), determined=determined)


def _noun_after_hyphen(words: Words, at: int) -> Counted | None:
    """The noun of "a 10-page report" is the page, that of "a 130,000-strong crowd" the crowd."""
    token = words.at(at)
    word = re.match(r"[A-Za-z]+", words.text[at:])
    if word and word.group().lower() in _LOOSENERS:
        return _phrase(words, words.index_from(at + word.end()), determined=False)
    if word and token is not None and token.idx < at:  # the parser took "10-page" for one word
        return Counted(at, at + word.end(), token)
    if token is None or not token.text.isalpha() or token.pos_ not in (*_NOUNS, "ADJ", "VERB"):
        return None
    return Counted(token.idx, token.idx + len(token), token) if token.pos_ != "VERB" else None


def _phrase(words: Words, index: int, *, determined: bool) -> Counted | None:
    """The noun phrase that begins at token `index`, without its determiner."""
    doc, first, head, pronoun = words.doc, None, None, None
    if doc[index : index + 1].text == "won":
        return None  # "at least seven won": no currency
    for token in doc[index : index + _LONGEST]:
        if head is None and token.lower_ in _DAYS:
            return None  # 1.4 percent today
        if head is None and first is None and (token.pos_ in ("DET", "PRON") or token.tag_ in ("DT", "PRP$", "PDT")):
            if not determined or token.tag_ not in ("DT", "PRP$", "PDT"):
                return _those(pronoun or token) if determined else None
            pronoun = token
            continue
        if determined and token.pos_ == "NUM" and (head is None or token.nbor(-1).tag_ == "POS"):
            first = head = None  # "three of the five suspects", "two of her last nine matches", "of Ohio's 60 mayors"
            continue
        if not _continues(words, token, head) or is_plural_number(token.lower_):
            break
        if first is None and token.is_punct:
            continue
        first = token if first is None else first
        noun = token.pos_ in _NOUNS and not _is_number(words, token) and not _is_time(token, head)
        if noun or (head is None and _is_counted_verb(token)):
            head = token
    if first is None or head is None:
        return _those(pronoun) if pronoun is not None else None
    if head.lower_ in WEEKDAYS or _is_deed(first):
        return None
    head = _coordinated(words, head)
    return Counted(first.idx, head.idx + len(head), head)


def _is_deed(first: "Token") -> bool:
    """Whether a verb is taken for an adjective: "a crowd of 41,000 watched Saturday's game"."""
    after = first.doc[first.i + 1 : first.i + 3]
    if first.tag_ not in ("VBN", "VBD") or len(after) < 2:
        return False
    return after[0].lower_ in WEEKDAYS or (after[0].pos_ == "PROPN" and after[1].tag_ == "POS")


def _those(token: "Token") -> Counted | None:
    """The pronoun in "a third of those with jobs", with the word that says what became of them: "those injured"."""
    if token.lower_ not in ("those", "them", "these", "us"):
        return None
    after = token.nbor(1) if token.i + 1 < len(token.doc) else token
    last = after if token.lower_ == "those" and after.tag_ == "VBN" and after.dep_ == "acl" else token
    return Counted(token.idx, last.idx + len(last), token)


def _continues(words: Words, token: "Token", head: "Token | None") -> bool:
    """Whether the noun phrase goes on with this token."""
    before = token.nbor(-1) if token.i else None
    if token.text == "-" and words.text[token.idx - 1 : token.idx].isspace():
        return False  # a dash
    if token.tag_ == "POS" or token.text in ("-", "/", "&", "'"):
        return True
    if head is not None and before is not None and _is_number(words, token):
        return bool(before.tag_ == "POS")
    if token.pos_ in _NOUNS or (head is None and _is_counted_verb(token)):
        return head is None or not _closes(token, head)
    if before is not None and before.text == "-" and not words.text[token.idx - 2 : token.idx - 1].isspace():
        return True
    return _opens(token, before) if head is None else _describes(words, token, head)


def _is_counted_verb(token: "Token") -> bool:
    """Whether a plural is taken for a verb, though a number goes with it: 21 pilgrims dead."""
    return bool(
        token.tag_ == "VBZ" and token.i and token.nbor(-1).dep_ == "nummod" and token.nbor(-1).head.i == token.i
    )


def _opens(token: "Token", before: "Token | None") -> bool:
    """Whether a word may stand in the phrase before its first noun: "five most recent, reputable polls"."""
    if token.tag_ == "CC" or token.text in ('"', ","):
        follows = token.i + 1 < len(token.doc) and token.nbor(1).pos_ in ("ADJ", *_NOUNS)
        state = before is not None and before.lower_ in STATES and token.text == ","  # 87 dead, no action
        return bool(before is not None and before.pos_ == "ADJ" and follows and not state)
    if token.lower_ in _OUTSIDE:
        return False
    return bool(token.pos_ in ("ADJ", "ADV", "NUM") or token.tag_ in ("VBN", "VBG", "SYM", "$"))


def _describes(words: Words, token: "Token", head: "Token") -> bool:
    """Whether an adjective after a first noun belongs to a later one: "police custody officers"."""
    after = words.doc[token.i + 1 : token.i + 2]
    return bool(token.pos_ == "ADJ" and len(after) and after[0].pos_ in _NOUNS and head.tag_ in ("NN", "NNP"))


def _closes(token: "Token", head: "Token") -> bool:
    """Whether a noun cannot go on a phrase that a plural noun has already ended: "12 people Monday"."""
    if head.tag_ not in ("NNS", "NNPS") or token.i != head.i + 1:
        return False
    within = head.dep_ in ("compound", "nmod", "amod") and head.head.i >= token.i
    return not within and bool(token.tag_ != "NNS")


def _is_number(words: Words, token: "Token") -> bool:
    """Whether what looks like a noun is a number or the magnitude glued to one: "4.3M"."""
    return token.text[0].isdigit() or (token.idx > 0 and words.text[token.idx - 1].isdigit())


def _is_time(token: "Token", head: "Token | None") -> bool:
    return head is not None and token.dep_ in ("npadvmod", "tmod") and token.tag_ == "NNP"


def _coordinated(words: Words, head: "Token") -> "Token":
    """The last noun of "liens, judgments and filings", where none of them has a number or a determiner of its own."""
    last = head
    for _ in range(_LONGEST):
        partners = [
            child for child in last.children if child.dep_ == "conj" and child.i > last.i and child.pos_ in _NOUNS
        ]
        if not partners or any(c.dep_ in ("det", "nummod", "poss", "predet") for c in partners[0].children):
            return last
        partner = partners[0]
        between = words.doc[last.i + 1 : partner.i]
        if any(token.tag_ in _APART or token.lower_ == "plus" for token in between):
            return last  # "injuring five people and damaging buildings", "soldiers and a few dozen tanks"
        if (
            (partner.tag_ not in ("NNS", "NNPS") and partner.lower_ not in COLLECTIVE)
            or partner.i - last.i > 6
            or partner.left_edge.i < last.i
        ):
            return last
        last = partner
    return last


def text_of(words: Words, counted: Counted) -> str:
    """The phrase as the text has it, with the "of" that tells what kind: "citizens of US allies"."""
    end = counted.end
    index = words.index_from(end)
    tokens = words.doc[index : index + 1]
    if tokens and tokens[0].lower_ == "of" and counted.head.tag_ in ("NNS", "NN", "NNPS"):
        further = _phrase(words, index + 1, determined=True)
        if further and further.end - counted.start < 60 and further.head.pos_ != "PRON":
            end = further.end
    return words.text[counted.start : end]

"""Labels behind a name: an apposition, a clause, a state without a verb."""

from collections.abc import Generator, Iterator

from workbench.extract import label_phrases
from workbench.extract.label_lists import Found
from workbench.extract.label_phrases import Phrase, is_dash
from workbench.extract.label_relatives import goes_to_noun, participle_end, plural_chain, relative
from workbench.extract.label_words import is_personal, kind_of, listed
from workbench.extract.sheets import Bearer, Sheet
from workbench.extract.wordlists import courtesies
from workbench.model import LabelKind, NameKind

ENDS = frozenset([",", ";", ".", ")", "—", "–", "--", "-", "!", "?", "]", '"', ":", "who", "which", "whose", "that"])
_RELATIVES = {NameKind.PERSON: ("who",), NameKind.ORGANISATION: ("which",), NameKind.PLACE: ("which",)}
_PLAIN = ("NUM", "NOUN", "PROPN", "DET", "ADJ", "ADP")
_HOMES = ("of", "from", "at")


def find(sheet: Sheet, bearer: Bearer, titled: dict[int, Phrase]) -> Iterator[Found]:
    """What follows a name: an age or a party in brackets, then a description, a clause or a state."""
    doc = sheet.doc
    at = _past_age(sheet, _past_home(sheet, bearer))
    if _is_home(sheet, bearer) or at >= len(doc) or sheet.ends_sentence(at):
        return
    if doc[at].lower_ in _RELATIVES[bearer.mention.kind]:
        yield from relative(sheet, at, plural_chain(sheet, bearer, at, titled))
        return
    if not (doc[at].text in (",", "(") or is_dash(doc[at])) or sheet.ends_sentence(at + 1):
        return
    start: int | None = at + 1
    for _ in range(3):
        if start is not None:
            end = yield from _one_behind(sheet, bearer, start, titled)
            start = _next(sheet, bearer, end) if end is not None else None


def _next(sheet: Sheet, bearer: Bearer, end: int) -> int | None:
    """Where a further label of the name begins behind one that ends at token `end`."""
    doc = sheet.doc
    if end + 1 >= len(doc) or sheet.ends_sentence(end):
        return None
    if doc[end].lower_ == "and" and doc[end + 1].lower_ in ("the", "a", "an"):
        phrase = label_phrases.after(sheet, end + 1, bearer.mention.kind)
        if phrase is None or doc[phrase.head].tag_ != "NN" or phrase.last in sheet.at:
            return None
        return end + 1 if sheet.ends_sentence(phrase.last) or doc[phrase.last].text in ENDS else None
    if doc[end].tag_ == "VBN" or doc[end].lower_ in ("who", "which"):
        return end
    return end + 1 if doc[end].text == "," and doc[end + 1].lower_ in ("who", "which") else None


def _past_home(sheet: Sheet, bearer: Bearer) -> int:
    """Past "of Leeds" behind a person's name."""
    doc, at = sheet.doc, bearer.last
    if bearer.mention.kind is NameKind.PERSON and at + 1 < len(doc) and doc[at].lower_ in _HOMES:
        home = sheet.at.get(at + 1) or sheet.at.get(at + 2 if doc[at + 1].lower_ == "the" else at + 1)
        if home is not None and home.last < len(doc) and doc[home.last].text == ",":
            return home.last
    return at


def _is_home(sheet: Sheet, bearer: Bearer) -> bool:
    """Whether a name only says where the person before it is from, so that "who" takes up the person."""
    doc, at = sheet.doc, bearer.first - 1
    at -= at > 0 and doc[at].lower_ == "the"
    owner = sheet.at.get(at - 1)
    return at > 0 and doc[at].lower_ in _HOMES and owner is not None and owner.mention.kind is NameKind.PERSON


def _one_behind(sheet: Sheet, bearer: Bearer, at: int, titled: dict[int, Phrase]) -> Generator[Found, None, int | None]:
    """One label that begins at token `at`; gives back where it ends, None where there is none."""
    doc = sheet.doc
    token = doc[at]
    if token.lower_ in ("who", "which"):
        if token.lower_ in _RELATIVES[bearer.mention.kind]:
            yield from relative(sheet, at, plural_chain(sheet, bearer, at - 1, titled))
        return None
    opening = at + 1 if token.pos_ == "ADV" and at + 1 < len(doc) else at
    if doc[opening].tag_ == "VBN" and not goes_to_noun(doc, opening):
        end = participle_end(sheet, bearer, opening, at)
        kind = LabelKind.HISTORY
    else:
        end, kind = state_end(sheet, at), LabelKind.STATUS
        if end is None:
            phrase = label_phrases.after(sheet, at, bearer.mention.kind)
            if phrase is not None and _apposed(sheet, bearer, phrase):
                end, kind = phrase.last, kind_of(doc[phrase.head], False)
    if end is not None:
        yield Found(at, end, kind, bearer)
    return end


def _past_age(sheet: Sheet, at: int) -> int:
    """Past ", 45" and "(45)" or "(D-Ohio)" behind a name, up to the comma or bracket that follows."""
    doc = sheet.doc
    if at + 1 < len(doc) and doc[at].text == "(":
        close = next((i for i in range(at + 1, min(at + 8, len(doc))) if doc[i].text == ")"), None)
        if close is not None and (doc[at + 1].like_num or close - at < 5):
            return close + 1
    if at + 2 < len(doc) and doc[at].text == "," and doc[at + 1].like_num and doc[at + 2].text == ",":
        return at + 2
    return at


def _apposed(sheet: Sheet, bearer: Bearer, phrase: Phrase) -> bool:
    """Whether a noun phrase after a name and a comma is about the name: it closes, and it begins no clause or list."""
    doc = sheet.doc
    end, head = phrase.last, doc[phrase.head]
    if end in sheet.at or phrase.head in sheet.at or head.lower_ in courtesies():
        return False  # X, opposition leader Y
    closed = sheet.ends_sentence(end) or doc[end].text in ENDS or doc[end].tag_ in ("VBN", "VBG")
    joined = not closed and doc[end].lower_ in ("and", "of", "in", "at", "during", "since", "on", "from", "whom", "as")
    if not (closed or joined):
        return False
    plural = head.tag_ in ("NNS", "NNPS") and doc[phrase.first].lower_ != "one"
    if plural or _is_listed(sheet, phrase):
        return False
    if (
        end < len(doc)
        and doc[end].text == ","
        and end + 1 < len(doc)
        and end + 1 in sheet.at
        and phrase.first == phrase.head
    ):
        return False
    if head.dep_ in ("nsubj", "nsubjpass") and head.head.i > end and doc[end].text != ",":
        return False
    opens = doc[bearer.first].sent.start
    led = any(
        doc[i].dep_ in ("prep", "mark") or doc[i].pos_ == "ADP" for i in range(opens, min(opens + 2, bearer.first))
    )
    subject = head.dep_ in ("nsubj", "nsubjpass") and head.head.i > end
    return not (led and subject)


def _is_listed(sheet: Sheet, phrase: Phrase) -> bool:
    """Whether the phrase is one of several beside the name: X, a nurse and two doctors."""
    doc = sheet.doc
    end = phrase.last
    if end + 1 < len(doc) and doc[end].lower_ == "and" and (doc[end + 1].pos_ == "NUM" or end + 1 in sheet.at):
        return True
    after = doc[end + 1] if end + 1 < len(doc) and doc[end].text == "," else None
    return (
        after is not None
        and (after.lower_ == "and" or after.pos_ == "NUM")
        and doc[phrase.first].lower_ in ("a", "an")
        and (is_personal(doc[end + 2]) if end + 2 < len(doc) else False)
    )


def state_end(sheet: Sheet, at: int) -> int | None:
    """The end of a state without a verb: currently in exile, under house arrest."""
    doc = sheet.doc
    i = at
    while i < len(doc) and doc[i].pos_ == "ADV" and i - at < 2:
        i += 1
    if i >= len(doc) or doc[i].lower_ not in ("in", "on", "under", "at", "out"):
        return None
    for end in range(i + 1, min(i + 5, len(doc))):
        if doc[end].lower_ in listed("state"):
            return _state_end(sheet, end + 1)
        if doc[end].text in ENDS:
            return None
    return None


def _state_end(sheet: Sheet, at: int) -> int | None:
    """The end of a state, with the time for which it holds: (in power) since 1994."""
    doc = sheet.doc
    if at < len(doc) and doc[at].lower_ in ("since", "for", "after"):
        at += 1
        while at < len(doc) and not sheet.ends_sentence(at) and doc[at].text not in ENDS and doc[at].pos_ in _PLAIN:
            at += 1
    return at if sheet.ends_sentence(at) or doc[at].text in (",", ".", ";", ")", "—") else None

"""Labels that stand beside a name: titles before it, appositions on either side, clauses behind it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from workbench.extract import label_phrases
from workbench.extract.label_phrases import Phrase, clause_end, is_dash
from workbench.extract.label_words import is_personal, kind_of, listed, singular
from workbench.extract.sheets import Bearer, Sheet
from workbench.extract.wordlists import courtesies, verbs
from workbench.model import LabelKind, NameKind

_ENDS = frozenset([",", ";", ".", ")", "—", "–", "--", "-", "!", "?", "]", '"', ":", "who", "which", "whose", "that"])
_RELATIVES = {NameKind.PERSON: ("who",), NameKind.ORGANISATION: ("which",), NameKind.PLACE: ("which",)}
_HELPERS = frozenset(["be", "have", "do"])
_STEPS = 12


@dataclass(frozen=True, slots=True)
class Found:
    """A label as tokens [first, last) of a sheet, with whom it is said of."""

    first: int
    last: int
    kind: LabelKind
    bearer: Bearer


def find(sheet: Sheet) -> Iterator[Found]:
    """The labels beside the names of one part."""
    titled: dict[int, Phrase] = {}
    for bearer in sheet.bearers:
        phrase = label_phrases.before(sheet, bearer.first, bearer.mention.kind)
        if phrase is not None and sheet.doc[phrase.head].lower_ not in courtesies():
            titled[bearer.first] = phrase
    for bearer in sheet.bearers:
        title = titled.get(bearer.first)
        if title is not None:
            yield from _title(sheet, bearer, title, titled)
        else:
            yield from _adjective(sheet, bearer)
            yield from _apposed_before(sheet, bearer)
        yield from _among(sheet, bearer, titled)
        yield from _behind(sheet, bearer, titled)
        yield from _rule(sheet, bearer)


def _title(sheet: Sheet, bearer: Bearer, phrase: Phrase, titled: dict[int, Phrase]) -> Iterator[Found]:
    head = sheet.doc[phrase.head]
    kind = kind_of(head, True)
    yield Found(phrase.first, phrase.last, kind, bearer)
    if head.tag_ in ("NNS", "NNPS"):
        for other in chain(sheet, bearer, titled):
            yield Found(phrase.first, phrase.last, kind, other)


def _among(sheet: Sheet, bearer: Bearer, titled: dict[int, Phrase]) -> Iterator[Found]:
    """What a name is given as an example of: notable figures such as X and Y."""
    doc = sheet.doc
    title = titled.get(bearer.first)
    at = (title.first if title else bearer.first) - 1
    if at < 2 or doc[at].lower_ not in ("as", "including", "like", "notably", "namely"):
        return
    at -= doc[at].lower_ == "as"
    if doc[at].lower_ not in ("such", "including", "like", "notably", "namely"):
        return
    behind = at - 1 if doc[at - 1].text == "," else at
    phrase = label_phrases.before(sheet, behind, bearer.mention.kind)
    if (
        phrase is None
        or doc[phrase.head].tag_ not in ("NNS", "NNPS")
        or singular(doc[phrase.head].lower_) in _generic()
    ):
        return
    if bearer.mention.kind is not NameKind.PERSON and phrase.last - phrase.first < 2:
        return  # cities including X
    kind = kind_of(doc[phrase.head], False)
    for one in (bearer, *chain(sheet, bearer, titled)):
        yield Found(phrase.first, phrase.last, kind, one)


def _generic() -> frozenset[str]:
    return frozenset(singular(word) for word in listed("generic"))


def chain(sheet: Sheet, bearer: Bearer, titled: dict[int, Phrase]) -> Iterator[Bearer]:
    """The names that a list goes on with after one: X, the mayor Y and Z."""
    at = bearer.last
    doc = sheet.doc
    following = [other for other in sheet.bearers if other.first >= bearer.last][:_STEPS]
    for other in following:
        phrase = titled.get(other.first)
        begins = phrase.first if phrase else other.first
        between = [token.lower_ for token in doc[at:begins]]
        if not between or len(between) > 3 or not set(between) <= {",", "and", "&", "the", "both", "alongside"}:
            return
        if other.mention.kind is bearer.mention.kind:
            yield other
        at = other.last


def _adjective(sheet: Sheet, bearer: Bearer) -> Iterator[Found]:
    """Participles and adjectives alone before a name: imprisoned X, war-torn Y."""
    doc = sheet.doc
    at = bearer.first - 1
    low = max(0, bearer.first - 5)
    if at < low or doc[at].pos_ in ("NOUN", "PROPN") or doc[at].head.i not in range(bearer.first, bearer.last):
        return
    while at >= low and (
        (doc[at].dep_ == "amod" and (doc[at].pos_ == "ADJ" or doc[at].tag_ == "VBN"))
        or (
            doc[at].dep_ in ("advmod", "npadvmod", "punct")
            and doc[at].head.i < bearer.first
            and doc[at].head.dep_ == "amod"
        )
    ):
        at -= 1
    first = at + 1
    words = [token for token in doc[first : bearer.first] if token.is_alpha]
    if not words or words[-1].lower_ in listed("plain") or not words[-1].text.islower() or doc[first].is_punct:
        return
    kind = LabelKind.STATUS if words[-1].tag_ == "VBN" else LabelKind.DESCRIPTION
    yield Found(first, bearer.first, kind, bearer)


def _apposed_before(sheet: Sheet, bearer: Bearer) -> Iterator[Found]:
    """A description and a comma before a name: the founder of the club, X,."""
    doc = sheet.doc
    comma = bearer.first - 1
    if comma < 1 or doc[comma].text != ",":
        return
    for start in range(comma - 1, max(doc[comma].sent.start, comma - _STEPS * 2) - 1, -1):
        token = doc[start]
        if token.text in (",", ";", ":", '"', "(", ")", "—") or token.tag_ in ("VBD", "VBZ", "VBP", "MD", "VB"):
            return
        if not _may_open(sheet, start):
            continue
        phrase = label_phrases.after(sheet, start, bearer.mention.kind)
        if phrase is None or phrase.last != comma:
            continue
        head = doc[phrase.head]
        if head.tag_ not in ("NNS", "NNPS") and _closes(sheet, bearer, phrase):
            yield Found(phrase.first, phrase.last, kind_of(head, False), bearer)
        return


def _may_open(sheet: Sheet, at: int) -> bool:
    """Whether a full description may begin here: at an article, a possessive, an owner's name or the sentence."""
    doc = sheet.doc
    if at and doc[at - 1].lower_ in ("of", "for") and not doc[at - 1].is_sent_start:
        return False  # the founder of the club: the club is no person
    owner = sheet.at.get(at)
    if owner is not None and owner.first == at and owner.last < len(doc) and doc[owner.last].tag_ == "POS":
        return True
    return doc[at].lower_ in ("the", "a", "an", "his", "her", "their", "its", "another", "our", "my") or (
        bool(doc[at].is_sent_start) and doc[at].pos_ in ("NOUN", "PROPN", "ADJ")
    )


def _closes(sheet: Sheet, bearer: Bearer, phrase: Phrase) -> bool:
    """Whether the name ends the apposition, rather than beginning the main clause: In a letter to the mayor, X said."""
    doc = sheet.doc
    if sheet.ends_sentence(bearer.last) or doc[bearer.last].text in _ENDS or doc[bearer.last].tag_ == "POS":
        return not (
            phrase.first and doc[phrase.first - 1].lower_ in ("and", "or") and doc[phrase.first - 2].text == ","
        )
    return bool(doc[phrase.first].is_sent_start) or phrase.first == 0


def _behind(sheet: Sheet, bearer: Bearer, titled: dict[int, Phrase]) -> Iterator[Found]:
    """What follows a name: an age or a party in brackets, then a description, a clause or a state."""
    doc = sheet.doc
    at = _past_age(sheet, bearer.last)
    if at >= len(doc) or sheet.ends_sentence(at):
        return
    if doc[at].lower_ in _RELATIVES[bearer.mention.kind]:
        yield from _relative(sheet, at, _plural_chain(sheet, bearer, at, titled))
        return
    if not (doc[at].text in (",", "(") or is_dash(doc[at])) or sheet.ends_sentence(at + 1):
        return
    at += 1
    for _ in range(3):
        end = yield from _one_behind(sheet, bearer, at, titled)
        if end is None or end >= len(doc) or sheet.ends_sentence(end):
            return
        if doc[end].lower_ == "and" and end + 1 < len(doc) and doc[end + 1].lower_ in ("the", "a", "an"):
            phrase = label_phrases.after(sheet, end + 1, bearer.mention.kind)
            if phrase is None or doc[phrase.head].tag_ != "NN" or doc[at].lower_ not in ("the", "a", "an"):
                return
            at = end + 1
        elif doc[end].tag_ == "VBN" or doc[end].lower_ in ("who", "which"):
            at = end
        elif doc[end].text == "," and end + 1 < len(doc) and doc[end + 1].lower_ in ("who", "which"):
            at = end + 1
        else:
            return


def _one_behind(sheet: Sheet, bearer: Bearer, at: int, titled: dict[int, Phrase]) -> Iterator[Found]:
    """One label that begins at token `at`; gives back where it ends, None where there is none."""
    doc = sheet.doc
    token = doc[at]
    if token.lower_ in ("who", "which"):
        if token.lower_ in _RELATIVES[bearer.mention.kind]:
            yield from _relative(sheet, at, _plural_chain(sheet, bearer, at - 1, titled))
        return None
    opening = at + 1 if token.pos_ == "ADV" and at + 1 < len(doc) else at
    if doc[opening].tag_ == "VBN" and not _goes_to_noun(doc, opening):
        if not _is_nearest(sheet, bearer, doc[opening], at):
            return None
        end = clause_end(sheet, at)
        if end is not None and end - at > 1 and not _is_report(doc[opening]):
            yield Found(at, end, LabelKind.HISTORY, bearer)
            return end
        return None
    state = _state(sheet, at)
    if state is not None:
        yield Found(at, state, LabelKind.STATUS, bearer)
        return state
    phrase = label_phrases.after(sheet, at, bearer.mention.kind)
    if phrase is None or not _apposed(sheet, bearer, phrase):
        return None
    yield Found(phrase.first, phrase.last, kind_of(doc[phrase.head], False), bearer)
    return phrase.last


def _is_nearest(sheet: Sheet, bearer: Bearer, participle: Any, at: int) -> bool:
    """Whether a clause is about the name before it: not about what the name only places or belongs to."""
    doc = sheet.doc
    inside = bool(bearer.first and doc[bearer.first - 1].pos_ == "ADP")
    if not inside and bearer.mention.kind is NameKind.PERSON:
        return True
    head = participle.head
    return bool(bearer.first <= head.i < at) and (participle.dep_ in ("acl", "relcl") or not inside)


def _goes_to_noun(doc: Any, at: int) -> bool:
    """Whether a participle stands before a noun: an imprisoned politician."""
    return doc[at].dep_ in ("amod", "compound") and doc[at].head.i > at


def _is_report(token: Any) -> bool:
    return token.lemma_.lower() in ("say", "tell", "ask", "quote", "add", "speak")


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
    closed = sheet.ends_sentence(end) or doc[end].text in _ENDS or doc[end].tag_ in ("VBN", "VBG")
    joined = not closed and doc[end].lower_ in ("and", "of", "in", "at", "during", "since", "on", "from", "whom", "as")
    if not (closed or joined):
        return False
    plural = head.tag_ in ("NNS", "NNPS")
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
    if head.dep_ in ("nsubj", "nsubjpass") and head.head.i > end and not doc[end].text == ",":
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


def _state(sheet: Sheet, at: int) -> int | None:
    """The end of a state without a verb: currently in exile, under house arrest."""
    doc = sheet.doc
    i = at
    while i < len(doc) and doc[i].pos_ == "ADV" and i - at < 2:
        i += 1
    if i >= len(doc) or doc[i].lower_ not in ("in", "on", "under", "at", "out"):
        return None
    for end in range(i + 1, min(i + 5, len(doc))):
        if doc[end].lower_ in listed("state") and (
            end + 1 >= len(doc) or doc[end + 1].text in (",", ".", ";", ")", "—")
        ):
            return end + 1
        if doc[end].text in _ENDS:
            return None
    return None


def _plural_chain(sheet: Sheet, bearer: Bearer, at: int, titled: dict[int, Phrase]) -> list[Bearer]:
    """Of whom a clause is said: of the name before it, and of all of a list where its verb is plural."""
    doc = sheet.doc
    verb = next((token for token in doc[at + 1 : at + 5] if token.pos_ in ("VERB", "AUX")), None)
    if verb is None or verb.lower_ not in ("are", "were", "have"):
        return [bearer]
    earlier = [other for other in sheet.bearers if other.last <= bearer.first][-_STEPS:]
    for first in earlier:
        listed_with = list(chain(sheet, first, titled))
        if bearer in listed_with:
            return [first, *listed_with[: listed_with.index(bearer) + 1]]
    return [bearer]


def _relative(sheet: Sheet, who: int, bearers: list[Bearer]) -> Iterator[Found]:
    """The clause after "who" or "which": what somebody is called in it, or what it tells of them."""
    doc = sheet.doc
    at = who + 1
    helped = None
    while (
        at < len(doc)
        and at - who < 6
        and (doc[at].pos_ == "ADV" or (doc[at].pos_ == "AUX" and doc[at].lemma_.lower() in _HELPERS))
    ):
        helped = at if doc[at].pos_ == "AUX" else helped
        at += 1
    if at >= len(doc) or sheet.ends_sentence(at):
        return
    if helped is not None:
        phrase = label_phrases.after(sheet, at, bearers[0].mention.kind)
        if phrase is not None:
            yield from (Found(phrase.first, phrase.last, kind_of(doc[phrase.head], False), one) for one in bearers)
            return
    first = _content(doc, who, at)
    verb = next((token for token in doc[at : at + 4] if token.pos_ in ("VERB", "AUX")), None)
    if (
        verb is None
        or verb.tag_ in ("MD", "VBG")
        or (verb.lemma_.lower() in verbs() and verb.tag_ != "VBN")
        or first >= len(doc)
    ):
        return
    end = clause_end(sheet, first)
    if end is not None and end - first > 1:
        kind = LabelKind.DESCRIPTION if verb.tag_ in ("VBZ", "VBP") else LabelKind.HISTORY
        yield from (Found(first, end, kind, one) for one in bearers)


def _content(doc: Any, who: int, at: int) -> int:
    """Where the clause says something: past "who", "had been", but not past an adverb or a "not" before the verb."""
    while at - 1 > who and doc[at - 1].pos_ == "ADV" and doc[at - 1].lower_ != "also":
        at -= 1
    return at


def _rule(sheet: Sheet, bearer: Bearer) -> Iterator[Found]:
    """What is said of somebody's rule or record: X's authoritarian rule."""
    doc = sheet.doc
    at = bearer.last + 1
    if at + 1 >= len(doc) or doc[bearer.last].tag_ != "POS" or bearer.mention.kind is not NameKind.PERSON:
        return
    end = at
    while (
        end < len(doc)
        and end - at < 5
        and (
            doc[end].pos_ in ("ADJ", "NUM", "ADV")
            or doc[end].tag_ in ("VBN", "VBG")
            or doc[end].text == "-"
            or (doc[end].pos_ == "NOUN" and doc[end].lower_ not in listed("rule"))
        )
    ):
        end += 1
    if at < end < len(doc) and doc[end].lower_ in listed("rule") and any(doc[i].pos_ == "ADJ" for i in range(at, end)):
        yield Found(at, end + 1, LabelKind.DESCRIPTION, bearer)

"""Labels beside a name: titles and descriptions before it, what it is given as an example of, what lies behind it."""

from collections.abc import Iterator
from typing import Any

from workbench.extract import label_behind, label_phrases
from workbench.extract.label_behind import ENDS
from workbench.extract.label_lists import STEPS, Found, chain
from workbench.extract.label_phrases import Phrase
from workbench.extract.label_words import is_personal, kind_of, listed, singular
from workbench.extract.namewords import name_nouns
from workbench.extract.sheets import Bearer, Sheet
from workbench.extract.wordlists import courtesies
from workbench.model import LabelKind, NameKind


def find(sheet: Sheet) -> Iterator[Found]:
    """The labels beside the names of one part."""
    titled: dict[int, Phrase] = {}
    for bearer in sheet.bearers:
        phrase = label_phrases.before(sheet, bearer.first, bearer.mention.kind)
        if phrase is not None and not _is_courtesy(sheet.doc[phrase.head]):
            titled[bearer.first] = phrase
    for bearer in sheet.bearers:
        title = titled.get(bearer.first)
        if title is not None:
            yield from _title(sheet, bearer, title, titled)
        else:
            yield from _adjective(sheet, bearer)
        yield from _apposed_before(sheet, bearer, title.first if title is not None else bearer.first)
        yield from _among(sheet, bearer, titled)
        yield from label_behind.find(sheet, bearer, titled)
        yield from _rule(sheet, bearer)
        yield from _noun_behind(sheet, bearer)


def _is_courtesy(noun: Any) -> bool:
    """Whether a word before a name is only polite: Lady X; not "the pop queen X"."""
    return noun.lower_ in courtesies() and not (noun.text.islower() and noun.i > 0 and noun.nbor(-1).pos_ == "NOUN")


def _title(sheet: Sheet, bearer: Bearer, phrase: Phrase, titled: dict[int, Phrase]) -> Iterator[Found]:
    head = sheet.doc[phrase.head]
    kind = kind_of(head, True)
    many = head.tag_ in ("NNS", "NNPS")
    others = list(chain(sheet, bearer, titled)) if many else []
    if many and not others and not is_personal(head):
        return  # a verb that the parse takes for a noun: storm forces X to close
    owned = phrase.first > 0 and sheet.doc[phrase.first - 1].tag_ == "PRP$"  # her husband X
    yield Found(phrase.first - owned, phrase.last, kind, bearer)
    for other in others:
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


def _adjective(sheet: Sheet, bearer: Bearer) -> Iterator[Found]:
    """Participles and adjectives alone before a name: imprisoned X, war-torn Y."""
    doc = sheet.doc
    at = bearer.first - 1
    low = max(0, bearer.first - 5)
    if at < low or doc[at].pos_ in ("NOUN", "PROPN"):
        return
    if doc[at].lower_ in name_nouns("lead"):  # neighbouring X, however it is parsed
        yield Found(at, bearer.first, LabelKind.DESCRIPTION, bearer)
        return
    if doc[at].head.i not in range(bearer.first, bearer.last):
        return
    while at >= low and (
        (doc[at].dep_ == "amod" and (doc[at].pos_ == "ADJ" or doc[at].tag_ in ("VBN", "VBG")))
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


def _apposed_before(sheet: Sheet, bearer: Bearer, begin: int) -> Iterator[Found]:
    """A description and a comma before a name: the founder of the club, X,."""
    doc = sheet.doc
    comma = begin - 1
    possessive = bearer.last < len(doc) and doc[bearer.last].tag_ == "POS"
    if comma < 1 or doc[comma].text != "," or possessive:
        return
    for start in range(comma - 1, max(doc[comma].sent.start, comma - STEPS * 2) - 1, -1):
        token = doc[start]
        if token.text in (",", ";", ":", '"', "(", ")", "—") or token.tag_ in ("VBD", "VBZ", "VBP", "MD", "VB"):
            return
        if not _may_open(sheet, start):
            continue
        phrase = label_phrases.after(sheet, start, bearer.mention.kind)
        if phrase is None or phrase.last != comma:
            continue
        head = doc[phrase.head]
        if head.tag_ not in ("NNS", "NNPS") and phrase.head not in sheet.at and _closes(sheet, bearer, phrase):
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
    if sheet.ends_sentence(bearer.last) or doc[bearer.last].text in ENDS:
        return True
    return bool(doc[phrase.first].is_sent_start) or phrase.first == 0


def _noun_behind(sheet: Sheet, bearer: Bearer) -> Iterator[Found]:
    """What an organisation is, behind its name: the Orbis human rights centre."""
    doc, at = sheet.doc, bearer.last
    if bearer.mention.kind is not NameKind.ORGANISATION or not bearer.first or doc[bearer.first - 1].lower_ != "the":
        return
    while at < len(doc) and at - bearer.last < 5 and doc[at].pos_ in ("NOUN", "ADJ") and doc[at].text.islower():
        at += 1
    if at > bearer.last and doc[at - 1].lower_ in listed("whole"):
        yield Found(bearer.last, at, LabelKind.ROLE, bearer)


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

"""What a clause behind a name tells of its bearer: "who previously managed ...", "sentenced in 2021 to ..."."""

from collections.abc import Iterator
from typing import Any

from workbench.extract import label_phrases
from workbench.extract.label_lists import STEPS, Found, chain
from workbench.extract.label_phrases import Phrase, clause_end
from workbench.extract.label_words import kind_of
from workbench.extract.sheets import Bearer, Sheet
from workbench.extract.wordlists import verbs
from workbench.model import LabelKind, NameKind

_HELPERS = frozenset(["be", "have", "do"])


def participle_end(sheet: Sheet, bearer: Bearer, participle: int, at: int) -> int | None:
    """Where a clause like "sentenced in 2021 to ..." ends that begins at token `at`; None where it is no label."""
    doc = sheet.doc
    if not _is_nearest(sheet, bearer, doc[participle], at) or _is_report(doc[participle]):
        return None
    end = clause_end(sheet, at)
    return end if end is not None and end - at > 1 else None


def _is_nearest(sheet: Sheet, bearer: Bearer, participle: Any, at: int) -> bool:
    """Whether a clause is about the name before it: not about what the name only places or belongs to."""
    doc = sheet.doc
    inside = bool(bearer.first and doc[bearer.first - 1].pos_ == "ADP")
    if not inside and bearer.mention.kind is NameKind.PERSON:
        return True
    head = participle.head
    return bool(bearer.first <= head.i < at) and (participle.dep_ in ("acl", "relcl") or not inside)


def goes_to_noun(doc: Any, at: int) -> bool:
    """Whether a participle stands before a noun: an imprisoned politician."""
    return doc[at].dep_ in ("amod", "compound") and doc[at].head.i > at


def _is_report(token: Any) -> bool:
    return token.lemma_.lower() in ("say", "tell", "ask", "quote", "add", "speak")


def plural_chain(sheet: Sheet, bearer: Bearer, at: int, titled: dict[int, Phrase]) -> list[Bearer]:
    """Of whom a clause is said: of the name before it, and of all of a list where its verb is plural."""
    doc = sheet.doc
    verb = next((token for token in doc[at + 1 : at + 5] if token.pos_ in ("VERB", "AUX")), None)
    if verb is None or verb.lower_ not in ("are", "were", "have"):
        return [bearer]
    earlier = [other for other in sheet.bearers if other.last <= bearer.first][-STEPS:]
    for first in earlier:
        listed_with = list(chain(sheet, first, titled))
        if bearer in listed_with:
            return [first, *listed_with[: listed_with.index(bearer) + 1]]
    return [bearer]


def relative(sheet: Sheet, who: int, bearers: list[Bearer]) -> Iterator[Found]:
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
    act = verb is not None and verb.tag_ == "VBD" and bearers[0].mention.kind is not NameKind.PERSON
    if verb is None or act or verb.tag_ in ("MD", "VBG") or _reports(verb):
        return  # what a country or a firm did is an act, no label
    end = clause_end(sheet, first, verb.i)
    if end is not None and end - first > 1:
        kind = LabelKind.DESCRIPTION if verb.tag_ in ("VBZ", "VBP") else LabelKind.HISTORY
        yield from (Found(first, end, kind, one) for one in bearers)


def _reports(verb: Any) -> bool:
    """Whether a verb of saying is one here: who said that ...; not "who managed the campaign"."""
    if _is_report(verb):
        return True
    after = verb.nbor().text if verb.i + 1 < len(verb.doc) else ""
    says = any(child.dep_ == "ccomp" for child in verb.children) or after in (",", '"', "that")
    return verb.lemma_.lower() in verbs() and verb.tag_ != "VBN" and says


def _content(doc: Any, who: int, at: int) -> int:
    """Where the clause says something: past "who", "had been", but not past an adverb or a "not" before the verb."""
    while at - 1 > who and doc[at - 1].pos_ == "ADV" and doc[at - 1].lower_ != "also":
        at -= 1
    return at

"""Labels that a clause gives: "X is a ...", "X is described as ...", "X served as ...", "they called X a ..."."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from workbench.extract import label_behind, label_phrases
from workbench.extract.label_lists import Found
from workbench.extract.label_phrases import Phrase
from workbench.extract.label_words import called_kind, kind_of, listed, may_head
from workbench.extract.sheets import Bearer, Sheet
from workbench.model import LabelKind, NameKind

_SUBJECTS = ("nsubj", "nsubjpass")
_LINKS = frozenset(["be", "become", "remain"])
_FAR = 40  # children of a verb that are looked at
_PRONOUNS = frozenset(["he", "she", "it", "him", "her", "i"])
_LONGEST = 24
_CALLING = frozenset(["call", "brand", "label", "dub", "deem", "nickname", "term"])

#: Who is meant by a pronoun at a token of the sheet.
Meant = Callable[[Sheet, Any], Bearer | None]


@dataclass(frozen=True, slots=True)
class Called:
    """A label that a clause gives, and who calls so, where the clause says: "Ruiz called him a liar"."""

    found: Found
    caller: Bearer | None = None


def find(sheet: Sheet, meant: Meant) -> Iterator[Called]:
    """The labels that the clauses of one part give."""
    for verb in sheet.doc:
        if verb.lower_ in listed("tenure"):
            yield from _tenure(sheet, verb, meant)
        if verb.pos_ not in ("VERB", "AUX"):
            continue
        lemma = verb.lemma_.lower()
        if lemma in _LINKS:
            yield from _linked(sheet, verb, meant)
        if lemma in listed("as"):
            yield from _seen_as(sheet, verb, meant)
        if lemma in listed("office"):
            yield from _office(sheet, verb, meant)
        if lemma in ("hold", "occupy", "fill", "assume", "take"):
            yield from _post(sheet, verb, meant)
        if lemma in listed("appoint") or lemma in listed("call"):
            yield from _made(sheet, verb, meant)


def bearers_at(sheet: Sheet, noun: Any) -> list[Bearer]:
    """The names that a noun phrase names: its head, what stands in apposition to it, and those joined to it."""
    found: list[Bearer] = []
    todo = [noun]
    while todo and len(found) < _FAR:
        token = todo.pop(0)
        bearer = sheet.at.get(token.i)
        if bearer is not None and bearer not in found:
            found.append(bearer)
        for child in token.children:
            if child.dep_ == "conj" or (child.dep_ == "appos" and bearer is None):
                todo.append(child)
    return found


def _children(verb: Any) -> list[Any]:
    return [child for child, _ in zip(verb.children, range(_FAR), strict=False)]


def subject_of(verb: Any) -> Any:
    """The token of a verb's subject: its own, or that of the verb that it joins; None where there is none."""
    for _ in range(6):
        own = next((child for child in _children(verb) if child.dep_ in _SUBJECTS), None)
        if own is not None:
            return own
        if verb.dep_ not in ("conj", "xcomp") or verb.head.i == verb.i:
            return None
        verb = verb.head
    return None


def _subjects(sheet: Sheet, verb: Any, meant: Meant) -> list[Bearer]:
    subject = subject_of(verb)
    if subject is None:
        return []
    return _named_by(sheet, subject, meant)


def _named_by(sheet: Sheet, noun: Any, meant: Meant) -> list[Bearer]:
    """Whom a noun phrase names, or stands for."""
    named = bearers_at(sheet, noun) if noun.lower_ not in _PRONOUNS else []
    if named:
        return named
    bearer = meant(sheet, noun)
    return [bearer] if bearer is not None else []


def _linked(sheet: Sheet, verb: Any, meant: Meant) -> Iterator[Called]:
    """X is a ...: the noun after "be", with its "not"."""
    noun = next((child for child in _children(verb) if child.dep_ == "attr" and child.i > verb.i), None)
    state = label_behind.state_end(sheet, verb.i + 1)
    if state is not None and verb.lemma_.lower() == "be" and (subject_of(verb) or verb).i < verb.i:
        for bearer in _subjects(sheet, verb, meant):
            yield Called(Found(verb.i + 1, state, LabelKind.STATUS, bearer))
        return
    if noun is None or noun.i - verb.i > _LONGEST or (subject_of(verb) or verb).i > verb.i:
        return
    for bearer in _subjects(sheet, verb, meant):
        phrase = _phrase_of(sheet, noun, verb.i + 1, bearer)
        if (
            phrase is None
            or _is_other_name(sheet, phrase)
            or (subject_of(verb).lower_ == "it" and _is_vague(sheet, phrase))
        ):
            continue
        first = verb.i + 1 if _is_not(sheet.doc, verb.i + 1) else phrase.first
        head = sheet.doc[phrase.head]
        kind = kind_of(head, False) if may_head(head, bearer.mention.kind) else LabelKind.DESCRIPTION
        yield Called(Found(first, phrase.last, kind, bearer))


def _is_vague(sheet: Sheet, phrase: Phrase) -> bool:
    return sheet.doc[phrase.first].lower_ not in ("a", "an", "the")


def _is_not(doc: Any, at: int) -> bool:
    return at < len(doc) and doc[at].lower_ in ("not", "n't", "no", "never")


def _is_other_name(sheet: Sheet, phrase: Phrase) -> bool:
    return phrase.head in sheet.at or phrase.last in sheet.at


def _phrase_of(sheet: Sheet, noun: Any, low: int, bearer: Bearer) -> Phrase | None:
    """The phrase that a noun heads, from its left edge."""
    first = max(low, noun.left_edge.i)
    while first < noun.i and (
        sheet.doc[first].lower_ in ("not", "n't", "also", "still", "now", "never") or sheet.doc[first].is_punct
    ):
        first += 1
    phrase = label_phrases.after(sheet, first, bearer.mention.kind) or _any_noun(sheet, noun, first, bearer)
    return phrase if phrase is not None and phrase.head <= noun.right_edge.i else None


def _any_noun(sheet: Sheet, noun: Any, first: int, bearer: Bearer) -> Phrase | None:
    """What somebody is said to be with "a", by a noun that no list has: a cheat; not a bit, a year."""
    plain = noun.tag_ == "NN" and noun.text.islower() and noun.lower_ not in listed("no description")
    if bearer.mention.kind is NameKind.PLACE or sheet.doc[first].lower_ not in ("a", "an") or not plain:
        return None
    phrase = label_phrases.after(sheet, first, None)
    return phrase if phrase is not None and phrase.head == noun.i else None


def _after_as(sheet: Sheet, verb: Any) -> int | None:
    """The token behind the "as" that a verb takes."""
    as_ = next((child for child in _children(verb) if child.lower_ == "as" and child.i > verb.i), None)
    if as_ is None:
        near = (token for token in sheet.doc[verb.i + 1 : verb.i + 8] if token.lower_ == "as" and token.dep_ == "prep")
        as_ = next(near, None)
        if as_ is None or as_.head.i not in range(verb.i, as_.i):
            return None
    quoted = as_.i + 1 < len(sheet.doc) and sheet.doc[as_.i + 1].text == '"'
    if quoted and as_.i + 2 < len(sheet.doc):
        return int(as_.i) + 2
    return as_.i + 1 if as_.i + 1 < len(sheet.doc) and as_.i - verb.i <= _LONGEST else None


def _seen_as(sheet: Sheet, verb: Any, meant: Meant) -> Iterator[Called]:
    """X is described as ...; they recognise X as ...: the words after "as", or all where it is denied."""
    at = _after_as(sheet, verb)
    if at is None:
        return
    subject = subject_of(verb)
    passive = (subject is not None and subject.dep_ == "nsubjpass") or any(c.dep_ == "auxpass" for c in _children(verb))
    denied = next((child.i for child in _children(verb) if child.dep_ == "neg"), None)
    if passive:
        targets, callers = _subjects(sheet, verb, meant), _agents(sheet, verb)
    elif verb.dep_ == "acl" and verb.tag_ == "VBN":
        targets, callers = bearers_at(sheet, verb.head), _agents(sheet, verb)
    else:
        target = next((child for child in _children(verb) if child.dep_ == "dobj" and child.i > verb.i), None)
        targets = _named_by(sheet, target, meant) if target is not None else []
        callers = bearers_at(sheet, subject) if subject is not None else []
    for bearer in targets:
        phrase = label_phrases.after(sheet, at, None)
        if phrase is None or _is_other_name(sheet, phrase):
            continue
        kind = LabelKind.STATUS if denied is not None else called_kind(sheet.doc[phrase.head])
        first = _denied_from(sheet.doc, denied, verb.i) if denied is not None else phrase.first
        last = _with_agent(sheet, phrase.last) if denied is not None else phrase.last
        yield Called(Found(first, last, kind, bearer), None if denied is not None else next(iter(callers), None))


def _denied_from(doc: Any, denied: int, verb: int) -> int:
    """Where a denial begins: not recognised; did not recognise."""
    helper = denied > 0 and doc[denied - 1].lemma_.lower() == "do" and doc[verb].tag_ == "VB"
    return denied - 1 if helper else min(denied, verb)


def _with_agent(sheet: Sheet, at: int) -> int:
    """The end of a denial with who denies: (not recognised as president) by the union."""
    doc = sheet.doc
    bearer = next((sheet.at[i] for i in (at + 1, at + 2) if i in sheet.at), None)
    return bearer.last if bearer is not None and at < len(doc) and doc[at].lower_ == "by" else at


def _agents(sheet: Sheet, verb: Any) -> list[Bearer]:
    by = next((child for child in _children(verb) if child.dep_ == "agent"), None)
    noun = next((child for child in by.children if child.dep_ == "pobj"), None) if by is not None else None
    return bearers_at(sheet, noun) if noun is not None else []


def _office(sheet: Sheet, verb: Any, meant: Meant) -> Iterator[Called]:
    """X served as ..."""
    at = _after_as(sheet, verb)
    if at is not None:
        yield from _in_office(sheet, verb, at, meant)


def _post(sheet: Sheet, verb: Any, meant: Meant) -> Iterator[Called]:
    """X held the role of ..."""
    noun = next((child for child in _children(verb) if child.dep_ == "dobj" and child.lower_ in listed("post")), None)
    if noun is not None and noun.i + 2 < len(sheet.doc) and sheet.doc[noun.i + 1].lower_ in ("of", "as"):
        yield from _in_office(sheet, verb, noun.i + 2, meant)


def _in_office(sheet: Sheet, verb: Any, at: int, meant: Meant) -> Iterator[Called]:
    for bearer in _subjects(sheet, verb, meant):
        phrase = label_phrases.after(sheet, at, bearer.mention.kind)
        if phrase is not None and not _is_other_name(sheet, phrase):
            yield Called(Found(phrase.first, phrase.last, kind_of(sheet.doc[phrase.head], True), bearer))


def _tenure(sheet: Sheet, noun: Any, meant: Meant) -> Iterator[Called]:
    """X's work as a ...; my work as a ..."""
    doc = sheet.doc
    owner = next((child for child in noun.children if child.dep_ == "poss"), None)
    if owner is None or noun.i + 2 >= len(doc) or doc[noun.i + 1].lower_ != "as":
        return
    for bearer in _named_by(sheet, owner, meant) if owner.tag_ != "PRP$" else filter(None, [meant(sheet, owner)]):
        phrase = label_phrases.after(sheet, noun.i + 2, bearer.mention.kind)
        if phrase is not None and not _is_other_name(sheet, phrase):
            yield Called(Found(phrase.first, phrase.last, kind_of(doc[phrase.head], False), bearer))


def _made(sheet: Sheet, verb: Any, meant: Meant) -> Iterator[Called]:
    """X was appointed ...; they called X a ..."""
    subject = subject_of(verb)
    calls = verb.lemma_.lower() in listed("call")
    if subject is not None and any(child.dep_ == "auxpass" for child in _children(verb)):
        bearers, callers, at = _subjects(sheet, verb, meant), _agents(sheet, verb), verb.i + 1
    else:
        named = sheet.at.get(verb.i + 1)
        if named is None and verb.i + 1 < len(sheet.doc) and sheet.doc[verb.i + 1].lower_ in ("him", "her"):
            named = meant(sheet, sheet.doc[verb.i + 1])
            at = verb.i + 2
        elif named is not None:
            at = named.last
        elif calls and (phrase := label_phrases.after(sheet, verb.i + 1, NameKind.PERSON)) is not None:
            named, at = meant(sheet, sheet.doc[phrase.head]), phrase.last
        if named is None or (calls and not _opens(sheet, at)):
            return
        bearers, callers = [named], bearers_at(sheet, subject) if subject is not None and calls else []
    at += 1 if at < len(sheet.doc) and sheet.doc[at].lower_ == "as" else 0
    at += 1 if at < len(sheet.doc) and sheet.doc[at].text == '"' else 0
    for bearer in bearers:
        if at >= len(sheet.doc) or not (_opens(sheet, at) or not calls):
            return
        open_to_all = calls and verb.lemma_.lower() in _CALLING
        phrase = label_phrases.after(sheet, at, None if open_to_all else bearer.mention.kind)
        if phrase is not None and not _is_other_name(sheet, phrase):
            caller = next(iter(callers), None) if calls else None
            kind = called_kind(sheet.doc[phrase.head]) if calls else kind_of(sheet.doc[phrase.head], True)
            yield Called(Found(phrase.first, phrase.last, kind, bearer), caller)


def _opens(sheet: Sheet, at: int) -> bool:
    return at < len(sheet.doc) and sheet.doc[at].lower_ in ("a", "an", "the", "his", "her", "their", "its", '"')

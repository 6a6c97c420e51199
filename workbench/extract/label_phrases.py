"""Noun phrases and clauses beside a name, read token by token, for the parse of odd sentences is often wrong."""

from dataclasses import dataclass
from typing import Any

from workbench.extract.label_words import is_personal, listed, may_head
from workbench.extract.sheets import Sheet
from workbench.extract.wordlists import calendar, courtesies, first_names, roles
from workbench.model import NameKind

_LONGEST = 30  # tokens of a phrase
_CLAUSE = 45  # tokens of a clause
_DETERMINERS = frozenset(
    ["a", "an", "the", "another", "one", "his", "her", "their", "its", "our", "my", "this", "that"]
)
_OF = frozenset(["of", "for", "at", "in", "with", "to", "from", "on", "against", "behind", "under", "between"])
_BEFORE = frozenset(["of", "for"])
_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
_STOPS = frozenset([",", ";", ":", "(", ")", "—", "–", "--", '"', "…", "...", "•", "|", "[", "]"])


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens [first, last) and the number of the noun that heads them."""

    first: int
    last: int
    head: int


def is_dash(token: Any) -> bool:
    """Whether a token is a dash between words that it does not join."""
    return token.text in ("—", "–", "--") or (token.text == "-" and bool(token.whitespace_))


def _is_joint(doc: Any, at: int) -> bool:
    """Whether a token is a hyphen or slash inside a compound: state-run."""
    inside = 0 < at < len(doc) - 1
    return inside and doc[at].text in "-‐‑–/" and not doc[at].whitespace_ and not doc[at - 1].whitespace_


def _modifies(doc: Any, at: int) -> bool:
    """Whether a token may stand before the noun of a phrase."""
    token = doc[at]
    if (
        token.lower_ in roles()
        and at + 1 < len(doc)
        and doc[at + 1].lower_ == "of"
        and token.tag_ in ("VB", "VBP", "RB")
    ):
        return True  # "head of" after a comma, which the parse may take for a verb
    if _is_joint(doc, at) or (at and _is_joint(doc, at - 1)) or (at + 1 < len(doc) and _is_joint(doc, at + 1)):
        return True
    if token.lower_ in ("most", "least", "more") and at + 1 < len(doc) and doc[at + 1].pos_ in ("ADJ", "VERB"):
        return True
    if token.lower_ in calendar() and not token.lower_.islower():
        return False
    return token.pos_ in ("NOUN", "PROPN", "ADJ", "NUM") or token.tag_ in ("VBN", "VBG", "POS", "JJS", "JJR", "CD")


def before(sheet: Sheet, first: int, kind: NameKind, start: int | None = None) -> Phrase | None:
    """The title or description that runs up to token `first` (the name), without its article."""
    doc = sheet.doc
    name = first
    while first and doc[first - 1].lower_.rstrip(".") in courtesies() and doc[first - 1].text[:1].isupper():
        first -= 1  # the mediator Sheikh X
    low = max(doc[name].sent.start if first < len(doc) else 0, first - _LONGEST, start or 0)
    at = first - 1
    if at < low or not (doc[at].pos_ in ("NOUN", "PROPN", "ADJ") or at in sheet.at or _is_role(doc, at)):
        return None
    crossed: int | None = None
    while at >= low:
        if crossed is None and _crosses(sheet, at, low, first):
            crossed = at
        elif doc[at].pos_ == "DET" and crossed is not None and at == crossed + 1:
            pass
        elif not _may_precede(sheet, at, first):
            break
        at -= 1
    begin = _trimmed_left(doc, at + 1, first)
    head = (crossed or first) - 1
    if begin >= first or head < begin or doc[head].pos_ == "ADJ":
        return None
    return Phrase(begin, first, head) if may_head(doc[head], kind) or _leans_on(doc, begin, head, name, kind) else None


def _leans_on(doc: Any, begin: int, head: int, name: int, kind: NameKind) -> bool:
    """Whether a noun that no list has describes the name behind it: sprint queen X; the US predator Y.

    Only a noun in small letters that the parse binds to the name; of things other than persons after an article, and
    never right behind a preposition, as in "by morning X was there".
    """
    token, opened = doc[head], doc[begin - 1] if begin and not doc[begin].is_sent_start else None
    bound = head == name - 1 and token.tag_ == "NN" and token.dep_ == "compound" and token.head.i >= name
    if not bound or not token.text.islower() or token.lower_ in calendar() or token.lower_ in listed("no description"):
        return False
    if kind is NameKind.PERSON:
        return opened is None or opened.pos_ != "ADP"
    return kind is NameKind.ORGANISATION and opened is not None and opened.lower_ in ("the", "a", "an")


def _may_precede(sheet: Sheet, at: int, first: int) -> bool:
    doc = sheet.doc
    token, bearer = doc[at], sheet.at.get(at)
    if bearer is not None:
        if bearer.mention.kind is NameKind.PERSON:
            return doc[bearer.last].tag_ == "POS" and bearer.last < first
        placed = doc[bearer.first - 1].lower_ in ("in", "at", "from", "near", "across", "to") if bearer.first else False
        return not placed
    if token.lower_ == "and" and at > 0 and at + 1 < first:
        single = doc[at - 1].tag_ not in ("NNS", "NNPS")
        return (
            single and is_personal(doc[at - 1]) and any(is_personal(doc[i]) for i in range(at + 1, min(at + 4, first)))
        )
    if token.tag_ == "POS":
        return True
    if token.pos_ == "ADV" and at + 1 < first and (doc[at + 1].pos_ == "ADJ" or doc[at + 1].tag_ == "VBN"):
        return bool(token.lower_ in ("most", "once", "long", "recently", "newly", "then", "now", "highly", "self"))
    return (at == first - 1 and _is_role(doc, at)) or (_modifies(doc, at) and not _acts(doc, at))


def _is_role(doc: Any, at: int) -> bool:
    """Whether a word for a person was taken for a verb: (Rovers) goalkeeper X."""
    behind = doc[at - 1] if at else None
    if doc[at].lower_ not in roles() or doc[at].tag_ not in ("VB", "VBP", "NN"):
        return False
    return behind is None or behind.tag_ not in ("TO", "MD", "PRP", "RB")


def _acts(doc: Any, at: int) -> bool:
    """Whether a participle is a verb before the name's phrase: has released X; an envoy representing X."""
    token = doc[at]
    if token.tag_ not in ("VBN", "VBG", "VBD") or (at and _is_joint(doc, at - 1)):
        return False
    if token.tag_ == "VBN" and token.is_sent_start and at + 1 < len(doc) and doc[at + 1].pos_ in ("NOUN", "ADJ"):
        return False  # Jailed union leader X is back
    behind = doc[at - 1] if at else None
    return token.dep_ not in ("amod", "compound", "nmod") or (behind is not None and behind.pos_ == "AUX")


def _crosses(sheet: Sheet, at: int, low: int, first: int) -> bool:
    """Whether a preposition binds what follows to a noun for persons: special envoy for Arvenia X."""
    doc = sheet.doc
    if doc[at].lower_ not in _BEFORE or at <= low or not is_personal(doc[at - 1]):
        return False
    return not is_personal(doc[first - 1])


def _trimmed_left(doc: Any, at: int, first: int) -> int:
    while (
        at < first
        and (doc[at].is_punct or doc[at].tag_ in ("POS", "IN", "DT", "CD") or doc[at].pos_ in ("CCONJ", "SCONJ", "ADV"))
        and not (at + 1 < first and _is_joint(doc, at + 1))  # Under-fire, Well-known, 30-year-old
    ):
        at += 1
    return at


def opening(noun: Any) -> int:
    """The first token of the phrase that a noun heads, its article included: the embattled prime minister."""
    doc, at = noun.doc, int(noun.i)
    low = max(noun.sent.start, noun.i - _LONGEST)
    while at > low and _modifies(doc, at - 1):
        at -= 1
    return at - 1 if at > low and (doc[at - 1].lower_ in _DETERMINERS or doc[at - 1].pos_ == "DET") else at


def after(sheet: Sheet, at: int, kind: NameKind | None) -> Phrase | None:
    """The noun phrase that begins at token `at` and tells what something is (None: of any kind); None without one."""
    doc = sheet.doc
    if at + 2 < len(doc) and doc[at].lower_ == "one" and doc[at + 1].lower_ == "of":
        inner = after(sheet, at + 2, kind)
        return Phrase(at, inner.last, inner.head) if inner is not None else None
    first, i, head = at, at, None
    while i < len(doc) and i - first < _LONGEST and not (i > first and sheet.ends_sentence(i)):
        token = doc[i]
        if (i == first and token.lower_ in _DETERMINERS) or (token.pos_ in ("ADV",) and head is None and i - first < 3):
            i += 1
        elif _modifies(doc, i):
            if (
                head is not None
                and doc[i - 1].tag_ in ("NN", "NNS")
                and token.tag_ in ("VBN", "VBG")
                and not _goes_on(doc, i)
            ):
                break
            noun = token.pos_ in ("NOUN", "PROPN") or token.tag_ in ("VB", "VBP", "RB")
            head = i if noun and not _is_joint(doc, i) else head
            i += 1
        elif token.lower_ in ("and", "or", "&") and (head is None or _second(sheet, i, head)):
            i += 1
        else:
            break
    if head is None or head != i - 1 or (kind is not None and not may_head(doc[head], kind)):
        return None
    if doc[head].text[:1].isupper() and head > first and doc[head - 1].text in first_names():
        return None  # a name that is no mention: Mike Dean
    return Phrase(first, _with_complements(sheet, i, first), head)


def _second(sheet: Sheet, at: int, head: int) -> bool:
    """Whether a second noun for the same person follows: (a former astronaut) and senator."""
    doc = sheet.doc
    if head != at - 1 or at + 1 >= len(doc) or doc[head].tag_ not in ("NN", "NNP") or not is_personal(doc[head]):
        return False
    for token in doc[at + 1 : at + 4]:
        if token.i in sheet.at or token.pos_ not in ("NOUN", "ADJ"):
            return False
        if token.tag_ == "NN" and is_personal(token):
            return token.i + 1 not in sheet.at
    return False


def _goes_on(doc: Any, at: int) -> bool:
    """Whether a participle stands before a further noun, rather than opening a clause."""
    return at + 1 < len(doc) and doc[at + 1].pos_ in ("NOUN", "PROPN", "ADJ") and doc[at].dep_ in ("amod", "compound")


def _with_complements(sheet: Sheet, at: int, first: int) -> int:
    """The end of a phrase with what hangs on its noun: of the union, at the port of Arven."""
    doc = sheet.doc
    end = at
    while end < len(doc) and end - first < _LONGEST and not sheet.ends_sentence(end):
        if doc[end].lower_ not in _OF or doc[end].text in _STOPS:
            break
        i = end + 1
        while i < len(doc) and i - first < _LONGEST and not sheet.ends_sentence(i):
            inside = sheet.at.get(i)
            fits = (
                _modifies(doc, i) or inside is not None or doc[i].pos_ in ("DET", "PRON", "NUM") or doc[i].text == "'s"
            )
            joins = doc[i].lower_ in ("and", "&") and i > end + 1 and _joins_things(sheet, i)
            if not (fits or joins) or doc[i].text in _STOPS or doc[i].lower_ in ("who", "which", "that"):
                break
            i += 1
        if i == end + 1:
            break
        end = i
    return end


def _joins_things(sheet: Sheet, at: int) -> bool:
    """Whether "and" joins two nouns of one complement (of arms and drugs), not two persons of the sentence."""
    doc = sheet.doc
    if at + 1 >= len(doc) or doc[at + 1].pos_ not in ("NOUN", "PROPN", "ADJ"):
        return False
    bearer = sheet.at.get(at + 1)
    return not is_personal(doc[at + 1]) and (bearer is None or bearer.mention.kind is not NameKind.PERSON)


def clause_end(sheet: Sheet, at: int, verb: int | None = None) -> int | None:
    """Where the clause that begins at token `at` ends: at a comma, a mark or a verb that is not its own `verb`."""
    doc = sheet.doc
    i = at
    while i < len(doc) and not (i > at and sheet.ends_sentence(i)):
        token = doc[i]
        if token.text == '"' and (close := _closing(doc, i)) is not None:
            i = close + 1
            continue
        if token.text in _STOPS and not _inside_date(doc, i):
            break
        if token.is_punct and token.text in ".!?" and (i + 1 >= len(doc) or sheet.ends_sentence(i + 1)):
            break
        if i > at and i != verb and token.tag_ in _FINITE and not _has_own_subject(token, at):
            break
        i += 1
    return i if 0 < i - at <= _CLAUSE else None


def _closing(doc: Any, at: int) -> int | None:
    """The mark that closes the one at token `at`, near by in its sentence: known as "the Iron Lady"."""
    for token in doc[at + 1 : at + 12]:
        if token.text == '"':
            return int(token.i)
        if token.is_sent_start or token.text in (".", "!", "?"):
            return None
    return None


def _inside_date(doc: Any, at: int) -> bool:
    if doc[at].text != "," or not 0 < at < len(doc) - 1:
        return False
    return doc[at - 1].like_num and doc[at + 1].like_num and not doc[at - 1].is_alpha


def _has_own_subject(token: Any, start: int) -> bool:
    """Whether a verb's subject stands inside the clause, itself or through the verb that it helps or joins."""
    verb = token
    for _ in range(4):
        if any(child.dep_ in ("nsubj", "nsubjpass", "expl", "csubj") and child.i > start for child in verb.children):
            return True
        if verb.dep_ not in ("aux", "auxpass", "conj") or verb.head.i < start:
            return False
        verb = verb.head
    return False

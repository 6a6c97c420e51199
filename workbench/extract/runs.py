"""Runs of words that make up one name: Ana de la Cruz, Abd al-Rahman, Ministry of Culture and Sport."""

import re
from collections.abc import Iterable, Iterator, Set
from functools import cache, lru_cache
from typing import Any

from workbench.extract.namewords import eastern_names, is_word, legal_forms
from workbench.extract.wordlists import calendar, courtesies, first_names, organisation_words, places, titles, verbs
from workbench.lexicons import lexicon

_MARKS = frozenset("\"'")
_HYPHENS = frozenset("-‐‑–")
_OPENING = frozenset("\"':(")
_DERIVED = re.compile(r"(?:ation|ism|ness|ity|ment|ist|ised|ized)s?$")  # new English words, no names
_TAGS = frozenset(["NOUN", "ADJ", "X", "VERB", "ADV", "INTJ"])  # of names that the parser takes for other words
_SHORT_MONTHS = frozenset(["feb", "mar", "apr", "jun", "jul", "aug", "sep", "oct", "nov", "dec"])
_INITIALISMS = frozenset(["us", "it", "who"])  # small words whose capitals are as often a name
#: What takes a name on beside particles and hyphens, and the marks around a nickname.
_SMALL_JOINTS = frozenset(["of", "for", "and", "&", "'s", "'", '"'])
_REMEMBERED = 1 << 14  # words, of which the same come again and again
_LONGEST = 16  # tokens: a longer run of capitals is no name but a heading, a list, a shout


def in_title_case(doc: Any) -> bool:
    """Whether a line is set like a headline, so that capitals say nothing."""
    known: bool | None = doc.shared.get("title case")
    if known is None:
        known = doc.shared["title case"] = _is_in_title_case(doc)
    return known


def _is_in_title_case(doc: Any) -> bool:
    if not doc.words or doc.words[-1].text in (".", "!", "a.m.", "p.m."):
        return False
    words = [token.text for token in doc.words if token.is_alpha and len(token.text) > 3]
    return len(words) >= 3 and sum(word[0].isupper() for word in words) >= 0.75 * len(words)


def find(doc: Any, known: Set[str] | None) -> Iterable[tuple[int, int]]:
    """Where names begin and end, in order; of a line in title case, only words `known` from other lines."""
    if known is not None:
        return _find(doc, known)
    if "names" not in doc.shared:
        doc.shared["names"] = tuple(_find(doc, None))
    found: tuple[tuple[int, int], ...] = doc.shared["names"]
    return found


def _find(doc: Any, known: Set[str] | None) -> Iterator[tuple[int, int]]:
    words = doc.words
    end = 0
    for at in _beginnings(doc):
        if at >= end and (end := _end(words, at, known)) > at:
            yield _after_compound(words, at, end), end


def _beginnings(doc: Any) -> list[int]:
    """Where a name may begin: at a capital, or at an Arabic article before a hyphen."""
    words = doc.words
    found = [word.i for word in words if word.text != word.lower_ and word.text[0].isupper()]
    if any(hyphen in doc.text for hyphen in _HYPHENS):
        behind = [word.i - 1 for word in words if word.text in _HYPHENS and word.i]
        found = sorted({*found, *(at for at in behind if _article(words, at))})
    return found


def _after_compound(doc: Any, at: int, end: int) -> int:
    """Where the name begins in a run that a word for its bearer opens: Father-of-two (Ana Ruiz), Ex-mayor."""
    last = at + 1
    while last + 1 < end and doc[last].text in _HYPHENS and not doc[last].whitespace_ and not doc[last - 1].whitespace_:
        last += 2
    if last == at + 1 or last >= end:
        return at
    tells = doc[at].lower_ == "ex" or doc[at + 2].lower_ == "of" or doc[last - 1].lower_ in _words("compounds")
    return last if tells else at


def _end(doc: Any, at: int, known: Set[str] | None) -> int:
    """The end of the run of name words that begins at a token; `at` itself where none does."""
    lead = _article(doc, at)
    if at + lead >= len(doc) or not _is_name_word(doc[at + lead], known):
        return at
    end = at + lead + 1
    bodily = doc[end - 1].lower_ in organisation_words()
    while end < len(doc) and end - at < _LONGEST:
        step = _step(doc, at, end, bodily, known)
        if not step:
            break
        bodily = bodily or any(doc[each].lower_ in organisation_words() for each in range(end, end + step))
        end += step
    return end


def _step(doc: Any, at: int, end: int, bodily: bool, known: Set[str] | None) -> int:
    """By how many tokens a run goes on; 0 where it ends. `bodily`: it has a word of organisations."""
    token = doc[end]
    if not _may_go_on(token.text):
        return 0
    following = doc[end + 1] if end + 1 < len(doc) else None
    if bodily and following is not None and token.lower_.rstrip(".") in _words("openers"):
        return 0  # Prime Minister's Office Dr. Ana Ruiz
    if _is_name_word(token, known) and not (end > at + 1 and doc[end - 1].text == "."):
        return 1
    if token.text in legal_forms() and known is None:
        return 1  # plc
    if following is None:
        return 0
    return _nickname(doc, at, end) or _joint(doc, at, end, bodily, known) or int(_is_numbered(doc, at, end))


@lru_cache(maxsize=_REMEMBERED)
def _may_go_on(text: str) -> bool:
    """Whether a run may go on with a word at all, by its letters alone: a quick no for most words behind runs."""
    by_shape = text[0].isupper() or text.isdigit() or text in _HYPHENS or text in legal_forms()
    small = text.lower()
    return by_shape or small in _SMALL_JOINTS or small in _words("joints") or small in _words("articles")


def _joint(doc: Any, at: int, end: int, bodily: bool, known: Set[str] | None) -> int:
    """By how many tokens a small word, a hyphen or a number takes a name on, with the word behind."""
    token, following = doc[end], doc[end + 1]
    if token.text in _HYPHENS and not token.whitespace_ and not doc[end - 1].whitespace_:
        return 2 if following.text[0].isalpha() else 0
    if token.text in ("'s", "'") and (_is_seat(doc, end) or _is_owned_by_members(doc, at, end)):
        return 2
    skip = _particles(doc, end)
    if skip and end + skip < len(doc) and _is_name_word(doc[end + skip], known):
        return skip + 1
    if token.lower_ in ("of", "for") and bodily:
        skip = 2 if following.lower_ == "the" and end + 2 < len(doc) else 1
        return (skip + 1) * _is_name_word(doc[end + skip], known)
    capital = known is None and token.pos_ == "ADP" and token.text[0].isupper()  # Doctors Without Borders
    if (capital or token.text == "&" or token.is_digit) and _is_name_word(following, known):
        return 2
    return _and(doc, at, end, bodily) if token.lower_ == "and" and known is None else 0


def _is_seat(doc: Any, end: int) -> bool:
    """Whether a possessive stands before the seat of an office: the Sheriff's Office."""
    following = doc[end + 1]
    seat = doc[end].text == "'s" and following.lower_ in _words("seats") and following.text[0].isupper()
    return bool(seat and doc[end - 1].lower_ in titles())


def _is_owned_by_members(doc: Any, at: int, end: int) -> bool:
    """Whether a possessive stands in a body's name: the Parents' Alliance, Farmers' Trade Union, St Ann's Hospital."""
    owner, following = doc[end - 1], doc[end + 1]
    members = owner.text.istitle() and owner.lower_ in _words("members")
    saint = end - at > 1 and doc[end - 2].text in ("St", "St.")
    if not (members or saint) or not following.text[0].isupper():
        return False
    behind = doc[end + 2] if end + 2 < len(doc) and doc[end + 2].text[0].isupper() else following
    return following.lower_ in organisation_words() or behind.lower_ in organisation_words()


def _nickname(doc: Any, at: int, end: int) -> int:
    """How many tokens a nickname between marks inside a name, and the word behind it, are: Ana "Nita" Ruiz."""
    if end + 3 >= len(doc) or doc[end].text not in _MARKS or doc[end].text != doc[end + 2].text:
        return 0
    inner, behind = doc[end + 1], doc[end + 3]
    tight = doc[end - 1].whitespace_ and not doc[end].whitespace_ and not inner.whitespace_ and doc[end + 2].whitespace_
    named = inner.is_alpha and inner.text[0].isupper() and behind.pos_ in ("PROPN", "NOUN") and behind.text.istitle()
    first = doc[end - 1].text in first_names() and (end - at < 2 or doc[end - 2].text not in first_names())
    return 4 * bool(tight and named and first)


def _is_numbered(doc: Any, at: int, end: int) -> bool:
    """Whether a number is the last word of a name: Channel 9; not of (told) Channel 12 people."""
    token, following = doc[end], doc[end + 1]
    short = token.is_digit and len(token) < 3 and doc[end - 1].text.casefold() in _words("numbered")
    return short and (at <= token.head.i < end or following.pos_ not in ("NOUN", "ADJ", "PROPN", "NUM"))


def _and(doc: Any, at: int, end: int, bodily: bool) -> int:
    """By how many tokens "and" takes a name on: Competition and Markets Authority, Ministry of Culture and Sport."""
    last = end + 1
    while last < len(doc) and last - end < 5 and _is_name_word(doc[last], None):
        last += 1
    words = doc[end + 1 : last]
    articled = at > 0 and doc[at - 1].lower_ == "the"
    if not len(words) or not articled or not all(_is_plain(word) for word in doc[at:end] if word.lower_ != "of"):
        return 0
    closes = words[-1].lower_ in organisation_words() and len(words) > 1 and not bodily
    opens = bodily and len(words) == 1 and words[0].lower_ not in organisation_words() and doc[end - 2].lower_ == "of"
    return last - end if (closes or opens) and all(_is_plain(word) for word in words) else 0


def _is_plain(token: Any) -> bool:
    return is_word(token.text) and token.text not in first_names() and token.text not in places()


def _article(doc: Any, at: int) -> int:
    """2 where an Arabic article and a hyphen stand before a word: al-Khatib."""
    found = (
        at + 2 < len(doc)
        and doc[at + 1].text in _HYPHENS
        and doc[at].lower_ in _words("articles")
        and not doc[at].whitespace_
        and not doc[at + 1].whitespace_
    )
    return 2 if found else 0


def _particles(doc: Any, at: int) -> int:
    """How many tokens of particles (van der, de la, al-) stand from a token on, before another word."""
    count = 0
    while at + count + 1 < len(doc) and count < _LONGEST:
        if article := _article(doc, at + count):
            count += article
        elif doc[at + count].lower_ in _words("joints"):
            count += 1
        else:
            break
    return count


@cache
def _words(which: str) -> frozenset[str]:
    """The `articles` or the `joints` of names, or the last words of `compounds` before them, in small letters."""
    (entry,) = (entry for entry in lexicon("name_parts").entries if entry.id == which)
    return frozenset(entry.pattern.split("|"))


def _is_name_word(token: Any, known: Set[str] | None) -> bool:
    text = token.text
    if known is None and token.pos_ == "PROPN" and not token.is_stop and not token.like_num and _is_sound(text):
        return True
    if not text[0].isupper() or not text[0].isalpha() or _is_date_word(token):
        return False
    begins = token.is_sent_start or token.i == 0 or token.doc.words[token.i - 1].text in _OPENING
    if begins and known is None and _is_courtesy(token):
        return True
    capitals = len(text) > 1 and text.isupper()
    if _is_shouted(token) if capitals else token.is_stop and (begins or text not in first_names()):
        return False
    if known is not None or _is_saying(token):
        return known is not None and token.lower_ in known and not _is_saying(token)
    named = token.pos_ == "PROPN" or capitals
    return named or (_begins(token) if begins else token.pos_ in _TAGS or text in first_names())


@lru_cache(maxsize=_REMEMBERED)
def _is_sound(text: str) -> bool:
    """Whether a word that is tagged as a name is one wherever it stands: it has a capital, and is no day or month."""
    return text[0].isupper() and text[0].isalpha() and text.lower().rstrip(".") not in calendar()


def _is_shouted(token: Any) -> bool:
    """Whether a word in capitals is said loud and no name: they had FOUR, IT WAS THE END; not the US, nor the WHO."""
    small = token.is_stop or token.like_num
    if small and token.lower_ not in _INITIALISMS:
        return True
    words = token.doc.words
    near = (*words[max(0, token.i - 1) : token.i], *words[token.i + 1 : token.i + 2])
    loud = any(each.is_stop and len(each) > 1 and each.text.isupper() for each in near)
    return loud and (small or is_word(token.text))


def _is_courtesy(token: Any) -> bool:
    """Whether a title opens a sentence before a name, whatever the parse takes it for: Ms Ruiz."""
    named = token.i + 1 < len(token.doc) and token.doc.words[token.i + 1].tag_ == "NNP"
    return named and token.lower_.rstrip(".") in courtesies()


def _is_saying(token: Any) -> bool:
    """Whether a finite verb of saying got a headline's capital: Ana Ruiz Says Roads Are Closed."""
    finite = token.pos_ == "VERB" and token.tag_ in ("VBZ", "VBD")
    return finite and token.dep_ in ("ROOT", "ccomp", "parataxis") and token.lemma_.lower() in verbs()


def _begins(token: Any) -> bool:
    """Whether a word with a capital at the start of a sentence is one of a name, though it is not tagged as such."""
    text = token.text
    new = text.isalpha() and text.istitle() and not is_word(text) and not _DERIVED.search(text)
    return (new and _goes_on(token)) or _joins_with_capital(token)


def _joins_with_capital(token: Any) -> bool:
    """Whether a small word with a capital stands behind: Doctors Without Borders."""
    after = token.nbor() if token.i + 1 < len(token.doc) else None
    return token.pos_ == "NOUN" and after is not None and after.pos_ == "ADP" and bool(after.text[0].isupper())


def _goes_on(token: Any) -> bool:
    """Whether a name or a verb follows, as after a name at the start of a sentence."""
    after = token.nbor() if token.i + 1 < len(token.doc) else None
    if after is not None and after.text in _HYPHENS and token.i + 3 < len(token.doc):
        return token.nbor(3).lower_ in eastern_names() and token.nbor(3).text.istitle()  # Min-ho Park
    return after is not None and (after.pos_ in ("PROPN", "VERB", "AUX", "PART") or after.text in ("'s", ",", "of"))


def _is_date_word(token: Any) -> bool:
    """Whether a word is a day or a month; "May" is one after a preposition or before a number only."""
    word = token.lower_.rstrip(".")
    also_name = calendar().get(word)
    if also_name is None:
        return False
    before = token.nbor(-1) if token.i else None
    after = token.nbor() if token.i + 1 < len(token.doc) else None
    if after is not None and after.text in _HYPHENS and not token.whitespace_ and token.i + 2 < len(token.doc):
        return also_name is False and len(word) > 3 and not after.nbor().text.islower()  # Jun-ho is no June
    if len(word) == 3 and not also_name and word in _SHORT_MONTHS:
        return any(each is not None and each.text[0].isdigit() for each in (before, after))  # Jun Ho Park
    dated = (after is not None and after.like_num) or (
        before is not None and (before.like_num or before.pos_ in ("ADP", "ADJ"))
    )
    return not also_name or dated

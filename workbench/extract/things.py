"""Ships, storms, buildings, products, laws and works, whose names look like those of persons: told by their context."""

from collections.abc import Set
from typing import Any

from workbench.extract.cast import Entity
from workbench.extract.namewords import contexts, name_nouns, of_things
from workbench.extract.wordlists import first_names, organisation_words, titles, verbs
from workbench.language import Parsed

_MOST = 200  # mentions looked at: what these do not tell, more will not
_MARKS = frozenset(['"', "'", "“", "”", "‘", "’", "«", "»", "*", "_", "``", "''"])
_CLOSED = frozenset([",", ".", "!", "?", "…"])
_REACH = 7  # tokens of an apposition


def is_thing(parsed: Parsed, entity: Entity) -> bool:
    """Whether what stands around the mentions of a name tells of a thing, and more than of a person."""
    if entity.kind in ("place", "organisation"):
        return False
    for_thing = for_person = 0
    for mention in entity.mentions[:_MOST]:
        doc = parsed.parts[mention.part].doc
        told = mention.kind == "thing" or _tells_thing(doc, mention.first, mention.last)
        for_thing += told
        for_person += not told and (mention.sure or _tells_person(doc, mention.first, mention.last))
    return for_thing > for_person


def _tells_thing(doc: Any, first: int, last: int) -> bool:
    before = first - 1
    if before > 0 and doc[before].text in _MARKS:  # the ferry "Anna", the ferry *Anna*
        if doc[before - 1].text in _CLOSED:  # "It is a good vaccine," Ruiz told
            return _closes(doc, first, last, False) or _is_called(doc, last) or _does(doc, first, last)
        before -= 1
        if doc[before].lower_ == "the" and last < len(doc) and doc[last].text in _MARKS:
            return True
    article = before >= 0 and doc[before].lower_ in ("the", "a", "its", "their")
    if article and before and doc[before - 1].lower_ in of_things("aboard"):
        return True
    if before >= 0 and not article:
        word = doc[before - (before > 0 and doc[before].text == ",")]  # the vaccine, Olgavax, was
        if word.i < before and _tells_person(doc, first, last):
            return False  # with a barge, Arvenwater said
        if word.lower_ in of_things("aboard") or (word.lower_ in of_things("before") and word.dep_ != "poss"):
            return True
    return _closes(doc, first, last, article) or _is_called(doc, last) or _does(doc, first, last)


def _closes(doc: Any, first: int, last: int, article: bool) -> bool:
    """Whether "the" stands before and a noun for a thing behind: the Costa Anna tower, the Elena Act."""
    behind = doc[last].lower_ if last < len(doc) else ""
    if behind in of_things("close"):
        return True
    if article and behind in of_things("behind") and doc[last].pos_ in ("NOUN", "PROPN"):
        return True
    final = doc[last - 1].lower_
    return article and last - first > 1 and (final in of_things("behind") or final in name_nouns("thing"))


def _is_called(doc: Any, last: int) -> bool:
    """Whether an apposition says that it is a thing: the Anna, a cargo vessel,."""
    if last + 2 >= len(doc) or doc[last].text != "," or doc[last + 1].lower_ not in ("a", "an", "the"):
        return False
    for token in doc[last + 2 : last + 2 + _REACH]:
        if not (token.pos_ in ("NOUN", "ADJ", "PROPN") or token.tag_ in ("VBN", "VBG", "POS") or token.text == "-"):
            return False
        following = token.nbor() if token.i + 1 < len(doc) else None
        if token.pos_ == "NOUN" and (following is None or following.pos_ not in ("NOUN", "PROPN", "PART")):
            return token.lower_ in of_things("apposition")
    return False


def _does(doc: Any, first: int, last: int) -> bool:
    """Whether it is the subject of what only things do: the Anna sank."""
    head = doc[first:last].root
    if head.dep_ not in ("nsubj", "nsubjpass") or head.head.lemma_.casefold() not in of_things("subject"):
        return False
    return head.dep_ == "nsubjpass" or not any(child.dep_ == "dobj" for child in head.head.children)


def _tells_person(doc: Any, first: int, last: int) -> bool:
    """Whether a name speaks, has a husband, or stands behind a title without "the"."""
    head = doc[first:last].root
    if first and (doc[first - 1].lower_.rstrip(".") in titles() and not (first > 1 and doc[first - 2].lower_ == "the")):
        return True
    if head.dep_ == "poss":
        return contexts("possessed").get(head.head.lower_) == "person"
    subject = head.dep_ in ("nsubj", "nsubjpass")
    verb = head.head.lemma_.casefold()
    return subject and (verb in verbs() or contexts("subject").get(verb) == "person")


def is_closed_by_thing(words: tuple[str, ...], articled: bool) -> bool:
    """Whether the last word before "of" or the last of all is a noun for no bearer: Arven Prize, Treaty of Orsund.

    A first name in front makes it a person's (Grant Hill), unless "the" stands before all of it.
    """
    small = [word.casefold() for word in words]
    joint = next((at for at, word in enumerate(words) if word in _JOINTS), 0)
    head = small[joint - 1] if joint else small[-1]
    personal = words[0] in first_names() and not articled
    nouns: Set[str] = name_nouns("thing")
    return head in nouns and not personal and not (set(small) & organisation_words() and not joint)


_JOINTS = frozenset(["of", "for", "and", "&", "de", "the"])

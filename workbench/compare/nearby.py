"""What the words right around a figure say where the parse does not: headlines, people aboard, room for so many."""

from typing import TYPE_CHECKING, Any, TypeAlias

from workbench.compare import words
from workbench.compare.governor import few

if TYPE_CHECKING:
    from workbench.compare.governor import Governor

    Token: TypeAlias = Any

_PREDICATE = ("JJ", "VBN", "VBD", "VBG")
_PAST = ("VBN", "VBD")
_LOOSE = 6  # words of a bound between a verb and its number, at most
_CAN = ("can", "could")
_SHARE = ("%", "percent", "cent")
_HIGHER = ("higher", "more", "up", "above")
_MORE = (*_HIGHER, "lower", "less", "fewer", "down", "below")


def read(anchor: "Token", found: "Governor") -> None:
    """Mend what the climb from the figure found: the act of a headline, those aboard, a capacity."""
    _headline(anchor, found)
    _second(anchor, found)
    _change(anchor, found)
    _aboard(anchor, found)
    _audience(anchor, found)
    _behind(anchor, found)
    _rise(anchor, found)
    if _room(anchor, found):
        found.acts, found.said, found.past = set(words.acts("capacity")), None, False


def on_board(doc: Any, at: int) -> bool:
    """Whether "on board" stands at a place, not "on the board" and not "on board the plan"."""
    return at + 1 < len(doc) and doc[at].lower_ == "on" and doc[at + 1].lower_ == "board"


def put(prep: "Token") -> "Token":
    """The word that a preposition hangs on; in "put the number of those it hit at 900" the first verb."""
    above: Token = prep.head
    if prep.lower_ != "at" or above.dep_ not in ("relcl", "acl") or above.pos_ not in ("VERB", "AUX"):
        return above
    for verb in few(above.ancestors):
        if verb.pos_ == "VERB":
            return verb if verb.lemma_ in words.lemmas("putting") else above
    return above


def numbered(noun: "Token") -> "Token":
    """What a number is of: "the number of voters", "the total of those"; else the noun itself."""
    if noun.lemma_ not in ("number", "total", "count"):
        return noun
    of = (child for prep in noun.children if prep.lower_ == "of" for child in prep.children if child.dep_ == "pobj")
    return next((child for child in of if child.pos_ == "NOUN"), noun)


def _last(anchor: "Token") -> "Token":
    """The figure's noun, else the figure itself."""
    return anchor if anchor.head.i < anchor.i or anchor.head.pos_ != "NOUN" else anchor.head


def _aboard(anchor: "Token", found: "Governor") -> None:
    """ "Sank with 260 people on board": what is told of the ship is not what is told of them."""
    at = _last(anchor).i + 1
    doc = anchor.doc
    if at < len(doc) and (doc[at].lower_ in ("aboard", "onboard") or on_board(doc, at)):
        if not found.acts & words.lemmas("moving"):
            found.acts.clear()
            found.said = None
        found.acts |= words.acts("aboard")


def _behind(anchor: "Token", found: "Governor") -> None:
    """ "Nine years behind bars": a time in prison, whatever the verb."""
    at = _last(anchor).i + 1
    if [one.lower_ for one in anchor.doc[at : at + 2]] == ["behind", "bars"]:
        found.acts |= words.acts("prison")


def _audience(anchor: "Token", found: "Governor") -> None:
    """ "Beat them in front of 20,000 fans": those who watched, not those who were beaten."""
    doc, at = anchor.doc, anchor.left_edge.i
    front = [one.lower_ for one in doc[max(0, at - 3) : at]]
    noun = words.lemma(_last(anchor))
    if front[-2:] == ["front", "of"] or (front[-1:] == ["before"] and noun in words.lemmas("audience")):
        found.acts, found.said, found.past = set(words.acts("attend")), None, False


def _rise(anchor: "Token", found: "Governor") -> None:
    """ "Flood toll climbs to 11": a headline's verb that the parser takes for a noun."""
    doc, at = anchor.doc, anchor.left_edge.i
    if at - anchor.sent.start < 3 or doc[at - 1].lower_ != "to" or doc[at - 2].pos_ in ("VERB", "AUX"):
        return
    rises = any("rise" in words.acts(base) for base in words.bases(doc[at - 2].lower_) if words.names_act(base))
    counted = doc[at - 3]
    if rises and words.names_act(counted.lower_):
        found.acts, found.later = set(words.acts(counted.lower_)), True
        found.head, found.topic_at, found.topic = counted.lower_, counted, counted.lower_


def _second(anchor: "Token", found: "Governor") -> None:
    """ "Killed nine people and injured dozens": a second verb that the parser takes for an adjective."""
    at = anchor.left_edge.i
    for token in reversed(anchor.doc[max(anchor.sent.start + 1, at - _LOOSE) : anchor.i]):
        if token.dep_ == "amod" and token.tag_ in _PAST and token.nbor(-1).lower_ in ("and", ","):
            if words.names_act(words.lemma(token)):
                found.acts, found.said, found.past = set(words.acts(words.lemma(token))), token.text, True
            return
        if token.pos_ in ("NOUN", "PROPN", "VERB", "PUNCT"):
            return


def _change(anchor: "Token", found: "Governor") -> None:
    """ "Down 9.8%", "22% more", "closed 3% lower": a change told by the word right before or after the number."""
    at = anchor.left_edge.i
    if at > anchor.sent.start and anchor.doc[at - 1].lower_ in ("up", "down"):
        found.acts |= words.acts(anchor.doc[at - 1].lower_)
    elif at > anchor.sent.start + 1 and anchor.doc[at - 1].lower_ == "by":
        _risen(anchor.doc[at - 2], found)
    _moved(anchor, found)
    way = next((one.lower_ for one in anchor.doc[anchor.i + 1 : anchor.i + 4] if one.lower_ in _MORE), None)
    if way is not None and any(one.lower_ in _SHARE for one in anchor.doc[anchor.i : anchor.i + 3]):
        found.acts = set(words.acts("rise" if way in _HIGHER else "fall"))


def _risen(verb: "Token", found: "Governor") -> None:
    """ "Pay rises by 5%": a verb that the parser takes for a noun; what has risen stands right before it."""
    ways = {act for base in words.bases(verb.lower_) if words.names_act(base) for act in words.acts(base)}
    ways &= {"rise", "fall"}
    if not ways or verb.pos_ not in ("NOUN", "PROPN") or verb.i == verb.sent.start:
        return
    subject = verb.nbor(-1)
    found.acts = ways
    if subject.pos_ in ("NOUN", "PROPN", "VERB"):  # "pay", of which the parser makes the verb
        found.topic, found.topic_at = str(subject.lemma_.lower()), subject


def _moved(anchor: "Token", found: "Governor") -> None:
    """ "The shares lost 9%", "crashed by 9%": what its verb says to have moved by a share is what is measured."""
    share = any(one.lower_ in _SHARE for one in anchor.doc[anchor.i : anchor.i + 3])
    verb = found.verb
    if not share or verb is None or found.topic is not None or found.role in ("nsubj", "nsubjpass"):
        return
    unit = anchor.head if anchor.head.lower_ in _SHARE else anchor
    by = unit.head.lower_ == "by" and unit.dep_ == "pobj"
    way = next((acts for acts in ("fall", "rise") if verb.lemma_ in words.lemmas(f"{acts}by")), None)
    if way is None and not (by and found.acts & {"rise", "fall"}):
        return
    moved = next((one for one in verb.children if one.dep_ == "nsubj" and one.pos_ == "NOUN"), None)
    found.about(moved)
    if way is not None and moved is not None:
        found.acts = set(words.acts(way))


def _room(anchor: "Token", found: "Governor") -> bool:
    """Whether the figure says how many there is room for: "can carry 200", "is licensed for 200", "room for 200"."""
    for word in (anchor, *anchor.ancestors):
        if word.dep_ == "prep" and word.lower_ in ("for", "of"):
            noun = word.head.pos_ == "NOUN"
            if words.lemma(word.head) in words.lemmas("roomy" if noun else "room"):
                return True
        if word.pos_ != "VERB":
            continue
        if words.lemma(word) not in words.lemmas("holding"):
            return False
        can = any(child.dep_ == "aux" and child.lower_ in _CAN for child in word.children)
        return can or (word.dep_ in ("xcomp", "advcl") and words.lemma(word.head) in words.lemmas("room"))
    return False


def _headline(anchor: "Token", found: "Governor") -> None:
    """The words around the figure where they name an act that the parser missed.

    Before it one that it took for a noun ("City Evacuates 300 Residents"), after it one without its verb ("12 dead").
    """
    last = _last(anchor)
    if last.i + 1 < anchor.sent.end and not found.whole:
        token = anchor.doc[last.i + 1]
        if token.pos_ in ("ADJ", "VERB") and token.tag_ in _PREDICATE and words.names_act(words.lemma(token)):
            if any(words.against(act) & found.acts for act in words.acts(words.lemma(token))):
                found.acts.clear()  # "kills 17, dozens missing"
                found.said = None
            found.act(token)
    left = anchor.left_edge.i - 1 if anchor.left_edge.i > anchor.sent.start else anchor.i - 1
    for at in {left, anchor.i - 1}:
        if at >= anchor.sent.start:
            token = anchor.doc[at]
            lemma = next((word for word in words.bases(token.lower_) if words.names_act(word)), None)
            if lemma and token.pos_ in ("NOUN", "PROPN", "VERB") and token.text[0].isupper():
                found.acts = set(words.acts(lemma))
                found.said, found.past = token.text, False


def among(anchor: "Token", found: "Governor") -> None:
    """ "Among those freed were two doctors": a part, and freed."""
    if found.verb is None or found.verb.lemma_ != "be":
        return
    for prep in found.verb.children:
        if prep.lower_ not in ("among", "amongst") or prep.is_ancestor(anchor):
            continue
        for child in prep.children:
            found.part = True
            for token in few(child.subtree):
                if token.pos_ == "VERB" or (token.pos_ in ("ADJ", "NOUN") and words.befell(token.lower_)):
                    found.act(token)

"""Who speaks by the order of words alone, for where the parse is led astray by what stands between quote marks."""

import re
from collections.abc import Iterable
from typing import Any

from workbench.extract.cues import Cue
from workbench.extract.marks import Marked
from workbench.extract.scene import Scene
from workbench.extract.wordlists import is_human
from workbench.spans import Span

_PHRASE = frozenset(["DET", "PROPN", "NOUN", "ADJ", "PRON", "NUM", "PART", "ADP", "ADV", "CCONJ"])
_SKIPPED = frozenset({"aux", "auxpass", "neg", "advmod"})
_HEADS = ("PROPN", "NOUN", "PRON")
_BACK = 80  # tokens before a cue in its sentence
#: What stands between a name and an apposition to it: the letters of an honour, a comma.
_LETTERS = re.compile(r"(?: [A-Z][A-Za-z.]{1,5})?,")
_MOST = 9  # words in a phrase that needs no parse


def beside(scene: Scene, cue: Cue, marked: Marked) -> Any:
    """The token that heads who speaks in "...", X said and "...", said X and said X: "..."; None where neither fits."""
    if cue.token.tag_ == "VBG" or cue.is_noun:
        return None
    if cue.span.start < marked.start:
        pair = set_off(scene, cue)
        return pair[0] if pair else _inverted(cue) or before(scene, cue)
    between = scene.tokens(cue.part, Span(marked.end, cue.span.start))
    words = [token for token in _without_brackets(between) if not token.is_punct and token.dep_ not in _SKIPPED]
    words = [token for token in words if token.pos_ not in ("ADV", "AUX")]
    if len(words) > 1 and words[0].lower_ == "as":
        words = words[1:]  # "...", as one aide put it
    if not words:
        return _following(cue)
    named = _first_name(scene, cue, words[0]) or _last_name(scene, cue, words)
    if named is not None:
        return named
    return _head_of(words) if len(words) < _MOST and all(token.pos_ in _PHRASE for token in words) else None


def opening(scene: Scene, cue: Cue) -> Any:
    """The last token of the person's name that a cue's sentence begins with; None where it begins otherwise."""
    first = scene.near(cue.part, cue.token, _BACK)[0]
    return _first_name(scene, cue, cue.part.doc[first]) if first < cue.token.i else None


def _first_name(scene: Scene, cue: Cue, token: Any) -> Any:
    """The last token of the name that the words begin with: Ana Ruiz, who leads the union and whose ..., said."""
    place = cue.part.span(token)
    for span, entity in scene.cast.within(Span(place.start, place.start + 60)):
        first = scene.tokens(cue.part, Span(place.start, span.start))
        if (
            all(each.pos_ in ("PROPN", "NOUN", "ADJ", "DET") and not each.is_punct for each in first)
            and entity.kind == "person"
        ):
            return scene.tokens(cue.part, span)[-1]
        break
    return None


def _last_name(scene: Scene, cue: Cue, words: list[Any]) -> Any:
    """The last token of the person's name that stands right before the cue: Leeds police chief Ana Ruiz said."""
    place = cue.part.span(words[-1])
    for span, entity in scene.cast.within(Span(place.start - 40, place.end)):
        if span.end == place.end and entity.kind == "person" and len(words) < _MOST + 3:
            return words[-1]
    return None


def _inverted(cue: Cue) -> Any:
    """X of "Said X:", where the verb begins its sentence or follows a comma."""
    at = cue.token.i
    if cue.token.lemma_ == "tell":
        return None  # (Ana Ruiz,) speaking for the club, told reporters
    if at and not (cue.part.doc[at - 1].is_punct or cue.part.doc[at - 1].pos_ in ("ADP", "CCONJ")):
        return None
    return _following(cue)


def _following(cue: Cue) -> Any:
    words = []
    for token in cue.part.doc[cue.token.i + 1 : cue.token.i + 10]:
        ends = token.is_punct and token.text not in "-."
        if ends or token.pos_ not in _PHRASE or token.lower_ in ("in", "on", "at", "as", "that"):
            break
        words.append(token)
    return _head_of(words) if words and words[0].pos_ in (*_HEADS, "DET", "ADJ") else None


def before(scene: Scene, cue: Cue) -> Any:
    """X of "X said": the noun right before the verb."""
    at = cue.token.i - 1
    doc = cue.part.doc
    while at > 0 and (doc[at].dep_ in _SKIPPED or doc[at].pos_ in ("ADV", "AUX")):
        at -= 1
    if at > 0 and doc[at].text == ",":
        return _before_apposition(scene, cue)
    if at >= 0 and doc[at].pos_ in _HEADS and scene.is_narrated(cue.part, doc[at]):
        return doc[at]
    return None


def _before_apposition(scene: Scene, cue: Cue) -> Any:
    """X of "X, the sister of Y, said": the first person of the sentence who is followed by a comma."""
    start = cue.part.span(cue.part.doc[scene.near(cue.part, cue.token, _BACK)[0]]).start
    for span, entity in scene.cast.within(Span(start, cue.span.start)):
        if entity.kind == "person" and _LETTERS.match(scene.text, span.end):
            return scene.tokens(cue.part, span)[-1]
    return None


def set_off(scene: Scene, cue: Cue) -> tuple[Any, int] | None:
    """Who speaks in "..., the head of the clinic, Ana Ruiz, said": the token of the name, and where the phrase begins.

    The role may stand behind the name as well. None where the words right before the cue are no such pair.
    """
    doc, first = cue.part.doc, scene.near(cue.part, cue.token, _BACK)[0]
    at = cue.token.i - 1
    while at > first and (doc[at].dep_ in _SKIPPED or doc[at].pos_ in ("ADV", "AUX")):
        at -= 1
    commas = [each.i for each in doc[first : at + 1] if each.text == ","][-3:]
    if len(commas) < 3 or commas[-1] != at:
        return None
    pair = doc[commas[0] + 1 : commas[1]], doc[commas[1] + 1 : commas[2]]
    for name, role in (pair, pair[::-1]):
        if not len(name) or not len(role) or any(each.pos_ not in _PHRASE for each in role):
            continue
        named = scene.cast.within(Span(cue.part.span(name[0]).start, cue.part.span(name[-1]).end))
        whole = bool(named) and named[-1][0].end == cue.part.span(name[-1]).end
        if whole and named[-1][1].kind in ("person", None) and any(is_human(each.text) for each in role):
            return name[-1], commas[0] + 1
    return None


def _without_brackets(tokens: Iterable[Any]) -> list[Any]:
    kept, depth = [], 0
    for token in tokens:
        depth += token.text in ("(", "[")
        if not depth:
            kept.append(token)
        depth -= token.text in (")", "]") and depth > 0
    return kept


def _head_of(tokens: list[Any]) -> Any:
    """The token that heads a noun phrase: the last noun before "of", "for" and the like."""
    head = None
    for token in tokens:
        if token.pos_ == "ADP" and head is not None:
            break
        if token.pos_ in _HEADS:
            head = token
    return head

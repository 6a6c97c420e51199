"""What a cue set off by commas reports: the rest of its sentence, on either side.

"When the wind turned, Ana Ruiz said, the crew had no time"; "the gates held, but the road was lost, Ana Ruiz said".
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from workbench.extract.cues import Cue
from workbench.extract.scene import Scene
from workbench.extract.subjects import may_speak

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_BESIDE = frozenset({"advmod", "aux", "neg", "punct"})
_RELATIVES = frozenset({"WDT", "WP"})
#: What may begin the rest of a statement behind who says it; of others (she said, when asked) it is no part.
_REASONS = frozenset({"because", "if", "unless", "although", "though", "since", "until"})
_GOVERNED = frozenset({"dobj", "ccomp", "xcomp", "dative"})
_LONGEST = 12  # words between a cue and the comma behind it
_FAR = 150  # words of a statement on either side


def statement(scene: Scene, cue: Cue, cues: Sequence[Cue]) -> tuple[int, int, tuple[int, int]] | None:
    """The tokens [first, last) of what a cue set off by commas reports, and the tokens between them that are the cue's.

    None where the cue is not so set off, or what stands around it is not surely one statement.
    """
    doc, place = cue.part.doc.words, _place(cue)
    if place is None:
        return None
    left, right = place
    start, end = scene.near(cue.part, cue.token, _FAR)
    if ";" in scene.text[cue.part.start + doc[start].idx : cue.span.start]:
        start = max([start, *(at + 1 for at in range(start, left) if doc[at].text == ";")])
    if start >= left or not all(scene.narrated(cue.part)[start:end]):
        return None
    near = cues[bisect_left(cues, start, key=_at) : bisect_left(cues, end, key=_at)]
    rivals = [one.token.i for one in near if one.token.tag_ in _FINITE and one is not cue]
    if any(at < left for at in rivals):
        return None
    before = any(_is_main(word) for word in doc[start:left])
    behind = doc[right:end]
    goes_on = not rivals and any(word.tag_ in _FINITE for word in behind)
    if before:
        first = next((word for word in behind if not word.is_punct), None)
        joined = begins_clause(behind)
        reason = first is not None and first.lower_ in _REASONS
        return start, (end if goes_on and (joined or reason) else left), place
    return (start, end, place) if goes_on else None


def as_told(scene: Scene, cue: Cue, cues: Sequence[Cue]) -> tuple[int, int, tuple[int, int]] | None:
    """The tokens [first, last) of what "as the mayor noted" stands beside, and the tokens between them of that phrase.

    None where the words tell when or how something was said (as she said goodbye, as he was told).
    """
    token, doc = cue.token, cue.part.doc.words
    own = next((child for child in token.lefts if child.dep_ == "nsubj"), None)
    if own is None or not may_speak(own) or not _is_stated(cue) or doc[own.left_edge.i - 1].lower_ != "as":
        return None
    left, right = own.left_edge.i - 1, _closed(doc, token.i + 1 + (" " in cue.verb.lemma))
    start, end = scene.near(cue.part, token, _FAR)
    opens = left == start
    if (
        right is None
        or (doc[right - 1].text != "," and right < end - 1)
        or not all(scene.narrated(cue.part)[start:end])
    ):
        return None
    rivals = cues[bisect_left(cues, start, key=_at) : bisect_left(cues, end, key=_at)]
    if (not opens and doc[left - 1].text != ",") or any(one.token.tag_ in _FINITE and one is not cue for one in rivals):
        return None
    set_in = not opens and right < end and doc[right].tag_ in _FINITE  # the parse may hang the verb on the phrase
    if not set_in and not any(_is_main(word) for word in (*doc[start:left], *doc[right:end])):
        return None
    return (right, end, (right, right)) if opens else (start, end, (left - 1, right))


def _is_stated(cue: Cue) -> bool:
    """Whether a cue is a finite verb with nothing that it governs behind it."""
    if cue.is_noun or cue.is_phrase or "clause" not in cue.verb.takes:
        return False
    token = cue.token
    finite = token.tag_ in _FINITE or any(child.tag_ in ("VBZ", "VBP", "VBD") for child in token.lefts)
    return finite and not any(child.dep_ in _GOVERNED for child in token.rights)


def _at(cue: Cue) -> int:
    return int(cue.token.i)


def _place(cue: Cue) -> tuple[int, int] | None:
    """The tokens of a cue with who speaks, from the comma before to the one behind, or to the end of the sentence."""
    token, doc = cue.token, cue.part.doc.words
    if token.tag_ not in _FINITE or "clause" not in cue.verb.takes or cue.is_noun or cue.is_phrase:
        return None
    own = _who(token)
    if own is None or (
        own.i < token.i and any(word.dep_ not in _BESIDE for word in doc[own.right_edge.i + 1 : token.i])
    ):
        return None
    left, right = min(own.left_edge.i, token.i), max(own.right_edge.i, token.i) + 1
    if left < 2 or doc[left - 1].text != "," or doc[left].is_sent_start or doc[left - 2].tag_ in _RELATIVES:
        return None
    end = _closed(doc, right)
    return (left - 1, end) if end else None


def _who(verb: Any) -> Any:
    """The subject of a verb, or the name at it that the parse takes for an apposition to what stands before."""
    own = next((child for child in (*reversed(verb.lefts), *verb.rights) if child.dep_ == "nsubj"), None)
    if own is None or may_speak(own):
        return own
    return next((child for child in reversed(own.rights) if child.dep_ == "appos" and child.pos_ == "PROPN"), own)


def _closed(doc: Sequence[Any], right: int) -> int | None:
    """Where what a cue has behind it (on Monday, in a report) ends, comma and all; None where it is no mere phrase."""
    for at in range(right, min(right + _LONGEST, len(doc))):
        word = doc[at]
        if word.is_sent_start or word.text in (",", ".", "!", "?"):
            return at + 1 if word.text == "," else at
        if word.pos_ in ("VERB", "AUX", "SCONJ", "PUNCT") or word.tag_ == "WDT":
            return None
    return right if right == len(doc) else None


def _is_main(word: Any) -> bool:
    """Whether a word is the finite verb of a clause that nothing subordinates."""
    if word.pos_ not in ("VERB", "AUX") or word.dep_ in ("relcl", "acl", "advcl", "aux", "auxpass"):
        return False
    own = any(child.dep_ in _SUBJECTS and child.i < word.i for child in word.lefts)
    finite = word.tag_ in _FINITE or any(child.tag_ in _FINITE for child in word.lefts)
    return (
        own and finite and not any(child.dep_ == "mark" or child.tag_ in ("WRB", "WDT", "WP") for child in word.lefts)
    )


def begins_clause(words: Sequence[Any]) -> bool:
    """Whether words begin with "and" or "but" and a clause with a subject of its own."""
    if not words or words[0].pos_ != "CCONJ":
        return False
    verb = next((word for word in words if word.pos_ in ("VERB", "AUX") and word.dep_ not in ("aux", "auxpass")), None)
    return verb is not None and _is_main(verb)

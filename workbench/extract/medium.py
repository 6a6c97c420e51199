"""Through whom or what words reached the article: "told the BBC", "on Telegram", "according to the agency"."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from workbench.extract import cues as cue_finder
from workbench.extract import subjects
from workbench.extract.cast import Entity
from workbench.extract.cues import Cue
from workbench.extract.reference import resolve
from workbench.extract.scene import Scene
from workbench.extract.wordlists import media, platforms
from workbench.spans import Span

_CARRIERS = frozenset({"on", "in", "via", "through", "by", "at", "during"})
#: Nouns for words themselves: the first thing (that) she said.
WORDS = frozenset({"thing", "word", "words", "sentence", "line", "question", "message"})
#: Nouns for outlets behind their names.
_OUTLETS = frozenset(
    ["agency", "newspaper", "paper", "daily", "weekly", "magazine", "channel", "broadcaster", "station", "network"]
)
#: Nouns for outlets and for what they send or print.
PROGRAMMES = _OUTLETS | {"programme", "program", "show", "podcast", "bulletin", "radio", "television", "tv", "website"}
_REACH = 40  # tokens
_PLACES = frozenset({"dobj", "dative", "pobj", "iobj"})
_CUES = 8  # cues on either side, in one sentence
_FAR = 200  # tokens between two cues that have to do with one another
_TURNS = frozenset({"but", "while", "whereas", "though", "although"})


def via(scene: Scene, cue: Cue, cues: Sequence[Cue]) -> str | None:
    """The medium or relay that a cue's sentence names, the most telling first; None where it names none.

    `cues` are those of the part, in order; of a sentence with very many, the nearest are looked at.
    """
    beside = list(_neighbours(cue, cues))
    return (
        _named_source(scene, cue, beside) or _relay(scene, cue, beside) or _hearer(scene, cue) or _carrier(scene, cue)
    )


def _neighbours(cue: Cue, cues: Sequence[Cue]) -> list[Cue]:
    """The cues of the sentence on either side, in order, as far as nobody else has the word: X said no; Y said yes."""
    at = bisect_left(cues, cue.token.i, key=lambda one: one.token.i)
    beyond = at + 1 if at < len(cues) and cues[at].token.i == cue.token.i else at
    left, last = [], cue.token.i
    for one in reversed(cues[max(0, at - _CUES) : at]):
        if _turns(cue.token.doc, one.token.i, last):
            break
        left.append(one)
        last = one.token.i
    right, last = [], cue.token.i
    for one in cues[beyond : beyond + _CUES]:
        if _turns(cue.token.doc, last, one.token.i):
            break
        right.append(one)
        last = one.token.i
    return [*reversed(left), *right]


def _turns(doc: Any, left: int, right: int) -> bool:
    """Whether the sentence ends, or somebody else has the word, from one token to the next: no; Y said; but Y said."""
    if right - left > _FAR or doc[right].is_sent_start:
        return True
    return any(
        token.is_sent_start or token.lower_ in _TURNS or token.text == ";" for token in doc.words[left + 1 : right]
    )


def _named_source(scene: Scene, cue: Cue, near: Iterable[Cue]) -> str | None:
    """Y of "X said, according to Y"."""
    for one in near:
        if one.is_phrase and not cue.is_phrase:
            token = cue_finder.subject(one)
            if token is not None:
                return resolve(scene, one.part, token, []).name
    return None


def _relay(scene: Scene, cue: Cue, near: Iterable[Cue]) -> str | None:
    """X of "X said the first thing Y said was", and Z of "Y was quoted by Z"."""
    own = cue_finder.subject(cue)
    later = cue.token.head if cue.token.dep_ == "ccomp" and cue.token.head.i > cue.token.i else None
    if (
        later is not None
        and not _turns(cue.token.doc, cue.token.i, later.i)
        and cue_finder.reporting_verb(later) is not None
    ):
        token = subjects.of_verb(later)
        return resolve(scene, cue.part, token, []).name if token is not None else None
    for above in (cue.token, *islice(cue.token.ancestors, _REACH)):
        if above.lemma_ in ("quote", "cite") and subjects.is_passive(above):
            said = (below for child in above.children if child.lower_ == "as" for below in child.children)
            near = (above, cue.token, *above.children, *said)  # quoted by the agency; quoted as saying by the agency
            agent = next(filter(None, map(subjects.agent, near)), None)
            if agent is not None:
                return resolve(scene, cue.part, agent, []).name
    if own is None or cue.token.dep_ != "relcl" or cue.token.head.lemma_ not in WORDS:
        return None
    for one in near:
        who = cue_finder.subject(one)
        if one.token.is_ancestor(cue.token) and who is not None and who.i != own.i:
            return resolve(scene, one.part, who, []).name
    return None


def _hearer(scene: Scene, cue: Cue) -> str | None:
    """The outlet of "told the outlet", "said to the outlet", "in an interview with the outlet"."""
    for token in _reach(scene, cue):
        if not scene.is_narrated(cue.part, token):
            continue
        if token.dep_ == "pobj" and token.head.lower_ not in ("to", "with"):
            continue
        place = cue.part.span(token)
        behind = token.nbor() if token.i + 1 < len(token.doc) else token
        end = cue.part.span(behind).end if behind.is_digit else place.end  # Channel 9
        for span, entity in scene.cast.within(Span(cue.part.span(token.left_edge).start, end)):
            whole = span.contains(place) and _is_outlet(entity, token)
            led = token.lower_ in _OUTLETS and entity.kind != "person" and _ends_before(cue.part, span, token)
            if (whole or led) and _is_told(token):
                return entity.canonical
    return None


def _ends_before(part: Any, span: Span, token: Any) -> bool:
    """Whether a name stands before a noun, a word or two apart at most: (told) the Lusa news agency."""
    between = [each for each in token.lefts if part.span(each).start >= span.end]
    return span.end <= part.span(token).start and all(each.dep_ in ("compound", "amod", "nmod") for each in between)


def _is_outlet(entity: Entity, token: Any) -> bool:
    """Whether a name may be that of an outlet: no person, no place, not several."""
    return entity.kind == "organisation" or (entity.kind is None and token.tag_ == "NNP")


def _is_told(token: Any) -> bool:
    """Whether a name stands where a hearer does: after "told", or after "to" or "with" that follows a cue or a talk."""
    if token.dep_ != "pobj":
        return bool(token.head.lemma_ in ("tell", "inform", "assure", "remind"))
    above = token.head.head
    if token.head.lower_ == "with":
        return above.lemma_.lower() in ("interview", "conversation", "call", "chat")
    return cue_finder.reporting_verb(above) is not None or above.lemma_.lower() in (
        "interview",
        "news",
        "statement",
        "letter",
    )


def _carrier(scene: Scene, cue: Cue) -> str | None:
    """The platform, paper or talk of "on Telegram", "in a statement", "during a speech"."""
    for token in _reach(scene, cue):
        if token.dep_ != "pobj" or token.head.lower_ not in _CARRIERS or not scene.is_narrated(cue.part, token):
            continue
        if token.text.rstrip(".") in platforms():  # the parse may take "X." for an initial
            return str(token.text.rstrip("."))
        words = [each.lower_ for each in token.doc[max(0, token.i - 2) : token.i + 1]]
        for length in (3, 2, 1):
            phrase = " ".join(words[-length:])
            if phrase in media():
                platform = next((each.text for each in token.subtree if each.text in platforms()), None)
                return platform or phrase
    return None


def _reach(scene: Scene, cue: Cue) -> list[Any]:
    """The objects in a cue's sentence that hang on its verb, or on the verb whose subject it shares."""
    doc = cue.part.doc
    known: dict[int, list[int]] = doc.shared.setdefault("reach", {})
    if cue.token.i not in known:
        known[cue.token.i] = [token.i for token in _find_reach(scene, cue)]
    return [doc.words[at] for at in known[cue.token.i]]


def _find_reach(scene: Scene, cue: Cue) -> Iterator[Any]:
    heads = {cue.token.i}
    above = cue.token
    while above.dep_ in ("advcl", "conj", "xcomp", "dep") and above.head is not above and len(heads) < _REACH:
        above = above.head
        heads.add(above.i)
    start, end = scene.near(cue.part, cue.token, _REACH)
    for token in cue.part.doc.words[start:end]:
        if token.dep_ not in _PLACES:
            continue
        top = token
        for _ in range(6):
            if top.head is top or top.i in heads:
                break
            if top.dep_ in ("ccomp", "relcl", "acl") or top.pos_ == "VERB":
                break
            top = top.head
        if top.i in heads:
            yield token

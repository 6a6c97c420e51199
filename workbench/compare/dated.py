"""What a date is of: the acts that the words of its event name, and who takes part in them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from workbench.compare import words
from workbench.compare.times import PERIODS
from workbench.extract import date_events
from workbench.extract.date_forms import MONTHS, WEEKDAYS
from workbench.extract.wordlists import verbs
from workbench.model import DateMention, Mention, NameKind, Role

if TYPE_CHECKING:
    from workbench.language import Parsed, Part

#: Forms that tell of the time of telling, or of how long something has lasted: no entry of a timeline by themselves.
_NO_EVENT = frozenset({"now", "past"})
_OBJECTS = frozenset({"dobj", "xcomp", "ccomp", "attr", "nsubjpass", "oprd", "pcomp"})
_CLAUSES = frozenset({"acl", "relcl"})
_UNREAL = frozenset({"can", "could", "might", "may"})
_CALENDAR = frozenset(name[:3] for name in (*MONTHS, *WEEKDAYS))
_WHO = frozenset({NameKind.PERSON, NameKind.PLACE})
_BESIDE = frozenset({Role.CAPTION, Role.BYLINE, Role.DATELINE, Role.TIMESTAMP, Role.FURNITURE})
_TELLING = ("VERB", "AUX", "NOUN", "ADJ", "ADV")
_APART = frozenset(",|·•()—–-")  # what a date stands behind that only says when the words were written
_SAYING = frozenset({"say", "tell", "add", "note", "reply", "report", "show", "comment"})
_OPENING = 60  # characters in which a report tells where and when it is from
_DASH = re.compile(r"[^\n]{0,12}?\s*(?:\([^()\n]{2,30}\)\s*)?(?:[-–—]{1,2}\s|$)")
_ENDS = re.compile(r"[.!?]\s")
_MOST = 60  # words of an event that are looked at


@dataclass(frozen=True, slots=True)
class Dated:
    """A date with its event: the verb or noun that governs it, the acts named, and the entities among its words.

    `patient` are the entities of the one whom the act befalls, or who does it where it befalls nobody.
    """

    date: DateMention
    lemma: str
    acts: frozenset[str]
    entities: frozenset[str]
    patient: frozenset[str]
    stems: frozenset[str]  # of its nouns
    verbs: frozenset[str] = frozenset()  # lemmas of its verbs
    thing: str | None = None  # the noun of the one whom it befalls, where it is definite and no person: the bridge
    is_noun: bool = False  # whether a noun governs it: the 2020 election
    pairs: frozenset[tuple[str, str]] = frozenset()  # capitalised words side by side that name no person or place

    @property
    def article_id(self) -> str:
        """The article that gives the date."""
        return self.date.passage.article_id

    @property
    def period(self) -> tuple[str | None, str | None]:
        """From when to when."""
        return self.date.start_date, self.date.end_date

    @property
    def is_point(self) -> bool:
        """Whether it is one day, month or year, and no stretch from one to another."""
        return self.date.start_date is not None and self.date.start_date == self.date.end_date


def read(
    dates: Iterable[DateMention], parsed: Iterable["Parsed"], mentions: Mapping[str, Sequence[Mention]]
) -> Iterator[Dated]:
    """The dates that are of an event, each with what its words name; dates that nothing resolves are left out."""
    by_article = {one.article.article_id: one for one in parsed}
    places: dict[str, _Places] = {}
    for date in dates:
        event = date.event_at
        if event is None or date.kind in _NO_EVENT or (date.start_date is None and date.end_date is None):
            continue
        if date.role in _BESIDE:
            continue  # what a picture shows is told in the text, or is no event
        article_id = event.article_id
        if article_id not in places and article_id in by_article:
            places[article_id] = _Places(by_article[article_id], mentions.get(article_id, ()))
        if article_id in places and (made := places[article_id].dated(date)) is not None:
            yield made


class _Places:
    """Where the words and the names of one article stand."""

    def __init__(self, parsed: "Parsed", mentions: Sequence[Mention]) -> None:
        self.parts = sorted(parsed.parts, key=lambda part: part.start)
        self.starts = [part.start for part in self.parts]
        self.tokens: dict[int, list[int]] = {}
        self.mentions = sorted(mentions, key=lambda one: one.passage.start)
        self.at = [one.passage.start for one in self.mentions]

    def dated(self, date: DateMention) -> Dated | None:
        assert date.event_at is not None
        which = bisect_right(self.starts, date.event_at.start) - 1
        if which < 0:
            return None
        part = self.parts[which]
        if which not in self.tokens:
            self.tokens[which] = [token.idx for token in part.doc]
        first = max(0, bisect_right(self.tokens[which], date.event_at.start - part.start) - 1)
        last = bisect_left(self.tokens[which], date.event_at.end - part.start)
        span = part.doc[first : min(last, first + _MOST)]
        if not len(span):
            return None
        root = self._governor(date, part, which, span) or _root(span)
        before = part.text[: date.passage.start - part.start].rstrip()[-1:]
        if self._opens(date, part) or (before in _APART and _names_only(span)) or _tells_nothing(root, span):
            return None
        if any(child.tag_ == "MD" and child.lower_ in _UNREAL for child in root.lefts):
            return None
        lemma, acts = _acts(root, first, last)
        own = self._named(date.event_at.start, date.event_at.end)
        patients = list(_patients(root, acts))
        named = (self._named(*self._reach(part, one)) for one in patients)
        whom = next((some for some in named if any(one.kind is not NameKind.PLACE for one in some)), [])
        stems = frozenset(words.root(token.lemma_.lower()) for token in span if token.pos_ == "NOUN")
        return Dated(
            date,
            lemma,
            acts,
            frozenset(one.entity_id for one in own),
            frozenset(one.entity_id for one in whom[:2] if one.kind is not NameKind.PLACE),
            stems,
            frozenset(words.lemma(token) for token in span if token.pos_ == "VERB"),
            _thing(patients[0] if patients else None),
            root.pos_ == "NOUN",
            _pairs(
                span,
                [(one.passage.start - part.start, one.passage.end - part.start) for one in own if one.kind in _WHO],
            ),
        )

    def _opens(self, date: DateMention, part: "Part") -> bool:
        """Whether a date stands in the opening of a report or a post: Oslo, 4 May 2025 (NTB) -- ...; Gazette, 4 May."""
        text = part.text
        at, end = date.passage.start - part.start, date.passage.end - part.start
        before = text[max(0, at - _OPENING) : at] if at < _OPENING else ""
        led = at < _OPENING and all(not word[:1].islower() for word in before.split()) and not _ENDS.search(before)
        return led and (not at or before.rstrip()[-1:] in ",|·•(") and bool(_DASH.match(text, end))

    def _governor(self, date: DateMention, part: "Part", which: int, span: Any) -> Any | None:
        """The verb or noun that the date itself hangs on, where it names an act and is among the words of the event."""
        places = self.tokens[which]
        first = bisect_right(places, date.passage.start - part.start) - 1
        last = bisect_left(places, date.passage.end - part.start)
        if not 0 <= first < last <= len(part.doc):
            return None
        found = date_events.governor(date_events.root(part.doc[first:last]))
        known = found is not None and span.start <= found.i < span.end and words.names_act(words.lemma(found))
        return found if known else None

    def _reach(self, part: "Part", noun: Any) -> tuple[int, int]:
        """Where a noun stands with the words before it and its appositions, as offsets in the article."""
        last = max([noun.i, *(child.right_edge.i for child in islice(noun.rights, 6) if child.dep_ == "appos")])
        head = noun.head if noun.dep_ == "appos" else noun
        first = part.doc[min(head.left_edge.i, noun.left_edge.i)]
        return part.start + first.idx, part.start + part.doc[last].idx + len(part.doc[last])

    def _named(self, start: int, end: int) -> list[Mention]:
        return [
            self.mentions[at]
            for at in range(bisect_left(self.at, start), min(len(self.at), bisect_left(self.at, end)))
            if self.mentions[at].passage.end <= end
        ]


def _root(span: Any) -> Any:
    """The word of a stretch that governs it: a verb before a noun."""
    outside = [token for token in span if not span.start <= token.head.i < span.end or token.head.i == token.i]
    verb = next((token for token in outside if token.pos_ in ("VERB", "AUX")), None)
    if verb is None:
        below = [child for token in outside for child in token.children if child.dep_ in _CLAUSES]
        verb = next((child for child in below if span.start <= child.i < span.end), None)
    return verb or (outside[0] if outside else span.root)


def _names_only(span: Any) -> bool:
    """Whether words are names and numbers alone: the signature of a post, an outlet with the day it came out."""
    return len(span) < _MOST and all(token.pos_ not in _TELLING for token in span)


def _tells_nothing(root: Any, span: Any) -> bool:
    """Whether words are of no event: a length of time, or that somebody spoke but not what was said."""
    if root.pos_ == "NOUN" and words.lemma(root) in PERIODS:
        return True
    if root.lemma_.lower() not in _SAYING or any(child.dep_ in ("auxpass", "nsubjpass") for child in root.lefts):
        return False
    return not any(
        child.dep_ in ("ccomp", "xcomp", "advcl", "prt", "oprd") or (child.dep_ == "dobj" and child.pos_ != "PRON")
        for child in islice(root.children, _MOST)
        if span.start <= child.i < span.end
    )


def _acts(root: Any, first: int, last: int) -> tuple[str, frozenset[str]]:
    """The lemma of a governing word, and the acts that it names, or its object where it names none."""
    lemma = words.lemma(root)
    reports = lemma in verbs()
    own = frozenset() if reports or root.pos_ == "AUX" else words.acts(lemma)
    if words.names_act(lemma) and not reports:
        return lemma, own
    below = [child for child in root.children if child.dep_ in _OBJECTS and first <= child.i < last]
    named = [words.lemma(child) for child in below if words.names_act(words.lemma(child))]
    if not named and not own and root.dep_ in _CLAUSES:
        named = [above for above in [words.lemma(root.head)] if words.names_act(above)]  # the release, announced on ...
    if named and (reports or not own):
        return named[0], words.acts(named[0])
    return lemma, own


def _thing(noun: Any | None) -> str | None:
    """The lemma of a definite noun that is of no person."""
    if noun is None or noun.pos_ != "NOUN" or words.person(noun.lemma_.lower()):
        return None
    return str(noun.lemma_).lower() if any(child.lower_ == "the" for child in noun.lefts) else None


def _pairs(span: Any, taken: Sequence[tuple[int, int]]) -> frozenset[tuple[str, str]]:
    """Capitalised words side by side, but for those of persons and places: Peace Prize, Special Envoy."""
    found = set()
    for token in span[:-1]:
        following = token.nbor()
        if token.pos_ == following.pos_ == "PROPN" and token.text.isalpha() and following.text.isalpha():
            apart = all(following.idx + len(following) <= start or token.idx >= end for start, end in taken)
            if apart and token.lower_[:3] not in _CALENDAR and following.lower_[:3] not in _CALENDAR:
                found.add((token.lower_, following.lower_))
    return frozenset(found)


def _patients(root: Any, acts: frozenset[str]) -> Iterator[Any]:
    """Whom an act may befall: the subject of a passive, the noun that a participle is of, the object, else who acts.

    For a verb without its own, those of the verb that it hangs on.
    """
    for _ in range(3):
        children = list(islice(root.children, _MOST))
        passive = [child for child in children if child.dep_ == "nsubjpass"]
        objects = [child for child in children if child.dep_ == "dobj"]
        subjects = [child for child in children if child.dep_ == "nsubj"]
        if root.dep_ in _CLAUSES and not passive and (not subjects or subjects[0].tag_ in ("WP", "WDT")):
            subjects = [root.head]
        found = [*passive, *(objects if acts else ()), *subjects]
        yield from (root.head if one.tag_ in ("WP", "WDT") and root.dep_ in _CLAUSES else one for one in found)
        if passive or subjects or root.dep_ not in ("xcomp", "conj", "advcl", "pcomp"):
            return
        root = root.head

"""One article laid out for reading who says what: its parses, its names, what is quoted, and its sentences in order."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from operator import attrgetter
from typing import Any, NamedTuple

from workbench.extract import cast as casts
from workbench.extract.cast import Cast, Entity
from workbench.extract.marks import Marked
from workbench.extract.wordlists import titles, verbs
from workbench.language import Parsed, Part
from workbench.language.word import Word
from workbench.model import Role
from workbench.spans import Span

_LOOK_BACK = 150  # mentions
#: Begins with a set of characters, to which the search can leap.
_END = re.compile(r"[.!?…\n](?:(?<=\n)|[.!?…]*[\"'”’)\]]*(?=\s+[\"'“‘(\[]{0,2}[A-Z0-9]))")
_SUBJECT = frozenset({"nsubj", "nsubjpass"})
_PLACE = attrgetter("span")
_HE_OR_SHE = {"he": "m", "He": "m", "she": "f", "She": "f"}
_FINITE = frozenset({"VBZ", "VBD", "VBP"})


class Sighting(NamedTuple):
    """A mention of somebody in the narrator's words: its place, and whether it is a subject, or one who speaks.

    `leads` says whether it is the subject of its sentence's main clause. `introduced` is true of the first in the text,
    by a full name that a comma follows, if it is no subject: (a worry for) Ana Ruiz, who ...
    """

    span: Span
    entity: Entity
    sentence: int
    part: int
    subject: bool
    speaks: bool
    leads: bool
    introduced: bool


class Scene:
    """What the attribution of quotes looks at. `quoted` are the outermost stretches between marks, in order."""

    def __init__(self, parsed: Parsed, marked: list[Marked]) -> None:
        self.parsed = parsed
        self.text = parsed.article.text
        outer = [one for one in marked if not one.depth]
        self.nicknames = [one for one in outer if _is_nickname(self.text, one)]
        self.quoted = [one for one in outer if one not in self.nicknames] if self.nicknames else outer
        self._opened = [one.opened for one in self.quoted]
        self._part_starts = [part.start for part in parsed.parts]
        self._narrated: dict[int, list[bool]] = {}
        self._ends: dict[int, list[Span]] = {}
        self.cues: dict[int, list[Any]] = {}  # by the part's start: what `cues.of` has found
        self.taken: dict[int, Any] = {}  # by the place of "he" or "she": whom `salience` finds
        #: By part and token, of the phrase that the token heads: its first token, its place, and whom it names.
        self.named: dict[tuple[int, int], tuple[int, Span, Entity | None]] = {}

    @cached_property
    def cast(self) -> Cast:
        """Who is who in the article."""
        return casts.of(self.parsed)

    @cached_property
    def sightings(self) -> list[Sighting]:
        """The mentions in the narrator's words, in order."""
        return sorted(self._sight(), key=_PLACE)

    @cached_property
    def taking_up(self) -> list[tuple[int, str]]:
        """Where "he" and "she" are subjects in the narrator's words, in order, and the sex of each."""
        found = []
        for part in self.parsed.parts:
            for word in part.doc.words:
                if word.text in _HE_OR_SHE and word.dep_ in _SUBJECT and self.narrated(part)[word.i]:
                    found.append((part.start + word.idx, _HE_OR_SHE[word.text]))
        return found

    @cached_property
    def _seen(self) -> list[int]:
        return [one.span.start for one in self.sightings]

    @cached_property
    def _sentences(self) -> list[int]:
        """Where the sentences begin that have words of the narrator's."""
        found = []
        for part in self.parsed.parts:
            narrated, words, firsts = self.narrated(part), part.doc.words, part.doc.firsts
            for first, end in zip(firsts, [*firsts[1:], len(words)], strict=True):
                at = first
                while at < end and not (narrated[at] and words[at].is_alpha):
                    at += 1
                if at < end:
                    found.append(part.start + words[first].idx)
        return found

    def part_number(self, offset: int) -> int:
        """The number of the part that holds an offset of the article."""
        return max(0, bisect_right(self._part_starts, offset) - 1)

    def part_at(self, offset: int) -> Part:
        """The part that holds an offset of the article."""
        return self.parsed.parts[self.part_number(offset)]

    def sentence_at(self, offset: int) -> int:
        """The number of the article's sentence that holds an offset."""
        return bisect_right(self._sentences, offset) - 1

    def seen_before(self, offset: int) -> list[Sighting]:
        """The last mentions before an offset, in order: as many as anybody looks back on."""
        end = bisect_left(self._seen, offset)
        return self.sightings[max(0, end - _LOOK_BACK) : end]

    def is_quoted(self, offset: int) -> bool:
        """Whether an offset lies between quote marks, or in an embedded post."""
        if self.parsed.article.block_at(offset).role is Role.EMBED:
            return True
        at = bisect_right(self._opened, offset) - 1
        return at >= 0 and self.quoted[at].opened <= offset < self.quoted[at].end

    def narrated(self, part: Part) -> list[bool]:
        """For each of a part's tokens whether it is the narrator's."""
        made = self._narrated.get(part.start)
        if made is None:
            embedded = part.block.role is Role.EMBED
            made = self._narrated[part.start] = [not embedded] * len(part.doc.words)
            number = max(0, bisect_right(self._opened, part.start) - 1)
            for one in self.quoted[number : bisect_left(self._opened, self.end(part))]:
                first, last = (bisect_left(part.doc.starts, place - part.start) for place in (one.opened, one.end))
                made[first:last] = [False] * (last - first)
        return made

    def is_narrated(self, part: Part, token: Word) -> bool:
        """Whether a token is the narrator's own word."""
        return self.narrated(part)[token.i]

    def tokens(self, part: Part, span: Span) -> Any:
        """The tokens of a part that begin inside a span of the article."""
        starts = part.doc.starts
        first = bisect_left(starts, span.start - part.start)
        return part.doc[first : bisect_left(starts, span.end - part.start, lo=first)]

    def near(self, part: Part, token: Any, reach: int) -> tuple[int, int]:
        """The tokens, first and after the last, of a token's sentence, fewer than `reach` from it: of most, all."""
        firsts = part.doc.firsts
        at = bisect_right(firsts, token.i)
        start = firsts[at - 1] if at else 0
        end = firsts[at] if at < len(firsts) else len(part.doc.words)
        return max(start, token.i - reach + 1), min(end, token.i + reach)

    def end(self, part: Part) -> int:
        """Where a part ends in the article."""
        words = part.doc.words
        return part.start + (words[-1].idx + len(words[-1].text) if words else 0)

    def ends(self, part: Part) -> list[Span]:
        """The full stops and the like that end the narrator's sentences in a part."""
        if part.start not in self._ends:
            self._ends[part.start] = list(self._find_ends(part))
        return self._ends[part.start]

    def _find_ends(self, part: Part) -> Iterator[Span]:
        for match in _END.finditer(self.text, part.start, self.end(part)):
            if not self.is_quoted(match.start()) and not _is_abbreviation(self.text, match.start()):
                yield Span(match.start(), match.end())

    def _sight(self) -> Iterator[Sighting]:
        for entity in self.cast.entities:
            met = False
            for mention in entity.mentions:
                part = self.parsed.parts[mention.part]
                first, met = not met, met or part.block.role is Role.BODY
                if not self.narrated(part)[mention.first]:
                    continue
                one = mention.last - mention.first == 1
                top = part.doc.words[mention.first] if one else part.doc[mention.first : mention.last].root
                top = top.head if top.dep_ == "appos" else top
                subject = top.dep_ in _SUBJECT or (top.dep_ == "compound" and top.head.tag_ in _FINITE)  # Ruiz bristles
                speaks = subject and top.head.lemma_.lower() in verbs() and not _is_unreal(top.head)
                span = mention.passage.span
                leads = subject and top.head.dep_ == "ROOT"
                new = (
                    first
                    and met
                    and not subject
                    and len(mention.words) > 1
                    and self.text[span.end : span.end + 1] == ","
                )
                yield Sighting(span, entity, self.sentence_at(span.start), mention.part, subject, speaks, leads, new)


def _is_unreal(verb: Any) -> bool:
    """Whether a verb says what may or shall be, not what was said."""
    return any(child.dep_ == "aux" and child.tag_ in ("MD", "TO") for child in verb.children)


def _is_nickname(text: str, marked: Marked) -> bool:
    """Whether a stretch stands inside a name: Ana "Nita" Ruiz."""
    inside = text[marked.start : marked.end]
    if not (inside[0].isupper() and inside[-1].isalpha() and len(inside.split()) <= 2):
        return False
    before = re.search(r"[A-Z][\w.]*\s$", text[max(0, marked.opened - 20) : marked.opened])
    return bool(before and re.match(r"['\"”’»]{1,2}\s[A-Z][a-z]", text[marked.end : marked.end + 5]))


def _is_abbreviation(text: str, stop: int) -> bool:
    """Whether a full stop belongs to a title or an initial."""
    if text[stop] != ".":
        return False
    word = re.search(r"([^\W\d_][\w.]*)$", text[max(0, stop - 14) : stop])
    if not word:
        return False
    bare = word.group().casefold()
    return len(bare) == 1 or "." in bare or bare in titles() or bare in ("st", "no", "jr", "inc", "co", "vs")

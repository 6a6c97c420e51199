"""Quotes told alike: what is found of two renderings holds for every two that read like these.

Hundreds of articles quote one sentence in a few forms. A form is all that its words are but their places; of each two
forms the words are laid along one another once, and whether they render one utterance is asked once for each two,
and not for each two speakers where that is the same whoever speaks.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from workbench.compare import voices
from workbench.compare.alignment import Alignment, Words, align
from workbench.compare.evidence import Support, enough, enough_reported, enough_retold
from workbench.compare.fidelity import around
from workbench.compare.rendering import Word, ends_cut
from workbench.compare.voices import Voice
from workbench.model import Article, Quote, QuoteKind

#: Indirect speech of fewer words seldom states anything by itself.
_STATEMENT = 6


@dataclass(frozen=True, slots=True)
class Said:
    """A quote with its article and its words."""

    quote: Quote
    article: Article
    words: Words

    @property
    def place(self) -> tuple[str, int, int]:
        """Where it stands."""
        return self.quote.passage.article_id, self.quote.passage.start, self.quote.passage.end


class _Matched(NamedTuple):
    """Whether two forms of words render one utterance; None where that depends on who speaks, or on what is around."""

    whoever: bool | None
    by_voice: Mapping[Voice, bool | None]


class Renderings:
    """Quotes by place, compared as if each form of words by each speaker were there once."""

    def __init__(self, said: Sequence[Said]) -> None:
        forms: dict[Hashable, int] = {}
        sorts: dict[Hashable, int] = {}
        self.said = said
        self.forms = [forms.setdefault(_form(one.words), len(forms)) for one in said]
        self._sorts = [
            sorts.setdefault(_sort(one, form), len(sorts)) for one, form in zip(said, self.forms, strict=True)
        ]
        self._articles = [one.quote.passage.article_id for one in said]
        self._laid: dict[tuple[int, int], Alignment] = {}
        self._whole: dict[tuple[tuple[int, ...], tuple[int, ...]], Alignment] = {}
        self._matched: dict[tuple[int, int, bool], _Matched] = {}
        speakers: dict[Hashable, int] = {}
        spoken = ((one.quote.speaker, one.quote.speaker_id) for one in said)
        self._speakers = [speakers.setdefault(one, len(speakers)) for one in spoken]
        self._voices: dict[tuple[int, int], Voice] = {}

    def laid(self, one: int, two: int) -> Alignment:
        """The words of the one along those of the other; of words of their forms, wherever these stand."""
        pair = self.forms[one], self.forms[two]
        found = self._laid.get(pair)
        if found is None:
            found = self._laid[pair] = align(self.said[one].words, self.said[two].words)
        return found

    def laid_together(self, ones: Sequence[int], twos: Sequence[int]) -> Alignment:
        """The same of the words of several quotes in a row."""
        pair = tuple(self.forms[at] for at in ones), tuple(self.forms[at] for at in twos)
        found = self._whole.get(pair)
        if found is None:
            found = self._whole[pair] = align(self._words(ones), self._words(twos))
        return found

    def _words(self, places: Iterable[int]) -> tuple[Word, ...]:
        return tuple(word for at in places for word in self.said[at].words)

    def voice(self, one: int, two: int) -> Voice:
        """Whether two quotes are by one speaker."""
        pair = self._speakers[one], self._speakers[two]
        found = self._voices.get(pair)
        if found is None:
            found = self._voices[pair] = voices.of(self.said[one].quote, self.said[two].quote)
        return found

    def match(self, one: int, two: int) -> bool:
        """Whether two quotes render one utterance; parts of one quotation do not."""
        together = self._articles[one] == self._articles[two]
        if together and self.said[one].quote.quotation_id == self.said[two].quote.quotation_id:
            return False
        pair = self._sorts[one], self._sorts[two], together
        found = self._matched.get(pair)
        if found is None:
            laid, a, b = self.laid(one, two), self.said[one], self.said[two]
            by = {voice: _enough(laid, a, b, voice, together=together) for voice in Voice}
            alike = by[Voice.SAME] is by[Voice.UNCLEAR] is by[Voice.DIFFERENT]
            found = self._matched[pair] = _Matched(by[Voice.SAME] if alike else None, by)
        if found.whoever is not None:
            return found.whoever
        voice = self.voice(one, two)
        known = found.by_voice[voice]
        return self._enough_nearby(one, two, voice, together) if known is None else known

    def _enough_nearby(self, one: int, two: int, voice: Voice, together: bool) -> bool:
        laid, a, b = self.laid(one, two), self.said[one], self.said[two]
        return enough(laid, Support(voice, _nearby(laid, a, b), _continued(laid, a, b), together))

    def possible(self, one: int, two: int) -> bool:
        """Whether the words of two quotes could do at all, were the speakers one and everything around the same."""
        laid, a, b = self.laid(one, two), self.said[one], self.said[two]
        if not laid.blocks:
            return False
        best = Support(Voice.SAME, nearby=2, continued=_continued(laid, a, b), together=True)
        return enough(laid, best) or enough_reported(laid, best) or enough(laid, replace(best, continued=True))


def _form(words: Words) -> Hashable:
    return tuple((word.plain, word.key, word.weight, word.opens, word.cut, word.bracketed) for word in words)


def _sort(said: Said, form: int) -> Hashable:
    """All that matching looks at in a quote, besides its speaker, its place and what stands around it."""
    return form, said.quote.kind is QuoteKind.INDIRECT, ends_cut(said.article.text, said.quote.passage.end)


def _enough(laid: Alignment, a: Said, b: Said, voice: Voice, *, together: bool) -> bool | None:
    """Whether two quotes render one utterance; None where what stands around them tips the balance."""
    support = Support(voice, continued=_continued(laid, a, b), together=together)
    if QuoteKind.INDIRECT in {a.quote.kind, b.quote.kind}:
        stated = all(one.quote.kind is not QuoteKind.INDIRECT or _states(one.words) for one in (a, b))
        return stated and enough_reported(laid, support)
    if enough(laid, support) or enough_retold(laid, support):
        return True
    return None if enough(laid, replace(support, nearby=2)) else False


def _states(reported: Words) -> bool:
    """Whether indirect speech is long enough to state something, and more than a string of names."""
    return len(reported) >= _STATEMENT and sum(1 for word in reported if word.weight < 1) >= 2


def _continued(laid: Alignment, a: Said, b: Said) -> bool:
    """Whether one breaks off with an ellipsis, and the other begins with its last words, and goes on."""
    if len(laid.blocks) != 1:
        return False
    block = laid.blocks[0]
    if block.a2 - block.a1 < 3 or laid.shared < 0.7:
        return False
    if block.a2 == len(laid.a) and block.b1 == 0:
        return ends_cut(a.article.text, a.quote.passage.end)
    if block.b2 == len(laid.b) and block.a1 == 0:
        return ends_cut(b.article.text, b.quote.passage.end)
    return False


def _nearby(laid: Alignment, a: Said, b: Said) -> float:
    """The weight of the words next to what is shared that are the same in both, inside the marks or just outside."""
    first, last = laid.blocks[0], laid.blocks[-1]
    before = _beside(a, first.a1, before=True), _beside(b, first.b1, before=True)
    after = _beside(a, last.a2, before=False), _beside(b, last.b2, before=False)
    return sum(one.weight for one, two in (before, after) if one and two and one.key == two.key)


def _beside(said: Said, at: int, *, before: bool) -> Word | None:
    if before and at > 0:
        return said.words[at - 1]
    if not before and at < len(said.words):
        return said.words[at]
    return next(iter(around(said.article, said.quote, 1, before=before)), None)

"""Claims told in other words: sentences of several articles that share their rarer words and names."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from math import log, sqrt
from typing import Any

from workbench.compare.claim_parts import Told, origin_at
from workbench.compare.spelling import concept, weight
from workbench.extract.voices import Voices
from workbench.language import Parsed, Part
from workbench.model import Mention, Passage, Role, Voice

#: So much alike (cosine of weighted words) are two sentences that say the same.
ALIKE = 0.3
_LINKED = 0.24  # so much alike are any two of one claim at least
_ASKED = 8  # members of a group that are held against those of another
_COMMON = 3  # words of content that they share at least
_TOLD = 2  # of these, words that are neither names nor numbers
_NAME = 8  # words of a name with its title
_TITLES = frozenset({"compound", "amod", "nmod", "appos"})
_ENTITY, _NUMBER = "entity ", "number "
_YEAR = re.compile(r"(?:19|20)\d\d")
_SMALL = dict(zip("one two three four five six seven eight nine ten".split(), map(str, range(1, 11)), strict=True))  # noqa: SIM905
_CROWD = 24  # sentences that share a pair of words; a larger crowd tells nothing
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN"})
_ROLES = frozenset({Role.BODY, Role.STANDFIRST, Role.SUMMARY})
_SILENT = Voices(())
_RAREST = 6  # words of a sentence by which its like are looked for


def of_sentences(
    parsed: Sequence[Parsed], mentions: Mapping[str, Sequence[Mention]], voices: Mapping[str, Voices]
) -> list[list[Told]]:
    """Groups of sentences of two articles or more, at most one of each article, each group one claim.

    Only sentences in an article's own or reported words; each is joined with the most alike of another article.
    """
    passages, bags = _bags(parsed, mentions, voices)
    likeness = _Likeness(bags)
    scored = [
        (-score, one, two)
        for one, two in _candidates(passages, bags, likeness.weigh)
        if (score := likeness.of(one, two)) >= ALIKE
    ]
    groups: dict[int, list[int]] = {}
    of: dict[int, int] = {}
    for _, one, two in sorted(scored):
        a, b = groups.get(of.get(one, -1), [one]), groups.get(of.get(two, -1), [two])
        if a is b or {passages[at].article_id for at in a} & {passages[at].article_id for at in b}:
            continue
        if any(likeness.of(x, y) < _LINKED for x in a[:_ASKED] for y in b[:_ASKED]):
            continue
        joined = sorted({*a, *b})
        for at in joined:
            groups.pop(of.get(at, -1), None)
            of[at] = joined[0]
        groups[joined[0]] = joined
    return [
        [_told(passages[at], voices, bags[at], likeness.weigh) for at in some] for _, some in sorted(groups.items())
    ]


class _Likeness:
    """How alike sentences are, by their words; rarer words weigh more.

    Two with the same names alone are of one person, not alike, and so are two whose numbers are all others.
    """

    def __init__(self, bags: Sequence[set[str]]) -> None:
        known = Counter(word for bag in bags for word in bag)
        self._bags = bags
        self._numbers = [{word for word in bag if word.startswith(_NUMBER)} for bag in bags]
        self._words = [{word for word in bag if not word.startswith((_ENTITY, _NUMBER))} for bag in bags]
        self.weigh = {word: log(1 + len(bags) / count) for word, count in known.items()}
        self._squared = {word: weight**2 for word, weight in self.weigh.items()}
        self._norms = [sqrt(sum(map(self._squared.__getitem__, bag))) for bag in bags]

    def of(self, one: int, two: int) -> float:
        """The cosine of two sentences' weighted words; nothing where they share very few."""
        shared = self._bags[one] & self._bags[two]
        if len(shared) < _COMMON or len(shared & self._words[one]) < _TOLD:
            return 0.0
        numbers = self._numbers[one], self._numbers[two]
        if all(numbers) and numbers[0].isdisjoint(numbers[1]):
            return 0.0
        return sum(map(self._squared.__getitem__, shared)) / (self._norms[one] * self._norms[two])


def _told(passage: Passage, voices: Mapping[str, Voices], bag: set[str], weigh: Mapping[str, float]) -> Told:
    """A sentence, with its rarest words, as it writes them, for what is sought in others."""
    said = {concept(word): word for word in _WORD.findall(passage.surface)}
    words = sorted((word for word in bag if word in said), key=lambda word: (-weigh[word], word))
    return Told(passage, origin_at(voices.get(passage.article_id), passage), tuple(said[word] for word in words[:5]))


def _bags(
    parsed: Sequence[Parsed], mentions: Mapping[str, Sequence[Mention]], voices: Mapping[str, Voices]
) -> tuple[list[Passage], list[set[str]]]:
    """The sentences in the articles' own words, and what each is about: entities, and the concepts of its words."""
    passages: list[Passage] = []
    bags: list[set[str]] = []
    for one in parsed:
        name = one.article.article_id
        if one.article.duplicate_of is not None:
            continue
        at = {mention.passage.end: mention for mention in mentions.get(name, ())}
        for part in one.parts:
            if part.block.role not in _ROLES:
                continue
            for sentence in part.doc.sents:
                span = part.span(sentence)
                if name in voices and voices[name].at(*span)[0] is Voice.QUOTED:
                    continue
                bag = set(_bag(part, sentence, at, voices.get(name, _SILENT)))
                if len(bag) >= _COMMON:
                    passages.append(one.article.passage(*span))
                    bags.append(bag)
    return passages, bags


def _bag(part: Part, sentence: Any, at: Mapping[int, Mention], voices: Voices) -> Iterator[str]:
    """What a sentence is about: the entities it names, each once whatever its title, and the concepts of its words.

    What stands between quote marks in it is somebody's claim, and compared as a quote.
    """
    named = {
        token.i: mention for token in sentence if (mention := at.get(part.start + token.idx + len(token))) is not None
    }
    within = {
        token.i
        for last, mention in named.items()
        for token in sentence.doc[max(sentence.start, last - _NAME) : last]
        if part.start + token.idx >= mention.passage.start or (token.head.i == last and token.dep_ in _TITLES)
    }
    quoted = voices.marked(*part.span(sentence))
    for token in sentence:
        if quoted and voices.at(*part.span(token))[0] is Voice.QUOTED:
            continue
        if token.i in named:
            yield _ENTITY + named[token.i].entity_id
        elif token.i not in within and token.is_alpha and token.pos_ in _CONTENT and weight(token.lemma_) == 1:
            yield concept(token.lemma_)
        elif token.like_num and not _YEAR.fullmatch(token.text):
            yield _NUMBER + _SMALL.get(token.lower_, token.lower_)


def _candidates(
    passages: Sequence[Passage], bags: Sequence[set[str]], weigh: Mapping[str, float]
) -> set[tuple[int, int]]:
    """Pairs of sentences of two articles that share two of their rarest words."""
    crowds: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, bag in enumerate(bags):
        rare = sorted(bag, key=lambda word: (-weigh[word], word))
        rare = [word for word in rare if weigh[word] < log(1 + len(bags))][:_RAREST]
        for pair in combinations(sorted(rare), 2):
            crowds[pair].append(at)
    return {
        (one, two)
        for crowd in crowds.values()
        if len(crowd) <= _CROWD
        for one, two in combinations(crowd, 2)
        if passages[one].article_id != passages[two].article_id
    }

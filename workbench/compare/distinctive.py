"""Distinctive words: what one source says more than the others do, with its counts and every place.

The measure is the log-odds ratio with an informative Dirichlet prior of Monroe, Colaresi and Quinn (Fightin' Words,
Political Analysis 16, 2008, section 3.5.1): the odds of a word in one source against those in the rest, each pulled
towards the odds in all sources together, in units of its own standard deviation. It tells frequent words that differ
from rare ones that merely happen to. On a handful of articles it ranks words to look at, and proves nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log, sqrt
from typing import Any, TypeAlias

from workbench.extract.voices import Voices
from workbench.extract.wordlists import courtesies
from workbench.language import Parsed, Part
from workbench.model import Distinction, Passage, Quote, Role, Voice

#: A caption or an embedded post may repeat the text; labels and headings would count what the page says twice.
_COUNTED = frozenset({Role.HEADLINE, Role.STANDFIRST, Role.SUBHEADING, Role.BODY, Role.CAPTION, Role.SUMMARY})
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV"})
_SHORTEST = 2
_TOP = 25

#: Where a word begins and ends in its block, and as what it is counted.
_Place: TypeAlias = tuple[int, int, str | None]


def rank(
    parsed: Iterable[Parsed],
    quotes_of: Mapping[str, Sequence[Quote]],
    top: int = _TOP,
    *,
    quoted: bool = False,
    source_of: Mapping[str, str] | None = None,
) -> tuple[Distinction, ...]:
    """The `top` words of each source that it uses more than the rest do, the most distinctive of each source first.

    Words are lemmas without function words, numbers or pronouns; only the narrator's own unless `quoted`. `source_of`
    puts several articles together under one name; by itself each article is a source. Where there are fewer than two
    sources there is nothing to compare, and nothing comes out.
    """
    places: dict[str, dict[str, list[Passage]]] = {}
    cased: dict[str, Counter[str]] = defaultdict(Counter)
    lengths: Counter[str] = Counter()
    read: dict[str, list[_Place]] = {}
    for one in parsed:
        if one.article.duplicate_of is not None:  # its words are another article's
            continue
        article_id = one.article.article_id
        source = (source_of or {}).get(article_id, article_id)
        words = places.setdefault(source, defaultdict(list))
        voices = None if quoted else Voices(quotes_of.get(article_id, ()))
        lengths[source] += _collect(one, voices, words, cased, read)
    _join_plurals(places, cased)
    counts = {source: {word: len(at) for word, at in words.items()} for source, words in places.items()}
    scores = log_odds(counts)
    overall = _sum(counts.values())
    told = [
        (word, source, round(z, 3))
        for source, of_words in scores.items()
        for word, z in _ranked(of_words, counts[source])[:top]
    ]
    leading: dict[str, str] = {}  # by word, the source that it sets apart most
    for word, source, _ in sorted(told, key=lambda one: -one[2]):
        leading.setdefault(word, source)
    return tuple(
        Distinction(
            _commonest(cased[word]),
            source,
            counts[source][word],
            overall[word] - counts[source][word],
            round(1000 * counts[source][word] / lengths[source], 2),
            z,
            tuple(places[source][word]),
            tuple(_besides(source, word, places)) if leading[word] == source else (),
        )
        for word, source, z in told
    )


def _besides(source: str, word: str, places: Mapping[str, Mapping[str, Sequence[Passage]]]) -> Iterator[Passage]:
    """Where the other sources have a word."""
    for other, words in places.items():
        if other != source:
            yield from words.get(word, ())


def _ranked(scores: Mapping[str, float], counts: Mapping[str, int]) -> list[tuple[str, float]]:
    """The words with their scores, the highest first; a word that stands once is chance."""
    return sorted(((word, z) for word, z in scores.items() if counts[word] > 1), key=lambda item: (-item[1], item[0]))


def log_odds(counts: Mapping[str, Mapping[str, int]]) -> dict[str, dict[str, float]]:
    """By source, the words that it uses more than the rest do, each with its z-score.

    `counts` are the counts of words by source. With a source's count y of n words, the rest's x of m, and the prior
    p = y + x of the N = n + m words of all: the difference of log((y+p)/(n+N-y-p)) and log((x+p)/(m+N-x-p)), over the
    square root of 1/(y+p) + 1/(x+p).

    >>> log_odds({"a": {"regime": 3, "talks": 1}, "b": {"talks": 4}})["a"].keys()
    dict_keys(['regime'])
    """
    if len(counts) < 2:
        return {source: {} for source in counts}
    prior = _sum(counts.values())
    total = sum(prior.values())
    found: dict[str, dict[str, float]] = {}
    for source, words in counts.items():
        n = sum(words.values())
        found[source] = {}
        for word, y in words.items():
            p, x, m = prior[word], prior[word] - y, total - n
            here, there = n + total - y - p, m + total - x - p
            if y == 0 or not here or not there:  # one word is all that anybody says
                continue
            delta = log((y + p) / here) - log((x + p) / there)
            if delta > 0:
                found[source][word] = delta / sqrt(1 / (y + p) + 1 / (x + p))
    return found


def _sum(counts: Iterable[Mapping[str, int]]) -> Counter[str]:
    overall: Counter[str] = Counter()
    for words in counts:
        overall.update(words)
    return overall


def _commonest(forms: Counter[str]) -> str:
    return max(sorted(forms, reverse=True), key=lambda form: forms[form])


def _join_plurals(places: dict[str, dict[str, list[Passage]]], cased: dict[str, Counter[str]]) -> None:
    """Put the plurals that the parser takes for names in headlines (Prisoners) with the word that they are of."""
    plurals = {word for word in cased if word.endswith("s") and word[:-1] in cased}
    named = {plural for plural in plurals if all(form[:1].isupper() for form in cased[plural])}
    if named:
        for words in places.values():
            for plural in sorted(named & words.keys()):
                words[plural[:-1]] = sorted([*words[plural[:-1]], *words.pop(plural)], key=lambda one: one.start)


def _collect(
    one: Parsed,
    voices: Voices | None,
    words: dict[str, list[Passage]],
    cased: dict[str, Counter[str]],
    read: dict[str, list[_Place]],
) -> int:
    """Put the places of each word of an article into `words`; how many running words it has, but for quoted ones.

    Where there are no `voices`, quoted ones count too. A headline's capitals part no word from itself: `cased` counts
    the forms of each, for the one to show. `read` keeps the words of each text that was met.
    """
    running = 0
    for part in one.parts:
        if part.block.role not in _COUNTED or part.block.repeat_of is not None:
            continue
        if part.text not in read:
            read[part.text] = list(_words(part))
        quoted = voices if voices and voices.marked(part.start, part.end) else None
        for start, end, word in read[part.text]:
            if quoted and quoted.at(part.start + start, part.start + end)[0] is Voice.QUOTED:
                continue
            running += 1
            if word:
                cased[word.lower()][word] += 1
                words[word.lower()].append(one.article.passage(part.start + start, part.start + end))
    return running


def _words(part: Part) -> Iterator[_Place]:
    for token in part.doc:
        if any(map(str.isalnum, token.text)):
            yield token.idx, token.idx + len(token), _word(token)


def _word(token: Any) -> str | None:
    """The lemma under which a token is counted; None for function words, numbers and scraps."""
    text, lemma, pos = str(token.text), str(token.lemma_), str(token.pos_)
    if pos not in _CONTENT or token.is_stop or len(text) < _SHORTEST:
        # "US" and "IT" are no "us" and "it": a stop word in capitals is a name
        return text if pos == "PROPN" and len(text) >= _SHORTEST and text.isupper() else None
    if not text[0].isalpha():
        return None
    if text.lower().rstrip(".") in courtesies():  # "Mr" is a rule of the house
        return None
    return text if pos == "PROPN" else lemma.lower()

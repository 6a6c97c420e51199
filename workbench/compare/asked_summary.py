"""Questions about a summary that says what the text below it never does."""

from collections.abc import Iterator
from typing import Any

from workbench.compare.asking import Material, ask
from workbench.compare.spelling import concept, stem, weight
from workbench.compare.words import acts, root
from workbench.extract.wordlists import verbs
from workbench.language import Parsed, Part
from workbench.model import Check, CheckKind, Passage, Role, Severity
from workbench.spans import Span

_ABOVE = frozenset({Role.SUMMARY, Role.STANDFIRST})
_BELOW = frozenset({Role.BODY, Role.SUBHEADING, Role.EMBED})
_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN"})
_LEAST = 60  # words of a body against which a summary can be held
_SHARE = 0.6  # of a sentence's telling words, so many stand nowhere below
_REACH = 14  # words after a reporting verb that are what it reports
_FEWEST = 4  # new words that make a sentence new
_MOST = 6  # words shown


def find(material: Material) -> Iterator[Check]:
    """One question an article at most, with each place in its summary that nothing in the body bears out.

    Such a place is reported speech of which the body has no telling word, or a sentence most of whose words are new.
    """
    for parsed in material.parsed:
        above = [part for part in parsed.parts if part.block.role in _ABOVE]
        below = [part for part in parsed.parts if part.block.role in _BELOW]
        if above and sum(len(part.doc) for part in below) >= _LEAST:
            yield from _summary(parsed, above, _marks(below))


def _summary(parsed: Parsed, above: list[Part], known: frozenset[str]) -> Iterator[Check]:
    places: list[Passage] = []
    new: list[str] = []
    for part in above:
        for span, strange in _strange(part, known):
            places.append(parsed.article.passage(*span))
            new += strange
    if places:
        shown = ", ".join(f"“{word}”" for word in list(dict.fromkeys(new))[:_MOST])
        message = f"The summary of {parsed.article.name} says {shown}; its text has no such word: where is it from?"
        yield ask(CheckKind.CONTRADICTION, "summary-only", message, places, severity=Severity.WARNING)


def _strange(part: Part, known: frozenset[str]) -> Iterator[tuple[Span, list[str]]]:
    """The stretches of a summary that are new, and the words of them that are."""
    for sentence in part.doc.sents:
        reported = 0
        for token in sentence:
            if token.i >= reported and token.pos_ == "VERB" and token.lemma_.lower() in verbs():
                last = _end(token)
                telling = [one for one in part.doc[token.i + 1 : last + 1] if _tells(one)]
                strange = [one.text for one in telling if not _marks_of(one) & known]
                if strange and _is_news(telling, known):
                    reported = last + 1
                    yield part.span(part.doc[token.i : last + 1]), strange
        telling = [token for token in sentence if _tells(token)]
        strange = [token.text for token in telling if not _marks_of(token) & known and token.pos_ != "PROPN"]
        if not reported and len(strange) >= _FEWEST and len(strange) >= _SHARE * len(telling):
            yield part.span(sentence), strange


def _end(verb: Any) -> int:
    """The last word of what a verb reports, up to a comma, an "and" or another verb."""
    last = verb.i
    for token in verb.doc[verb.i + 1 : min(verb.right_edge.i, verb.i + _REACH) + 1]:
        if token.pos_ in ("PUNCT", "CCONJ", "VERB"):
            break
        last = token.i
    return int(last)


def _is_news(telling: list[Any], known: frozenset[str]) -> bool:
    """Whether what is reported hangs on a word that the body lacks: the last of it, which tells most."""
    return bool(telling) and not _marks_of(telling[-1]) & known


def _tells(token: Any) -> bool:
    return token.pos_ in _CONTENT and token.is_alpha and len(token) > 2 and weight(token.text) == 1


def _marks(parts: list[Part]) -> frozenset[str]:
    return frozenset(mark for part in parts for token in part.doc for mark in _marks_of(token))


def _marks_of(token: Any) -> frozenset[str]:
    """What a word shares with others that say the same: its stem, its root, what it retells, the act it names."""
    lemma = token.lemma_.lower()
    marks = {stem(token.text), stem(lemma), concept(lemma), f"root {root(lemma)}"}
    return frozenset(marks | {f"act {one}" for one in acts(lemma)})

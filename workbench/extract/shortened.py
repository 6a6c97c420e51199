"""An organisation by its common noun in small letters: the ministry, the coast guard, after its name."""

from bisect import bisect_left, insort
from collections import defaultdict

from workbench.extract.named import Named
from workbench.extract.namewords import name_nouns
from workbench.language import Parsed
from workbench.spans import Span

_LONGEST = 3  # words


def add(parsed: Parsed, found: list[Named]) -> None:
    """Add to the organisations of `found` their mentions by a common noun, where only one can be meant.

    The name comes first in the article, "the" stands right before the noun, and no second organisation of the article
    has this noun in its name.
    """
    introduced = _introduced(parsed)
    nouns = {noun: some for noun, some in _nouns(found).items() if noun not in introduced}
    if not nouns:
        return
    firsts = {id(named): min(passage.start for passage in named.passages) for named in found}
    taken = sorted(passage.span for named in found for passage in named.passages)
    for part in parsed.parts:
        doc = part.doc
        for token in doc:
            if token.lower_ != "the" or token.i + 1 >= len(doc):
                continue
            for length in range(_LONGEST, 0, -1):
                words = doc[token.i + 1 : token.i + 1 + length]
                meant = nouns.get(words.text) if len(words) == length else None
                if meant and len(meant) == 1:
                    span = part.span(words)
                    if firsts[id(meant[0])] < span.start and _take(taken, span):
                        meant[0].passages.append(parsed.article.passage(span.start, span.end))
                    break


def _introduced(parsed: Parsed) -> set[str]:
    """The nouns that the article introduces with "a": a bank in Lima is a second bank."""
    return {token.head.lower_ for part in parsed.parts for token in part.doc if token.lower_ in ("a", "an")}


def _nouns(found: list[Named]) -> dict[str, list[Named]]:
    """By noun in small letters: the organisations with it in their name, "ministry" of the Ministry of Health."""
    nouns: dict[str, list[Named]] = defaultdict(list)
    for named in found:
        if named.kind != "organisation" or named.credited:
            continue
        words = named.name.lower().split()
        closing = {" ".join(words[at:]) for at in range(1, len(words)) if len(words) - at <= _LONGEST}
        closing |= {" ".join(words)} if len(words) in (2, 3) else set()
        own = {noun for noun in closing if noun.split()[-1] in name_nouns("short") and (" " in noun or _alone(noun))}
        own |= {words[0]} if "of" in words[1:2] and _alone(words[0]) else set()
        for noun in own:
            nouns[noun].append(named)
    return nouns


def _alone(noun: str) -> bool:
    """Whether a noun by itself may stand for the name: the ministry; not the guard."""
    return noun in name_nouns("short") and noun not in name_nouns("short-with")


def _take(taken: list[Span], span: Span) -> bool:
    """Whether the stretch was free; from now on it is not."""
    at = bisect_left(taken, span)
    if any(span.overlaps(other) for other in taken[max(0, at - 1) : at + 1]):
        return False
    insort(taken, span)
    return True

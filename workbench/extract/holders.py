"""Which quotes hold a figure: who says it, and whether they reject it."""

from collections.abc import Sequence

from workbench.extract.wordlists import verbs
from workbench.extract.words import Words
from workbench.model import Quote


class Holders:
    """The quotes of an article, asked for those around one place after the other, in reading order."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        self._ahead = sorted(quotes, key=lambda quote: quote.passage.start, reverse=True)
        self._open: list[Quote] = []
        self._at = -1

    def of(self, start: int, end: int) -> list[Quote]:
        """The quotes that hold ``[start, end)``, the shortest first.

        Raises ValueError where `start` is before that of the last call.
        """
        if start < self._at:
            raise ValueError(f"Figures are asked for in reading order: {start} comes after {self._at}.")
        self._at = start
        while self._ahead and self._ahead[-1].passage.start <= start:
            self._open.append(self._ahead.pop())
        self._open = [quote for quote in self._open if quote.passage.end > start]
        holding = [quote for quote in self._open if end <= quote.passage.end]
        return sorted(holding, key=lambda quote: quote.passage.end - quote.passage.start)


def is_denied(words: Words, start: int, holding: Sequence[Quote]) -> bool:
    """Whether who reports the figure at `start` of the block rejects it: the bank denied that 40 jobs would go."""
    cues = {quote.cue for quote in holding if quote.cue}
    number = words.sentence(start)
    if not cues or number is None:
        return False
    return not cues.isdisjoint(words.once("denials", number, lambda: _denials(words, start)))


def _denials(words: Words, start: int) -> frozenset[str]:
    """The words of the sentence at `start` that deny."""
    token = words.at(start)
    if token is None:
        return frozenset()
    known = ((each.text, verbs().get(each.lemma_.lower())) for each in token.sent)
    return frozenset(text for text, verb in known if verb is not None and verb.stance == "denies")

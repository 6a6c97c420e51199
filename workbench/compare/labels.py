"""A short name for a quantity, made of the words of its articles: "prisoners freed", "hours: police negotiated"."""

from collections import Counter
from collections.abc import Sequence

from workbench.compare.frames import Frame


def label(frames: Sequence[Frame]) -> str:
    """A short noun phrase for what the frames measure: the noun most often counted, and the word for the act."""
    nouns = Counter(frame.figure.counted.lower() for frame in frames if frame.figure.counted)
    unit = next((frame.figure.measure.unit for frame in frames if frame.figure.measure.unit), None)
    noun = _first(nouns) or unit or frames[0].figure.kind.value
    said = _first(Counter(frame.said.lower() for frame in frames if frame.said))
    text = f"{noun}: {said}" if said and said not in noun else noun
    return f"{text} (others)" if all(frame.beside for frame in frames) else text


def _first(counts: "Counter[str]") -> str | None:
    """The most frequent; of equals the shortest, then the first in the alphabet."""
    return min(counts, key=lambda word: (-counts[word], len(word), word), default=None)

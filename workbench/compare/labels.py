"""A short name for a quantity, made of the words of its articles: "prisoners freed", "jobs: plans"."""

from collections import Counter
from collections.abc import Iterable, Sequence

from workbench.compare.frames import Frame


def label(frames: Sequence[Frame]) -> str:
    """A short noun phrase for what the frames measure: the noun most often counted, and the word for the act."""
    noun = _first(frame.figure.counted for frame in frames) or _first(frame.head for frame in frames)
    unit = next((frame.figure.measure.unit for frame in frames if frame.figure.measure.unit), None)
    if frames[0].key == "age":
        names = Counter(" ".join(sorted(frame.bearer)) for frame in frames if frame.bearer)
        name = min(names, key=lambda one: (-names[one], len(one), one), default=None)
        whose = noun or (name.title() if name else None)
        return f"age of {whose}" if whose else "age"
    if unit and (noun or "").lower() != unit.lower():
        noun = f"{noun}, {unit}" if noun else unit
    text = noun or frames[0].figure.kind.value
    past = _first(frame.said for frame in frames if frame.past)
    said = past or _first(frame.said for frame in frames)
    if said and said.lower() not in text.lower():
        text += f" {said.lower()}" if past and not unit else f": {said.lower()}"
    text = f"{text} (besides those named)" if all(frame.beside for frame in frames) else text
    return f"{text} ({frames[0].doubt})" if frames[0].doubt else text


def _first(words: Iterable[str | None]) -> str | None:
    """The most frequent, whatever its capitals, in the spelling with fewest of them; of equals the shortest."""
    spellings = [word for word in words if word]
    counts = Counter(word.lower() for word in spellings)
    if not counts:
        return None
    best = min(counts, key=lambda word: (-counts[word], len(word), word))
    return min(
        (word for word in spellings if word.lower() == best), key=lambda word: (sum(map(str.isupper, word)), word)
    )

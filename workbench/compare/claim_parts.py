"""What claims are made of: one article's statement of a figure, a quote, an act or a sentence, and what it is about."""

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.compare.namekeys import romanise
from workbench.extract.voices import Voices
from workbench.model import Passage


@dataclass(frozen=True, slots=True)
class Told:
    """One place that states a claim: where, who is named as its origin, and the words for it that can be looked for."""

    passage: Passage
    origin: str | None = None
    sought: tuple[str, ...] = ()


def origin_at(voices: Voices | None, passage: Passage) -> str | None:
    """Who is named as saying what stands at a place; None where it is the article's own word."""
    return voices.at(passage.start, passage.end)[1] if voices else None


def origins(told: Iterable[Told]) -> tuple[str, ...]:
    """The origins named, each once however it is written, the one named most often first."""
    counts: dict[str, int] = {}
    shown: dict[str, str] = {}
    for one in told:
        if one.origin:
            key = romanise(one.origin) or one.origin
            shown.setdefault(key, one.origin)
            counts[key] = counts.get(key, 0) + 1
    return tuple(shown[key] for key in sorted(counts, key=lambda key: (-counts[key], key)))

"""Charts that a presentation can draw itself, so that one can edit them there: their numbers and colours."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from workbench.charts import bars, palette, speakers, words
from workbench.charts.records import each
from workbench.export.document.blocks import Bars, Series
from workbench.export.printable import line

if TYPE_CHECKING:
    from workbench.corpus import Corpus

#: Speakers with a bar of their own; all others are one.
MOST = 6
_GREY = "#9aa3ab"


def voices(corpus: "Corpus") -> Bars | None:
    """Quoted words by source, a part a speaker; None where nobody is quoted."""
    data = speakers.data(corpus.articles, corpus.quotes)
    counts: dict[tuple[str, str], int] = {}
    for row in each(data):
        speaker = row.speaker if isinstance(row.speaker, str) else speakers.NOBODY
        counts[row.label, speaker] = counts.get((row.label, speaker), 0) + int(row.words)
    totals: dict[str, int] = {}
    for (_, speaker), count in counts.items():
        totals[speaker] = totals.get(speaker, 0) + count
    ranked = sorted((name for name in totals if name != speakers.NOBODY), key=lambda name: (-totals[name], name))
    sources = tuple(dict.fromkeys(data["label"]))
    series = [_series(name, [name], sources, counts, palette.tint(at)[0]) for at, name in enumerate(ranked[:MOST])]
    series.append(_series("all others", ranked[MOST:], sources, counts, _GREY))
    series.append(_series(speakers.NOBODY, [speakers.NOBODY], sources, counts, "#d5d9dd"))
    kept = tuple(one for one in series if any(one.values))
    return Bars(_lines(sources), kept, "words between quote marks") if kept else None


def corpus(corpus: "Corpus") -> Bars | None:
    """Words by source, a part a kind of text; None where there are no articles."""
    data = words.data(corpus.articles, corpus.blocks)
    sources = tuple(dict.fromkeys(data["label"]))
    counts = {(row.label, row.group): int(row.words) for row in each(data)}
    base = palette.tint(0)[0]
    series = [
        _series(name, [name], sources, counts, bars.blend(base, share) if share else "#d5d9dd")
        for name, share in words.GROUPS.items()
    ]
    kept = tuple(one for one in series if any(one.values))
    return Bars(_lines(sources), kept, "words") if kept else None


#: By name of the chart: what makes its numbers.
MAKERS: dict[str, Callable[["Corpus"], Bars | None]] = {"voices": voices, "quotes": voices, "corpus": corpus}


def _series(
    name: str, keys: list[str], sources: tuple[str, ...], counts: dict[tuple[str, str], int], colour: str
) -> Series:
    values = tuple(float(sum(counts.get((source, key), 0) for key in keys)) for source in sources)
    return Series(line(name), values, colour)


def _lines(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(line(name) for name in names)

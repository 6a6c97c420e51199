"""The passages that a briefing cites: one number a sentence, source by source, however many statements stand on it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.briefing.items import Where
from workbench.citing import place, say
from workbench.export.document.blocks import Citation, Cited
from workbench.export.printable import line

if TYPE_CHECKING:
    from workbench.corpus import Corpus
    from workbench.model import Article

#: Citations behind one statement; the first of each source comes first.
MOST, MOST_SOURCES = 5, 12
#: Sentences longer than this are shown around what is cited in them; so many characters on each side of it.
_WHOLE, _AROUND = 420, 150
_LONGEST = 700  # characters of one passage


@dataclass(slots=True)
class _Stretch:
    """A sentence, or several that a passage runs over, and what is cited in it."""

    start: int
    end: int
    marks: list[tuple[int, int]]


class Citations:
    """Collects the places that statements stand on; what :meth:`add` gives are numbers for the time being."""

    def __init__(self, corpus: "Corpus", names: Mapping[str, str]) -> None:
        self._corpus = corpus
        self._names = names
        self._numbers: dict[Where, int] = {}

    def add(self, where: Iterable[Where]) -> tuple[int, ...]:
        """Take in the places behind one statement: those of different sources first, no more than can be read."""
        first: dict[str, Where] = {}
        wanted = [one for one in dict.fromkeys(where) if one[0] in self._names]
        for one in wanted:
            first.setdefault(one[0], one)
        most = max(MOST, min(MOST_SOURCES, len(first)))
        kept = list(dict.fromkeys([*first.values(), *wanted]))[:most]
        return tuple(self._numbers.setdefault(one, len(self._numbers) + 1) for one in kept)

    def finish(self) -> tuple[tuple[Cited, ...], dict[int, int]]:
        """The citations, source by source in the order of the text, and the final number of each number so far."""
        sources: list[Cited] = []
        final: dict[int, int] = {}
        made = 0
        for article in self._corpus.documents:
            own = sorted(one for one in self._numbers if one[0] == article.article_id)
            found: list[Citation] = []
            for stretch in _stretches(article, own):
                made += 1
                found.append(self._citation(article, stretch, made))
                inside = [one for one in own if stretch.start <= one[1] and one[2] <= stretch.end]
                final |= {self._numbers[one]: made for one in inside}
            if found:
                sources.append(Cited(line(self._names[article.article_id]), line(self._details(article)), tuple(found)))
        return tuple(sources), final

    def _citation(self, article: "Article", stretch: _Stretch, number: int) -> Citation:
        text = article.text
        return Citation(
            number=number,
            article_id=article.article_id,
            source=line(self._names[article.article_id]),
            paragraph=article.paragraph_at(stretch.marks[0][0]),
            start=stretch.start,
            end=stretch.end,
            pieces=tuple(_pieces(text, stretch)),
            passages=tuple((start, end, line(text[start:end])) for start, end in stretch.marks),
            full=line(place.citation(article, stretch.start, stretch.end)),
            sha256=article.sha256,
        )

    def _details(self, article: "Article") -> str:
        """The whole name of the source where it is called by less, its headline, day and file."""
        cut = "…" in self._names[article.article_id]
        whole = article.source.value if cut and article.source else None
        headline = f"“{' '.join(article.headline.split())}”" if article.headline else None
        published = say.day(article.published.value) if article.published else None
        file = article.path.replace("\\", "/").rpartition("/")[2]
        return ", ".join(filter(None, (whole, headline, published, file)))


def _stretches(article: "Article", wheres: Iterable[Where]) -> list[_Stretch]:
    """The sentences around the places; those that overlap are one."""
    found: list[_Stretch] = []
    for _, start, end in wheres:
        span = place.sentence(article, article.passage(start, end))
        low, high = min(span.start, start), max(span.end, end)
        if found and low < found[-1].end:
            found[-1].start, found[-1].end = min(found[-1].start, low), max(found[-1].end, high)
            if (start, end) not in found[-1].marks:
                found[-1].marks.append((start, end))
        else:
            found.append(_Stretch(low, high, [(start, end)]))
    return found


def _pieces(text: str, stretch: _Stretch) -> Iterator[tuple[str, bool]]:
    """The text of the stretch in pieces, passages marked, with … for what is left out of a long one."""
    at, whole = stretch.start, stretch.end - stretch.start <= _WHOLE
    for start, end in _joined(stretch.marks):
        yield from _between(text, at, start, whole=whole, first=at == stretch.start, last=False)
        passage = text[start:end]
        cut = passage[:_LONGEST].rsplit(" ", 1)[0] + " …" if len(passage) > _LONGEST else passage
        yield line(cut), True
        at = end
    yield from _between(text, at, stretch.end, whole=whole, first=False, last=True)


def _between(text: str, start: int, end: int, *, whole: bool, first: bool, last: bool) -> Iterator[tuple[str, bool]]:
    """What stands between two passages: all of it, or as much as one needs to read them."""
    between = text[start:end]
    if not whole and len(between) > 2 * _AROUND:
        before = "" if first else between[:_AROUND].rsplit(" ", 1)[0]
        after = "" if last else between[-_AROUND:].split(" ", 1)[-1]
        between = f"{before} … {after}" if not (first or last) else f"… {after}" if first else f"{before} …"
    if between:
        yield _spaced(between), False


def _joined(marks: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The marks with those that overlap as one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(marks):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _spaced(text: str) -> str:
    """One line, with the space that parts it from the passages kept."""
    said = line(text)
    if not said:
        return " " if text else ""
    return f"{' ' if text[:1].isspace() else ''}{said}{' ' if text[-1:].isspace() else ''}"

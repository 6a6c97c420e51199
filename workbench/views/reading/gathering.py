"""The marks of a corpus, layer by layer; nothing is computed here that the corpus has not."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from workbench.charts.palette import cut
from workbench.model import Device, Passage, Reuse
from workbench.review.decision import Layer
from workbench.review.items import RULES
from workbench.views.reading.marks import Mark, Marked

if TYPE_CHECKING:
    from workbench.corpus import Corpus

_LONGEST = 80
#: The sorts of words that are marked: a choice among words is shown in 03-framing.
_DEVICES = frozenset({Device.LOADED, Device.HEDGE, Device.INTENSIFIER})
_Found = tuple[Mark, str]


def gather(corpus: "Corpus") -> Marked:
    """Every mark of `corpus`, and what each link is called."""
    marks: list[Mark] = []
    names: dict[str, str] = {}
    for make in _LAYERS:
        for mark, name in make(corpus):
            marks.append(mark)
            names.setdefault(mark.link, name)
    return Marked(tuple(marks), names)


def _figures(corpus: "Corpus") -> Iterator[_Found]:
    called = {one.quantity_id: one.label for one in corpus.comparison.quantities}
    quantity_of = corpus.comparison.quantity_of
    for one in corpus.figure_records:
        key = quantity_of.get(one.figure_id)
        words = _line(f"{one.passage.surface} {one.counted or ''}")
        name = called.get(key or "", words)
        title = f"figure: {name}" if key else f"figure: {words}"
        yield Mark(one.passage, "figures", one.figure_id, f"figure:{key or one.figure_id}", title), name


def _quotes(corpus: "Corpus") -> Iterator[_Found]:
    said_as = {key: one.utterance_id for one in corpus.quote_groups[0] for key in one.quote_ids}
    fullest: dict[str, str] = {}
    for one in corpus.voiced_quotes:
        link = f"utterance:{said_as.get(one.quote_id, one.quote_id)}"
        name = fullest.setdefault(link, f"{one.speaker + ': ' if one.speaker else ''}{_line(one.passage.surface)}")
        title = f"quote ({one.kind.value}): {one.speaker or 'speaker not known'}"
        yield Mark(one.passage, "quotes", one.quote_id, link, title), name


def _names(corpus: "Corpus") -> Iterator[_Found]:
    key = RULES[Layer.NAME].key
    for one in corpus.naming.mentions:
        title = f"name: {one.canonical} ({one.kind.value})"
        yield Mark(one.passage, "names", key(one), f"name:{one.entity_id}", title), one.canonical


def _labels(corpus: "Corpus") -> Iterator[_Found]:
    key = RULES[Layer.LABEL].key
    for one in corpus.framing.labels:
        whom = one.canonical or (one.target.surface if one.target else "")
        link = f"label:{one.entity_id or key(one)}"
        title = f"label ({one.kind.value}){' of ' + whom if whom else ''}"
        name = f"what {whom} is called" if whom else _line(one.passage.surface)
        yield Mark(one.passage, "labels", key(one), link, title), name


def _words(corpus: "Corpus") -> Iterator[_Found]:
    key = RULES[Layer.WORDING].key
    for one in corpus.framing.wording:
        if one.device not in _DEVICES:
            continue
        entry = one.lexicon or f"{one.device.value}: {_line(one.passage.surface).casefold()}"
        title = f"{one.device.value}{', ' + one.concept if one.concept else ''}"
        yield Mark(one.passage, "words", key(one), f"word:{entry}", title), entry.rpartition(": ")[2]


def _dates(corpus: "Corpus") -> Iterator[_Found]:
    for one in corpus.framing.dates:
        where = f"{one.passage.article_id}:{one.passage.start}"
        day = one.start_date or ""
        title = f"date: {day} ({one.basis})" if day else f"date: {one.basis}"
        yield Mark(one.passage, "dates", where, f"date:{day or where}", title), day or _line(one.passage.surface)


def _claims(corpus: "Corpus") -> Iterator[_Found]:
    for one in corpus.framing.claims:
        for passage in one.passages:
            yield Mark(passage, "claims", one.claim_id, f"claim:{one.claim_id}", f"claim: {one.label}"), one.label


def _reuse(corpus: "Corpus") -> Iterator[_Found]:
    for group in together(corpus.framing.reuse):
        link = f"text:{group[0].article_id}:{group[0].start}-{group[0].end}"
        name = _line(group[0].surface)
        for passage in group:
            yield Mark(passage, "reuse", link, link, "shared text"), name


def together(pairs: Iterable[Reuse]) -> list[list[Passage]]:
    """The passages of `pairs`, those together that are one text: paired, or lying on each other by half or more."""
    some = list(dict.fromkeys(passage for pair in pairs for passage in (pair.a, pair.b)))
    parent = {one: one for one in some}

    def root(one: Passage) -> Passage:
        while parent[one] != one:
            parent[one] = one = parent[parent[one]]
        return one

    for pair in pairs:
        parent[root(pair.b)] = root(pair.a)
    ordered = sorted(some, key=lambda one: (one.article_id, one.start, one.end))
    for _, group in groupby(ordered, key=lambda one: one.article_id):
        last: Passage | None = None
        for one in group:
            if last and 2 * (min(last.end, one.end) - one.start) >= min(last.end - last.start, one.end - one.start):
                parent[root(one)] = root(last)
            last = one if last is None or one.end >= last.end else last
    found: dict[Passage, list[Passage]] = {}
    for one in ordered:
        found.setdefault(root(one), []).append(one)
    return list(found.values())


def _line(text: str) -> str:
    return cut(" ".join(text.split()), _LONGEST)


_LAYERS: tuple[Callable[["Corpus"], Iterable[_Found]], ...] = (
    *(_figures, _quotes, _names, _labels),
    *(_words, _reuse, _dates, _claims),
)

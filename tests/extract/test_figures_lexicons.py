"""Each entry of the lexicons of figures fires on its example, and not where it says so."""

import re

import pytest
from figure_reading import figures_of

from workbench.extract import bounds, codes
from workbench.extract.contexts import context
from workbench.extract.numerals import Form, find
from workbench.extract.readings import single
from workbench.lexicons import Entry, lexicon


def entries(name: str) -> list[object]:
    return [pytest.param(entry, id=f"{name}-{entry.id}") for entry in lexicon(name).entries]


@pytest.mark.parametrize("entry", entries("numerals"))
def test_number_word(entry: Entry) -> None:
    places = [match.span() for match in re.finditer(entry.pattern, entry.example, re.IGNORECASE)]
    assert any(n.start < end and start < n.end for n in find(entry.example) for start, end in places)


@pytest.mark.parametrize("entry", entries("vague"))
def test_vague_word(entry: Entry) -> None:
    assert any(n.form is Form.VAGUE for n in find(entry.example))
    for other in entry.counterexamples:
        assert all(figure.kind != "vague" for figure in figures_of(other))


@pytest.mark.parametrize("entry", entries("units") + entries("currencies"))
def test_unit(entry: Entry) -> None:
    wanted = "GBP" if entry.id == "pound" else entry.more.get("unit", entry.id)
    found = {reading.unit.name for reading in single(entry.example) if reading.unit}
    assert wanted in found or (entry.id == "times" and figures_of(entry.example)[0].counted == "times")
    for other in entry.counterexamples:
        assert wanted not in {reading.unit.name for reading in single(other) if reading.unit}


@pytest.mark.parametrize("entry", entries("bounds"))
def test_bound(entry: Entry) -> None:
    (figure, *_) = figures_of(entry.example)
    assert figure.measure.bound == entry.more["bound"]
    reading = next(single(entry.example))
    cue = bounds.before(entry.example, reading.left) if entry.more["place"] == "before" else None
    assert cue is None or cue.name == entry.id
    for other in entry.counterexamples:
        assert all(figure.measure.bound != entry.more["bound"] for figure in figures_of(other))


@pytest.mark.parametrize("entry", entries("not_figures"))
def test_no_figure(entry: Entry) -> None:
    assert figures_of(entry.example) == []
    for other in entry.counterexamples:
        assert figures_of(other) != []


@pytest.mark.parametrize("entry", entries("codes"))
def test_code(entry: Entry) -> None:
    assert figures_of(entry.example) == []
    places = list(codes.find(entry.example))
    flags = 0 if entry.more.get("case") else re.IGNORECASE
    assert any(
        (match.start(), match.end()) == (code.start, code.end)
        for code in places
        for match in re.finditer(entry.pattern, entry.example, flags)
    )
    for other in entry.counterexamples:
        assert re.search(entry.pattern, other, flags) is None


@pytest.mark.parametrize("entry", entries("wholes"))
def test_whole(entry: Entry) -> None:
    (figure,) = figures_of(entry.example)
    assert (figure.measure.value, figure.measure.unit) == (entry.more["value"], entry.more["unit"])
    for other in entry.counterexamples:
        assert figures_of(other) == []


@pytest.mark.parametrize("entry", entries("people"))
def test_person(entry: Entry) -> None:
    flags = 0 if entry.more.get("case") else re.IGNORECASE
    assert re.search(rf"\b(?:{entry.pattern})$", entry.example, flags)


@pytest.mark.parametrize("entry", entries("figure_contexts"))
def test_context(entry: Entry) -> None:
    assert context(entry.id).search(entry.example)

"""One hostile article does not stop the comparison of the others: it is left out, and a problem says so."""

from collections.abc import Callable, Iterable, Iterator, Sequence

import pytest

import workbench as wb
from workbench.compare import quantities, shapes
from workbench.compare.field import Field
from workbench.compare.frames import Frame
from workbench.language import Parsed
from workbench.model import Figure

TEXTS = {
    "a": "The storm destroyed 40 barns.",
    "b": "The storm destroyed 40 barns, poison.",
    "c": "The mayor said that 40 barns were destroyed by the storm.",
    "d": "The storm destroyed 42 barns.",
}


def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make article b fail by itself, where its figures are read."""
    straight = quantities.frames

    def hostile(figures: Sequence[Figure], parsed: Iterable[Parsed]) -> Iterator[Frame]:
        if any(figure.passage.article_id == "b" for figure in figures):
            raise IndexError("no such token")
        return straight(figures, parsed)

    monkeypatch.setattr(quantities, "frames", hostile)


def _with_others(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make article b fail where it meets another."""
    straight = shapes.likeness

    def hostile(a: Frame, b: Frame, field: Field) -> float:
        if "b" in (a.sentence[0], b.sentence[0]):
            raise IndexError("no such token")
        return straight(a, b, field)

    monkeypatch.setattr(shapes, "likeness", hostile)


@pytest.mark.parametrize("fail", [_alone, _with_others])
def test_the_article_at_fault_is_left_out(
    monkeypatch: pytest.MonkeyPatch, fail: Callable[[pytest.MonkeyPatch], None]
) -> None:
    fail(monkeypatch)
    found = wb.load([{"id": key, "text": text} for key, text in TEXTS.items()], progress=False)
    assert [list(sources) for sources in found.quantities.sources] == [["a", "c", "d"]]
    assert set(found.figures.article_id) == {"a", "b", "c", "d"}
    (message,) = found.problems.message
    assert message.startswith("The figures of this article are not compared (IndexError: no such token)")
    assert list(found.problems.article_id) == ["b"]


def test_where_nothing_fails_nothing_is_left_out() -> None:
    found = wb.load([{"id": key, "text": text} for key, text in TEXTS.items()], progress=False)
    assert [list(sources) for sources in found.quantities.sources] == [["a", "b", "c", "d"]]
    assert found.problems.empty

"""Partitions follow from the order of the inputs and from their events, and hold every article once."""

from collections.abc import Iterator
from contextlib import closing

import pytest

from workbench.model import Fact, Problem, Severity
from workbench.stream.inputs import Input
from workbench.stream.places import State
from workbench.stream.plan import Plan
from workbench.stream.task import Partition


def planned(names: list[str], per_partition: int) -> list[Partition]:
    """The partitions of articles named ``event/article``, a file each."""
    listed = [Input(f"in/{name}.txt", State(1, "1")) for name in names]
    with closing(Plan()) as plan:
        assert plan.add(listed, lambda one: [(None, 0, one.name.removesuffix(".txt"))]) == len(names)
        plan.settle()
        plan.events(lambda place, article_id: place.split("/")[1])
        count = plan.divide(per_partition)
        found = list(plan.partitions())
    assert len(found) == count
    return found


@pytest.mark.parametrize(
    ("names", "per_partition", "parts"),
    [
        (["a/1", "a/2", "b/3", "c/4"], 2, [["1", "2"], ["3", "4"]]),
        (["a/1", "b/2", "a/3", "b/4"], 2, [["1", "3"], ["2", "4"]]),
        (["a/1", "b/2", "a/3", "c/4"], 3, [["1", "2", "3"], ["4"]]),
        (["a/1", "a/2", "a/3", "b/4"], 1, [["1", "2", "3"], ["4"]]),
        (["a/1"], 128, [["1"]]),
        ([], 128, []),
    ],
    ids=["packed", "events interleaved", "in input order", "an event is not divided", "one", "none"],
)
def test_articles_are_packed_by_event(names: list[str], per_partition: int, parts: list[list[str]]) -> None:
    found = planned(names, per_partition)
    assert [[one.article_id for one in partition.wanted] for partition in found] == parts
    assert [partition.number for partition in found] == list(range(len(parts)))


def test_more_at_the_end_leaves_the_first_partitions_as_they_are() -> None:
    few, more = planned(["a/1", "a/2", "b/3"], 2), planned(["a/1", "a/2", "b/3", "c/4", "d/5"], 2)
    assert few[0].digest == more[0].digest
    assert len(more) == 3


def test_a_partition_is_what_its_json_says() -> None:
    odd = "in/caf\udce9.txt"  # a file's name that is no UTF-8
    listed: list[Input | Problem] = [
        Problem("in", None, Severity.NOTICE, "One file was passed over."),
        Input(odd, State(7, "8"), {"source": Fact("The Courier", "row 2 of sources.csv")}),
        Input(odd, State(7, "8")),
        Problem("in/last", None, Severity.ERROR, "This cannot be opened."),
    ]

    def contents(one: Input) -> Iterator[tuple[str | None, int, str]]:
        yield "in/x.zip/a", 0, "a"
        yield None, 3, "a"

    with closing(Plan()) as plan:
        plan.add(listed, contents)
        plan.settle()
        plan.events(lambda place, article_id: "e")
        plan.note({"a-2": "it hangs"}, [("e", "Flood, Orsund", ["a"])])
        plan.divide(10)
        (found,) = plan.partitions()
    assert Partition.of(found.json) == found
    assert [(piece.place, piece.state, len(piece.articles)) for piece in found.pieces] == [(odd, State(7, "8"), 2)]
    assert [(one.member, one.draft, one.article_id) for one in found.wanted] == [
        ("in/x.zip/a", 0, "a"),
        (None, 3, "a-2"),
    ]
    assert [problem.severity for problem in found.problems] == [Severity.NOTICE, Severity.NOTICE, Severity.ERROR]
    assert (found.aside, found.labels) == ({"a-2": "it hangs"}, {"e": ("Flood, Orsund", ["a"])})
    assert [one.article_id for one in found.only("a-2").wanted] == ["a-2"]

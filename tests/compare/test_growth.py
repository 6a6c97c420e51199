"""What hundreds of articles tell alike is compared once: work is counted, not timed."""

from collections.abc import Callable
from typing import Any

import pytest

import workbench as wb
from workbench.compare import frames, headlines, renderings, reuse, shapes
from workbench.model import Passage

TOLD = (
    "The storm destroyed 40 barns along the coast, the mayor said on Monday.",
    "More than 30 barns were destroyed by the storm, officials said.",
    "“We will rebuild every barn before the winter,” said Ana Ruiz, the mayor.",
    "Ana Ruiz promised: “We will rebuild every barn before the winter comes to us.”",
    "Two ferries were cancelled while fishing boats from the nearby villages took the last people off the island.",
    "Three ferries were cancelled while fishing boats from the nearby villages took the last people off the islands.",
)


def articles(count: int) -> list[dict[str, str]]:
    """`count` articles that tell the same few things, three each, under a headline of their own."""
    texts = ["\n\n".join(["Storm hits the coast", *(TOLD[(at + n) % 6] for n in range(3))]) for at in range(count)]
    return [
        {"id": f"a{at:03}", "text": f"{text}\n\nSo much from Port {chr(65 + at % 26)}."}
        for at, text in enumerate(texts)
    ]


def counted(monkeypatch: pytest.MonkeyPatch, holder: Any, name: str, work: Callable[[int], object]) -> tuple[int, int]:
    """How often the function `name` of `holder` is called for 24 articles and for 48."""
    calls: list[int] = []
    real = getattr(holder, name)

    def counting(*given: Any, **named: Any) -> Any:
        calls.append(1)
        return real(*given, **named)

    monkeypatch.setattr(holder, name, staticmethod(counting) if isinstance(holder, type) else counting)
    numbers = []
    for count in (24, 48):
        calls.clear()
        work(count)
        numbers.append(len(calls))
    return numbers[0], numbers[1]


def load(count: int) -> wb.Corpus:
    return wb.load(articles(count), progress=False, cache=False, event="*")


@pytest.mark.parametrize(
    ("holder", "name", "table"),
    [
        (shapes, "likeness", "quantities"),
        (frames, "_frame", "quantities"),
        (renderings, "align", "utterances"),
        (reuse._Alike, "_weighed", "reuse"),
    ],
    ids=["figures", "sentences with figures", "quotes", "reused sentences"],
)
def test_what_is_told_alike_is_compared_once(
    monkeypatch: pytest.MonkeyPatch, holder: Any, name: str, table: str
) -> None:
    few, many = counted(monkeypatch, holder, name, lambda count: load(count).rows(table))
    assert 0 < few == many


def test_of_very_many_headlines_each_is_told_what_most_of_the_others_have() -> None:
    def item(article_id: str, name: str) -> headlines._Item:
        return headlines._Item("name", frozenset({name}), name, Passage(article_id, 0, 5, name))

    alone = [[item(f"a{at:03}", f"of one {at}")] for at in range(3 * headlines._MOST)]
    shared = [item(f"a{at:03}", "of all") for at in range(300)]
    kept = headlines._most_told([*alone[:400], shared, *alone[400:]])
    assert len(kept) == headlines._MOST
    assert next(one for one in kept if one.first.label == "of all").passages == tuple(one.passage for one in shared)
    assert [one.first.label for one in kept if one.first.label != "of all"] == [
        f"of one {at}" for at in range(headlines._MOST - 1)
    ]

"""Hostile text: work grows with the length of the text, not with its square. Lines of code are counted, not seconds."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

import pytest
from reading_quotes import read

from workbench.extract.marks import pair
from workbench.extract.quotes import find
from workbench.language import Parsed
from workbench.spans import Span

#: Twice the text may take so many times the work (windows of fixed width fill up on the way); its square is four.
MOST = 3.1


@contextmanager
def counting() -> Iterator[list[int]]:
    """The number of lines of the package that were run, in a list of one."""
    lines = [0]

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        if "/workbench/" not in frame.f_code.co_filename:
            return None
        lines[0] += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        yield lines
    finally:
        sys.settrace(before)


def work(run: Callable[[], Any]) -> int:
    run()  # lexicons are read once
    with counting() as lines:
        run()
    return lines[0]


def anew(parsed: Parsed) -> Parsed:
    """The article without what was made of it and its paragraphs before."""
    parsed.made.clear()
    for part in parsed.parts:
        part.doc.shared.clear()
    return parsed


MARKS: dict[str, str] = {
    "straight": '"',
    "opening": "“",
    "opening and dash": "“—",
    "open words": "“ab ",
    "single words": "‘ab ",
    "nested": "“‘a",
    "doubled": "'' a ",
    "triple": "''' a",
    "tiny": '"a" ',
    "slips": "“ab «cd» ",
}


@pytest.mark.parametrize("mark", MARKS.values(), ids=MARKS)
def test_marks(mark: str) -> None:
    one, two = (work(lambda text=mark * size: list(pair(text, [Span(0, len(text))]))) for size in (300, 600))
    assert two < MOST * one


@pytest.mark.parametrize("mark", ["“", "‘", "“‘", '"'], ids=["double", "single", "both", "straight"])
def test_marks_that_reopen(mark: str) -> None:
    def run(size: int) -> int:
        text = f"{mark}a b\n" * size
        spans = [Span(at, at + len(mark) + 3) for at in range(0, len(text), len(mark) + 4)]
        return work(lambda: list(pair(text, spans)))

    assert run(600) < MOST * run(300)


SENTENCES: dict[str, str] = {
    "cues, no end": "he said she told him that they claimed it and ",
    "cues and commas": "Ana Ruiz said the dam held, ",
    "that": "he said that ",
    "according to": "according to ",
    "tiny quotes": '"a" ',
    "tiny quotes said": '"Yes," he said. ',
    "paragraphs": '"Yes,"\n',
    "quotes, no end": "the dam “held” and ",
    "appositions": "Ana Ruiz, the head of the clinic, ",
    "pronouns": "They said it rained. ",
    "descriptions": "The official said it rained. ",
    "labels": "RUIZ: “It rained.”\n",
    "initials": "“So” Mr. A. B. ",
    "signatures": "“It rained.” — Ana Ruiz\n",
    "nested": "She said: “He said: ‘no’.” ",
}


@pytest.mark.parametrize("sentence", SENTENCES.values(), ids=SENTENCES)
def test_articles(sentence: str) -> None:
    small, large = (read(f"Ana Ruiz and Tom Akers met. {sentence * size}it was so.") for size in (130, 260))
    one = work(lambda: list(find(anew(small))))
    assert work(lambda: list(find(anew(large)))) < MOST * one

"""Comparing takes time in proportion to the number of quotes, also of thousands that are the same."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest
from quoting import corpus

from workbench.compare import utterances

SAME: dict[str, Callable[[int], str]] = {
    "a word": lambda at: "Yes",
    "two words": lambda at: "good advice",
    "a sentence": lambda at: "the dam will hold for years",
    "all but a number": lambda at: f"the dam number {at} will hold for years",
}


def lines(run: Callable[[], Any]) -> int:
    """The number of lines of the package that a call runs."""
    count = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        if "/workbench/" not in frame.f_code.co_filename:
            return None
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        run()
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("words", SAME.values(), ids=SAME)
@pytest.mark.parametrize("one", [False, True], ids=["quotations of their own", "parts of one"])
@pytest.mark.parametrize("speaker", ["Ana Ruiz", None], ids=["said by one", "by nobody known"])
def test_quotes_alike(words: Callable[[int], str], one: bool, speaker: str | None) -> None:
    def work(size: int) -> int:
        text = " ".join(f"“{words(at)}”" for at in range(size))
        found, articles = corpus([("a", speaker, text), ("b", speaker, text)], one=one)
        utterances.group(found, articles)  # look-ups are filled once
        return lines(lambda: utterances.group(found, articles))

    assert work(80) < 2.6 * work(40)

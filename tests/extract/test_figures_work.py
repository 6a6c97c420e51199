"""Figures of hostile text cost what the text holds: twice the numbers, about twice the work, however they are strung.

Work is counted in calls, of Python's functions and of the interpreter's own, never in seconds.
"""

from collections.abc import Callable

import pytest
from counting import calls

from workbench.extract import figures
from workbench.language import parse
from workbench.model import Article, Block, Quote, QuoteKind, Role

STRINGS: dict[str, Callable[[int], str]] = {
    "bare": lambda i: f"{i + 10}",
    "counted": lambda i: f"{i + 10} people,",
    "scores": lambda i: f"{i % 90}-{i % 70}",
    "joined": lambda i: f"{i + 10} and",
    "persons": lambda i: f"a nurse, {i + 2} doctors,",
    "sentences": lambda i: f"There were {i + 2} in.",
    "dates": lambda i: f"at {i % 90} on May {i % 30}",
    "money": lambda i: f"${i}.5m or",
    "phones": lambda i: f"0{i + 100} {i + 200}",
    "implied": lambda i: f"Ann Lee and {i + 2} other guests,",
    "ones": lambda i: "one won and",
    "clauses": lambda i: f"in Lagos {i + 2} died,",
    "quoted": lambda i: f'"{i + 2} homes",',
}


def work(line: Callable[[int], str], count: int) -> int:
    """The calls that it takes to find the figures of `count` pieces in one block, its parse not among them."""
    text = "It saw " + " ".join(line(number) for number in range(count))
    article = Article("a", text, (Block(0, len(text), Role.BODY),), "a.txt", "", "utf-8")
    marks = [place for place, letter in enumerate(text) if letter == '"']
    pairs = zip(marks[::2], marks[1::2], strict=True)
    quotes = [Quote(article.passage(one + 1, two), QuoteKind.DIRECT, "q", speaker="Ann Lee") for one, two in pairs]
    (parsed,) = parse([article])
    assert parsed.parts
    return calls(lambda: list(figures.find(parsed, quotes)))


@pytest.mark.parametrize("line", STRINGS.values(), ids=STRINGS)
def test_work_grows_as_the_text_does(line: Callable[[int], str]) -> None:
    work(line, 320)  # what is made once, patterns and lexicons, is made when a text first needs it
    assert work(line, 320) <= 2.5 * work(line, 160)

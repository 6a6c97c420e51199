"""Names in hostile text: the work grows with the text, not with its square. Work is counted in lines run."""

import sys
from collections.abc import Callable, Iterator
from itertools import islice, product
from types import FrameType
from typing import Any

import pytest

from workbench.compare import entities
from workbench.extract import mentions
from workbench.extract.named import Named
from workbench.language import parse
from workbench.model import Article, Block, Passage, Role

_SYLLABLES = ("ba", "ko", "ri", "ta", "mu", "se", "lo", "vi", "na", "du", "pe", "ga")
_TIMES = 2.7  # more work than this for twice the text grows faster than n log n


def lines_run(do: Callable[[], object]) -> int:
    """How many lines of the project's code `do` runs."""
    count = 0

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal count
        count += event == "line"
        return trace if "workbench" in frame.f_code.co_filename else None

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        do()
    finally:
        sys.settrace(before)
    return count


def uncounted(do: Callable[[], object]) -> int:
    """Run it for what is cached once."""
    do()
    return 0


def words(number: int) -> list[str]:
    """Different words that look like names."""
    made: Iterator[tuple[str, ...]] = product(_SYLLABLES, repeat=4)
    return ["".join(parts).capitalize() for parts in islice(made, number)]


TEXTS: dict[str, Callable[[int], str]] = {
    "one run of capitals": lambda n: " ".join(words(n)),
    "one run, one word": lambda n: "Orlova " * n,
    "titles": lambda n: "President Minister General " * (n // 3) + "Orlova spoke.",
    "of and of": lambda n: "Bank of " * n + "Orsund closed.",
    "one family": lambda n: ". ".join(f"{word} Orlova spoke" for word in words(n)) + ".",
    "one family, short forms": lambda n: ". ".join(f"{word} Orlova met Orlova" for word in words(n)) + ".",
    "two of a family, short forms": lambda n: "Anna Orlova met Maria Orlova. " + "Orlova left. " * n,
    "compounds": lambda n: "US-Iran talks. " * n,
    "compounds of names": lambda n: " ".join(f"{word}-Iran talks." for word in words(n)),
    "hyphens": lambda n: "-".join(words(n)),
    "Arabic articles": lambda n: "al-" * n + "Haddad spoke.",
    "and": lambda n: "the Trade " + "and Culture " * n + "Board met.",
    "ships": lambda n: " ".join(f"The ferry {word} sank." for word in words(n)),
    "ministries": lambda n: " ".join(f"The {word} Ministry said so. Then the ministry left." for word in words(n)),
    "one ministry": lambda n: "The Ministry of Health met. " + "Then the ministry left. " * n,
    "quoted names": lambda n: " ".join(f"“{word}”" for word in words(n)),
}


@pytest.mark.parametrize("make", TEXTS.values(), ids=TEXTS.keys())
def test_finding_names_takes_work_in_proportion(make: Callable[[int], str]) -> None:
    def work(size: int, count: Callable[[Callable[[], object]], int]) -> int:
        text = make(size)
        article = Article("a", text, (Block(0, len(text), Role.BODY),), "a.txt", "", "utf-8")
        (parsed,) = parse([article])
        return count(lambda: list(mentions.find(parsed)))

    work(400, uncounted)
    assert work(400, lines_run) <= _TIMES * work(200, lines_run)


def passage(article_id: str, at: int, name: str) -> Passage:
    return Passage(article_id, at, at + len(name), name)


def person(article_id: str, at: int, name: str) -> Named:
    return Named(article_id, name, "person", [passage(article_id, at, name)])


def thing(article_id: str, at: int, name: str, kind: str | None = "organisation") -> Named:
    return Named(article_id, name, kind, [passage(article_id, at, name)])


NAMED: dict[str, Callable[[int], list[Named]]] = {
    "one family": lambda n: [person("a", 40 * at, f"{word} Orlova") for at, word in enumerate(words(n))],
    "one family, an article each": lambda n: [
        person(f"a{at}", 0, f"{word} Orlova") for at, word in enumerate(words(n))
    ],
    "one person, middle names": lambda n: [
        person("a", 40 * at, f"Anna {word} Orlova") for at, word in enumerate(words(n))
    ],
    "one person, an article each": lambda n: [person(f"a{at}", 0, "Anna Orlova") for at in range(n)],
    "two spellings, an article each": lambda n: [
        person(f"a{at}", 0, "Anna Kolesnikova" if at % 2 else "Anna Kalesnikava") for at in range(n)
    ],
    "lone surnames": lambda n: [person(f"a{at}", 0, "Orlova") for at in range(n)],
    "lone surnames of one family": lambda n: [
        *[person("a", 40 * at, f"{word} Orlova") for at, word in enumerate(words(n // 2))],
        *[person(f"b{at}", 0, "Orlova") for at in range(n // 2)],
    ],
    "spellings of vowels alone": lambda n: [
        person("a", 40 * at, f"Anna K{a}l{b}sn{c}k{d}v{e}")
        for at, (a, b, c, d, e) in enumerate(islice(product("aeiouy", repeat=5), n))
    ],
    "offices of one place": lambda n: [thing("a", 40 * at, f"{word} Coast Guard") for at, word in enumerate(words(n))],
    "initials": lambda n: [
        *[thing("a", 40 * at, f"Northern {word} Board") for at, word in enumerate(words(n))],
        *[thing(f"b{at}", 0, "NBB") for at in range(n)],
    ],
    "places of like names": lambda n: [
        thing("a", 40 * at, f"K{a}l{b}sn{c}k{d}v{e}", "place")
        for at, (a, b, c, d, e) in enumerate(islice(product("aeiouy", repeat=5), n))
    ],
    "names of no kind": lambda n: [thing("a", 40 * at, word, None) for at, word in enumerate(words(n))],
}


@pytest.mark.parametrize("make", NAMED.values(), ids=NAMED.keys())
def test_comparing_names_takes_work_in_proportion(make: Callable[[int], list[Named]]) -> None:
    def work(size: int, count: Callable[[Callable[[], object]], int]) -> int:
        named = make(size)
        return count(lambda: entities.group(named))

    work(240, uncounted)
    assert work(240, lines_run) <= _TIMES * work(120, lines_run)

"""Framing and comparison of hostile text: work, counted in calls, grows with the text and not with its square."""

from collections.abc import Callable, Iterator
from itertools import islice, product

import pytest
from counting import calls

from workbench.corpus import Corpus, load

_SYLLABLES = ("ba", "ko", "ri", "ta", "mu", "se", "lo", "vi", "na", "du", "pe", "ga")
_TIMES, _FEW = 2.7, 20_000  # more than that for twice the text grows faster than n log n; what no growth can be told of
RECORDS = ("quote_groups", "comparison")
FRAMING = (
    *("labels", "acts", "wording", "dates", "reuse", "origins", "distinctive", "headlines"),
    *("choices_as_found", "claims", "checks", "dated", "timeline", "date_checks"),
)


def words(number: int) -> list[str]:
    """Different words that look like names."""
    made: Iterator[tuple[str, ...]] = product(_SYLLABLES, repeat=4)
    return ["".join(parts).capitalize() for parts in islice(made, number)]


#: Texts of so many words, more or less.
TEXTS: dict[str, Callable[[int], str]] = {
    "quote marks": lambda n: "\" “ ” ' ‘ ’ « » " * (n // 8),
    "cues": lambda n: "said told added " * (n // 3),
    "quotes": lambda n: " ".join(
        f"“The dam number {at} will hold,” said {word}." for at, word in enumerate(words(n // 8))
    ),
    "bare numbers": lambda n: " ".join(str(at * 37 % 9973) for at in range(n)),
    "one list of shares": lambda n: ", ".join(f"{at % 100}% of voters" for at in range(n // 3)),
    "one sentence": lambda n: "The mayor said 12 people fled the dam and " * (n // 9) + "it broke.",
    "one sentence of labels": lambda n: "Ana Ruiz, " + "the embattled mayor, " * (n // 3) + "resigned.",
    "one headline": lambda n: "Mayor of Orsund resigns over dam " * (n // 6) + "\n\nThe mayor left.",
    "equal sentences": lambda n: "The army shelled the northern town on Monday. " * (n // 8),
    "equal labels and dates": lambda n: "The embattled mayor, Ana Ruiz, resigned on 3 May 2031. " * (n // 10),
    "loaded words": lambda n: "allegedly brutal regime very terrorist " * (n // 5),
    "names": lambda n: " ".join(f"The disgraced minister {word} resigned." for word in words(n // 5)),
    "acts": lambda n: " ".join(f"{one} attacked {two}." for one, two in zip(words(n), words(n)[1:], strict=False))[
        : 8 * n
    ],
    "origins": lambda n: " ".join(f"{word} fled, according to the {word} Times." for word in words(n // 7)),
}


def corpus(text: str, other: str) -> Corpus:
    """Two articles on one thing, with the texts in them; a third is short."""
    rows = [
        {"id": "a", "text": f"Orsund dam holds\n\n{text}\n\nThat was all that the town said."},
        {"id": "b", "text": f"Dam of Orsund\n\nOther words begin this one.\n\n{other}"},
        {
            "id": "c",
            "text": "Orsund dam\n\nOrsund dam holds, Mayor Ana Ruiz said on 3 May 2031. 12 people fled.",
        },
    ]
    return load(rows, progress=False, cache=False, event="*")


def work(make: Callable[[int], str], size: int) -> dict[str, int]:
    """The calls that each stage makes, each once, with what it is made of there already."""
    made = corpus(make(size), make(size - size // 10))
    assert made.parsed and made.quote_records is not None and made.figure_records is not None and made.naming
    counted = {stage: calls(lambda stage=stage: getattr(made, stage)) for stage in RECORDS}
    framing = made.framing
    assert framing.voices_of and framing.mentions_of is not None and framing.own is not None
    counted |= {stage: calls(lambda stage=stage: getattr(framing, stage)) for stage in FRAMING}
    assert not made.faults
    return counted


@pytest.fixture(scope="module", autouse=True)
def _look_ups_filled_once() -> None:
    work(lambda n: " ".join(make(n) for make in TEXTS.values()), 40)


@pytest.mark.parametrize("make", TEXTS.values(), ids=TEXTS.keys())
def test_work_grows_with_the_text(make: Callable[[int], str]) -> None:
    once, twice = work(make, 400), work(make, 800)
    grown = {stage: (once[stage], twice[stage]) for stage in once if twice[stage] > _FEW + _TIMES * once[stage]}
    assert not grown

"""A stage of framing that fails on one article leaves the others, and every other stage, as they are."""

from collections.abc import Callable
from typing import Any

import pytest

import workbench as wb
from workbench.compare import coverage, date_checks, dated, distinctive, guarded, headlines, outlets, reuse, timeline
from workbench.extract import acts, dates, labels, origins, wording

TEXTS = {
    key: f"{head}\n\nAnna Orlova, the {word} mayor of Orsund, opened the bridge on 5 May 2031, according to Reuters. "
    f"The {word} crowd cheered for an hour, and the bridge was closed on 6 May 2031 after a storm. {more}"
    for key, head, word, more in (
        ("a", "Mayor opens bridge", "popular", "Nobody was hurt."),
        ("b", "Bridge opened in Orsund", "reckless", "Ferries sail again."),
        ("c", "Storm closes Orsund bridge", "brutal", "Ferries sail again on Monday, the operator of the line said."),
    )
}
#: By stage over one article or several: where its rule is, and the property that it fills.
STAGES: dict[str, tuple[Any, str]] = {
    "labels": (labels, "find"),
    "acts": (acts, "find"),
    "wording": (wording, "find"),
    "dates": (dates, "find"),
    "origins": (origins, "find"),
    "reuse": (reuse, "find"),
    "distinctive": (distinctive, "rank"),
    "dated": (dated, "read"),
    "timeline": (timeline, "group"),
    "headlines": (headlines, "compare"),
}
WHOLES = {
    "claims": (coverage, "find"),
    "date_checks": (date_checks, "checks"),
    "origins": (outlets, "settle"),
}


def load() -> wb.Corpus:
    return wb.load([{"id": key, "text": text} for key, text in TEXTS.items()], progress=False)


def article_of(record: Any) -> str:
    for name in ("article_id", "article", "passage"):
        if hasattr(record, name):
            found = getattr(record, name)
            return found if isinstance(found, str) else str(found.article_id)
    raise AssertionError(record)


def poisoned(straight: Callable[..., Any]) -> Callable[..., Any]:
    """The same rule, which fails on article b, alone or among others."""

    def rule(first: Any, *rest: Any, **named: Any) -> Any:
        many = first if isinstance(first, list | tuple) else list(first) if hasattr(first, "__next__") else [first]
        if any(article_of(one) == "b" for one in many):
            raise IndexError("no such token")
        return straight(many if first is not many and hasattr(first, "__next__") else first, *rest, **named)

    return rule


@pytest.mark.parametrize("stage", STAGES)
def test_one_article_at_fault_is_left_out(monkeypatch: pytest.MonkeyPatch, stage: str) -> None:
    sound = getattr(load().framing, stage)
    module, name = STAGES[stage]
    monkeypatch.setattr(module, name, poisoned(getattr(module, name)))
    corpus = load()
    left = getattr(corpus.framing, stage)
    assert sound
    assert left
    assert left != sound
    told = [problem for problem in corpus.faults if "IndexError" in problem.message]
    assert {problem.article_id for problem in told} == {"b"}
    assert all(len(corpus.rows(table)) >= 0 for table in ("labels", "claims", "checks", "timeline", "reuse"))


@pytest.mark.parametrize("stage", WHOLES)
def test_what_fails_for_all_articles_is_one_problem(monkeypatch: pytest.MonkeyPatch, stage: str) -> None:
    def fails(*given: Any, **named: Any) -> Any:
        raise ValueError("nothing fits")

    module, name = WHOLES[stage]
    monkeypatch.setattr(module, name, fails)
    corpus = load()
    assert corpus.rows("labels")
    getattr(corpus.framing, stage)
    (told,) = (problem for problem in corpus.faults if "nothing fits" in problem.message)
    assert told.article_id is None
    assert corpus.rows("checks") is not None
    assert corpus.rows("timeline")


def test_few_runs_find_the_fault_among_many() -> None:
    runs: list[int] = []

    def of(kept: Any) -> list[str]:
        runs.append(len(kept))
        if "77" in kept:
            raise KeyError("77")
        return list(kept)

    found, faults = guarded.over([str(at) for at in range(100)], of)
    assert len(found) == 99
    assert list(faults) == ["77"]
    assert len(runs) <= 20

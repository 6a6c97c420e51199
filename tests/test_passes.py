"""How often the costly things are done, whatever the clock says: models loaded, texts parsed, stages run."""

import gc
import weakref
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

import workbench as wb
from workbench import language
from workbench.extract import acts, dates, figures, labels, mentions, quotes, wording

SHARED = "The harbour office said 40 boats were damaged, and that nine people are still missing."
ARTICLES = [
    f"Storm hits coast\n\n{SHARED}\n\n“We lost nine boats,” Ana Ruiz, the mayor of Orsund, said on Monday.",
    f"Nine missing after storm\n\n{SHARED}\n\nThe embattled mayor, Ana Ruiz, spoke of “nine boats” on 3 May 2031.",
    f"Mayor speaks after storm\n\n{SHARED}\n\nMs Ruiz visited the port, where 1,200 people had gathered.",
]
#: Tables that the texts alone make, without a parse.
READ_ONLY = ("articles", "blocks", "problems")


class Counted:
    """A pipeline that notes what it is given to parse."""

    def __init__(self, pipeline: Any) -> None:
        self._pipeline = pipeline
        self.calls = 0
        self.texts: list[str] = []

    def pipe(self, texts: Any, **options: Any) -> Iterator[Any]:
        given = list(texts)
        self.calls += 1
        self.texts += given
        return iter(self._pipeline.pipe(given, **options))


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Counted:
    pipeline = Counted(language.load())
    monkeypatch.setattr(language, "load", lambda: pipeline)
    return pipeline


@pytest.fixture
def corpus() -> Any:
    return wb.load([{"text": text, "name": str(at)} for at, text in enumerate(ARTICLES)], progress=False, cache=False)


def everything(corpus: Any) -> None:
    for name in corpus.computed:
        corpus.rows(name)


def test_the_model_is_loaded_once() -> None:
    assert language.load() is language.load()


def test_all_tables_take_one_pass_and_parse_each_paragraph_once(counted: Counted, corpus: Any) -> None:
    everything(corpus)
    assert counted.calls == 1
    assert max(Counter(counted.texts).values()) == 1
    assert counted.texts.count(SHARED) == 1  # though three articles print it
    paragraphs = {line for text in ARTICLES for line in text.split("\n\n")}
    assert len(counted.texts) == len(paragraphs)
    everything(corpus)
    assert counted.calls == 1


@pytest.mark.parametrize("table", READ_ONLY)
def test_what_needs_no_parse_makes_none(counted: Counted, corpus: Any, table: str) -> None:
    assert corpus.rows(table, beside={table}) is not None
    assert counted.calls == 0


def test_each_stage_reads_an_article_once(monkeypatch: pytest.MonkeyPatch, corpus: Any) -> None:
    read: Counter[tuple[str, str]] = Counter()

    def noted(module: Any) -> Any:
        found = module.find

        def find(parsed: Any, *given: Any, **more: Any) -> Any:
            read[module.__name__, parsed.article.article_id] += 1
            return found(parsed, *given, **more)

        return find

    stages = (quotes, figures, mentions, labels, acts, wording, dates)
    for module in stages:
        monkeypatch.setattr(module, "find", noted(module))
    everything(corpus)
    assert len(read) == len(stages) * len(ARTICLES)
    assert set(read.values()) == {1}


def test_figures_alone_do_no_framing(monkeypatch: pytest.MonkeyPatch, corpus: Any) -> None:
    def refuse(*given: Any, **more: Any) -> Any:
        raise AssertionError("the table of figures alone needs none of this")

    for module in (mentions, labels, acts, wording, dates):
        monkeypatch.setattr(module, "find", refuse)
    assert {row["surface"] for row in corpus.rows("figures", beside={"figures"})} >= {"40", "nine", "1,200"}
    assert not corpus.faults


def test_nothing_of_a_corpus_is_left_when_it_is_gone() -> None:
    unknown = "Hall opens in Orsund\n\nVelmar Oskadu opened the hall. Oskadu, who made 77 chairs, left early.\n"
    corpus = wb.load([{"text": text} for text in (unknown, *ARTICLES)], progress=False, cache=False)
    everything(corpus)
    held = [weakref.ref(one) for one in (corpus, corpus.parsed[0].parts[0].doc)]
    del corpus
    gc.collect()
    assert [one() for one in held] == [None, None]

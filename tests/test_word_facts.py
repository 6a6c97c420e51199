"""Word facts looked up are those that the pipeline's own parts would give."""

from importlib import import_module
from importlib.util import find_spec

import pytest

from workbench import language
from workbench.language import word_facts

TEXTS = (
    "There is no ferry, there are n't any boats; let's go, he's gonna swim and y'all ain't.",
    "The minister's aides were leaving when leaves fell; she left, his left arm hurt, that that was worse.",
    "UN AGENCIES LEFT  \n\n  Saw the saw? But for a “better” deal, both would've quit.",
    "There is no ferry.",
    "",
    " ",
)


@pytest.fixture(scope="module")
def bare() -> object:
    return import_module(next(name for name in language.PIPELINES if find_spec(name))).load(exclude=["ner"])


@pytest.mark.parametrize("rounds", [1, 2], ids=["learnt", "looked up"])
def test_the_facts_are_those_of_the_parts(bare: object, rounds: int) -> None:
    quick = language.load()
    assert word_facts.NAME in quick.pipe_names
    assert not set(word_facts.PARTS) & set(quick.pipe_names)
    for _ in range(rounds):
        for text, doc in zip(TEXTS, quick.pipe(TEXTS), strict=True):
            told = [(t.text, t.tag_, t.dep_, t.pos_, str(t.morph), t.lemma_) for t in doc]
            assert told == [(t.text, t.tag_, t.dep_, t.pos_, str(t.morph), t.lemma_) for t in bare(text)]


def test_memory_of_words_is_bounded(monkeypatch: pytest.MonkeyPatch, bare: object) -> None:
    facts = word_facts.WordFacts(*(bare.get_pipe(name) for name in word_facts.PARTS))
    monkeypatch.setattr(word_facts, "_MOST", 3)
    for text in TEXTS[:2]:
        doc = facts(bare(text))
    assert [token.lemma_ for token in doc] == [token.lemma_ for token in bare(TEXTS[1])]
    assert len(facts._words) <= len(doc)


def test_a_pipeline_whose_patterns_look_further_stays_as_it_is() -> None:
    import spacy

    pipeline = spacy.blank("en")
    pipeline.add_pipe("attribute_ruler").add([[{"IS_SENT_START": True, "LOWER": "so"}]], {"LEMMA": "so"})
    pipeline.add_pipe("lemmatizer", config={"mode": "rule"})
    word_facts.quicken(pipeline)
    assert pipeline.pipe_names == ["attribute_ruler", "lemmatizer"]

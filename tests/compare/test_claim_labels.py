"""What claims are called: the clause that makes them, names with values, and one claim for one telling number."""

import pytest

import workbench as wb
from workbench.compare.claim_labels import has_meaning, of_passages, of_quantity
from workbench.compare.clauses import clause
from workbench.corpus import Corpus
from workbench.model import Claim

CLAUSES = [
    pytest.param("The council said on Monday that 12 people were found.", "12", "12 people were found", id="said"),
    pytest.param("The club, which moved, sold 40 seats.", "40", "The club, which moved, sold 40 seats", id="in"),
    pytest.param("On Friday, the mine dismissed 300 workers.", "300", "the mine dismissed 300 workers", id="no-lead"),
    pytest.param(
        "When the dam broke, 90 houses were flooded, the mayor said.",
        "90",
        "90 houses were flooded",
        id="no-aside",
    ),
    pytest.param("She was in Oslo when 70 guests fled the hotel.", "70", "70 guests fled the hotel", id="no-when"),
]


NAMES = [
    pytest.param(
        ["The parish shut the old chapel in twelve weeks.", "The parish shut the old chapel for good in 1963."],
        "The parish shut the old chapel",
        id="a-word-that-one-alone-has",
    ),
    pytest.param(
        ["The island bank dismissed twelve clerks.", "The island bank dismissed 12 of its clerks."],
        "The island bank dismissed twelve clerks",
        id="a-word-and-the-same-in-digits",
    ),
    pytest.param(
        ["The cathedral choir sang one hymn there.", "The cathedral choir sang a hymn there on Sunday."],
        "The cathedral choir sang one hymn there",
        id="one-is-no-number",
    ),
]


@pytest.mark.parametrize(("texts", "expected"), NAMES)
def test_a_name_has_no_number_of_one_alone(texts: list[str], expected: str) -> None:
    parsed = {one.article.article_id: one for one in corpus_of(*texts).parsed}
    whole = [one.article.passage(0, len(one.article.text)) for one in parsed.values()]
    assert of_passages(whole, parsed, "otherwise") == expected


def corpus_of(*texts: str) -> Corpus:
    named = [{"id": f"s{at}", "text": text} for at, text in enumerate(texts)]
    return wb.load(named, progress=False)


def figures(*texts: str) -> list[Claim]:
    return [claim for claim in corpus_of(*texts).framing.claims if claim.kind == "figure"]


@pytest.mark.parametrize(("text", "words", "expected"), CLAUSES)
def test_clause(text: str, words: str, expected: str) -> None:
    parsed = corpus_of(text).parsed[0]
    at = text.index(words)
    assert clause(parsed, parsed.article.passage(at, at + len(words))) == expected


def test_a_long_clause_is_cut_with_its_figure_in_it() -> None:
    text = f"The {'very ' * 40}old harbour lost 55 boats{' and nets' * 30}."
    parsed = corpus_of(text).parsed[0]
    at = text.index("55")
    said = clause(parsed, parsed.article.passage(at, at + 2), 60)
    assert said is not None
    assert said.startswith("… ") and "55" in said and len(said) <= 62


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param("Karin Holt, 44, was hurt.", False, id="an-age"),
        pytest.param("The two countries signed a treaty.", False, id="known-of"),
        pytest.param("One adviser spoke of a deal.", False, id="a-single-one"),
        pytest.param("The storm killed 12 people.", True, id="a-count"),
    ],
)
def test_figures_without_a_meaning_of_their_own(text: str, kept: bool) -> None:
    corpus = corpus_of(text)
    parsed = {one.article.article_id: one for one in corpus.parsed}
    quantities = corpus.comparison.quantities
    assert quantities
    assert [has_meaning(quantity, parsed) for quantity in quantities] == [kept] * len(quantities)


def test_the_name_of_what_several_have_comes_without_its_unit() -> None:
    corpus = corpus_of("The fire burned 310 hectares.", "The fire has burned 310 hectares.")
    parsed = {one.article.article_id: one for one in corpus.parsed}
    [quantity] = corpus.comparison.quantities
    assert of_quantity(quantity, parsed) == "area burned: 310 hectare"


def test_one_telling_number_in_other_words_is_one_claim() -> None:
    found = figures(
        "Vantor rejected a $14.2 billion takeover approach from Orbis.",
        "Vantor spurned the $14.2 billion cash offer of Orbis.",
        "Vantor was founded in Oslo.",
    )
    [claim] = [one for one in found if "14.2" in one.label]
    assert (claim.article_ids, claim.silent) == (("s0", "s1"), ("s2",))


def test_round_numbers_of_other_things_stay_apart() -> None:
    found = figures("The club sold 5,000 tickets.", "The mine let 5,000 workers go.")
    assert [claim.article_ids for claim in found] == [("s0",), ("s1",)]


def test_what_one_clause_counts_is_one_claim() -> None:
    found = figures("The ministry sent 1,150 soldiers and 14 helicopters to the valley.")
    assert [(claim.label, len(claim.passages)) for claim in found] == [
        ("The ministry sent 1,150 soldiers and 14 helicopters to the valley", 2)
    ]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        pytest.param(
            "Interior Minister Ana Ruiz praised the helicopter crews.",
            "Interior Minister Ana Ruiz had cut short a holiday.",
            id="one-person-two-things",
        ),
        pytest.param(
            "In spring a fire burned 27,000 hectares of forest in the hills.",
            "The fire burned 310 hectares of forest in the hills.",
            id="other-numbers",
        ),
    ],
)
def test_sentences_of_one_person_or_with_other_numbers_are_no_one_claim(one: str, two: str) -> None:
    claims = corpus_of(one, two, "Nothing else happened in Oslo on that day.").framing.claims
    assert [claim for claim in claims if claim.kind == "sentence"] == []


def test_no_two_claims_of_the_same_sources_have_one_name() -> None:
    claims = corpus_of(
        "Anyone with information about the fire is asked to contact the Halmstad police.",
        "Anyone with any information about the fire is asked to contact the Halmstad police at once.",
    ).framing.claims
    names = [(claim.label, claim.article_ids) for claim in claims]
    assert names and len(names) == len(set(names))


def test_a_sum_of_money_keeps_its_bound() -> None:
    made = figures(
        "The flood damaged the bridge. Repairs will cost more than $40 million, the mayor said.",
        "The flood damaged the bridge. Repairs will cost $40 million, the mayor said.",
    )
    (cost,) = (claim.label for claim in made if len(claim.article_ids) > 1 and "40" in claim.label)
    assert "more than" in cost and cost.count("40 million") == 2


def test_a_claim_is_not_named_by_who_says_it_alone() -> None:
    corpus = corpus_of(
        "Ada Lund, who chairs the safety agency, said the express was travelling far above the limit near Orrin.",
        "Its chair, Ada Lund, said that the express had been travelling far above the limit of the line near Orrin.",
    )
    labels = [claim.label for claim in corpus.framing.claims if claim.kind == "sentence"]
    assert labels and not any(label.endswith(("said", "agency")) for label in labels)

"""Claims by source: invented events, who has a claim, who is silent, what was sought and on whose word it is told."""

from itertools import combinations

import pytest

import workbench as wb
from workbench.compare import coverage
from workbench.compare.coverage import Evidence
from workbench.model import Article, Block, Claim, Role

FERRY = {
    "a": "The ferry Aurela sank off Halmstad on Tuesday. At least 14 sailors died, the coast guard said. "
    "Governor Ada Quist suspended the operator, Nordal Lines. Captain Ivo Brandt was arrested in the harbour.",
    "b": "Nordal Lines lost a ferry off Halmstad on Tuesday. Fourteen sailors died, according to the coast guard. "
    "Police arrested Captain Ivo Brandt. “We are heartbroken by this loss,” said Governor Ada Quist.",
    "c": "Halmstad mourns. Governor Ada Quist visited the harbour on Tuesday, and said the operator, Nordal Lines, "
    "had been warned. “We are heartbroken by this loss,” Quist told reporters.",
}


def claims(texts: dict[str, str]) -> list[Claim]:
    corpus = wb.load([{"id": name, "text": text} for name, text in texts.items()], progress=False)
    found = corpus.framing.claims
    for claim in found:
        assert set(claim.article_ids) == {passage.article_id for passage in claim.passages}
        assert not set(claim.article_ids) & set(claim.silent)
        assert len(claim.article_ids) + len(claim.silent) == len(texts)
        for passage in claim.passages:
            assert corpus.document(passage.article_id).text[passage.start : passage.end] == passage.surface
    return list(found)


def one(found: list[Claim], kind: str, words: str) -> Claim:
    [claim] = [claim for claim in found if claim.kind == kind and words in claim.label]
    return claim


@pytest.fixture(scope="module")
def ferry() -> list[Claim]:
    return claims(FERRY)


def test_a_figure_of_one_origin(ferry: list[Claim]) -> None:
    claim = one(ferry, "figure", "sailors")
    assert (claim.article_ids, claim.silent) == (("a", "b"), ("c",))
    assert [passage.surface for passage in claim.passages] == ["14 sailors", "Fourteen sailors"]
    assert claim.origins == ("coast guard",)
    assert {"at least 14", "sailors"} <= set(claim.sought)


def test_a_quote(ferry: list[Claim]) -> None:
    claim = one(ferry, "quote", "heartbroken")
    assert (claim.article_ids, claim.silent, claim.origins) == (("b", "c"), ("a",), ("Ada Quist",))


def test_what_was_done_to_a_person_in_other_words(ferry: list[Claim]) -> None:
    claim = one(ferry, "act", "Ivo Brandt: arrested")
    assert (claim.article_ids, claim.silent) == (("a", "b"), ("c",))
    assert claim.sought[:2] == ("Ivo Brandt", "arrested")


def test_what_most_articles_have_comes_first(ferry: list[Claim]) -> None:
    counts = [len(claim.article_ids) for claim in ferry]
    assert counts == sorted(counts, reverse=True)


def test_ids_are_unique_and_lasting(ferry: list[Claim]) -> None:
    assert len({claim.claim_id for claim in ferry}) == len(ferry)
    assert ferry == claims(FERRY)


def test_no_two_passages_of_a_claim_overlap(ferry: list[Claim]) -> None:
    for claim in ferry:
        for a, b in combinations(claim.passages, 2):
            assert a.article_id != b.article_id or not a.span.overlaps(b.span)


def test_a_sentence_in_other_words() -> None:
    found = claims(
        {
            "a": "The rotten roof of the stadium was a danger to spectators in storms. It rained.",
            "b": "In storms, the stadium is full of danger: the roof above spectators is rotten. The match was off.",
            "c": "The stadium will reopen in May.",
        }
    )
    claim = one(found, "sentence", "rotten roof")
    assert (claim.article_ids, claim.silent) == (("a", "b"), ("c",))
    assert {"rotten", "roof"} <= set(claim.sought)


def test_what_is_quoted_in_a_sentence_is_no_part_of_what_it_claims() -> None:
    found = claims(
        {
            "a": "Ms Raman, who has run the airline since 2021, apologised to passengers. The roof leaked in March. "
            "Priya Raman is fifty. Bread grew dear. The bridge was closed. Farmers sold wool.",
            "b": '"We are walking. No passenger has come to harm," airline chief Priya Raman said. It rained. '
            "Teachers marched. A museum opened. Rust was found on a crane.",
            "c": "Snow fell on the hills. The harvest was poor. Fishing boats stayed in port.",
        }
    )
    assert [one.label for one in found if one.kind == "sentence"] == []


def test_a_copy_counts_for_nothing_and_is_not_silent() -> None:
    text = FERRY["a"]
    made = [
        Article(name, text, (Block(0, len(text), Role.BODY),), name, "", "utf-8", duplicate_of=of)
        for name, of in (("a", None), ("b", "a"))
    ]
    corpus = wb.corpus.Corpus(made)
    assert {(claim.article_ids, claim.silent) for claim in corpus.framing.claims} == {(("a",), ())}


def test_nothing_comes_of_nothing() -> None:
    assert coverage.find(Evidence((), ())) == ()


@pytest.mark.parametrize("text", ["Brandt was arrested. " * 300, "14 sailors died, " * 300, "“no” " * 800])
def test_hostile_texts_end(text: str) -> None:
    rows = [{"id": "a", "text": text}, {"id": "b", "text": f"{text} It rained."}]
    assert len(wb.load(rows, progress=False).framing.claims) < 2_000


def test_one_named_origin_in_the_seeds() -> None:
    found = wb.load("seeds", progress=False).framing.claims
    claim = one(list(found), "figure", "114")
    assert [name[:3] for name in claim.article_ids] == ["000", "002", "003"]
    assert claim.origins == ("Coordination Headquarters for the Treatment of Prisoners of War",)


def test_a_claim_is_named_with_no_number_that_a_source_contradicts() -> None:
    found = claims(
        {
            "a": "The lighthouse lost its lamp. The keepers rebuilt the lighthouse in 1931. It rained.",
            "b": "Divers came on Monday. The keepers, who rebuilt the lighthouse in 1937, left long ago.",
            "c": "Snow fell on the hills.",
        }
    )
    claim = one(found, "act", "rebuilt the lighthouse")
    assert claim.article_ids == ("a", "b")
    assert not any(digit in claim.label for digit in "0123456789")

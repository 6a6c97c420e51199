"""What several sources tell, by its places: so that no passage is also said to be one source's alone."""

from collections import defaultdict
from typing import TYPE_CHECKING

from workbench.citing import place

if TYPE_CHECKING:
    from workbench.corpus import Corpus
    from workbench.model import Claim, Passage
    from workbench.spans import Span


_MOST = 0.7  # the share of a passage that stands in another one for the two to be one thing
_RARE = 100  # a number without a unit, from which on two articles hardly have it by chance


class Several:
    """The passages of claims that two or more articles have, by article."""

    def __init__(self, corpus: "Corpus") -> None:
        self._corpus = corpus
        self._figures: dict[str, list[Span]] = defaultdict(list)
        self._said: dict[str, list[Span]] = defaultdict(list)
        for claim in corpus.framing.claims:
            if len(claim.article_ids) > 1:
                places = self._figures if claim.kind == "figure" else self._said
                for one in claim.passages:
                    places[one.article_id].append(one.span)
        self._measured: dict[tuple[float, str | None], set[str]] = defaultdict(set)
        self._values: dict[tuple[str, int], tuple[float, str | None]] = {}
        for row in corpus.rows("figures"):
            if row["value"] is not None and (row["unit"] or row["value"] >= _RARE):
                key = self._values[row["article_id"], row["start"]] = (row["value"], row["unit"])
                self._measured[key].add(row["article_id"])

    def have(self, passage: "Passage") -> bool:
        """Whether it stands within a sentence, an act or a quote that other articles have, or they have its number.

        "28%" here and "28 percent" there is hardly chance, even where the two were not taken for one quantity.
        """
        value = self._values.get((passage.article_id, passage.start))
        if value is not None and len(self._measured[value]) > 1:
            return True
        own, most = passage.span, _MOST * len(passage.surface)
        said = self._said.get(passage.article_id, ())
        return any(min(one.end, own.end) - max(one.start, own.start) >= most for one in said)

    def are_in(self, sentence: "Span", article_id: str) -> bool:
        """Whether a sentence holds something that other articles have, too, so that it is not all one source's own."""
        there = (*self._said.get(article_id, ()), *self._figures.get(article_id, ()))
        return any(one.overlaps(sentence) for one in there)


def verbatim(corpus: "Corpus", claim: "Claim") -> bool:
    """Whether all articles with a claim have it in the very same sentence; marks and capitals are no difference."""
    said: dict[str, list[str]] = defaultdict(list)
    for one in claim.passages:
        article = corpus.document(one.article_id)
        span = place.sentence(article, one)
        words = "".join(char if char.isalnum() else " " for char in article.text[span.start : span.end])
        said[one.article_id].append(" ".join(words.casefold().split()))
    first, *others = ({*sentences} for sentences in said.values())
    return bool(others) and all(first & other for other in others)

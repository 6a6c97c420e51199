"""How many independent origins stand behind what several sources tell, as far as the texts themselves show."""

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from workbench.citing import place
from workbench.compare.claim_parts import origin_at
from workbench.compare.namekeys import romanise

if TYPE_CHECKING:
    from workbench.corpus import Corpus
    from workbench.model import Passage


class Independence:
    """Counts origins: the different ones that are named; where none is named, the sources that share no text."""

    def __init__(self, corpus: "Corpus") -> None:
        self._corpus = corpus
        self._shared: dict[str, list[tuple[Passage, Passage]]] = defaultdict(list)
        for one in corpus.framing.reuse:
            self._shared[one.a.article_id].append((one.a, one.b))

    def count(self, passages: "Iterable[Passage]") -> int:
        """How many origins stand behind `passages`: a source that names none may have it from the one that others name.

        The count is careful rather than high: it is what the texts prove.
        """
        by_source: dict[str, list[Passage]] = defaultdict(list)
        for passage in passages:
            by_source[passage.article_id].append(passage)
        named = self._origins(one for some in by_source.values() for one in some)
        return len(named) or self._texts(by_source)

    def _texts(self, by_source: "dict[str, list[Passage]]") -> int:
        """How many groups the sources fall into when those that share the text of a sentence are one."""
        group = {key: key for key in by_source}
        for a in by_source:
            for b in by_source:
                if group[a] != group[b] and self._one_text(a, b, by_source):
                    gone, kept = group[b], group[a]
                    group = {key: kept if name == gone else name for key, name in group.items()}
        return len(set(group.values()))

    def _origins(self, passages: "Iterable[Passage]") -> set[str]:
        voices = self._corpus.framing.voices_of
        named = (origin_at(voices.get(one.article_id), one) for one in passages)
        return {romanise(name) or name for name in named if name}

    def _one_text(self, a: str, b: str, by_source: "dict[str, list[Passage]]") -> bool:
        """Whether text that the two share lies in a sentence of both."""
        return any(
            there.article_id == b and self._in_sentence(here, by_source[a]) and self._in_sentence(there, by_source[b])
            for here, there in self._shared.get(a, ())
        )

    def _in_sentence(self, shared: "Passage", passages: "Iterable[Passage]") -> bool:
        article = self._corpus.document(shared.article_id)
        spans = (place.sentence(article, one) for one in passages)
        return any(span.start < shared.end and shared.start < span.end for span in spans)

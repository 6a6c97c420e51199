"""Part of speech, morphology and lemma of a word, worked out once for each word, tag and relation, then looked up.

The pipeline's own two parts, its attribute ruler and its lemmatizer, try close to 200 patterns on every token, which is
a quarter of the time of a parse. All but a few patterns look at one token, and only at its letters, tag and relation:
so the same parts are asked once for each such word, and their answers are kept. Where one of the few patterns over
several tokens fits ("there is", "let's"), they are asked once for those words together.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    Doc: TypeAlias = Any
    Pipeline: TypeAlias = Any
    Key: TypeAlias = tuple[int, ...]

PARTS = ("attribute_ruler", "lemmatizer")
NAME = "workbench_word_facts"

#: What a pattern may look at, for a token's answer to follow from what is known of it.
_LOOKED_AT = {"TAG", "LOWER", "ORTH", "DEP", "IS_SPACE"}
#: What an answer may be.
_TOLD = {"POS", "MORPH", "LEMMA", "TAG", "DEP"}
#: Words kept; years of a newspaper have fewer. Beyond, all are forgotten, so that memory stays bounded.
_MOST = 500_000


class WordFacts:
    """A part of a spaCy pipeline: what `ruler` and `lemmatizer` do to a document, done once for each word."""

    def __init__(self, ruler: Any, lemmatizer: Any) -> None:
        from spacy.attrs import DEP, LEMMA, MORPH, ORTH, POS, TAG
        from spacy.matcher import Matcher
        from spacy.pipeline import AttributeRuler

        self._asked, self._told = [TAG, ORTH, DEP], [POS, MORPH, LEMMA, TAG, DEP]
        self._together = (ruler, lemmatizer)
        alone = AttributeRuler(ruler.vocab)
        self._alone = (alone, lemmatizer)
        self._several = Matcher(ruler.vocab)
        for rule in ruler.patterns:
            ones = [pattern for pattern in rule["patterns"] if len(pattern) == 1]
            more = [pattern for pattern in rule["patterns"] if len(pattern) > 1]
            if ones:
                alone.add(ones, rule["attrs"], rule["index"])
            if more:
                self._several.add(f"several {len(self._several)}", more)
        self._words: dict[Key, Key] = {}
        self._runs: dict[tuple[Key, ...], list[Key]] = {}

    def __call__(self, doc: "Doc") -> "Doc":
        """The document with the facts of each of its words."""
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable["Doc"], *, batch_size: int = 64) -> Iterator["Doc"]:
        """The documents, in their order, each with the facts of its words."""
        stream = iter(docs)
        while batch := list(islice(stream, batch_size)):
            keys = [list(zip(*doc.to_array(self._asked).T.tolist(), strict=True)) for doc in batch]
            self._learn({key for some in keys for key in some}, batch[0].vocab)
            for doc, some in zip(batch, keys, strict=True):
                self._write(doc, some)
            yield from batch

    def _write(self, doc: "Doc", keys: list["Key"]) -> None:
        from numpy import array, uint64

        told = [self._words[key] for key in keys]
        for start, end in _joined(self._several(doc, allow_missing=True)):
            run = tuple(keys[start:end])
            if run not in self._runs:
                self._runs[run] = self._say(run, self._together, doc.vocab)
            told[start:end] = self._runs[run]
        if told:
            doc.from_array(self._told, array(told, dtype=uint64))

    def _learn(self, keys: "set[Key]", vocab: Any) -> None:
        if len(self._words) > _MOST:
            self._words.clear()
            self._runs.clear()
        if new := [key for key in keys if key not in self._words]:
            self._words.update(zip(new, self._say(new, self._alone, vocab), strict=True))

    def _say(self, keys: Sequence["Key"], parts: Iterable[Any], vocab: Any) -> list["Key"]:
        """What `parts` of the pipeline say of these words, set in a row as if they were a text."""
        from numpy import array, uint64
        from spacy.tokens import Doc as Row

        row = Row(vocab, words=[vocab.strings[word] for _, word, _ in keys])
        row.from_array(self._asked[::2], array([key[::2] for key in keys], dtype=uint64))
        for part in parts:
            row = part(row)
        return list(map(tuple, row.to_array(self._told).tolist()))


def _joined(found: Iterable[tuple[int, int, int]]) -> Iterator[tuple[int, int]]:
    """Where the matches begin and end, those that overlap as one."""
    start = end = 0
    for _, first, last in sorted(found, key=lambda match: match[1]):
        if first >= end:
            if end:
                yield start, end
            start = first
        end = max(end, last)
    if end:
        yield start, end


def quicken(pipeline: "Pipeline") -> None:
    """Have `pipeline` look word facts up; it stays as it is where its own parts look at other things."""
    from spacy.language import Language

    if not all(name in pipeline.pipe_names for name in PARTS):
        return
    ruler, lemmatizer = (pipeline.get_pipe(name) for name in PARTS)
    patterns = [token for rule in ruler.patterns for pattern in rule["patterns"] for token in pattern]
    plain = all(token.keys() <= _LOOKED_AT for token in patterns)
    if plain and lemmatizer.mode == "rule" and all(rule["attrs"].keys() <= _TOLD for rule in ruler.patterns):
        facts = WordFacts(ruler, lemmatizer)
        Language.component(NAME, func=facts)
        pipeline.add_pipe(NAME, last=True)
        for name in PARTS:
            pipeline.disable_pipe(name)

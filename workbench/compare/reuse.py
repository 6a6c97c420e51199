"""Text that two articles share outside quotations: verbatim runs of words, and sentences reworded in places."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from workbench.compare import shared_runs
from workbench.compare.running_words import Word, pieces
from workbench.compare.spelling import weight
from workbench.model import Article, Passage, Quote, Reuse

#: A shorter run is what two writers have in common by chance: a name with its office, a set phrase.
SHORTEST = 8
#: So much of two sentences' words, by weight, is the same where one is the other reworded.
ALIKE = 0.8
#: Sentences are compared where they share so many words in a row.
_SEEN = 4
_CROWD = 12


def find(articles: Iterable[Article], quotes: Mapping[str, Sequence[Quote]] | None = None) -> tuple[Reuse, ...]:
    """What two of `articles` share outside the `quotes` of each (by article_id), in the order of the articles' ids.

    First the verbatim runs of eight words or more, then (`near`) the sentences of which four fifths are the same; a
    pair of sentences of which a run already covers as much is left out, and so is a run that is a name and no more.
    Captions and headlines are compared as the body is; credits, furniture and repeated blocks are not. Linear in the
    text: words that very many articles have are laid beside the first of these only.
    """
    said = quotes or {}
    read = {article.article_id: article for article in articles}
    texts = {name: [*pieces(article, said.get(name, ()))] for name, article in read.items()}
    sentences = {name: [words for _, some in found for words in some] for name, found in texts.items()}
    verbatim = list(_verbatim(read, {name: [some for _, some in found] for name, found in texts.items()}))
    near = _near(read, sentences, verbatim)
    return tuple(sorted([*verbatim, *near], key=_place))


def _place(one: Reuse) -> tuple[str, str, bool, int, int]:
    return one.a.article_id, one.b.article_id, one.near, one.a.start, one.b.start


def _verbatim(read: Mapping[str, Article], texts: Mapping[str, Sequence[Sequence[Sequence[Word]]]]) -> Iterator[Reuse]:
    """The runs; a run may go on from sentence to sentence, and ends with its block."""
    running: dict[str, list[Word | None]] = {}
    for name, stretches in texts.items():
        running[name] = [word for some in stretches for word in (*(one for words in some for one in words), None)]
    keys = {name: [word.key if word else None for word in words] for name, words in running.items()}
    for run in shared_runs.find(keys, SHORTEST):
        one = [word for word in running[run.a][run.at_a : run.at_a + run.length] if word]
        two = [word for word in running[run.b][run.at_b : run.at_b + run.length] if word]
        if not (_is_name(one) or _is_name(two)):
            yield Reuse(_passage(read[run.a], one), _passage(read[run.b], two), run.length)


def _passage(article: Article, words: Sequence[Word]) -> Passage:
    return article.passage(words[0].start, words[-1].end)


def _is_name(words: Sequence[Word]) -> bool:
    """Whether a run is a name, or names in a row, and no more: the Ministry for the Protection of the Sea.

    Small words between capitals belong to the name; fewer than two words beside it tell nothing.
    """
    capitals = [at for at, word in enumerate(words) if word.capital]
    inside: set[int] = set()
    for left, right in pairwise(capitals):
        if all(weight(word.key) < 1 for word in words[left + 1 : right]):
            inside.update(range(left, right + 1))
    beside = [word for at, word in enumerate(words) if at not in inside and not word.capital and word.key.isalpha()]
    return len(beside) < 2


def _near(
    read: Mapping[str, Article], sentences: Mapping[str, Sequence[Sequence[Word]]], verbatim: Iterable[Reuse]
) -> Iterator[Reuse]:
    runs: dict[tuple[str, str], list[Reuse]] = defaultdict(list)
    for run in verbatim:
        runs[run.a.article_id, run.b.article_id].append(run)
    best: dict[tuple[str, int, str], tuple[float, int, int]] = {}
    alike_of = _Alike()
    for (a, nth_a), (b, nth_b) in sorted(_candidates(sentences)):
        one, two = sentences[a][nth_a], sentences[b][nth_b]
        alike, shared = alike_of(one, two)
        if alike >= ALIKE and not _is_name(one) and best.get((a, nth_a, b), (0.0, 0, 0))[0] < alike:
            best[a, nth_a, b] = (alike, nth_b, shared)
    for (a, nth_a, b), (_, nth_b, shared) in best.items():
        found = Reuse(_passage(read[a], sentences[a][nth_a]), _passage(read[b], sentences[b][nth_b]), shared, near=True)
        if not any(_covers(run, found) for run in runs[a, b]):
            yield found


def _candidates(sentences: Mapping[str, Sequence[Sequence[Word]]]) -> set[tuple[tuple[str, int], tuple[str, int]]]:
    """Pairs of sentences of two articles, long enough, that share four words in a row."""
    having: dict[tuple[str, ...], list[tuple[str, int]]] = defaultdict(list)
    for name in sorted(sentences):
        for nth, words in enumerate(sentences[name]):
            if len(words) >= SHORTEST:
                keys = [word.key for word in words]
                for shingle in dict.fromkeys(tuple(keys[at : at + _SEEN]) for at in range(len(keys) - _SEEN + 1)):
                    having[shingle].append((name, nth))
    pairs: set[tuple[tuple[str, int], tuple[str, int]]] = set()
    for places in having.values():
        for at, two in enumerate(places[1:], 1):
            others = places[:at] if len(places) <= _CROWD else places[:1]
            pairs.update((one, two) for one in others if one[0] != two[0])
    return pairs


class _Alike:
    """How much of the words of two sentences is shared, by weight, and how many words that is.

    Each two forms are weighed once, however many articles copy them.
    """

    def __init__(self) -> None:
        self._known: dict[tuple[tuple[str, ...], tuple[str, ...]], tuple[float, int]] = {}

    def __call__(self, one: Sequence[Word], two: Sequence[Word]) -> tuple[float, int]:
        pair = tuple([word.key for word in one]), tuple([word.key for word in two])
        if pair not in self._known:
            self._known[pair] = self._weighed(*map(Counter, pair))
        return self._known[pair]

    @staticmethod
    def _weighed(a: Counter[str], b: Counter[str]) -> tuple[float, int]:
        shared = a & b
        whole = sum(weight(key) * count for key, count in (a + b).items())
        both = 2 * sum(weight(key) * count for key, count in shared.items())
        return (both / whole if whole else 0.0), shared.total()


def _covers(run: Reuse, sentence: Reuse) -> bool:
    """Whether a verbatim run is the most of a sentence in one of the articles: the other was cut or went on."""
    return any(
        part.span.shared(whole.span) >= ALIKE * whole.span.length
        for part, whole in ((run.a, sentence.a), (run.b, sentence.b))
    )

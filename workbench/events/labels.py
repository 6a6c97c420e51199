"""What to call an event: words of its articles that set it apart from the others, as they stand there."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from workbench.events.linking import Cluster
from workbench.events.records import Light
from workbench.lexicons import lexicon

#: Words of a label; more where two events would else be called the same.
WORDS, MOST = 4, 8
_ENDINGS = (("", ""), ("", "s"), ("", "ed"), ("", "ing"), ("e", "ed"), ("e", "ing"), ("y", "ied"), ("y", "ies"))


def words(cluster: Cluster, records: Sequence[Light]) -> list[str]:
    """The words and names of an event that tell most, those of most of its articles first; no number, day or month."""
    forms: dict[int, Counter[str]] = {}
    having: Counter[int] = Counter()
    for at in cluster.members:
        terms = records[at].terms
        having.update(terms.keys)
        for key, word in zip(terms.keys, terms.words, strict=False):
            forms.setdefault(key, Counter())[word] += 1
    enough = (len(cluster.members) + 1) // 2
    told = sorted(
        (key for key, _ in cluster.total if key in forms), key=lambda key: having[key] < enough
    )  # a stable sort: by what they tell otherwise
    found: list[str] = []
    for key in told:
        word = min(forms[key], key=lambda form: (-forms[key][form], form.isupper(), form))
        parts = set(word.casefold().split())
        if (
            not word[0].isdigit()
            and not (len(word) == 1 and word.isascii())
            and not parts & _calendar()
            and not any(parts & _parts(one) for one in found)
        ):
            found.append(word)
    return found


def _parts(word: str) -> set[str]:
    return set(word.casefold().split())


def _some(told: Sequence[str], most: int) -> str:
    """So many of the words; one of them says what it is about, where there is one that is no name."""
    some = list(told[:most])
    if not any(word.islower() for word in some):
        about = next((word for word in told if word.islower() and word not in _saying()), None)
        some = [*some[: most - 1], about] if about else some
    return ", ".join(some)


def labels(clusters: Sequence[Cluster], records: Sequence[Light]) -> Iterator[str]:
    """A label for each event, in order; no two the same where their words differ at all."""
    told = [words(cluster, records) for cluster in clusters]
    length = [WORDS] * len(told)
    while True:
        called = [_some(some, most) for some, most in zip(told, length, strict=True)]
        counted = Counter(called)
        longer = [at for at, label in enumerate(called) if counted[label] > 1 and length[at] < min(MOST, len(told[at]))]
        if not longer:
            break
        for at in longer:
            length[at] += 1
    yield from called


@cache
def _saying() -> frozenset[str]:
    """Forms of the verbs that report speech: somebody says something in every event."""
    lemmas = (entry.pattern for entry in lexicon("reporting").entries)
    return frozenset(lemma.removesuffix(cut) + ending for lemma in lemmas for cut, ending in _ENDINGS)


@cache
def _calendar() -> frozenset[str]:
    """Names of days and months: they tell when, and every event has some."""
    return frozenset(word for entry in lexicon("calendar").entries for word in entry.pattern.split("|"))

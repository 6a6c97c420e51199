"""Word choice: the alternatives that sources use for one thing or act, found by comparing them and not from a list.

Four things show that two sources speak of one and the same: figures that measure one quantity (40 *homes*, 40
*dwellings*); verbs that are done to one object (*lift* a ban, *ease* a ban); those who play the same part in
one deed (*migrants*, *families* cross the border); and nouns that sentences of much the same
content describe differently (*weather* balloons, *smugglers'* balloons).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from workbench.compare import acted_on, called, counted_as, same_part
from workbench.compare.phrases import Words
from workbench.compare.same_acts import SameActs
from workbench.extract.voices import Voices
from workbench.garbage import undisturbed
from workbench.language import Parsed
from workbench.model import Act, Device, Quantity, Wording

#: So many things and acts are given, those that most sources and most words speak of first.
_MOST = 200


@undisturbed()
def find(
    parsed: Sequence[Parsed],
    quantities: Iterable[Quantity],
    acts_of: Mapping[str, Sequence[Act]],
    voices_of: Mapping[str, Voices],
    same: SameActs = SameActs(),  # noqa: B008 - frozen
) -> tuple[Wording, ...]:
    """The words that sources choose for one thing or act, in reading order: `concept` says for which.

    `lexicon` holds the choice in its base form ("choice: political prisoner"). A concept is given only where at least
    two articles choose differently. An article that repeats another has no say. `same` are the verbs that the analyst
    counts as one act.
    """
    own = [one for one in parsed if one.article.duplicate_of is None]
    counted = counted_as.find(own, quantities)
    groups = [*counted, *acted_on.find(own, acts_of, counted, same), *same_part.find(own, acts_of)]
    groups += called.find(own, counted)
    groups = sorted((one for one in groups if _differ(one[1])), key=lambda one: (-_articles(one[1]), -len(one[1])))
    order = {one.article.article_id: at for at, one in enumerate(parsed)}
    rows = {
        (order[words.article_id], words.start, words.end, concept): words
        for concept, members in _named(groups[:_MOST])
        for words in members
    }
    return tuple(_wording(concept, words, voices_of) for (_, _, _, concept), words in sorted(rows.items(), key=_place))


def _place(item: tuple[tuple[int, int, int, str], Words]) -> tuple[int, int, int, str]:
    return item[0]


def _articles(members: Sequence[Words]) -> int:
    return len({words.article_id for words in members})


def _differ(members: Sequence[Words]) -> bool:
    """Whether two articles choose differently: one has a word that another of them lacks."""
    chosen: dict[str, set[str]] = defaultdict(set)
    for words in members:
        chosen[words.article_id].add(words.key)
    return len(chosen) > 1 and len(set(map(frozenset, chosen.values()))) > 1


def _named(groups: Iterable[tuple[str, list[Words]]]) -> Iterator[tuple[str, list[Words]]]:
    """The groups, those of one name told apart by a number."""
    seen: dict[str, int] = defaultdict(int)
    for concept, members in groups:
        seen[concept] += 1
        yield (f"{concept} ({seen[concept]})" if seen[concept] > 1 else concept), members


def _wording(concept: str, words: Words, voices_of: Mapping[str, Voices]) -> Wording:
    voices = voices_of.get(words.article_id)
    voice, speaker = (voices or Voices(())).at(words.start, words.end)
    return Wording(
        words.parsed.article.passage(words.start, words.end),
        Device.CHOICE,
        concept,
        voice,
        speaker,
        f"{Device.CHOICE.value}: {words.key}",
        words.part.block.role,
    )

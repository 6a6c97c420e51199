"""The prior for a small folder: articles that an analyst gives by hand are most likely about one event.

Of up to FEW articles, none stands alone: one that is like no other stays with those that it is most like. And two
groups are two events only where they are clearly apart: less alike than articles within either of them by far. Groups
in two languages cannot be told apart by their words, and stay together.
"""

from collections import Counter
from collections.abc import Sequence

from workbench.events.linking import Cluster

#: Up to so many articles are a folder given by hand.
FEW = 30
#: Groups of a small folder are one event where the likeness between them is so much of that within them.
NEAR = 0.6
#: An article of a small folder that is less like the others than this has next to nothing in common with them.
ODD = 0.06


def settle(clusters: Sequence[Cluster], languages: Sequence[str | None]) -> tuple[list[Cluster], list[int]]:
    """The events of a small folder, and the articles, by their place, that are there for want of a better place.

    `languages` are those of all articles, by their place.
    """
    kept = [cluster for cluster in clusters if len(cluster.members) > 1]
    lone = [cluster for cluster in clusters if len(cluster.members) == 1]
    odd: list[int] = []
    if not kept and lone:
        kept, lone = lone[:1], lone[1:]
    for one in lone:
        nearest = max(kept, key=lambda cluster: (one.alike(cluster), -cluster.members[0]))
        if one.alike(nearest) < ODD:
            odd += one.members
    for one, nearest in [(one, max(kept, key=one.alike)) for one in lone]:
        nearest.take(one)
    kept = _across_languages(kept, languages)
    while len(kept) > 1:
        likeness, a, b = max(
            ((_likeness(one, two), one, two) for at, one in enumerate(kept) for two in kept[at + 1 :]),
            key=lambda each: each[0],
        )
        if likeness < NEAR:
            break
        a.take(b)
        kept.remove(b)
    return kept, sorted(odd)


def _across_languages(kept: list[Cluster], languages: Sequence[str | None]) -> list[Cluster]:
    """The groups, those without an article in the language of most joined to the group that they are most like."""
    counted = Counter(language for language in languages if language)
    if len(counted) < 2:
        return kept
    usual = min(counted, key=lambda language: (-counted[language], language))
    found: list[Cluster] = []
    others: list[Cluster] = []
    for cluster in kept:
        known = {languages[at] for at in cluster.members}
        (found if known & {usual, None} else others).append(cluster)
    for one, nearest in [(one, max(found, key=one.alike)) for one in others if found]:
        nearest.take(one)
    return found or kept


def _likeness(one: Cluster, two: Cluster) -> float:
    """How alike two groups are, as a share of how alike the articles within the looser one are."""
    return one.alike(two) / (min(one.within, two.within) or 1.0)

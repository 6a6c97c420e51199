"""Headlines side by side: who does what in each, and what each leaves out that the headlines of the others have."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TypeVar

from workbench.extract.label_words import singular
from workbench.lexicons import lexicon
from workbench.model import Act, Article, Figure, Mention, Passage, Role, by_article
from workbench.spans import Span

_BEHIND = re.compile(r"\s+(?:of|on|for|in|from|against|to|with|at|by)\s+", re.IGNORECASE)
_Record = TypeVar("_Record", Act, Figure)

#: Things told in headlines that another headline may leave out.
_MOST = 200


@dataclass(frozen=True, slots=True)
class Absent:
    """Something in the headlines of others that one headline leaves out: a figure, a name or an act.

    `passages` are where the others' headlines have it; `below` is where the article itself has it further down (None:
    nowhere).
    """

    kind: str
    label: str
    passages: tuple[Passage, ...]
    below: Passage | None = None


@dataclass(frozen=True, slots=True)
class Headline:
    """The headline of one article, with what it tells and what it leaves out; `passage` is None where it has none."""

    article_id: str
    passage: Passage | None
    acts: tuple[Act, ...] = ()
    figures: tuple[Figure, ...] = ()
    names: tuple[Mention, ...] = ()
    absent: tuple[Absent, ...] = ()


@dataclass(frozen=True, slots=True)
class _Item:
    """A figure, name or act, with the keys under which another article may have the same, and the key of the very same.

    Of 123 in a headline the text of another may have "more than 100" first, and 123 further down: that is the same.
    """

    kind: str
    keys: frozenset[str]
    label: str
    passage: Passage
    same: str = ""


@dataclass(frozen=True, slots=True)
class _Shared:
    """What several headlines have: the first of its items, all their keys, and where they stand."""

    first: _Item
    keys: tuple[str, ...]
    sames: tuple[str, ...]
    passages: tuple[Passage, ...]

    @classmethod
    def of(cls, items: Sequence[_Item]) -> "_Shared":
        keys = sorted({key for item in items for key in item.keys})
        sames = dict.fromkeys(item.same for item in items if item.same)
        return cls(items[0], tuple(keys), tuple(sames), tuple(item.passage for item in items))


@dataclass(slots=True)
class _Told:
    """What one article tells, in its headline and anywhere."""

    head: list[_Item] = field(default_factory=list)
    all: dict[str, Passage] = field(default_factory=dict)


def compare(
    articles: Iterable[Article],
    acts: Iterable[Act],
    figures: Iterable[Figure],
    mentions: Mapping[str, Sequence[Mention]],
    quantity_of: Mapping[str, str],
) -> Iterator[Headline]:
    """A record an article, in their order: its headline beside those of the others.

    `acts` and `figures` are those of all articles, `mentions` the names by article, `quantity_of` what a figure
    measures, by figure_id. Duplicates of an article are left out. Time grows with what the headlines hold: where they
    tell more than two hundred things, those that most headlines have count as left out by the others.
    """
    kept = [article for article in articles if article.duplicate_of is None]
    acts_of = by_article(acts)
    figures_of = by_article(figures)
    heads = {article.article_id: _headline(article) for article in kept}
    told = {
        article.article_id: _told(
            heads[article.article_id],
            [
                *map(_act_item, acts_of.get(article.article_id, ())),
                *(_figure_item(figure, quantity_of) for figure in figures_of.get(article.article_id, ())),
                *_name_items(mentions.get(article.article_id, ()), acts_of.get(article.article_id, ())),
            ],
        )
        for article in kept
    }
    everywhere = _most_told(_grouped(item for one in told.values() for item in one.head))
    for article in kept:
        head = heads[article.article_id]
        yield Headline(
            article.article_id,
            head,
            tuple(act for act in acts_of.get(article.article_id, ()) if _holds(head, act.passage)),
            tuple(figure for figure in figures_of.get(article.article_id, ()) if _holds(head, figure.passage)),
            tuple(name for name in mentions.get(article.article_id, ()) if _holds(head, name.passage)),
            tuple(_absent(told[article.article_id], everywhere)) if head is not None else (),
        )


def _headline(article: Article) -> Passage | None:
    """The first block of the article that is a headline."""
    block = next((block for block in article.blocks if block.role is Role.HEADLINE), None)
    span = article.ink(block) if block is not None else Span(0, 0)
    return article.passage(span.start, span.end) if span.length else None


def _holds(head: Passage | None, passage: Passage) -> bool:
    return head is not None and head.start <= passage.start and passage.end <= head.end


def _told(head: Passage | None, items: Iterable[_Item]) -> _Told:
    found = _Told()
    for item in items:
        for key in (*item.keys, item.same):
            found.all.setdefault(key, item.passage)
        if _holds(head, item.passage):
            found.head.append(item)
    return found


def _act_item(act: Act) -> _Item:
    sides = (act.actor.surface if act.actor else "…", act.lemma, act.object.surface if act.object else "")
    mark = "not " if act.negated else ""
    keys = {f"act {mark}{act.lemma}", *(f"acts {mark}{group}" for group in _groups().get(act.lemma, ()))}
    if act.actor_id and act.object:  # eases sanctions, lifts sanctions: a choice of words, and nothing left out
        head = singular(_BEHIND.split(act.object.surface)[0].split()[-1])
        keys.add(f"deed {mark}{act.actor_id} {act.object_id or head}")
    label = " ".join(f"{sides[0]} {mark}{sides[1]} {sides[2]}".split())
    return _Item("act", frozenset(keys), label, act.passage)


def _figure_item(figure: Figure, quantity_of: Mapping[str, str]) -> _Item:
    quantity = quantity_of.get(figure.figure_id)
    key = f"quantity {quantity}" if quantity else f"figure {figure.measure.value} {figure.measure.unit}"
    label = " ".join(f"{figure.passage.surface} {figure.counted or ''}".split())
    measure = figure.measure
    return _Item("figure", frozenset({key}), label, figure.passage, f"{key} = {measure.bound} {measure.value}")


def _name_items(mentions: Sequence[Mention], acts: Sequence[Act]) -> Iterator[_Item]:
    """The names; those that do the same thing are one key: where one headline has "Lima frees" and the other "Peru
    frees", neither leaves a name out.
    """
    doing: defaultdict[int, set[str]] = defaultdict(set)
    for act in acts:
        if act.actor is not None:
            doing[act.actor.start] |= {f"who did {key}" for key in _act_item(act).keys}
    for mention in mentions:
        keys = {f"name {mention.entity_id}", *doing.get(mention.passage.start, ())}
        yield _Item("name", frozenset(keys), mention.canonical, mention.passage)


@cache
def _groups() -> Mapping[str, frozenset[str]]:
    """By lemma: the acts of the lexicon acts.toml that it names."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for entry in lexicon("acts").entries:
        for lemma in entry.pattern.split():
            found[lemma].add(entry.id)
    return {lemma: frozenset(ids) for lemma, ids in found.items()}


def _grouped(items: Iterable[_Item]) -> Iterator[list[_Item]]:
    """The items of all headlines, those together that share a key, in the order in which they are first met."""
    groups: list[list[_Item]] = []
    at: dict[str, int] = {}
    for item in items:
        known = next((at[key] for key in sorted(item.keys) if key in at), None)
        if known is None:
            known = len(groups)
            groups.append([])
        groups[known].append(item)
        for key in item.keys:
            at.setdefault(key, known)
    yield from groups


def _most_told(groups: Iterable[list[_Item]]) -> list[_Shared]:
    """What the headlines have, in the order in which it is first met; of very much, what most articles have."""
    found = list(groups)
    most = sorted(found, key=lambda group: -len({item.passage.article_id for item in group}))[:_MOST]
    kept = {id(group) for group in most}
    return [_Shared.of(group) for group in found if id(group) in kept]


def _absent(own: _Told, everywhere: Iterable[_Shared]) -> Iterator[Absent]:
    have = {key for item in own.head for key in item.keys}
    for shared in everywhere:
        if have.isdisjoint(shared.keys):
            same = [key for key in shared.sames if key in own.all]
            places = [own.all[key] for key in (same or shared.keys) if key in own.all]
            below = min(places, key=lambda one: one.start, default=None)
            yield Absent(shared.first.kind, shared.first.label, shared.passages, below)

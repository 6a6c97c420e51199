"""How faithful two renderings are to one another: the grade, and every word in which they differ."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.compare.alignment import Alignment, Block, Gap
from workbench.compare.rendering import Word, words
from workbench.compare.spelling import NEGATIONS, opposites, stem
from workbench.model import Article, EditKind, Fidelity, Passage, Quote, WordEdit

#: From the most faithful to the least.
ORDER = tuple(Fidelity)

#: How far around a quote its article is searched for the words that the other rendering has inside.
_AROUND = 400

#: Words at the edge of both that differ are one replaced by the other, unless one of them is this long.
_LONG_EDGE = 5


def grade(laid: Alignment, outside: frozenset[Gap] = frozenset()) -> Fidelity:
    """The grade of two renderings; `outside` holds the gaps whose words stand just outside the other's marks."""
    if not laid.blocks or laid.moved or not _edges_clean(laid) or not all(_marked(laid, gap) for gap in laid.inner):
        return Fidelity.ALTERED
    if laid.gaps:
        return Fidelity.BOUNDARY if all(gap in outside for gap in laid.gaps) else Fidelity.TRIMMED
    return Fidelity.SPELLING if laid.respelt else Fidelity.SAME


def outside(laid: Alignment, quotes: tuple[Quote, Quote], articles: tuple[Article, Article]) -> frozenset[Gap]:
    """The edges of one rendering whose words the other article has just outside its quote marks."""
    found = set()
    for gap, before in ((laid.lead, True), (laid.tail, False)):
        mine, theirs = laid.a[gap.a1 : gap.a2], laid.b[gap.b1 : gap.b2]
        if bool(mine) == bool(theirs):
            continue
        lacking = 1 if mine else 0
        near = around(articles[lacking], quotes[lacking], len(mine or theirs), before=before)
        if [word.key for word in near] == [word.key for word in mine or theirs]:
            found.add(gap)
    return frozenset(found)


def around(article: Article, quote: Quote, count: int, *, before: bool) -> tuple[Word, ...]:
    """The `count` words that stand just before or after a quote, in the same paragraph."""
    block = article.block_at(quote.passage.start)
    if before:
        start = max(block.start, quote.passage.start - _AROUND)
        return words(article.text, start, quote.passage.start)[-count:]
    end = min(block.end, quote.passage.end + _AROUND)
    return words(article.text, quote.passage.end, end)[:count]


def edits(
    laid: Alignment, articles: tuple[Article, Article], outside: frozenset[Gap] = frozenset()
) -> tuple[WordEdit, ...]:
    """Every difference, in the order of the words; words that were moved are told once, as moved."""
    found = [*_spelt(laid), *_gaps(laid, outside)]
    for block in laid.moved:
        found.append(_Edit(EditKind.MOVED, block.a1, block.a2, block.b1, block.b2))
    return tuple(
        WordEdit(
            edit.kind,
            _passage(articles[0], laid.a[edit.a1 : edit.a2]),
            _passage(articles[1], laid.b[edit.b1 : edit.b2]),
            edit.outside,
        )
        for edit in sorted(found, key=lambda edit: (edit.a1, edit.b1, edit.kind))
    )


def sense(laid: Alignment) -> str | None:
    """What makes one doubt that both say the same: a negation, or a word's opposite, that only one of them has."""
    left = {stem(word.key): word for gap in laid.gaps for word in laid.a[gap.a1 : gap.a2]}
    right = {stem(word.key): word for gap in laid.gaps for word in laid.b[gap.b1 : gap.b2]}
    for one, word in sorted(left.items()):
        against = sorted(opposites().get(one, frozenset()) & right.keys())
        if against:
            return f"The sense may turn: {word.plain} / {right[against[0]].plain}."
    inner_left = {word.key for gap in laid.inner for word in laid.a[gap.a1 : gap.a2]} & NEGATIONS
    inner_right = {word.key for gap in laid.inner for word in laid.b[gap.b1 : gap.b2]} & NEGATIONS
    if bool(inner_left) != bool(inner_right):
        return f"The sense may turn: one has {min(inner_left | inner_right)!r}, the other has not."
    return None


@dataclass(frozen=True, slots=True)
class _Edit:
    """A difference, by the places of its words."""

    kind: EditKind
    a1: int
    a2: int
    b1: int
    b2: int
    outside: bool = False


def _spelt(laid: Alignment) -> Iterator[_Edit]:
    for block in laid.blocks:
        if block.spelt:
            yield _Edit(EditKind.SPELT, block.a1, block.a2, block.b1, block.b2)
            continue
        for a, b in zip(range(block.a1, block.a2), range(block.b1, block.b2), strict=True):
            if laid.a[a].plain != laid.b[b].plain:
                yield _Edit(EditKind.SPELT, a, a + 1, b, b + 1)


def _gaps(laid: Alignment, outside: frozenset[Gap]) -> Iterator[_Edit]:
    gone = {at for block in laid.moved for at in range(block.a1, block.a2)}
    come = {at for block in laid.moved for at in range(block.b1, block.b2)}
    for gap in laid.gaps:
        left = _rest(range(gap.a1, gap.a2), gone)
        right = _rest(range(gap.b1, gap.b2), come)
        if len(left) == len(right) == 1 and (gap in laid.inner or max(len(left[0]), len(right[0])) < _LONG_EDGE):
            mine, theirs = left[0], right[0]
            marked = _bracketed(laid.a[mine.start : mine.stop]) or _bracketed(laid.b[theirs.start : theirs.stop])
            kind = EditKind.BRACKETED if marked else EditKind.REPLACED
            yield _Edit(kind, mine.start, mine.stop, theirs.start, theirs.stop)
            continue
        for run in left:
            kind = EditKind.BRACKETED if _bracketed(laid.a[run.start : run.stop]) else EditKind.DROPPED
            yield _Edit(kind, run.start, run.stop, gap.b1, gap.b1, gap in outside)
        for run in right:
            kind = EditKind.BRACKETED if _bracketed(laid.b[run.start : run.stop]) else EditKind.ADDED
            yield _Edit(kind, gap.a1, gap.a1, run.start, run.stop, gap in outside)


def _rest(places: range, used: set[int]) -> list[range]:
    """The runs of `places` that were not moved."""
    runs: list[range] = []
    for place in places:
        if place in used:
            continue
        if runs and runs[-1].stop == place:
            runs[-1] = range(runs[-1].start, place + 1)
        else:
            runs.append(range(place, place + 1))
    return runs


def _marked(laid: Alignment, gap: Gap) -> bool:
    """Whether the article that lacks the words says so: by an ellipsis, or by square brackets around what it adds."""
    left, right = laid.a[gap.a1 : gap.a2], laid.b[gap.b1 : gap.b2]
    if _bracketed(left) and _bracketed(right):
        return True
    if _bracketed(left) or _bracketed(right):
        return not (left and right) or (left if _bracketed(left) else right)[0].bracketed
    if left and right:
        return False
    lacking, at = (laid.b, gap.b2) if left else (laid.a, gap.a2)
    return at < len(lacking) and lacking[at].cut


def _edges_clean(laid: Alignment) -> bool:
    """Whether, where both go on with words of their own beyond what they share, both have a sentence's end there."""
    lead, tail = laid.lead, laid.tail
    if lead.a2 > lead.a1 and lead.b2 > lead.b1 and not (laid.a[lead.a2].opens and laid.b[lead.b2].opens):
        return False
    if tail.a2 > tail.a1 and tail.b2 > tail.b1:
        return laid.a[tail.a1].opens and laid.b[tail.b1].opens
    return True


def _bracketed(run: Sequence[Word]) -> bool:
    return bool(run) and all(word.bracketed for word in run)


def _passage(article: Article, run: Sequence[Word]) -> Passage | None:
    return article.passage(run[0].start, run[-1].end) if run else None


def whole(laid: Alignment) -> Block | None:
    """The sentence or more that both have word for word, from its beginning to its end; None where there is none."""
    for block in laid.blocks:
        if block.spelt or block.a2 - block.a1 < 6 or not (laid.a[block.a1].opens and laid.b[block.b1].opens):
            continue
        if _closes(laid.a, block.a2) and _closes(laid.b, block.b2):
            return block
    return None


def _closes(found: Sequence[Word], at: int) -> bool:
    return at == len(found) or found[at].opens

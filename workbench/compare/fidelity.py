"""How faithful two renderings are to one another: the grade, and every word in which they differ."""

from collections.abc import Iterator, Sequence

from workbench.compare.alignment import Alignment, Block, Gap
from workbench.compare.rendering import Word, words
from workbench.compare.spelling import NEGATIONS, opposites, stem
from workbench.model import Article, EditKind, Fidelity, Passage, Quote, WordEdit

#: From the most faithful to the least.
ORDER = tuple(Fidelity)

#: How far around a quote its article is searched for the words that the other rendering has inside.
_AROUND = 400


def grade(laid: Alignment, outside: frozenset[Gap] = frozenset()) -> Fidelity:
    """The grade of two renderings; `outside` holds the gaps whose words stand just outside the other's marks."""
    if any(not _marked(laid, gap) for gap in laid.inner) or not _edges_clean(laid) or not laid.blocks:
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
    found = [*_spelt(laid, articles), *_gaps(laid, articles, outside)]
    for block in laid.moved:
        here = _passage(articles[0], laid.a[block.a1 : block.a2])
        found.append(WordEdit(EditKind.MOVED, here, _passage(articles[1], laid.b[block.b1 : block.b2])))
    return tuple(sorted(found, key=_place))


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


def _place(edit: WordEdit) -> tuple[int, int, str]:
    return (edit.a.start if edit.a else -1, edit.b.start if edit.b else -1, edit.kind.value)


def _spelt(laid: Alignment, articles: tuple[Article, Article]) -> Iterator[WordEdit]:
    for block in laid.blocks:
        left, right = laid.a[block.a1 : block.a2], laid.b[block.b1 : block.b2]
        if block.spelt:
            yield WordEdit(EditKind.SPELT, _passage(articles[0], left), _passage(articles[1], right))
            continue
        for one, two in zip(left, right, strict=True):
            if one.plain != two.plain:
                yield WordEdit(EditKind.SPELT, _passage(articles[0], (one,)), _passage(articles[1], (two,)))


def _gaps(laid: Alignment, articles: tuple[Article, Article], outside: frozenset[Gap]) -> Iterator[WordEdit]:
    gone = {at for block in laid.moved for at in range(block.a1, block.a2)}
    come = {at for block in laid.moved for at in range(block.b1, block.b2)}
    for gap in laid.gaps:
        left = _rest(laid.a, range(gap.a1, gap.a2), gone)
        right = _rest(laid.b, range(gap.b1, gap.b2), come)
        if len(left) == len(right) == 1 and gap not in (laid.lead, laid.tail):
            kind = EditKind.BRACKETED if _bracketed(left[0]) or _bracketed(right[0]) else EditKind.REPLACED
            yield WordEdit(kind, _passage(articles[0], left[0]), _passage(articles[1], right[0]))
            continue
        for run in left:
            kind = EditKind.BRACKETED if _bracketed(run) else EditKind.DROPPED
            yield WordEdit(kind, _passage(articles[0], run), None, gap in outside)
        for run in right:
            kind = EditKind.BRACKETED if _bracketed(run) else EditKind.ADDED
            yield WordEdit(kind, None, _passage(articles[1], run), gap in outside)


def _rest(found: Sequence[Word], places: range, used: set[int]) -> list[Sequence[Word]]:
    """The runs of words at `places` that were not moved."""
    runs: list[list[Word]] = [[]]
    for place in places:
        if place in used:
            runs.append([])
        else:
            runs[-1].append(found[place])
    return [run for run in runs if run]


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


def _passage(article: Article, run: Sequence[Word]) -> Passage:
    return article.passage(run[0].start, run[-1].end)


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

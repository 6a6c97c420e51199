"""What is followed: a link by its id, also one that is made for a paragraph or for passages handed on."""

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from workbench.citing import place
from workbench.model import Article, Passage
from workbench.views import narrow
from workbench.views.reading.likeness import Likeness
from workbench.views.reading.marks import ALIGNS, Link, Marked

#: The links that no mark has: a paragraph and those like it; passages of a row of another view.
LIKE, PLACES = "like", "places"
COLUMNS = ("source", "paragraph", "words", "sentence", "places", "start", "end")


def like(likeness: Likeness, article: Article, start: int, end: int) -> Link:
    """The paragraph at ``[start, end)`` of `article` and the likest of each other article."""
    found = likeness.counterparts(article, start, end)
    name = f"¶{article.paragraph_at(start)} of {article.name}"
    return Link(f"{LIKE}:{article.article_id}:{start}-{end}", LIKE, name, tuple(found))


def clicked(marked: Marked, links: Sequence[str], align: str, now: str, spot: tuple[str, int, int]) -> str:
    """Which of the `links` of a place that is clicked is meant: that of the align first, then the narrowest mark's.

    Where the place was followed already (`now`), the next of them.
    """
    narrowest = {mark.link: at for at, mark in reversed(list(enumerate(marked.at(*spot))))}
    wanted = ALIGNS[align]
    order = sorted(
        dict.fromkeys(link for link in links if link in marked.links),
        key=lambda key: (marked.links[key].layer != wanted, narrowest.get(key, 0), key),
    )
    if not order:
        return ""
    return order[(order.index(now) + 1) % len(order)] if now in order else order[0]


def walk(marked: Marked, likeness: Likeness, align: str, reference: Article) -> list[str]:
    """What next and previous go through: the links of this sort that `reference` and another source have, in its order.

    Where it shares none, those that it has alone.
    """
    layer = ALIGNS[align]
    own = dict.fromkeys(one.link for one in marked.by_article.get(reference.article_id, ()) if one.layer == layer)
    if align == "text" and not own:
        return [f"{LIKE}:{one.article_id}:{one.start}-{one.end}" for one in likeness.paragraphs(reference.article_id)]
    shared = [key for key in own if len(marked.links[key].by_article) > 1]
    return shared or list(own)


def beside(steps: Sequence[str], marked: Marked, now: str, at: tuple[str, int, int] | None, by: int) -> str:
    """The step after `now` (before it, where `by` is negative); from a place `at` where `now` is none of them."""
    if not steps:
        return ""
    if now in steps:
        return steps[(steps.index(now) + by) % len(steps)]
    if at is not None:
        starts = [_start(marked, key, at[0]) for key in steps]
        after = [key for key, start in zip(steps, starts, strict=True) if start is not None and start > at[1]]
        before = [key for key, start in zip(steps, starts, strict=True) if start is not None and start < at[1]]
        if by > 0 and after:
            return after[0]
        if by < 0 and before:
            return before[-1]
    return steps[0] if by > 0 else steps[-1]


def _start(marked: Marked, link: str, article_id: str) -> int | None:
    there = marked.links[link].by_article.get(article_id) if link in marked.links else None
    return there[0].start if there else None


def frame(link: Link | None, articles: Iterable[Article], names: Mapping[str, str]) -> pd.DataFrame:
    """A row a source: the first passage it has of `link`, and how many; None where it is silent."""
    rows: list[tuple[object, ...]] = []
    index: list[str] = []
    for article in articles if link else ():
        assert link is not None
        some = link.by_article.get(article.article_id, [])
        index.append(article.article_id)
        rows.append((names[article.article_id], *_cells(article, some)))
    made = pd.DataFrame(rows, columns=list(COLUMNS), index=pd.Index(index, dtype="object", name="article_id"))
    return narrow.typed(made, text=("source", "words", "sentence"), integer=("paragraph", "places", "start", "end"))


def _cells(article: Article, some: Sequence[Passage]) -> tuple[object, ...]:
    if not some:
        return None, None, None, 0, None, None
    one = some[0]
    where = place.of(article, one.start, one.end)
    return (
        *(where.paragraph, " ".join(one.surface.split()), " ".join(where.sentence.split()), len(some)),
        *(one.start, one.end),
    )

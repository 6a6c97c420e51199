"""An article as data for the browser: text already cut, so that nothing there counts in other units than Python."""

from collections.abc import Sequence
from typing import Any

from workbench.model import Article
from workbench.views.reading.layout import Paragraph, Stretch
from workbench.views.reading.marks import Mark


def column(article: Article, called: tuple[str, str], stretches: Sequence[Stretch], marks: Sequence[Mark]) -> Any:
    """The stretches with their text, and of each mark its layer, its link and what is said of it.

    `called` is the source's name, and its colour.
    """
    return {
        "id": article.article_id,
        "name": called[0],
        "colour": called[1],
        "of": len(article.blocks),
        "marks": [[mark.key, mark.layer, mark.link, mark.title] for mark in marks],
        "parts": [
            {
                "folded": bool(one.folded),
                "label": one.folded,
                "blocks": [_paragraph(article, each) for each in one.paragraphs],
            }
            for one in stretches
        ],
    }


def _paragraph(article: Article, one: Paragraph) -> dict[str, Any]:
    return {
        "number": one.number,
        "role": one.role.value,
        "segments": [[each.start, article.text[each.start : each.end], list(each.marks)] for each in one.segments],
    }

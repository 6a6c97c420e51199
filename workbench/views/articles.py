"""What was read: a row an article, what was set aside and why, and an article looked at in place. Pure functions."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import pandas as pd

from workbench.citing import place, say
from workbench.citing.say import count
from workbench.citing.sources import Sources
from workbench.markup import Html, escape, join, tag
from workbench.model import PROSE, Article, Block, Fact, Role
from workbench.views import narrow
from workbench.views.grid import Cell, Column, Line

if TYPE_CHECKING:
    from workbench.corpus import Corpus

COLUMNS = (
    *("source", "headline", "published", "words", "language", "set_aside", "problems"),
    *(
        "named",
        "source_basis",
        "published_basis",
        "byline",
        "dateline",
        "duplicate_of",
        "file",
        "encoding",
        "article_id",
    ),
)
ASIDE = ("source", "paragraph", "role", "reason", "words", "text")
HEADINGS = (
    Column("source", "Source", "25%", editable=True),
    Column("headline", "Headline", "32%"),
    Column("published", "Published", "14%"),
    Column("words", "Words", "7%", "right"),
    Column("set_aside", "Set aside", "8%", "right"),
    Column("language", "Language", "7%"),
    Column("problems", "Problems", "8%", "right"),
)
#: Blocks shown of one article, so that a file of a million lines does not stop the browser.
MOST_BLOCKS = 400


def prepare(corpus: "Corpus", sources: Sources) -> pd.DataFrame:
    """A row an article: what is known of it, how many words were set aside, how many problems it has."""
    troubles = pd.Series([row["article_id"] for row in corpus.rows("problems")], dtype="object").value_counts()
    given = corpus.rows("articles")
    rows = []
    for row, article in zip(given, corpus.documents, strict=True):
        aside = sum(len(text.split()) for _, text in _set_aside(article))
        known = {"source": sources.names[article.article_id], "named": article.source is not None, "set_aside": aside}
        file = article.path.replace("\\", "/").rpartition("/")[2]
        rows.append({**row, **known, "problems": int(troubles.get(article.article_id, 0)), "file": file})
    frame = pd.DataFrame(rows, columns=list(COLUMNS), index=[row["article_id"] for row in given])
    numbers = ("words", "set_aside", "problems")
    return narrow.typed(frame, text=[name for name in COLUMNS if name not in (*numbers, "named")], integer=numbers)


def aside(corpus: "Corpus", sources: Sources) -> pd.DataFrame:
    """What was set aside: a row a stretch, with its paragraph, role, reason and text."""
    rows = [
        {
            "source": sources.names[article.article_id],
            "paragraph": article.paragraph_at(block.start),
            "role": block.role.value,
            "reason": why(article, block),
            "words": len(text.split()),
            "text": " ".join(text.split()),
        }
        for article in corpus.documents
        for block, text in _set_aside(article)
    ]
    return narrow.typed(
        pd.DataFrame(rows, columns=list(ASIDE)),
        text=("source", "role", "reason", "text"),
        integer=("paragraph", "words"),
    )


def is_aside(block: Block) -> bool:
    """Whether nothing is read from the block, because it is no prose."""
    return block.role not in PROSE


def why(article: Article, block: Block) -> str | None:
    """Why the block has its role, and which one it repeats."""
    repeat = f"repeats ¶{article.paragraph_at(block.repeat_of)}" if block.repeat_of is not None else None
    return "; ".join(part for part in (block.reason, repeat) if part) or None


def _set_aside(article: Article) -> list[tuple[Block, str]]:
    return [(block, article.text[block.start : block.end]) for block in article.blocks if is_aside(block)]


def lines(frame: pd.DataFrame, colours: Mapping[str, str]) -> list[Line]:
    """Each article as the table shows it, with a field for the name of its source."""
    return [
        Line(
            key,
            (
                Cell(value=row["source"] if row["named"] else "", hint=row["source"], colour=colours.get(key)),
                Cell(
                    row["headline"] or "no headline",
                    dim=not row["headline"],
                    badges=("the same as another",) if row["duplicate_of"] else (),
                ),
                Cell(say.day(row["published"]) or "not known", dim=not row["published"]),
                f"{row['words']:,}",
                f"{row['set_aside']:,}",
                row["language"],
                str(row["problems"]) if row["problems"] else None,
            ),
        )
        for key, row in narrow.records(frame)
    ]


def heading(frame: pd.DataFrame, problems: int) -> str:
    """How much was read, how much of it was set aside, what is not known."""
    set_aside = int(frame["set_aside"].sum())
    unnamed = int((~frame["named"].astype(bool)).sum())
    parts = (
        f"{count(len(frame), 'article')} read, {count(int(frame['words'].sum()), 'word')}",
        f"{count(set_aside, 'word')} set aside (labels, credits, dates, page furniture)" if set_aside else "",
        f"{count(unnamed, 'source')} not known" if unnamed else "all sources known",
        count(problems, "problem") if problems else "no problems",
    )
    return " · ".join(part for part in parts if part)


def render(article: Article, row: Mapping[str, Any], *, only_aside: bool = False) -> Html:
    """`article` in place: what is known of it and how, then its blocks, what was set aside dimmed with the reason."""
    blocks = [block for block in article.blocks if is_aside(block) or not only_aside]
    more = len(blocks) - MOST_BLOCKS
    shown = [_block(article, block) for block in blocks[:MOST_BLOCKS]]
    if more > 0:
        shown.append(tag("p", f"… and {more:,} more paragraphs, which are not shown here.", class_="wb-cite"))
    if not blocks:
        shown.append(tag("p", "Nothing of this article was set aside.", class_="wb-empty"))
    text = tag("div", *shown, class_="wb-article", tabindex="0", role="region", aria_label="The article in place")
    return place.panel(article.headline or row["source"], _known(article, row), text)


def _known(article: Article, row: Mapping[str, Any]) -> Html:
    def fact(known: Fact | None) -> Html | None:
        return join([known.value, tag("span", f" ({known.basis})", class_="wb-cite")]) if known else None

    return place.facts(
        ("Source", fact(article.source) or "not known: the text does not say; name it in the table above"),
        ("Published", fact(article.published) or "not known"),
        ("Byline", fact(article.byline)),
        ("Dateline", fact(article.dateline)),
        ("Note", article.note),
        ("Address", article.url),
        ("The same as", article.duplicate_of),
        ("File", f"{row['file']}, {article.encoding}"),
    )


def _block(article: Article, block: Block) -> Html:
    ink = article.ink(block)
    reason = why(article, block)
    role = "" if block.role is Role.BODY else block.role.value
    dim = is_aside(block) or block.repeat_of is not None
    note = f"set aside: {reason}" if is_aside(block) and reason else reason if block.repeat_of is not None else None
    classes = f"wb-block wb-role-{block.role.value}{' wb-aside' if dim else ''}"
    return tag(
        "div",
        tag("span", f"¶{article.paragraph_at(block.start)}", class_="wb-number"),
        " ",
        tag("span", role, class_="wb-role"),
        " ",
        tag(
            "span",
            escape(article.text[ink.start : ink.end]),
            tag("span", f" [{note}]", class_="wb-why") if note else "",
            class_="wb-text",
        ),
        class_=classes,
    )

"""A statement in its place: the paragraph and the sentence it stands in, by plain rules that need no parse."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from workbench.citing import say
from workbench.markup import Html, escape, join, mark, tag
from workbench.model import Article, Passage, Role
from workbench.spans import Span

#: Roles that need no word of warning beside a paragraph's number.
PLAIN_ROLES = frozenset({Role.HEADLINE, Role.STANDFIRST, Role.SUMMARY, Role.BODY})

# A sentence ends at . ! ? or … (and closing marks) before white space and what can open the next one.
_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s+[\"'“‘«(\[]*[^\W_a-z])")
# ... but not after a title, an initial or a common short form.
_SHORT = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Lt|Col|Maj|Capt|Sgt|Sen|Rep|Gov|Rev|Hon|Jr|Sr|No|vs|approx|ca|cf|e\.g|i\.e|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|\b[A-Z](?:\.[A-Z])*)\.$"
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a statement stands: the number of its paragraph, its sentence, and its offsets in that sentence."""

    paragraph: int
    sentence: str
    at: int
    to: int


def of(article: Article, start: int, end: int) -> Place:
    """The place of the passage ``[start, end)`` of `article`."""
    passage = article.passage(start, end)
    span = sentence(article, passage)
    return Place(article.paragraph_at(start), article.text[span.start : span.end], start - span.start, end - span.start)


def paragraph(article: Article, passage: Passage) -> Span:
    """The block that holds the passage, without white space at its edges; widened where the passage runs beyond it."""
    ink = article.ink(article.block_at(passage.start))
    return Span(min(ink.start, passage.start), max(ink.end, passage.end))


def sentence(article: Article, passage: Passage) -> Span:
    """The sentence that holds the passage, or the stretch of sentences where it runs over several."""
    whole = paragraph(article, passage)
    text = article.text[whole.start : whole.end]
    start, end = 0, len(text)
    for match in _END.finditer(text):
        if _SHORT.search(text, max(0, match.start() - 12), match.end()):
            continue
        if match.end() + whole.start <= passage.start:
            start = match.end()
        elif match.end() + whole.start >= passage.end:
            end = match.end()
            break
    start += len(text[start:]) - len(text[start:].lstrip())
    return Span(whole.start + start, whole.start + end)


def clip(text: str, span: tuple[int, int], length: int = 220) -> tuple[str, tuple[int, int]]:
    """`text` cut to about `length` characters around `span`, with … where something is left out, and the new span.

    >>> clip("one two three four five six", (8, 13), 16)
    ('… two three four …', (6, 11))
    """
    if len(text) <= length:
        return text, span
    room = max(0, length - (span[1] - span[0])) // 2
    start, end = max(0, span[0] - room), min(len(text), span[1] + room)
    if start:
        start = min(span[0], (text.find(" ", start) + 1) or start)
    if end < len(text):
        end = max(span[1], text.rfind(" ", start, end + 1))
    before, after = ("… " if start else ""), (" …" if end < len(text) else "")
    by = len(before) - start
    return before + text[start:end].rstrip() + after, (span[0] + by, span[1] + by)


def citation(article: Article, start: int, end: int) -> str:
    """Where to find the passage: source, headline, date as far as they are known, paragraph, file and characters."""
    headline = f"“{' '.join(article.headline.split())}”" if article.headline else None
    published = say.day(article.published.value) if article.published else None
    file = article.path.replace("\\", "/").rpartition("/")[2]
    known = (article.name, headline, published, f"¶{article.paragraph_at(start)}", f"{file} characters {start}–{end}")
    return ", ".join(part for part in known if part)


def quoted(article: Article, marks: Iterable[tuple[int, ...] | tuple[int, int, str]]) -> Html:
    """The paragraph that holds the first of the `marks`, each highlighted: (start, end) or (start, end, class)."""
    spans = list(marks)
    whole = paragraph(article, article.passage(spans[0][0], spans[0][1]))
    inside = [(span[0] - whole.start, span[1] - whole.start, *span[2:]) for span in spans if span[0] < whole.end]
    return tag("blockquote", mark(article.text[whole.start : whole.end], [one for one in inside if one[1] > 0]))


def facts(*pairs: tuple[str, object]) -> Html:
    """A list of names and values; a value that is missing leaves its line out."""
    kept = [(name, value) for name, value in pairs if value not in (None, "")]
    return tag("dl", *(tag("dt", name) + tag("dd", escape(value)) for name, value in kept), class_="wb-facts")


def panel(title: object, *content: object) -> Html:
    """The box below a table."""
    return tag("div", tag("h3", title), *content, class_="wb-panel")


def where(article: Article, offset: int) -> Html:
    """The paragraph and, unless it is plain text, what sort of block it is."""
    role = article.block_at(offset).role
    number = f"¶{article.paragraph_at(offset)} of {len(article.blocks)}"
    return join([number, "" if role is Role.BODY else f", {role.value}"])

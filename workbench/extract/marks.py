"""Quote marks and how they pair: straight, curly, single, doubled, angled, nested, wrong-way, reopened, unclosed.

`pair` looks at paragraphs in order and yields each stretch between two marks. What a mark does is decided by where it
stands (what touches it on the left and on the right) first, and by its shape second, since printed marks are often the
wrong way round. Apostrophes, decades ('90s) and feet and inches (6'2") are no marks.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from workbench.spans import Span, trim

#: Marks that pair within one family; the shapes in a family are mixed freely in print („so“, ”so”, "so”).
_DOUBLE, _ANGLE, _SINGLE, _CORNER = "double", "angle", "single", "corner"
_FAMILY = (
    dict.fromkeys('"“”„‟＂', _DOUBLE)
    | dict.fromkeys("«»", _ANGLE)
    | dict.fromkeys("‹›", _ANGLE + "2")
    | dict.fromkeys("'‘’‚‛`", _SINGLE)
    | dict.fromkeys("「」", _CORNER)
    | dict.fromkeys("『』", _CORNER + "2")
)
_OPENERS = frozenset("“„‟«‹‘‚‛「『")
_CLOSERS = frozenset("”»›’」』")
_ANY = re.compile(r"(?<!['`])(?:''|``)(?!['`])|[\"“”„‟＂«»‹›'‘’‚‛`「」『』]")
#: What every stretch has at least one of: a mark that is no apostrophe within a word.
_SOME = re.compile(r"[\"“”„‟＂«»‹›「」『』]|(?<![^\W_])['‘’‚‛`]|['‘’‚‛`](?![^\W_])")
_MARK = re.compile("[" + re.escape("".join(_FAMILY)) + "]")  # looked for first: far quicker
_FURTHEST = 200  # marks within which a single mark is closed, if at all
_EDGES = "\"“”„‟＂«»‹›'‘’‚‛`「」『』"
_BEFORE_OPEN = frozenset("([{—–-/|:;,>…")
_AFTER_CLOSE = frozenset(")]}—–-/|:;,.!?…<")
#: Words that begin with an apostrophe: 'em, 'tis, '90s, 'n'.
_ELISION = re.compile(
    r"['‘’](?:\d\ds?\b|(?:em|tis|twas|til|till|cause|cos|round|bout|neath|n|nother|s|kay|sup)\b)", re.I
)
#: What may follow a closing mark only; three dots may open what is quoted.
_ENDS = re.compile(r"[,;:!?)\]]|\.(?!\.)")
_FEET = re.compile(r"\d\s?['’′]\s?\d{1,2}(?:\.\d+)?$")


class Marked(NamedTuple):
    """A stretch between quote marks: `start` and `end` exclude them; `opened` is the opening mark's place.

    `depth` is 0 for a stretch in no other. `closed` is false where its end is the paragraph's for want of a mark.
    `continues` is true where it takes up a quotation that the paragraph before left open.
    """

    start: int
    end: int
    opened: int
    mark: str
    depth: int
    closed: bool = True
    continues: bool = False

    @property
    def span(self) -> Span:
        """The stretch without its marks."""
        return Span(self.start, self.end)


class _Mark(NamedTuple):
    """One mark in its place: its family, its shape, and what its neighbours let it do."""

    at: int
    end: int
    family: str
    shape: str
    can_open: bool
    can_close: bool


def pair(text: str, paragraphs: Iterable[Span]) -> Iterator[Marked]:
    """Every stretch between quote marks in the paragraphs, outer before inner, in reading order.

    A quotation left open at the end of a paragraph goes on where the next paragraph opens with the same sort of mark.

    >>> said = 'He said: "It is 5\\' 10" wide.'
    >>> [said[m.start : m.end] for m in pair(said, [Span(0, len(said))])]
    ['It is 5\\' 10" wide.']
    """
    spans = [trim(text, span) for span in paragraphs]
    spans = [span for span in spans if span.length]
    left_open: str | None = None
    for number, span in enumerate(spans):
        likely = _MARK.search(text, span.start, span.end) and _SOME.search(text[span.start : span.end])
        marks = list(_marks(text, span)) if likely else []
        if not marks:
            left_open = None
            continue
        following = spans[number + 1] if number + 1 < len(spans) else None
        next_family = _opens_with(text, following) if following else None
        found = _pair_paragraph(text, span, marks, next_family, left_open)
        continued = left_open
        left_open = None
        for marked in sorted(found, key=lambda one: (one.start, -one.end)):
            if continued and marked.opened == span.start and _FAMILY[marked.mark[0]] == continued:
                marked = marked._replace(continues=True)
            if not marked.closed and marked.depth == 0 and next_family == _family(marked.mark):
                left_open = _FAMILY[marked.mark[0]]
            if marked.start < marked.end:
                yield marked


def _family(shape: str) -> str:
    return _DOUBLE if len(shape) == 2 else _FAMILY[shape]


def _opens_with(text: str, span: Span) -> str | None:
    """The family of the mark that a paragraph begins with."""
    match = _ANY.match(text, span.start, span.end)
    return _family(match.group()) if match else None


def _marks(text: str, span: Span) -> Iterator[_Mark]:
    """The marks of a paragraph, without apostrophes inside words, elisions, feet and inches."""
    for match, before, after in _placed(text, span):
        at, end, shape = match.start(), match.end(), match.group()
        family = _family(shape)
        if family == _SINGLE and ((before.isalnum() and after.isalnum()) or _ELISION.match(text, at)):
            continue
        if shape in '"＂' and _FEET.search(text[max(span.start, at - 8) : at]):
            continue
        inner_left, inner_right = not before or before.isspace(), not after or after.isspace()
        opens = not inner_right and (inner_left or before in _BEFORE_OPEN) and not _ENDS.match(text, end)
        closes = not inner_left and (inner_right or after in _AFTER_CLOSE)
        if opens == closes:  # glued on both sides, or loose on both: only the state can tell
            opens = closes = True
        yield _Mark(at, end, family, shape, opens, closes)


def _placed(text: str, span: Span) -> Iterator[tuple[re.Match[str], str, str]]:
    """Each mark with the characters left and right of it, marks that touch it passed over; empty at the span's edge."""
    left, right = "", span.start
    for match in _ANY.finditer(text, span.start, span.end):
        if match.start() >= right:  # a run of marks begins: what stands beside it stands beside each of them
            first, right = match.start(), match.end()
            while first > span.start and text[first - 1] in _EDGES:
                first -= 1
            while right < span.end and text[right] in _EDGES:
                right += 1
            left = text[first - 1] if first > span.start else ""
        yield match, left, text[right] if right < span.end else ""


def _pair_paragraph(
    text: str, span: Span, marks: list[_Mark], next_family: str | None, continued: str | None
) -> list[Marked]:
    """Pair the marks of one paragraph with a stack; what stays open ends with the paragraph, or is no quotation."""
    stack: list[_Mark] = []
    held: Counter[str] = Counter()  # the families of the marks on the stack
    found: list[Marked] = []
    closers: dict[int, int] = {}  # of single marks, whose closing mark has to be looked for
    for number, mark in enumerate(marks):
        top = stack[-1] if stack else None
        if mark.family == _SINGLE:
            if top and closers.get(top.at) == mark.at:
                found.append(Marked(top.end, mark.at, top.at, top.shape, len(stack) - 1))
                held[stack.pop().family] -= 1
            elif mark.can_open and not (top and top.family == _SINGLE) and mark.shape != "’":
                closer = _single_closer(text, marks, number, top)
                if closer is not None:
                    closers[mark.at] = closer
                    stack.append(mark)
                    held[_SINGLE] += 1
                elif _SINGLE in (next_family, continued) and _may_stay_open(text, span, mark):
                    stack.append(mark)
                    held[_SINGLE] += 1
            continue
        while top and top.family == _SINGLE and held[mark.family] and _closes(mark):
            held[stack.pop().family] -= 1  # a single mark never closed inside a double one was an apostrophe
            top = stack[-1] if stack else None
        if top and top.family == mark.family and _closes(mark):
            found.append(Marked(top.end, mark.at, top.at, top.shape, len(stack) - 1))
            held[stack.pop().family] -= 1
        elif _opens(mark, text):
            stack.append(mark)
            held[mark.family] += 1
    return found + list(_unclosed(text, span, stack, found, next_family))


def _may_stay_open(text: str, span: Span, mark: _Mark) -> bool:
    """Whether a single mark that nothing closes may begin a quotation of several paragraphs."""
    return mark.shape != "`" and (mark.at == span.start or _last_before(text, span, mark) in (":", ","))


def _closes(mark: _Mark) -> bool:
    """Whether a mark, met while one of its family is open, closes it."""
    if mark.can_open and mark.can_close:
        return mark.shape not in _OPENERS
    return mark.can_close


def _opens(mark: _Mark, text: str) -> bool:
    """Whether a mark, met while none of its family is open or it cannot close, opens a stretch."""
    if mark.can_open and mark.can_close:
        return mark.shape not in _CLOSERS and not text[mark.at - 1 : mark.at].isdigit()
    return mark.can_open


def _single_closer(text: str, marks: list[_Mark], number: int, top: _Mark | None) -> int | None:
    """Where the stretch that a single mark opens is closed; None where nothing closes it: it was an apostrophe.

    The s' of a plural possessive is passed over where a better closing mark follows.
    """
    fallback: int | None = None
    for mark in islice(marks, number + 1, number + 1 + _FURTHEST):
        if top and mark.family == top.family and mark.can_close:
            break
        if mark.family != _SINGLE:
            continue
        if mark.can_close and not (mark.can_open and mark.shape in _OPENERS):
            possessive = text[mark.at - 1] in "sS" and re.match(r"\s+[a-z]", text[mark.end : mark.end + 3])
            if not possessive:
                return mark.at
            fallback = fallback if fallback is not None else mark.at
        elif mark.can_open and fallback is not None:
            break
    return fallback


def _unclosed(
    text: str, span: Span, stack: list[_Mark], found: list[Marked], next_family: str | None
) -> Iterator[Marked]:
    """The stretches that marks left open begin: to the paragraph's end, or to the next stretch where one follows."""
    if not stack:
        return
    first = stack[0]
    rest = stack[1:]
    goes_on = next_family == first.family and first.family != _SINGLE
    whole = first.at == span.start or goes_on or not any(one.opened > first.at for one in found)
    if whole and (first.at == span.start or _looks_opened(text, span, first)):
        yield Marked(first.end, span.end, first.at, first.shape, 0, closed=False)
        return
    for number, one in enumerate(found):  # the opening mark was a slip: what was thought to be inside it is by itself
        if one.opened > first.at and one.depth:
            found[number] = one._replace(depth=one.depth - 1)
    if rest and _looks_opened(text, span, rest[0]) and not any(one.opened > rest[0].at for one in found):
        yield Marked(rest[0].end, span.end, rest[0].at, rest[0].shape, 0, closed=False)


def _looks_opened(text: str, span: Span, mark: _Mark) -> bool:
    """Whether a mark in mid-paragraph that nothing closes still begins speech: after a colon, comma or full stop."""
    return _last_before(text, span, mark) in (":", ",", ".", "!", "?", "…")


def _last_before(text: str, span: Span, mark: _Mark) -> str:
    """The last character before a mark that is no white space; empty where none stands before it."""
    at = mark.at
    while at > span.start and text[at - 1].isspace():
        at -= 1
    return text[at - 1] if at > span.start else ""

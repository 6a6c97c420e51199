"""The words in which one rendering differs from the reference, laid over the rendering as printed."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from workbench.compare.rendering import Word, words
from workbench.markup import Html, escape, join, tag
from workbench.model import Article, EditKind, Passage, WordEdit

#: Words of one difference that are listed in full.
_LONGEST = 64
_MIRROR = {EditKind.ADDED: EditKind.DROPPED, EditKind.DROPPED: EditKind.ADDED}
_SAID = {
    EditKind.SPELT: "spelt otherwise",
    EditKind.DROPPED: "left out",
    EditKind.ADDED: "added",
    EditKind.REPLACED: "replaced",
    EditKind.MOVED: "moved",
    EditKind.BRACKETED: "the article's own, in brackets",
}


@dataclass(frozen=True, slots=True)
class Change:
    """One difference, at ``[start, end)`` of the rendering's article; `was` are the words of the reference there.

    Words that the rendering leaves out have no length: they belong before the character at `start`.
    """

    start: int
    end: int
    kind: EditKind
    was: str | None = None
    outside: bool = False


def mirrored(edits: Iterable[WordEdit]) -> tuple[WordEdit, ...]:
    """The same edits with the two sides in each other's place."""
    return tuple(replace(edit, kind=_MIRROR.get(edit.kind, edit.kind), a=edit.b, b=edit.a) for edit in edits)


def lay(
    edits: Sequence[WordEdit], reference: tuple[Article, Passage], own: tuple[Article, Passage]
) -> tuple[Change, ...]:
    """The `edits` (side a the reference, side b our own) as changes of our own text, in its order."""
    anchors = _anchors(edits, reference, own)
    starts = [at for at, _ in anchors]
    made = []
    for edit in edits:
        was = edit.a.surface if edit.a else None
        if edit.b is not None:
            made.append(Change(edit.b.start, edit.b.end, edit.kind, was, edit.outside))
        elif edit.a is not None:
            before = bisect_right(starts, edit.a.start) - 1
            at = anchors[before][1] if before >= 0 else own[1].start
            made.append(Change(at, at, edit.kind, was, edit.outside))
    return tuple(sorted(made, key=lambda change: (change.start, change.end)))


def _anchors(
    edits: Sequence[WordEdit], reference: tuple[Article, Passage], own: tuple[Article, Passage]
) -> list[tuple[int, int]]:
    """Where a word ends in the reference and its match in our own text, in order."""
    left = _unchanged(reference, [edit.a for edit in edits if edit.a])
    right = _unchanged(own, [edit.b for edit in edits if edit.b])
    common = [(one.end, other.end) for one, other in zip(left, right, strict=False)]
    paired = [(e.a.end, e.b.end) for e in edits if e.a and e.b and e.kind is not EditKind.MOVED]
    return sorted([*common, *paired])


def _unchanged(side: tuple[Article, Passage], changed: Sequence[Passage]) -> list[Word]:
    article, passage = side
    return [
        word
        for word in words(article.text, passage.start, passage.end)
        if not any(one.start < word.end and word.start < one.end for one in changed)
    ]


def agreed(several: Sequence[tuple[Change, ...]]) -> tuple[Change, ...]:
    """The changes of a rendering against the parts of the reference: a word that one of these has is no difference."""
    if len(several) < 2:
        return several[0] if several else ()
    kept = [
        change
        for at, changes in enumerate(several)
        for change in changes
        if change.start == change.end
        or all(
            any(other.start < change.end and change.start < other.end for other in others)
            for others in (*several[:at], *several[at + 1 :])
        )
    ]
    return tuple(dict.fromkeys(sorted(kept, key=lambda change: (change.start, change.end))))


def shown(text: str, start: int, end: int, changes: Iterable[Change]) -> Html:
    """``text[start:end]`` with the changes in it: what was left out struck, what differs underlined. Escaped.

    >>> str(shown("a very positive step", 2, 20, [Change(7, 15, EditKind.REPLACED, "good")]))
    'very <del title="replaced">good</del> <ins title="replaced">positive</ins> step'
    """
    parts: list[Html] = []
    at = start
    for change in changes:
        if change.start < at or change.end > end:
            continue  # inside an earlier change
        parts.append(_text(text, at, change.start))
        at = change.end
        parts.append(_changed(change, text) if change.start < change.end else _left_out(change, text, start, end))
    return join([*parts, _text(text, at, end)])


def _changed(change: Change, text: str) -> Html:
    own = " ".join(text[change.start : change.end].split())
    was = " ".join((change.was or "").split())
    title = _SAID[change.kind]
    if change.kind is EditKind.SPELT:
        return tag("ins", own, class_="wb-spelt", title=f"{title}: {was} in the reference")
    if change.kind is EditKind.MOVED:
        return join([tag("ins", own, class_="wb-moved", title="moved"), tag("small", " ⇄ moved", class_="wb-cite")])
    struck = tag("del", was, title=title) if was else Html("")
    return join([struck, " " if was else "", tag("ins", own, title=title)])


def _left_out(change: Change, text: str, start: int, end: int) -> Html:
    """Words that the rendering has not, struck, parted by blanks from those beside them."""
    at = change.start
    before = " " if at > start and not text[at - 1].isspace() else ""
    after = " " if at < end and text[at].isalnum() else ""
    title = "just outside the quote marks" if change.outside else _SAID[change.kind]
    return join([before, tag("del", " ".join((change.was or "").split()), title=title), after])


def _text(text: str, start: int, end: int) -> Html:
    """The characters on one line, white space at the edges kept as one blank."""
    surface = text[start:end]
    words = " ".join(surface.split())
    if not words:
        return escape(" " if surface else "")
    head, tail = " " if surface[0].isspace() else "", " " if surface[-1].isspace() else ""
    return escape(f"{head}{words}{tail}")


def told(text: str, changes: Iterable[Change]) -> list[str]:
    """Each change in words, for whoever does not see colours.

    >>> told("a very positive step", [Change(7, 15, EditKind.REPLACED, "good")])
    ['good → positive']
    """
    made = []
    for change in changes:
        own, was = _cut(text[change.start : change.end]), _cut(change.was or "")
        if change.kind is EditKind.MOVED:
            made.append(f"⇄ moved: {own or was}")
        elif own and was:
            made.append(f"{was} → {own}")
        elif own:
            made.append(f"+ {own}")
        else:
            made.append(f"− {was}{' (just outside the marks)' if change.outside else ''}")
    return list(dict.fromkeys(made))


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"

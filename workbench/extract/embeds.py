"""Embedded posts: words of their author, who signs below or stands above them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.extract.scene import Scene
from workbench.extract.spoken import Speaker
from workbench.model import Role
from workbench.spans import Span, trim

_HANDLE = re.compile(r"\(?@(\w{2,30})\)?")
_DASH = re.compile(r"[—–―]\s*(?=\S)|--?\s+(?=\S)")
_AUTHOR_LINE = 140  # characters at most in the line that names the author


@dataclass(frozen=True, slots=True)
class Embed:
    """An embedded post: its words in parts (one a block), its author and the account."""

    parts: tuple[Span, ...]
    speaker: Speaker
    account: str | None


def find(scene: Scene) -> Iterator[Embed]:
    """The embedded posts of an article, in order."""
    run: list[Span] = []
    previous = -2
    for number, block in enumerate(scene.parsed.article.blocks):
        if block.role is not Role.EMBED:
            continue
        if run and number != previous + 1:
            yield from _read(scene, run)
            run = []
        run.extend(_lines(scene.text, Span(block.start, block.end)))
        previous = number
        if _is_author(scene.text, run[-1]) and len(run) > 1:
            yield from _read(scene, run)
            run = []
    yield from _read(scene, run)


def _lines(text: str, span: Span) -> Iterator[Span]:
    """The block, its last line apart where that names the author."""
    whole = trim(text, span)
    cut = text.rfind("\n", whole.start, whole.end)
    if cut > 0 and _is_author(text, Span(cut + 1, whole.end)):
        yield trim(text, Span(whole.start, cut))
        yield trim(text, Span(cut + 1, whole.end))
    else:
        yield whole


def _is_author(text: str, span: Span) -> bool:
    """Whether a line names a post's author: it begins with a dash, or is short and holds an account's name."""
    line = text[span.start : span.end]
    return len(line) <= _AUTHOR_LINE and bool(
        _DASH.match(line) or (_HANDLE.search(line) and not line.endswith((".", "!", "?")))
    )


def _read(scene: Scene, run: list[Span]) -> Iterator[Embed]:
    """The post in a run of lines, if there is one."""
    authors = [span for span in run if _is_author(scene.text, span)]
    parts = [span for span in run if span not in authors and span.length]
    if not parts:
        return
    line = authors[-1] if authors else None
    account = _HANDLE.search(scene.text, line.start, line.end) if line else None
    speaker = Speaker(None)
    if line:
        end = account.start() if account else line.end
        named = [(span, entity) for span, entity in scene.cast.within(Span(line.start, end)) if entity.kind != "place"]
        if named:
            speaker = Speaker(named[0][1].canonical, named[0][0], named[0][1], named[0][1].sex)
        else:
            bare = trim(scene.text, Span(line.start, end), "—–―-(/ ")
            speaker = Speaker(scene.text[bare.start : bare.end], bare) if bare.length else speaker
    yield Embed(tuple(parts), speaker, f"@{account.group(1)}" if account else None)

"""What stands around a quoted stretch in its paragraph: the narration before and behind it, by sentence."""

import re
from bisect import bisect_left

from workbench.extract.cues import Cue
from workbench.extract.marks import Marked
from workbench.extract.scene import Scene
from workbench.extract.wordlists import titles
from workbench.language import Part
from workbench.spans import Span

_REACH = 4000  # characters on either side in which a paragraph, however long, is looked through
_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]{0,2}[A-Z0-9])|\n")


class Around:
    """What stands around a quoted stretch in its paragraph."""

    def __init__(self, scene: Scene, part: Part, number: int, cues: list[Cue]) -> None:
        self.scene, self.part, self.marked = scene, part, scene.quoted[number]
        self.reach = Span(max(part.start, self.marked.opened - _REACH), self.marked.end + _REACH)
        first = bisect_left(cues, self.reach.start, key=lambda cue: cue.span.start)
        last = bisect_left(cues, self.reach.end, key=lambda cue: cue.span.start)
        self.cues = cues[first:last]
        block = Span(part.start, part.start + len(part.doc.text))
        before = scene.quoted[number - 1] if number else None
        after = scene.quoted[number + 1] if number + 1 < len(scene.quoted) else None
        self.previous = before if before and before.start >= block.start else None
        self.following = after if after and after.start < block.end else None
        self.left = Span(outer_end(scene.text, self.previous) if self.previous else block.start, self.marked.opened)
        close = outer_end(scene.text, self.marked)
        self.right = Span(min(close, block.end), max(close, self.following.opened if self.following else block.end))
        self.content = scene.text[self.marked.start : self.marked.end].strip()

    def sentence_left(self) -> Span:
        """The narration before the stretch in its sentence (empty where it begins one), over earlier stretches."""
        scene = self.scene
        start = self.reach.start
        for match in _END.finditer(scene.text, start, self.marked.opened + 3):
            if (
                match.end() <= self.marked.opened
                and not scene.is_quoted(match.start())
                and not _is_abbreviation(scene.text, match.start())
            ):
                start = match.end()
        previous = self.previous
        if previous and previous.end > start and scene.text[previous.start : previous.end].rstrip()[-1:] in ".!?":
            gap = scene.text[outer_end(scene.text, previous) : self.marked.opened]
            if gap.strip()[:1].isupper() or not gap.strip():
                start = max(start, outer_end(scene.text, previous))
        return Span(start, self.marked.opened)

    def sentence_right(self) -> Span:
        """The narration after the stretch in its sentence, up to the paragraph's next stretch at most."""
        text = self.scene.text
        start, end = self.right
        for match in _END.finditer(text, start, min(end + 3, len(text))):
            if not _is_abbreviation(text, match.start()):
                end = match.start()
                break
        return Span(start, max(start, end))


def outer_end(text: str, marked: Marked) -> int:
    """The place after the closing mark of a stretch."""
    if not marked.closed:
        return marked.end
    return marked.end + (2 if text[marked.end : marked.end + 2] == "''" and len(marked.mark) == 2 else 1)


def _is_abbreviation(text: str, stop: int) -> bool:
    """Whether a full stop belongs to a title or an initial."""
    if text[stop] != ".":
        return False
    word = re.search(r"([^\W\d_][\w.]*)$", text[max(0, stop - 14) : stop])
    if not word:
        return False
    bare = word.group().casefold()
    return len(bare) == 1 or "." in bare or bare in titles() or bare in ("st", "no", "jr", "inc", "co", "vs")

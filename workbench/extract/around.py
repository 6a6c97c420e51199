"""What stands around a quoted stretch in its paragraph: the narration before and behind it, by sentence."""

from bisect import bisect_left, bisect_right

from workbench.extract.cues import Cue
from workbench.extract.marks import Marked
from workbench.extract.scene import Scene
from workbench.language import Part
from workbench.spans import Span

_REACH = 4000  # characters on either side in which a paragraph, however long, is looked through


class Around:
    """What stands around a quoted stretch in its paragraph."""

    def __init__(self, scene: Scene, part: Part, number: int, cues: list[Cue]) -> None:
        self.scene, self.part, self.marked = scene, part, scene.quoted[number]
        self.reach = Span(max(part.start, self.marked.opened - _REACH), self.marked.end + _REACH)
        first = bisect_left(cues, self.reach.start, key=lambda cue: cue.span.start)
        last = bisect_left(cues, self.reach.end, key=lambda cue: cue.span.start)
        self.cues = cues[first:last]
        block = Span(part.start, scene.end(part))
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
        ends = scene.ends(self.part)
        at = bisect_right(ends, self.marked.opened, key=lambda end: end.end)
        if at and ends[at - 1].start >= start:
            start = ends[at - 1].end
        previous = self.previous
        if previous and previous.end > start and scene.text[previous.start : previous.end].rstrip()[-1:] in ".!?":
            gap = scene.text[outer_end(scene.text, previous) : self.marked.opened]
            if gap.strip()[:1].isupper() or not gap.strip():
                start = max(start, outer_end(scene.text, previous))
        return Span(start, self.marked.opened)

    def sentence_right(self) -> Span:
        """The narration after the stretch in its sentence, up to the paragraph's next stretch at most."""
        start, end = self.right
        ends = self.scene.ends(self.part)
        at = bisect_left(ends, start, key=lambda one: one.start)
        if at < len(ends):
            end = min(end, ends[at].start)
        return Span(start, max(start, end))


def outer_end(text: str, marked: Marked) -> int:
    """The place after the closing mark of a stretch."""
    if not marked.closed:
        return marked.end
    return marked.end + (2 if text[marked.end : marked.end + 2] == "''" and len(marked.mark) == 2 else 1)

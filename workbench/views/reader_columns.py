"""The columns of the reader: what the browser is sent, what it asks for, and what is added there."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from workbench.charts.palette import cut
from workbench.errors import OptionError, WorkbenchError
from workbench.model import Passage
from workbench.views import by_hand, deciding_form, reader_apart
from workbench.views.deciding_words import Words
from workbench.views.grid import Grid
from workbench.views.reader_pane import Pane
from workbench.views.reading import adding, layout, payload
from workbench.views.reading.marks import LAYERS
from workbench.views.subject import Subject

if TYPE_CHECKING:
    from workbench.views.reader import Reader


class Columns:
    """The widget of one reader; it looks at the reader's state and changes it, and keeps nothing but a draft."""

    def __init__(self, reader: "Reader") -> None:
        self._reader = reader
        self._sent: tuple[object, ...] = ()
        self._compared: tuple[object, ...] = ()
        self._draft: Subject | None = None
        self._drafts = 0

    @cached_property
    def pane(self) -> Pane:
        """The columns."""
        pane = Pane(can_add=[[layer.value, label] for layer, (label, _) in adding.OFFERED.items()])
        if self._reader.reviewed is None:
            pane.can_add = []
        pane.on_msg(lambda _, content, __: self.hear(content))
        return pane

    @cached_property
    def apart(self) -> Grid:
        """The difference of two sources."""
        grid = Grid((), "Difference of two sources")
        grid.sortable = False
        grid.add_class("wb-wide")
        grid.observe(lambda _: self._lead(grid.selected), "selected")
        return grid

    def _lead(self, link: str) -> None:
        reader = self._reader
        if link and not reader._showing and link in reader.whole.index:
            reader.change(selected=link, at=None)

    # -- what is shown ------------------------------------------------------------------------------------------------

    def show(self) -> None:
        """Let the browser show the state of the reader; the articles themselves only where they are others."""
        reader, state, pane = self._reader, self._reader.state, self.pane
        link = reader.followed
        by = link.by_article if link else {}
        with pane.hold_sync():
            sent = (state.articles, reader.linked)
            if not _same(self._sent, sent):
                self._sent = sent
                pane.columns = [self._column(key) for key in state.articles]
                pane.chips = self._chips()
            pane.layers, pane.reference = list(state.layers), state.reference
            pane.active, pane.told = state.selected, reader.told()
            pane.origin = list(state.at[:2]) if state.at else []
            pane.notes = {key: reader.note(key) for key in state.articles} if link else {}
            pane.followed = {key: [[one.start, one.end] for one in by.get(key, ())] for key in state.articles}
            found = reader.found() if state.find.strip() else {}
            pane.found = {key: [[one.start, one.end] for one in some] for key, some in found.items()}
        self._show_apart()

    def _column(self, key: str) -> Any:
        reader = self._reader
        article, marks = reader.corpus.document(key), reader.linked.by_article.get(key, [])
        called = (reader.sources.names[key], reader.sources.colours.get(key) or "")
        return payload.column(article, called, layout.lay(article, marks), marks)

    def _chips(self) -> list[list[Any]]:
        reader = self._reader
        there = [mark.layer for key in reader.state.articles for mark in reader.linked.by_article.get(key, ())]
        return [[name, label, there.count(name)] for name, label in LAYERS.items()]

    def _show_apart(self) -> None:
        reader, state, grid = self._reader, self._reader.state, self.apart
        chosen = bool(state.versus) and state.versus != state.reference
        grid.layout.display = None if chosen else "none"
        compared = (state.reference, state.versus, reader.linked)
        if chosen and not _same(self._compared, compared):
            self._compared = compared
            some, heads = reader_apart.lines(reader), reader_apart.columns(reader)
            said = reader_apart.summary(reader)
            grid.show(some, page=0, total=1, status=said, empty="Neither has anything here.", columns=tuple(heads))
        grid.selected = state.selected if chosen else ""

    # -- what is asked for --------------------------------------------------------------------------------------------

    def hear(self, content: Mapping[str, Any]) -> None:
        """Do what the browser asks for; what is wrong is said, and what was typed stays."""
        reader = self._reader
        acts: dict[str, Callable[[], None]] = {
            "click": lambda: reader.click(
                str(content["article"]), int(content["start"]), int(content["end"]), [str(x) for x in content["links"]]
            ),
            "step": lambda: reader.next() if int(content["by"]) > 0 else reader.previous(),
            "clear": lambda: reader.change(selected="", at=None),
            "layers": lambda: reader.change(layers=content["on"]),
            "pin": lambda: reader.change(reference=content["article"]),
            "hide": lambda: self._hide(str(content["article"])),
            "move": lambda: self._move(str(content["article"]), int(content["by"])),
            "draft": lambda: self._begin(content),
            "add": lambda: self._add(content.get("given") or {}),
            "cancel": self._end,
        }
        try:
            acts.get(str(content.get("do")), lambda: None)()
        except WorkbenchError as error:
            self._say(str(error))
        except (KeyError, TypeError, ValueError):
            self._say("This could not be read: select the words again.")

    def _hide(self, key: str) -> None:
        rest = tuple(one for one in self._reader.state.articles if one != key)
        if rest:
            self._reader.change(articles=rest)

    def _move(self, key: str, by: int) -> None:
        order = list(self._reader.state.articles)
        at = order.index(key)
        to = max(0, min(at + by, len(order) - 1))
        order.insert(to, order.pop(at))
        self._reader.change(articles=tuple(order))

    # -- what is added ------------------------------------------------------------------------------------------------

    def _begin(self, content: Mapping[str, Any]) -> None:
        """Fold out the form for words that were selected."""
        reader = self._reader
        article = reader.corpus.document(str(content["article"]))
        start, end = int(content["start"]), int(content["end"])
        words = article.text[start:end]
        start, end = start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
        passage, layer = article.passage(start, end), str(content["layer"])
        self._draft = adding.draft(reader.subjects, layer, passage)
        self._drafts += 1
        label = next(label for one, (label, _) in adding.OFFERED.items() if one.value == layer)
        self.pane.adding = {
            "layer": layer,
            "label": label,
            "number": self._drafts,
            "words": cut(" ".join(passage.surface.split()), 90),
            "fields": deciding_form.plain(self._draft),
            "preset": adding.preset(reader.subjects, layer, passage),
            "said": "",
        }

    def _add(self, given: Mapping[str, Any]) -> None:
        if self._draft is None:
            raise OptionError("Select the words again: there is nothing to add.")
        fields = {str(name): value for name, value in given.items() if name != "reason"}
        self.add(self._draft.layer, self._draft.passages[0], fields, str(given.get("reason") or ""))
        self._end()

    def add(self, layer: str, passage: Passage, given: Mapping[str, Any], reason: str) -> None:
        """Add what stands at `passage`, show it, and say what was done and where it is kept."""
        reader = self._reader
        corpus = by_hand.reviewed(reader.corpus)
        subject = adding.draft(reader.subjects, layer, passage)
        reader.acting = True
        try:
            made = adding.add(corpus, subject, given, reason)
        finally:
            reader.acting = False
        spot = (passage.article_id, passage.start, passage.end)
        wanted = adding.LAYERS[layer]
        mine = [mark for mark in reader.linked.at(*spot) if mark.passage == passage and mark.layer == wanted]
        if mine:
            layers = (*reader.state.layers, mine[0].layer)
            reader.change(selected=mine[0].link, at=spot, layers=layers)
        words = Words(corpus).told(made)
        reader.bar.said = f"{words[:1].upper()}{words[1:].rstrip('.')}. {corpus.kept.message}"

    def _end(self) -> None:
        self._draft = None
        self.pane.adding = {}

    def _say(self, words: str) -> None:
        if self.pane.adding:
            self.pane.adding = {**self.pane.adding, "said": words}
        else:
            self._reader.bar.said = words


def _same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    """Whether what was sent is what is to be sent: the marks by identity, since they are many."""
    return one[:-1] == other[:-1] and bool(one) and one[-1] is other[-1]

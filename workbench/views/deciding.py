"""Deciding on the selected row, in every view: confirm, correct, reject, memo, grade, undo; and what was decided."""

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import anywidget
import traitlets

from workbench.errors import WorkbenchError
from workbench.review import Layer, Reviewed
from workbench.views import by_hand, deciding_form
from workbench.views.bar import Action
from workbench.views.deciding_words import Words, moment, past
from workbench.views.subject import Subject

if TYPE_CHECKING:
    from workbench.views.base import View

_HERE = Path(__file__).parent
_SELECT = "Select a row to decide on it."


class Strip(anywidget.AnyWidget):  # type: ignore[misc]  # anywidget is not typed
    """One line of buttons, what was said last, and a form that folds out. It decides nothing: it tells Python."""

    _esm = _HERE / "deciding.js"
    _css = _HERE / "deciding.css"

    hint = traitlets.Unicode("").tag(sync=True)  # instead of all else
    parts = traitlets.List().tag(sync=True)  # what can be decided on: the row itself, then what it is made of
    chosen = traitlets.Int(0).tag(sync=True)
    badges = traitlets.List().tag(sync=True)
    form = traitlets.Unicode("").tag(sync=True)  # correct, memo, grade, history; empty for none
    fields = traitlets.List().tag(sync=True)
    grades = traitlets.Dict().tag(sync=True)
    history = traitlets.List().tag(sync=True)
    analyst = traitlets.Unicode("").tag(sync=True)
    undo = traitlets.Unicode("").tag(sync=True)
    redo = traitlets.Unicode("").tag(sync=True)
    said = traitlets.Unicode("").tag(sync=True)
    bad = traitlets.Bool(False).tag(sync=True)
    waiting = traitlets.Bool(False).tag(sync=True)


class Deciding:
    """The controls of one view. Each method decides on what is chosen, and says what became of it."""

    near = True  # it stands beside the selected row, not below the view

    def __init__(self, view: "View[Any]") -> None:
        self._view = view
        self._shown = ""  # the row whose parts are offered

    @cached_property
    def widget(self) -> Strip:
        """The strip below the table."""
        strip = Strip()
        strip.on_msg(lambda _, content, __: self.hear(content))
        return strip

    def actions(self) -> tuple[Action, ...]:
        """Nothing in the bar: all of it stands in the strip."""
        return ()

    def press(self, name: str) -> bool:
        """No button of the bar is one of its own."""
        return False

    # -- what is chosen -----------------------------------------------------------------------------------------------

    @property
    def offered(self) -> tuple[Subject, ...]:
        """What can be decided on: the selected row, then what it is made of."""
        subject = self._view.looked_at()
        if subject is None:
            return ()
        return ((subject, *subject.parts) if subject.layer else subject.parts) or ()

    @property
    def target(self) -> Subject | None:
        """What is decided on."""
        some = self.offered
        return some[min(self.widget.chosen, len(some) - 1)] if some else None

    def choose(self, at: int) -> None:
        """Decide on the row itself (0), or on a part of it."""
        self.widget.chosen = at
        self._open("history" if self.widget.form == "history" else "")
        self.show()

    # -- deciding -----------------------------------------------------------------------------------------------------

    def confirm(self, reason: str = "") -> None:
        """Confirm what is chosen as it is."""
        self._each([("confirm", {})], reason)

    def reject(self, reason: str = "") -> None:
        """Reject what is chosen: it is left out everywhere."""
        self._each([("reject", {})], reason)

    def correct(self, given: Mapping[str, Any], reason: str = "") -> None:
        """Correct what is chosen, from the fields of the form (`given`, by name); fields that are as before are not."""
        corpus, target = self._both()
        self._each(deciding_form.steps(corpus, target, given), reason)

    def memo(self, text: str) -> None:
        """Write a memo on what is chosen."""
        corpus, target = self._both()
        self._do(lambda: corpus.memo(target.layer, target.key, deciding_form.said(text, "A memo")))

    def grade(self, reliability: str = "", credibility: str = "", reason: str = "") -> None:
        """Grade the source of what is chosen (A to F), or what it says (1 to 6), or both."""
        corpus, target = self._both()

        def do() -> Any:
            return [
                corpus.grade(layer, key, reason=reason, **grade)
                for layer, key, grade in deciding_form.grades(target, reliability, credibility)
            ][-1]

        self._do(do)

    def undo(self, decision_id: str | None = None) -> None:
        """Take back your last decision, wherever it was made, or the one with this id."""
        corpus, _ = self._both(needed=False)
        before = {one.decision_id: one for one in corpus.journal.live}
        self._do(lambda: before.get(corpus.undo(decision_id).of), "Undone: ")

    def redo(self) -> None:
        """Take back your last undoing."""
        corpus, _ = self._both(needed=False)

        def do() -> Any:
            step = corpus.redo()
            return next((one for one in corpus.journal.live if one.decision_id == step.of), None)

        self._do(do, "Done again: ")

    def keep(self) -> None:
        """Try again to keep what could not be kept."""
        corpus, _ = self._both(needed=False)
        self._say(corpus.keep().message, bad=bool(corpus.journal.waiting))

    def sign(self, analyst: str) -> None:
        """Let somebody else decide from now on."""
        corpus, _ = self._both(needed=False)
        if analyst.strip():
            corpus.sign(analyst)
            self._say(f"From now on {corpus.journal.analyst} decides.")

    def _both(self, *, needed: bool = True) -> tuple[Reviewed, Any]:
        corpus, target = by_hand.reviewed(self._view_corpus), self.target
        if needed and target is None:
            raise WorkbenchError(_SELECT)
        return corpus, target

    @property
    def _view_corpus(self) -> Any:
        return getattr(self._view, "corpus", None)

    def _each(self, steps: "list[tuple[str, dict[str, Any]]]", reason: str) -> None:
        corpus, target = self._both()

        def do() -> Any:
            made = [corpus.decide(act, target.layer, target.key, reason=reason, **more) for act, more in steps]
            return made[-1]

        self._do(do)

    def _do(self, do: Callable[[], Any], before: str = "") -> None:
        """Do it, this view showing it at once, and say what was done and where it is kept."""
        corpus = by_hand.reviewed(self._view_corpus)
        self._view.acting = True
        try:
            made = do()
        finally:
            self._view.acting = False
        told = Words(corpus).told(made) if made is not None else "done"
        told = f"{before}{told}" if before else told[:1].upper() + told[1:]
        self._open("")
        self._say(f"{told.rstrip('.')}. {corpus.kept.message}", bad=bool(corpus.journal.waiting))

    # -- the widget ---------------------------------------------------------------------------------------------------

    def hear(self, content: Mapping[str, Any]) -> None:
        """Do what the browser asks for; what is wrong is said, and what was typed stays."""
        acts: dict[str, Callable[[], None]] = {
            "confirm": lambda: self.confirm(_text(content, "reason")),
            "reject": lambda: self.reject(_text(content, "reason")),
            "correct": lambda: self.correct(content.get("changes") or {}, _text(content, "reason")),
            "memo": lambda: self.memo(_text(content, "text")),
            "grade": lambda: self.grade(
                _text(content, "reliability"), _text(content, "credibility"), _text(content, "reason")
            ),
            "undo": lambda: self.undo(_text(content, "id") or None),
            "redo": self.redo,
            "keep": self.keep,
            "sign": lambda: self.sign(_text(content, "name")),
            "choose": lambda: self.choose(int(content.get("at") or 0)),
            "open": lambda: self._open(_text(content, "form")),
        }
        try:
            self._meant(_text(content, "row"))
            if self._shown != self._view.state.selected:
                self.show()
            acts.get(_text(content, "do"), lambda: None)()
        except WorkbenchError as error:
            self._say(str(error), bad=True)

    def _meant(self, row: str) -> None:
        """Look at the row that the browser decides on: its selection may still be on its way."""
        if row and row != self._view.state.selected and row in self._view.whole.index:
            self._view.change(selected=row)

    def _say(self, words: str, *, bad: bool = False) -> None:
        self.widget.said, self.widget.bad = words, bad
        self.show()

    def _open(self, form: str) -> None:
        """Fold out a form; its fields are made now, not with every row that is passed."""
        target, corpus = self.target, self._view.reviewed
        if target is None or corpus is None:
            form = ""
        elif form == "correct":
            self.widget.fields = deciding_form.plain(target)
        elif form == "grade":
            self.widget.grades = deciding_form.graded(corpus, target, self._view.subjects.names)
        self.widget.form = form
        self._tell_history()

    def show(self) -> None:
        """Fit what is selected, and what was decided on it."""
        strip, corpus = self.widget, self._view.reviewed
        if not self._view.layers:
            strip.hint = "-"
            return
        some = self.offered
        if corpus is None:
            strip.hint = by_hand.NEEDS if some else "-"
            return
        row = self._view.state.selected
        with strip.hold_sync():
            if row != self._shown:
                self._shown, strip.chosen, strip.form = row, 0, "history" if strip.form == "history" and some else ""
            strip.hint = "" if some else _SELECT
            strip.parts = [{"name": one.name, "badges": self._badges(corpus, one)} for one in some]
            strip.chosen = max(0, min(strip.chosen, len(some) - 1))
            strip.badges = (strip.parts[strip.chosen]["badges"] or ["machine"]) if some else []
            strip.analyst = corpus.journal.analyst
            words, back, again = Words(corpus), corpus.journal.undoable, corpus.journal.redoable
            strip.undo = words.told(back) if back else ""
            strip.redo = words.told(again) if again else ""
            strip.waiting = bool(corpus.journal.waiting) and corpus.journal.path is not None
            self._tell_history()

    def _badges(self, corpus: Reviewed, one: Subject) -> list[str]:
        return list(corpus.review.marks(one.layer).get(one.key, ())) if one.layer else []

    def _tell_history(self) -> None:
        corpus, target, strip = self._view.reviewed, self.target, self.widget
        if corpus is None or target is None or strip.form != "history":
            return
        strip.history = [
            {**one, "when": moment(one["at"])}
            for one in past(corpus, corpus.review.history(Layer(target.layer), target.key, target.passages))
        ]


def _text(content: Mapping[str, Any], name: str) -> str:
    return str(content.get(name) or "")

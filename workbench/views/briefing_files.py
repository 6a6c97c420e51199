"""Writing a briefing in the formats asked for, and the controls that ask."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import ipywidgets

from workbench.briefing.items import Briefing
from workbench.charts.picture import FORMS
from workbench.citing.say import count
from workbench.errors import MissingPackage, OptionError, WorkbenchError
from workbench.export.charts import save
from workbench.export.document import written
from workbench.export.document.blocks import Picture
from workbench.export.document.resolve import resolve
from workbench.markup import Html, join, tag

if TYPE_CHECKING:
    from workbench.corpus import Corpus
    from workbench.views.briefing import Briefing as View

#: The word for the folder of charts, beside the formats of the document.
CHARTS = "charts"
FORMATS = (*written.FORMATS, CHARTS)
_NAMES = {
    "pptx": "PowerPoint (.pptx)",
    "docx": "Word (.docx)",
    "pdf": "PDF",
    "html": "Web page (.html)",
    "xlsx": "Excel (.xlsx)",
    "md": "Markdown (.md)",
    CHARTS: "Charts as pictures",
}


def write(
    briefing: Briefing,
    corpus: "Corpus",
    folder: Path | str,
    formats: Sequence[str] = FORMATS,
    template: Path | str | None = None,
    *,
    tell: Callable[[str], None] = lambda _: None,
) -> list[Path]:
    """Write `briefing` to `folder` in each of `formats` and return the paths; "charts" is a folder of pictures.

    `tell` is told each format before it is written.

    Raises OptionError for a format that there is not, a template that serves none of them, and a folder that lies
    among the articles; MissingPackage where a format needs a package that is not installed. Nothing is written then.
    """
    asked = (formats,) if isinstance(formats, str) else tuple(formats)
    documents = tuple(form for form in asked if form != CHARTS)
    if not asked:
        raise OptionError(f"No format is chosen: choose some of {', '.join(FORMATS)}.")
    if documents or template is not None:
        written.known(documents, template)
    target = Path(folder).expanduser()
    _not_among(target, corpus.origin)
    tell("what the briefing shows")
    made, paths = resolve(briefing, corpus), list[Path]()
    for form in documents:
        tell(_NAMES[form])
        base = template if template is not None and Path(template).suffix.lower() == f".{form}" else None
        paths += written.write_all(made, target, (form,), template=base)
    pictures = [block for block in made.blocks if isinstance(block, Picture)] if CHARTS in asked else []
    for number, block in enumerate(pictures, 1):
        tell(f"chart {number} of {len(pictures)}")
        paths += save(block.axes, target / CHARTS / f"{number:02d}-{block.name}")
    return paths


def _not_among(target: Path, origin: Sequence[Path]) -> None:
    """Files among the articles would be read as articles the next time."""
    for path in origin:
        if path.is_dir() and target.resolve().is_relative_to(path.resolve()):
            raise OptionError(
                f"The folder {target} lies among the articles, and what is written there would be read as one of "
                "them: choose another folder."
            )


def default_folder() -> str:
    """Where a briefing goes unless told otherwise: the folder briefing of the project."""
    return "../briefing" if Path.cwd().name == "notebooks" else "briefing"


@dataclass(frozen=True, slots=True)
class Done:
    """What became of an export: the files, and what could not be written, in a sentence each."""

    paths: tuple[Path, ...] = ()
    failed: tuple[str, ...] = ()


def attempt(
    briefing: Briefing,
    corpus: "Corpus",
    folder: str,
    formats: Sequence[str],
    template: str | None,
    *,
    tell: Callable[[str], None] = lambda _: None,
) -> Done:
    """Write what can be written; a format whose package is missing does not keep the others back."""
    able, failed = list[str](), list[str]()
    for form in formats:
        try:
            written.known((form,) if form != CHARTS else ())
            able.append(form)
        except MissingPackage as error:
            failed.append(str(error))
    if failed and not able:
        return Done((), tuple(failed))
    try:
        return Done(tuple(write(briefing, corpus, folder, able, template, tell=tell)), tuple(failed))
    except WorkbenchError as error:
        return Done((), (*failed, str(error)))
    except OSError as error:
        return Done((), (*failed, f"Nothing could be written to {folder}: {error.strerror or error}."))


class Export(ipywidgets.VBox):  # type: ignore[misc]  # ipywidgets is not typed
    """Formats, folder, template, a button, and what was written."""

    def __init__(self, view: "View") -> None:
        self._view = view
        box: dict[str, Any] = {"indent": False, "layout": {"width": "auto", "margin": "0 14px 0 0"}}
        self.formats = {
            form: ipywidgets.Checkbox(value=form not in ("md", CHARTS), description=_NAMES[form], **box)
            for form in FORMATS
        }
        text: dict[str, Any] = {"style": {"description_width": "70px"}, "layout": {"width": "min(420px, 100%)"}}
        self.folder = ipywidgets.Text(value=default_folder(), description="Folder", **text)
        self.template = ipywidgets.Text(
            description="Template", placeholder="Your own .pptx or .docx (may stay empty)", **text
        )
        self.button = ipywidgets.Button(description="Export", button_style="primary", layout={"width": "120px"})
        self.button.on_click(lambda _: self.press())
        self.said = ipywidgets.HTML()
        row = ipywidgets.Layout(flex_flow="row wrap", align_items="center", margin="2px 0")
        super().__init__(
            [
                ipywidgets.HTML(str(tag("h3", "Export"))),
                ipywidgets.HBox(list(self.formats.values()), layout=row),
                ipywidgets.HBox([self.folder, self.template, self.button], layout=row),
                self.said,
            ]
        )
        self.add_class("wb-export")

    def press(self) -> None:
        """Write what is ticked, and list it."""
        chosen = [form for form, box in self.formats.items() if box.value]
        if not self._view.briefing.items or not chosen:
            empty = (
                "Nothing is in the briefing yet: press “Start from the draft” above, or “Add to briefing” in any view."
            )
            said = empty if chosen else "Nothing is ticked: choose at least one kind of file."
            self.said.value = str(tag("p", said, class_="wb-problem", role="alert"))
            return
        self.button.disabled = True
        try:
            template = self.template.value.strip() or None
            folder = self.folder.value.strip() or default_folder()
            done = attempt(self._view.briefing, self._view.corpus, folder, chosen, template, tell=self._tell)
        finally:
            self.button.disabled = False
        self.said.value = str(listed(done))

    def _tell(self, what: str) -> None:
        self.said.value = str(tag("p", f"Writing: {what} …", class_="wb-cite", role="status"))


def listed(done: Done) -> Html:
    """The files written, with their places; what could not be written, and why."""
    failed = [tag("p", one, class_="wb-problem", role="alert") for one in done.failed]
    if not done.paths:
        return join(failed)
    shown = [path for path in done.paths if path.parent.name != CHARTS]
    charts = len(done.paths) - len(shown)
    lines = [tag("li", tag("code", path.resolve())) for path in shown]
    if charts:
        folder = next(path.parent for path in done.paths if path.parent.name == CHARTS)
        lines.append(tag("li", tag("code", folder.resolve()), f" ({count(charts, 'file')}, {', '.join(FORMS)})"))
    head = tag("p", tag("b", f"Written: {count(len(done.paths), 'file')}"), role="status")
    return join([*failed, head, tag("ul", *lines)])

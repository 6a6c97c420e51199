"""A briefing to a file, whatever its kind: looked up once, written whole or not at all."""

from collections.abc import Mapping, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.errors import MissingPackage, OptionError
from workbench.export import files
from workbench.export.document.blocks import Made, Picture
from workbench.export.document.resolve import image, resolve

if TYPE_CHECKING:
    from workbench.briefing.items import Briefing
    from workbench.corpus import Corpus

#: By ending: the module that makes the file.
_MODULES = {"pptx": "slides", "docx": "word", "pdf": "paper", "html": "web", "xlsx": "sheets", "md": "markdown"}
FORMATS = tuple(_MODULES)
#: What formats need beside the base install: module, package, extra.
_NEEDED = {
    "pptx": ("pptx", "python-pptx", "office"),
    "docx": ("docx", "python-docx", "office"),
    "pdf": ("reportlab", "reportlab", "pdf"),
}
#: The formats that take an organisation's own file as base.
TEMPLATED = ("pptx", "docx")


def write(
    briefing: "Briefing", corpus: "Corpus", path: Path | str, *, template: Path | str | None = None
) -> list[Path]:
    """Write `briefing` to `path`, whose ending says as what (see ``FORMATS``), and return the paths written.

    `template` is the organisation's own .pptx or .docx. A .md file gets its charts in a folder beside it. Two runs on
    the same articles and the same briefing write the same bytes; SOURCE_DATE_EPOCH gives the date that they carry.

    Raises OptionError for another ending, a chart that there is not or a template that is none, MissingPackage where
    the format needs a package that is not installed.
    """
    target = Path(path)
    return write_all(resolve(briefing, corpus), target.parent, [target.suffix], target.stem, template=template)


def write_all(
    made: Made,
    folder: Path,
    formats: Sequence[str],
    stem: str = "briefing",
    *,
    template: Path | str | None = None,
    drawn: Mapping[str, str] | None = None,
) -> list[Path]:
    """Write what :func:`resolve` made in each of `formats`; `template` serves those of its own kind.

    `drawn` says where the files of charts are, relative to `folder`, that are there already, by name.
    """
    wanted = known(formats, template)
    base = Path(template) if template is not None else None
    ending = base.suffix.lower().lstrip(".") if base else ""
    place, written = files.folder(folder), list[Path]()
    for form in wanted:
        target = place / f"{stem}.{form}"
        module: Any = import_module(f"workbench.export.document.{_MODULES[form]}")
        if form == "md":
            links, pictures = _pictures(made, place, stem, drawn or {})
            written += [files.put(target, module.content(made, pictures=links)), *pictures]
        else:
            written.append(files.put(target, module.content(made, base if ending == form else None)))
    return written


def known(formats: Sequence[str], template: Path | str | None = None) -> tuple[str, ...]:
    """The formats asked for, each once; all that can be known to fail is told before anything is written.

    Raises OptionError for one that there is not and for a template that serves none of them, MissingPackage for one
    that needs a package that is not installed.
    """
    asked = formats.split(",") if isinstance(formats, str) else formats
    wanted = tuple(dict.fromkeys(form.strip().lower().lstrip(".") for form in asked))
    for form in wanted:
        if form not in FORMATS:
            raise OptionError(f"There is no briefing format {form!r}; the formats are {', '.join(FORMATS)}.")
        if form in _NEEDED and find_spec(_NEEDED[form][0]) is None:
            _, package, extra = _NEEDED[form]
            raise MissingPackage(package, extra, f"Writing a {form.upper()} file")
    if template is not None and Path(template).suffix.lower().lstrip(".") not in {*wanted} & {*TEMPLATED}:
        raise OptionError(
            f"The template {template} serves no format asked for: give a .pptx or .docx, with the format of its kind."
        )
    if template is not None and not Path(template).is_file():
        raise OptionError(f"There is no template {str(template)!r}: check its name and where it lies.")
    return wanted


def _pictures(made: Made, folder: Path, stem: str, drawn: Mapping[str, str]) -> tuple[dict[int, str], list[Path]]:
    """Where the picture of each chart is, by the number of its block; and those written as PNG in a folder of ours."""
    links: dict[int, str] = {}
    written: list[Path] = []
    for at, block in enumerate(made.blocks):
        if not isinstance(block, Picture):
            continue
        if block.plain and block.name in drawn:
            links[at] = drawn[block.name]
            continue
        place = files.folder(folder / f"{stem}-charts")
        names = {path.stem for path in written}
        name = next(one for one in (block.name, *(f"{block.name}-{n}" for n in range(2, at + 3))) if one not in names)
        written.append(files.put(place / f"{name}.png", image(block.axes)))
        links[at] = f"{place.name}/{name}.png"
    return links, written

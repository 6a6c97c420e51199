"""Notebooks, executed and written as pages that need nothing else: no script, no font, no address outside.

nbconvert's own pages load scripts from elsewhere and leave widgets empty offline. Here a widget stands as its static
twin (the HTML that a view offers beside the widget), and whatever HTML an output holds is reduced to what cannot act.
"""

import os
import re
import subprocess
from base64 import b64encode
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import nbformat

from workbench.errors import SourceError
from workbench.export.page import document
from workbench.markup import Html, join, tag
from workbench.settings import EVENT_VARIABLE, SOURCE_VARIABLE

TIMEOUT = 900  # seconds a cell

# fmt: off
_TAGS = frozenset((
    "a", "b", "blockquote", "br", "caption", "code", "dd", "del", "details", "div", "dl", "dt", "em", "figcaption",
    "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "li", "mark", "ol", "p", "pre", "q", "s",
    "small", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "u", "ul",
))
# fmt: on
_ATTRIBUTES = frozenset(["class", "title", "colspan", "rowspan", "scope", "style", "alt", "aria-label", "lang", "dir"])
_STYLES = ("text-align", "color", "font-weight", "font-style", "max-width", "width", "vertical-align")
_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|svg\+xml);base64,[A-Za-z0-9+/=\s]*")
_LINK = re.compile(r"https?://|#|[\w-][\w.-]*\.html(?:#|\Z)", re.I)
_TO_NOTEBOOK = re.compile(r"(\]\([\w.-]+)\.ipynb(?=[)#])")
_UNSEEN = re.compile(r"<(style|script|template|noscript)\b.*?(?:</\1\s*>|\Z)", re.I | re.S)
_ADDRESS = re.compile(r"\b0x[0-9a-fA-F]{6,}\b")
_COLOURS = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
_WIDGET = "application/vnd.jupyter.widget-view+json"


def find(where: Path | str | list[Path] | list[str]) -> list[Path]:
    """The notebooks of a folder, in order of their names, or those listed.

    Raises SourceError where there is none.
    """
    paths = [Path(one) for one in where] if isinstance(where, list | tuple) else [Path(where)]
    found = [
        notebook
        for path in paths
        for notebook in (sorted(path.glob("*.ipynb")) if path.is_dir() else [path] if path.is_file() else [])
    ]
    if not found:
        raise SourceError(f"There is no notebook at {', '.join(map(str, paths))}; name a folder that holds some.")
    return found


def run(path: Path, articles: Sequence[Path] = (), event: str = "") -> Any:
    """The notebook with the outputs of a fresh run, in its own folder; a cell that fails keeps its error as output.

    `articles` are the files and folders that it reads; without them it reads what it would by itself. `event` is the
    id of the one event of them that it reads; all, where it is empty.

    Raises SourceError where the file is no notebook.
    """
    from nbclient import NotebookClient

    try:
        notebook = nbformat.read(path, as_version=4)
    except Exception as error:  # nbformat raises whatever its reader met
        raise SourceError(f"{path} is no notebook that can be read; remove or repair it.") from error
    client = NotebookClient(
        notebook,
        timeout=TIMEOUT,
        kernel_name="python3",
        allow_errors=True,
        extra_arguments=["--Application.log_level=40"],  # the kernel's warnings about itself are not for the analyst
        store_widget_state=False,
        resources={"metadata": {"path": str(path.parent)}},
    )
    named = os.pathsep.join(os.path.relpath(article, path.parent) for article in articles)
    env = {**os.environ, **({SOURCE_VARIABLE: named, EVENT_VARIABLE: event} if named else {})}
    client.execute(env=env, stderr=subprocess.DEVNULL)  # what a kernel that ends says of itself is for nobody
    return notebook


def failures(notebook: Any) -> list[str]:
    """What went wrong in an executed notebook: the name and message of each error."""
    outputs = (output for cell in notebook.cells for output in cell.get("outputs", ()))
    return [f"{output.ename}: {output.evalue}" for output in outputs if output.output_type == "error"]


def page(notebook: Any, title: str) -> str:
    """The executed notebook as one HTML page that stands on its own; the code is folded away."""
    return document(title, join(_cells(notebook)), kind="notebook")


def safe(html: str) -> Html:
    """`html` reduced to what cannot act: no scripts, handlers, forms or frames, and nothing that is fetched.

    >>> str(safe('<p onclick="x()">a<script>x()</script><img src="http://a.example/b.png"></p>'))
    '<p>a<img></p>'
    """
    return Html(_cleaner().clean(_UNSEEN.sub("", html)))


def _cells(notebook: Any) -> Iterator[Html]:
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            yield tag("div", _markdown(cell.source), class_="prose")
        elif cell.cell_type == "code" and cell.source.strip():
            yield tag("details", tag("summary", "code"), tag("pre", tag("code", cell.source)), class_="code")
            yield join(tag("div", shown, class_="output") for output in cell.outputs if (shown := _output(output)))


def _output(output: Any) -> Html | None:
    """One output as HTML; None for what says nothing on paper (progress bars, warnings on stderr, bare widgets)."""
    if output.output_type == "stream":
        return tag("pre", _text(output.text)) if output.name == "stdout" else None
    if output.output_type == "error":
        return tag("pre", f"{output.ename}: {_text(output.evalue)}", class_="error")
    return _shown(output.data, output.get("metadata", {}))


def _shown(data: Any, metadata: Any) -> Html | None:
    """The richest form of an output that a page can hold."""
    if "text/html" in data:
        return safe("".join(data["text/html"]))
    for kind in ("image/svg+xml", "image/png", "image/jpeg"):
        if kind in data:
            return _picture(kind, "".join(data[kind]), metadata, data.get("text/plain", ""))
    if "text/markdown" in data:
        return _markdown("".join(data["text/markdown"]))
    plain = "" if _WIDGET in data else "".join(data.get("text/plain", ""))
    return tag("pre", _text(plain)) if plain else None


def _picture(kind: str, content: str, metadata: Any, plain: Any) -> Html:
    """As an image: what an SVG holds cannot act there."""
    inner = metadata.get(kind, {}) if hasattr(metadata, "get") else {}
    alt = (inner.get("alt") if hasattr(inner, "get") else None) or _text("".join(plain)) or "picture"
    encoded = b64encode(content.encode()).decode() if kind == "image/svg+xml" else "".join(content.split())
    return safe(str(tag("img", src=f"data:{kind};base64,{encoded}", alt=alt)))


def _markdown(source: str) -> Html:
    import mistune

    render = mistune.create_markdown(escape=True, plugins=["table"])
    return safe(str(render(_TO_NOTEBOOK.sub(r"\1.html", source))))


def _text(text: str) -> str:
    """Text without terminal colours and without addresses in memory, which differ from run to run."""
    return _ADDRESS.sub("0x…", _COLOURS.sub("", text))


@cache
def _cleaner() -> Any:
    css, cleaner = import_module("bleach.css_sanitizer"), import_module("bleach.sanitizer")
    return cleaner.Cleaner(
        tags=_TAGS,
        attributes=_allowed,
        protocols=["http", "https", "data"],
        css_sanitizer=css.CSSSanitizer(allowed_css_properties=_STYLES),
        strip=True,
        strip_comments=True,
    )


def _allowed(name: str, attribute: str, value: str) -> bool:
    """Whether an attribute may stay: an image only with its data, a link only to a page or to a place in this one."""
    if attribute == "src":
        return name == "img" and bool(_PICTURE.fullmatch(value.strip()))
    if attribute == "href":
        return name == "a" and bool(_LINK.match(value.strip()))
    return attribute in _ATTRIBUTES

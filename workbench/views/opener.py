"""The row that chooses what is read: a field for the folder, a button, and files that are added from anywhere."""

import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import anywidget
import ipywidgets


class DropZone(anywidget.AnyWidget):  # type: ignore[misc]  # anywidget is not typed
    """A place to drop files on; what is dropped comes as a message with the names and the contents, and is not kept."""

    _esm = Path(__file__).with_name("drop.js")


class Opener(ipywidgets.HBox):  # type: ignore[misc]  # ipywidgets is not typed
    """Calls `read` with a path as text, or `take` with the files added or dropped, each with `name` and `content`.

    The contents of added files are handed on and forgotten, so that they are never saved in the notebook.
    """

    def __init__(self, read: Callable[[str], None], take: Callable[[Sequence[Mapping[str, Any]]], None]) -> None:
        self.field = ipywidgets.Text(description="Folder", continuous_update=False, layout={"width": "420px"})
        self.button = ipywidgets.Button(description="Read", tooltip="Read this folder, file or pattern (news/*.html)")
        self.upload = ipywidgets.FileUpload(multiple=True, description="Add files", layout={"width": "140px"})
        self._quiet = False

        def ask(_: Any) -> None:
            if not self._quiet:
                read(self.field.value)

        def taken(_: Any) -> None:
            if files := tuple(self.upload.value):
                self.upload.value = ()
                take(files)

        def dropped(_: Any, content: Mapping[str, Any], buffers: Sequence[Any]) -> None:
            take([{"name": name, "content": data} for name, data in zip(content["names"], buffers, strict=True)])

        self.zone = DropZone()
        self.zone.on_msg(dropped)
        self.field.observe(ask, "value")
        self.button.on_click(ask)
        self.upload.observe(taken, "value")
        parts = [self.field, self.button, self.upload, self.zone]
        super().__init__(parts, layout=ipywidgets.Layout(margin="2px 0 6px 0"))

    def show(self, path: str) -> None:
        """Show `path` in the field without reading it."""
        self._quiet = True
        try:
            self.field.value = path
        finally:
            self._quiet = False


def keep(files: Sequence[Mapping[str, Any]]) -> "tempfile.TemporaryDirectory[str]":
    """A temporary folder with these files in it, under the last part of their names; no two share one."""
    folder = tempfile.TemporaryDirectory(prefix="workbench-")
    for file in files:
        name = Path(str(file["name"]).replace("\\", "/")).name.strip(". ") or "article.txt"
        path = Path(folder.name, name)
        number = 2
        while path.exists():
            path = Path(folder.name, f"{Path(name).stem}-{number}{Path(name).suffix}")
            number += 1
        path.write_bytes(bytes(file["content"]))
    return folder

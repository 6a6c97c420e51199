"""Keeps JupyterLab's one-key commands away from our controls (ipywidgets issue 3912), and brings our look."""

from pathlib import Path

import anywidget

_HERE = Path(__file__).parent


class KeyGuard(anywidget.AnyWidget):  # type: ignore[misc]  # anywidget is not typed
    """An invisible child of a view's outermost box: typing anywhere in that box inserts and deletes no cells.

    It carries look.css as well, since every view has exactly one of it.
    """

    _esm = _HERE / "keyguard.js"
    _css = _HERE / "look.css"

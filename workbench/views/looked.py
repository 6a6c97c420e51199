"""Tells a view that somebody looks at it again."""

from pathlib import Path

import anywidget


class Looked(anywidget.AnyWidget):  # type: ignore[misc]  # anywidget is not typed
    """Tells when the view comes into sight again: another notebook may have added to the briefing meanwhile."""

    _esm = Path(__file__).with_name("looked.js")

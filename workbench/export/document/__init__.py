"""A briefing as a document: what it holds, what it says by default, and a renderer for each kind of file.

``draft(corpus)`` gives a :class:`Briefing`, a frozen value that one can add to; ``write(briefing, corpus, path)``
writes it, and the end of the path says as what: .pptx, .docx, .pdf, .html, .xlsx or .md.
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workbench.briefing.items import Briefing
    from workbench.export.document.drafted import draft
    from workbench.export.document.written import FORMATS, write

__all__ = ["FORMATS", "Briefing", "draft", "write"]

_LAZY = {
    "Briefing": "workbench.briefing.items",
    "draft": "workbench.export.document.drafted",
    "write": "workbench.export.document.written",
    "FORMATS": "workbench.export.document.written",
}


def __getattr__(name: str) -> Any:
    if name not in _LAZY:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}; it has {', '.join(__all__)}")
    return getattr(importlib.import_module(_LAZY[name]), name)

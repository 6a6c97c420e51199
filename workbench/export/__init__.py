"""Export: charts, tables, notebooks and the briefing pack, written so that two runs give the same bytes.

Each name below is loaded on first use: writing tables as JSON lines imports neither pandas nor matplotlib.
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workbench.export.charts import save
    from workbench.export.document import Briefing, draft
    from workbench.export.pack import briefing
    from workbench.export.tables import write

__all__ = ["Briefing", "briefing", "draft", "save", "write"]

_LAZY = {
    "Briefing": "workbench.export.document",
    "briefing": "workbench.export.pack",
    "draft": "workbench.export.document",
    "save": "workbench.export.charts",
    "write": "workbench.export.tables",
}


def __getattr__(name: str) -> Any:
    if name not in _LAZY:
        raise AttributeError(f"module 'workbench.export' has no attribute {name!r}; it has {', '.join(__all__)}")
    return getattr(importlib.import_module(_LAZY[name]), name)

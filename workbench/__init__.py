"""The analyst workbench: compare figures, quotes and framing across articles about one event.

>>> import workbench as wb
>>> corpus = wb.load("seeds", progress=False)
>>> len(corpus.articles)
5

Every name below is loaded on first use, so that ``import workbench`` stays quick: no spaCy, pandas, matplotlib or
ipywidgets is imported until something needs it.
"""

import importlib
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from workbench import charts, export, views
    from workbench.corpus import Corpus
    from workbench.review import load
    from workbench.settings import default_source

__all__ = ["Corpus", "__version__", "charts", "default_source", "export", "load", "views"]

_LAZY = {
    "Corpus": ("workbench.corpus", "Corpus"),
    "default_source": ("workbench.settings", "default_source"),
    "load": ("workbench.review", "load"),
    "charts": ("workbench.charts", None),
    "export": ("workbench.export", None),
    "views": ("workbench.views", None),
}


def __getattr__(name: str) -> Any:
    if name not in _LAZY:
        raise AttributeError(f"module 'workbench' has no attribute {name!r}; it has {', '.join(__all__)}")
    module_name, attribute = _LAZY[name]
    module = importlib.import_module(module_name)
    return module if attribute is None else getattr(module, attribute)


def __dir__() -> list[str]:
    return sorted(__all__)

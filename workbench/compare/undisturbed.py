"""Comparing without looks for garbage in between: see ``workbench.cache.undisturbed``."""

from workbench.cache.undisturbed import undisturbed

__all__ = ["undisturbed"]

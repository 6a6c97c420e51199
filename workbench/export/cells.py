"""Values of tables as files can say them: what every format needs, and what keeps text from becoming a formula."""

import math
import re
from collections.abc import Mapping
from typing import Any

from workbench.tables.schemas import Column

#: What a spreadsheet takes for the start of a formula (full-width forms included); a lone sign is no formula.
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]\s*\S|[\t\r\n]", re.DOTALL)


def plain(value: Any, column: Column | None = None) -> Any:
    """`value` as JSON can say it: NaN, NA and infinities are None, whole numbers integers; a missing list is empty."""
    if value is None or type(value).__name__ in {"NAType", "NaTType"}:
        return [] if column and column.kind == "list" else None
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(item) for item in (sorted(value, key=str) if isinstance(value, set | frozenset) else value)]
    if hasattr(value, "item") and not isinstance(value, str | bytes):  # a NumPy scalar
        value = value.item()
    if isinstance(value, float):
        if not math.isfinite(value):
            return None
        return int(value) if value.is_integer() and abs(value) < 2**53 else value
    return value


def is_formula(text: str) -> bool:
    """Whether a spreadsheet could take `text` for a formula.

    >>> [is_formula(text) for text in ("=1+1", " @SUM(A1)", "-2 degrees", "=", "a=b")]
    [True, True, True, False, False]
    """
    return bool(_FORMULA.match(text))

"""What could not be read as it should be, each with what to do."""

from collections.abc import Mapping, Sequence
from typing import Any

from workbench.markup import Html, tag

#: Shown at most; the table of problems holds all of them.
MOST = 50
_MARKS = {"error": "▲ not read", "warning": "◐ read in part", "notice": "○ worth knowing"}


def render(rows: Sequence[Mapping[str, Any]], failed: str = "") -> Html:
    """The problems as HTML; `failed` says why what was asked for last could not be read. Empty where there is none."""
    given = [{"severity": "error", "path": None, "message": failed}] if failed else []
    shown = [*given, *rows]
    if not shown:
        return Html("")
    lines = [
        tag("p", tag("b", _MARKS[row["severity"]]), f" {_file(row)}", row["message"], class_="wb-problem")
        for row in shown[:MOST]
    ]
    more = tag("p", f"… and {len(shown) - MOST:,} more: see .problems.", class_="wb-cite") if len(shown) > MOST else ""
    return tag("div", tag("h3", "Problems"), *lines, more, class_="wb-panel")


def _file(row: Mapping[str, Any]) -> str:
    name = str(row["path"] or "").replace("\\", "/").rpartition("/")[2]
    return f"{name}: " if name else ""

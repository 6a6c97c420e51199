"""Milliseconds that views take to answer a control, for one event of 5 and of 500 articles; never asserted.

In the kernel alone, the widgets made and shown, nothing sent to a browser. For each view: until it is there, how long
its chart holds up other answers, then the longest of three answers to words in the find box, to a row chosen, to a
filter, to another order, to another page.

    python tests/benchmarks/interaction.py [COUNT ...]
"""

import asyncio
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import event

import workbench as wb
from workbench.views import steady

VIEWS = (
    *("Quantities", "Figures", "Utterances", "Quotes", "Names", "Headlines", "Labels", "Choices"),
    *("Loaded", "Distinctive", "Claims", "Shared", "Origins", "Checks", "Timeline"),
)
HEADS = ("made", "drawn", "find", "select", "filter", "sort", "page")
_SOUGHT = ("ferry", "23", "captain")
_TIMES = 3


def milliseconds(work: Callable[[], object]) -> float:
    """Of the processor, which a busy machine does not lengthen as it does the clock's."""
    started = time.process_time()
    work()
    return 1000 * (time.process_time() - started)


def longest(view: Any, changes: list[dict[str, Any]]) -> float:
    """The longest answer to some changes, each made to the view at rest."""
    taken = [0.0]
    for change in changes:
        view.reset()
        taken.append(milliseconds(lambda change=change: view.change(**change)))
    view.reset()
    return max(taken)


async def measure(corpus: wb.Corpus, name: str) -> dict[str, float]:
    """The answers of one view, in a loop as a kernel has one: charts wait there until the answer is given."""
    made: list[Any] = []
    found = {"made": milliseconds(lambda: made.append(_shown(corpus, name)))}
    view = made[0]
    rows = list(map(str, view.frame.index))
    columns = [column for column in map(str, view.frame.columns) if view.frame[column].map(type).nunique() == 1]
    found["find"] = longest(view, [{"find": words} for words in _SOUGHT])
    found["select"] = longest(view, [{"selected": row} for row in rows[:_TIMES]])
    filters = [(field, [*view._options(field)]) for field in view.filters]
    found["filter"] = longest(view, [{field: (values[0],)} for field, values in filters if values])
    found["sort"] = longest(view, [{"sort": column, "descending": True} for column in columns[:_TIMES]])
    found["drawn"] = milliseconds(lambda: _draw(view, rows[0])) if rows else 0.0
    found["page"] = longest(view, [{"page": page} for page in (1, 2)] if len(rows) > 200 else [])
    return found


def _draw(view: Any, row: str) -> None:
    """Draw what holds up other answers while it is drawn: one theme of a row's chart, or the chart of the whole."""
    if isinstance(view, wb.views.Quantities):
        view.measured.draw_some(row)
    else:
        view.picture()


def _shown(corpus: wb.Corpus, name: str) -> Any:
    view = getattr(wb.views, name)(corpus)
    view.widget  # noqa: B018 - made when it is first asked for
    steady.settle(corpus)  # as it does itself in a kernel
    return view


def table(count: int) -> Iterator[str]:
    """The lines of a Markdown table."""
    with tempfile.TemporaryDirectory() as folder:
        event.write(Path(folder), count)
        corpus = wb.load(folder, progress=False, cache=False)
        for name in wb.tables.schemas.SCHEMAS:
            corpus.rows(name)
        yield f"| {count} articles | {' | '.join(HEADS)} |"
        yield f"|---|{'---:|' * len(HEADS)}"
        for name in VIEWS:
            found = asyncio.run(measure(corpus, name))
            yield f"| {name} | {' | '.join(f'{found[head]:,.0f}' for head in HEADS)} |"


if __name__ == "__main__":
    for count in map(int, sys.argv[1:] or ("5", "500")):
        for line in table(count):
            print(line, flush=True)

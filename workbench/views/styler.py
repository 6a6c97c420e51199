"""The matrix as a pandas Styler: coloured by verdict, readable in grey, every text escaped; for reports."""

import hashlib
from typing import TYPE_CHECKING

import pandas as pd
from pandas.io.formats.style import Styler

from workbench.charts.selection import VERDICTS
from workbench.views.measured import Measured

if TYPE_CHECKING:
    from workbench.corpus import Corpus

#: Text and ground of each verdict: dark enough on its ground to be read, on a light page and on a dark one.
_LOOKS = {
    "agree": "color: #004d39; background-color: #d3ebe2",
    "compatible": "color: #084a7d; background-color: #dcebf7",
    "conflict": "color: #8c1610; background-color: #f9dcd9; font-weight: bold",
    "single-source": "color: #574800; background-color: #f5f0d8",
}
_HEAD = "text-align: left; vertical-align: top"


class Matrix(Styler):
    """A Styler that says in words what it holds, where no page shows it."""

    def __repr__(self) -> str:
        rows, columns = self.data.shape  # type: ignore[attr-defined]  # the stubs lack it
        return f"<Matrix: {rows} quantities by {columns - 2} sources>"


def matrix_style(corpus: "Corpus") -> Matrix:
    """The quantities of `corpus` by its sources, as a pandas Styler: silence is a dash, verdicts have symbol and word.

    Article text is escaped, in the headings too.
    """
    measured = Measured(corpus)
    columns = list(measured.columns.values())
    whole = measured.frame
    shown = whole[["quantity", "verdict", *columns]].astype(object)
    shown = shown.where(shown.notna(), None).assign(verdict=whole["verdict"].map(VERDICTS).astype(object))
    shown = shown.rename(columns={"quantity": "What is counted", "verdict": "Verdict"}).reset_index(drop=True)
    looks = pd.DataFrame("", index=shown.index, columns=shown.columns)
    looks["Verdict"] = [_LOOKS[verdict] for verdict in whole["verdict"]]
    for at, line in enumerate(measured.lines.values()):
        for article_id, cell in line.cells.items():
            if len(line.quantity.sources) > 1:
                looks.loc[at, measured.columns[article_id]] = _LOOKS[cell.verdict.value]
    name = hashlib.sha256(repr(shown.to_numpy().tolist()).encode("utf-8", "replace")).hexdigest()[:8]
    style = Matrix(shown, uuid=f"wb-{name}", caption="What the sources say, side by side")
    style.apply(lambda _: looks, axis=None).hide(axis="index").set_table_attributes('class="wb-twin"')
    style.format(escape="html", na_rep="–").format_index(escape="html", axis="columns")
    style.set_table_styles([{"selector": name, "props": _HEAD} for name in ("th", "td", "caption")])
    return style

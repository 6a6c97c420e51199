"""Which figures a chart shows: those on one quantity, else those whose counted noun most sources share."""

import re
from collections.abc import Mapping
from typing import Any

import pandas as pd

from workbench.charts import palette
from workbench.charts.records import each
from workbench.compare import scales
from workbench.errors import OptionError
from workbench.model import Measure

#: Kinds that place something in an order or count times over say nothing that can be set side by side.
_LEFT_OUT = ("ordinal", "multiple")
_STATED = ["article_id", "value", "low", "high", "bound", "implied", "group"]
MOST_GROUPS, MOST_ROWS = 8, 40

#: What a verdict is shown as: never by colour alone.
VERDICTS = {"agree": "● agree", "compatible": "◐ compatible", "conflict": "▲ conflict", "single-source": "○ one source"}

_BEFORE = re.compile(r"\b(of|in|from|who|that|which|to|for|with|at|on|by|since|during|after|before)\b.*", re.I)
COLUMNS = (
    *("group", "heading", "sources", "verdict", "article_id", "label", "position", "start", "end", "surface", "kind"),
    *("value", "low", "high", "bound", "approximate", "unit", "speaker", "implied", "times"),
)


def data(
    articles: pd.DataFrame,
    figures: pd.DataFrame,
    *,
    quantity: str | None = None,
    quantities: pd.DataFrame | None = None,
    most: int = MOST_GROUPS,
) -> pd.DataFrame:
    """A row a statement (equal ones of one article are one row, counted in ``times``), with COLUMNS, group by group.

    Figures with a quantity_id are grouped by it, others by unit and the noun that they count. Groups in conflict come
    first, then those that most sources speak to, `most` of them; where no two sources meet, those of single sources.
    ``attrs`` say how many groups there are in all, how many of them have several sources, and how many of those here
    are held together by their noun only, and whether one was asked for alone.

    Raises OptionError where no figure belongs to `quantity`.
    """
    if quantity is not None:
        figures = figures[(figures["quantity_id"] == quantity).fillna(False)]
        if figures.empty:
            raise OptionError(f"No figure belongs to the quantity {quantity!r}; corpus.quantities lists them.")
    figures = figures[~figures["kind"].isin(_LEFT_OUT)]
    names = palette.source_labels(dict(zip(articles["article_id"], articles["source"], strict=True)))
    places = {article_id: at for at, article_id in enumerate(articles["article_id"])}
    known = {} if quantities is None else {row.quantity_id: row for row in each(quantities)}
    marked = figures.assign(
        group=pd.Series([_group(row) for row in each(figures)], index=figures.index, dtype="string")
    ).dropna(subset=["group"])
    times = marked.groupby(_STATED, dropna=False)["surface"].transform("size")
    made = marked.assign(times=times).drop_duplicates(_STATED)
    made = _in_one_unit(made, known)
    made = made.assign(
        label=made["article_id"].map(names),
        position=made["article_id"].map(places),
        sources=made.groupby("group")["article_id"].transform("nunique"),
        heading=made["group"].map(_headings(made, known)).astype("string"),
        verdict=made["group"].map({key: row.verdict for key, row in known.items()}).astype("string"),
    )
    chosen = _in_order(made, most)
    chosen.attrs |= {} if quantity is None else {"alone": True}
    return chosen


def _in_one_unit(made: pd.DataFrame, known: dict[str, Any]) -> pd.DataFrame:
    """The statements with the unit of their quantity, so that 48 hours and two days stand at one place of the scale.

    What is said beside a mark then has the unit in which its article says it.
    """
    several = made[made["unit"].notna()].groupby("group")["unit"].nunique()
    units = {group: known[group].unit for group in several[several > 1].index if group in known}
    mixed, made = made[made["group"].isin(list(units))], made.copy() if units else made
    for at, row in zip(mixed.index, each(mixed), strict=True):
        unit = units.get(row.group)
        if row.unit is None or unit in (None, row.unit) or scales.family(row.unit) != scales.family(unit):
            continue
        there = scales.into(Measure(row.value, row.low, row.high, row.unit), unit)
        for name, number in (("value", there.value), ("low", there.low), ("high", there.high)):
            made.loc[at, name] = pd.NA if number is None else number
        made.loc[at, "surface"] = f"{row.surface} {row.unit}s"
    return made


def _in_order(made: pd.DataFrame, most: int) -> pd.DataFrame:
    """The groups in conflict first, then those that most sources speak to; no more than `most` of them."""
    sizes = made.groupby("group").agg(
        sources=("sources", "first"), rows=("times", "sum"), heading=("heading", "first"), verdict=("verdict", "first")
    )
    sizes["calm"] = sizes["verdict"].fillna("") != "conflict"
    order = {"calm": True, "sources": False, "rows": False, "heading": True}
    ranked = sizes.sort_values(list(order), ascending=list(order.values()))
    shared = ranked[ranked["sources"] > 1]
    chosen = list((shared if len(shared) else ranked).index[:most])
    rank = {group: at for at, group in enumerate(chosen)}
    kept = made[made["group"].isin(chosen)]
    kept = kept.assign(rank=kept["group"].map(rank)).sort_values(["rank", "position", "start"])
    kept = kept[list(COLUMNS)].reset_index(drop=True)
    nouns = sum(str(group).startswith("\t") for group in chosen)
    kept.attrs = {"groups": len(ranked), "shared": len(shared), "by_noun": nouns}
    return kept


def _group(row: Any) -> str | None:
    """What the figure is about, as a key; None where the words do not say."""
    if row.quantity_id:
        return str(row.quantity_id)
    noun = head(row.counted or "")
    return f"\t{row.unit or ''}\t{noun}" if noun or row.unit else None


def head(counted: str) -> str:
    """The noun that a phrase is about, in the singular as far as its ending tells.

    >>> head("other political prisoners in the region"), head("flooded counties"), head("bus")
    ('prisoner', 'county', 'bus')
    """
    words = re.findall(r"[^\W\d_][\w’'-]*", _BEFORE.sub("", counted).casefold()) or [""]
    noun = str(words[-1])
    if len(noun) > 4 and noun.endswith("ies"):
        return f"{noun[:-3]}y"
    return noun[:-1] if len(noun) > 3 and noun.endswith("s") and not noun.endswith(("ss", "us", "is")) else noun


def _headings(made: pd.DataFrame, known: Mapping[str, Any]) -> dict[str, str]:
    """What to call each group: the quantity's label, else the shortest wording of what is counted, with its unit."""
    found = {}
    for group, rows in made.groupby("group"):
        key = str(group)
        if key in known and known[key].label:
            found[key] = known[key].label[:1].upper() + known[key].label[1:]
            continue
        phrases = sorted(
            set(rows["counted"].dropna().astype(str)), key=lambda phrase: (len(phrase), not phrase.islower(), phrase)
        )
        unit = rows["unit"].dropna()
        said = [phrases[0]] if phrases else []
        name = palette.shorten(", ".join(dict.fromkeys([*said, *map(str, unit.iloc[:1])])) or key.strip(), 60)
        found[key] = name[:1].upper() + name[1:]
    return found

"""The panel of one quantity: its sentence, every statement in its place, why they agree or not; sums and questions."""

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Any

from workbench.charts.selection import VERDICTS
from workbench.citing import place
from workbench.compare import sentences, verdicts
from workbench.markup import Html, join, mark, tag
from workbench.model import Figure, Quantity, Standing, Verdict
from workbench.tables.wording import number, stated
from workbench.views.measured import VERDICT_ORDER, Measured

#: Listed in full at most; the table of figures has all of them.
MOST = 60
_PLAIN = place.PLAIN_ROLES


def title(quantity: Quantity) -> str:
    """The quantity's name, as a title."""
    return quantity.label[:1].upper() + quantity.label[1:]


def verdict(quantity: Quantity) -> str:
    """The verdict in words: ``● agree on 123``."""
    agreed = quantity.best if quantity.verdict.value == "agree" else None
    tail = f" on {number(agreed)}{'%' if quantity.unit == '%' else ''}" if agreed is not None else ""
    return VERDICTS[quantity.verdict.value] + tail


def briefly(measured: Measured, key: str) -> str:
    """The quantity in one line of text: its name, its verdict, what each source says."""
    line = measured.lines[key]
    said = "; ".join(f"{measured.sources.names[at]} {cell.text}" for at, cell in _in_order(measured, key))
    return f"{title(line.quantity)}: {verdict(line.quantity)}. {said}."


def clip(measured: Measured, key: str) -> str:
    """The quantity in one line, then each source's best statement in its sentence and where to find it."""
    made = [briefly(measured, key)]
    for article_id, cell in _in_order(measured, key):
        where, passage = measured.place_of(cell.best), cell.best.passage
        cited = place.citation(measured.corpus.document(article_id), passage.start, passage.end)
        made.append(f"“{' '.join(where.sentence.split())}” [{cited}]")
    return "\n".join(made)


def sentence(measured: Measured, key: str) -> str:
    """The sentence that a briefing would use, made from the data only."""
    said = sentences.sentence(measured.quantities[key], measured.sources.names, sources=len(measured.corpus))
    return said[:1].upper() + said[1:]


def render(measured: Measured, key: str, chart: Html | None = None) -> Html:
    """The panel as HTML, with the chart where there is one. Pure."""
    top = measured.kept(("top", key), lambda: _top(measured, key))
    told = measured.kept(("told", key), lambda: _told(measured, key))
    return tag("div", top, chart or "", told, class_="wb-panel")


def _top(measured: Measured, key: str) -> Html:
    quantity = measured.quantities[key]
    badge = tag("span", verdict(quantity), class_=f"wb-tone-{quantity.verdict.value}")
    return tag("h3", title(quantity), " ", badge) + tag("p", sentence(measured, key))


def _told(measured: Measured, key: str) -> Html:
    quantity = measured.quantities[key]
    places = {key: at for at, key in enumerate(measured.columns)}
    shown = sorted(quantity.figures, key=lambda figure: (places[figure.passage.article_id], verdicts.rank(figure)))
    items = [tag("li", _statement(measured, figure)) for figure in shown[:MOST]]
    rest = f"… and {len(shown) - MOST:,} more: see the list of figures." if len(shown) > MOST else ""
    more = tag("p", rest, class_="wb-cite") if rest else Html("")
    return tag("ul", *items, class_="wb-statements") + more + _reasons(measured, quantity)


def _statement(measured: Measured, figure: Figure) -> Html:
    """Source, ¶, the sentence with the number marked, who says it, and what sort of place it is."""
    where, passage = measured.place_of(figure), figure.passage
    text, span = place.clip(where.sentence, (where.at, where.to), 260)
    who = figure.speaker or ("quoted, not named" if figure.in_quote else "narrator")
    badges = [who, *([] if figure.role in _PLAIN else [figure.role.value]), *(["implied"] if figure.implied else [])]
    badges += [figure.standing.value] if figure.standing not in (None, Standing.UPDATE) else []
    return join(
        [
            source(measured, passage.article_id),
            tag("span", f"¶{where.paragraph}", class_="wb-cite"),
            join(["“", mark(text, [span]), "”"]),
            *(tag("span", badge, class_="wb-badge") for badge in badges),
        ],
        " ",
    )


def source(measured: Measured, article_id: str) -> Html:
    """The name of a source with its colour beside it."""
    swatch = tag("span", class_="wb-swatch", style=f"background:{measured.sources.colours.get(article_id)}")
    return tag("span", swatch, measured.sources.names[article_id], class_="wb-src")


def _reasons(measured: Measured, quantity: Quantity) -> Html:
    """Why statements of two sources agree, are compatible or conflict; equal reasons together, with their sources."""
    beside = measured.figures.values()
    found: dict[tuple[str, str, str, str], tuple[set[str], set[str]]] = {}
    own = [one for one in quantity.figures if one.passage.article_id not in measured.copies][: 2 * MOST]
    words = [stated(one, beside) for one in own]
    order = {said: at for at, said in enumerate(dict.fromkeys(words))}
    ranks = [(verdicts.rank(one), order[said]) for one, said in zip(own, words, strict=True)]
    relation_of = _Relations(measured, own)
    for a, b in combinations(range(len(own)), 2):
        if own[a].passage.article_id == own[b].passage.article_id:
            continue
        relation, reason = relation_of(a, b)
        one, other = (a, b) if ranks[a] <= ranks[b] else (b, a)
        left, right = found.setdefault((relation, reason, words[one], words[other]), (set(), set()))
        left.add(own[one].passage.article_id)
        right.add(own[other].passage.article_id)
    ranked = sorted(found.items(), key=lambda item: VERDICT_ORDER.index(item[0][0]))
    lines = [_reason(measured, said, *sides) for said, sides in ranked[:MOST]]
    return (
        tag("div", tag("h4", "How the sources stand to each other"), *lines, class_="wb-reasons") if lines else Html("")
    )


class _Relations:
    """What two of some figures are to each other, by their places; equal measures are compared once."""

    def __init__(self, measured: Measured, figures: Sequence[Figure]) -> None:
        self._known, self._figures = measured.reasons, figures
        self._ids = [figure.figure_id for figure in figures]
        same = {measure: at for at, measure in enumerate(dict.fromkeys(figure.measure for figure in figures))}
        self._measures = [same[figure.measure] for figure in figures]
        self._pairs: dict[tuple[int, int], tuple[str, str] | None] = {}

    def __call__(self, a: int, b: int) -> tuple[str, str]:
        known = self._known.get(frozenset((self._ids[a], self._ids[b])))
        if known:
            return known
        key = (self._measures[a], self._measures[b])
        if key not in self._pairs:
            relation, reason = verdicts.pair(self._figures[a].measure, self._figures[b].measure)
            self._pairs[key] = None if relation is Verdict.CONFLICT else (relation.value, reason)
        if made := self._pairs[key]:
            return made
        relation, reason = verdicts.between(self._figures[a], self._figures[b])  # they differ: has the count moved?
        return relation.value, reason


def _reason(measured: Measured, said: tuple[str, str, str, str], left: set[str], right: set[str]) -> Html:
    relation, reason, one, other = said
    badge = tag("span", VERDICTS[relation], class_=f"wb-tone-{relation}")
    if one == other:
        told = [tag("b", one), " in ", _cited(measured, left | right)]
    else:
        told = [tag("b", one), " in ", _cited(measured, left), " beside ", tag("b", other), " in "]
        told.append(_cited(measured, right))
    return tag("p", badge, " ", reason, ": ", *told)


def _cited(measured: Measured, ids: set[str]) -> Html:
    names = [measured.sources.names[key] for key in measured.columns if key in ids]
    more = f" and {len(names) - 8} more" if len(names) > 8 else ""
    return tag("span", ", ".join(names[:8]), more, class_="wb-cite")


def notes(measured: Measured) -> Html:
    """The sums that hold, the bounds that are met, and the questions, each with the sources of its figures."""
    return measured.kept("notes", lambda: _notes(measured))


def _notes(measured: Measured) -> Html:
    holding = [row for row in measured.relations if row["holds"]]
    sums = [row for row in holding if "+" in row["expression"] or "=" in row["expression"]]
    bounds = [row for row in holding if row not in sums]
    parts = [
        _noted(measured, "Sums that hold", ((row["expression"], row["note"], row["figure_ids"]) for row in sums)),
        _noted(measured, "Bounds that are met", ((row["expression"], "", row["figure_ids"]) for row in bounds)),
        _noted(measured, "Questions", measured.questions),
    ]
    return tag("div", *parts, class_="wb-panel") if any(parts) else Html("")


def _noted(measured: Measured, name: str, rows: Iterable[Any]) -> Html:
    given = list(rows)
    if not given:
        return Html("")
    items = []
    for expression, note, ids in given[:MOST]:
        places = dict.fromkeys(
            f"{measured.sources.names[figure.passage.article_id]} ¶{measured.place_of(figure).paragraph}"
            for figure in (measured.figures[key] for key in ids if key in measured.figures)
        )
        cited = ", ".join(list(places)[:6]) + (f" and {len(places) - 6} more" if len(places) > 6 else "")
        told = ": " if expression and note else ""
        items.append(tag("li", tag("b", expression), told, note, " ", tag("span", f"({cited})", class_="wb-cite")))
    return tag("h3", name) + tag("ul", *items, class_="wb-statements")


def _in_order(measured: Measured, key: str) -> list[tuple[str, Any]]:
    """The cells of a line in the order of the corpus."""
    cells = measured.lines[key].cells
    return [(article_id, cells[article_id]) for article_id in measured.columns if article_id in cells]

"""Where analysts differ, side by side, and how far they agree: as HTML."""

from collections.abc import Iterable, Mapping

from workbench.markup import Html, join, tag
from workbench.review import Reviewed
from workbench.review.agreement import Agreement
from workbench.review.differences import Difference
from workbench.views.deciding_words import Words, moment

_MOST = 60


def differing(corpus: Reviewed, differences: Iterable[Difference]) -> Html:
    """Each item on which analysts differ, with what each of them decided; the latest word is the one in force."""
    words, some = Words(corpus), list(differences)
    if not some:
        return Html("")
    items = []
    for one in some[:_MOST]:
        said = [
            join(
                [
                    tag("b", decision.analyst),
                    f": {words.done(decision)} {words.change(decision)}".rstrip(),
                    f" ({moment(decision.at)}{', in force' if decision is one.applied else ''})",
                    f" — {decision.reason}" if decision.reason else "",
                ]
            )
            for decision in one.decisions
        ]
        name = [words.item(one.decisions[0]), " ", tag("span", one.layer, class_="wb-badge")]
        items.append(tag("li", *name, tag("ul", *(tag("li", each) for each in said))))
    more = tag("p", f"… and {len(some) - _MOST:,} more.", class_="wb-cite") if len(some) > _MOST else ""
    return tag("div", tag("h3", "Where analysts differ"), tag("ul", *items), more, class_="wb-panel")


def agreed(agreements: Mapping[str, Agreement]) -> Html:
    """A line a layer: Krippendorff's alpha, over how many items, and of how many all say the same."""
    if not agreements:
        return Html("")
    head = tag("tr", *(tag("th", name) for name in ("On", "Agreement (alpha)", "Items", "Same", "Analysts")))
    rows = [
        tag(
            "tr",
            tag("td", layer),
            tag("td", "cannot be told" if one.alpha is None else f"{one.alpha:.2f}"),
            tag("td", str(one.items)),
            tag("td", str(one.same)),
            tag("td", ", ".join(one.analysts)),
        )
        for layer, one in agreements.items()
    ]
    note = (
        "Krippendorff’s alpha over the items that two or more analysts decided on: 1 is full agreement, 0 what chance "
        "would give. Where all say one and the same thing, there is no chance to measure against."
    )
    return tag(
        "div",
        tag("h3", "How far analysts agree"),
        tag("table", tag("thead", head), tag("tbody", *rows), class_="wb-agreed"),
        tag("p", note, class_="wb-cite"),
        class_="wb-panel",
    )

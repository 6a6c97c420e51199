"""What the reader shows at present."""

from dataclasses import dataclass

from workbench.views.reading.marks import FIRST

Spot = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class State:
    """The articles shown, by id, from left to right; the layers; what is followed (`selected`, the id of a link).

    `at` is the passage from which it is followed; `places` are passages that another view handed on, called `called`.
    `align` is what next and previous walk through, in the order of the `reference`; `versus` is the article that the
    reference is compared with.
    """

    find: str = ""
    articles: tuple[str, ...] = ()
    layers: tuple[str, ...] = FIRST
    align: str = "figure"
    reference: str = ""
    selected: str = ""
    at: Spot | None = None
    places: tuple[Spot, ...] = ()
    called: str = ""
    versus: str = ""
    sort: str = ""
    descending: bool = False
    page: int = 0

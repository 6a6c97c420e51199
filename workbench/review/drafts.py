"""What a decision is made of: the item as it is, what it is to be, and the passages that it is about."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from workbench.errors import OptionError
from workbench.model import Passage
from workbench.review.decision import Anchor, Kind, Layer
from workbench.review.items import RULES

#: How many passages of an item of many are kept as anchors: enough to find it again.
MANY = 40


@dataclass
class Draft:
    """A decision in the making."""

    kind: Kind = Kind.VALUE
    before: dict[str, Any] = field(default_factory=dict)
    after: dict[str, Any] = field(default_factory=dict)
    passages: list[Passage] = field(default_factory=list)
    key: str = ""
    anchors: list[Anchor] = field(default_factory=list)


def tried(make: Callable[[], Any]) -> Any:
    """What `make` makes. Raises OptionError where that cannot be."""
    try:
        return make()
    except (ValueError, KeyError, TypeError) as error:
        raise OptionError(f"This cannot be: {error}.") from error


def found(records: Iterable[Any], key: object, layer: Layer) -> Any:
    """The record of a layer that has this key. Raises OptionError where there is none."""
    names = {Layer.UTTERANCE: "utterance_id", Layer.CLAIM: "claim_id", Layer.CHECK: "check_id"}
    names |= {Layer.QUANTITY: "quantity_id", Layer.ENTITY: "entity_id"}
    called = RULES[layer].key if layer in RULES else lambda one: getattr(one, names[layer])
    for one in records:
        if called(one) == key:
            return one
    raise OptionError(f"There is no {layer} {key!r} here; the tables name those that there are.")

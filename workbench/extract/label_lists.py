"""A label as it is found, and the names of a list that share it."""

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.extract.label_phrases import Phrase
from workbench.extract.sheets import Bearer, Sheet
from workbench.model import LabelKind

STEPS = 12  # names looked at in a list


@dataclass(frozen=True, slots=True)
class Found:
    """A label as tokens [first, last) of a sheet, with whom it is said of."""

    first: int
    last: int
    kind: LabelKind
    bearer: Bearer


def chain(sheet: Sheet, bearer: Bearer, titled: dict[int, Phrase]) -> Iterator[Bearer]:
    """The names that a list goes on with after one: X, the mayor Y and Z."""
    at = bearer.last
    doc = sheet.doc
    following = [other for other in sheet.bearers if other.first >= bearer.last][:STEPS]
    for other in following:
        phrase = titled.get(other.first)
        begins = phrase.first if phrase else other.first
        between = [token.lower_ for token in doc[at:begins]]
        if not between or len(between) > 3 or not set(between) <= {",", "and", "&", "the", "both", "alongside"}:
            return
        if other.mention.kind is bearer.mention.kind:
            yield other
        at = other.last

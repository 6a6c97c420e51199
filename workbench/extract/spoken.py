"""Who speaks, as a record: the name, what stands at the cue, and the entity behind it."""

from typing import NamedTuple

from workbench.extract.cast import Entity
from workbench.spans import Span


class Speaker(NamedTuple):
    """Who speaks: the canonical name (None: unknown), what stands at the cue, and the entity behind it.

    `human` is false for what is no person and no body of persons: "the letter", "this agreement".
    """

    name: str | None
    at: Span | None = None
    entity: Entity | None = None
    sex: str | None = None
    plural: bool = False
    human: bool = True


class Said(NamedTuple):
    """One attribution made so far: who spoke, and where."""

    at: int
    speaker: Speaker

"""Names: who and what the articles mention."""

from dataclasses import dataclass
from enum import StrEnum

from workbench.model.articles import Passage


class NameKind(StrEnum):
    """What a name is a name of."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch that names a person, an organisation or a place, without title, and the entity that it means."""

    passage: Passage
    kind: NameKind
    entity_id: str
    canonical: str


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, organisation or place of all articles: its names, and why these were held to be of one."""

    entity_id: str
    kind: NameKind
    canonical: str
    variants: tuple[str, ...]  # as the articles write it, the form of most articles first
    reason: str | None
    article_ids: tuple[str, ...]

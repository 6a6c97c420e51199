"""The record of one person, organisation or place as one article names it."""

from dataclasses import dataclass, field

from workbench.extract.namewords import is_faint
from workbench.model import Passage


@dataclass(slots=True, eq=False)
class Named:
    """One person, organisation or place as one article names it. `kind` is None where the article does not tell.

    `name` is its fullest form; `roles` are the words that say what it is; `aliases` are forms that the article itself
    equates with it: the account of a post's author, the name in another script beside it.
    """

    article_id: str
    name: str
    kind: str | None
    passages: list[Passage]
    sex: str | None = None
    roles: frozenset[str] = frozenset()
    aliases: set[str] = field(default_factory=set)
    credited: bool = False  # only in credits and datelines: an outlet or an agency of news
    sure: bool = False  # its kind is told by more than what stands around the name
    stands_for: str | None = None  # the country, for a capital that stands for its government

    @property
    def forms(self) -> set[str]:
        """The forms in which the article writes it."""
        return {" ".join(passage.surface.split()) for passage in self.passages}

    @property
    def faint(self) -> bool:
        """Whether it is a lone English word of which nothing says what it names."""
        return self.kind is None and not self.aliases and is_faint(self.name.split())

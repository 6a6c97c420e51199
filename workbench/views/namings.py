"""What a view of names works on: each entity, the forms of its name by source, its mentions, and who else it may be."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pandas as pd

from workbench.citing import sources
from workbench.model import Check, CheckKind, Entity, Mention
from workbench.views import narrow

if TYPE_CHECKING:
    from workbench.compare.entities import Naming
    from workbench.corpus import Corpus

FIXED = ("name", "kind", "sources", "mentions", "forms", "variants", "reason", "question")


@dataclass(frozen=True)
class Named:
    """The entities of a corpus with their mentions; everything is made once."""

    corpus: "Corpus"

    @property
    def naming(self) -> "Naming":
        """The names of the corpus."""
        return self.corpus.naming

    @cached_property
    def sources(self) -> sources.Sources:
        """What the sources are called and how they are coloured."""
        return sources.of(self.corpus.documents)

    @cached_property
    def columns(self) -> dict[str, str]:
        """The column of the frame for each article, in the order of the corpus."""
        return sources.columns(self.sources.names, FIXED)

    @cached_property
    def mentions(self) -> dict[str, list[Mention]]:
        """The mentions of each entity, in the order of the corpus."""
        order = {article.article_id: at for at, article in enumerate(self.corpus.documents)}
        found: dict[str, list[Mention]] = defaultdict(list)
        for one in sorted(self.naming.mentions, key=lambda one: (order[one.passage.article_id], one.passage.start)):
            found[one.entity_id].append(one)
        return found

    @cached_property
    def uses(self) -> dict[str, dict[str, Counter[str]]]:
        """By entity and article: how often each form of the name stands there."""
        found: dict[str, dict[str, Counter[str]]] = {}
        for key, some in self.mentions.items():
            counts: dict[str, Counter[str]] = defaultdict(Counter)
            for one in some:
                counts[one.passage.article_id][" ".join(one.passage.surface.split())] += 1
            found[key] = counts
        return found

    @cached_property
    def entities(self) -> dict[str, Entity]:
        """Every entity by its id: those of most sources first, then those named most."""
        some = self.naming.entities
        ranked = sorted(some, key=lambda one: (-len(one.article_ids), -len(self.mentions.get(one.entity_id, ()))))
        return {one.entity_id: one for one in ranked}

    @cached_property
    def questions(self) -> dict[str, list[Check]]:
        """By entity: the questions whether it is the same as another."""
        at = {one.passage: one.entity_id for some in self.mentions.values() for one in some}
        found: dict[str, list[Check]] = defaultdict(list)
        for check in self.naming.checks:
            if check.kind is CheckKind.NAME:
                for key in dict.fromkeys(at[passage] for passage in check.passages if passage in at):
                    found[key].append(check)
        return found

    def told(self, key: str, article_id: str) -> str | None:
        """The forms of the name in one article with their counts; None where it is not named there."""
        counts = self.uses.get(key, {}).get(article_id)
        return ", ".join(f"{form} {count}" for form, count in ranked(counts)) if counts else None

    def forms(self, key: str) -> Counter[str]:
        """How often each form of the name stands in all articles."""
        return sum(self.uses.get(key, {}).values(), Counter())

    @cached_property
    def frame(self) -> pd.DataFrame:
        """A row an entity (by entity_id), a column a source with the forms of the name in it."""
        rows = [self._row(one) for one in self.entities.values()]
        columns = [*FIXED[:2], *self.columns.values(), *FIXED[2:]]
        index = pd.Index(list(self.entities), dtype="object", name="entity_id")
        integer = ("sources", "mentions", "forms")
        return narrow.built(rows, columns, index, integer=integer)

    def _row(self, one: Entity) -> dict[str, Any]:
        key = one.entity_id
        forms = self.forms(key)
        return {
            **{column: self.told(key, article_id) for article_id, column in self.columns.items()},
            "name": one.canonical,
            "kind": one.kind.value,
            "sources": len(one.article_ids),
            "mentions": forms.total(),
            "forms": len(forms),
            "variants": ", ".join(form for form, _ in ranked(forms)),
            "reason": one.reason,
            "question": " ".join(check.message for check in self.questions.get(key, ())) or None,
        }


def ranked(counts: Counter[str]) -> list[tuple[str, int]]:
    """The forms with their counts, the most frequent first, alphabetical where equal.

    >>> ranked(Counter(["Lind", "Ada Lind", "Lind"]))
    [('Lind', 2), ('Ada Lind', 1)]
    """
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))

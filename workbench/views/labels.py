"""What each source calls people and things, side by side."""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from workbench.citing.say import count
from workbench.model import Label
from workbench.review.decision import Layer
from workbench.review.items import RULES
from workbench.views import subject_groups
from workbench.views.following import gathered
from workbench.views.side_view import SideView
from workbench.views.sided import Row, Use
from workbench.views.subject import Subject

_ARTICLE = re.compile(r"^(?:an?|the)\s+(?=\S)", re.IGNORECASE)


class Labels(SideView):
    """A row a person or thing, a column a source: what it is called there, in whose voice, and how often.

    ``view.frame`` is the matrix as shown, ``view.selected`` the entity_id of the row looked at.
    """

    title = "Names and labels, side by side"
    drawn = "labels"
    placeholder = "Find a name or a label …"
    row_label = "Who or what"
    silence = "No label in"
    only_label = "Labelled by"
    layers = (Layer.LABEL,)
    detail_first = "Click a row to see every label in its sentence."

    def rows(self) -> tuple[Row, ...]:
        """Those labelled by most sources first, then those labelled most."""
        found = self._labels
        known = {entity.entity_id: entity for entity in self.corpus.naming.entities}
        made = [
            Row(
                key,
                (known[key].canonical if key in known else None) or _called(some[0]),
                known[key].kind.value if key in known else "unnamed",
                tuple(_use(label) for label in some),
                sub=count(len(some), "label"),
                sought=("titles, roles, descriptions and what was done, beside the name or a word for it",),
            )
            for key, some in found.items()
        ]
        return tuple(sorted(made, key=lambda row: row.rank))

    @cached_property
    def _labels(self) -> dict[str, list[Label]]:
        found: dict[str, list[Label]] = defaultdict(list)
        for label in self.corpus.framing.labels:
            found[label.entity_id or f"unnamed:{_called(label)}"].append(label)
        return found

    def marks(self) -> Mapping[str, tuple[str, ...]]:
        """By row: how many of its places were confirmed, corrected or added."""
        parts = {key: map(RULES[Layer.LABEL].key, some) for key, some in self._labels.items()}
        return gathered(super().marks(), parts)

    def parts_of(self, row: Row) -> tuple[Subject, ...]:
        """The labels of a person or thing."""
        return tuple(map(self.subjects.label, self._labels[row.key][: subject_groups.MOST]))

    def heading(self) -> str:
        """How many labels there are, of how many people and things."""
        rows = self.sides.by_key
        if not rows:
            return f"no labels in {count(len(self.corpus), 'article')}"
        uses = int(self.whole["uses"].sum())
        own = sum(use.voice.value == "narrator" for row in self._all for use in row.uses)
        several = int((self.whole["sources"] > 1).sum())
        return (
            f"{count(uses, 'label')} of {len(rows):,} {'person or thing' if len(rows) == 1 else 'people and things'} · "
            f"{own} in the sources' own words · {several} labelled by several sources"
        )

    def empty(self) -> str:
        """Why there is nothing to see, and what to do."""
        if len(self.whole):
            return "No label fits: take a word out of the find box, or choose All in the filters."
        return "No labels were found in these articles. See 00-start for what was read, and in which language."


def _called(label: Label) -> str:
    return label.canonical or " ".join((label.target or label.passage).surface.split())


def _use(label: Label) -> Use:
    shown = _ARTICLE.sub("", " ".join(label.passage.surface.split()))  # "the envoy" and "envoy" are one label
    return Use(shown, label.passage, label.voice, label.speaker, note=label.kind.value)

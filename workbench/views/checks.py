"""Questions worth a look: what does not fit together, within a source or between sources, with every passage."""

from collections import Counter
from collections.abc import Mapping
from functools import cached_property

from workbench.citing import say, sources
from workbench.citing.say import count
from workbench.model import Check, Severity
from workbench.review.decision import Layer
from workbench.views import subject_groups
from workbench.views.side_view import SideView
from workbench.views.sided import Row, Use
from workbench.views.subject import Subject

_WEIGHT = {Severity.ERROR: "grave", Severity.WARNING: "worth a look", Severity.NOTICE: "minor"}


class Checks(SideView):
    """A row a question, a column a source: the passages that raise it. The machine asks; it does not judge.

    ``view.frame`` is the matrix as shown, ``view.selected`` the check_id of the row looked at.
    """

    title = "Questions to check"
    placeholder = "Find a question …"
    row_label = "Question"
    silence = "Not concerned"
    layers = (Layer.CHECK,)
    heeds_too = frozenset({Layer.LABEL})
    detail_first = "Click a row to see the passages that raise the question."
    legend = "In the columns: the words at issue, as each source has them. The machine asks; it does not judge."
    only_label = "Concerns"
    longest = 140
    filters = ("kind", "only", "source")

    def rows(self) -> tuple[Row, ...]:
        """The graver questions first."""
        order = list(_WEIGHT)
        names = sources.asked(self.corpus.documents, sources.of(self.corpus.documents).names)
        answers = self._answers
        checks = sorted(self._checks.values(), key=lambda check: order.index(check.severity))
        return tuple(
            Row(
                check.check_id,
                say.asked(check.message, names),
                check.kind.value,
                self._uses(check),
                sub=_told(check, answers),
            )
            for check in checks
        )

    def _uses(self, check: Check) -> tuple[Use, ...]:
        places = {figure.figure_id: figure.passage for figure in self.corpus.figure_records}
        passages = [*check.passages, *(places[key] for key in check.figure_ids if key in places)]
        return tuple(Use(" ".join(passage.surface.split()), passage) for passage in dict.fromkeys(passages))

    @cached_property
    def _checks(self) -> dict[str, Check]:
        return {check.check_id: check for check in self.corpus.check_records}

    def subject(self) -> Subject | None:
        """The selected question."""
        return self._subject(self._row.key) if self._row else None

    def _subject(self, key: str) -> Subject:
        return subject_groups.check(self.subjects, self._checks[key], self._answers.get(key))

    @property
    def _answers(self) -> Mapping[str, str]:
        return self.reviewed.asked.answers if self.reviewed else {}

    def heading(self) -> str:
        """How many questions there are, of which kinds."""
        if not self._all:
            return f"nothing to ask about {count(len(self.corpus), 'article')}"
        kinds = Counter(row.kind for row in self._all)
        told = ", ".join(f"{number} on {_KINDS[kind]}" for kind, number in kinds.most_common())
        return f"{count(len(self._all), 'question')}: {told}"

    def empty(self) -> str:
        """Why there is nothing to see."""
        if len(self.whole):
            return "No question fits: take a word out of the find box, or choose All in the filters."
        return "Nothing was found that does not fit together."


_KINDS = {
    "arithmetic": "sums",
    "contradiction": "what contradicts itself",
    "date": "dates",
    "name": "names",
    "scope": "scope",
}


def _told(check: Check, answers: Mapping[str, str]) -> str:
    answer = answers.get(check.check_id)
    return f"{check.kind.value} · {_WEIGHT[check.severity]}" + (f" · answer: {answer}" if answer else "")

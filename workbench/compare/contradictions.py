"""Questions about the articles' statements that are worth an analyst's look, each with the passages that raise it."""

from collections.abc import Callable, Iterator

from workbench.compare import (
    asked_conditions,
    asked_deeds,
    asked_figures,
    asked_names,
    asked_quotes,
    asked_roles,
    asked_states,
    asked_summary,
)
from workbench.compare.asking import Material
from workbench.garbage import undisturbed
from workbench.model import Check

#: By what is asked about: what finds the questions.
ASKED: dict[str, Callable[[Material], Iterator[Check]]] = {
    "names": asked_names.find,
    "quotes": asked_quotes.find,
    "figures": asked_figures.find,
    "summaries": asked_summary.find,
    "states": asked_states.find,
    "roles": asked_roles.find,
    "deeds": asked_deeds.find,
    "conditions": asked_conditions.find,
}


@undisturbed()
def find(material: Material) -> tuple[tuple[Check, ...], dict[str, Exception]]:
    """Every question that `material` raises, sort by sort, each id once; and what went wrong, by sort of question.

    A sort that fails on a hostile text asks nothing, and the others go on.
    """
    found: dict[str, Check] = {}
    faults: dict[str, Exception] = {}
    for sort, asked in ASKED.items():
        try:
            for check in list(asked(material)):
                found.setdefault(check.check_id, check)
        except Exception as error:  # hostile text reaches every rule
            faults[sort] = error
    return tuple(found.values()), faults

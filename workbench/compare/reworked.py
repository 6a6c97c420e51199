"""Sums and questions made anew where an analyst put figures or quantities right; all others stay as they were."""

from collections.abc import Iterable, Mapping, Sequence, Set

from workbench.compare import checks, sums, verdicts
from workbench.compare.frames import frames
from workbench.compare.quantities import Comparison, sentences_of
from workbench.language import Parsed
from workbench.model import Check, Figure, Quantity, Relation


def relations(
    figures: Iterable[Figure], quantities: Sequence[Quantity], parsed: Sequence[Parsed], about: Set[str]
) -> tuple[Relation, ...]:
    """The sums among the `figures` of the articles `parsed`, of which one is `about`; `quantities` are those by now."""
    there = {one.article.article_id for one in parsed}
    some = (figure for figure in figures if figure.passage.article_id in there)
    ordered = sorted(some, key=lambda figure: (figure.passage.article_id, figure.passage.start, figure.implied))
    grouped = {figure.figure_id for one in quantities for figure in one.figures}
    framed = [one for one in frames(verdicts.meant(ordered), parsed) if one.figure.figure_id in grouped]
    found = sums.relations([one for one in framed if not one.doubt], quantities, sentences_of(parsed))
    return tuple(one for one in found if about & {*one.figure_ids})


def questions(
    read: Comparison, now: Mapping[str, Quantity], changed: Set[str], made: Iterable[Relation], names: Mapping[str, str]
) -> tuple[set[str], list[Check]]:
    """The ids of questions about quantities as they were read that are `changed` by `now`; and those asked instead.

    `made` are sums made anew; `names` gives what to call an article, by its id.
    """
    before = [one for one in read.quantities if one.quantity_id in changed or one.quantity_id not in now]
    after = [now[key] for key in now if key in changed]
    figures = {figure.figure_id: figure for one in now.values() for figure in one.figures}
    asked = [*checks.arithmetic(checks.not_asked_twice(made, after), figures), *checks.between(after, names)]
    return {one.check_id for one in checks.between(before, names)}, asked

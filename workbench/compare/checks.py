"""Questions about figures that are worth an analyst's look: sums that fail, sources and articles that contradict."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from workbench.compare import sentences, verdicts
from workbench.compare.field import Field
from workbench.compare.frames import Frame
from workbench.compare.likeness import same_article
from workbench.model import Check, CheckKind, Figure, Quantity, Relation, Severity, Verdict


def checks(
    framed: Sequence[Frame],
    field: Field,
    quantities: Iterable[Quantity],
    relations: Iterable[Relation],
    names: Mapping[str, str] | None = None,
) -> Iterator[Check]:
    """The questions, each with its figures: failed sums, then contradictions inside an article, then between them.

    `names` gives what to call an article, by its id; else its id.
    """
    known, together = names or {}, tuple(quantities)
    by_id = {frame.figure.figure_id: frame.figure for frame in framed}
    yield from arithmetic(not_asked_twice(relations, together), by_id)
    yield from _inside(framed, field, known)
    yield from between(together, known)


def not_asked_twice(relations: Iterable[Relation], quantities: Iterable[Quantity]) -> Iterator[Relation]:
    """Those that do not set two numbers against each other of which it is asked anyway who is right."""
    asked = {
        figure.figure_id: quantity.quantity_id
        for quantity in quantities
        if quantity.verdict is Verdict.CONFLICT
        for figure in quantity.figures
    }
    for relation in relations:
        within = {asked.get(figure_id) for figure_id in relation.figure_ids}
        if len(relation.figure_ids) != 2 or None in within or len(within) > 1:
            yield relation


def _made(kind: CheckKind, severity: Severity, message: str, figures: Sequence[Figure]) -> Check:
    ids = tuple(figure.figure_id for figure in figures)
    return Check(f"c:{kind.value}:{'+'.join(ids)}", kind, severity, message, ids, tuple(one.passage for one in figures))


def arithmetic(relations: Iterable[Relation], by_id: Mapping[str, Figure]) -> Iterator[Check]:
    """A question for each sum that fails, or of which it cannot be told."""
    for relation in relations:
        if relation.holds is not True:
            figures = [by_id[one] for one in relation.figure_ids]
            message = f"{relation.expression}: {relation.note}"
            yield _made(CheckKind.ARITHMETIC, Severity.NOTICE, message, figures)


def _inside(framed: Sequence[Frame], field: Field, names: Mapping[str, str]) -> Iterator[Check]:
    """Two numbers for one thing in one article, one of them in its headline, summary or a caption."""
    by_article: dict[str, list[Frame]] = {}
    for frame in framed:
        by_article.setdefault(frame.sentence[0], []).append(frame)
    for article_id, some in by_article.items():
        for at, a in enumerate(some):
            for b in some[at + 1 : at + 60]:
                if a.figure.role is not b.figure.role and same_article(a, b, field):
                    one, two = sentences.stated(a.figure), sentences.stated(b.figure)
                    place = f"{a.figure.role.value} says {one}, its {b.figure.role.value} {two}"
                    message = f"{names.get(article_id, article_id)}: its {place}: which is meant?"
                    yield _made(CheckKind.CONTRADICTION, Severity.WARNING, message, [a.figure, b.figure])


def between(quantities: Iterable[Quantity], names: Mapping[str, str]) -> Iterator[Check]:
    """A question for each quantity on which the sources conflict."""
    for quantity in quantities:
        if quantity.verdict is Verdict.CONFLICT:
            own = [figure for figure in quantity.figures if figure.passage.article_id in quantity.sources]
            bests = [
                verdicts.best(figure for figure in own if figure.passage.article_id == article_id)
                for article_id in quantity.sources
            ]
            yield _made(CheckKind.CONTRADICTION, Severity.WARNING, sentences.sentence(quantity, names), bests)

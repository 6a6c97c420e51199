"""The comparison of figures without the articles at fault: hostile text reaches every rule, and must not stop it."""

from collections.abc import Callable, Sequence

from workbench.compare import quantities
from workbench.compare.quantities import Comparison
from workbench.language import Parsed
from workbench.model import Figure


def group(figures: Sequence[Figure], parsed: Sequence[Parsed]) -> tuple[Comparison, dict[str, Exception]]:
    """The comparison, and by article_id the error of each article that had to be left out for it to succeed.

    Where nothing fails this is ``quantities.group``, once. Else articles are added by halves, so that one at fault
    among many is found in few runs.
    """
    try:
        return quantities.group(figures, parsed), {}
    except Exception:  # whatever a rule met; the articles that make it fail are found below
        ids = list(dict.fromkeys(figure.passage.article_id for figure in figures))

    def of(kept: Sequence[str]) -> Comparison:
        some = [figure for figure in figures if figure.passage.article_id in kept]
        return quantities.group(some, [one for one in parsed if one.article.article_id in kept])

    faults: dict[str, Exception] = {}
    sound = _sound(ids, [], of, faults)
    return of(sound), faults


def _sound(
    ids: Sequence[str], kept: list[str], of: Callable[[Sequence[str]], object], faults: dict[str, Exception]
) -> list[str]:
    """The articles kept and those of `ids` that can be compared with them; the errors of the others go to `faults`."""
    if not ids:
        return kept
    try:
        of([*kept, *ids])
    except Exception as error:  # as above
        if len(ids) == 1:
            faults[ids[0]] = error
            return kept
        middle = len(ids) // 2
        return _sound(ids[middle:], _sound(ids[:middle], kept, of, faults), of, faults)
    return [*kept, *ids]

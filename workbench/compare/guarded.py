"""Comparisons without the articles at fault: hostile text reaches every rule, and must not stop the rest."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from workbench.compare import quantities
from workbench.compare.quantities import Comparison
from workbench.garbage import undisturbed
from workbench.language import Parsed
from workbench.model import Figure

_Result = TypeVar("_Result")


def group(figures: Sequence[Figure], parsed: Sequence[Parsed]) -> tuple[Comparison, dict[str, Exception]]:
    """The comparison, and by article_id the error of each article that had to be left out for it to succeed.

    Where nothing fails this is ``quantities.group``, once.
    """

    def of(kept: Sequence[str]) -> Comparison:
        if len(kept) == len(ids):
            return quantities.group(figures, parsed)
        some = [figure for figure in figures if figure.passage.article_id in kept]
        return quantities.group(some, [one for one in parsed if one.article.article_id in kept])

    ids = list(dict.fromkeys(figure.passage.article_id for figure in figures))
    return over(ids, of)


def over(ids: Sequence[str], of: Callable[[Sequence[str]], _Result]) -> tuple[_Result, dict[str, Exception]]:
    """What `of` makes of all articles, or of those with which it succeeds; the errors of the others, by article_id.

    Where nothing fails, `of` is called once. Else articles are added by halves, so that one at fault among many is
    found in few runs. Raises what `of` raises where it cannot even do with no article at all.

    >>> over(["a", "b", "c"], lambda kept: [12 / "acd".index(one) for one in kept if one != "b"])[1].keys()
    dict_keys(['a'])
    """
    try:
        with undisturbed():
            return of(ids), {}
    except Exception as error:  # whatever a rule met; the articles that make it fail are found below
        faults: dict[str, Exception] = {}
        if len(ids) == 1:
            return of([]), {ids[0]: error}
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

"""Word choice put right by the analyst: concepts joined, parted, named, made. What articles write stays."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from workbench.errors import OptionError
from workbench.lexicons.concepts import Change
from workbench.model import Device, Wording

#: What gives the places of words of the analyst's own.
Places = Callable[[Sequence[str]], Iterable[Wording]]
#: The entry of words that the analyst added to a concept.
OWN = f"{Device.CHOICE.value}: own"


def recast(words: Sequence[Wording], changes: Iterable[Change], places: Places) -> tuple[Wording, ...]:
    """The choices after the `changes`, one after the other, those of one concept in the order in which they stood.

    Raises OptionError for a change that does not fit: a concept or word that is not there, or a name that is taken.
    """
    now = tuple(words)
    for change in changes:
        now = _DO[change.kind](now, change, places)
    return now


def replay(
    words: Sequence[Wording], changes: Iterable[Change], places: Places
) -> tuple[tuple[Wording, ...], list[tuple[Change, str]]]:
    """The choices after those of the `changes` that fit, and the others with the reason: articles may have changed."""
    now, misfits = tuple(words), []
    for change in changes:
        try:
            now = recast(now, (change,), places)
        except OptionError as error:
            misfits.append((change, str(error)))
    return now, misfits


def word_of(word: Wording) -> str:
    """What a place counts as among its concept's words: the base form of the choice, or an own word as it stands.

    >>> from workbench.model import Passage
    >>> word_of(Wording(Passage("a", 0, 9, "Detainees"), Device.CHOICE, "people", lexicon="choice: detainee"))
    'detainee'
    """
    base = (word.lexicon or "").partition(": ")[2]
    return base if base and word.lexicon != OWN else " ".join(word.passage.surface.split()).casefold()


def concepts(words: Iterable[Wording]) -> list[str]:
    """The concepts there are, each once."""
    return list(dict.fromkeys(word.concept for word in words if word.concept))


def _merge(now: tuple[Wording, ...], change: Change, _: Places) -> tuple[Wording, ...]:
    _known(now, change.concept)
    _known(now, change.other)
    if change.concept == change.other:
        raise OptionError("A thing cannot be merged with itself: name another one.")
    return _joined(replace(word, concept=change.concept) if word.concept == change.other else word for word in now)


def _split(now: tuple[Wording, ...], change: Change, _: Places) -> tuple[Wording, ...]:
    _free(now, change.label)
    out = _chosen(now, change)
    if all(id(word) in out for word in now if word.concept == change.concept):
        raise OptionError(f"These are all words of “{change.concept}”: take some, or give it another name.")
    return tuple(replace(word, concept=change.label) if id(word) in out else word for word in now)


def _rename(now: tuple[Wording, ...], change: Change, _: Places) -> tuple[Wording, ...]:
    _known(now, change.concept)
    _free(now, change.label)
    return tuple(replace(word, concept=change.label) if word.concept == change.concept else word for word in now)


def _out(now: tuple[Wording, ...], change: Change, _: Places) -> tuple[Wording, ...]:
    out = _chosen(now, change)
    return tuple(word for word in now if id(word) not in out)


def _make(now: tuple[Wording, ...], change: Change, places: Places) -> tuple[Wording, ...]:
    _free(now, change.label)
    return _with(now, change, change.label, places)


def _add(now: tuple[Wording, ...], change: Change, places: Places) -> tuple[Wording, ...]:
    _known(now, change.concept)
    return _with(now, change, change.concept, places)


def _act(now: tuple[Wording, ...], _: Change, __: Places) -> tuple[Wording, ...]:
    return now  # verbs of one act are heeded where the articles are compared


_DO: dict[str, Callable[[tuple[Wording, ...], Change, Places], tuple[Wording, ...]]] = {
    "merge": _merge,
    "split": _split,
    "rename": _rename,
    "out": _out,
    "make": _make,
    "add": _add,
    "act": _act,
}


def _with(now: tuple[Wording, ...], change: Change, concept: str, places: Places) -> tuple[Wording, ...]:
    """The choices with the places of the analyst's own words, but where the concept has a word there already."""
    found = [replace(word, concept=concept, lexicon=OWN) for word in places(change.words)]
    if not found:
        raise OptionError(f"{_named(change.words)} stands nowhere in these articles: look for another form of it.")
    return _joined([*now, *found])


def _joined(words: Iterable[Wording]) -> tuple[Wording, ...]:
    """The words without a second one of a concept at one place; the first there is kept."""
    kept: list[Wording] = []
    taken: dict[tuple[str, str | None], list[tuple[int, int]]] = {}
    for word in words:
        start, end = word.passage.start, word.passage.end
        there = taken.setdefault((word.passage.article_id, word.concept), [])
        if not any(start < last and first < end for first, last in there):
            there.append((start, end))
            kept.append(word)
    return tuple(kept)


def _chosen(now: Sequence[Wording], change: Change) -> set[int]:
    """The words of the concept that are meant: by their base form, or as they stand."""
    _known(now, change.concept)
    own = [word for word in now if word.concept == change.concept]
    forms = {id(word): {word_of(word), " ".join(word.passage.surface.split()).casefold()} for word in own}
    wanted = [word.casefold() for word in change.words]
    missing = [word for word in wanted if not any(word in some for some in forms.values())]
    if missing:
        there = ", ".join(dict.fromkeys(word_of(word) for word in own))
        raise OptionError(f"“{change.concept}” has no word {_named(missing)}; its words are {there}.")
    return {key for key, some in forms.items() if some & set(wanted)}


def _known(now: Iterable[Wording], concept: str) -> None:
    there = concepts(now)
    if concept not in there:
        raise OptionError(f"There is no “{concept}” among the choices; there is {', '.join(there[:40]) or 'none'}.")


def _free(now: Iterable[Wording], label: str) -> None:
    if label in concepts(now):
        raise OptionError(f"There is “{label}” already: merge the two, or give another name.")


def _named(words: Sequence[str]) -> str:
    return ", ".join(f"“{word}”" for word in words)

"""The articles that are in a file: it is only opened where it may hold many; any other kind holds one."""

from collections.abc import Iterator

from workbench.model import Problem
from workbench.read import each, walk
from workbench.read.draft import Raw
from workbench.stream import inputs
from workbench.stream.inputs import Input


def holds_many(one: Input) -> bool:
    """Whether the file is of a kind that may hold many articles: a table of them, or a zip archive."""
    return f".{one.name.rpartition('.')[2].lower()}" in each.MANY


def of(one: Input, limit: int) -> Iterator[tuple[str | None, int, str] | Problem]:
    """Of each article in a file: the member of the archive, its number there, its name; and problems."""
    if holds_many(one):
        yield from names(one.place, limit)
    else:
        yield None, 0, each.wanted_id(Raw(one.shown, walk.shown(one.name), b"").stem)


def names(place: str, limit: int) -> Iterator[tuple[str | None, int, str] | Problem]:
    """The same of the file at `place`, which is opened."""
    for raw in inputs.opened(place, limit):
        if isinstance(raw, Problem):
            yield raw
            continue
        member = raw.path if raw.path != walk.shown(place) else None
        if raw.suffix not in each.MANY:
            yield member, 0, each.wanted_id(raw.stem)
            continue
        for number, draft in enumerate(each.drafts(raw)):
            if isinstance(draft, Problem):
                yield draft
            else:
                yield member, number, each.wanted_id(draft.name or raw.stem)

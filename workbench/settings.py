"""What the surroundings say: which articles the notebooks read when nobody names any, and which event of them."""

import os
from pathlib import Path

from workbench.errors import SourceError

#: The environment variable that names the folder (several paths parted as in PATH); ``workbench lab PATH`` and
#: ``workbench brief PATH...`` set it.
SOURCE_VARIABLE = "WORKBENCH_SOURCE"
#: The environment variable that names the one event of it that is read: its id.
EVENT_VARIABLE = "WORKBENCH_EVENT"
#: The environment variable that names the file in which a run of ``workbench lab`` keeps what 00-start last opened, so
#: that the other notebooks read the same. Without it nothing is kept.
SESSION_VARIABLE = "WORKBENCH_SESSION"
_SEEDS = "seeds"


class OneEvent(type(Path())):  # type: ignore[misc]  # the kind of path that this system has
    """A folder of which the notebooks read one event only: ``event`` is its id. Otherwise a path like any other."""

    event: str


class OneEventOf(list[Path]):
    """Paths of which the notebooks read one event only: ``event`` is its id. Otherwise a list like any other."""

    event: str


def default_source() -> Path | list[Path]:
    """What the notebooks read: what 00-start last opened in this run of ``workbench lab``, else what WORKBENCH_SOURCE
    names, else ``seeds`` here or in a folder above.

    A list where the variable names several paths. The path is relative where it can be, so that a notebook shows the
    same on every machine. Where an event was chosen in this run, ``load`` reads that event of it only.
    Raises SourceError where there is neither.
    """
    source, event = whole_source(), event_remembered()
    if not event:
        return source
    one: OneEvent | OneEventOf = OneEventOf(source) if isinstance(source, list) else OneEvent(source)
    one.event = event
    return one


def event_of(source: object) -> str | None:
    """The event that a source is limited to, where ``default_source`` gave it and one was chosen."""
    return source.event if isinstance(source, OneEvent | OneEventOf) else None


def event_remembered() -> str:
    """The id of the event chosen in this run of ``workbench lab``, else what WORKBENCH_EVENT names, else nothing."""
    place, event = _remembered()
    return event if place else os.environ.get(EVENT_VARIABLE, "")


def whole_source() -> Path | list[Path]:
    """What ``default_source`` gives, with all events.

    Raises SourceError where there is nothing.
    """
    named = _remembered()[0] or os.environ.get(SOURCE_VARIABLE)
    if named:
        paths = [Path(path) for path in named.split(os.pathsep) if path]
        return paths[0] if len(paths) == 1 else paths
    here = Path()
    for above in (here, Path(".."), Path("../..")):
        if (above / _SEEDS).is_dir():
            return above / _SEEDS
    raise SourceError(
        f"There is no folder {_SEEDS} here or above: "
        f"name a folder of articles in the environment variable {SOURCE_VARIABLE}."
    )


def remember(source: object, event: str = "") -> bool:
    """Keep `source`, a folder, a file or a list of them, for the other notebooks of this run of ``workbench lab``.

    They read the `event` with this id only, where one is given. Whether it was kept: not outside such a run, and not
    what is no place.
    """
    session = os.environ.get(SESSION_VARIABLE)
    given = list(source) if isinstance(source, list | tuple) else [source]
    places = [Path(one) for one in given if isinstance(one, str | Path)]
    if not session or not places or len(places) < len(given) or not all(one.exists() for one in places):
        return False
    kept = os.pathsep.join(str(one.resolve()) for one in places)
    Path(session).write_text(f"{kept}\n{event}" if event else kept, encoding="utf-8")
    return True


def _remembered() -> tuple[str, str]:
    """The place that was kept, where it is still there, and the event; both empty where there is none."""
    session = os.environ.get(SESSION_VARIABLE)
    if not session or not Path(session).is_file():
        return "", ""
    kept, _, event = Path(session).read_text(encoding="utf-8").partition("\n")
    there = bool(kept) and all(Path(one).exists() for one in kept.split(os.pathsep))
    return (kept, event) if there else ("", "")

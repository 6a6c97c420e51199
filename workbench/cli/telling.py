"""What the command line says to people, and how it ends."""

import sys
from typing import TYPE_CHECKING, NoReturn

import typer
from rich.console import Console
from rich.status import Status

from workbench.errors import OptionError

if TYPE_CHECKING:
    from workbench.corpus import Corpus


_MOST = 20  # lines of one kind


def report(corpus: "Corpus") -> None:
    """List what could not be read, on stderr: as much as one can read, and where the rest stands."""
    console = Console(stderr=True, highlight=False)
    told = [problem for problem in corpus.read_problems if problem.severity != "notice"]
    for problem in told[:_MOST]:
        console.print(f"{problem.severity}: {problem.path}: {problem.message}", markup=False, soft_wrap=True)
    if len(told) > _MOST:
        console.print(f"… and {len(told) - _MOST} more: see the problems table.")
    copies = [one for one in corpus.documents if one.duplicate_of]
    for one in copies[:_MOST]:
        said = f"This says the same as {one.duplicate_of}: the two count as one source."
        console.print(f"notice: {one.article_id}: {said}", markup=False, soft_wrap=True)
    if len(copies) > _MOST:
        console.print(f"… and {len(copies) - _MOST} more copies: see the articles table.")
    for notice in corpus.events_noticed():
        named = f"{notice.path}: " if notice.path else ""
        console.print(f"{notice.severity}: {named}{notice.message}", markup=False, soft_wrap=True)


def articles(corpus: "Corpus") -> str:
    """How many articles a corpus has."""
    count = len(corpus.documents)
    return "1 article" if count == 1 else f"{count:,} articles"


def choice(given: str, known: tuple[str, ...], what: str) -> list[str]:
    """The names given with commas between, each once. Raises OptionError for one that is not `known`."""
    chosen = [name.strip() for name in given.split(",") if name.strip()]
    wrong = [name for name in chosen if name not in known]
    if wrong or not chosen:
        names = ", ".join(repr(name) for name in wrong) or "nothing"
        raise OptionError(f"There is no {what} {names}; choose from {', '.join(known)}.")
    return list(dict.fromkeys(chosen))


def note(message: str) -> None:
    """A line for people, on stderr."""
    Console(stderr=True, highlight=False).print(message, markup=False, soft_wrap=True)


def working(what: str) -> Status:
    """A spinner on a terminal, nothing in a pipe."""
    return Console(stderr=True).status(f"{what} …")


def say(message: str) -> None:
    """A closing line for people; quiet in pipes, where only results and errors belong."""
    if sys.stdout.isatty():
        typer.echo(message)


def fail(message: str, status: int = 1) -> NoReturn:
    """One sentence on stderr, and the end."""
    Console(stderr=True, highlight=False).print(f"workbench: {message}", markup=False, soft_wrap=True)
    raise SystemExit(status)

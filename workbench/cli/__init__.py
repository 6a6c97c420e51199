"""The command line: ``workbench tables``, ``workbench brief``, ``workbench lab`` and ``workbench app``.

Exit status: 0 done (files that could not be read are listed on stderr and in the problems table), 1 nothing could be
done, with one sentence on stderr, 2 wrong usage. Heavy imports wait until a command needs them.
"""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console

from workbench import __version__
from workbench.cli.telling import articles, choice, fail, note, report, say, working
from workbench.errors import OptionError, WorkbenchError
from workbench.tables.schemas import SCHEMAS

if TYPE_CHECKING:
    from workbench.briefing import Briefing
    from workbench.corpus import Corpus

FORMATS = ("jsonl", "csv", "parquet", "xlsx")
_STREAM = "Many articles"

Cache = Annotated[
    bool,
    typer.Option(
        "--cache/--no-cache", help="Take what was found in the same articles before from the user's cache folder."
    ),
]

app = typer.Typer(
    name="workbench",
    help="Compare figures, quotes and framing across articles about one event.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
)
Paths = Annotated[
    list[str], typer.Argument(help="Files, folders (read recursively), zips or globs.", metavar="PATH...")
]


@app.callback(invoke_without_command=True)
def _options(
    version: Annotated[bool, typer.Option("--version", help="Show the version and stop.", is_eager=True)] = False,
) -> None:
    if version:
        typer.echo(f"workbench {__version__}")
        raise typer.Exit


@app.command(
    epilog="Examples:  workbench tables seeds --out tables    ·    "
    "workbench tables a.html b.pdf --out t --only quotes,figures --format csv    ·    "
    "workbench tables archive/ --out t --stream --workers 8 --format parquet"
)
def tables(
    paths: Paths,
    *,
    out: Annotated[str, typer.Option("--out", help="Folder for the tables; made where it is missing.")],
    only: Annotated[
        list[str] | None,
        typer.Option(help="Just these tables, by name, with commas; only the work that they need."),
    ] = None,
    formats: Annotated[
        list[str] | None,
        typer.Option("--format", help="jsonl (unless told otherwise), csv, parquet or xlsx; several with commas."),
    ] = None,
    limit_mb: Annotated[float, typer.Option(help="Files larger than this many megabytes are set aside.")] = 50,
    cache: Cache = True,
    stream: Annotated[
        bool | None,
        typer.Option(
            "--stream/--no-stream",
            help="Write OUT/TABLE/part-00000.jsonl and so on, with little memory and for any number of articles; a run "
            "that was stopped goes on. Above 5,000 articles it is done anyway, in the end as one file.",
            rich_help_panel=_STREAM,
        ),
    ] = None,
    workers: Annotated[
        int | None, typer.Option(min=1, help="Processes of this machine.", rich_help_panel=_STREAM)
    ] = None,
    scheduler: Annotated[
        str | None,
        typer.Option(help="A Dask cluster instead, such as tcp://10.0.0.1:8786.", rich_help_panel=_STREAM),
    ] = None,
    events: Annotated[
        str,
        typer.Option(
            help="What is compared: found (articles that tell of one thing that happened), folder (those of a "
            "folder) or each (each article by itself).",
            rich_help_panel=_STREAM,
        ),
    ] = "found",
    partition: Annotated[
        int, typer.Option(min=1, help="Articles of a partition, at least.", rich_help_panel=_STREAM)
    ] = 128,
    timeout: Annotated[
        float, typer.Option(help="Seconds that an article may take; then it is set aside.", rich_help_panel=_STREAM)
    ] = 120,
    resume: Annotated[
        bool,
        typer.Option("--resume/--restart", help="Keep what an earlier run has done.", rich_help_panel=_STREAM),
    ] = True,
) -> None:
    """Read articles and write every table, one file a table."""
    named = ",".join(only or ())
    names = choice(named, tuple(SCHEMAS), "table") if named else list(SCHEMAS)
    wanted = choice(",".join(formats or ["jsonl"]), FORMATS, "format")
    promised = stream is None and wanted == ["jsonl"] and "://" not in out
    if stream is None:
        stream = bool(workers or scheduler) or _streams(paths, out, wanted, limit_mb)
    if stream:
        if len(wanted) > 1:
            raise OptionError("A stream writes one format: choose jsonl or parquet.")
        given = {"tables": names, "form": wanted[0], "limit_mb": limit_mb, "events": events, "timeout": timeout}
        _stream(paths, out, {**given, "per_partition": partition, "resume": resume}, workers or 1, scheduler)
        if promised:
            from workbench.stream import put_together

            put_together(Path(out), names)
        return
    corpus = _load(paths, limit_mb, cache=cache)
    from workbench.export.tables import write

    with working("Writing tables"):
        last = sorted(names, key=lambda name: name == "problems")  # extraction may find some more
        written = write({name: corpus.rows(name, beside=set(names)) for name in last}, out, wanted)
    say(f"{articles(corpus)}, {len(names)} tables, {len(written)} files in {out}")


def _streams(paths: list[str], out: str, formats: list[str], limit_mb: float) -> bool:
    """Whether the tables are written in partitions where nobody says so: addresses, and what is large."""
    if "://" in out:
        return True
    if len(formats) > 1 or formats[0] in ("csv", "xlsx"):
        return False
    from workbench.stream import THRESHOLD, is_large

    if not is_large(paths, limit_mb):
        return False
    more = "; the parts are put together in the end" if formats == ["jsonl"] else ""
    note(f"More than {THRESHOLD:,} articles, or an address: tables are made in parts, as --stream explains{more}.")
    return True


def _stream(paths: list[str], out: str, given: dict[str, Any], workers: int, scheduler: str | None) -> None:
    from workbench.stream import run

    try:
        done = run(paths, out, **given, workers=workers, scheduler=scheduler, tell=note)
    except KeyboardInterrupt:
        fail("Stopped; run the same command again to go on.", 130)
    if done.aside:
        note(f"{done.aside} articles were set aside: see the problems table.")
    say(f"{done.articles:,} articles in {done.partitions:,} partitions, {done.made:,} of them made now, in {out}")


@app.command(
    epilog="Examples:  workbench brief seeds --out briefing    ·    "
    "workbench brief seeds --format pptx,docx,pdf --template ours.pptx"
)
def brief(
    paths: Paths,
    *,
    out: Annotated[Path, typer.Option("--out", help="Folder for the pack.")] = Path("briefing"),
    notebooks: Annotated[
        Path | None, typer.Option(help="Folder of notebooks to run and enclose (default: ./notebooks).")
    ] = None,
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            help="The briefing as a document: pptx, docx, pdf, html, xlsx, md; several with commas "
            "(html, md and xlsx, unless told otherwise).",
        ),
    ] = None,
    template: Annotated[
        Path | None, typer.Option(help="Your organisation's own .pptx or .docx as base of that document.")
    ] = None,
    draft: Annotated[
        bool, typer.Option("--draft", help="The workbench's own draft, also where you put a briefing together.")
    ] = False,
    event: Annotated[
        str | None, typer.Option(help="One event only: its id, its label or a word of it; * for all as one event.")
    ] = None,
    limit_mb: Annotated[float, typer.Option(help="Files larger than this many megabytes are set aside.")] = 50,
    cache: Cache = True,
) -> None:
    """Compare articles and write the briefing pack: a page, charts, tables, notebooks and their provenance.

    The document in it is the briefing that you put together in 06-briefing, or the workbench's own draft.
    """
    from workbench.export import briefing
    from workbench.export.document.written import known

    wanted = known(",".join(formats or ["html,md,xlsx"]).split(","), template)  # before the work, not after it
    corpus = _load(paths, limit_mb, event, cache=cache)
    folder = notebooks or (Path("notebooks") if Path("notebooks").is_dir() else None)
    picked = None if draft else _picked(corpus)
    with working("Writing the briefing"):
        written = briefing(corpus, out, notebooks=folder, formats=wanted, template=template, picked=picked)
    say(f"{articles(corpus)}; {len(written)} files in {out}; open {out / 'index.html'}")


@app.command(epilog="Example:  workbench lab my-articles/")
def lab(
    path: Annotated[
        Path | None, typer.Argument(help="Folder of articles that the notebooks open (default: seeds).")
    ] = None,
) -> None:
    """Open the workbench in JupyterLab, on this machine only."""
    _holds_articles(path)
    from workbench.lab import command, environment

    arguments = command()
    os.execvpe(arguments[0], arguments, {**os.environ, **environment(path)})  # noqa: S606 - our own interpreter, no shell


@app.command("app", epilog="Example:  workbench app my-articles/    ·    workbench app seeds --host 0.0.0.0")
def serve(
    path: Annotated[
        Path | None, typer.Argument(help="Folder of articles that the pages show (default: seeds).")
    ] = None,
    *,
    host: Annotated[str, typer.Option(help="Address to serve at; unless told otherwise, this machine only.")] = "",
    port: Annotated[int | None, typer.Option(help="Port (default: 8866, or another where that is taken).")] = None,
) -> None:
    """Serve the notebooks as a small web application, for readers without Jupyter; the link has a token."""
    _holds_articles(path)
    from workbench.lab import app as served

    at = host or served.LOOPBACK
    free = served.free(at, port)
    arguments, added = served.command(at, free), served.environment(path)
    typer.echo(f"Open {served.link(at, free, added[served.TOKEN_VARIABLE])}\nStop with Ctrl+C.")
    sys.stdout.flush()  # what follows takes the place of this process
    os.execvpe(arguments[0], arguments, {**os.environ, **added})  # noqa: S606 - our own interpreter, no shell


def _holds_articles(path: Path | None) -> None:
    """End with one sentence where there is nothing at `path` to read: here, and not as an error in a page."""
    from workbench.read import formats, walk

    if path is None:
        return
    if not path.exists():
        fail(f"There is nothing at {path}: give a folder of articles, or nothing for the seeds.")
    if path.is_dir():
        readable = any(isinstance(one, Path) for one in walk.files(path))
    else:
        readable = not path.suffix or formats.is_read(path.suffix.lower())
    if not readable:
        fail(f"There is no article in {path}: put texts, web pages, mails or documents there, or give another folder.")


def _picked(corpus: "Corpus") -> "Briefing | None":
    """The briefing that the analyst put together, said on stderr; None where there is none."""
    from workbench.briefing import store

    console = Console(stderr=True, highlight=False)
    kept = store.of(corpus)
    if kept.problem:
        console.print(f"warning: {kept.problem}", markup=False, soft_wrap=True)
    picked = store.picked(corpus)
    if picked is not None:
        said = (
            f"This is your briefing of {len(picked.items):,} items ({kept.path}); --draft writes the workbench's own."
        )
        console.print(said, markup=False, soft_wrap=True)
    return picked


def _load(paths: list[str], limit_mb: float, event: str | None = None, *, cache: bool) -> "Corpus":
    from workbench.review import load

    corpus = load([_as_path(path) for path in paths], limit_mb=limit_mb, event=event, cache=cache)
    report(corpus)
    return corpus


def _as_path(path: str) -> str | Path:
    """A path, unless it is a glob that names no file by itself: an argument is never taken as an article's text."""
    return path if any(mark in path for mark in "*?[") and not Path(path).exists() else Path(path)


def main() -> None:
    """Run the command line: an error of the workbench's own is one sentence and a status, not a traceback."""
    try:
        app()
    except OptionError as error:
        fail(str(error), 2)
    except WorkbenchError as error:
        fail(str(error))
    except OSError as error:
        fail(f"{error.strerror or error}: {error.filename or ''}".rstrip(": "))

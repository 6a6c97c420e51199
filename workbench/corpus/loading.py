"""Files to a corpus: read, and where one event was chosen, only its articles."""

from glob import glob
from pathlib import Path

from workbench.cache import of_user
from workbench.corpus.tables import Corpus
from workbench.events import choice
from workbench.read import Source, read
from workbench.settings import event_of


def load(
    source: Source,
    *,
    progress: bool | None = None,
    limit_mb: float = 50,
    cache: bool = True,
    event: str | None = None,
) -> Corpus:
    """Read articles and return them as a corpus; what cannot be read becomes a row of ``corpus.problems``.

    `source` is a path, a glob or a list of them (a folder is read recursively), a DataFrame or a list of dicts with a
    column for the text, or the text of one article itself. `progress` shows a progress bar (None: where there is
    somebody to see it). `limit_mb` is the size in megabytes above which a file is set aside. `cache` looks up what was
    found in the same articles before (see ``workbench.cache``). `event` takes the articles of one event only: its id,
    its label or a part of no other's label; "*" takes all articles as one event. Without it, articles on several events
    are told apart (``corpus.events``) and compared within each.

    Raises SourceError when a path does not exist or nothing in it is an article; OptionError, which lists the events,
    where `event` is none of them.

    >>> load("seeds", progress=False).articles.words.sum() > 2000
    np.True_
    """
    kept = of_user() if cache else None
    event = event_of(source) if event is None else event
    reading = read(source, progress=progress, limit_mb=limit_mb, shelf=kept)
    if event is None:
        return Corpus(reading.articles, reading.problems, origin=_paths(source), shelf=kept)
    articles, problems, chosen = choice.limited(reading.articles, reading.problems, event)
    elsewhere = {article.article_id for article in reading.articles}.difference(chosen.article_ids)
    return Corpus(articles, problems, origin=_paths(source), shelf=kept, event=chosen, elsewhere=elsewhere)


def _paths(source: Source) -> tuple[Path, ...]:
    """The files and folders in `source`, where it names nothing else: notebooks can read these again."""
    paths: list[Path] = []
    for one in source if isinstance(source, list | tuple) else [source]:
        if not isinstance(one, str | Path) or "\n" in str(one):
            return ()
        found = [Path(one)]
        if not found[0].exists():  # a pattern, absolute or not, which Path.glob would not take
            found = [Path(path) for path in sorted(glob(str(one), recursive=True))]  # noqa: PTH207
        if not found:
            return ()
        paths += found
    return tuple(paths)

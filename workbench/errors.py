"""Every exception that the workbench raises on purpose.

    WorkbenchError
    ├── SourceError        what was to be read is not there, or holds no article at all
    ├── OptionError        an argument has a value that the workbench does not know (also a ValueError)
    ├── LexiconError       a lexicon file is malformed; names the file and the entry
    └── MissingPackage     an optional package is needed; names the extra that brings it (also an ImportError)

A problem with one file of many is not an exception: it is a row of ``corpus.problems``.
Every message is one sentence that says what, where and what to do.
"""


class WorkbenchError(Exception):
    """The root of the tree; catch it to catch everything the workbench raises on purpose."""


class SourceError(WorkbenchError):
    """What was to be read is not there, or holds no article at all."""


class OptionError(WorkbenchError, ValueError):
    """An argument has a value that the workbench does not know."""


class LexiconError(WorkbenchError):
    """A lexicon file is malformed; the message names the file and the entry."""


class MissingPackage(WorkbenchError, ImportError):  # noqa: N818 - a noun reads better where it is raised
    """An optional package is needed; the message names the extra that brings it."""

    def __init__(self, package: str, extra: str, purpose: str) -> None:
        super().__init__(
            f'{purpose} needs the package {package}: install it with pip install "analyst-workbench[{extra}]".'
        )
        self.package, self.extra = package, extra


def cause(error: BaseException) -> str:
    """What kind of error it is and what it says, in a line of bounded length: for the sentence that tells a problem.

    >>> cause(ValueError("no such\\n token")), cause(RecursionError())
    ('ValueError: no such token', 'RecursionError')
    """
    said = " ".join(str(error).split())[:160]
    return f"{type(error).__name__}: {said}" if said else type(error).__name__

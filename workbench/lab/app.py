"""The notebooks as a small web application (Voila), for readers without Jupyter: with a token, and all from here."""

import os
import secrets
import socket
import sys
from importlib.util import find_spec
from pathlib import Path

from workbench import lab
from workbench.errors import MissingPackage, OptionError

_HERE = Path(__file__).parent
#: Where the token travels to voila.py: an argument would stand in every list of processes.
TOKEN_VARIABLE = "WORKBENCH_APP_TOKEN"  # noqa: S105 - a name, no token
LOOPBACK = "127.0.0.1"
PORT = 8866


def command(host: str = LOOPBACK, port: int | None = None) -> list[str]:
    """The command that serves the notebooks at `host` and `port`, without a shell.

    Raises MissingPackage where Voila is not installed, SourceError where there are no notebooks.
    """
    if find_spec("voila") is None:
        raise MissingPackage("voila", "app", "Serving the notebooks as an application")
    return [
        sys.executable,
        "-m",
        "voila",
        str(lab.root() / "notebooks"),
        f"--Voila.config_file_paths={_HERE}",
        f"--Voila.ip={host}",
        f"--port={PORT if port is None else port}",
        "--no-browser",
    ]


def environment(path: Path | None = None, token: str | None = None) -> dict[str, str]:
    """What to add to the environment: the articles at `path`, and a token, a new one unless one is given."""
    return {**lab.environment(path), TOKEN_VARIABLE: token or secrets.token_urlsafe(24)}


def link(host: str, port: int, token: str) -> str:
    """The address to open, with its token.

    >>> link("127.0.0.1", 8866, "abc")
    'http://127.0.0.1:8866/?token=abc'
    """
    named = socket.gethostname() if host in ("", "0.0.0.0", "::") else host  # noqa: S104 - what the user asked for
    return f"http://{f'[{named}]' if ':' in named else named}:{port}/?token={token}"


def free(host: str, port: int | None) -> int:
    """The port asked for; without one, the usual one, or any other where that is taken.

    Raises OptionError where the port asked for, or the host, cannot be had.
    """
    for wanted in (PORT, 0) if port is None else (port,):
        try:
            family = socket.AF_INET6 if ":" in host else socket.AF_INET
            with socket.socket(family) as probe:
                if os.name == "posix":  # as the server itself will do: a port just left counts as free
                    probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                probe.bind((host, wanted))
                return int(probe.getsockname()[1])
        except OSError as error:
            why = error.strerror or str(error)
    raise OptionError(f"Nothing can be served at {host}, port {port or PORT} ({why}): name another --port or --host.")

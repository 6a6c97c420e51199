"""The parts of each table put together into the one file that ``workbench tables`` promises, piece by piece."""

import os
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path


def put_together(out: Path, tables: Iterable[str]) -> list[Path]:
    """Write ``OUT/<table>.jsonl`` from the parts in ``OUT/<table>/``, in their order, and return the paths written.

    A table without rows becomes an empty file. Each file is whole or as it was before. Raises OSError where `out`
    cannot be written to.
    """
    written = []
    for table in tables:
        target = out / f"{table}.jsonl"
        handle, made = tempfile.mkstemp(prefix=f".{table}-", dir=out)
        try:
            with os.fdopen(handle, "wb") as file:
                for part in sorted((out / table).glob("part-*.jsonl")):
                    with part.open("rb") as source:
                        shutil.copyfileobj(source, file)
            Path(made).chmod(0o644)
            Path(made).replace(target)
        except BaseException:
            Path(made).unlink(missing_ok=True)
            raise
        written.append(target)
    return written

"""Zip archives, read in memory: nothing is ever written to disk, and an archive made to do harm is refused."""

import io
import re
import zipfile
from collections.abc import Container, Iterator
from pathlib import PurePosixPath

from workbench.errors import cause
from workbench.model import Problem, Severity
from workbench.read import formats, sources
from workbench.read.draft import Raw, UnreadableError, counted, too_large

#: An archive with more members than this, or a member that is this much larger than its packed form, is refused.
MAX_MEMBERS = 20_000
MAX_RATIO = 200
#: All members together may be this many times larger than the largest file that is read.
MAX_TOTAL = 20
_SMALL = 1_000_000  # a small file may be packed as tightly as it likes
_FAULTS = (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError, ValueError, MemoryError)


def members(
    source: str | bytes, shown: str, limit: int, wanted: Container[str] | None = None
) -> Iterator[Raw | Problem]:
    """The files in a zip archive (a path on the disk, or its bytes), by name, and a problem for whatever is refused.

    `shown` is what the archive is called in paths, `limit` the size in bytes above which a member is set aside. Where
    `wanted` names paths of members, only those are unpacked.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(source) if isinstance(source, bytes) else source)
    except _FAULTS as error:
        yield _problem(shown, f"This zip archive is corrupt ({error}): get it anew, or unpack it and give the folder.")
        return
    with archive:
        infos = [info for info in archive.infolist() if not info.is_dir() and not _is_hidden(info.filename)]
        try:
            refuse_bomb(infos, limit * MAX_TOTAL)
        except UnreadableError as error:
            yield _problem(shown, f"This zip archive {error}")
            return
        yield from _members(archive, sorted(infos, key=lambda info: info.filename), shown, limit, wanted)


def refuse_bomb(infos: list[zipfile.ZipInfo], total: int) -> None:
    """Refuse an archive by what it says of itself, before anything is unpacked.

    Raises UnreadableError for too many members, or members that are too large together.
    """
    if len(infos) > MAX_MEMBERS:
        raise UnreadableError(
            f"has {len(infos):,} members, over the limit of {MAX_MEMBERS:,}: unpack it and give the folder."
        )
    size = sum(info.file_size for info in infos)
    if size > total:
        raise UnreadableError(
            f"would unpack to {size / 1e6:,.0f} MB, over the limit of {total / 1e6:,.0f}: raise limit_mb to trust it."
        )


def refuse_unsafe_office(data: bytes, limit: int) -> None:
    """Refuse a Word or Excel document (a zip archive of XML) that would unpack to far too much, or defines entities.

    Raises UnreadableError.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            refuse_bomb(infos, limit)
            for info in infos:
                if info.filename.endswith((".xml", ".rels")) and b"<!DOCTYPE" in archive.open(info).read(2000):
                    raise UnreadableError("defines XML entities, which no honest document of its kind does: not read.")
    except _FAULTS as error:
        raise UnreadableError(f"is corrupt ({error}), or protected by a password: save it anew without one.") from error


def _members(
    archive: zipfile.ZipFile, infos: list[zipfile.ZipInfo], shown: str, limit: int, wanted: Container[str] | None
) -> Iterator[Raw | Problem]:
    names: dict[str, list[str]] = {}
    for info in infos:
        folder, name = _split(info.filename)
        names.setdefault(folder, []).append(name)
    stated: dict[str, sources.Stated] = {}
    for info in infos:
        folder, name = _split(info.filename)
        if name == sources.FILE_NAME and not _fault(info, limit):
            data = _unpacked(archive, info)
            if isinstance(data, bytes):
                stated[folder] = sources.read(data, f"{shown}/{info.filename}", names[folder])
                yield from stated[folder].problems
    locked = 0
    for info in infos:
        folder, name = _split(info.filename)
        path = f"{shown}/{info.filename}"
        if name == sources.FILE_NAME or (wanted is not None and path not in wanted):
            continue
        if info.flag_bits & 1:
            locked += 1
        elif fault := _fault(info, limit):
            yield _problem(path, fault)
        else:
            data = _unpacked(archive, info)
            facts = stated[folder].of(name) if folder in stated else {}
            yield Raw(path, name, data, facts) if isinstance(data, bytes) else _problem(path, data)
    if locked:
        yield _problem(
            shown, f"A password locks {counted(locked, 'member')} of this zip archive: unpack it and give the folder."
        )


def _fault(info: zipfile.ZipInfo, limit: int) -> str | None:
    """Why this member is not read, in a sentence; None where it may be."""
    name = info.filename
    if re.match(r"[/\\]|[A-Za-z]:", name) or ".." in re.split(r"[/\\]", name):
        return "This member's name points outside its archive, so it was not read: find out who made the archive."
    if PurePosixPath(name).suffix.lower() == formats.ARCHIVE:
        return (
            "This is a zip archive inside a zip archive, which is not opened: unpack the outer one and give its folder."
        )
    if info.file_size > limit:
        return too_large(info.file_size, limit)
    if info.file_size > _SMALL and info.file_size > MAX_RATIO * max(1, info.compress_size):
        return f"This member unpacks to over {MAX_RATIO} times its size, as a zip bomb does: unpack it if you trust it."
    return None


def _unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes | str:
    """A member's bytes, or the sentence that says why there are none."""
    try:
        return archive.read(info)
    except Exception as error:
        return f"This member of the archive cannot be unpacked ({cause(error)}): get the archive anew."


def _split(filename: str) -> tuple[str, str]:
    folder, _, name = filename.replace("\\", "/").rpartition("/")
    return folder, name


def _is_hidden(filename: str) -> bool:
    parts = [part for part in filename.replace("\\", "/").split("/") if part != ".."]
    return any(part.startswith((".", "~$", "__MACOSX")) for part in parts)


def _problem(path: str, message: str) -> Problem:
    return Problem(path, None, Severity.ERROR, message)

"""Zip archives: read in memory, and refused where they were made to do harm."""

import io
import os
import struct
import zipfile
from pathlib import Path

import pytest

from workbench.errors import SourceError
from workbench.model import Severity
from workbench.read import archive, read

STORY = "The striker scored twice on Saturday and the club went up to second place, its coach said."


def packed(members: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as made:
        for name, data in members.items():
            made.writestr(name, data)
    return buffer.getvalue()


def read_zip(folder: Path, data: bytes) -> tuple[list[str], list[tuple[str, str]]]:
    """The paths read and the problems (path, message) of an archive beside one good article."""
    (folder / "good.txt").write_text("Voters chose a new council on Sunday, and the turnout was high, officials said.")
    (folder / "pack.zip").write_bytes(data)
    found = read(folder)
    inside = [Path(article.path).relative_to(folder).as_posix() for article in found.articles]
    return inside, [
        (Path(problem.path or "").relative_to(folder).as_posix(), problem.message) for problem in found.problems
    ]


def test_members_are_read_in_order_and_hidden_ones_passed_over(tmp_path: Path) -> None:
    members = {
        "b.txt": b"1" + STORY.encode(),
        "a/a.html": f"<p>{STORY} It was late.</p>".encode(),
        "__MACOSX/b.txt": b"x",
        ".x.txt": b"y",
    }
    inside, problems = read_zip(tmp_path, packed(members))
    assert inside == ["good.txt", "pack.zip/a/a.html", "pack.zip/b.txt"]
    assert problems == []


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("../evil.txt", "outside its archive"),
        ("a/../../evil.txt", "outside its archive"),
        ("/etc/evil.txt", "outside its archive"),
        ("..\\evil.txt", "outside its archive"),
        ("C:\\evil.txt", "outside its archive"),
        ("inner.zip", "inside a zip archive"),
        ("run.exe", "nothing here reads"),
    ],
)
def test_a_bad_member_is_one_problem_and_the_rest_is_read(tmp_path: Path, name: str, word: str) -> None:
    inside, problems = read_zip(tmp_path, packed({name: b"text of it", "fine.txt": STORY.encode()}))
    assert inside == ["good.txt", "pack.zip/fine.txt"]
    assert len(problems) == 1 and word in problems[0][1]
    assert not list(tmp_path.parent.rglob("evil.txt"))


def test_a_member_that_unpacks_to_far_too_much(tmp_path: Path) -> None:
    inside, problems = read_zip(tmp_path, packed({"bomb.txt": b"0" * 5_000_000, "fine.txt": STORY.encode()}))
    assert inside == ["good.txt", "pack.zip/fine.txt"]
    assert "zip bomb" in problems[0][1]


def test_members_that_are_too_much_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_TOTAL", 0.001)
    inside, problems = read_zip(tmp_path, packed({f"{n}.txt": os.urandom(30_000) for n in range(3)}))
    assert inside == ["good.txt"] and "would unpack" in problems[0][1]


def test_too_many_members(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_MEMBERS", 5)
    inside, problems = read_zip(tmp_path, packed({f"{n}.txt": b"x" for n in range(6)}))
    assert inside == ["good.txt"] and "6 members" in problems[0][1]


def test_a_member_over_the_limit(tmp_path: Path) -> None:
    (tmp_path / "p.zip").write_bytes(packed({"large.txt": os.urandom(2_000_000), "fine.txt": STORY.encode()}))
    found = read(tmp_path, limit_mb=1)
    assert len(found.articles) == 1 and "over the limit of 1 MB" in found.problems[0].message


def test_locked_members_are_one_problem(tmp_path: Path) -> None:
    data = bytearray(packed({"a.txt": STORY.encode(), "b.txt": STORY.encode()}))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):  # set the bit that says "locked" on every member
        place = data.find(mark)
        while place >= 0:
            flags = struct.unpack_from("<H", data, place + at)[0]
            struct.pack_into("<H", data, place + at, flags | 1)
            place = data.find(mark, place + 4)
    inside, problems = read_zip(tmp_path, bytes(data))
    assert inside == ["good.txt"]
    assert len(problems) == 1 and "2 members" in problems[0][1] and "password" in problems[0][1]


def test_a_damaged_member(tmp_path: Path) -> None:
    data = packed({"a.txt": STORY.encode(), "fine.txt": STORY.encode() * 2}, zipfile.ZIP_STORED)
    inside, problems = read_zip(tmp_path, data.replace(b"The striker", b"The broken!", 1))
    assert inside == ["good.txt", "pack.zip/fine.txt"]
    assert "cannot be unpacked" in problems[0][1]


def test_sources_csv_in_an_archive(tmp_path: Path) -> None:
    (tmp_path / "p.zip").write_bytes(
        packed({"x/a.txt": STORY.encode(), "x/sources.csv": b"file,source\na.txt,Sports Daily\n"})
    )
    found = read(tmp_path / "p.zip")
    assert found.articles[0].source is not None and found.articles[0].source.value == "Sports Daily"
    assert found.problems == ()


def test_an_archive_of_nothing(tmp_path: Path) -> None:
    (tmp_path / "p.zip").write_bytes(packed({}))
    with pytest.raises(SourceError, match="no article"):
        read(tmp_path / "p.zip")


def test_an_uploaded_archive() -> None:
    found = read({"name": "p.zip", "content": memoryview(packed({"a.txt": STORY.encode()}))})
    assert [(article.path, article.article_id) for article in found.articles] == [("p.zip/a.txt", "a")]


def test_an_office_document_that_is_a_bomb() -> None:
    bomb = packed({"word/document.xml": b"<a>" + b" " * 3_000_000, "[Content_Types].xml": b"<t/>"})
    entities = packed(
        {"word/document.xml": b'<!DOCTYPE a [<!ENTITY b "cc">]><a>&b;</a>', "[Content_Types].xml": b"<t/>"}
    )
    good = {"name": "a.txt", "content": STORY.encode()}
    for data, word in ((bomb, "could not be read"), (entities, "entities")):
        found = read([good, {"name": "x.docx", "content": data}])
        assert word in found.problems[0].message and found.problems[0].severity is Severity.ERROR

"""What the caller may give: paths, globs, texts, tables, uploads, and lists of these."""

from pathlib import Path

import pandas as pd
import pytest

from workbench.errors import SourceError
from workbench.read import read
from workbench.read.given import is_text

STORY = "The river rose on Monday and two villages were cut off, the mayor said."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "sub folder").mkdir()
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "sub folder" / "b.txt").write_text(
        "The clinic closed on Tuesday after a fire in its cellar, its director said."
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


def ids(source: object) -> list[str]:
    return [article.article_id for article in read(source, progress=False).articles]


def test_paths_in_every_form(folder: Path) -> None:
    assert ids(folder) == ids(str(folder)) == ids(".") == ["a", "b"]
    assert ids(folder / "a.txt") == ids("a.txt") == ids(Path("a.txt")) == ["a"]
    assert ids("sub folder/b.txt") == ["b"]
    assert ids(["sub folder", "a.txt"]) == ["b", "a"]
    assert ids(iter([folder])) == ["a", "b"]


def test_globs(folder: Path) -> None:
    assert ids("*.txt") == ["a"]
    assert ids("**/*.txt") == ["a", "b"]
    assert ids(str(folder / "sub*")) == ["b"]


def test_a_home_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("USERPROFILE", str(folder))
    assert ids("~/a.txt") == ["a"]


@pytest.mark.parametrize(
    "source",
    [
        "gone.txt", "no/such/folder", "gone folder", "C:\\news\\gone.txt", "two words", "*.nothing", "", "  ", "x\x00y",
        "a" * 5000, "https://example.org/story.html", "my long folder name without an end", "\ud800.txt",
        ["a.txt", "gone.txt"], [], 7, b"bytes", [7],
    ],
)  # fmt: skip
def test_what_is_not_there_raises_one_clear_sentence(folder: Path, source: object) -> None:
    with pytest.raises(SourceError) as caught:
        read(source)
    assert str(caught.value).endswith(".") and "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (STORY, True),
        ("A line.\nAnother line.", True),
        ("What happened to the miners?", True),
        ("Officials and/or rebels freed twelve people.", True),
        ("“We are lifting them now,” Coe said", False),
        ("report about the flood.txt", False),
        ("a/b/c d e f g.txt", False),
        ("word " * 80, True),
    ],
)
def test_which_strings_are_texts(value: str, expected: bool) -> None:
    assert is_text(value) is expected


def test_a_text_is_an_article(folder: Path) -> None:
    found = read("\ufeffFirst line of it.\r\nSecond line of it.")
    assert [(a.article_id, a.text, a.path) for a in found.articles] == [
        ("text", "First line of it.\nSecond line of it.", "text given")
    ]
    assert ids([STORY, "a.txt"]) == ["text", "a"]


def test_tables(folder: Path) -> None:
    rows = [
        {"Body": STORY, "Outlet": "Post"},
        {"Body": "The mine reopened on Friday after the inspection, its owner said.", "Outlet": None},
    ]
    for source in (rows, pd.DataFrame(rows), (row for row in rows)):
        found = read(source)
        assert [article.text for article in found.articles] == [row["Body"] for row in rows]
        assert [article.name for article in found.articles] == ["Post", "article-002"]
        assert found.articles[1].source is None and found.articles[0].path == "row 1 of the table given"
    assert ids({"text": STORY}) == ["article-001"]
    assert ids([{"text": STORY}, "a.txt"]) == ["article-001", "a"]


def test_a_table_without_texts_names_its_columns() -> None:
    with pytest.raises(SourceError, match="city, deaths"):
        read(pd.DataFrame({"city": ["Lima"], "deaths": [3]}))


def test_uploads(folder: Path) -> None:
    upload = {"name": "c.txt", "type": "text/plain", "size": 3, "content": memoryview(STORY.encode())}
    assert ids([upload]) == ids((upload,)) == ids(upload) == ["c"]
    assert (
        "over the limit"
        in read([upload, {"name": "d.txt", "content": b"x" * 1100}, "a.txt"], limit_mb=0.001).problems[0].message
    )


def test_half_characters_are_replaced_and_said() -> None:
    found = read([{"text": "The mayor said \ud83d that the river rose on Monday."}])
    assert found.articles[0].text == "The mayor said \ufffd that the river rose on Monday."
    assert len(found.problems) == 1 and found.problems[0].article_id == "article-001"

"""Reading a whole folder: nothing stops the batch, and each fault is one problem with a sentence that helps."""

import os
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.errors import OptionError, SourceError
from workbench.model import Problem, Severity
from workbench.read import assemble, formats, layout, read
from workbench.spans import is_partition

STORY = "A dam failed in the north on Monday and twelve people died, the ministry said.\n\nThe work goes on.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one good article, to which a test adds what is bad."""
    (tmp_path / "good.txt").write_text(STORY)
    return tmp_path


def the_problem(folder: Path, **options: float) -> Problem:
    """The one problem of a folder in which the good article was read all the same."""
    found = read(folder, progress=False, **options)  # type: ignore[arg-type]
    assert "good" in [article.article_id for article in found.articles]
    assert len(found.problems) == 1, found.problems
    return found.problems[0]


@pytest.mark.parametrize(
    ("name", "data", "severity", "word"),
    [
        pytest.param("empty.txt", b"", "error", "empty", id="empty"),
        pytest.param("blank.txt", b" \n\n\t", "error", "white space", id="only white space"),
        pytest.param("mark.txt", b"\xef\xbb\xbf", "error", "empty", id="only a mark"),
        pytest.param("links.txt", b"Share\n\nAdvertisement\n\nRead more\n", "error", "furniture", id="only furniture"),
        pytest.param("junk.txt", bytes(range(256)) * 40, "error", "no text", id="binary junk"),
        pytest.param("picture.txt", b"\xff\xd8\xff\xe0" + bytes(90), "error", "JPEG", id="picture named .txt"),
        pytest.param("cut.pdf", b"%PDF-1.4\n1 0 obj\n<< /Type /Cat", "error", "PDF", id="truncated PDF"),
        pytest.param("not.pdf", b"not a document at all", "error", "PDF", id="no PDF"),
        pytest.param("bad.zip", b"PK\x03\x04 and nothing more", "error", "corrupt", id="corrupt zip"),
        pytest.param("bad.docx", b"PK\x03\x04 and nothing more", "error", "corrupt", id="corrupt Word document"),
        pytest.param("bad.xlsx", b"no workbook", "error", "corrupt", id="corrupt Excel file"),
        pytest.param("bad.parquet", b"PAR1 no table", "error", "could not be read", id="corrupt Parquet file"),
        pytest.param("bad.json", b"{not json", "error", "no JSON", id="corrupt JSON"),
        pytest.param("bad.jsonl", b"[1]\n{oops\n", "error", "line 1, 2", id="lines that are no objects"),
        pytest.param("deep.json", b"[" * 200_000, "error", "could not be read", id="nested too deep"),
        pytest.param("no.csv", b"city,deaths\nLima,3\n", "error", "city, deaths", id="table without a text column"),
        pytest.param("hollow.csv", b"text,source\n,Post\n", "error", "'text'", id="table without texts"),
        pytest.param("void.csv", b"\n", "error", "first line", id="table without a header"),
        pytest.param(
            "page.html", b"<html><body><script>x()</script></body></html>", "error", "no text", id="page, no text"
        ),
        pytest.param("void.html", b"  ", "error", "no text", id="page of white space"),
        pytest.param("mail.eml", b"no header here, only words", "error", "no mail header", id="mail without a header"),
        pytest.param("code.py", b"print(1)", "notice", "not read", id="a file of another kind"),
        pytest.param(
            "spoilt.txt", "The coach said â€œwe are doneâ€ on Monday.".encode(), "warning", "mojibake", id="mojibake"
        ),
    ],
)
def test_a_bad_file_is_one_problem(folder: Path, name: str, data: bytes, severity: str, word: str) -> None:
    (folder / name).write_bytes(data)
    problem = the_problem(folder)
    assert problem.severity == severity
    assert word in problem.message
    assert problem.message.endswith((".", "!")) and len(problem.message) < 350
    assert name in f"{problem.path} {problem.message}"


def test_a_file_over_the_limit_is_set_aside_and_the_limit_can_be_raised(folder: Path) -> None:
    (folder / "large.txt").write_text(STORY * 20_000)
    assert "over the limit of 1 MB" in the_problem(folder, limit_mb=1).message
    assert len(read(folder).articles) == 2


def test_a_broken_link(folder: Path) -> None:
    (folder / "link.txt").symlink_to(folder / "gone.txt")
    assert "link to a file that is not there" in the_problem(folder).message


def test_a_file_without_permission(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "secret.txt").write_text(STORY)
    honest = Path.read_bytes

    def guarded(path: Path) -> bytes:
        if path.name == "secret.txt":
            raise PermissionError(13, "Permission denied")
        return honest(path)

    monkeypatch.setattr(Path, "read_bytes", guarded)
    assert "permission denied" in the_problem(folder).message


def test_a_folder_without_permission(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "closed").mkdir()
    honest = Path.iterdir

    def guarded(path: Path) -> object:
        if path.name == "closed":
            raise PermissionError(13, "Permission denied")
        return honest(path)

    monkeypatch.setattr(Path, "iterdir", guarded)
    assert "folder cannot be opened" in the_problem(folder).message


def test_a_pipe_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    assert "no ordinary file" in the_problem(folder).message


def test_links_in_a_circle_end(folder: Path) -> None:
    (folder / "inner").mkdir()
    (folder / "inner" / "back").symlink_to(folder)
    assert [article.article_id for article in read(folder).articles] == ["good"]


def test_two_files_with_one_stem(folder: Path) -> None:
    (folder / "later").mkdir()
    (folder / "later" / "good.txt").write_text("Another story: the river fell again on Friday, the mayor said.")
    (folder / "good-2.txt").write_text("A third story: the road to the coast was opened on Sunday morning.")
    found = read(folder)
    assert [article.article_id for article in found.articles] == ["good-2", "good", "good-3"]
    [problem] = found.problems
    assert (problem.article_id, problem.severity) == ("good-3", Severity.NOTICE)


def test_a_reader_that_fails_in_its_own_way(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(raw: object) -> object:
        raise KeyError("what nobody thought of")

    monkeypatch.setattr("workbench.read.text.read_markdown", failing)
    (folder / "odd.md").write_text("# Title\n\nText of the article.\n")
    problem = the_problem(folder)
    assert "KeyError" in problem.message and problem.severity is Severity.ERROR


def test_a_layout_that_fails_is_a_problem_too(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    honest = layout.divide

    def failing(text: str, *others: object) -> object:
        if "bad" in text:
            raise RecursionError("too deep")
        return honest(text, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(assemble.layout, "divide", failing)
    (folder / "b.txt").write_text("This one is bad, the mayor said on Monday.")
    assert "RecursionError" in the_problem(folder).message


@pytest.mark.parametrize(
    ("module", "name", "extra"),
    [("pypdf", "a.pdf", "[pdf]"), ("docx", "a.docx", "[office]"), ("pyarrow.parquet", "a.parquet", "[parquet]")],
)
def test_a_missing_package_names_its_extra(
    folder: Path, monkeypatch: pytest.MonkeyPatch, module: str, name: str, extra: str
) -> None:
    monkeypatch.setitem(__import__("sys").modules, module, None)
    (folder / name).write_bytes(b"whatever is in it")
    assert extra in the_problem(folder).message


def test_a_language_that_is_not_served(folder: Path) -> None:
    text = "Президент сообщил, что пожар в порту потушен и что двенадцать человек спасены. Работы продолжаются. " * 4
    (folder / "ru.txt").write_text(text, encoding="utf-8")
    problem = the_problem(folder)
    assert problem.article_id == "ru" and problem.severity is Severity.WARNING
    served = {article.article_id: (article.language, article.served) for article in read(folder).articles}
    assert served == {"good": ("en", True), "ru": ("ru", False)}


def test_a_text_too_short_to_tell_takes_the_language_of_the_corpus(monkeypatch: pytest.MonkeyPatch) -> None:
    long = "Deux villages ont été inondés dans la nuit de lundi à mardi, a dit le maire"
    told = {f"{long}.": "fr", f"{long} hier.": "fr", "Three floods.": None, "General Bureau": "fr"}
    monkeypatch.setattr(assemble.langid, "detect", told.get)
    monkeypatch.setattr(assemble.duplicates, "mark", tuple)
    found = read([{"text": text} for text in told])
    languages = [(article.language, article.served) for article in found.articles]
    assert languages == [("fr", False), ("fr", False), ("fr", True), ("fr", True)]
    assert [article.language for article in read([{"text": "General Bureau"}]).articles] == ["en"]


@pytest.mark.parametrize(
    "text", ["Поезд сошёл с рельсов.", "東京で大規模な地震が発生し、十二人が負傷したと警察が発表した。"]
)
def test_a_short_text_in_another_script_is_clear(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assemble.langid, "detect", lambda _: "xx")
    assert read([{"text": text}]).articles[0].served is False


def test_the_order_and_what_is_passed_over(tmp_path: Path) -> None:
    for name in ("b/x.txt", "a.txt", "b/a.txt", ".hidden.txt", ".git/c.txt", "~$d.docx", "__MACOSX/e.txt", "c.text"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"The story of {name}: the river rose again on Friday, the mayor said.")
    (tmp_path / "page.html").write_text(f"<html><body><article><h1>Flood</h1><p>{STORY}</p></article></body></html>")
    (tmp_path / "page_files").mkdir()
    (tmp_path / "page_files" / "ad.html").write_text("<p>Buy this, it is good and cheap.</p>")
    found = read(tmp_path)
    names = [Path(article.path).relative_to(tmp_path).as_posix() for article in found.articles]
    assert names == ["a.txt", "b/a.txt", "b/x.txt", "c.text", "page.html"]
    assert [problem.path for problem in found.problems if "browser" in problem.message] == [
        str(tmp_path / "page_files")
    ]


def test_a_file_named_twice_is_read_once(folder: Path) -> None:
    found = read([folder, folder / "good.txt", str(folder / "*.txt")])
    assert len(found.articles) == 1 and not found.problems


@pytest.mark.parametrize("limit", [0, -1, float("nan")])
def test_a_limit_that_is_none(folder: Path, limit: float) -> None:
    with pytest.raises(OptionError, match="limit_mb"):
        read(folder, limit_mb=limit)


def test_nothing_to_read_says_why(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no article"):
        read(tmp_path)
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.pdf").write_bytes(b"nothing")
    with pytest.raises(SourceError, match=r"1 more .*a\.txt.*empty"):
        read(tmp_path)


def test_the_hash_is_that_of_the_file(folder: Path) -> None:
    (folder / "dos.txt").write_bytes(b"\xef\xbb\xbfThe river rose.\r\nThe mayor said so.\r\n")
    import hashlib

    article = next(article for article in read(folder).articles if article.article_id == "dos")
    assert article.text == "The river rose.\nThe mayor said so.\n"
    assert article.sha256 == hashlib.sha256((folder / "dos.txt").read_bytes()).hexdigest()
    assert article.encoding == "utf-8-sig"


ODD = st.text(
    st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("\n\r\x0b\x0c\x1c\x85\u2028.: “”")),
    max_size=400,
)


@settings(max_examples=60, deadline=None)
@given(st.lists(ODD, min_size=1, max_size=4))
def test_any_text_comes_back_or_is_a_problem(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    folder = tmp_path_factory.mktemp("any")
    (folder / "good.txt").write_text(STORY)
    for number, text in enumerate(texts):
        (folder / f"t{number}.txt").write_bytes(text.encode())
    found = read(folder)
    given_texts = {
        f"t{n}": text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n") for n, text in enumerate(texts)
    }
    for article in found.articles:
        assert article.text == given_texts.get(article.article_id, STORY)
        assert is_partition([block.span for block in article.blocks], len(article.text))
    refused = {Path(problem.path or "").stem for problem in found.problems if problem.severity is Severity.ERROR}
    assert refused | {article.article_id for article in found.articles} == {"good", *given_texts}


SUFFIXES = [*formats.READERS, formats.ARCHIVE]


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(SUFFIXES),
    st.binary(max_size=300),
    st.sampled_from([b"", b"<html>", b"%PDF-1.4\n", b"PK\x03\x04", b"From: a\n\n", b'{"text": "']),
)
def test_no_bytes_under_any_name_stop_the_batch(suffix: str, data: bytes, start: bytes) -> None:
    uploads = [{"name": f"x{suffix}", "content": start + data}, {"name": "good.txt", "content": STORY.encode()}]
    assert "good" in [article.article_id for article in read(uploads).articles]


def test_progress_is_silent_where_nobody_looks(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(30):
        (folder / f"n{number}.txt").write_text(f"Story {number}: the river rose again on Friday, the mayor said.")
    read(folder)
    assert capsys.readouterr() == ("", "")
    read(folder, progress=True)
    assert "Reading" in capsys.readouterr().err


def test_reading_text_imports_nothing_heavy() -> None:
    import subprocess
    import sys

    code = (
        "import sys, tempfile, pathlib; from workbench.read import read\n"
        "folder = pathlib.Path(tempfile.mkdtemp())\n"
        "(folder / 'a.txt').write_text('The river rose on Monday, the mayor said.')\n"
        "read(folder)\n"
        "heavy = ('pandas', 'trafilatura', 'spacy', 'lxml', 'pypdf', 'charset_normalizer', 'tqdm')\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_an_empty_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=f"no article in {re.escape(str(tmp_path))}: give files"):
        read(tmp_path)

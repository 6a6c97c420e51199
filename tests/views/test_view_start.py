"""Start: what was read, what was set aside, an article in place, names for sources, files that are added."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from workbench.citing import sources
from workbench.errors import OptionError, SourceError
from workbench.views import Start, articles, naming

TEXT = "Storm hits coast\n\nThe storm took 40 roofs on Monday, officials said, and it closed the harbour.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "two.txt").write_text(TEXT.replace("40", "55").replace("harbour", "airport road"), encoding="utf-8")
    return tmp_path


def test_frame_and_what_is_set_aside(made) -> None:
    called = sources.of(made.corpus.documents)
    frame = articles.prepare(made.corpus, called)
    assert frame["source"].tolist() == ["ferry_1", "Harbour News"]
    assert frame["named"].tolist() == [False, True]
    assert frame["set_aside"].tolist() == [3, 0]
    aside = articles.aside(made.corpus, called)
    assert aside[["paragraph", "role", "reason", "text"]].to_numpy().tolist() == [
        [2, "furniture", "a prompt to share", "Share this page"]
    ]


def test_article_in_place(made) -> None:
    row = articles.prepare(made.corpus, sources.of(made.corpus.documents)).loc["ferry_1"].to_dict()
    shown = str(articles.render(made.ferry, row))
    assert shown.count("wb-block ") == 5
    assert "Share this page<span" in shown
    assert "[set aside: a prompt to share]" in shown
    assert "[repeats ¶4]" in shown
    only = str(articles.render(made.ferry, row, only_aside=True))
    assert only.count("wb-block ") == 1
    assert "More than 300" not in only


def test_read_and_look(folder: Path) -> None:
    view = Start(folder)
    assert view.heading().startswith("2 articles read, ")
    assert view.frame.index.tolist() == ["one", "two"]
    assert len(view.corpus) == 2
    view.find = "two"
    assert view.frame.index.tolist() == ["two"]
    view.selected = view.first
    assert "55 roofs" in view.detail()
    assert "55 roofs" in view.in_place().data


def test_a_name_reaches_corpus_frame_and_csv(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBENCH_ANALYST", "Ada Lund")
    view = Start(folder)
    view.name("two", "  The   Courier ")
    assert view.names == {"two": "The Courier"}
    assert view.frame.loc["two", "source"] == "The Courier"
    fact = view.corpus.document("two").source
    assert fact is not None
    assert fact.value == "The Courier"
    assert fact.basis == "named by Ada Lund"
    assert Start(folder).names == {"two": "The Courier"}, "what was named is named after a restart"
    assert view.sources_csv() == "file,source,published,url,note\ntwo.txt,The Courier,,,\n"
    view.reset()
    assert view.names == {"two": "The Courier"}
    view.name("two", "")
    assert view.corpus.document("two").source is None
    with pytest.raises(OptionError, match="no article 'three'"):
        view.name("three", "X")


def test_naming_a_source_keeps_what_was_made_of_the_texts(folder: Path) -> None:
    view = Start(folder)
    view.name("one", "Harbour Post")
    corpus = view.corpus
    quotes, parts = corpus.quote_records, corpus.parsed[0].parts
    view.name("two", "Courier")
    assert view.corpus is corpus
    assert corpus.quote_records is quotes
    assert corpus.parsed[0].parts is parts
    assert [one.article.name for one in corpus.parsed] == ["Harbour Post", "Courier"]
    with pytest.raises(OptionError, match="articles of this corpus"):
        corpus.renamed(corpus.documents[:1])


def test_saved_names_are_read_again(folder: Path) -> None:
    (folder / "sources.csv").write_text("file,source,note\none.txt,Old,kept\n", encoding="utf-8")
    view = Start(folder)
    with pytest.raises(OptionError, match="nothing to save"):
        view.save_sources()
    view.name("two", 'The "Courier", Ltd')
    assert view.save_sources() == [folder / "sources.csv"]
    again = Start(folder)
    assert again.frame["source"].tolist() == ["Old", 'The "Courier", Ltd']
    assert again.corpus.document("one").note == "kept"


@pytest.mark.parametrize(
    ("before", "names", "after"),
    [
        pytest.param("", {"a.txt": "X"}, "file,source,published,url,note\na.txt,X,,,\n", id="none yet"),
        pytest.param("file;source\na.txt;Old\n", {"a.txt": "New"}, "file;source\na.txt;New\n", id="semicolons"),
        pytest.param("file,source\na,Old\n", {"a.txt": "New"}, "file,source\na,New\n", id="name without ending"),
        pytest.param("file,url\nb.txt,u\n", {"a.txt": "X"}, "file,url,source\nb.txt,u,\na.txt,,X\n", id="column added"),
    ],
)
def test_merged(before: str, names: dict[str, str], after: str) -> None:
    assert naming.merged(before, names) == after


def test_another_folder(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("other")
    (other / "three.txt").write_text(TEXT, encoding="utf-8")
    view = Start(folder)
    view._repr_mimebundle_()
    view.selected = "one"
    view.path = other
    assert view.frame.index.tolist() == ["three"]
    assert view.selected == ""
    assert view._opener.field.value == str(other)
    with pytest.raises(SourceError):
        view.path = other / "nothing-here"
    assert view.frame.index.tolist() == ["three"]


def test_the_browser_is_told_what_went_wrong(folder: Path) -> None:
    view = Start(folder)
    view._repr_mimebundle_()
    view._opener.field.value = str(folder / "missing")
    assert "missing" in view._detail.value
    assert "▲ not read" in view._detail.value
    assert len(view.frame) == 2


def test_typing_a_name_in_the_table(folder: Path) -> None:
    view = Start(folder)
    view._repr_mimebundle_()
    assert view.bar.actions[0]["disabled"]
    view.grid.edited = {"id": "one", "column": "source", "value": "Coast FM"}
    assert view.frame.loc["one", "source"] == "Coast FM"
    assert not view.bar.actions[0]["disabled"]
    view.bar.pressed = {"name": "save", "times": 1}
    assert (folder / "sources.csv").read_text(encoding="utf-8").endswith("one.txt,Coast FM,,,\n")
    assert view.bar.said.startswith("Saved: ")


def test_added_files_are_read_and_forgotten(folder: Path) -> None:
    view = Start(folder)
    view._repr_mimebundle_()
    sent = {
        "name": "../../evil/new.txt",
        "type": "text/plain",
        "size": 1,
        "last_modified": datetime(2026, 1, 1, tzinfo=UTC),
    }
    view._opener.upload.set_trait("value", ({**sent, "content": memoryview(TEXT.encode())},))
    assert view.frame.index.tolist() == ["new"]
    assert view._opener.upload.value == ()
    assert view.bar.actions[0]["disabled"]
    assert view._opener.field.value == "1 file added"


def test_dropped_files_are_read(folder: Path) -> None:
    view = Start(folder)
    view._repr_mimebundle_()
    message = {"method": "custom", "content": {"names": ["dropped.txt"]}}
    view._opener.zone._handle_msg({"content": {"data": message}, "buffers": [memoryview(TEXT.encode())]})
    assert view.frame.index.tolist() == ["dropped"]
    assert TEXT not in str(view._opener.zone.get_state())


def test_two_added_files_of_one_name_are_both_kept() -> None:
    from workbench.views import opener

    files = [{"name": name, "content": name.encode()} for name in ("a.txt", "x/a.txt", "..")]
    with opener.keep(files) as kept:
        assert sorted(path.name for path in Path(kept).iterdir()) == ["a-2.txt", "a.txt", "article.txt"]


def test_problems_are_told(made) -> None:
    from workbench.views import problems

    shown = str(problems.render(made.corpus.rows("problems")))
    assert "▲ not read" in shown
    assert "empty.txt: The file is empty" in shown
    assert problems.render([]) == ""

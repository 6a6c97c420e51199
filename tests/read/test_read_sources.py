"""sources.csv: what is stated beside the articles goes before everything else, and its slips are problems."""

from pathlib import Path

import pytest

from workbench.model import Article, Severity
from workbench.read import read, sources

STORY = "The vote was counted on Sunday night and the mayor kept her seat, officials said."


def load(folder: Path, listing: str, **files: str) -> tuple[dict[str, Article], list[tuple[str, str]]]:
    for name, text in (files or {"a": STORY}).items():
        (folder / f"{name}.txt").write_text(text)
    (folder / "sources.csv").write_text(listing, encoding="utf-8")
    found = read(folder)
    return {article.article_id: article for article in found.articles}, [
        (p.severity.value, p.message) for p in found.problems
    ]


def test_every_column(tmp_path: Path) -> None:
    listing = (
        "\ufeffFile,Source,Published,URL,Note,Byline,Headline\n"
        'a.txt," Daily  Post ",13 May 2024,https://example.org/a,"seen, twice",Ann Lee,Mayor keeps seat\n'
    )
    articles, problems = load(tmp_path, listing)
    article = articles["a"]
    assert problems == []
    assert article.source and (article.source.value, article.source.basis) == ("Daily Post", "row 2 of sources.csv")
    assert article.published and article.published.value == "2024-05-13"
    assert (article.url, article.note, article.headline) == ("https://example.org/a", "seen, twice", "Mayor keeps seat")
    assert article.byline and article.byline.value == "Ann Lee"
    assert article.text == STORY


@pytest.mark.parametrize(
    "listing",
    [
        "file;source\na.txt;Post\n",
        "file\tsource\na.txt\tPost\n",
        "file,source\nA,Post\n",
        "source,file\nPost,./a.txt\n",
    ],
)
def test_forms_of_the_file(tmp_path: Path, listing: str) -> None:
    articles, problems = load(tmp_path, listing)
    assert articles["a"].name == "Post" and problems == []


@pytest.mark.parametrize(
    ("listing", "severity", "word"),
    [
        ("file,source\nb.txt,Post\n", "notice", "'b.txt'"),
        ("file,published\na.txt,some day\n", "warning", "'some day'"),
        ("file,published\na.txt,03/04/2024\n", "warning", "2025-12-31"),
        ("name,source\na.txt,Post\n", "warning", "name, source"),
        ("file,source\n\x00\x01\x02\x03\x04", "warning", "cannot be read"),
    ],
)
def test_slips_are_problems_and_the_articles_are_read(tmp_path: Path, listing: str, severity: str, word: str) -> None:
    articles, problems = load(tmp_path, listing)
    assert articles["a"].source is None and articles["a"].published is None
    assert len(problems) == 1 and problems[0][0] == severity and word in problems[0][1]


def test_each_folder_has_its_own(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "b.txt").write_text("The bridge was closed on Monday for repairs, the council said.")
    (tmp_path / "in" / "sources.csv").write_text("file,source\nb.txt,Inner\n")
    articles, problems = load(tmp_path, "file,source\na.txt,Outer\nb.txt,Wrong\n")
    assert (articles["a"].name, articles["b"].name) == ("Outer", "Inner")
    assert len(problems) == 1


def test_it_holds_for_a_single_file_too(tmp_path: Path) -> None:
    load(tmp_path, "file,source\na.txt,Post\n")
    assert read(tmp_path / "a.txt").articles[0].name == "Post"


def test_it_goes_before_the_page(tmp_path: Path) -> None:
    (tmp_path / "p.html").write_text(
        f'<html><meta property="og:site_name" content="Site"><body><p>{STORY}</p></body></html>'
    )
    articles, _ = load(tmp_path, "file,source\np.html,Stated\n")
    assert articles["p"].name == "Stated"


def test_empty_files_say_nothing() -> None:
    for data in (b"", b"file,source\n", b"\n\n"):
        assert sources.read(data, "sources.csv", ["a.txt"]) == sources.Stated()


def test_the_seeds_state_what_their_texts_prove(seeds_folder: str) -> None:
    found = read(seeds_folder)
    stated = {article.article_id[:3]: article.source.value for article in found.articles if article.source}
    assert stated == {"003": "BBC", "004": "Gaya One"}
    assert all(article.note for article in found.articles)
    assert [problem for problem in found.problems if problem.severity is not Severity.NOTICE] == []

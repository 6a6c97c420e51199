"""Tables of articles: columns found by name, rows by number, and what is missing said."""

import io
import json
from datetime import datetime
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.model import Article, Problem
from workbench.read import read
from workbench.read.tabular import find_columns

ONE = 'The minister said “no, never”; then, at 5:30, she left.\nA second line, with\ttab and "marks".'
TWO = "Voters in the north stayed at home on Sunday, officials said, and turnout fell to 40%."
ROWS = [
    {"ID": "x1", "Full Text": ONE, "Outlet": "Post", "Title": "No, never", "Date": "2024-05-06",
     "Link": "https://example.org/1", "Authors": "A. Roy"},
    {"ID": "", "Full Text": TWO, "Outlet": "", "Title": "", "Date": "7 May 2024", "Link": "", "Authors": ""},
]  # fmt: skip
GOOD = {"name": "good.txt", "content": b"The clinic opened again on Tuesday, its director said."}


def load(name: str, data: bytes | str) -> tuple[list[Article], tuple[Problem, ...]]:
    content = data.encode() if isinstance(data, str) else data
    found = read([GOOD, {"name": name, "content": content}])
    return [article for article in found.articles if article.article_id != "good"], found.problems


def workbook(**sheets: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def parquet(rows: list[dict[str, str]]) -> bytes:
    buffer = io.BytesIO()
    pd.DataFrame(rows).to_parquet(buffer)
    return buffer.getvalue()


def delimited(sep: str, encoding: str = "utf-8", ends: str = "\n") -> bytes:
    return pd.DataFrame(ROWS).to_csv(index=False, sep=sep, lineterminator=ends).encode(encoding)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param("t.csv", delimited(","), id="csv"),
        pytest.param("t.csv", delimited(";", "utf-8-sig", "\r\n"), id="csv as Excel in Europe writes it"),
        pytest.param("t.csv", delimited("|", "cp1252"), id="csv with bars, Windows-1252"),
        pytest.param("t.tsv", delimited("\t", "utf-16"), id="tsv, UTF-16"),
        pytest.param("t.jsonl", "\n".join(map(json.dumps, ROWS)) + "\n\n", id="jsonl"),
        pytest.param("t.ndjson", "\r\n".join(json.dumps(row, ensure_ascii=False) for row in ROWS), id="ndjson"),
        pytest.param("t.json", json.dumps(ROWS), id="json list"),
        pytest.param("t.json", json.dumps({"status": "ok", "articles": ROWS}), id="json with the list inside"),
        pytest.param("t.json", "\n".join(map(json.dumps, ROWS)), id="json lines under the wrong name"),
        pytest.param("t.parquet", parquet(ROWS), id="parquet"),
        pytest.param("t.xlsx", workbook(Sheet=[list(ROWS[0]), *(list(row.values()) for row in ROWS)]), id="xlsx"),
    ],
)
def test_every_format_gives_the_same_articles(name: str, data: bytes | str) -> None:
    articles, problems = load(name, data)
    assert problems == ()
    first, second = articles
    assert (first.article_id, first.text, first.headline, first.url) == (
        "x1",
        ONE,
        "No, never",
        "https://example.org/1",
    )
    assert first.source and (first.source.value, first.source.basis) == ("Post", "the column 'Outlet' of the table")
    assert first.byline and first.byline.value == "A. Roy"
    assert (second.article_id, second.text, second.source) == ("t-002", TWO, None)
    assert [article.published and article.published.value for article in articles] == ["2024-05-06", "2024-05-07"]
    assert first.path == second.path == name


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        (["title", "text"], {"text": "text", "headline": "title"}),
        (["BODY ", "Published-At", "n"], {"text": "BODY ", "published": "Published-At"}),
        (["content", "text", "article_id"], {"text": "text", "name": "article_id"}),
        (["a", "b"], {}),
    ],
)
def test_columns(columns: list[str], expected: dict[str, str]) -> None:
    assert find_columns(columns) == expected


def test_rows_without_a_text_and_dates_that_are_none_are_said() -> None:
    table = [{"text": ONE, "date": "some day"}, {"text": None}, {"text": float("nan")}, {"text": TWO, "date": pd.NaT}]
    found = read(table)
    assert [article.article_id for article in found.articles] == ["article-001", "article-004"]
    messages = [problem.message for problem in found.problems]
    assert any("2 rows without a text" in message for message in messages)
    assert any("'some day'" in message for message in messages) and len(messages) == 2


def test_cells_of_every_kind() -> None:
    table = pd.DataFrame(
        {
            "text": [ONE],
            "date": [pd.Timestamp("2024-05-06")],
            "source": [{"id": 1, "name": "Post"}],
            "author": [["A", "B"]],
        }
    )
    [article] = read(table).articles
    assert [fact.value for fact in (article.published, article.source, article.byline) if fact] == [
        "2024-05-06",
        "Post",
        "A, B",
    ]


def test_several_sheets() -> None:
    data = workbook(News=[["text", "date"], [ONE, datetime(2024, 5, 6)]], Notes=[["what"], ["x"]], Empty=[])
    articles, problems = load("t.xlsx", data)
    assert [article.article_id for article in articles] == ["t-News-001"]
    assert articles[0].published and articles[0].published.value == "2024-05-06"
    assert len(problems) == 1 and "2 sheets ('Notes', 'Empty')" in problems[0].message


def test_bad_lines_are_said_and_the_others_read() -> None:
    articles, problems = load("t.jsonl", f'{json.dumps({"text": ONE})}\n{{"text": \n{json.dumps({"text": TWO})}')
    assert [article.text for article in articles] == [ONE, TWO]
    assert "line 2" in problems[0].message and problems[0].severity.value == "warning"
    articles, problems = load("t.csv", f"text,source\n{TWO.replace(',', '')},Post\na,b,c,d\n")
    assert len(articles) == 1 and "more cells" in problems[0].message


def test_names_that_the_rows_give_twice() -> None:
    found = read([{"id": "a", "text": ONE}, {"id": "a", "text": TWO}])
    assert [article.article_id for article in found.articles] == ["a", "a-2"]
    assert found.problems[0].article_id == "a-2"


def test_long_texts_and_large_tables() -> None:
    long = "The council met on Monday and talked for a long while about the new road. " * 4000
    articles, problems = load("t.csv", f'text\n"{long}"\n')
    assert problems == () and articles[0].text == long
    assert len(read([{"text": f"Story {n}: the river rose again on Friday."} for n in range(1500)]).articles) == 1500


def test_a_formula_is_what_it_last_came_to(tmp_path: Path) -> None:
    articles, problems = load("t.xlsx", workbook(Sheet=[["text", "source"], [TWO, '=HYPERLINK("x")']]))
    assert articles[0].source is None and problems == ()


TEXTS = st.lists(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip), min_size=1, max_size=5
)


@given(TEXTS)
def test_json_lines_come_back(texts: list[str]) -> None:
    articles, problems = load("t.jsonl", "\n".join(json.dumps({"text": text}, ensure_ascii=False) for text in texts))
    returned = {article.text for article in articles}
    assert returned <= set(texts)
    assert len(articles) + sum(problem.severity == "error" for problem in problems) == len(texts)

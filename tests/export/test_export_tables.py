"""Tables to files: nothing lost, nothing turned into a formula, the same bytes every time."""

import builtins
import csv
import hashlib
import io
import json
import subprocess
import sys
import zipfile

import openpyxl
import pytest

from workbench.errors import MissingPackage, OptionError
from workbench.export import files
from workbench.export.cells import is_formula
from workbench.export.tables import FORMATS, write
from workbench.export.workbook import LONGEST
from workbench.tables.schemas import SCHEMAS

FIGURE = {
    "figure_id": "storm:f10-12",
    "article_id": "storm",
    "start": 10,
    "end": 12,
    "surface": "24",
    "value": None,
    "low": 24.0,
    "high": float("nan"),
    "approximate": False,
    "bound": ">=",
    "counted": "raised bogs",
}


def read_csv(path):
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


def sheet(path, name):
    rows = list(openpyxl.load_workbook(path)[name].iter_rows())
    return [dict(zip([cell.value for cell in rows[0]], row, strict=True)) for row in rows[1:]]


def test_jsonl_keeps_the_schema_and_says_null(tmp_path):
    (path,) = write({"figures": [FIGURE]}, tmp_path / "new" / "folder")
    (record,) = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert path.name == "figures.jsonl"
    assert tuple(record) == SCHEMAS["figures"].names
    assert record["high"] is None and record["low"] == 24 and record["approximate"] is False
    assert "NaN" not in path.read_text("utf-8")


@pytest.mark.parametrize("form", FORMATS)
def test_an_empty_table_has_its_columns(tmp_path, form):
    (path,) = write({"quotes": []}, tmp_path, [form])
    names = SCHEMAS["quotes"].names
    if form == "jsonl":
        assert path.read_bytes() == b""
    elif form == "csv":
        assert path.read_bytes().decode("utf-8-sig").strip() == ",".join(names)
    elif form == "xlsx":
        (head,) = openpyxl.load_workbook(path)["quotes"].iter_rows(values_only=True)
        assert head == names
    else:
        from pyarrow import parquet

        assert tuple(parquet.read_schema(path).names) == names


def test_lists_stay_lists(tmp_path):
    passages = [{"article_id": "a", "start": 3, "end": 9}]
    row = {"claim_id": "c1", "label": "x", "sources": ["a", "b"], "silent": None, "passages": passages}
    jsonl, comma, _, arrow = write({"claims": [row]}, tmp_path, FORMATS)
    record = json.loads(jsonl.read_text("utf-8"))
    assert (record["sources"], record["silent"], record["passages"]) == (["a", "b"], [], passages)
    assert json.loads(read_csv(comma)[0]["sources"]) == ["a", "b"]
    assert sheet(tmp_path / "tables.xlsx", "claims")[0]["sources"].value == "a; b"
    from pyarrow import parquet

    assert parquet.read_table(arrow).to_pylist()[0]["passages"] == passages


FORMULAS = ["=1+1", "+1 555 0100", "-2 degrees", "@SUM(A1)", "\t=1", "  =cmd|' /C calc'!A0", "\n=1", "＝1+1"]


@pytest.mark.parametrize("text", FORMULAS)
def test_text_never_becomes_a_formula(tmp_path, text):
    comma, book = write({"articles": [{"article_id": "a", "headline": text}]}, tmp_path, ["csv", "xlsx"])
    assert read_csv(comma)[0]["headline"] == "'" + text
    cell = sheet(book, "articles")[0]["headline"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)


@pytest.mark.parametrize("text", ["#N/A", "TRUE", "12", "2024-01-02", "=", "https://example.org/"])
def test_text_stays_text_as_it_is(tmp_path, text):
    comma, book = write({"articles": [{"headline": text}]}, tmp_path, ["csv", "xlsx"])
    assert read_csv(comma)[0]["headline"] == text and not is_formula(text)
    cell = sheet(book, "articles")[0]["headline"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_a_negative_number_stays_a_number(tmp_path):
    comma, book = write({"figures": [{"value": -3.5, "unit": "°C"}]}, tmp_path, ["csv", "xlsx"])
    assert read_csv(comma)[0]["value"] == "-3.5"
    assert sheet(book, "figures")[0]["value"].value == -3.5


def test_what_xlsx_cannot_hold_is_shown_not_dropped(tmp_path):
    (path,) = write({"articles": [{"headline": "a\x00b\x0bc\ud800d\uffffe"}]}, tmp_path, ["xlsx"])
    assert sheet(path, "articles")[0]["headline"].value == "a␀b␋c\ufffdd\ufffde"


@pytest.mark.parametrize("unit", ["я", "😀", "="])
def test_a_text_too_long_for_a_cell_is_cut_with_a_notice(tmp_path, unit):
    (path,) = write({"articles": [{"text": unit * 40_000}]}, tmp_path, ["xlsx"])
    value = sheet(path, "articles")[0]["text"].value
    assert len(value.encode("utf-16-le")) // 2 <= LONGEST
    assert value.startswith(unit * 1000) and "cut here: the whole text has 40,000 characters" in value


def test_a_text_that_just_fits_is_whole(tmp_path):
    (path,) = write({"articles": [{"text": "я" * LONGEST}]}, tmp_path, ["xlsx"])
    assert sheet(path, "articles")[0]["text"].value == "я" * LONGEST


def test_the_workbook_can_be_sorted_and_read(tmp_path):
    rows = {"figures": [FIGURE], "problems": [{"message": "word " * 40}]}
    (path,) = write(rows, tmp_path, ["xlsx"])
    book = openpyxl.load_workbook(path)
    assert book.sheetnames == ["figures", "problems"]
    assert book["figures"].freeze_panes == "A2"
    assert book["figures"].auto_filter.ref.startswith("A1:") and book["figures"].auto_filter.ref.endswith("2")
    assert book["problems"]["D2"].alignment.wrap_text
    assert book["problems"].column_dimensions["D"].width > book["problems"].column_dimensions["A"].width


def test_csv_carries_the_mark_that_excel_needs_and_any_line_end(tmp_path):
    (path,) = write({"articles": [{"source": "БелТА", "headline": 'a\rb\nc "d", e'}]}, tmp_path, ["csv"])
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    row = read_csv(path)[0]
    assert (row["source"], row["headline"]) == ("БелТА", 'a\rb\nc "d", e')


def test_a_row_is_one_line_for_every_reader(tmp_path):
    text = "a\u2028b\u2029c\x85d\ud800"
    (path,) = write({"articles": [{"text": text}]}, tmp_path)
    (line,) = path.read_text("utf-8").splitlines()
    assert json.loads(line)["text"] == text


def test_two_runs_give_the_same_bytes(tmp_path, monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    rows = {"figures": [FIGURE], "articles": [{"headline": "=x", "text": "б"}], "claims": []}
    runs = [
        [hashlib.sha256(path.read_bytes()).hexdigest() for path in write(rows, tmp_path / run, FORMATS)] for run in "ab"
    ]
    assert runs[0] == runs[1]


def test_source_date_epoch_dates_the_workbook(tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    (path,) = write({"figures": []}, tmp_path, ["xlsx"])
    with zipfile.ZipFile(path) as book:
        assert {member.date_time for member in book.infolist()} == {(2023, 11, 14, 22, 13, 20)}
        assert b"2023-11-14T22:13:20Z" in book.read("docProps/core.xml")


def test_a_bad_source_date_epoch_is_said_so(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(OptionError, match="SOURCE_DATE_EPOCH is 'yesterday'"):
        files.fixed_time()


def test_half_a_file_is_never_seen(tmp_path):
    target = tmp_path / "figures.csv"
    target.write_bytes(b"old")

    def parts():
        yield b"new"
        raise RuntimeError("disk")

    with pytest.raises(RuntimeError):
        files.put(target, parts())
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize(
    ("tables", "formats", "message"),
    [
        ({"figures": []}, ["yaml"], "no table format 'yaml'; the formats are jsonl, csv, xlsx, parquet"),
        ({"../figures": []}, ["csv"], "cannot name a table's file"),
    ],
    ids=["format", "name"],
)
def test_wrong_options_are_said_so(tmp_path, tables, formats, message):
    with pytest.raises(OptionError, match=message):
        write(tables, tmp_path, formats)


def test_a_folder_that_is_a_file_is_said_so(tmp_path):
    (tmp_path / "taken").write_text("x")
    with pytest.raises(OptionError, match="Nothing can be written to"):
        write({"figures": []}, tmp_path / "taken")


def test_parquet_without_pyarrow_names_the_extra(tmp_path, monkeypatch):
    real = builtins.__import__

    def without(name, *args, **kwargs):
        if name.startswith("pyarrow"):
            raise ImportError(name)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingPackage, match=r"analyst-workbench\[parquet\]"):
        write({"figures": []}, tmp_path, ["parquet"])


def test_json_lines_import_nothing_heavy(tmp_path):
    code = (
        "import sys; from workbench.export.tables import write; write({'figures': [{'value': 1.0}]}, sys.argv[1]);"
        "print(sorted({'pandas', 'numpy', 'openpyxl', 'matplotlib', 'pyarrow', 'spacy'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"

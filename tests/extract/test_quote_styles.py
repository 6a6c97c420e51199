"""Quotes in many styles of print: every row of a passage, with its kind, who says it, the cue and the way it came."""

import tomllib
from pathlib import Path

import pytest
from reading_quotes import quotes

PASSAGES = tomllib.loads(Path(__file__).with_name("quote_styles.toml").read_text(encoding="utf-8"))["passage"]


@pytest.mark.parametrize("passage", PASSAGES, ids=[passage["id"] for passage in PASSAGES])
def test_every_row(passage: dict[str, object]) -> None:
    found = quotes(str(passage["text"]))
    rows = [[one.passage.surface, one.kind.value, one.speaker or "", one.cue or "", one.via or ""] for one in found]
    assert rows == passage["rows"]

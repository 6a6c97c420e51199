"""The role of every stretch: whole layouts (layouts.txt), single points, and what must hold for any text."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workbench.model import Block, Role
from workbench.read.layout import divide
from workbench.spans import is_partition

Case = tuple[str, list[tuple[str, str]]]


def layouts() -> Iterator[pytest.ParameterSet]:
    """The cases of layouts.txt: the text, and its blocks as (role, text)."""
    for chunk in Path(__file__).with_name("layouts.txt").read_text(encoding="utf-8").split("\n= ")[1:]:
        head, *lines = chunk.rstrip("\n").split("\n")
        glue = "\n" if head.endswith("(lines)") else "\n\n"
        text, blocks = "", []
        for line in filter(str.strip, lines):
            role, _, words = line.partition("| ")
            text += words if line.startswith("+") else (glue + words if text else words)
            blocks.append((role.lstrip("+"), words.strip()))
        yield pytest.param(text, blocks, id=head.split()[0])


def told(text: str, known: tuple[Block, ...] = (), headline: str | None = None) -> list[tuple[str, str]]:
    return [(block.role.value, text[block.start : block.end].strip()) for block in divide(text, known, headline)]


@pytest.mark.parametrize(("text", "blocks"), layouts())
def test_layout(text: str, blocks: list[tuple[str, str]]) -> None:
    assert told(text) == blocks


@pytest.mark.parametrize(("text", "blocks"), layouts())
def test_every_block_but_body_has_a_reason(text: str, blocks: list[tuple[str, str]]) -> None:
    assert all(bool(block.reason) is (block.role is not Role.BODY) for block in divide(text))

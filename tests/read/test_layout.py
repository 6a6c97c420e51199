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


def layouts() -> Iterator[object]:
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


@pytest.mark.parametrize(("text", "blocks"), list(layouts()))
def test_layout(text: str, blocks: list[tuple[str, str]]) -> None:
    assert told(text) == blocks


@pytest.mark.parametrize(("text", "blocks"), list(layouts()))
def test_every_block_but_body_has_a_reason(text: str, blocks: list[tuple[str, str]]) -> None:
    assert all(bool(block.reason) is (block.role is not Role.BODY) for block in divide(text))


WRAPPED = """\
Volcano forces thousands from homes

MANILA (AP) - More than 12,000 people left their homes on Tuesday as a
volcano south of the capital threw ash two kilometres into the air, the
disaster agency said.

Schools were closed in five towns. Flights were diverted to airports in
the north until further notice.

    - Villagers within six kilometres were told to go at once
    - Masks were handed out in the towns downwind of the crater
"""


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    found = told(WRAPPED)
    assert [role for role, _ in found] == ["headline", "dateline", "body", "body", "body", "body"]
    assert found[2][1].startswith("More than 12,000") and found[2][1].endswith("disaster agency said.")
    assert found[3][1].startswith("Schools") and found[3][1].endswith("further notice.")


BODY = "Four villages were flooded on Friday after a week of rain, and about 900 people spent the night in schools."


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        pytest.param("", [], id="empty"),
        pytest.param(" \n\n", [("body", "")], id="white space"),
        pytest.param("Dam fails", [("body", "Dam fails")], id="one line is no headline"),
        pytest.param(f"\n\n {BODY}", [("body", BODY)], id="leading white space belongs to the first block"),
        pytest.param(
            f"{BODY}\n\nShare prices of two insurers fell.",
            [("body", BODY), ("body", "Share prices of two insurers fell.")],
            id="a sentence that opens like a button",
        ),
        pytest.param(
            f"{BODY}\n\nSources close to the army said so\n\n{BODY}",
            [("body", BODY), ("subheading", "Sources close to the army said so"), ("body", BODY)],
            id="a line that opens like a list of sources",
        ),
        pytest.param(
            f"{BODY}\n\n“We lost it all in one night”\n\n{BODY} She said: “We lost it all in one night” and wept.",
            [
                ("body", BODY),
                ("furniture", "“We lost it all in one night”"),
                ("body", f"{BODY} She said: “We lost it all in one night” and wept."),
            ],
            id="pull quote",
        ),
        pytest.param(
            f"MAYOR: {BODY}\n\nHOST: Did anybody warn them?\n\nMAYOR: {BODY}",
            [("body", f"MAYOR: {BODY}"), ("body", "HOST: Did anybody warn them?"), ("body", f"MAYOR: {BODY}")],
            id="the speakers of a transcript are no datelines",
        ),
        pytest.param(
            f"Ana Pereira — The woman who saved a village was no hydrologist.\n\n{BODY} Pereira warned the army.",
            [
                ("body", "Ana Pereira — The woman who saved a village was no hydrologist."),
                ("body", f"{BODY} Pereira warned the army."),
            ],
            id="a person before a dash is no dateline",
        ),
    ],
)
def test_single_points(text: str, blocks: list[tuple[str, str]]) -> None:
    assert told(text) == blocks


def test_repeats_name_the_earlier_block() -> None:
    caption = "Soldiers carry an old man through the water in the north"
    text = f"{BODY}\n\nImage caption, {caption}\n\n{BODY}\n\nImage caption, {caption}"
    first, second = (block for block in divide(text) if block.role is Role.CAPTION)
    assert (first.repeat_of, second.repeat_of) == (None, first.start)


def test_known_blocks_stay_and_the_rest_is_found() -> None:
    text = f"Dam fails\nA picture of a dam\nLIMA (AFP) — {BODY}"
    known = (Block(0, 9, Role.HEADLINE, "heading"), Block(10, 28, Role.CAPTION, "figcaption"))
    assert told(text, known) == [
        ("headline", "Dam fails"),
        ("caption", "A picture of a dam"),
        ("dateline", "LIMA (AFP) —"),
        ("body", BODY),
    ]


def test_the_headline_of_the_metadata_is_marked_where_it_stands() -> None:
    text = f"The dam failed after all.\n\n{BODY}\n\n{BODY}"
    assert told(text)[0][0] == "body"
    assert told(text, headline="The dam failed after all. | Hill Gazette")[0][0] == "headline"


ROLES = st.sampled_from(list(Role))
KNOWN = st.lists(st.builds(Block, st.integers(-5, 90), st.integers(-5, 90), ROLES), max_size=6).map(tuple)
SCRAPS = [
    "By Jane Roe",
    "Summary:",
    "Read more",
    "— A (@a) May 3, 2024",
    "Image source, EPA",
    "• x",
    "LIMA —",
    "5 Views",
]
TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(st.one_of(st.sampled_from([*SCRAPS, BODY]), st.text(max_size=20)), max_size=12).map("\n".join),
)


@given(TEXTS, KNOWN, st.one_of(st.none(), st.text(max_size=20)))
@example("a\x0bb\x85c\u2028d", (), None)
@example("\x00" * 50, (Block(3, 9, Role.CAPTION),), "\x00")
def test_blocks_partition_any_text(text: str, known: tuple[Block, ...], headline: str | None) -> None:
    blocks = divide(text, known, headline)
    assert is_partition((block.span for block in blocks), len(text))
    assert all(block.repeat_of is None or 0 <= block.repeat_of < max(len(text), 91) for block in blocks)


@given(st.lists(st.sampled_from(list(" \t\x0b\x85\u2028ab.A")), min_size=1, max_size=60).map("".join))
def test_only_newlines_part_lines(line: str) -> None:
    text = f"x {line} x."
    assert len(divide(text)) == 1

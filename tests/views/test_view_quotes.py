"""Quotes: grouped by person or source, each with its cue and way, copied with its citation."""

import pytest

from workbench.corpus import Corpus
from workbench.errors import OptionError
from workbench.views import Quotes
from workbench.views.quotes import State, apply, prepare


def test_frame(made) -> None:
    frame = prepare(made.corpus)
    assert frame["quote"].tolist() == ["We hit sand at 6 knots.", "all of them calm"]
    assert frame["speaker"].isna().tolist() == [False, True]
    assert frame["words"].tolist() == [6, 4]
    assert frame["via"].tolist()[1] == "radio"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({}, ["ferry_1", "harbour_2"], id="by person, unknown last"),
        pytest.param({"find": "moro SAND"}, ["ferry_1"], id="words and speaker"),
        pytest.param({"kind": ("partial",)}, ["harbour_2"], id="a kind"),
        pytest.param({"source": ("Harbour News",)}, ["harbour_2"], id="a source"),
        pytest.param({"by": "source"}, ["ferry_1", "harbour_2"], id="by source, in the corpus's order"),
        pytest.param({"by": "source", "sort": "words"}, ["ferry_1", "harbour_2"], id="sorted inside the group only"),
    ],
)
def test_apply(made, changes: dict, expected: list[str]) -> None:
    assert apply(State(**changes), prepare(made.corpus))["article_id"].tolist() == expected


def test_who_is_quoted_most_comes_first(seeds: Corpus) -> None:
    frame = prepare(seeds)
    shown = apply(State(), frame)
    heard = frame.groupby("speaker")["words"].sum()
    order = [heard[name] for name in dict.fromkeys(shown["speaker"].dropna())]
    assert order == sorted(order, reverse=True)
    unknown = shown["speaker"].isna().to_numpy()
    assert not (unknown[:-1] & ~unknown[1:]).any()


def test_lines_have_a_heading_for_each_group(made) -> None:
    view = Quotes(made.corpus)
    headings = [line.group.text for line in view.lines(view.frame) if line.group]
    assert headings == ["Ines Moro", "Speaker not known"]
    view.by = "source"
    headings = [line.group for line in view.lines(view.frame) if line.group]
    assert [(cell.text, cell.sub) for cell in headings] == [
        ("ferry_1", "1 quote · 6 words"),
        ("Harbour News", "1 quote · 4 words"),
    ]


def test_detail_marks_quote_and_speaker(made) -> None:
    view = Quotes(made.corpus)
    view.selected = view.first
    shown = str(view.detail())
    assert '<mark class="wb-who">Capt. Ines Moro</mark> said: “<mark>We hit sand at 6 knots.</mark>”' in shown


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        pytest.param(
            0,
            "“We hit sand at 6 knots.” — Ines Moro "
            "[ferry_1, “Ferry aground with 300 aboard”, ¶3, ferry_1.txt characters 102–125]",
            id="named",
        ),
        pytest.param(
            1,
            "“all of them calm” — speaker not known, via radio "
            "[Harbour News, “Hundreds wait for a tow”, ¶2, harbour_2.txt characters 54–70]",
            id="not named",
        ),
    ],
)
def test_copy_with_citation(made, row: int, expected: str) -> None:
    view = Quotes(made.corpus)
    assert view.clip() == ""
    assert view.actions()[0].disabled
    view.selected = view.whole.index[row]
    assert view.clip() == expected
    assert not view.actions()[0].disabled
    view._repr_mimebundle_()
    assert view.bar.clip == expected


def test_by_takes_one_of_two_words(made) -> None:
    view = Quotes(made.corpus)
    with pytest.raises(OptionError, match="person, source"):
        view.by = "mood"
    view._repr_mimebundle_()
    view.bar.chosen = {**view.bar.chosen, "by": ["source"]}
    assert view.by == "source"


def test_nothing_said(nothing: Corpus) -> None:
    view = Quotes(nothing)
    view._repr_mimebundle_()
    assert "No quotes were found" in view.grid.empty
    assert view.summary().startswith("Quotes: no quotes in 1 article")

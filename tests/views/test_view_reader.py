"""The reader as a view: its state, what it follows, its table and words, what is added, and the way there and back."""

from pathlib import Path
from typing import Any

import pytest
from framing_corpus import built
from view_corpus import Made, article, corpus_of, reviewed

from workbench.errors import OptionError
from workbench.model import Role
from workbench.views import reader_pane, reading_along
from workbench.views.figures import Figures
from workbench.views.reader import Reader

EVIL = "<img src=x onerror='window.__ran=1'></td><script>1</script>"


@pytest.fixture
def reader() -> Reader:
    return Reader(built())


def test_at_first_nothing_is_followed(reader: Reader) -> None:
    assert reader.articles == ("east", "west") and reader.reference == "east" and reader.active == ""
    assert reader.frame.empty and reader.subject() is None and reader.told() == ""
    assert reader.summary().startswith(
        "Read side by side: The East, west; marked: figures, quotes, names, shared text."
    )


def test_what_is_followed_is_a_row_a_source(reader: Reader) -> None:
    reader.active = next(key for key in reader.whole.index if key.startswith("label:person:lund"))
    assert list(reader.frame.index) == ["east", "west"]
    assert reader.frame.loc["east", "paragraph"] == 2 and reader.frame.loc["east", "words"] == "minister"
    quote = next(key for key in reader.whole.index if key.startswith("utterance:"))
    reader.active = quote
    assert reader.frame.loc["west"].isna().sum() == 5 and reader.frame.loc["west", "places"] == 0
    assert "The East alone" in reader.told() and "does not have it" in reader.told()
    assert "a triumph" in reader.clip() and reader.subject() is not None


def test_a_place_is_followed_by_what_stands_there(reader: Reader) -> None:
    article = reader.corpus.document("east")
    start = article.text.index("a triumph")
    reader.at = article.passage(start, start + 9)
    assert reader.active.startswith("utterance:") and reader.at.surface == "a triumph"
    reader.layers = ("quotes", "labels")
    reader.click("east", start, start + 9)  # once more: the label at the same place
    assert reader.active.startswith("label:")
    plain = article.text.index("Fishers")
    reader.click("east", plain, plain + 7, [])
    assert reader.active == f"like:east:{plain}-{plain + 7}"
    assert "¶5" in reader.told()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"articles": "nowhere"}, "no article 'nowhere'"),
        ({"layers": ("figures", "jokes")}, "no layer 'jokes'"),
        ({"align": "length"}, "no align 'length'"),
        ({"selected": "figure:none"}, "nothing 'figure:none' to follow"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_changes(reader: Reader, change: dict[str, Any], said: str) -> None:
    before = reader.state
    with pytest.raises(OptionError, match=said):
        reader.change(**change)
    assert reader.state == before


def test_sources_are_ordered_hidden_and_pinned(reader: Reader) -> None:
    reader.reference = "west"
    assert reader.articles == ("west", "east")
    reader.articles = "The East"
    assert reader.articles == ("east",) and reader.reference == "east"
    reader.articles = ()
    assert reader.articles == ("east",)


def test_passages_are_gone_to(reader: Reader) -> None:
    east, west = (reader.corpus.document(key) for key in ("east", "west"))
    reader.go([west.passage(0, 4), east.passage(0, 3)], "two beginnings")
    assert reader.told().startswith("“two beginnings” is followed in two sources.")
    assert list(reader.frame["words"]) == ["Dam", "Lund"] or list(reader.frame["words"]) == ["Lund", "Dam"]
    reader.go([])  # nothing to go to: it stays
    assert reader.active == "places"


def test_the_twin_is_escaped() -> None:
    hostile = article(
        "evil", ((f"{EVIL} dam\n", Role.HEADLINE, None, None), (f"A {EVIL} ship\n", Role.BODY, None, None)), EVIL
    )
    reader = Reader(corpus_of([hostile]))
    reader.find = "ship"
    reader.click("evil", 3, 9, [])
    html = str(reader.html())
    assert "<img" not in html and "<script" not in html and "&lt;img" in html
    assert reader.found()["evil"][0].surface == "ship"


def test_the_browser_is_sent_the_articles_shown_and_answers_are_heard(made: Made) -> None:
    reader = Reader(reviewed(made.corpus))
    assert reader.widget is reader.widget
    pane, panel = reader.panel.pane, reader.panel
    assert [one["id"] for one in pane.columns] == ["ferry_1", "harbour_2"]
    sent = pane.columns
    start = made.ferry.text.index("300")
    panel.hear({"do": "click", "article": "ferry_1", "start": start, "end": start + 3, "links": []})
    assert pane.told and pane.columns is sent and pane.followed["ferry_1"]
    panel.hear({"do": "clear"})
    panel.hear({"do": "hide", "article": "ferry_1"})
    assert reader.articles == ("harbour_2",)
    panel.hear({"do": "click"})  # a message that says too little
    assert "select the words again" in reader.bar.said


def test_what_was_missed_is_added_and_nothing_typed_is_lost(made: Made) -> None:
    reader = Reader(reviewed(made.corpus))
    _ = reader.widget
    panel, start = reader.panel, made.ferry.text.index("Rescue")
    panel.hear({"do": "draft", "layer": "figure", "article": "ferry_1", "start": start, "end": start + 6})
    number = panel.pane.adding["number"]
    panel.hear({"do": "add", "given": {"counted": "rescues", "value": ""}})
    assert "value" in panel.pane.adding["said"] and panel.pane.adding["number"] == number
    panel.hear({"do": "add", "given": {"counted": "rescues", "value": "2", "reason": "seen"}})
    assert panel.pane.adding == {} and "Added" in reader.bar.said
    added = next(one for one in reader.corpus.figure_records if one.passage.surface == "Rescue")
    assert added.measure.value == 2 and added.counted == "rescues"
    assert panel.pane is reader.panel.pane and panel.pane.followed["ferry_1"] == [[start, start + 6]]
    assert any("rescues" in str(part) for part in panel.pane.columns[0]["marks"])
    assert reader.at == added.passage and "Rescue" in [mark.passage.surface for mark in reader.linked.marks]
    reader.corpus.undo()
    assert "Rescue" not in [mark.passage.surface for mark in reader.linked.marks]


def test_the_difference_of_two_needs_two(reader: Reader) -> None:
    with pytest.raises(OptionError, match=r"reader\.versus"):
        reader.difference()
    reader.versus = "west"
    frame = reader.difference()
    assert set(frame["standing"]) <= {"both, differently", "both, equally", "only The East", "only west"}
    assert len(frame) and "The East against west" in reader.summary()


def test_there_and_back(made: Made) -> None:
    figures = Figures(reviewed(made.corpus))
    _ = figures.widget
    along = next(one for one in figures.companions if isinstance(one, reading_along.ReadingAlong))
    assert along.actions()[0].disabled and along.press("read along") and not along.opened
    figures.selected = figures.first
    assert along.press("read along") and along.opened and along.back.label.startswith("◀ Back to ")
    assert along.reader.followed is not None and not along.press("something else")
    along.close()
    assert not along.opened and along.back.label == ""


def test_a_reset_sends_the_columns_back_to_their_tops(made: Made) -> None:
    """Whoever opens the notebook after it ran finds the articles from their beginning, not where a cell left them."""
    reader = Reader(reviewed(made.corpus))
    assert reader.widget.children
    before = reader.panel.pane.tops
    reader.next()
    assert reader.panel.pane.tops == before
    reader.reset()
    assert reader.panel.pane.tops == before + 1
    assert "tops: () =>" in (Path(reader_pane.__file__).with_name("reader.js")).read_text(encoding="utf-8")

"""Events: the table of them, and choosing the one that the other notebooks read."""

from pathlib import Path

import pytest

import workbench as wb
from workbench.errors import OptionError
from workbench.settings import OneEvent, OneEventOf, default_source, event_of, remember, whole_source
from workbench.views import Start
from workbench.views.events import Chooser, Events

TEXTS = {
    "storm_1": "Storm Orla hits Kestrel Bay\n\nStorm Orla took 40 roofs in Kestrel Bay on Monday and closed the "
    "harbour, harbour master Tilda Roe said. Waves broke the old pier.",
    "storm_2": "Kestrel Bay counts storm damage\n\nForty roofs are gone in Kestrel Bay after storm Orla. The harbour "
    "stays closed, said Tilda Roe, and the pier is broken in two.",
    "vote_1": "Darian Pell wins Morwen vote\n\nDarian Pell of the Orchard Party won the vote in Morwen with 52 per "
    "cent. Rival Lisbet Crane asked for a recount.",
    "vote_2": "Recount in Morwen\n\nThe vote in Morwen will be counted again, as Lisbet Crane had asked. Darian Pell "
    "of the Orchard Party led by 52 per cent.",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = tmp_path / "news"
    made.mkdir()
    for name, text in TEXTS.items():
        (made / f"{name}.txt").write_text(text, encoding="utf-8")
    monkeypatch.setenv("WORKBENCH_SESSION", str(tmp_path / "session"))
    monkeypatch.setenv("WORKBENCH_SOURCE", str(made))
    return made


def test_the_table(folder: Path) -> None:
    view = Events(wb.load(folder, progress=False))
    assert view.heading() == "2 events in 4 articles"
    assert view.frame.index.tolist() == ["e:storm_1", "e:vote_1"]
    view.find = "morwen"
    assert view.frame.index.tolist() == ["e:vote_1"]
    view.reset()
    view.selected = "e:storm_1"
    assert view.selected_words() == f"{view.frame.label['e:storm_1']} (2 articles)"
    shown = str(view.html())
    assert "Kestrel Bay counts storm damage" in shown
    assert "days not known" in shown


def test_what_articles_say_is_text(folder: Path) -> None:
    (folder / "storm_3.txt").write_text("Bay <script>alert(1)</script>\n\n" + TEXTS["storm_1"], encoding="utf-8")
    view = Events(wb.load(folder, progress=False))
    view.selected = "e:storm_1"
    assert "<script>" not in view.html()
    assert "&lt;script&gt;" in view.html()


def test_what_is_chosen_is_what_the_other_notebooks_read(folder: Path) -> None:
    view = Events(wb.load(folder, progress=False))
    view.selected = "e:vote_1"
    view.act("one")
    assert view.bar.said == f"The other notebooks now read {view.frame.label['e:vote_1']}: run them again."
    assert event_of(default_source()) == "e:vote_1"
    assert wb.load(default_source(), progress=False).articles.article_id.tolist() == ["vote_1", "vote_2"]
    assert len(wb.load(whole_source(), progress=False)) == 4
    assert len(Start().corpus) == 4
    view.act("all")
    assert event_of(default_source()) is None
    assert len(wb.load(default_source(), progress=False)) == 4
    with pytest.raises(OptionError, match="no event 'e:flood'"):
        view.read("e:flood")


def test_start_offers_the_events(folder: Path) -> None:
    start = Start()
    chooser = next(part for part in start.widget.children if isinstance(part, Chooser))
    assert chooser.layout.display is None
    assert [value for _, value in chooser.options] == ["", "e:storm_1", "e:vote_1"]
    chooser.value = "e:storm_1"
    assert event_of(default_source()) == "e:storm_1"
    assert start.bar.said.startswith("The other notebooks now read ")
    again = next(part for part in Start().widget.children if isinstance(part, Chooser))
    assert again.value == "e:storm_1"
    start.path = folder / "vote_1.txt"
    assert chooser.layout.display == "none"
    assert event_of(default_source()) is None


def test_outside_a_session_nothing_is_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WORKBENCH_SESSION")
    view = Events(wb.load(folder, progress=False))
    assert view.read("e:vote_1") == (
        'Nothing is kept outside a run of workbench lab: take load(..., event="e:vote_1") instead.'
    )
    assert event_of(default_source()) is None
    given = Events(wb.load([{"id": name, "text": text} for name, text in TEXTS.items()], progress=False))
    assert given.read("e:vote_1").startswith("These articles are no files")


def test_several_places_can_be_limited_too(folder: Path) -> None:
    places = [folder / "vote_1.txt", folder / "storm_1.txt", folder / "storm_2.txt", folder / "vote_2.txt"]
    assert remember(places, "e:storm_1")
    found = default_source()
    assert found == [place.resolve() for place in places]
    assert isinstance(found, OneEventOf)
    assert wb.load(found, progress=False).articles.article_id.tolist() == ["storm_1", "storm_2"]
    assert not remember([*places, folder / "nowhere"])
    assert remember(folder, "e:storm_1")
    assert isinstance(default_source(), OneEvent)
    assert default_source() == folder.resolve()


def test_what_was_chosen_is_shown_again(folder: Path) -> None:
    Events(wb.load(folder, progress=False)).read("e:vote_1")
    (folder / "a_vote.txt").write_text(TEXTS["vote_2"] + " Counting starts on Monday.", encoding="utf-8")
    view = Events(wb.load(folder, progress=False))
    assert view.chosen == "e:a_vote"  # the id of before is that of one of its articles
    assert "read on its own" in view.html()
    assert not next(one for one in view.actions() if one.name == "all").disabled
    elsewhere = wb.load(folder / "vote_1.txt", progress=False)
    assert Events(elsewhere).chosen == ""  # what is not read by the notebooks


def test_an_event_that_is_gone_is_let_go_and_said(folder: Path) -> None:
    Events(wb.load(folder, progress=False)).read("e:vote_1")
    for name in ("vote_1", "vote_2"):
        (folder / f"{name}.txt").unlink()
    start = Start()
    chooser = next(part for part in start.widget.children if isinstance(part, Chooser))
    assert chooser.value == ""
    assert start.bar.said.startswith("The event that was chosen is not among these articles. ")
    assert event_of(default_source()) is None


def test_the_list_says_how_much_and_when(folder: Path) -> None:
    for at, day in ((1, "2031-05-02"), (2, "2031-05-04")):
        path = folder / f"vote_{at}.txt"
        path.write_text(TEXTS[f"vote_{at}"].replace("\n\n", f"\n\n{day}\n\n"), encoding="utf-8")
    chooser = Chooser(print)
    chooser.show(wb.load(folder, progress=False))
    everything, first, second = (told for told, _ in chooser.options)
    assert everything == "All events (2)"
    assert first.endswith(" (2 articles, 2031-05-02 to 2031-05-04)")  # as many, but with days
    assert first.startswith("Morwen, Darian Pell, ")
    assert second.startswith("Kestrel Bay, ")
    assert second.endswith(" (2 articles)")


def test_very_many_events_are_offered_in_part_but_the_chosen_one_is_there(
    monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    monkeypatch.setattr("workbench.views.events.OFFERED", 1)
    Events(wb.load(folder, progress=False)).read("e:vote_1")
    chooser = Chooser(print)
    chooser.show(wb.load(folder, progress=False))
    assert [value for _, value in chooser.options] == ["", "e:storm_1", "e:vote_1"]
    assert chooser.value == "e:vote_1"

"""Headlines side by side: what each tells, and what it leaves out."""

import pytest

from workbench.compare.headlines import Headline
from workbench.corpus import load

TEXTS = [
    "Peru frees 40 miners in tax deal\n\nPeru freed 40 miners on Monday, the mayor of Lima said.\n",
    "Miners walk free in Peru\n\nForty miners walked free in Peru on Monday. Chile eased tariffs on copper.\n",
    "Peru releases 40 miners as Chile eases tariffs\n\nPeru released 40 miners on Monday in Lima.\n",
]


@pytest.fixture(scope="module")
def headlines() -> list[Headline]:
    corpus = load([{"text": text} for text in TEXTS], progress=False)
    return list(corpus.framing.headlines)


def absent(headline: Headline, kind: str) -> list[str]:
    return [one.label for one in headline.absent if one.kind == kind]


def test_one_record_an_article(headlines: list[Headline]) -> None:
    assert [one.passage and one.passage.surface for one in headlines] == [text.split("\n")[0] for text in TEXTS]


def test_acts_of_a_headline(headlines: list[Headline]) -> None:
    told = [[(act.actor and act.actor.surface, act.lemma) for act in one.acts] for one in headlines]
    assert (told[0], told[2]) == ([("Peru", "free")], [("Peru", "release"), ("Chile", "ease")])


def test_another_word_for_the_act_leaves_nothing_out(headlines: list[Headline]) -> None:
    assert absent(headlines[2], "act") == ["Miners walk"]
    assert absent(headlines[0], "act") == ["Miners walk", "Chile ease tariffs"]


def test_names_and_figures_left_out(headlines: list[Headline]) -> None:
    assert absent(headlines[0], "name") == ["Chile"]
    assert len(absent(headlines[1], "figure")) == 1
    assert absent(headlines[2], "figure") == []


def test_where_the_text_has_it_below(headlines: list[Headline]) -> None:
    (chile,) = [one for one in headlines[1].absent if one.kind == "name"]
    assert chile.below is not None
    assert (chile.below.surface, headlines[0].absent[0].below) == ("Chile", None)


def test_below_is_the_very_figure() -> None:
    texts = [
        "Peru frees miners\n\nPeru freed more than 30 miners on Monday. The mayor said that 37 miners were freed.\n",
        "Peru frees 37 miners\n\nPeru freed 37 miners on Monday.\n",
    ]
    first = next(iter(load([{"text": text} for text in texts], progress=False).framing.headlines))
    assert [one.below.surface for one in first.absent if one.kind == "figure" and one.below] == ["37"]


def test_no_headline() -> None:
    corpus = load(
        [{"text": "it rained in the town all day and the road was closed until the evening came."}], progress=False
    )
    (record,) = corpus.framing.headlines
    assert (record.passage, record.acts, record.absent) == (None, (), ())

"""What a quantity is called: the words of its articles, as an analyst would write them, no two alike."""

import pytest
from figure_corpus import corpus

import workbench as wb
from workbench.compare.quantities import group

HANDED = [
    ("The rebels handed over 12 rifles on Monday.", "12 rifles were handed over by the rebels.", "handed over"),
    ("The mayor opened 12 schools on Monday.", "12 schools were opened by the mayor.", "schools opened"),
]

#: Texts of which the first figure is called so.
CASES = [
    pytest.param(["At least <12;people> people drowned in the lake."], "people killed", id="toll"),
    pytest.param(["The death toll rose to <12;death toll> on Friday."], "people killed", id="toll-as-noun"),
    pytest.param(["<12;dead> dead in hotel fire"], "people killed", id="headline"),
    pytest.param(["The storm claimed <12;lives> lives."], "people killed", id="lives"),
    pytest.param(["Rolland is shedding <400;posts> posts in Lyon."], "posts shed", id="irregular-participle"),
    pytest.param(["The mill employs <90;people> people."], "people employed", id="participle-by-rule"),
    pytest.param(["About <900=~900;teachers> teachers walked out on Tuesday."], "teachers who walked out", id="who"),
    pytest.param(["Some <30=~30;barns> barns collapsed in the storm."], "barns that collapsed", id="things-are-no-who"),
    pytest.param(["Some <30=~30;clients> clients lost money."], "clients who lost money", id="who-with-what"),
    pytest.param(["Insurers put it at <4;;EUR> euros."], "amount, euros", id="no-teller"),
    pytest.param(["Witness Tom Reed, <52;;age>, was hurt."], "age of Tom Reed", id="age-without-a-role"),
    pytest.param(["<30;miners> miners were pulled from the rubble."], "miners rescued", id="pulled-from-rubble"),
    pytest.param(["<30;toys> toys were pulled from shops."], "toys recalled", id="pulled-from-sale"),
    pytest.param(["The <17;cars> cars caught fire."], "cars burned", id="a-fire-dismisses-nobody"),
    pytest.param(["The NATO summit drew <40;EU officials> EU officials."], "EU officials who attended", id="acronym"),
    pytest.param(["The bank paid a fine of $<9=9000000;;USD> million."], "fine, US dollars", id="money"),
    pytest.param(["The club earned $<3=3000000;;USD> million."], "amount earned, US dollars", id="no-noun"),
    pytest.param(["Shares in the firm fell <6;;%> percent."], "fall in shares, percent", id="change"),
    pytest.param(["Fire has burned <800;;hectare> hectares of forest."], "forest, hectares", id="measure"),
    pytest.param(["The strike lasted <nine=9;;day> days."], "strike, days", id="duration"),
    pytest.param(["The hall can seat <500;people> people."], "room for people", id="room"),
    pytest.param(["The bus was carrying <40;passengers> passengers."], "passengers aboard", id="aboard"),
    pytest.param(["Thieves copied the files of <900;clients> clients."], "clients", id="what-befell-something-else"),
    pytest.param(["Nurses want more pay for <700;midwives> midwives."], "midwives", id="what-is-wanted-for-them"),
    pytest.param(["The chain's shares lost <7;;%> percent."], "fall in shares, percent", id="lost-a-share"),
    pytest.param(["Its shares nosedived by <7;;%> percent."], "fall in shares, percent", id="crashed-by-a-share"),
    pytest.param(["The voting age is lowered to <16;;age>."], "voting age", id="an-age-of-nobody"),
    pytest.param(["Rents will go up by <7;;%> percent."], "rise in rents, percent", id="go-up-by"),
    pytest.param(["Shares fell <7;;%> percent in early trade."], "fall in shares, percent", id="in-early-trade"),
    pytest.param(["The trade gap reached <7;;%> percent of GDP."], "trade gap, percent", id="of-the-economy"),
    pytest.param(["The driver, Tom Reed, <52;;age>, was hurt."], "age of Tom Reed", id="age"),
    pytest.param(["He denied that <40;people> people had died."], "people killed (a claim denied)", id="denied"),
]


@pytest.mark.parametrize(("one", "other", "said"), HANDED, ids=["particle", "plain"])
def test_the_label_says_what_was_done(one: str, other: str, said: str) -> None:
    found = wb.load([{"id": "a", "text": one}, {"id": "b", "text": other}], progress=False)
    assert [said in label.lower() for label in found.quantities.label] == [True]


@pytest.mark.parametrize(("texts", "expected"), CASES)
def test_the_label(texts: list[str], expected: str) -> None:
    assert group(*corpus(*texts)).quantities[0].label == expected


ALIKE = [
    pytest.param(
        ["Rescuers found <nine=9;bodies> bodies on Friday and <20;bodies> bodies on Saturday."],
        ["bodies found (9)", "bodies found (20)"],
        id="value",
    ),
    pytest.param(
        [
            "The fire killed <12;people> people.",
            "The fire killed <12;people> people. In 1998, a fire killed <30;people> people.",
        ],
        ["people killed", "people killed, 1998"],
        id="what-most-say-stays-plain",
    ),
    pytest.param(
        ["Norvik will cut <500;jobs> jobs, it said.", "Halden will cut <700;jobs> jobs, it said."],
        ["jobs cut, Norvik", "jobs cut, Halden"],
        id="who-did-it",
    ),
]


@pytest.mark.parametrize(("texts", "expected"), ALIKE)
def test_no_two_quantities_are_called_alike(texts: list[str], expected: list[str]) -> None:
    assert [quantity.label for quantity in group(*corpus(*texts)).quantities] == expected


def test_what_nothing_tells_apart_is_numbered() -> None:
    text = "Police held <12;men> men in the raid. Police held <12;men> men in the raid, <12;men> men in the raid."
    labels = [quantity.label.lower() for quantity in group(*corpus(text)).quantities]
    assert len(set(labels)) == len(labels) > 1

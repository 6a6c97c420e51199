"""Which figures of different articles measure one thing, and what they say together: hand-written, many subjects."""

import random

import pytest
from figure_corpus import article, corpus
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.compare.quantities import Comparison, group
from workbench.language import parse
from workbench.model import Verdict

CASES = [
    pytest.param(
        [
            "A landslide killed <12;people> and injured <30;people> in the valley on Monday.",
            "<Twelve=12;people> people died when a hillside collapsed in the valley, and <30;others> others were hurt.",
            "The death toll from the landslide rose to <12> on Tuesday.",
        ],
        ["a:12 b:Twelve c:12 -> agree", "a:30 b:30 -> agree"],
        id="toll-kills-died",
    ),
    pytest.param(
        [
            "The ferry disaster killed <212;passengers> passengers, the coastguard said.",
            "The ferry disaster killed <198;passengers> passengers, the ministry of transport said.",
        ],
        ["a:212 b:198 -> conflict"],
        id="toll-conflict",
    ),
    pytest.param(
        [
            "At least <40=>=40;people> people were killed in the bus crash near the border.",
            "The bus crash near the border killed <43;people> people, police said.",
        ],
        ["a:40 b:43 -> compatible"],
        id="toll-at-least",
    ),
    pytest.param(
        [
            "The blast killed <9;workers> workers at the refinery.",
            "The blast injured <9;workers> workers at the refinery.",
        ],
        ["a:9 -> single-source", "b:9 -> single-source"],
        id="killed-vs-injured",
    ),
    pytest.param(
        [
            "The bill passed by <52;votes> votes to <48;votes>.",
            "Senators approved the bill with <52;votes> votes in favour.",
            "The measure passed <52;votes>-<48;votes>.",
        ],
        ["a:52 b:52 c:52 -> agree"],
        id="votes",
    ),
    pytest.param(
        [
            "The Greens won <34;seats> seats, up from <21;seats> four years ago.",
            "The Greens took <34;seats> of the 200 seats.",
            "The Liberals won <21;seats> seats.",
        ],
        ["a:34 b:34 -> agree", "a:21 -> single-source", "c:21 -> single-source"],
        id="seats",
    ),
    pytest.param(
        [
            "The carmaker will cut <3,000=3000;jobs> jobs in Germany.",
            "The carmaker plans to lay off <3,000=3000;workers> workers in Germany.",
            "About <3,000=~3000;positions> positions will be axed, the company said.",
        ],
        ["a:3,000 b:3,000 c:3,000 -> agree"],
        id="layoffs",
    ),
    pytest.param(
        [
            "Net profit rose <12;;%> percent to $<4.1=4.1e;;USD> billion.",
            "The bank said profit climbed <12;;%> percent.",
        ],
        ["a:12 b:12 -> agree"],
        id="profit",
    ),
    pytest.param(
        [
            "Shares rose <4;;%> percent on Friday.",
            "Shares fell <4;;%> percent on Friday.",
        ],
        ["a:4 -> single-source", "b:4 -> single-source"],
        id="rise-fall",
    ),
    pytest.param(
        [
            "Health officials reported <148;cases> new cases of measles on Thursday.",
            "Officials said <148;people> people had been infected with measles.",
            "<Dozens=?24;children> of children have caught measles.",
        ],
        ["a:148 b:148 -> agree", "c:Dozens -> single-source"],
        id="infections",
    ),
    pytest.param(
        [
            "Some <2,400=~2400;residents> residents were evacuated as the fire approached the town.",
            "The fire forced the evacuation of <2,400=2400;people> people from the town.",
            "Thousands fled; <70;homes> homes were destroyed by the fire.",
        ],
        ["a:2,400 b:2,400 -> compatible", "c:70 -> single-source"],
        id="evac",
    ),
    pytest.param(
        [
            "The storm left <40,000=40000;households> households without power in Galway.",
            "The storm left <25,000=25000;households> households without power in Cork.",
        ],
        ["a:40,000 -> single-source", "b:25,000 -> single-source"],
        id="different-place",
    ),
    pytest.param(
        [
            "The airline carried <3.1=3100000;passengers> million passengers in March.",
            "The airline carried <2.8=2800000;passengers> million passengers in June.",
        ],
        ["a:3.1 -> single-source", "b:2.8 -> single-source"],
        id="different-time",
    ),
    pytest.param(
        [
            "The crash killed <19;people> people, including <4;children> children.",
            "The crash killed <19;people> people, <three=3;of them> of them children.",
        ],
        ["a:19 b:19 -> agree", "a:4 -> single-source", "b:three -> single-source"],
        id="subset",
    ),
    pytest.param(
        [
            "A crowd of <61,200=61200;> watched the final at the national stadium.",
            "The final at the national stadium drew <61,200=61200;spectators> spectators.",
        ],
        ["a:61,200 b:61,200 -> agree"],
        id="attendance",
    ),
    pytest.param(
        [
            "Maria Lopez, <34;;age>, was named chief executive on Monday.",
            "The company appointed <34;;age>-year-old Maria Lopez as chief executive.",
            "Peter Hahn, <34;;age>, was named finance chief on Monday.",
        ],
        ["a:34 b:34 -> agree", "c:34 -> single-source"],
        id="age",
    ),
    pytest.param(
        [
            "The driver, Tom Reed, <52;;age>, was arrested at the scene.",
            "Police arrested the driver, Tom Reed, <54;;age>, at the scene.",
        ],
        ["a:52 b:54 -> conflict"],
        id="age-conflict",
    ),
    pytest.param(
        [
            "Regulators fined the bank $<250=250000000;;USD> million for the breach.",
            "The bank agreed to pay a fine of $<250=250000000;;USD> million over the breach.",
            "The bank set aside $<250=250000000;;USD> million for new branches.",
        ],
        ["a:250 b:250 -> agree", "c:250 -> single-source"],
        id="fine",
    ),
    pytest.param(
        [
            "The deal is worth $<8.1=8100000000;;USD> billion, the companies said.",
            "The companies announced a deal worth about $<8=~8000000000;;USD> billion.",
        ],
        ["a:8.1 b:8 -> compatible"],
        id="rounding-money",
    ),
    pytest.param(
        [
            "The factory fire killed <25;workers> workers on Sunday.",
            "A fire last year at a factory nearby killed <31;workers> workers.",
        ],
        ["a:25 -> single-source", "b:31 -> single-source"],
        id="earlier",
    ),
    pytest.param(
        [
            "The strike lasted <six=6;;hour> hours, the union said.",
            "The strike lasted <nine=9;;hour> hours, the operator said.",
        ],
        ["a:six b:nine -> conflict"],
        id="strike-hours",
    ),
    pytest.param(
        [
            "Police said <8,000=8000;people> people marched through the capital on Saturday.",
            "Organisers said <20,000=20000;people> people marched through the capital on Saturday.",
        ],
        ["a:8,000 b:20,000 -> conflict"],
        id="protest",
    ),
    pytest.param(
        [
            "Rescuers pulled <14;survivors> survivors from the rubble.",
            "<Fourteen=14;people> people were rescued from the rubble.",
            "Rescuers pulled <14;bodies> bodies from the river.",
        ],
        ["a:14 b:Fourteen -> agree", "c:14 -> single-source"],
        id="survivors",
    ),
    pytest.param(
        [
            "Police arrested <17;people> people after the match.",
            "There were <17;arrests> arrests after the match, police said.",
            "<Seventeen=17;fans> fans were detained after the match.",
        ],
        ["a:17 b:17 c:Seventeen -> agree"],
        id="arrests",
    ),
    pytest.param(
        [
            "<Nine=9;patients> patients remain in hospital after the gas leak.",
            "<Nine=9;workers> workers were taken to hospital after the gas leak.",
        ],
        ["a:Nine -> single-source", "b:Nine -> single-source"],
        id="hospital",
    ),
    pytest.param(
        [
            "Quake Kills <41;> in Northern Region\n\nAn earthquake killed <41;people> people in the northern region.",
            "Rescuers search after quake leaves <41;> dead in the northern region.",
        ],
        ["a:41 b:41 -> agree"],
        id="headline",
    ),
    pytest.param(
        [
            "<Six=6;hikers> hikers are still missing after the avalanche, which killed <three=3;> .",
            "The avalanche killed <three=3;hikers> hikers; <six=6;others> others are unaccounted for.",
        ],
        ["a:Six b:six -> agree", "a:three b:three -> agree"],
        id="still-missing",
    ),
    pytest.param(
        [
            "<12=12;passengers> of the <40;passengers> passengers died when the coach overturned.",
            "<Twelve=12;passengers> passengers died when the coach overturned.",
            "The coach was carrying <40;people> people when it overturned.",
        ],
        ["a:12 b:Twelve -> agree"],
        id="of-total",
    ),
    pytest.param(
        [
            "The wildfire destroyed <200;homes> homes.",
            "Some <200=~200;firefighters> firefighters fought the wildfire.",
            "The wildfire burned <200;hectares> hectares.",
            "The wildfire forced <200;families> families to flee.",
        ],
        ["a:200 -> single-source", "b:200 -> single-source", "c:200 -> single-source", "d:200 -> single-source"],
        id="same-number-things",
    ),
    pytest.param(
        [
            "<45;;%> percent of voters support the plan, the poll found.",
            "The poll found that <45;;%> percent of voters back the plan.",
            "<45;;%> percent of voters oppose the plan, the poll found.",
        ],
        ["a:45 b:45 -> agree", "c:45 -> single-source"],
        id="poll-support",
    ),
    pytest.param(
        [
            "He was sentenced to <11;;year> years in prison for fraud.",
            "The court jailed him for <11;;year> years for fraud.",
            "He served <11;;year> years as mayor.",
        ],
        ["a:11 b:11 -> agree", "c:11 -> single-source"],
        id="sentence-years",
    ),
    pytest.param(
        [
            "Confirmed infections rose to <1,204=1204;infections> on Friday, the ministry said.",
            "The ministry reported <1,204=1204;cases> confirmed cases.",
            "<1,204=1204;people> people have tested positive for the virus, the ministry said.",
        ],
        ["a:1,204 b:1,204 -> agree"],
        id="cases",
    ),
    pytest.param(
        [
            "<Hundreds=?100;residents> of residents were evacuated before the dam burst.",
            "Some <400=~400;residents> residents were evacuated before the dam burst.",
        ],
        ["a:Hundreds b:400 -> compatible"],
        id="vague-hundreds",
    ),
    pytest.param(
        [
            "Norvik will cut <500;jobs> jobs, it said.",
            "Halden will cut <700;jobs> jobs, it said.",
        ],
        ["a:500 -> single-source", "b:700 -> single-source"],
        id="two-companies",
    ),
    pytest.param(
        [
            "The Socialists won <23;seats> seats in the election.",
            "The Socialists lost <23;seats> seats in the election.",
        ],
        ["a:23 -> single-source", "b:23 -> single-source"],
        id="won-lost",
    ),
    pytest.param(
        [
            "The explosion killed <8;people> people, officials said on Monday.",
            "The explosion killed <11;people> people, officials said on Wednesday.",
        ],
        ["a:8 b:11 -> compatible"],
        id="day-update",
    ),
    pytest.param(
        [
            "Revenue rose to $<4.1=4100000000;;USD> billion in the quarter.",
            "The company reported revenue of $<4.1=4100000000;;USD> billion for the quarter.",
            "The company reported costs of $<4.1=4100000000;;USD> billion for the quarter.",
        ],
        ["a:4.1 b:4.1 -> agree", "c:4.1 -> single-source"],
        id="revenue",
    ),
    pytest.param(
        [
            "The charity raised $<5=5000000;;USD> million for flood victims.",
            "The charity raised $<6=6000000;;USD> million for flood victims.",
        ],
        ["a:5 b:6 -> conflict"],
        id="revenue-conflict",
    ),
    pytest.param(
        [
            "Rivera scored <31;points> points as the Hawks won.",
            "Rivera finished with <31;points> points for the Hawks.",
            "The Hawks trailed by <31;points> points at half time.",
        ],
        ["a:31 b:31 -> agree"],
        id="points",
    ),
    pytest.param(
        [
            "<14;children> children were among the <52;people> people killed in the school fire.",
            "The school fire killed <52;people> people, <14;of them> of them children.",
            "The school fire killed <49;people> people.",
        ],
        ["a:52 b:52 c:49 -> conflict"],
        id="children",
    ),
    pytest.param(
        [
            "Police arrested <40;people> people on Friday and <25;people> on Saturday.",
            "Police arrested <40;people> people on Friday.",
        ],
        ["a:40 b:40 -> agree", "a:25 -> single-source"],
        id="two-acts-one-article",
    ),
    pytest.param(
        [
            "The stadium seats <60,000=60000;>.",
            "A crowd of <58,000=58000;> watched the game at the stadium.",
        ],
        ["a:60,000 -> single-source", "b:58,000 -> single-source"],
        id="capacity",
    ),
    pytest.param(
        [
            "The bank raised its rate by <0.25;;%> percentage points to <4.5;;%> percent.",
            "The rate now stands at <4.5;;%> percent after an increase of <0.25;;%> points.",
        ],
        ["a:4.5 b:4.5 -> agree", "a:0.25 b:0.25 -> agree"],
        id="hike",
    ),
    pytest.param(
        [
            "Exports rose <7;;%> percent in May, the ministry said.",
            "Exports rose <9;;%> percent in May, the bank said.",
        ],
        ["a:7 b:9 -> conflict"],
        id="rise-conflict",
    ),
    pytest.param(
        [
            "Exports rose <7;;%> percent in May.",
            "Imports rose <9;;%> percent in May.",
        ],
        ["a:7 -> single-source", "b:9 -> single-source"],
        id="rise-other-thing",
    ),
    pytest.param(
        [
            "The country has given <2.3=2300000;doses> million doses of the vaccine.",
            "More than <2=>2000000;people> million people have been vaccinated in the country.",
        ],
        ["a:2.3 -> single-source", "b:2 -> single-source"],
        id="doses",
    ),
    pytest.param(
        [
            "<Two=2;officers> officers and a bystander were wounded in the shootout.",
            "<Three=3;people> people were wounded in the shootout.",
        ],
        ["a:Two -> single-source", "b:Three -> single-source"],
        id="officers",
    ),
    pytest.param(
        [
            "At least <9=>=9;people> people died when the boat capsized off the coast.",
            "<Nine=9;bodies> bodies were found after the boat capsized; <30;people> people are missing.",
        ],
        ["b:30 -> single-source"],
        id="earlier-toll",
    ),
    pytest.param(
        [
            "Kidnappers demanded a ransom of $<2=2000000;;USD> million.",
            "The family paid $<1=1000000;;USD> million to the kidnappers.",
        ],
        ["a:2 -> single-source", "b:1 -> single-source"],
        id="ransom",
    ),
    pytest.param(
        [
            "Police detained <30;protesters> protesters outside the ministry.",
            "Police later released <12;protesters> of the protesters.",
        ],
        ["a:30 -> single-source", "b:12 -> single-source"],
        id="detained-released",
    ),
    pytest.param(
        [
            "The quake injured <340;people> people and destroyed <1,100=1100;houses> houses.",
            "More than <300=>300;people> people were hurt and about <1,000=~1000;homes> homes flattened by the quake.",
        ],
        ["a:340 b:300 -> compatible", "a:1,100 b:1,000 -> compatible"],
        id="injured-each",
    ),
    pytest.param(
        [
            "<Five=5;women> women were elected to the board.",
            "<Seven=7;men> men were elected to the board.",
        ],
        ["a:Five -> single-source", "b:Seven -> single-source"],
        id="women",
    ),
    pytest.param(
        [
            "The road was blocked for <12;;km> km after the landslide.",
            "The landslide struck <15;;km> km north of the town.",
        ],
        ["a:12 -> single-source", "b:15 -> single-source"],
        id="km",
    ),
    pytest.param(
        [
            "The factory employs <1,200=1200;people> people.",
            "The factory, which once employed <2,000=2000;people> people, will close.",
        ],
        ["a:1,200 -> single-source", "b:2,000 -> single-source"],
        id="before-after",
    ),
    pytest.param(
        [
            "The airline ordered <30;jets> jets worth $<3=3000000000;;USD> billion.",
            "The airline will buy <30;aircraft> aircraft in a deal worth $<3=3000000000;;USD> billion.",
        ],
        ["a:3 b:3 -> agree"],
        id="deal-worth",
    ),
    pytest.param(
        [
            "The airline cancelled <420;flights> flights on Wednesday.",
            "On Wednesday <420;flights> flights were cancelled by the airline.",
            "On Thursday the airline cancelled <180;flights> flights.",
        ],
        ["a:420 b:420 -> agree", "c:180 -> single-source"],
        id="another-day",
    ),
    pytest.param(
        [
            "<Seven=7;people> people died in the shooting, including the gunman.",
            "The shooting killed <six=6;people> people.",
        ],
        ["a:Seven -> single-source", "b:six -> single-source"],
        id="another-definition",
    ),
    pytest.param(
        [
            "The storm killed <34;people> people, officials said.",
            "The death toll of the storm rose to <41>, officials said.",
        ],
        ["a:34 b:41 -> compatible"],
        id="a-toll-that-has-grown",
    ),
    pytest.param(
        [
            "Spending will rise by <4;;%> percent, the senate said.",
            "The budget raises defence spending by <6;;%> percent, the senate said.",
        ],
        ["a:4 -> single-source", "b:6 -> single-source"],
        id="another-kind-of-spending",
    ),
    pytest.param(
        [
            "A gunman shot dead <six=6;people> people at a mall.",
            "<Six=6;people> people were murdered at a mall by a gunman.",
        ],
        ["a:six b:Six -> agree"],
        id="shot-dead",
    ),
    pytest.param(
        [
            "The Hawks beat the Lions in front of <52,310=52310;fans> fans.",
            "A crowd of <52,310=52310;crowd> saw the Lions beaten by the Hawks.",
        ],
        ["a:52,310 b:52,310 -> agree"],
        id="in-front-of-fans",
    ),
    pytest.param(
        [
            "Floods have killed <eight=8;people> people in the valley.",
            "Flood toll climbs to <11>\n\nFloods killed <eleven=11;people> people in the valley.",
            "Floods have killed <11;people> people in the valley and <600;cattle> cattle.",
        ],
        ["a:eight b:11 b:eleven c:11 -> compatible", "c:600 -> single-source"],
        id="what-one-says-has-risen-has-risen-for-all",
    ),
    pytest.param(
        [
            "The ferry is allowed to carry <200;people> people.",
            "The ferry went down with <260;people> people on board.",
            "The ferry, licensed for <200;passengers> passengers, had <200;people> people aboard.",
        ],
        ["a:200 c:200 -> agree", "b:260 c:200 -> conflict"],
        id="room-for-so-many-is-not-who-was-aboard",
    ),
    pytest.param(
        [
            "<37;dead> dead as ferry sinks\n\nThe ferry disaster claimed <37;lives> lives.",
            "<Thirty-seven=37;people> people drowned when the ferry sank.",
            "The ferry sank, killing <37;people> people.",
        ],
        ["a:37 b:Thirty-seven c:37 -> agree"],
        id="a-toll-in-many-words",
    ),
    pytest.param(
        [
            "The treaty was ratified by <112;votes> votes to <97;votes>.",
            "Treaty ratified <112;votes>-<97;votes>\n\nDeputies voted <112;votes> to <97;votes> for the treaty.",
        ],
        ["a:112 b:112 -> agree", "a:97 b:97 -> agree"],
        id="the-two-sides-of-a-vote",
    ),
    pytest.param(
        [
            "The railway employs <12,400=12400;people> people.",
            "The company, with <12,400=12400;employees> employees, reported a loss.",
        ],
        ["a:12,400 b:12,400 -> agree"],
        id="what-a-firm-does-is-not-said-of-its-employees",
    ),
    pytest.param(
        [
            "Crews searched for the <42;people> people still missing after the flood.",
            "After the flood <42;people> people are missing.",
        ],
        ["a:42 b:42 -> agree"],
        id="searched-for",
    ),
    pytest.param(
        [
            "Officials reported <120;new cases> new cases of the virus on Monday and <four=4;people> more deaths.",
            "Another <95;people> people were infected with the virus on Tuesday, and <three=3;people> more died.",
            "Officials reported <95;new cases> new cases of the virus on Tuesday.",
        ],
        ["a:120 -> single-source", "a:four -> single-source", "b:95 c:95 -> agree", "b:three -> single-source"],
        id="what-each-day-adds",
    ),
    pytest.param(
        [
            "Forty crews were sent to free the <212;patients> patients in hospital wards.",
            "A mother of two is among <212;people> people fighting for their lives in wards.",
        ],
        ["a:212 b:212 -> agree"],
        id="one-odd-number-in-other-words",
    ),
    pytest.param(
        [
            "The Greens came second with <23;seats> seats.",
            "The Liberals took <23;councils> councils.",
        ],
        ["a:23 -> single-source", "b:23 -> single-source"],
        id="one-odd-number-of-two-parties",
    ),
    pytest.param(
        ["Some <600=~600;people> people were forced out of their homes.", "<600;residents> residents were evacuated."],
        ["a:600 b:600 -> compatible"],
        id="forced-out-of-homes",
    ),
    pytest.param(
        [
            "About <60=~60;residents> residents left their homes as the fire drew near.",
            "About <60=~60;people> people were evacuated as the fire drew near.",
        ],
        ["a:60 b:60 -> agree"],
        id="equal-approximations-agree",
    ),
    pytest.param(
        ["Dead: <9;Dead>", "<Nine=9;people> people were killed when the mine caved in."],
        ["a:9 b:Nine -> agree"],
        id="a-line-of-a-list",
    ),
    pytest.param(
        [
            "Divers were still looking for <14;people> people after the ferry sank.",
            "<14;people> people are missing after the ferry sank.",
        ],
        ["a:14 b:14 -> agree"],
        id="looked-for",
    ),
    pytest.param(
        [
            "Since 3 March, <2,871=2871;cases> cases of measles have been confirmed.",
            "Nearly <2,900=~2900;people> people have been infected with measles.",
        ],
        ["a:2,871 b:2,900 -> compatible"],
        id="a-rounding-of-a-count-since",
    ),
    pytest.param(
        [
            "The mill will pay a dividend of <6.5;;pence per share> pence a share.",
            "The mill's dividend: <6.5;;pence> pence.",
        ],
        ["a:6.5 b:6.5 -> agree"],
        id="a-rate-told-once",
    ),
    pytest.param(
        [
            "He was sentenced to <14;;year> years in prison for arson.",
            "The arsonist was given a <14;prison term;year>-year prison term.",
        ],
        ["a:14 b:14 -> agree"],
        id="a-prison-term",
    ),
    pytest.param(
        [
            "The avalanche killed <seven=7;people> people and injured <19;people> skiers.",
            "<19;people> people were injured by the avalanche.",
        ],
        ["a:19 b:19 -> agree", "a:seven -> single-source"],
        id="killed-some-and-injured-others",
    ),
    pytest.param(
        [
            "The storm sank a ferry, killing all <86;passengers and crew> passengers and crew.",
            "The storm sank a ferry, killing <87;people> people.",
        ],
        ["a:86 b:87 -> conflict"],
        id="everybody-by-two-nouns",
    ),
    pytest.param(
        [
            "The shipyard sheds <2,300=2300;posts> posts at its docks.",
            "The shipyard cut <2,300=2300;jobs> jobs.",
        ],
        ["a:2,300 b:2,300 -> agree"],
        id="posts-shed",
    ),
]


def told(comparison: Comparison) -> list[str]:
    """Each quantity as "a:12 b:Twelve -> agree": article and surface of its figures, and the verdict."""
    return [
        " ".join(sorted({f"{one.passage.article_id}:{one.passage.surface}" for one in quantity.figures}))
        + f" -> {quantity.verdict}"
        for quantity in comparison.quantities
    ]


@pytest.mark.parametrize(("texts", "expected"), CASES)
def test_what_is_one_quantity_and_its_verdict(texts: list[str], expected: list[str]) -> None:
    found = told(group(*corpus(*texts)))
    assert [one for one in expected if one not in found] == [], found


@pytest.mark.parametrize(("texts", "expected"), CASES[:12])
def test_the_order_of_articles_and_figures_changes_nothing(texts: list[str], expected: list[str]) -> None:
    figures, parsed = corpus(*texts)
    straight = group(figures, parsed)
    shuffled = random.Random(7).sample(figures, len(figures))
    assert group(shuffled, parsed[::-1]) == straight


def test_every_figure_is_in_one_quantity() -> None:
    figures, parsed = corpus(*CASES[0].values[0])
    ids = [figure.figure_id for quantity in group(figures, parsed).quantities for figure in quantity.figures]
    assert sorted(ids) == sorted(figure.figure_id for figure in figures)


def test_pairs_are_of_two_articles_with_relation_and_reason() -> None:
    comparison = group(
        *corpus("The flood killed <12;people> people.", "The flood killed <more than 10=>10;people> people.")
    )
    assert [(pair.figure_a, pair.figure_b, pair.relation, pair.reason) for pair in comparison.pairs] == [
        ("a:f17-19", "b:f17-29", Verdict.COMPATIBLE, "bound")
    ]


def test_a_repeat_in_one_article_is_one_statement_with_two_places() -> None:
    text = "Flood kills <12;people> people\n\nThe flood killed <12;people> people in the valley."
    (quantity,) = group(*corpus(text)).quantities
    assert (quantity.verdict, quantity.sources, len(quantity.figures)) == (Verdict.SINGLE_SOURCE, ("a",), 2)


def test_an_article_that_repeats_another_counts_once() -> None:
    text = "The flood killed <12;people> people in the valley."
    made = [article(text, "a"), article(text, "b", duplicate_of="a")]
    figures = [figure for _, some in made for figure in some]
    comparison = group(figures, list(parse(one for one, _ in made)))
    (quantity,) = comparison.quantities
    assert (quantity.verdict, quantity.sources, len(quantity.figures)) == (Verdict.SINGLE_SOURCE, ("a",), 2)
    assert comparison.pairs == ()


def test_low_best_and_high_are_those_of_the_best_statements() -> None:
    texts = [
        "The ferry carried <212;passengers> passengers, the owner said.",
        "The ferry carried <212;passengers> passengers, the port said.",
        "The ferry carried <198;passengers> passengers, the coastguard said.",
    ]
    quantity = next(one for one in group(*corpus(*texts)).quantities if len(one.sources) == 3)
    assert (quantity.low, quantity.best, quantity.high, quantity.verdict) == (198, 212, 212, Verdict.CONFLICT)


def test_figures_without_a_parse_are_read_by_the_extractors_words() -> None:
    figures, _ = corpus("The flood killed <12;people> people.")
    assert told(group(figures, [])) == ["a:12 -> single-source"]


def test_nothing_gives_nothing() -> None:
    assert group([], []) == Comparison()


WORDS = st.sampled_from(
    [
        "The",
        "flood",
        "killed",
        "injured",
        "<12;people>",
        "<dozens=?24>",
        "people,",
        "of",
        "them",
        "<3;homes>",
        "and",
        "the",
        "<9;;%>",
        "in",
        "on",
    ]
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(WORDS, min_size=1, max_size=14).map(" ".join), min_size=1, max_size=4))
def test_odd_sentences_never_raise_and_keep_the_rules(texts: list[str]) -> None:
    comparison = group(*corpus(*texts))
    for quantity in comparison.quantities:
        articles = {figure.passage.article_id for figure in quantity.figures}
        assert set(quantity.sources) <= articles
        assert (quantity.verdict is Verdict.SINGLE_SOURCE) == (len(quantity.sources) == 1)
        assert len({figure.measure.unit for figure in quantity.figures}) == 1
    ids = {quantity.quantity_id for quantity in comparison.quantities}
    assert {pair.quantity_id for pair in comparison.pairs} <= ids

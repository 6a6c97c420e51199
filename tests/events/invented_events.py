"""Twelve invented events, each told by three to five outlets in their own words; two are floods of one river."""

from dataclasses import replace
from functools import cache

from workbench.model import Article, Fact
from workbench.read import read

#: By event: the day of publication and the text of each article.
EVENTS: dict[str, list[tuple[str, str]]] = {
    "flood-april": [
        (
            "2031-04-03",
            "Merrow bursts its banks at Castle Dunning\n\nThe river Merrow burst its banks at Castle Dunning before "
            "dawn on Thursday, flooding 340 homes and the lower half of the market square. Firefighters in boats "
            "took 57 people from upper windows, county engineer Orla Tench said. A levee north of the sugar mill had "
            "given way after two days of rain. Nobody was hurt. The mayor, Piers Lammond, opened the grammar school "
            "as a shelter.",
        ),
        (
            "2031-04-03",
            "Hundreds of homes under water as levee fails\n\nMore than 300 homes in Castle Dunning stand in water "
            "after a levee on the Merrow failed near the sugar mill. Orla Tench, the county's engineer, said the "
            "breach was 20 metres wide. Residents waited on roofs for the boats; the school shelter holds 120 of "
            "them. Mayor Lammond spoke of the worst flood that the town had seen since 1987.",
        ),
        (
            "2031-04-05",
            "Castle Dunning begins to clean up\n\nAs the Merrow falls, Castle Dunning counts its losses: 340 houses, "
            "the sugar mill's stores, and forty stalls of the market. Engineers have begun to close the breach in "
            "the levee with stone. Piers Lammond said that the county had been warned of the weak stretch in autumn. "
            "Orla Tench denied it.",
        ),
    ],
    "flood-may": [
        (
            "2031-05-19",
            "Merrow floods Tolbridge\n\nThe Merrow flooded the lower town of Tolbridge on Sunday night when debris "
            "blocked the arches of the old bridge. Two campers are missing, police inspector Hanne Quill said, and "
            "90 caravans were swept from the riverside park. Divers search below the weir. The owner of the park, "
            "Bram Stellick, said that he had rung the alarm at eleven.",
        ),
        (
            "2031-05-20",
            "Search for missing campers at Tolbridge\n\nDivers have not found the two campers who went missing when "
            "the Merrow rose behind Tolbridge's old bridge on Sunday. Inspector Hanne Quill said that the search "
            "went on below the weir. About 90 caravans lie in the fields. Bram Stellick's riverside park had no "
            "permit for half of its pitches, the council said.",
        ),
        (
            "2031-05-20",
            "Caravans swept away, two missing\n\nA wave of water and timber carried off some ninety caravans at the "
            "Stellick park in Tolbridge late on Sunday. Police named nobody yet; two campers have not been seen "
            "since. The debris had dammed the arches of the bridge, said Hanne Quill, before it gave way all at once.",
        ),
    ],
    "ferry": [
        (
            "2031-04-03",
            "Ferry Lady Ilse aground off Korvo\n\nThe ferry Lady Ilse ran aground on the Skelling reef off Korvo on "
            "Wednesday evening with 211 passengers aboard. The coast guard took all of them off by midnight; nine "
            "were treated for cold. Captain Jonas Reiter said the steering had failed. Oil is leaking from one tank.",
        ),
        (
            "2031-04-04",
            "Oil from stranded ferry reaches beach\n\nOil from the Lady Ilse, stranded on the Skelling reef since "
            "Wednesday, has reached the beaches of Korvo. A tug is to pull the ferry free at high tide, the coast "
            "guard said. Jonas Reiter, the captain, blamed the steering gear; the operator, Baltline, said it had "
            "been serviced in March.",
        ),
        (
            "2031-04-04",
            "All 211 rescued from reef\n\nLifeboats brought 211 passengers of the Lady Ilse ashore at Korvo in three "
            "hours. “It was a textbook rescue,” said coast guard commander Edda Voss. Baltline offered each of them "
            "300 euros. The ship lies with a list of ten degrees on the Skelling reef.",
        ),
    ],
    "election": [
        (
            "2031-04-07",
            "Varga's alliance wins in Lutenia\n\nThe Green Alliance of Mira Varga won Sunday's election in Lutenia "
            "with 41 per cent of the vote, ahead of the ruling Civic Union with 34. Prime Minister Otto Kessel "
            "conceded an hour after the polls closed. Turnout was 72 per cent. Varga will need the Farmers' Party "
            "for a majority.",
        ),
        (
            "2031-04-07",
            "Kessel concedes defeat\n\nOtto Kessel, prime minister of Lutenia for eleven years, has conceded defeat "
            "to Mira Varga, whose Green Alliance took 41% of the vote. “The people have spoken,” he said. His Civic "
            "Union lost every district of the capital. Talks with the Farmers' Party start on Tuesday.",
        ),
        (
            "2031-04-09",
            "Farmers' Party ready to govern with Varga\n\nThe Farmers' Party of Lutenia will enter a coalition with "
            "the Green Alliance, its leader Joss Haller said after a day of talks with Mira Varga. It wants the "
            "ministries of the interior and of agriculture. The Civic Union of Otto Kessel goes into opposition.",
        ),
        (
            "2031-04-08",
            "What Lutenia's vote means for the pipeline\n\nMira Varga promised to halt the pipeline if the Green "
            "Alliance won. It did, with 41 per cent, and now needs Joss Haller's Farmers' Party, which wants it "
            "built. Otto Kessel's Civic Union had signed the contract. Lutenia's next government may begin with a "
            "quarrel.",
        ),
    ],
    "takeover": [
        (
            "2031-04-02",
            "Norda Foods bids 2.3 billion for Pellworth\n\nNorda Foods has offered 2.3 billion pounds for the "
            "biscuit maker Pellworth, 640 pence a share, a third above Tuesday's price. Pellworth's board called the "
            "bid “opportunistic”. Its chairwoman, Dame Ruth Askew, owns nine per cent. Shares rose 28 per cent in "
            "early trade.",
        ),
        (
            "2031-04-03",
            "Pellworth rejects Norda's offer\n\nPellworth, the biscuit maker, has turned down 640 pence a share from "
            "Norda Foods. “It does not reflect our worth,” said chairwoman Ruth Askew. Analysts expect the Norwegian "
            "group to come back with 700. Unions fear for 1,900 jobs at the Leeds bakery.",
        ),
        (
            "2031-04-03",
            "Shares in biscuit maker jump on bid\n\nShares in Pellworth closed 26 per cent higher at 611 pence after "
            "Norda Foods said it would pay 2.3 billion pounds. Norda's chief executive, Leif Aune, promised to keep "
            "the Leeds bakery. The Askew family has not said whether it would sell.",
        ),
    ],
    "football": [
        (
            "2031-05-18",
            "Sandro sinks Arbona in cup final\n\nA header by Teo Sandro in the 88th minute won the cup for Rivale "
            "against Arbona, 2-1, before 64,000 in the Estadio Mirador. Arbona had led through Nils Brandt's "
            "penalty. Goalkeeper Kofi Mensah saved twice in added time. It is Rivale's first cup in 31 years.",
        ),
        (
            "2031-05-18",
            "Rivale end 31 years of waiting\n\nRivale are cup winners again. Teo Sandro, on as a substitute, headed "
            "the winner against Arbona two minutes from time. Coach Iva Petrić wept. Nils Brandt had put Arbona "
            "ahead from the spot, and Kofi Mensah kept them at bay at the end.",
        ),
        (
            "2031-05-19",
            "Thousands greet cup winners\n\nSome 200,000 people filled the streets as Rivale's players rode from the "
            "Estadio Mirador to the town hall with the cup. Teo Sandro held it up. “This is for those who waited 31 "
            "years,” said Iva Petrić. Arbona have protested against the first goal.",
        ),
    ],
    "measles": [
        (
            "2031-04-04",
            "Measles outbreak closes schools in Harrow Vale\n\nSix schools in Harrow Vale have closed after 43 "
            "children caught measles. Three are in hospital, health officer Dr Amina Diallo said. Only 78 per cent "
            "of the district's pupils are vaccinated. Clinics will open at the weekend.",
        ),
        (
            "2031-04-06",
            "Queues for vaccine as measles spreads\n\nParents queued for hours at Harrow Vale's clinics as the "
            "number of measles cases rose to 61. “We have enough vaccine for all,” said Dr Amina Diallo. The six "
            "schools stay closed until Easter. No child has died.",
        ),
        (
            "2031-04-05",
            "How measles came to Harrow Vale\n\nThe outbreak in Harrow Vale began with one family back from a "
            "holiday, health officers believe. Forty-three pupils fell ill within two weeks, most of them not "
            "vaccinated. Amina Diallo has asked that choirs and swimming lessons be cancelled.",
        ),
    ],
    "strike": [
        (
            "2031-04-08",
            "Trains stand still as drivers strike\n\nNo long-distance train ran on Monday as 9,000 drivers of "
            "Centralbahn walked out over shifts. The union, TDG, wants 35 hours a week without loss of pay. "
            "Centralbahn's personnel chief, Uwe Stamm, called it “a strike against passengers”. It is to last until "
            "Thursday.",
        ),
        (
            "2031-04-08",
            "Commuters stranded by Centralbahn strike\n\nHundreds of thousands looked for buses on Monday as the "
            "drivers' union TDG stopped Centralbahn's trains. Its leader, Petra Wollin, said that 95 per cent of "
            "drivers had joined. Uwe Stamm offers 37 hours and three per cent.",
        ),
        (
            "2031-04-10",
            "Centralbahn and drivers agree to talk\n\nThe TDG union ends its strike a day early: Petra Wollin and "
            "Centralbahn's Uwe Stamm will meet before an arbitrator on Friday. Trains should run to timetable by the "
            "evening. The 35-hour week remains the sticking point for drivers.",
        ),
    ],
    "trial": [
        (
            "2031-05-06",
            "Banker goes on trial over lost pensions\n\nThe trial of Victor Hallam, once head of Meridian Trust, "
            "opened in Carrick on Monday. Prosecutors say he moved 88 million dollars of pension money to his yacht "
            "business. Hallam, 59, pleaded not guilty. Judge Leonie Marsh expects the case to take ten weeks.",
        ),
        (
            "2031-05-07",
            "Pensioners tell court of ruin\n\nA retired nurse told the court in Carrick how she lost her savings "
            "with Meridian Trust. Victor Hallam, its former head, looked away. His lawyer, Sean Doyle, said the "
            "money had been lent, not taken. Judge Leonie Marsh twice called for quiet.",
        ),
        (
            "2031-05-07",
            "Hallam trial hears of yacht deals\n\nMeridian Trust lent 88 million dollars to a yard that built "
            "yachts, the jury in the trial of Victor Hallam heard. The yard belonged to his brother. Sean Doyle, "
            "defending, said that the board had agreed to every loan.",
        ),
    ],
    "wildfire": [
        (
            "2031-05-19",
            "Fire forces 4,000 from homes in Sierra Alba\n\nA wildfire driven by hot wind has burned 12,000 hectares "
            "of pine in the Sierra Alba and forced 4,000 people from nine villages. Two firefighters were hurt. "
            "Governor Inés Robledo asked for aircraft from the army. The village of Montejara is cut off.",
        ),
        (
            "2031-05-20",
            "Montejara saved as wind turns\n\nFirefighters saved Montejara overnight when the wind over the Sierra "
            "Alba turned. The blaze has now taken 14,500 hectares. Six planes dropped water from the Robres "
            "reservoir. Inés Robledo, the governor, said that 4,000 people could not go home yet.",
        ),
        (
            "2031-05-21",
            "Police hold man over Sierra Alba blaze\n\nPolice have arrested a beekeeper suspected of starting the "
            "Sierra Alba wildfire with a smoker. Half of the pine forest of nine villages is gone, 15,000 hectares. "
            "Governor Robledo promised aid; in Montejara the power is back.",
        ),
    ],
    "ceasefire": [
        (
            "2031-04-11",
            "Guns fall silent in Karsova\n\nA ceasefire between the government of Tarmenia and the rebels of the "
            "Karsova Front took effect at noon on Friday. Both sides accused each other of shelling in the last "
            "hour. The envoy of the United Nations, Ingrid Solheim, called it “a fragile chance”. Prisoners are to "
            "be exchanged within a week.",
        ),
        (
            "2031-04-12",
            "Karsova truce holds on first day\n\nObservers counted four violations of the truce in Karsova on its "
            "first day, none of them grave. Ingrid Solheim visited the bridge at Dorem, where prisoners will be "
            "exchanged. Tarmenia's president, Levan Oskar, said his troops would not move. The Front released a list "
            "of 212 names.",
        ),
        (
            "2031-04-14",
            "First prisoners cross Dorem bridge\n\nSixty prisoners of war walked over the bridge at Dorem on Sunday, "
            "the first of 212 whom Tarmenia and the Karsova Front are to exchange under the ceasefire. Mothers "
            "waited since dawn. “Every name counts,” said the envoy Ingrid Solheim.",
        ),
    ],
    "recall": [
        (
            "2031-05-05",
            "Brightkin recalls 70,000 baby monitors\n\nThe toy maker Brightkin has recalled 70,000 baby monitors "
            "sold under the name Nightowl after eleven batteries caught fire. Nobody was hurt. Buyers should unplug "
            "the Nightowl at once and will get their money back, said spokeswoman Carla Nunn.",
        ),
        (
            "2031-05-05",
            "Burning batteries: monitors recalled\n\nParents should unplug Nightowl baby monitors, Brightkin warned "
            "on Monday: their batteries can overheat. Eleven have burned since January. The product safety office "
            "said that the maker had waited six weeks. Carla Nunn of Brightkin denied that.",
        ),
        (
            "2031-05-07",
            "Safety office fines Brightkin over Nightowl\n\nThe product safety office has fined Brightkin 1.2 "
            "million for reporting the fires in its Nightowl baby monitors too late. The recall covers 70,000 of "
            "them. Brightkin will appeal, Carla Nunn said.",
        ),
    ],
}

#: The agency's text, as an outlet prints it under a headline of its own.
WIRE = ("ferry", "2031-04-04", EVENTS["ferry"][2][1].replace("All 211 rescued from reef", "Reef drama ends well"))


@cache
def _read() -> dict[str, Article]:
    told = [
        {"id": f"{name}_{at}", "text": text} for name in EVENTS for at, (_, text) in enumerate(EVENTS[name], start=1)
    ]
    return {
        one.article_id: one for one in read([*told, {"id": "ferry_wire", "text": WIRE[2]}], progress=False).articles
    }


def articles(*names: str, dated: bool = True, wire: bool = False) -> list[Article]:
    """The articles of these events (of all, where none is named); the id of each is its event's name and a number."""
    days = {f"{name}_{at}": day for name in names or EVENTS for at, (day, _) in enumerate(EVENTS[name], start=1)}
    days |= {"ferry_wire": WIRE[1]} if wire else {}
    return [replace(_read()[one], published=Fact(day, "said") if dated else None) for one, day in days.items()]


def event_of(article_id: str) -> str:
    """The name of the event that an article tells of."""
    return article_id.rpartition("_")[0]

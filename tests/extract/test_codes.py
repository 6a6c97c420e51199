"""Stretches whose numbers state no quantity: exact places, and whole sentences around them."""

import pytest
from figure_reading import surfaces

from workbench.extract.codes import Codes, find

PLACES = {
    "phone": ("Call 0800 555 111 now.", "0800 555 111"),
    "abroad": ("Ring +44 20 7946 0000.", "+44 20 7946 0000"),
    "sets": ("She won 6-4 6-3 7-6 (7-5) at last.", "6-4 6-3 7-6 (7-5)"),
    "position": ("It lies at 51.5074, -0.1278 today.", "51.5074, -0.1278"),
    "reference": ("Quoting reference number 4521/18 helps.", "reference number 4521/18"),
    "penalties": ("They won 4-3 on penalties.", "4-3 on penalties"),
    "operation": ("Operation 1027 began.", "Operation 1027"),
    "screen": ("A 4K screen broke.", "4K"),
}


@pytest.mark.parametrize(("text", "stretch"), PLACES.values(), ids=PLACES)
def test_place(text: str, stretch: str) -> None:
    assert stretch in {text[code.start : code.end] for code in find(text)}
    start = text.index(stretch)
    code = Codes(text).at(start, start + len(stretch))
    assert code is not None
    assert Codes(text).at(len(text) - 1, len(text)) is None


STATED = {
    "roads": ("Ten people were hurt on the A38, the M5 and Highway 101 near Junction 14.", ["Ten"]),
    "flights": ("British Airways flight BA2490 and Flight 447 carried 300 people.", ["300"]),
    "law": ("Under Articles 2 and 3, sections 12 to 14 and Title IX, two men were held.", ["two"]),
    "police": ("Call police on 101 quoting log 478 of 12 June, or Crimestoppers on 0800 555 111.", []),
    "sevens": ("The Chicago Seven were tried in a 7-Eleven open 24/7 after 9/11.", []),
    "channels": ("The show on BBC Two and Channel 4 drew 2 million viewers.", ["2 million"]),
    "wars": ("In World War Two, and in World War II, 40 villages burned.", ["40"]),
    "sport": ("Spain won 2-1 and drew 0-0 with Italy, with two players sent off.", ["two"]),
    "times": ("Doors open at 7.30pm and it kicks off at 20.00 before 40,000 fans.", ["40,000"]),
    "street": ("She lives at 221B Baker Street, near 12 Elm Street, with two cats.", ["two"]),
    "virus": ("Covid-19 and COVID-19 killed 1,200; H5N1 killed two.", ["1,200", "two"]),
    "aircraft": ("Two B-52 bombers, a Boeing 737-800 and the 787 Dreamliner took off.", ["Two"]),
    "groups": ("The G20, the G7 and the Big Four met for two days.", ["two"]),
    "stages": ("Phase two begins on page 3, and phase three in two weeks.", ["two"]),
    "rounds": ("The final four and a place in the last 16 at Wembley await two clubs.", ["two"]),
    "golf": ("She led over the 18 holes by two shots.", ["two"]),
    "software": ("Windows 11, iOS 17.2 and Python 3.12 came out in two weeks.", ["two"]),
    "coordinates": ("The wreck lies at 41°43'N 49°56'W, 3,800 metres down.", ["3,800"]),
    "isbn": ("ISBN 978-3-16-148410-0 costs $20.", ["20"]),
    "number-ten": ("No 10 said 12 ministers would go.", ["12"]),
    "sizes": ("She wore size 12 and bought 12 hats.", ["12"]),
    "calibre": ("He had a .38 revolver and 12 rounds.", ["12"]),
    "votes-are-counted": ("Members voted 6-4, 6-3 and 7-2.", ["6", "4", "6", "3", "7", "2"]),
    "temperature": ("It was 41 degrees Celsius.", ["41"]),
    "holes-in-things": ("They found the 18 holes in the roof.", ["18"]),
    "headline": ("Quake Kills 12, Injures 40", ["12", "40"]),
    "result": ("Lakers 112, Celtics 109", []),
    "last-of-people": ("They freed the last four hostages.", ["four"]),
}


@pytest.mark.parametrize(("text", "stated"), STATED.values(), ids=STATED)
def test_sentence(text: str, stated: list[str]) -> None:
    assert surfaces(text) == stated

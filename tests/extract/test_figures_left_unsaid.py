"""What numbers count that no noun follows, and the totals that a name and N others make."""

import pytest
from figure_reading import figures_of

COUNTED = {
    "of-the-dead": ("Of the 43 dead, 27 were women and six were children.", ["dead", "women", "children"]),
    "of-the-injured": ("The crash claimed 43 lives. Six of the injured are critical.", ["lives", "injured"]),
    "part-of-states": ("Of the 12 injured, three remain in hospital.", ["injured", "injured"]),
    "of-those-before": ("Police arrested 19 fans. Of those, seven were charged.", ["fans", "fans"]),
    "headline": ("37 dead in ferry sinking", ["dead"]),
    "is-dead": ("At least 37 are dead after a ferry sank.", ["dead"]),
    "feared-dead": ("As many as 70 are feared dead.", ["dead"]),
    "and-thousands": ("The quake left 200 dead and thousands homeless.", ["dead", "homeless"]),
    "lives": ("The war has cost 14,000 lives.", ["lives"]),
    "toll": ("Officials said the toll has risen to 41, from 37.", ["toll", "toll"]),
    "toll-after-others": ("The ferry carried 300 passengers. The death toll is 41.", ["passengers", "death toll"]),
    "lives-are-not-carried": ("The storm claimed 43 lives, and 12 were hurt.", ["lives", None]),
    "nationals": ("All 176 people aboard were killed; 82 were Iranians.", ["people", "Iranians"]),
    "capacity": ("The ferry is licensed to carry 200.", ["capacity"]),
    "holds": ("The stadium holds 60,000.", ["capacity"]),
    "seats": ("The hall seats up to 300.", ["capacity"]),
    "room": ("The shelter had room for 50.", ["capacity"]),
    "carries-things": ("The truck can carry 200 crates.", ["crates"]),
    "of-which": ("The school has 900 pupils, of whom 350 are boarders.", ["pupils", "boarders"]),
    "of-her-last": ("She won 11 of her last 12 matches.", ["matches", "matches"]),
    "moved": ("Cases rose by a third to 9,000, from 6,700.", [None, "Cases", "Cases"]),
    "average": ("Class sizes average 31.", ["Class sizes"]),
    "label": ("Polling stations: 12,000; observers: 900.", ["Polling stations", "observers"]),
    "label-of-state": ("Dead: 12", ["Dead"]),
    "plus": ("The order covers 50 jets plus options.", ["jets"]),
    "next-paragraph": ("Four bridges fell.\nTwo of them were new.", ["bridges", "bridges"]),
    "not-two-before": ("Four bridges fell. It rained. Another 30 came.", ["bridges", None]),
    "not-from-the-last-paragraph": ("Four bridges fell.\nThirty were held.", ["bridges", None]),
    "no-weekday": ("A crowd of 31,000 watched Sunday's final.", ["crowd"]),
    "now-holds": ("The party had 52 seats and now holds 74.", ["seats", "seats"]),
    "of-those-injured": ("The bus had 52 seats. Some 40 of those injured were flown out.", ["seats", "those injured"]),
    "of-those-who": ("The rink has 900 seats. Two of those who fell sued.", ["seats", "those"]),
    "age-of-a-part": ("The flu killed nine. Four of those who died were over 80.", [None, "those", None]),
    "no-address": ("Ann Lee, of 22 Harbour View, saw three cars.", ["cars"]),
    "no-address-of-a-home": ("He lives at 22 Harbour View with two dogs.", ["dogs"]),
    "no-emergency-line": ("Emergency number: 112. Two roads are shut.", ["roads"]),
    "no-train": ("Six people were hurt when the 5.40 from Lunden crashed.", ["people"]),
    "only-is-no-age": ("Only three of 27 members objected.", ["members", "members"]),
}


@pytest.mark.parametrize(("text", "counted"), COUNTED.values(), ids=COUNTED)
def test_what_is_counted(text: str, counted: list[str | None]) -> None:
    assert [figure.counted for figure in figures_of(text)] == counted


TOTALS = {
    "along-with": (
        "Byron, a poet, was handed over to the Red Cross along with 113 other prisoners.",
        "Byron, a poet, was handed over to the Red Cross along with 113 other prisoners",
        114,
    ),
    "first": (
        "Along with 113 other guests, Byron was taken home on Monday.",
        "Along with 113 other guests, Byron",
        114,
    ),
    "pronoun": ("She was freed along with 12 other activists.", "She was freed along with 12 other activists", 13),
    "he-and": ("He and two other men were charged.", "He and two other men", 3),
    "role": ("The pilot and 12 others died.", "The pilot and 12 others", 13),
    "role-with": ("The mayor, together with 14 other guests, left.", "The mayor, together with 14 other guests", 15),
    "described": ("Grace Hopper, the admiral, and 12 others left.", "Grace Hopper, the admiral, and 12 others", 13),
    "with-age": ("Ada Byron, 36, and two other climbers died.", "Ada Byron, 36, and two other climbers", 3),
    "title": ("Mayor Ada Byron and six other officials resigned.", "Mayor Ada Byron and six other officials", 7),
    "bound": ("Kane and at least four other players were ill.", "Kane and at least four other players", 5),
}  # fmt: skip


@pytest.mark.parametrize(("text", "surface", "value"), TOTALS.values(), ids=TOTALS)
def test_total_with_others(text: str, surface: str, value: float) -> None:
    (total,) = (figure for figure in figures_of(text) if figure.implied)
    assert (total.passage.surface, total.measure.value) == (surface, value)
    assert text[total.passage.start : total.passage.end] == surface
    assert total.counted != "others"


@pytest.mark.parametrize(
    "text",
    [
        "Each doctor and two other nurses share a room.",
        "Byron was among 114 prisoners freed.",
        "They came with 12 other guests.",
        "Byron met 12 other scientists.",
    ],
)
def test_no_total(text: str) -> None:
    assert not any(figure.implied for figure in figures_of(text))

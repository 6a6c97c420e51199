"""Events of one kind, told together: each stays one, whatever its articles are like, and none takes in another."""

from collections.abc import Iterable

import pytest

from workbench.events import FEW, Grouper, light

Told = tuple[str, str, str]  # event and article, day, text


def grouped(told: Iterable[Told]) -> dict[str, set[str]]:
    """By event, as it is meant: the articles that its articles are grouped with."""
    grouper = Grouper()
    names = []
    for name, day, text in told:
        names.append(name)
        grouper.add(light(name, text, published=day))
    assert len(names) > FEW, "a small folder is another matter"
    found: dict[str, set[str]] = {}
    for event in grouper.events():
        for name in event.article_ids:
            found.setdefault(name.partition("/")[0], set()).update(event.article_ids)
    return found


def apart(told: list[Told]) -> None:
    meant: dict[str, set[str]] = {}
    for name, _, _ in told:
        meant.setdefault(name.partition("/")[0], set()).add(name)
    assert grouped(told) == meant


OFFICES = (
    ("Ardenia", "Port Halse", "Mona Drayk", "Leif Ontar", "4.1"),
    ("Bruvia", "Castellin", "Ines Wolde", "Radek Simm", "2.6"),
    ("Corlund", "Tyvik", "Sara Njemd", "Paul Grisk", "7.3"),
    ("Dalmora", "San Trebo", "Lucia Ferraz", "Omar Zeitt", "3.8"),
    ("Estwick", "Longmere", "Fay Hollis", "Ned Carrow", "5.2"),
    ("Fenmark", "Aalsby", "Britt Ohms", "Jan Kvale", "1.9"),
)


def inflation(month: str, day: str, more: float) -> Iterable[Told]:
    """Each month's figure of six countries, in the words that all statistics offices use."""
    for country, capital, chief, banker, rate in OFFICES:
        now = f"{float(rate) + more:.1f}"
        name = f"{country} {month}"
        yield (
            f"{name}/1",
            day,
            f"Inflation in {country} rises to {now} per cent in {month}\n\nConsumer prices in {country} were {now} per "
            f"cent higher in {month} than a year before, the statistics office said in {capital}. Economists had "
            f"expected less. Food and energy prices rose most. The central bank, "
            f"led by {banker}, meets next week.",
        )
        yield (
            f"{name}/2",
            day,
            f"{country}'s inflation rate stood at {now} per cent in {month}, above forecasts, the statistics office "
            f"reported. {banker} of the central bank in {capital} had called the peak near.",
        )
        yield (
            f"{name}/3",
            day,
            f"Prices in {country} climb faster\n\nHouseholds in {country} feel it: prices were up {now} per cent in "
            f"{month}. Unions want higher wages. “The peak is behind us,” said {chief} in {capital}. Core inflation, "
            "without food and energy, was lower. The finance minister played down the figure.",
        )


FERRIES = (
    ("Lady Marn", "Skarholm", "Tolsund", "Olga Breck", "Marlines", "2031-03-03", "engine room"),
    ("Star of Vessa", "Ombury", "Kell Point", "Hugo Tarn", "Vessa Ferries", "2031-03-08", "car deck"),
    ("Queen Adda", "Narvoe", "Isle of Pim", "Ruth Okell", "Blue Strait", "2031-03-06", "bow door"),
)


#: What long articles go on to tell: of other things, with names of their own.
BACKGROUND = (
    "Shipping grew fast after the reforms of Premier Jonas Weil. Yards in Gelt and Overhaven built forty hulls in ten "
    "years, among them the Corsair class that Admiral Pia Stoll had wanted for the reserve. Bankers such as Theo "
    "Lanzmann of Harbour Trust lent freely. When rates rose, Overhaven closed, and the Gelt yard was sold to Kirov "
    "Steel, whose chairman Dmitri Valk moved the cranes to Sandport. Professor Ilse Grau, who teaches economic history "
    "at Weil University, calls it a lesson in cheap money. Her book, Tides of Credit, counts eleven bankrupt lines.",
    "On the island of Rone people live off apples. The co-operative that Marta Quist founded in 1974 sells cider to "
    "Hamburg and Leeds, and its chairman, Bo Fagerlund, would like a bridge instead of boats. Parliament voted on it "
    "four times. Engineer Sunniva Roll drew the first plan, a tunnel under the Ternsund, on the back of a menu at the "
    "Hotel Bristol. The plan of today costs nine billion crowns. Painters such as Elias Wenn came for the light; the "
    "Wenn museum had forty thousand visitors. Nobody in the orchard that morning spoke of anything but frost.",
    "Insurance is an old trade in Kestrel Lane. Brokers at Mallory and Pike have covered whalers, tea and silk. Their "
    "senior partner, Agnes Mallory, keeps the bell that rang for the Titania in a glass case. Reinsurers in Zurich set "
    "prices by the model of Doctor Felix Amsler, which counts waves, age and flag. Critics such as Noor Haddad of the "
    "Seafarers' Mission say that crews do not count in it. A hearing in Brussels last autumn ended without a vote, and "
    "Commissioner Paulo Reis left for Lisbon. The rules of 1998 stand, with an annex for fishing boats.",
)


def ferries() -> Iterable[Told]:
    """Three ferries of one country within a week: one minister, one coast guard, one vocabulary."""
    for at, (ship, port, other, captain, line, day, where) in enumerate(FERRIES):
        later = f"{day[:-1]}{int(day[-1]) + 1}"
        yield (
            f"{ship}/1",
            day,
            f"Ferry {ship} sinks off {port}\n\nThe ferry {ship} sank off {port} with {200 + at} people on board. The "
            f"coast guard brought most of them ashore. Captain {captain} said water had entered by the {where}. "
            "Transport minister Edda Varn promised an inquiry.",
        )
        yield (
            f"{ship}/2",
            day,
            f"Passengers rescued from the sea off {port} after ferry accident. The {ship}, run by {line}, was on its "
            f"way to {other}, the coast guard said.",
        )
        yield (
            f"{ship}/3",
            later,
            f"Inquiry into {line}\n\nProsecutors have opened an inquiry into {line}, the owner of the {ship}, which "
            f"sank off {port}. Minister Edda Varn spoke of the second such accident in a week and asked for stricter "
            f"inspections. Captain {captain} was questioned. Families waited at the quay. Divers found the wreck of "
            "the ferry at forty metres. Opposition parties want the minister to resign.",
        )
        yield (
            f"{ship}/4",
            later,
            f"The {ship} lies on the sea bed off {port}, and with it the name of {line}.\n\n{BACKGROUND[at]}",
        )


def copies() -> Iterable[Told]:
    """One event of which two agencies tell in their own words, each printed thrice with small changes."""
    first = (
        "A fire destroyed the glass works of Pellin on Sunday night. Nobody was hurt. Fire chief Ansel Rook said the "
        "blaze began in a store. The works, owned by Crown Glass, employ 300 people in Pellin. Mayor Dina Fell spoke "
        "of a black day. Smoke hung over the river for hours and a school stayed shut."
    )
    second = (
        "Flames gutted the Crown Glass factory in Pellin, a town of nine thousand, overnight. “Everything is gone,” "
        "said its manager, Otto Lamm. Ansel Rook of the fire brigade blamed a faulty heater in a store. Production "
        "moves to another site, and Mayor Dina Fell hopes that the jobs will stay."
    )
    for at, (before, after) in enumerate((("", ""), ("UPDATE ", ""), ("", " With agencies."))):
        yield f"glass/{at}", "2031-03-04", f"{before}Glass works burn down\n\n{first}{after}"
        yield f"glass/{at + 3}", "2031-03-04", f"{before}Fire guts factory\n\n{second}{after}"


EVERYTHING = [*inflation("February", "2031-03-05", 0), *ferries(), *copies()]


@pytest.mark.parametrize("told", [EVERYTHING, EVERYTHING[::-1]], ids=["in order", "in another"])
def test_events_of_one_kind_stay_apart(told: list[Told]) -> None:
    apart(told)


def test_the_same_figure_of_two_months_is_two_events() -> None:
    apart([*inflation("February", "2031-03-05", 0), *inflation("March", "2031-04-04", 0.4)])


def test_copies_of_two_agencies_are_of_one_event() -> None:
    found = grouped(EVERYTHING)
    assert found["glass"] == {f"glass/{at}" for at in range(6)}


@pytest.mark.xfail(strict=True, reason="but for one name and a number, they are copies")
def test_briefs_that_differ_in_one_name_alone_stay_apart() -> None:
    told = [one for one in EVERYTHING if not one[0].endswith("February/2")]
    for country, *_, rate in OFFICES:
        text = (
            f"{country}'s inflation rate stood at {rate} per cent in February, above forecasts, the statistics office "
            "reported. Core inflation, without food and energy, was lower."
        )
        told.append((f"{country} February/2", "2031-03-05", text))
    apart(told)

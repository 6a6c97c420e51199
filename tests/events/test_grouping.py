"""Articles to events: which belong together, whatever their order, their language and how many there are."""

import random
from collections import Counter
from datetime import date, timedelta
from itertools import combinations

import pytest
from invented_events import EVENTS, articles
from invented_languages import LANGUAGES

from workbench.events import FEW, WINDOW, Event, Grouper, as_one, group, light, linking, nearest
from workbench.events.weights import Vector, made


def grouped(events: tuple[Event, ...]) -> list[tuple[str, ...]]:
    return sorted(event.article_ids for event in events)


def wanted(*names: str) -> list[tuple[str, ...]]:
    return sorted(tuple(f"{name}_{at + 1}" for at in range(len(EVENTS[name]))) for name in names)


@pytest.mark.parametrize("dated", [True, False], ids=["dated", "undated"])
def test_twelve_events_mixed(dated: bool) -> None:
    assert grouped(group(articles(dated=dated))) == wanted(*EVENTS)


@pytest.mark.parametrize("name", EVENTS)
def test_a_small_folder_on_one_event_is_one(name: str) -> None:
    some = articles(name)
    for many in range(1, len(some) + 1):
        for chosen in combinations(some, many):
            (event,) = group(chosen)
            assert event.article_ids == tuple(sorted(one.article_id for one in chosen))
            assert event.odd == ()


@pytest.mark.parametrize("pair", [*combinations(EVENTS, 2)], ids="+".join)
def test_two_events_in_a_small_folder_are_two(pair: tuple[str, str]) -> None:
    assert grouped(group(articles(*pair, dated=False))) == wanted(*pair)


def test_the_agencys_text_in_another_outlet_is_of_its_event() -> None:
    found = group(articles(wire=True))
    (ferry,) = [event for event in found if "ferry_wire" in event.article_ids]
    assert ferry.article_ids == ("ferry_1", "ferry_2", "ferry_3", "ferry_wire")


def test_an_article_that_repeats_another_is_of_its_event_however_late() -> None:
    late = Grouper()
    for article in articles("ferry", "strike"):
        late.add(light(article.article_id, article.text, published="2031-04-04"))
    text = EVENTS["ferry"][2][1]
    late.add(light("again", text, published="2031-12-01", same_as="ferry_3"))
    (event,) = [one for one in late.events() if "again" in one.article_ids]
    assert event.article_ids == ("again", *wanted("ferry")[0])
    assert event.end_date == "2031-12-01"


def test_one_place_flooded_twice_is_two_events_where_days_are_known() -> None:
    """The same town, river and officials, a month later: only the days tell the two apart."""
    first = [light(f"first_{at}", text, published=day) for at, (day, text) in enumerate(EVENTS["flood-april"])]
    again = [
        light(f"again_{at}", text.replace("Thursday", "Monday"), published="2031-05-12")
        for at, (_, text) in enumerate(EVENTS["flood-april"])
    ]
    both = Grouper()
    for record in (*again, *first):
        both.add(record)
    assert [event.article_ids for event in both.events()] == [
        ("first_0", "first_1", "first_2"),
        ("again_0", "again_1", "again_2"),
    ]


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_the_articles_plays_no_part(seed: int) -> None:
    some = articles(wire=True)
    found = group(some)
    random.Random(seed).shuffle(some)
    assert group(some) == found


@pytest.mark.parametrize("language", LANGUAGES)
def test_any_language(language: str) -> None:
    grouper = Grouper()
    for name, texts in LANGUAGES[language].items():
        for at, text in enumerate(texts):
            grouper.add(light(f"{name}_{at}", text))
    found = grouper.events()
    assert grouped(found) == [tuple(f"{name}_{at}" for at in range(3)) for name in sorted(LANGUAGES[language])]


def test_labels_are_words_of_the_articles_and_tell_the_events_apart() -> None:
    found = group(articles(wire=True))
    texts = {one.article_id: one.text for one in articles(wire=True)}
    assert len({event.label for event in found}) == len(found)
    for event in found:
        words = event.label.split(", ")
        assert len(words) == 4
        for word in words:
            assert any(word in texts[one] for one in event.article_ids)
        assert not {"Sunday", "Monday", "Thursday", "April", "May"} & set(words)
    ferry = next(event for event in found if "ferry_1" in event.article_ids)
    assert ferry.label == "Lady Ilse, Korvo, Skelling, coast"
    assert (ferry.event_id, ferry.start_date, ferry.end_date) == ("e:ferry_1", "2031-04-03", "2031-04-04")


def test_a_label_has_whole_names_and_says_what_it_is_about() -> None:
    texts = (
        "Quake Shakes Upper Dorn As Thousands Flee Homes\n\nAn earthquake shook Upper Dorn at dawn. Governor Ada Lune "
        "asked for tents. The U.S. sent dogs to Upper Dorn.",
        "Upper Dorn digs after earthquake\n\nRescuers dug in Upper Dorn, where an earthquake broke a bridge. “We need "
        "tents,” said Ada Lune on Monday.",
    )
    (event,) = as_grouped(texts)
    names = event.label.split(", ")
    assert names[0] == "Upper Dorn"
    assert names[-1] in ("earthquake", "tents")
    assert "Lune" not in names
    assert "U" not in names
    assert any(name.endswith("Ada Lune") for name in names)


def as_grouped(texts: tuple[str, ...]) -> tuple[Event, ...]:
    grouper = Grouper()
    for at, text in enumerate(texts):
        grouper.add(light(f"text_{at}", text))
    return grouper.events()


def test_events_whose_words_are_the_same_are_told_apart_by_day() -> None:
    text = EVENTS["ferry"][0][1]
    grouper = Grouper()
    for day in ("2031-01-01", "2031-06-01"):
        for at in range(FEW):
            grouper.add(light(f"{day}_{at}", text, published=day))
    first, second = (event.label for event in grouper.events())
    assert first.endswith("(2031-01-01)")
    assert second.endswith("(2031-06-01)")


def test_a_lone_article_of_a_small_folder_stays_and_is_told() -> None:
    (event,) = group([*articles("ferry"), *articles("measles")[:1]])
    assert event.odd == ("measles_1",)
    assert event.article_ids == ("ferry_1", "ferry_2", "ferry_3", "measles_1")
    assert len(group([one for name in ("ferry", "measles", "trial") for one in articles(name)[:1]])) == 1


def test_a_small_folder_in_two_languages_is_not_parted_by_them() -> None:
    def found(german: str | None) -> list[tuple[str, ...]]:
        grouper = Grouper()
        for at, (_, text) in enumerate(EVENTS["ferry"]):
            grouper.add(light(f"en_{at}", text, language="en"))
        for at, text in enumerate(LANGUAGES["German"]["Wahl"][:2]):
            grouper.add(light(f"de_{at}", text, language=german))
        return grouped(grouper.events())

    assert found("de") == [("de_0", "de_1", "en_0", "en_1", "en_2")]
    assert found("en") == found(None) == [("de_0", "de_1"), ("en_0", "en_1", "en_2")]


def test_in_a_large_corpus_a_lone_article_is_an_event_of_its_own() -> None:
    others = articles("ferry", "flood-may", "trial", "recall", "wildfire", "ceasefire", "strike", "measles", "takeover")
    others += articles("election")
    found = group([*others, *articles("football")[:1]])
    assert len(others) + 1 > FEW
    assert [event.article_ids for event in found if len(event.article_ids) == 1] == [("football_1",)]
    assert all(event.odd == () for event in found)


def test_nothing_and_next_to_nothing() -> None:
    assert group([]) == ()
    grouper = Grouper()
    for name, text in (("empty", ""), ("signs", "... --- !!!"), ("plain", "It was and it is.")):
        grouper.add(light(name, text, published="someday"))
    (event,) = grouper.events()
    assert event.article_ids == ("empty", "plain", "signs")
    assert event.start_date is None
    with pytest.raises(ValueError, match="no article"):
        as_one([])


def test_all_as_one_whatever_they_tell_of() -> None:
    some = articles("ferry", "trial")
    event = as_one(some)
    assert event.article_ids == tuple(sorted(one.article_id for one in some))


def made_up(events: int, each: int, *, gap: int = 1, seed: int = 1) -> list[tuple[str, str, str]]:
    """Id, day and text of articles of invented words: each event has names and words of its own."""
    draw = random.Random(seed)

    def word(syllables: int) -> str:
        return "".join(draw.choice("bdfgklmnprstv") + draw.choice("aeiou") for _ in range(syllables))

    common = [word(3) for _ in range(800)]
    told = []
    for at in range(events):
        names = [word(3).capitalize() for _ in range(8)]
        own = [word(4) for _ in range(12)]
        for number in range(each):
            text = ""
            for _ in range(8):
                some = [*draw.choices(common, k=9), draw.choice(names), *draw.sample(own, 2), draw.choice(names)]
                text += f"The {' '.join(some)}. "
            day = date(2031, 1, 1) + timedelta(days=at * gap + number % 3)
            told.append((f"{at}_{number}", day.isoformat(), text))
    draw.shuffle(told)
    return told


@pytest.mark.parametrize(("events", "each"), [(60, 5), (4, 60), (1, 200)])
def test_many_articles(events: int, each: int) -> None:
    grouper = Grouper()
    for name, day, text in made_up(events, each):
        grouper.add(light(name, text, published=day))
    assert Counter(len(event.article_ids) for event in grouper.events()) == {each: events}


def test_each_article_is_compared_with_a_few_others_however_many_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """The work is linear: pairs compared in full and tries to join grow with the articles, not with their square."""
    compared, joined = Counter[int](), Counter[int]()
    dot, alike = nearest.Vector.dot, linking.Cluster.alike
    for events in (40, 160):
        tally = {"dot": 0, "alike": 0}

        def counted_dot(self, other, tally=tally):
            tally["dot"] += 1
            return dot(self, other)

        def counted_alike(self, other, tally=tally):
            tally["alike"] += 1
            return alike(self, other)

        monkeypatch.setattr(nearest.Vector, "dot", counted_dot)
        monkeypatch.setattr(linking.Cluster, "alike", counted_alike)
        grouper = Grouper()
        for name, day, text in made_up(events, 5):
            grouper.add(light(name, text, published=day))
        grouper.events()
        compared[events], joined[events] = tally["dot"], tally["alike"]
    assert compared[160] <= 5 * compared[40]
    assert joined[160] <= 5 * joined[40]
    assert compared[160] <= (nearest.COMPARED + linking._TURNS) * 160 * 5


def test_what_is_over_is_released_and_forgotten() -> None:
    """In order of days, what is held is bounded by the articles of a window; the events are the same."""
    told = sorted(made_up(80, 4, gap=3), key=lambda each: (each[1], each[0]))
    whole, stream = Grouper(), Grouper()
    released: list[Event] = []
    held = []
    for at, (name, day, text) in enumerate(told):
        whole.add(light(name, text, published=day))
        stream.add(light(name, text, published=day))
        if at % 40 == 39:
            released += stream.release(day)
        held.append(len(stream))
    released += stream.events()
    in_window = max(
        sum(1 for _, other, _ in told if abs((date.fromisoformat(day) - date.fromisoformat(other)).days) <= WINDOW)
        for _, day, _ in told
    )
    assert max(held) <= in_window + 40 < len(told)
    assert grouped(tuple(released)) == grouped(whole.events())
    with pytest.raises(ValueError, match="isoformat"):
        stream.release("soon")


def vectors(*weights: dict[int, float]) -> list[Vector]:
    return [
        made([(key, weight / sum(w * w for w in one.values()) ** 0.5) for key, weight in one.items()])
        for one in weights
    ]


def linked(found: list[Vector]) -> list[list[int]]:
    pairs = [(one.dot(two.by_key()), at, to) for to, two in enumerate(found) for at, one in enumerate(found[:to])]
    return sorted(sorted(cluster.members) for cluster in linking.link(found, [1] * len(found), pairs, 0.25))


def test_two_groups_that_are_closer_within_than_between_are_two_events() -> None:
    """Two matches of the same teams share the teams; the articles on either share much besides."""
    first = [{1: 0.7, 2: 0.7, 10: 0.8, 11: 0.8, 20 + at: 0.5} for at in range(3)]
    second = [{1: 0.7, 2: 0.7, 12: 1.2, 13: 1.2, 30 + at: 0.5} for at in range(3)]
    other = {1: 0.7, 2: 0.7, 40: 1.6}
    assert vectors(first[0])[0].dot(vectors(second[0])[0].by_key()) > 0.25  # enough to be one, else
    assert linked(vectors(*first, *second)) == [[0, 1, 2], [3, 4, 5]]
    assert linked(vectors(*first, other)) == [[0, 1, 2, 3]]  # one article is not held against itself


def test_copies_do_not_part_an_event() -> None:
    """Two agencies' reports, each printed thrice word by word, are no more apart than any two reports."""
    one, two = {1: 1, 2: 1, 3: 1, 10: 1.3, 11: 1.3}, {1: 1, 2: 1, 3: 1, 12: 1.3, 13: 1.3}
    assert 0.33 < vectors(one)[0].dot(vectors(two)[0].by_key()) < 0.55
    assert linked(vectors(one, one, one, two, two, two)) == [[0, 1, 2, 3, 4, 5]]

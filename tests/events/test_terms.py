"""Terms of a text, and what each tells."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.events import Grouper, light, records, terms
from workbench.events.weights import Counts


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("residents", "residential", True),
        ("затопление", "затоплены", True),
        ("Überschwemmung", "überschwemmt", True),
        ("1961", "1962", False),
        ("5.6", "5.7", False),
        ("there", "theatre", False),
    ],
    ids=["english", "russian", "german", "years", "decimals", "a plain word and another"],
)
def test_inflections_are_one_term_and_numbers_are_not(one: str, two: str, same: bool) -> None:
    keys = [set(terms.of(f"x {word}").keys) for word in (one, two)]
    assert (keys[0] == keys[1]) is same


def test_names_tell_more_than_words_and_words_more_than_what_every_text_has() -> None:
    found = terms.of("It was said that the old bridge of Dorem fell and that many people of the town were there.")
    told = found.words
    assert told[0] == "Dorem"
    assert told.index("bridge") < told.index("people") < told.index("the")


def test_a_word_that_opens_a_sentence_is_no_name_by_its_capital() -> None:
    opens, within = (
        dict(zip(terms.of(text).words, terms.of(text).weights, strict=False))
        for text in ("Rain fell. Harbours closed.", "Rain fell. All Harbours closed.")
    )
    assert opens["Harbours"] == pytest.approx(within["Harbours"] / terms.NAME)


def test_signs_without_spaces_are_read_in_pairs() -> None:
    assert set(terms.of("青石县地震").words) == {"青石", "石县", "县地", "地震"}
    assert terms.of("火").words == ("火",)


def test_what_is_kept_is_bounded_whatever_the_text() -> None:
    long = " ".join(f"word{chr(97 + at % 26)}{chr(97 + at // 26 % 26)}x{at}" for at in range(5000))
    for text in (long, "x" * 1_000_000, "!?" * 100_000, "青石" * 50_000):
        record = light("a", text)
        assert len(record.terms.keys) <= terms.KEPT
        assert len(record.terms.words) <= terms.SHOWN
    late = " ".join(["sea"] * terms.READ) + " Dorem"
    assert "Dorem" not in terms.of(late).words


def test_the_commoner_a_term_is_among_the_texts_the_less_it_tells() -> None:
    counts = Counts()
    some = [terms.of(f"the harbour of town{'abcdefghij'[at % 10]}{at}") for at in range(400)]
    for one in some:
        counts.add(one)
    told = counts.vector(some[0])
    weight = dict(zip(some[0].words, (told.by_key()[key] for key in some[0].keys), strict=False))
    assert weight["towna"] > weight["harbour"] > weight["the"]
    assert told.dot(told.by_key()) == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2031-04-03", "2031-04-03"),
        ("2031-04-03T23:59+02:00", "2031-04-03"),
        ("2031-04", None),
        ("2031", None),
        ("", None),
    ],
)
def test_only_a_whole_day_counts(published: str, day: str | None) -> None:
    assert records.day(published) == (date.fromisoformat(day).toordinal() if day else None)


@given(st.lists(st.tuples(st.text(max_size=80), st.sampled_from([None, "2031-01-01", "2031-09-01"])), max_size=7))
def test_every_article_is_of_one_event_whatever_it_says(told: list[tuple[str, str | None]]) -> None:
    grouper = Grouper()
    for at, (text, day) in enumerate(told):
        grouper.add(light(f"a{at}", text, published=day))
    found = grouper.events()
    assert sorted(one for event in found for one in event.article_ids) == [f"a{at}" for at in range(len(told))]
    assert len({event.event_id for event in found}) == len(found)
    assert all(event.label for event in found)


def weight_of(word: str, text: str) -> float:
    made = terms.of(text)
    return made.weights[list(made.words).index(word)]


def test_the_lead_tells_more_than_what_follows() -> None:
    filler = "and so on " * 20
    lead = weight_of("Korvo", f"Ships near Korvo. {filler}. The island of Pim. {filler}")
    later = weight_of("Pim", f"Ships near Korvo. {filler}. The island of Pim. {filler}")
    assert lead > 2 * later


@pytest.mark.parametrize("word", ["December", "Monday", "March"])
def test_days_and_months_are_no_names_and_many_texts_have_them(word: str) -> None:
    made = terms.of(f"In Korvo on {word}, prices on {word} rose in Korvo.")
    names = dict(zip(made.words, made.common, strict=False))
    assert names[word] >= 0.1 > 0.01 > names["Korvo"]
    assert weight_of(word, f"In Korvo on {word} it rained.") < weight_of("Korvo", f"In Korvo on {word} it rained.")

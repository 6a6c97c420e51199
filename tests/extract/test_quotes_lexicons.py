"""Every entry of the lexicons that quotes are read with fires on its example."""

import pytest
from reading_quotes import scene

from workbench.extract import cues, names, wordlists
from workbench.lexicons import Entry, lexicon


def entries(name: str) -> list[object]:
    return [pytest.param(entry, id=entry.id) for entry in lexicon(name).entries]


def lemmas(text: str) -> list[str]:
    made = scene(text)
    return [cue.verb.lemma for part in made.parsed.parts for cue in cues.of(made, part)]


@pytest.mark.parametrize("entry", entries("reporting"))
def test_reporting_verbs(entry: Entry) -> None:
    assert entry.pattern in lemmas(entry.example)


@pytest.mark.parametrize("entry", entries("titles"))
def test_titles(entry: Entry) -> None:
    words = entry.example.split()
    length = names.title_length(words, 0)
    title = " ".join(words[:length]).casefold().rstrip(".")
    assert title in entry.pattern.split("|")


@pytest.mark.parametrize("name", ["roles", "bodies"])
def test_nouns_for_persons_and_bodies(name: str) -> None:
    known = {**wordlists.roles(), **dict.fromkeys(wordlists.bodies(), "b")}
    for entry in lexicon(name).entries:
        assert any(word in known and word in entry.example.casefold() for word in entry.pattern.split("|")), entry.id


@pytest.mark.parametrize(
    "name",
    ["first_names", "places", "organisation_words", "same_roles", "media", "reporting_nouns", "noun_infinitives"],
)
def test_the_example_holds_a_word_of_the_entry(name: str) -> None:
    for entry in lexicon(name).entries:
        words = [word.strip() for word in entry.pattern.split("|")]
        assert all(words), entry.id
        assert any(word.casefold() in entry.example.casefold() for word in words), entry.id


def test_stances_are_few() -> None:
    stances = {verb.stance for verb in wordlists.verbs().values()}
    assert stances == {
        *(
            "neutral",
            "stresses",
            "confirms",
            "concedes",
            "denies",
            "claims",
            "warns",
            "predicts",
            "reveals",
            "promises",
        ),
        *("agrees", "suggests", "criticises", "praises", "labels", "asks", "demands"),
    }

"""The lexicons of comparison: every entry's example fires, and each word list is read as it is meant."""

import pytest

from workbench.compare import words
from workbench.language import load
from workbench.lexicons import lexicon


def lemmas(text: str) -> set[str]:
    doc = load()(text)
    return {words.lemma(token) for token in doc} | {base for token in doc for base in words.bases(token.lower_)}


@pytest.mark.parametrize("name", ["acts", "alike", "measuring", "persons"])
def test_every_example_fires(name: str) -> None:
    silent = [entry.id for entry in lexicon(name).entries if not lemmas(entry.example) & set(entry.pattern.split())]
    assert silent == []


@pytest.mark.parametrize("name", ["acts", "alike", "measuring"])
def test_entries_are_lists_of_plain_lemmas_without_repeats(name: str) -> None:
    for entry in lexicon(name).entries:
        listed = entry.pattern.split()
        assert len(listed) == len(set(listed)), entry.id
        assert all(word.isalpha() and word.islower() for word in listed), entry.id


def test_acts_that_exclude_one_another_are_acts() -> None:
    known = {entry.id for entry in lexicon("acts").entries}
    named = {act for entry in lexicon("acts").entries for act in str(entry.more.get("against", "")).split()}
    assert named <= known


def test_against_holds_both_ways() -> None:
    assert "die" in words.against("injure")
    assert "injure" in words.against("die")


@pytest.mark.parametrize(
    ("noun", "expected"),
    [("nurse", True), ("fan", True), ("people", True), ("engine", False), ("house", False), ("percent", False)],
)
def test_person(noun: str, expected: bool) -> None:
    assert words.person(noun) is expected


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("house", "home", True),
        ("worker", "coworker", True),
        ("jet", "aircraft", True),
        ("house", "school", False),
        ("officer", "nurse", False),
    ],
)
def test_related(a: str, b: str, expected: bool) -> None:
    assert words.related(a, b) is expected
    assert words.related(b, a) is expected

"""Who speaks where the sentence says more of them: in a clause, between dashes, by nationality, after a semicolon."""

import pytest
from reading_quotes import indirect, marked

SPEAKERS = {
    "one, who asked": (
        "“We skip half of the drills,” said one, who asked not to be named. “Everybody on the ferry knows.”",
        [(None, "one", "said"), (None, "one", "said")],
    ),
    "another, who declined": (
        "“I was told to sign,” said another, who declined to be identified. “So I signed the form.”",
        [(None, "another", "said"), (None, "another", "said")],
    ),
    "a peer and a knight": (
        "Lord Hale led the bill. Sir Peter Hale, no relation, fought it. “It is good,” Lord Hale said. "
        "“It is bad,” Sir Peter Hale said.",
        [("Hale", "Lord Hale", "said"), ("Peter Hale", "Sir Peter Hale", "said")],
    ),
    "a lord with a first name": (
        "Neil Orme became a peer in May. “It is good,” Lord Orme said.",
        [("Neil Orme", "Lord Orme", "said")],
    ),
    "behind a semicolon": (
        "Her novel “The Long Field” won three prizes; one critic called it “the bravest book in years”.",
        [(None, None, None), ("critic", "one critic", "called")],
    ),
    "name between dashes": (
        "The coach – her brother, Carlos Ruiz – thought it was lost. “I had packed,” he told the crowd.",
        [("Carlos Ruiz", "he", "told")],
    ),
    "of a country": (
        "Nadia Kerr won the final. She insisted the knee was fine. “It was close,” the Englishwoman said.",
        [("Nadia Kerr", "the Englishwoman", "said")],
    ),
    "of the other sex": (
        "Tom Kerr lost the final to Nadia Bell. She insisted the knee was fine. “It was close,” the Irishman said.",
        [("Tom Kerr", "the Irishman", "said")],
    ),
    "what it is about": (
        "Tom Bell runs the dam.\n“It was the rain”: Ana Ruiz on the leak at the dam.",
        [("Ana Ruiz", "Ana Ruiz", None)],
    ),
}


@pytest.mark.parametrize(("text", "speakers"), SPEAKERS.values(), ids=SPEAKERS.keys())
def test_who_is_told_of_speaks(text: str, speakers: list[tuple[str | None, str | None, str | None]]) -> None:
    found = [(one.speaker, one.speaker_at and one.speaker_at.surface, one.cue) for one in marked(text)]
    assert found == speakers


def test_words_after_the_clause_go_on_with_the_quotation() -> None:
    first, second = marked("“It leaks,” said one, who asked not to be named. “They know it does.”")
    assert first.quotation_id == second.quotation_id


NOTHING = {
    "anonymity": "The nurse requested anonymity because she still works there.",
    "as much": "The bailiff admitted as much.",
}


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING.keys())
def test_nothing_is_said(text: str) -> None:
    assert indirect(text) == []

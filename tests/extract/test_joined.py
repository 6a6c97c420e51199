"""Several who speak as one: whose names they are given, and where a second name is no second speaker."""

import pytest
from reading_quotes import indirect, marked

from workbench.model import Role

TOGETHER = {
    "two names": ("Ana Ruiz and Tom Bell said the road was shut.", "Ana Ruiz and Tom Bell"),
    "short names": (
        "Ana Ruiz and Tom Bell own the farm.\nRuiz and Bell said the flood took 40 sheep.",
        "Ana Ruiz and Tom Bell",
    ),
    "three": ("France, Germany and Italy said they would abstain.", "France, Germany and Italy"),
    "bodies": ("Unite and the GMB said members would walk out.", "Unite and GMB"),
    "descriptions": ("The mayor and the governor said the dam was safe.", "mayor and governor"),
    "plurals": ("Neighbours, friends and relatives said he was shy.", "Neighbours, friends and relatives"),
    "husband": ("Ana Ruiz and her husband, Tom Bell, said they heard a bang.", "Ana Ruiz and Tom Bell"),
    "others": ("Ana Ruiz and two other nurses said the ward was full.", "Ana Ruiz and two other nurses"),
    "lawyers": ("His lawyers Ana Ruiz and Tom Bell said he was innocent.", "Ana Ruiz and Tom Bell"),
    "according to": ("According to Ana Ruiz and Tom Bell, the roof fell first.", "Ana Ruiz and Tom Bell"),
    "a couple": ("Mr and Mrs Bell, from Leeds, said the roof was gone.", "Mr and Mrs Bell"),
    "they": ("Ana Ruiz and Tom Bell run the clinic. They said the virus was back.", "Ana Ruiz and Tom Bell"),
    "one, two offices": ("Ana Ruiz, the founder and chief executive, said sales fell.", "Ana Ruiz"),
    "one body": ("The Ministry of Culture and Sport said the stadium was full.", "Ministry of Culture and Sport"),
    "one of two clauses": ("The bridge is safe, said Ana Ruiz, and Tom Bell agreed.", "Ana Ruiz"),
    "one, places": ("Police in Leeds and York said the man was armed.", "Police in Leeds and York"),
}


@pytest.mark.parametrize(("text", "speaker"), TOGETHER.values(), ids=TOGETHER)
def test_who_speaks_together(text: str, speaker: str) -> None:
    (one,) = indirect(text)
    assert one.speaker == speaker


def test_where_those_who_speak_together_stand() -> None:
    (one,) = marked("“We lost it all,” said Ana Ruiz and Tom Bell, who own the shop.")
    assert (one.speaker, one.speaker_at and one.speaker_at.surface) == ("Ana Ruiz and Tom Bell",) * 2


def test_two_who_speak_in_turn_are_two() -> None:
    found = indirect("Ana Ruiz said the road was shut and Tom Bell said it was open.")
    assert [one.speaker for one in found] == ["Ana Ruiz", "Tom Bell"]


def test_who_adds_said_the_rest() -> None:
    found = indirect("The envoy said both armies had agreed to withdraw, adding that monitors would come on Friday.")
    assert [one.speaker for one in found] == ["envoy", "envoy"]


def test_what_a_headline_is_about_says_nothing() -> None:
    found = marked("Wildfire: “We grabbed the dogs and ran”\nThe hills burn.", Role.HEADLINE)
    assert [one.speaker for one in found] == [None]


def test_a_justice_is_the_judge_but_no_minister_of_justice_is() -> None:
    text = "{} Ana Ruiz spoke of the claim on Monday.\n“It has no merit,” the judge said."
    found = [marked(text.format(title))[-1].speaker for title in ("Justice", "Justice Minister")]
    assert found == ["Ana Ruiz", "judge"]

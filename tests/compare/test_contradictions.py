"""Questions that articles raise: invented cases from many subjects, each with the exact places that raise it."""

from collections.abc import Iterable

import pytest

import workbench as wb
from workbench.compare import contradictions
from workbench.compare.asking import Material
from workbench.lexicons import lexicon
from workbench.model import Check

#: What two articles share that tell of one event, so that a name in both is one person's.
EVENT = "It happened in Halmstad, where Nordal Foods runs a smelter and Governor Ada Quist met miners on Tuesday. "


def asked(*texts: str) -> tuple[Check, ...]:
    corpus = wb.load([{"id": f"a{nth}", "text": text} for nth, text in enumerate(texts)], progress=False)
    for check in corpus.framing.checks:
        for passage in check.passages:
            assert corpus.document(passage.article_id).text[passage.start : passage.end] == passage.surface
    return corpus.framing.checks


def said(checks: Iterable[Check], about: str) -> list[list[str]]:
    return [[one.surface for one in check.passages] for check in checks if check.check_id.startswith(f"c:{about}:")]


RAISED = {
    "disputed-recall": (
        "disputed",
        "The maker denied that the brakes had been tested on ice, its spokesman said.",
        "The agency's head, Ada Quist, confirmed on Tuesday that the brakes had been tested on ice.",
        [["brakes had been tested on ice", "brakes had been tested on ice"]],
    ),
    "disputed-decree": (
        "disputed",
        "Mayor Jon Adeyemi did not sign the decree, his office said.",
        "Mayor Jon Adeyemi signed the decree on Thursday evening, two councillors said.",
        [["sign the decree", "signed the decree"]],
    ),
    "disputed-vaccine": (
        "disputed",
        "There is no evidence that the samples were swapped, Minister Ole Berg said.",
        "The samples were swapped in the laboratory, the inspectors found.",
        [["samples were swapped", "samples were swapped"]],
    ),
    "disputed-in-one-article": (
        "disputed",
        "The union said the depot had been closed without notice. The depot has not been closed, the company said.",
        "Trains ran late on Monday.",
        [["depot had been closed", "depot has not been closed"]],
    ),
    "spelt-mine": (
        "spelt",
        "The mine's director, Oleg Karpenko, said the shaft was safe. The pumps ran all night.",
        "Oleh Karpenka, the director of the mine, told reporters that the shaft was safe.",
        [["Oleg Karpenko", "Oleh Karpenka"]],
    ),
    "unintroduced-trial": (
        "unintroduced",
        EVENT + "The judge, Helen Marsh, adjourned the trial until Monday. The jury went home.",
        EVENT + "The trial was adjourned until Monday. Marsh said the jury could go home.",
        [["Helen Marsh", "Marsh"]],
    ),
    "unnamed-ferry": (
        "unnamed",
        "The ferry sank in minutes. The spokeswoman said twelve sailors were missing.",
        "The ferry sank in minutes, and twelve sailors are missing.",
        [["The spokeswoman"]],
    ),
    "altered-takeover": (
        "altered",
        "The closure is “a very painful decision for all of us”, chief executive Ola Berg said on Monday.",
        "Chief executive Ola Berg called it “a very sensible decision for all of us” on Monday.",
        [["a very painful decision for all of us", "a very sensible decision for all of us"]],
    ),
    "one-or-several-wildfire": (
        "one-or-several",
        "Those rescued from the fire include Dutch tourists and a farmer.",
        "Among those rescued from the fire were a Dutch tourist and a farmer.",
        [["Dutch tourists", "a Dutch tourist"]],
    ),
    "role-union": (
        "role",
        EVENT + "Karin Lund, the founder of the miners' union, said the strike would last.",
        EVENT + "Karin Lund, the secretary of the miners' union, said the strike would last.",
        [["the founder of the miners' union", "the secretary of the miners' union"]],
    ),
    "opposed-alert": (
        "opposed",
        "The agency lifted the alert for the coast.",
        "The agency extended the alert for the coast.",
        [["lifted the alert for the coast", "extended the alert for the coast"]],
    ),
    "share-of-share": (
        "share",
        "The maker holds about 30 percent of the world market share in cranes.",
        "The maker builds cranes.",
        [["30 percent of the world market share"]],
    ),
    "scope-ban": (
        "scope",
        "The council lifted the ban on dogs in the park. Later, it lifted the ban on barbecues, a clerk wrote.",
        "The council met.",
        [["lifted the ban on dogs", "lifted the ban on barbecues"]],
    ),
    "degree-plant": (
        "degree",
        "The firm partially closed the smelter on Monday.",
        "The firm closed the smelter on Monday.",
        [["partially closed the smelter", "closed the smelter"]],
    ),
    "stage-treaty": (
        "stage",
        "Both countries agreed to sign the treaty in the spring.",
        "Both countries signed the treaty in the spring.",
        [["sign the treaty", "signed the treaty"]],
    ),
    "actor-truce": (
        "actor",
        "The United Nations will monitor the truce.",
        "The European Union will monitor the truce.",
        [["The United Nations", "monitor the truce", "The European Union", "monitor the truce"]],
    ),
    "doubt-offer": (
        "doubt",
        "The union reportedly rejected the offer of a bonus for nights. It rejected the offer of a bonus in a vote.",
        "The union met.",
        [["reportedly rejected the offer of a bonus for nights", "rejected the offer of a bonus in a vote"]],
    ),
    "condition-quotas": (
        "condition",
        "The ministry would raise the quotas if stocks recover, it wrote.",
        "The ministry would raise the quotas if prices fall, it wrote.",
        [["if stocks recover", "if prices fall"]],
    ),
}


@pytest.mark.parametrize(("about", "one", "two", "expected"), RAISED.values(), ids=RAISED)
def test_raised(about: str, one: str, two: str, expected: list[list[str]]) -> None:
    found = said(asked(one, two), about)
    assert [[part.removeprefix("The ") for part in some] for some in found] == [
        [part.removeprefix("The ") for part in some] for some in expected
    ]


SILENT = {
    "former-teacher-who-left": (
        "former",
        "Ada Quist, a retired teacher, was among those saved from the flood.",
        "Ada Quist, a teacher who retired in 2015, was saved by neighbours.",
    ),
    "role-two-offices-of-one-land": (
        "role",
        "Ada Quist, the Danish president of the league, spoke to the miners.",
        "Ada Quist, a Danish minister, spoke to the miners.",
    ),
    "unintroduced-but-told-of": (
        "unintroduced",
        "Governor Ada Quist toured the valley on Thursday.",
        "Quist toured the valley on Thursday. “It is bad,” the governor said.",
    ),
    "disputed-other-doer": (
        "disputed",
        "Ana Ruiz did not win the primary in May.",
        "Ola Becker won the primary in May.",
    ),
    "disputed-question": (
        "disputed",
        "The maker denied that the brakes had been tested.",
        "Were the brakes tested? Nobody knows.",
    ),
    "disputed-possible": (
        "disputed",
        "The maker denied that the brakes had been tested.",
        "The brakes may have been tested in Japan, an engineer said.",
    ),
    "disputed-both-deny": (
        "disputed",
        "The maker denied that the brakes had been tested.",
        "The brakes had not been tested, the maker said.",
    ),
    "opposed-in-one-story": (
        "opposed",
        "The agency lifted the alert, which it had imposed on Monday. It imposed the alert for the wind.",
        "The agency imposed the alert.",
    ),
    "scope-of-time": (
        "scope",
        "Rebels shelled villages on the eve of the talks. They shelled villages on Sunday night.",
        "The talks began.",
    ),
    "one-family-name-in-full-and-short": (
        "spelt",
        "Ana Lopez-Vega won the race. Lopez-Vega wept.",
        "Ana Lopez won the race, and Ana wept.",
    ),
    "an-official-introduced": (
        "unnamed",
        "A ministry official wrote that the dam held. The official said the valley was safe.",
        "The dam held.",
    ),
    "a-source-is-never-named": (
        "unnamed",
        "A friend of the singer called it a mistake. “She is in bits,” the source said.",
        "The singer cancelled the tour.",
    ),
    "an-authority-is-nobody": (
        "unnamed",
        "The fire killed seven people, the civil protection authority said.",
        "The fire killed seven people.",
    ),
    "wished-for-and-done": (
        "stage",
        "Police said that they wanted to thank residents for their patience.",
        "Police thanked residents for their patience.",
    ),
    "praise-beside-a-part": (
        "role",
        "Olympic star Lia Marsh was banned on Monday.",
        "Olympic champion Lia Marsh was banned on Monday.",
    ),
    "a-body-and-its-part": (
        "actor",
        "The Farmers Party sued the ministry over the dam on Monday.",
        "The Farmers National Committee sued the ministry over the dam on Monday.",
    ),
    "listed-as-several-in-both": (
        "one-or-several",
        "Those rescued include Dutch tourists.",
        "Among those rescued were three Dutch tourists.",
    ),
    "done-in-both": ("stage", "The firm closed the mill.", "The firm closed the mill in May."),
    "others-did-it-before": (
        "stage",
        "Nordal agreed to pay severance to its workers.",
        "The Halmstad Council paid severance to its workers.",
    ),
    "same-condition": (
        "condition",
        "The ministry would raise the quotas if stocks recover.",
        "The ministry would raise the quotas if stocks recover soon.",
    ),
}


@pytest.mark.parametrize(("about", "one", "two"), SILENT.values(), ids=SILENT)
def test_not_raised(about: str, one: str, two: str) -> None:
    assert said(asked(one, two), about) == []


def test_a_summary_is_held_against_its_text() -> None:
    text = """Summary: Leaders hailed a breakthrough. The truce was signed.

Truce signed in the valley

The two armies signed a truce on Sunday after eleven weeks of fighting in the valley, and the guns fell silent at noon.

Villagers did not know when they could go home, said farmer Jon Ask, who has no water. The roads were open on Sunday.

The observers are to arrive in a week, and the soldiers will go back to their barracks by the end of May.
"""
    assert said(asked(text, "The truce holds."), "summary-only") == [["hailed a breakthrough"]]


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        (
            "The jailed singer Ivo Brandt wrote a letter. He wrote it in June.",
            "The singer Ivo Brandt was freed on Saturday, his lawyer said.",
            [["jailed singer Ivo Brandt", "freed"]],
        ),
        (
            "The jailed singer Ivo Brandt was freed on Saturday.",
            "The singer Ivo Brandt was freed on Saturday, his lawyer said.",
            [],
        ),
    ],
    ids=["held-here-freed-there", "the-event-ends-the-state"],
)
def test_states(one: str, two: str, expected: list[list[str]]) -> None:
    assert said(asked(EVENT + one, EVENT + two), "state") == expected


@pytest.mark.parametrize("name", ["states", "like_roles", "deed_words"])
def test_every_entry_has_its_word_in_its_example(name: str) -> None:
    for entry in lexicon(name).entries:
        words = [*entry.pattern.split(), *str(entry.more.get("former", "")).split()]
        stems = {word[:3] for word in words}
        assert any(word[:3] in stems for word in entry.example.lower().split()), entry.id


def test_states_exclude_each_other() -> None:
    entries = {entry.id: entry for entry in lexicon("states").entries}
    assert all(entries[str(entry.more["against"])].more["against"] == entry.id for entry in entries.values())


def test_a_sort_that_fails_leaves_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(material: Material) -> Iterable[Check]:
        raise RecursionError("too deep")

    monkeypatch.setitem(contradictions.ASKED, "names", broken)
    found, faults = contradictions.find(Material(()))
    assert found == ()
    assert list(faults) == ["names"]


@pytest.mark.parametrize(
    "text",
    [
        "if " * 3_000,
        "The ban on the ban on " * 800,
        "He allegedly lifted sanctions. " * 400,
        "the official said " * 800,
    ],
    ids=["if", "ban", "allegedly", "official"],
)
def test_hostile_texts_end(text: str) -> None:
    assert len(asked(text, text)) < 40


def test_the_checks_are_in_the_table() -> None:
    corpus = wb.load("seeds", progress=False)
    assert {check.check_id for check in corpus.framing.checks} <= set(corpus.checks.check_id)

"""The words that frame: invented sentences of many subjects, exact spans, and the lists behind them."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_quotes import article, read

from workbench.extract import quotes, wording
from workbench.language import Parsed, parse
from workbench.lexicons import lexicon
from workbench.lexicons.wordlists import FILES, WordLists, pieces, with_entry, without_entry
from workbench.model import Article, Device, Role, Voice, Wording


def found(text: str, *devices: Device, lists: WordLists | None = None) -> list[Wording]:
    parsed = read(text)
    made = list(wording.find(parsed, list(quotes.find(parsed)), lists or WordLists()))
    assert all(parsed.article.text[w.passage.start : w.passage.end] == w.passage.surface for w in made)
    return [word for word in made if not devices or word.device in devices]


def words(text: str, *devices: Device) -> list[tuple[int, str]]:
    return [(word.passage.start, word.passage.surface) for word in found(text, *devices)]


LOADED = [
    pytest.param("Police began a brutal crackdown on the strikers.", ["brutal", "crackdown"], id="strike"),
    pytest.param("Mr Brutal and Mrs Savage won the raffle.", [], id="names"),
    pytest.param("She is a key figure in the vaccine trial.", ["key"], id="key-figure"),
    pytest.param("The key to the pump room was lost.", [], id="key-of-a-door"),
    pytest.param("Two skiers are in critical condition.", [], id="critical-condition"),
    pytest.param("The harbour is a critical test for the mayor.", ["critical"], id="critical-test"),
    pytest.param("The so-called experts left.", ["so-called"], id="hyphen"),
    pytest.param("The so called experts left.", ["so called"], id="no-hyphen"),
    pytest.param("The coach slammed the referee and touted his own record.", ["slammed", "touted"], id="sport"),
    pytest.param("The bank's heavy-handed recall was botched.", ["heavy-handed", "botched"], id="recall"),
    pytest.param("The firm began a strict training regime for crews.", [], id="training-regime"),
    pytest.param("Voters fear the regime.", ["regime"], id="regime"),
    pytest.param("She returned to active duty on Friday.", [], id="plain-phrase"),
    pytest.param("It was a good step, the nurses wrote.", ["good"], id="good-step"),
    pytest.param("The milk is good until Friday.", [], id="good-milk"),
    pytest.param("Fans adore the striker.", ["adore"], id="verb"),
    pytest.param("Mayor Slams Shameful Flood Response", ["Slams", "Shameful"], id="headline"),
]


@pytest.mark.parametrize(("text", "expected"), LOADED)
def test_loaded(text: str, expected: list[str]) -> None:
    assert [surface for _, surface in words(text, Device.LOADED)] == expected


LITERAL = [
    pytest.param("Seven carriages derailed near Marle. The strike derailed the talks.", [(48, "derailed")], id="rails"),
    pytest.param("The old dam collapsed at night. Talks collapsed.", [(38, "collapsed")], id="what-stands"),
    pytest.param("A bus plunged into a ravine. Profits plunged.", [(37, "plunged")], id="falls"),
    pytest.param("Gunmen hijacked a plane. The party hijacked the debate.", [(35, "hijacked")], id="seized"),
    pytest.param(
        "The train wreck near Orrin killed two. The budget is a train wreck.", [(55, "train wreck")], id="wreck"
    ),
    pytest.param("Explosive devices were found. An explosive row followed.", [(33, "explosive")], id="bombs"),
    pytest.param("Sailors abandoned the ship. The minister abandoned her pledge.", [(41, "abandoned")], id="left"),
]


@pytest.mark.parametrize(("text", "expected"), LITERAL)
def test_what_is_meant_literally_does_not_judge(text: str, expected: list[tuple[int, str]]) -> None:
    assert words(text, Device.LOADED) == expected


HEDGES = [
    pytest.param("The dam could burst, engineers fear.", ["could"], "modal", id="could"),
    pytest.param("The ferry sails in May.", [], None, id="may-the-month"),
    pytest.param("The minister reportedly resigned.", ["reportedly"], "evidence", id="reportedly"),
    pytest.param("The move is widely seen as a retreat.", ["widely seen"], "opinion without holder", id="seen-as"),
    pytest.param("She had seen as many games as he had.", [], None, id="had-seen-as"),
    pytest.param("The blaze burnt around 40 barns.", ["around"], "approximation", id="around-number"),
    pytest.param("They walked around the barns.", [], None, id="around-a-place"),
    pytest.param("Data shows a rise in measles.", ["Data shows"], "evidence without owner", id="data-shows"),
    pytest.param("The firm reported losses.", [], None, id="reported-as-verb"),
    pytest.param("The reported losses grew.", ["reported"], "evidence", id="reported-losses"),
]


@pytest.mark.parametrize(("text", "expected", "concept"), HEDGES)
def test_hedges(text: str, expected: list[str], concept: str | None) -> None:
    made = found(text, Device.HEDGE)
    assert [word.passage.surface for word in made] == expected
    assert {word.concept for word in made} <= {concept}


REPORTING = [
    pytest.param("The union admitted that it had lost.", [("admitted", "concedes")], id="admitted"),
    pytest.param("The union said that it had lost.", [("said", "neutral")], id="said"),
    pytest.param(
        "The club admitted 40 children for nothing.", [], id="admitted-to-a-club", marks=pytest.mark.xfail(strict=True)
    ),
    pytest.param("The goalkeeper insisted that he was fit.", [("insisted", "claims")], id="insisted"),
]


@pytest.mark.parametrize(("text", "expected"), REPORTING)
def test_reporting_verbs(text: str, expected: list[tuple[str, str]]) -> None:
    made = found(text, Device.REPORTING_VERB)
    assert [(word.passage.surface, word.concept) for word in made] == expected


def test_intensifiers_and_their_places() -> None:
    assert words("It was very late, utterly dark, and yet another boat sank.", Device.INTENSIFIER) == [
        (7, "very"),
        (18, "utterly"),
        (36, "yet another"),
    ]


def test_voices() -> None:
    made = found('The regime fell. "They were dictators," said Ana Brandt. She said that the vote was unfair.')
    said = {word.passage.surface: (word.voice, word.speaker) for word in made if word.device is Device.LOADED}
    assert said == {
        "regime": (Voice.NARRATOR, None),
        "dictators": (Voice.QUOTED, "Ana Brandt"),
        "unfair": (Voice.REPORTED, "Ana Brandt"),
    }


def test_role_and_entry() -> None:
    parsed = read("Mayor vows revenge\nThe end.", Role.HEADLINE)
    first = next(iter(wording.find(parsed, [])))
    assert (first.role, first.lexicon, first.passage.surface) == (Role.HEADLINE, "loaded: vow", "vows")


def test_an_edit_changes_the_result() -> None:
    text = "The stitch-up angered the regime."
    lists = with_entry(WordLists(), "stitch up", Device.LOADED, concept="blame", word_class="noun")
    lists = without_entry(lists, "regime", Device.LOADED)
    made = found(text, Device.LOADED, lists=lists)
    assert [(word.passage.start, word.passage.surface, word.concept) for word in made] == [
        (4, "stitch-up", "blame"),
        (14, "angered", "blame"),
    ]
    assert [word.passage.surface for word in found(text, Device.LOADED)] == ["angered", "regime"]


def test_reporting_verbs_can_be_taken_out() -> None:
    lists = without_entry(WordLists(), "insist", Device.REPORTING_VERB)
    assert found("He insisted that it rained.", Device.REPORTING_VERB, lists=lists) == []


def _in_place(example: str, first: str, other: str) -> str:
    at = re.search(re.escape(first).replace(r"\ ", "[ -]"), example, re.IGNORECASE)
    assert at, f"the example {example!r} lacks {first!r}"
    return example[: at.start()] + other + example[at.end() :]


@pytest.mark.parametrize("device", FILES, ids=lambda device: FILES[device])
def test_every_word_fires_in_its_example(device: Device) -> None:
    cases = [
        (word, _in_place(entry.example, entry.pattern.split("|")[0], word))
        for entry in lexicon(FILES[device]).entries
        for word in entry.pattern.split("|")
    ]
    articles = [article(text) for _, text in cases]
    silent = [
        text
        for (word, text), parsed in zip(cases, _parsed(articles), strict=True)
        if f"{device.value}: {word}" not in {hit.lexicon for hit in wording.find(parsed, [])}
    ]
    assert silent == []


def _parsed(articles: list[Article]) -> list[Parsed]:
    return list(parse(replace(one, article_id=str(at)) for at, one in enumerate(articles)))


@pytest.mark.parametrize("device", FILES, ids=lambda device: FILES[device])
def test_no_word_fires_in_its_exceptions(device: Device) -> None:
    for entry in lexicon(FILES[device]).entries:
        owned = {f"{device.value}: {word}" for word in entry.pattern.split("|")}
        for parsed in _parsed([article(phrase) for phrase in entry.more.get("except", ())]):
            inside = [hit for hit in wording.find(parsed, []) if hit.lexicon in owned]
            assert not inside, (entry.id, parsed.article.text)


def test_exceptions_hold_a_word_of_their_entry() -> None:
    for name in FILES.values():
        for entry in lexicon(name).entries:
            own = {piece for word in entry.pattern.split("|") for piece in pieces(word)}
            for phrase in entry.more.get("except", ()):
                found_in = {form for piece in pieces(phrase) for form in (piece, piece.removesuffix("s"))}
                assert own & found_in, (entry.id, phrase)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "brutal",
                "so-called",
                "“",
                "”",
                '"',
                "regime",
                "\u200b",
                "é",
                "very",
                "-",
                "said",
                "\U0001f600",
                "\n",
                "2",
                ".",
            ]
        ),
        max_size=25,
    )
)
def test_offsets_hold_on_any_text(pieces_of: list[str]) -> None:
    found(" ".join(["x", *pieces_of]))


@pytest.mark.parametrize("bit", ["brutal ", "so-called ", "the radical ", "key ", "-", "point the finger at "])
def test_work_grows_with_the_text(bit: str) -> None:
    """Each token is looked up once: hostile repetition gives no more hits than tokens."""
    parsed = read(bit * 2000)
    made = list(wording.find(parsed, []))
    assert len(made) <= 2 * sum(len(part.doc) for part in parsed.parts)

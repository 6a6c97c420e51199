"""What articles call persons and things."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.corpus import load
from workbench.extract.label_words import is_personal, listed, singular
from workbench.language import load as pipeline
from workbench.lexicons import Entry, lexicon
from workbench.model import Label, Voice

CASES = [
    pytest.param(
        "“The chair was empty,” Lia Marsh, the chair of the council, said.",
        [("the chair of the council", "Lia Marsh", "role")],
        id="own-words-call-nobody-so",
    ),
    pytest.param(
        "Under-fire coach Lia Marsh left. Well-known judge Karin Holt stayed.",
        [("Under-fire coach", "Lia Marsh", "role"), ("Well-known judge", "Karin Holt", "title")],
        id="hyphen-at-the-start",
    ),
    pytest.param(
        "Fallen pop queen Lia Marsh sang in Oslo on Friday.",
        [("Fallen pop queen", "Lia Marsh", "title")],
        id="culture-noun-that-no-list-has",
    ),
    pytest.param(
        "Jobs could go if the US predator Vantor Group gets its hands on the mine.",
        [("US predator", "Vantor Group", "role")],
        id="business-noun-that-no-list-has",
    ),
    pytest.param("Karin Holt was a menace.", [("a menace", "Karin Holt", "description")], id="copula-any-noun"),
    pytest.param("Karin Holt was a day late.", [], id="copula-of-time"),
    pytest.param(
        "President Karin Holt spoke in Oslo. The champion will appeal.",
        [("President", "Karin Holt", "title")],
        id="sport-who-holds-an-office-is-no-champion",
    ),
    pytest.param(
        "Linden Grove Academy is shut. The council said so on Monday.", [], id="school-nobody-named-is-the-council"
    ),
    pytest.param(
        "General Karin Holt spoke on Monday. The officer who gave the order was not named.",
        [("General", "Karin Holt", "title")],
        id="coup-somebody-new-told-by-a-clause",
    ),
    pytest.param(
        "Judge Karin Holt arrived on Monday. The ninth victim was a child.",
        [("Judge", "Karin Holt", "title")],
        id="flood-one-of-a-count",
    ),
    pytest.param(
        "The rebel leader, Col. Karin Holt, was caught on Monday.",
        [("The rebel leader", "Karin Holt", "role"), ("Col.", "Karin Holt", "title")],
        id="coup-rank-with-a-full-stop",
    ),
    pytest.param(
        "The National Bank of Peru raised rates on Monday. Prices rose. "
        + "Shops were full of people who did not care, and the streets were loud. " * 6
        + "Orbis News asked why. The bank gave no answer.",
        [("The bank", "National Bank of Peru", "role")],
        id="rates-the-body-so-named",
    ),
    pytest.param("The Chamber of Commerce met. The bank was shut.", [], id="trade-a-chamber-is-no-bank"),
    pytest.param("By Monday morning Karin Holt was there.", [], id="time-before-a-name"),
    pytest.param(
        "The High Court ruled against Dana White. The federation hired her back.", [], id="another-sort-of-body"
    ),
    pytest.param(
        "OSLO, May 3 (Reuters) - Karin Holt won by ten votes. The electoral commission counted twice.",
        [],
        id="the-agency-that-reports",
    ),
    pytest.param(
        "The National Tax Agency lost data. The network was old. The agency said so.",
        [],
        id="a-network-is-no-agency",
    ),
    pytest.param(
        "Foreign Minister Karin Holt met Peru's president, Luis Vega, on Friday.",
        [("Foreign Minister", "Karin Holt", "title"), ("Peru's president", "Luis Vega", "role")],
        id="politics-title",
    ),
    pytest.param(
        "Prominent reformers Ana Ruiz and Bo Lindqvist were arrested on Monday.",
        [("Prominent reformers", "Ana Ruiz", "description"), ("Prominent reformers", "Bo Lindqvist", "description")],
        id="politics-coordinated",
    ),
    pytest.param(
        "Luis Vega is not recognised as president by the European Union.",
        [("not recognised as president by the European Union", "Luis Vega", "status")],
        id="politics-denied",
    ),
    pytest.param(
        "Protests grew under Luis Vega's authoritarian rule.",
        [("authoritarian rule", "Luis Vega", "description")],
        id="politics-rule",
    ),
    pytest.param(
        "Dana White, the founder of Corvex Motors and a former banker, resigned on Monday.",
        [("the founder of Corvex Motors", "Dana White", "role"), ("a former banker", "Dana White", "role")],
        id="business-appositions",
    ),
    pytest.param(
        "The state-owned airline Norvia Airways, a member of the alliance, cut jobs.",
        [("state-owned airline", "Norvia Airways", "role"), ("a member of the alliance", "Norvia Airways", "role")],
        id="business-organisation",
    ),
    pytest.param(
        "Marco Bianchi (31), captain of the national team, was injured on Sunday.",
        [("captain of the national team", "Marco Bianchi", "role")],
        id="sport-age",
    ),
    pytest.param(
        "Coach Steve Marsh called Daniel Okafor a genius.",
        [("Coach", "Steve Marsh", "title"), ("a genius", "Daniel Okafor", "description")],
        id="sport-called",
    ),
    pytest.param(
        "The club lost veteran players such as Ivan Petrov and Hugo Lemaire.",
        [("veteran players", "Ivan Petrov", "role"), ("veteran players", "Hugo Lemaire", "role")],
        id="sport-such-as",
    ),
    pytest.param(
        "Karl Lindqvist, who previously managed a clinic in Oslo, praised the nurses.",
        [("previously managed a clinic in Oslo", "Karl Lindqvist", "history")],
        id="health-relative",
    ),
    pytest.param(
        "Amina Yusuf served as director of the institute.",
        [("director of the institute", "Amina Yusuf", "title")],
        id="health-served",
    ),
    pytest.param(
        "Viktor Danescu, convicted of fraud in 2019, walked free on Tuesday.",
        [("convicted of fraud in 2019", "Viktor Danescu", "history")],
        id="court-participle",
    ),
    pytest.param(
        "Danescu's sister, Elena Danescu, wept in court.",
        [("Danescu's sister", "Elena Danescu", "kinship")],
        id="court-kinship",
    ),
    pytest.param(
        "Viktor Danescu was in court. His lawyer, Mihai Pop, blamed the police.",
        [("His lawyer", "Mihai Pop", "role")],
        id="court-his-lawyer",
    ),
    pytest.param(
        "Leyla Demir, now in hospital, lost her house.",
        [("now in hospital", "Leyla Demir", "status")],
        id="disaster-state",
    ),
    pytest.param(
        "Luis Ferreira was arrested on Friday. The 58-year-old denied the charges.",
        [("The 58-year-old", "Luis Ferreira", "role")],
        id="disaster-stands-alone",
    ),
    pytest.param(
        "Henry Blake described Yuki Tanaka as a pioneer.",
        [("a pioneer", "Yuki Tanaka", "description")],
        id="science-as",
    ),
    pytest.param(
        "Yuki Tanaka is an astrophysicist at Kyoto University.",
        [("an astrophysicist at Kyoto University", "Yuki Tanaka", "role")],
        id="science-copula",
    ),
    pytest.param(
        "A coast guard spokesman said that 40 people were missing.",
        [("A coast guard spokesman", "coast guard spokesman", "role")],
        id="unnamed",
    ),
    pytest.param("Ana Ruiz, two doctors and a driver were hurt.", [], id="list-is-no-label"),
    pytest.param("In a letter to Ana Ruiz, the mayor said the bridge was safe.", [], id="clause-is-no-label"),
    pytest.param(
        "Ana Ruiz, opposition leader Bo Lindqvist and others were there.",
        [("opposition leader", "Bo Lindqvist", "role")],
        id="title-of-the-next",
    ),
    pytest.param("The bridge was closed after the storm.", [], id="no-name"),
    pytest.param("Ana Ruiz wept. Tom Bell said that justice was done.", [], id="that-opens-a-clause"),
    pytest.param("Arven Bank paid. They met on the side of the river.", [], id="the-side-of-something-else"),
    pytest.param(
        "Mayor Ana Ruiz wept. The law had pleased the prime minister.",
        [("Mayor", "Ana Ruiz", "title")],
        id="another-office",
    ),
    pytest.param(
        "War-torn Arvenia, which is a close ally of Russia, closed its border.",
        [("War-torn", "Arvenia", "status"), ("a close ally of Russia", "Arvenia", "description")],
        id="place",
    ),
    pytest.param(
        '"Karin Holt is a traitor," said Bo Lindqvist.', [("a traitor", "Karin Holt", "description")], id="quoted"
    ),
]


def labels_of(text: str) -> list[Label]:
    corpus = load([{"text": text}], progress=False)
    found = list(corpus.framing.labels)
    assert not corpus.faults
    for label in found:
        passage = label.passage
        assert corpus.document(passage.article_id).text[passage.start : passage.end] == passage.surface
    return found


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_labels(text: str, expected: list[tuple[str, str | None, str]]) -> None:
    assert [(label.passage.surface, label.canonical, label.kind.value) for label in labels_of(text)] == expected


def test_target_is_the_name_that_the_label_stands_beside() -> None:
    (label,) = labels_of("On Monday the retired nurse Ana Ruiz was honoured by the town.")
    assert label.target is not None
    assert (label.passage.surface, label.target.surface) == ("retired nurse", "Ana Ruiz")


def test_one_who_speaks_without_a_name_has_no_entity() -> None:
    (label,) = labels_of("A coast guard spokesman said that 40 people were missing.")
    assert (label.entity_id, label.target) == (None, None)


@pytest.mark.parametrize(
    ("text", "words", "voice", "speaker"),
    [
        pytest.param(
            '"Karin Holt is a traitor," said Bo Lindqvist.', "a traitor", Voice.QUOTED, "Bo Lindqvist", id="marks"
        ),
        pytest.param(
            "Bo Lindqvist described Karin Holt as a traitor.", "a traitor", Voice.REPORTED, "Bo Lindqvist", id="caller"
        ),
        pytest.param("Karin Holt, a former banker, resigned.", "a former banker", Voice.NARRATOR, None, id="narrator"),
    ],
)
def test_whose_words(text: str, words: str, voice: Voice, speaker: str | None) -> None:
    (label,) = [label for label in labels_of(text) if label.passage.surface == words]
    assert (label.voice, label.speaker) == (voice, speaker)


def test_heading_means_whom_the_text_calls_so() -> None:
    text = "Corvex Founder Steps Down\n\nDana White, the founder of Corvex Motors, stepped down on Monday in Oslo.\n"
    assert ("Corvex Founder", "Dana White") in [(one.passage.surface, one.canonical) for one in labels_of(text)]


@pytest.mark.parametrize("entry", [pytest.param(one, id=one.id) for one in lexicon("labelling").entries])
def test_lexicon_example_has_a_word_of_its_entry(entry: Entry) -> None:
    words = {token.lemma_.lower() for token in pipeline()(entry.example)} | set(entry.example.lower().split())
    words |= {singular(word.strip(".,")) for word in entry.example.lower().split()}
    assert words & set(entry.pattern.split("|"))
    assert set(entry.pattern.split("|")) <= listed(str(entry.more["sort"]))


@pytest.mark.parametrize(
    ("text", "personal"), [("a retired nurse", True), ("the vice-president", True), ("a long bridge", False)]
)
def test_nouns_for_persons(text: str, personal: bool) -> None:
    assert is_personal(pipeline()(text)[-1]) is personal


WORDS = "Ana Ruiz|Bo Lindqvist|, a nurse|, who|the mayor|is|called|as|a liar|and|such as|,|.|\n\n|“|”|(|45|’s|of|Peru"
PIECES = st.sampled_from([*WORDS.split("|"), "é", "\u00a0", "🙂", "—"])


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, min_size=1, max_size=30))
def test_any_text(pieces: list[str]) -> None:
    labels_of("The town hall was closed. " + " ".join(pieces))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ana Ruiz" + ", a nurse" * 2000 + " spoke.", id="appositions"),
        pytest.param("The head" + " of the union" * 2000 + ", Ana Ruiz, spoke.", id="chain"),
        pytest.param("Leaders such as " + "Ana Ruiz, " * 2000 + "met.", id="list"),
        pytest.param("Ana Ruiz (" * 1500, id="brackets"),
    ],
)
def test_hostile(text: str) -> None:
    assert len(labels_of(text)) <= 4000


def test_what_a_storm_forces_is_no_label() -> None:
    text = "Harbour blast forces Lunden schools to close\n\nSchools in Lunden were closed on Monday after a blast.\n"
    assert not labels_of(text)

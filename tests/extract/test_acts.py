"""Who does what to whom."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.corpus import load
from workbench.lexicons import Entry, lexicon
from workbench.model import Act, ActForm, Voice

CASES = [
    pytest.param(
        "Parliament approved the budget on Monday.",
        [("Parliament", "approve", "active", "the budget", False)],
        id="politics",
    ),
    pytest.param(
        "Karin Holt met the rebels and signed a truce.",
        [("Karin Holt", "meet", "active", "the rebels", False), ("Karin Holt", "sign", "active", "a truce", False)],
        id="politics-shared-subject",
    ),
    pytest.param(
        "Peru agreed to lift the tariffs.", [("Peru", "lift", "active", "the tariffs", False)], id="politics-agreed"
    ),
    pytest.param(
        "Corvex Motors was bought by Norvia Airways in May.",
        [("Norvia Airways", "buy", "passive", "Corvex Motors", False)],
        id="business-passive",
    ),
    pytest.param(
        "Forty workers were dismissed on Tuesday.",
        [(None, "dismiss", "passive", "Forty workers", False)],
        id="business-no-agent",
    ),
    pytest.param(
        "Marco Bianchi did not score a goal.", [("Marco Bianchi", "score", "active", "a goal", True)], id="sport"
    ),
    pytest.param(
        "The men arrested by police in Oslo denied the charges.",
        [("police in Oslo", "arrest", "passive", "The men", False)],
        id="court-participle",
    ),
    pytest.param(
        "The court refused to free Viktor Danescu.",
        [("The court", "free", "active", "Viktor Danescu", True)],
        id="court-failed",
    ),
    pytest.param(
        "The vaccination of the children by the nurses began on Friday.",
        [("the nurses", "vaccinate", "noun", "the children", False)],
        id="health-noun",
    ),
    pytest.param(
        "Police criticised Danescu's arrest.",
        [("Police", "criticise", "active", "Danescu's arrest", False), (None, "arrest", "noun", "Danescu", False)],
        id="disaster-noun-owner",
    ),
    pytest.param(
        "The storm, which destroyed the bridge, hit Peru.",
        [("The storm", "destroy", "active", "the bridge", False), ("The storm", "hit", "active", "Peru", False)],
        id="disaster-relative",
    ),
    pytest.param(
        "The quake killed 40 people and injured 90.",
        [("The quake", "kill", "active", "40 people", False), ("The quake", "injure", "active", "90", False)],
        id="disaster-garden",
    ),
    pytest.param(
        "Yuki Tanaka said the probe had landed on the moon.",
        [("the probe", "land", "active", None, False)],
        id="science-reported",
    ),
    pytest.param("Nobody was hurt in the fire.", [(None, "hurt", "passive", "Nobody", True)], id="nobody"),
    pytest.param("The village lies on the coast and has two schools.", [], id="state-is-no-act"),
    pytest.param("Karin Holt said that it was late.", [], id="saying-is-no-act"),
    pytest.param(
        '"We closed the road," said Bo Lindqvist.', [("We", "close", "active", "the road", False)], id="quoted"
    ),
]


def acts_of(text: str) -> list[Act]:
    corpus = load([{"text": text}], progress=False)
    found = list(corpus.framing.acts)
    assert not corpus.faults
    for act in found:
        for passage in filter(None, (act.passage, act.actor, act.object)):
            assert corpus.document(passage.article_id).text[passage.start : passage.end] == passage.surface
    return found


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_acts(text: str, expected: list[tuple[str | None, str, str, str | None, bool]]) -> None:
    found = [
        (
            act.actor.surface if act.actor else None,
            act.lemma,
            act.form.value,
            act.object.surface if act.object else None,
            act.negated,
        )
        for act in acts_of(text)
    ]
    assert found == expected


def test_who_acts_is_the_entity_that_is_named() -> None:
    (act,) = acts_of("Corvex Motors was bought by Norvia Airways in May.")
    assert (act.actor_id, act.object_id) == ("organisation:norvia-airways", "organisation:corvex-motors")


def test_voice() -> None:
    (act,) = acts_of('"We closed the road," said Bo Lindqvist.')
    assert (act.voice, act.speaker) == (Voice.QUOTED, "Bo Lindqvist")


def test_headline_in_title_case() -> None:
    text = "Peru Frees Miners as Chile Eases Tariffs\n\nPeru freed 40 miners on Monday. Chile eased tariffs.\n"
    heads = [act for act in acts_of(text) if act.role.value == "headline"]
    assert [(act.actor and act.actor.surface, act.lemma, act.object and act.object.surface) for act in heads] == [
        ("Peru", "free", "Miners"),
        ("Chile", "ease", "Tariffs"),
    ]


@pytest.mark.parametrize("entry", [pytest.param(one, id=one.id) for one in lexicon("event_nouns").entries])
def test_event_noun(entry: Entry) -> None:
    acts = [act for act in acts_of(entry.example) if act.form is ActForm.NOUN]
    assert [act.lemma for act in acts] == [entry.id]
    assert (acts[0].object is not None) is (entry.more["owner"] == "object")
    assert acts[0].actor is not None


@pytest.mark.parametrize("entry", [pytest.param(one, id=one.id) for one in lexicon("no_acts").entries])
def test_state_is_no_act(entry: Entry) -> None:
    assert [act.lemma for act in acts_of(entry.example) if act.lemma in entry.pattern.split("|")] == []


PIECES = st.sampled_from(
    [
        *[
            "Ana Ruiz",
            "freed",
            "was freed",
            "by",
            "the rebels",
            "not",
            "and",
            "to free",
            "the release",
            "of",
            "who",
            ",",
            ".",
            "\n\n",
            "“",
            "”",
            "Peru",
        ],
        "é",
        "🙂",
        "\u00a0",
    ]
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, min_size=1, max_size=30))
def test_any_text(pieces: list[str]) -> None:
    acts_of("The town hall was closed. " + " ".join(pieces))


def test_hostile_chain_of_verbs() -> None:
    assert acts_of("Ana Ruiz freed Bo Lee" + " and freed him" * 2000 + ".")

"""The timeline of invented events: what is one event, where sources differ, and which questions arise."""

import pytest

import workbench as wb

BRIDGE = {
    "a": "Mayor Ana Ruiz was arrested on Tuesday over the collapse. The court sentenced Pedro Gil in 2022. "
    "Ruiz was elected in March 2021. The 2019 flood killed nine.",
    "b": "Ana Ruiz, the mayor, was arrested on Wednesday. Pedro Gil was sentenced in 2023. Ruiz was elected in 2021. "
    "She lost her house in the 2019 flood.",
    "c": "Mayor Ana Ruiz was arrested on Tuesday. The road is now open.",
}


def corpus(texts, published="2024-08-15"):
    return wb.load(
        [{"article_id": key, "source": key, "published": published, "text": f"News of {key}\n\n{text}"} for key, text in
         texts.items()],
        progress=False,
    )  # fmt: skip


@pytest.fixture(scope="module")
def bridge():
    return corpus(BRIDGE)


def about(corpus, word):
    return [one for one in corpus.framing.timeline if word in one.label]


def test_events_stand_in_order_of_time(bridge):
    starts = [one.start_date for one in bridge.framing.timeline]
    assert starts == sorted(starts)


def test_one_event_with_the_sources_that_date_it(bridge):
    (flood,) = about(bridge, "flood")
    assert (flood.start_date, flood.article_ids, flood.differs) == ("2019", ("a", "b"), None)


def test_a_coarser_date_of_the_same_is_no_difference(bridge):
    (chosen,) = about(bridge, "elected")
    assert (chosen.start_date, chosen.article_ids, chosen.differs) == ("2021-03", ("a", "b"), None)


def test_dates_that_exclude_one_another_differ(bridge):
    (arrest,) = about(bridge, "arrested")
    assert (arrest.start_date, arrest.article_ids) == ("2024-08-13", ("a", "b", "c"))
    assert arrest.differs == "2024-08-13 in a, c; 2024-08-14 in b"
    assert "Tuesday" in arrest.label


def test_each_difference_is_a_question_with_its_passages(bridge):
    checks = bridge.framing.date_checks
    assert all("2022 in a; 2023 in b" in one.message or "2024-08-13 in a, c" in one.message for one in checks)
    assert {one.kind.value for one in checks} == {"date"}
    assert len(checks) == 2
    for check in checks:
        for passage in check.passages:
            assert bridge.document(passage.article_id).text[passage.start : passage.end] == passage.surface


def test_the_time_of_telling_is_no_event(bridge):
    assert about(bridge, "now open") == []


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (
            {"a": "Lena Moss, the envoy who assumed her post on May 3, 2024, left. Lena Moss, nominated by the king to "
                  "serve as envoy on May 3, 2024, is 40."},
            "both on 2024-05-03",
        ),
        (
            {"a": "Omar Haddad was imprisoned in 2019.", "b": "Omar Haddad was sentenced in May 2021 to six years."},
            "held before the sentence?",
        ),
    ],
    ids=["one-office", "order"],
)  # fmt: skip
def test_questions_about_order(texts, said):
    assert [said in one.message for one in corpus(texts).framing.date_checks] == [True]


@pytest.mark.parametrize(
    "texts",
    [
        {"a": "The team won on Saturday.", "b": "The party won on Sunday."},
        {"a": "Rita Kane said on Monday it was over.", "b": "Rita Kane said on Tuesday it was not."},
        {"a": "Acme was sold in 2012. Acme was sold again in 2014.", "b": "Acme was sold in 2013."},
        {"a": "Omar Haddad was arrested in 2019 and sentenced in 2021.", "b": "Omar Haddad was arrested in 2019."},
        {"a": "Lena Moss was appointed on May 3, 2024. Ida Roth resigned on May 3, 2024."},
        {"a": "Acme was founded in 1990.", "b": "Acme was founded in 1950."},
    ],
    ids=["two-things", "sayings", "again", "in-order", "two-persons", "far-apart"],
)
def test_what_raises_no_question(texts):
    assert corpus(texts).framing.date_checks == ()


def test_nothing_dated_is_an_empty_timeline():
    assert corpus({"a": "It rained."}).framing.timeline == ()


def test_the_tables_hold_them(bridge):
    assert len(bridge.timeline) == len(bridge.framing.timeline)
    assert set(bridge.dates["event"].dropna())


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Norvia Daily Press, August 14, 2024\n\nThe strike goes on.", id="an-outlet-with-its-day"),
        pytest.param("Kasten, 14 August 2024 (NTB) -- The strike goes on.", id="the-opening-of-a-report"),
        pytest.param("The strike goes on.\n\n— Ana Ruiz (@anaruiz) August 14, 2024", id="the-signature-of-a-post"),
        pytest.param("The strike goes on, the ministry said on Wednesday.", id="somebody-spoke"),
        pytest.param("The judges are tired, Ana Ruiz told me this week.", id="somebody-told-me"),
    ],
)
def test_what_is_no_event(text):
    assert corpus({"a": text}).framing.timeline == ()


@pytest.mark.parametrize(
    ("text", "label"),
    [
        pytest.param("The fire was first reported on Tuesday.", "reported", id="reported-to-somebody"),
        pytest.param("On Tuesday the court said that Ruiz is free.", "free", id="what-was-said"),
        pytest.param("Ruiz got the 2019 Orbis Prize.", "Orbis Prize", id="a-prize-with-its-year"),
    ],
)
def test_what_is_an_event_all_the_same(text, label):
    assert len(about(corpus({"a": text}), label)) == 1

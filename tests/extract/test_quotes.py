"""Quotes of whole articles: kinds, parts of one quotation, roles; and that no text whatever breaks them."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from reading_quotes import indirect, marked, quotes, read

from workbench.extract.quotes import between_marks
from workbench.model import QuoteKind, Role

KINDS = {
    "sentence": ("“We lost power at noon,” Ruiz said.", "We lost power at noon,", QuoteKind.DIRECT),
    "that-clause": ("Ruiz said that “the pumps had failed”.", "the pumps had failed", QuoteKind.DIRECT),
    "order": ("“Wash your hands,” Dr. Amadi said.", "Wash your hands,", QuoteKind.DIRECT),
    "fragment": ("Ruiz called it “a very good season”.", "a very good season", QuoteKind.PARTIAL),
    "two words": ("Ruiz thanked fans for “good advice” on tactics.", "good advice", QuoteKind.PARTIAL),
    "so-called": ("Buyers of so-called “smart” meters complained.", "smart", QuoteKind.TERM),
    "known as": ("The vaccine, known as “the jab”, arrived.", "the jab", QuoteKind.TERM),
    "scare quotes": ("Many “organic” eggs are not.", "organic", QuoteKind.TERM),
    "nickname": ('The late Ana "Nita" Ruiz ran the club.', "Nita", QuoteKind.TERM),
    "book": ("Her novel, “The Long Way Home,” won a prize.", "The Long Way Home,", QuoteKind.TITLE),
    "programme": ("He starred in the film “Big Sky” in 1999.", "Big Sky", QuoteKind.TITLE),
    "dialogue": ("“Where?”", "Where?", QuoteKind.PARTIAL),
    "headline": ("Mayor Vows ‘No More Cuts’ After Vote", "No More Cuts", QuoteKind.PARTIAL),
}


@pytest.mark.parametrize(("text", "surface", "kind"), KINDS.values(), ids=KINDS)
def test_kind(text: str, surface: str, kind: QuoteKind) -> None:
    assert [(one.passage.surface, one.kind) for one in marked(text)] == [(surface, kind)]


def test_spans_leave_the_marks_out() -> None:
    (quote,) = marked("Ruiz said: “It was the wind.”")
    assert (quote.passage.start, quote.passage.end) == (12, 28)


def test_parts_around_a_cue_are_one_quotation() -> None:
    one, two = marked("“We lost power,” Ana Ruiz said. “It came back at noon.”")
    assert one.quotation_id == two.quotation_id
    assert (one.speaker, two.speaker) == ("Ana Ruiz", "Ana Ruiz")


def test_parts_over_paragraphs_are_one_quotation() -> None:
    made = marked('Ana Ruiz said: "The sea rose.\n\n"We ran.\n\n"Nobody came."')
    assert len({one.quotation_id for one in made}) == 1
    assert [one.speaker for one in made] == ["Ana Ruiz"] * 3


def test_fragments_under_one_cue_are_one_quotation() -> None:
    one, two = marked("The judge described the act as “cruel beyond words” and “without any remorse”.")
    assert one.quotation_id == two.quotation_id


def test_two_statements_are_two_quotations() -> None:
    one, two = marked("“We lost power,” Ana Ruiz said.\n“Help came late,” Tom Akers said.")
    assert one.quotation_id != two.quotation_id


def test_the_words_around_a_fragment_are_indirect_parts_of_its_quotation() -> None:
    text = "The coach said the season was “a long road”."
    (fragment,), (around,) = marked(text), indirect(text)
    assert around.passage.surface == "the season was"
    assert around.quotation_id == fragment.quotation_id


def test_between_marks_alone_are_as_among_all() -> None:
    text = (
        "The coach, Ana Ruiz, denied that the club was for sale.\n"
        "“We lost,” she said. “We were tired.”\n"
        "The club said the bus would leave at noon."
    )
    alone = list(between_marks(read(text)))
    assert [(quote.passage.surface, quote.speaker) for quote in alone] == [
        ("We lost,", "Ana Ruiz"),
        ("We were tired.", "Ana Ruiz"),
    ]
    assert alone == marked(text) and len(quotes(text)) > len(alone)


def test_roles_are_those_of_the_blocks() -> None:
    made = marked("“We Will Rebuild,” Says Mayor\n“We will rebuild,” Mayor Ana Ruiz said.", Role.HEADLINE)
    assert [one.role for one in made] == [Role.HEADLINE, Role.BODY]


def test_furniture_holds_no_quotes() -> None:
    assert quotes("“Read more here,” it said.\nRain fell.", Role.FURNITURE) == []


MARKUP = '<a href="https://x.example/a">Rain fell</a> on Monday.'


def test_quotes_of_markup_are_no_statements() -> None:
    assert {one.kind for one in quotes(MARKUP)} <= {QuoteKind.TERM}


TEXTS = st.text(alphabet=st.sampled_from(list("aeT s.,:!\n-—()5'\"“”„‘’«»")), max_size=50)
WORDS = st.lists(
    st.sampled_from(
        [
            "“",
            "”",
            '"',
            "‘",
            "’",
            "''",
            "Ana Ruiz",
            "she",
            "said",
            ",",
            ".",
            ":",
            "\n",
            "according to",
            "told",
            "that",
            "the mayor",
        ]
    ),
    max_size=14,
).map(" ".join)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(TEXTS, WORDS))
@example("“")
@example("according to")
@example("said “said” said")
@example('“A,” she said, according to "\n"')
def test_no_text_breaks_them(text: str) -> None:
    made = quotes(text)
    for one in made:
        assert text[one.passage.start : one.passage.end] == one.passage.surface
        if one.speaker_at:
            assert text[one.speaker_at.start : one.speaker_at.end] == one.speaker_at.surface
    spans = [one.passage.span for one in made]
    assert spans == sorted(spans, key=lambda span: (span.start, -span.end))
    for number, span in enumerate(spans):
        for other in spans[number + 1 :]:
            assert not span.overlaps(other) or span.contains(other)

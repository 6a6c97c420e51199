"""Whatever the text: nothing is raised, and every span is its surface."""

from figure_reading import figures_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

PIECES = st.sampled_from(
    [
        "40",
        "1.5 million",
        "dozens",
        "half",
        "a third",
        "$",
        "€",
        "%",
        "-",
        "–",
        "to",
        "and",
        "between",
        "of",
        "or more",
        "\n",
        "more than",
        "over",
        "people",
        "Ada Byron",
        "other",
        "others",
        ",",
        "(",
        ")",
        '"',
        "“",
        "2019",
        "3-2",
        "a",
        "nurse",
        "two",
        "aged",
        "12m",
        "votes",
        "…",
        "\u00a0",
        "№",
        "😀",
        "İ",
        "ß",
        "٣",
        "²",
        "one",
        "in",
        "hundreds",
        "per",
        "year",
        "AUD1",
        "'s",
    ]
)
TEXTS = st.lists(PIECES, max_size=14).map(" ".join) | st.text(max_size=80)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_spans_are_surfaces(text: str) -> None:
    for figure in figures_of(text):
        passage = figure.passage
        assert text[passage.start : passage.end] == passage.surface
        measure = figure.measure
        if measure.low is not None and measure.high is not None:
            assert measure.low <= measure.high

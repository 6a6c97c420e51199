"""The words that bound a number, before it and after it, and those that only look so."""

import pytest

from workbench.extract.bounds import after, before

BEFORE = {
    "more-than": ("more than ", ">"),
    "over": ("well over ", ">"),
    "exceeded": ("exceeded ", ">"),
    "at-least": ("at least ", ">="),
    "no-fewer": ("no fewer than ", ">="),
    "less-than": ("less than ", "<"),
    "under": ("under ", "<"),
    "sub": ("sub-", "<"),
    "up-to": ("up to ", "<="),
    "no-more": ("no more than ", "<="),
    "as-many-as": ("as many as ", "<="),
    "about": ("about ", "~"),
    "nearly": ("nearly ", "~"),
    "some": ("some ", "~"),
    "estimated": ("an estimated ", "~"),
    "determiner": ("at least another ", ">="),
    "age": ("under the age of ", "<"),
    "the": ("over the ", None),
    "past": ("over the past ", None),
    "about-the": ("about the ", None),
    "two-more": ("more ", None),
    "up": ("up ", None),
    "caught": ("handsome ", None),
}


@pytest.mark.parametrize(("words", "bound"), BEFORE.values(), ids=BEFORE)
def test_before(words: str, bound: str | None) -> None:
    text = f"They had {words}"
    cue = before(text, len(text))
    assert (cue.bound.value if cue else None) == bound
    assert cue is None or text[cue.start : cue.end].strip() in words


AFTER = {
    "or-more": (" or more", ">="),
    "plus": ("-plus", ">="),
    "sign": ("+", ">="),
    "or-less": (" or less", "<="),
    "and-over": (" and over.", ">="),
    "and-over-so-many": (" and over 70 barns", None),
    "and-under-so-many": (" and under twenty barns", None),
    "or-so": (" or so", "~"),
    "odd": ("-odd", "~"),
    "at-most": (" at most", "<="),
    "or-more-than": (" or more than that", None),
    "more": (" more", None),
}


@pytest.mark.parametrize(("words", "bound"), AFTER.values(), ids=AFTER)
def test_after(words: str, bound: str | None) -> None:
    cue = after(f"107{words} went", 3)
    assert (cue.bound.value if cue else None) == bound


def test_over_a_span_of_time_may_mean_during() -> None:
    text = "Losses grew over "
    assert before(text, len(text), span_of_time=True) is None
    text = "They waited for over "
    assert before(text, len(text), span_of_time=True) is not None

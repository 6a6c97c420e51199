"""What the page tells of figures that are no plain statements: an earlier count, a number denied."""

from lxml import html as parser

import workbench as wb
from workbench.export.told import Told


def page(*texts: str) -> Told:
    return Told(wb.load([{"id": f"a{at}", "text": text} for at, text in enumerate(texts)], progress=False))


def said(html: str) -> str:
    return " ".join(parser.fromstring(f"<div>{html}</div>").text_content().split())


def test_an_earlier_count_and_a_denial_are_marked_where_they_stand() -> None:
    told = page(
        "The fire killed four people. The earlier toll was three. She denied that 60 people had died.",
        "The fire killed three people, the mayor said.",
    )
    text = said(str(told.figures()))
    assert "The earlier toll was three. an earlier count" in text
    assert "She denied that 60 people had died. denied" in text
    assert "The fire killed four people. an earlier count" not in text


def test_what_one_article_calls_an_earlier_count_is_not_what_both_agree_on() -> None:
    told = page("The fire killed four people. The earlier toll was three.", "The fire killed three people.")
    assert "in 2 sources" not in said(str(told.lead()))
    assert "in 2 sources" in said(str(page("The fire killed four people.", "The fire has killed four people.").lead()))

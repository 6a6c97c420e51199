"""Articles made of text for the tests of dates: parsed for real, published on a day that is given."""

from dataclasses import replace

import reading_quotes

from workbench.extract import dates
from workbench.language import Parsed, parse
from workbench.model import DateMention, Fact, Role


def read(text: str, published: str | None = None, *roles: Role) -> Parsed:
    article = reading_quotes.article(text, *roles)
    if published:
        article = replace(article, published=Fact(published, "the page"))
    return next(parse([article]))


def found(text: str, published: str | None = None, *roles: Role) -> list[DateMention]:
    return list(dates.find(read(text, published, *roles)))


def spans(text: str, published: str | None = None, *roles: Role) -> list[tuple[str, str | None, str | None]]:
    return [(one.passage.surface, one.start_date, one.end_date) for one in found(text, published, *roles)]

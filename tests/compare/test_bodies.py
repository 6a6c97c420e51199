"""Bodies that stand for one another, in chains and in circles: nothing that an article names is lost."""

from typing import Any

import pytest

from workbench.compare.bodies import Body, _join_aliases, _join_translated
from workbench.extract.named import Named
from workbench.model import Article, Block, Role


class Together:
    """Every two articles tell of one event."""

    def together(self, *_given: Any) -> bool:
        return True

    share_person = together


def body(article_id: str, name: str, *aliases: str) -> Body:
    made = Article(article_id, name, (Block(0, len(name), Role.BODY),), f"{article_id}.txt", "0" * 64, "utf-8")
    found = Body("organisation")
    found.add([Named(article_id, name, "organisation", [made.passage(0, len(name))], aliases=set(aliases))])
    return found


CHAINS = {
    "a chain": [("b", "Nordalia Trust", "Norda"), ("a", "Great Board", "Nordalia Trust"), ("c", "Norda")],
    "a circle": [("a", "World Chess League", "Wocle"), ("b", "Wocle", "World Chess League")],
}


@pytest.mark.parametrize("given", CHAINS.values(), ids=CHAINS)
def test_short_names_of_short_names(given: list[tuple[str, ...]]) -> None:
    kept = _join_aliases([body(*one) for one in given], Together())  # type: ignore[arg-type]
    assert sorted(member.name for one in kept for member in one.members) == sorted(name for _, name, *_ in given)


def test_abbreviations_that_lead_to_several_bodies() -> None:
    given = [
        ("a", "Unione Agricoltori Arveniani", "UAA"),
        ("b", "League of Farmers", "LFX", "UAA"),
        ("c", "Long Fair Xylo", "LFX"),
    ]
    kept = _join_translated([body(*one) for one in given], Together())  # type: ignore[arg-type]
    assert sorted(member.name for one in kept for member in one.members) == sorted(name for _, name, *_ in given)

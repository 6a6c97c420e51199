"""Whether two articles tell of one event: people count once, however called, and never as their own evidence."""

from workbench.compare.occasions import Occasions, features
from workbench.compare.personal import read
from workbench.extract.named import Named
from workbench.model import Article, Block, Role


def named(article_id: str, name: str) -> Named:
    made = Article(article_id, name, (Block(0, len(name), Role.BODY),), f"{article_id}.txt", "0" * 64, "utf-8")
    return Named(article_id, name, "person", [made.passage(0, len(name))])


TWO_MORAS = [
    named("a", "Ana Ruiz Mora"),
    named("b", "Ana Ruiz"),
    named("a", "Luis Soto Mora"),
    named("b", "Luis Soto"),
    named("c", "Pedro Mora"),
]


def test_whoever_bears_two_family_names_is_shared_by_either() -> None:
    found = Occasions(TWO_MORAS)
    assert found.share("a", "b") > 0.5


def test_the_other_name_of_one_bearer_is_not_that_of_another() -> None:
    found = Occasions(TWO_MORAS)
    assert not found.share_person("b", "c")


def test_the_names_in_question_are_no_evidence() -> None:
    asked = features(read("Ana Ruiz Mora")) | features(read("Luis Soto Mora"))
    assert not Occasions(TWO_MORAS).share_person("a", "b", asked)

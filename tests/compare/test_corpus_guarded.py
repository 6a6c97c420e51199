"""Names and quotes of an article that a comparison fails on are left out, with a problem; the others are compared."""

from typing import Any

import pytest

import workbench as wb
from workbench.compare import entities, utterances

TEXT = "{head}\n\n“The bridge is safe and will stay open,” said Anna Orlova, the mayor of Orsund, on {day}.\n"
TEXTS = {"a": ("Mayor speaks", "Monday"), "b": ("Bridge stays", "Tuesday"), "c": ("Orsund calm", "Sunday")}


def load() -> wb.Corpus:
    rows = [{"id": key, "text": TEXT.format(head=head, day=day)} for key, (head, day) in TEXTS.items()]
    return wb.load(rows, progress=False)


@pytest.mark.parametrize(
    ("module", "name", "what"),
    [
        pytest.param(entities, "names", "The names of this article could not be compared", id="names"),
        pytest.param(utterances, "quotes", "The quotes of this article could not be compared", id="quotes"),
    ],
)
def test_one_article_at_fault(monkeypatch: pytest.MonkeyPatch, module: Any, name: str, what: str) -> None:
    straight = module.group

    def group(records: Any, *rest: Any) -> Any:
        given = list(records)
        if any((one.article_id if name == "names" else one.passage.article_id) == "b" for one in given):
            raise IndexError("no such token")
        return straight(given, *rest)

    monkeypatch.setattr(module, "group", group)
    corpus = load()
    if name == "names":
        assert set(corpus.names["article_id"]) == {"a", "c"}
    else:
        assert {at for sources in corpus.utterances["sources"] for at in sources} == {"a", "c"}
    faults = [one for one in corpus.faults if one.message.startswith(what)]
    assert [one.article_id for one in faults] == ["b"]
    assert "IndexError: no such token" in faults[0].message


def test_nothing_at_fault() -> None:
    corpus = load()
    assert set(corpus.names["article_id"]) == {"a", "b", "c"}
    assert corpus.utterances["sources"].str.len().max() == 3
    assert not corpus.faults

"""One article of one file at a time: what cannot be read is a problem, and what comes before it is kept."""

import pytest

from workbench.model import Article, Problem
from workbench.read import archive, each
from workbench.read.draft import Draft, Raw


@pytest.mark.parametrize(
    ("name", "data", "names", "told"),
    [
        ("a.txt", b"Twelve people died.", [None], []),
        ("a.txt", b"", [], ["This file is empty"]),
        ("a.jsonl", b'{"text": "Rain."}\nno json\n{"text": "Snow."}', ["a-001", "a-002"], ["no JSON object"]),
        ("a.json", b"{", [], ["is no JSON"]),
        ("a.odd", b"x", [], ["which nothing here reads"]),
    ],
    ids=["text", "empty", "a bad line", "broken", "unknown"],
)
def test_drafts(name: str, data: bytes, names: list[str | None], told: list[str]) -> None:
    found = list(each.drafts(Raw(name, name, data)))
    assert [one.name for one in found if isinstance(one, Draft)] == names
    problems = [one.message for one in found if isinstance(one, Problem)]
    assert len(problems) == len(told)
    assert all(part in message for part, message in zip(told, problems, strict=True))


def test_an_article_or_the_problem_with_it() -> None:
    raw = Raw("in/a.txt", "a.txt", b"Council votes on budget\n\nThe council met on Monday.\n")
    (draft,) = each.drafts(raw)
    assert isinstance(draft, Draft)
    made = each.article(draft, raw)
    assert not isinstance(made, Problem)
    assert isinstance(made[0], Article)
    assert (made[0].article_id, made[0].path, made[0].headline) == ("a", "in/a.txt", "Council votes on budget")
    blank = each.article(Draft("  ", "utf-8", name="b"), raw)
    assert isinstance(blank, Problem)
    assert blank.message.startswith("The article 'b' of this file holds only white space")


def test_only_the_wanted_members_of_an_archive_are_unpacked() -> None:
    import io
    import zipfile

    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as zipped:
        for name in ("a.txt", "in/b.txt", "c.txt"):
            zipped.writestr(name, f"The text of {name}.")
    found = archive.members(made.getvalue(), "x.zip", 10_000, frozenset({"x.zip/in/b.txt"}))
    assert [(one.path, one.data) for one in found if isinstance(one, Raw)] == [
        ("x.zip/in/b.txt", b"The text of in/b.txt.")
    ]

"""A briefing while it is worked on: order, keys that stay, steps that can be taken back."""

import json

import pytest

from workbench.briefing.items import Chart, Check, Figure, Heading, Item, Maker, Quote, Statement, Table, Text
from workbench.briefing.pages import MOST, History, Page, Scribe

EVERY: tuple[Item, ...] = (
    Heading("Ferry <b>", 2),
    Text("“Both” могут быть правы\ud800\n\n=1+1", Maker.MACHINE),
    Statement("Two say 300.", (("a", 1, 4), ("b", 0, 2)), status="corrected"),
    Figure("a:f1-4"),
    Quote("a:q1-9"),
    Check("c1"),
    Chart("figures", (("quantity", "q1"),), "Aboard", "at noon"),
    Table("figures", ("n", "who"), ((300, None), (2.5, "x"), (True, "")), "Figures"),
)


def page(*texts: str) -> Page:
    return Page("Ferry").add(*(Text(text) for text in texts))


def said(one: Page) -> str:
    return "".join(item.text for _, item in one.entries if isinstance(item, Text | Heading))


@pytest.mark.parametrize(
    ("at", "to", "order"),
    [(0, 2, "bca"), (2, 0, "cab"), (1, 1, "abc"), (0, 99, "bca"), (2, -5, "cab")],
    ids=["down", "up", "stays", "beyond the end", "before the start"],
)
def test_moving_keeps_everything(at: int, to: int, order: str) -> None:
    before = page("a", "b", "c")
    after = before.move(before.keys[at], to)
    assert said(after) == order
    assert dict(after.entries) == dict(before.entries)


def test_what_is_written_in_an_item_that_is_gone_comes_back_with_it() -> None:
    before = page("a", "b")
    gone = before.without(before.keys[0])
    assert said(gone.put(before.keys[0], Text("a!"))) == "ba!"
    assert said(gone.move(before.keys[0], 0)) == "b"
    assert said(gone.add(Text("c"), after=before.keys[0])) == "bc"


def test_adding_behind_an_item() -> None:
    before = page("a", "b")
    assert said(before.add(Text("c"), Text("d"), after=before.keys[0])) == "acdb"
    assert len(set(before.add(Text("a")).keys)) == 3


def test_steps_back_and_forth_and_a_new_branch() -> None:
    made = History().then(page("a"))
    made = made.then(made.page.add(Text("b"))).step(-1)
    assert (said(made.page), said(made.step(1).page), said(made.step(-9).page)) == ("a", "ab", "")
    branched = made.then(made.page.add(Text("c")))
    assert said(branched.step(1).page) == "ac"


def test_letters_typed_in_a_row_are_one_step() -> None:
    made = History().then(page("a"))
    key = made.page.keys[0]
    for text in ("ab", "abc", "abcd"):
        made = made.then(made.page.put(key, Text(text)), f"{key} text")
    assert said(made.step(-1).page) == "a"
    other = made.then(made.page.add(Text("x"))).then(made.page.put(key, Text("!")), f"{key} text")
    assert said(other.step(-1).page) == "abcdx"


def test_what_changes_nothing_is_no_step() -> None:
    made = History().then(page("a"))
    assert made.then(made.page) is made


def test_as_many_steps_as_are_kept() -> None:
    made = History()
    for number in range(MOST + 20):
        made = made.then(page(str(number)))
    assert len(made.pages) == MOST and said(made.page) == str(MOST + 19)


def test_every_kind_of_item_survives_the_file() -> None:
    scribe, made = Scribe(), History().then(Page("Ferry ‘x’").add(*EVERY))
    assert History.of(json.loads(scribe.write(made, analyst="Ada"))) == made
    more = made.then(made.page.add(Text("later")))
    assert History.of(json.loads(scribe.write(more))) == more
    assert History.of(json.loads(scribe.write(made))) == made


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data.pop("pages"),
        lambda data: data.update(pages=[]),
        lambda data: data.update(at=5),
        lambda data: data.update(at="0"),
        lambda data: data["pages"][0].update(title=5),
        lambda data: data["items"].clear(),
        lambda data: next(iter(data["items"].values())).update(item="Song"),
        lambda data: next(iter(data["items"].values())).update(text=7),
        lambda data: next(iter(data["items"].values())).update(colour="red"),
        lambda data: next(iter(data["items"].values())).update(maker="ghost"),
    ],
    ids=["no pages", "none", "beyond", "no number", "title", "no items", "kind", "type", "field", "maker"],
)
def test_what_is_no_history_is_refused(change: object) -> None:
    data = json.loads(Scribe().write(History((page("a"),))))
    change(data)
    with pytest.raises((KeyError, TypeError, ValueError)):
        History.of(data)

"""How quote marks pair, on text of many shapes and on none at all."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workbench.extract.marks import Marked, pair
from workbench.spans import Span


def lines(text: str) -> list[Span]:
    spans, at = [], 0
    for line in text.splitlines(keepends=True):
        spans.append(Span(at, at + len(line)))
        at += len(line)
    return spans


def found(text: str) -> list[Marked]:
    return list(pair(text, lines(text)))


def surfaces(text: str) -> list[str]:
    return [text[one.start : one.end] for one in found(text)]


PAIRED = {
    "straight": ('He said: "It rained." Then "no" again.', ["It rained.", "no"]),
    "curly": ("“We won,” she said. “Twice.”", ["We won,", "Twice."]),
    "british single": ("‘We won,’ she said. ‘Twice.’", ["We won,", "Twice."]),
    "straight single": ("He called it 'a farce' and left.", ["a farce"]),
    "single with apostrophes": (
        "‘It’s the players’ fault, isn’t it?’ he said.",
        ["It’s the players’ fault, isn’t it?"],
    ),
    "single, plural possessive": ("The 'workers' council' met.", ["workers' council"]),
    "doubled single": ("''We won,'' she said.", ["We won,"]),
    "backticks": ("``We won,'' she said.", ["We won,"]),
    "guillemets": ("«We won», she said.", ["We won"]),
    "guillemets inward": ("»We won«, she said.", ["We won"]),
    "guillemets with spaces": ("« We won », she said.", [" We won "]),
    "low high": ("„We won“, she said.", ["We won"]),
    "right marks on both sides": ("”We won”, she said.", ["We won"]),
    "wrong way": ("”We won,“ she said.", ["We won,"]),
    "curly then straight": ('“We won," she said.', ["We won,"]),
    "nested single": ("“He said ‘no’ to me,” she said.", ["He said ‘no’ to me,", "no"]),
    "nested double": ("‘He said “no” to me,’ she said.", ["He said “no” to me,", "no"]),
    "nested alike": ('"He said "no" to me," she said.', ['He said "no" to me,', "no"]),
    "both end at once": ("“She said ‘go.’” They went.", ["She said ‘go.’", "go."]),
    "glued": ('She said"no" and left.', ["no"]),
    "loose": ('He said , " We won . " Then left .', [" We won . "]),
    "after a dash": ('The plan—"a farce"—failed.', ["a farce"]),
    "in brackets": ('The plan ("a farce") failed.', ["a farce"]),
    "corner brackets": ("「はい」 he said.", ["はい"]),
    "opens with dots": ('He said "... and so on" twice.', ["... and so on"]),
    "elision inside": ("‘Leave ’em be,’ he said.", ["Leave ’em be,"]),
    "inches inside": ('"I am 6\'2" tall," he said.', ["I am 6'2\" tall,"]),
}


@pytest.mark.parametrize(("text", "expected"), PAIRED.values(), ids=PAIRED)
def test_pairs(text: str, expected: list[str]) -> None:
    assert surfaces(text) == expected


NO_MARKS = {
    "apostrophes": "It's the dogs' dinner, isn't it? The '90s rock 'n' roll.",
    "curly apostrophes": "It’s the dogs’ dinner, isn’t it? The ’90s.",
    "feet and inches": "The door is 6' 2\" high and 5'10\" wide.",
    "inches": 'Two 12" pipes burst.',
    "nothing": "",
    "lone closing mark": "We won” she said.",
    "empty pair": 'She said "" and left.',
}


@pytest.mark.parametrize("text", NO_MARKS.values(), ids=NO_MARKS)
def test_is_no_quotation(text: str) -> None:
    assert surfaces(text) == []


def test_paragraphs_that_reopen_are_taken_up() -> None:
    one, two, three = found('"The sea rose.\n\n"We ran.\n\n"Nobody came," she said.')
    assert [(each.closed, each.continues) for each in (one, two, three)] == [
        (False, False),
        (False, True),
        (True, True),
    ]


def test_a_paragraph_that_does_not_reopen_ends_the_quotation() -> None:
    one, two = found('"The sea rose.\nNobody knew.\n"We ran," she said.')
    assert not one.closed
    assert not two.continues


def test_single_marks_that_reopen() -> None:
    one, two = found("He said: ‘The sea rose.\n\n‘We ran,’ he said.")
    assert (one.closed, two.continues) == (False, True)


def test_depth_tells_inner_from_outer() -> None:
    assert [one.depth for one in found("“He said ‘no’ to me,” she said.")] == [0, 1]


def test_a_stray_opening_mark_does_not_swallow_what_follows() -> None:
    assert surfaces('The 5" pipe burst. "We ran," she said.') == ["We ran,"]


ANY_MARKS = st.text(alphabet=st.sampled_from(list("ab S.,!?\n-—()5'\"“”„‘’‚«»‹›`「」′")), max_size=60)


@given(st.one_of(st.text(max_size=80), ANY_MARKS))
@example('"\'"\'"')
@example("'''''")
@example("“‘“‘”’”’")
@example("«“»”")
def test_never_crosses_and_never_fails(text: str) -> None:
    made = found(text)
    for one in made:
        assert 0 <= one.opened < one.start < one.end <= len(text)
    spans = [one.span for one in made]
    for number, span in enumerate(spans):
        for other in spans[number + 1 :]:
            assert not span.overlaps(other) or span.contains(other) or other.contains(span)
    assert [one.start for one in made] == sorted(one.start for one in made)

"""What a quantity is called: the words of its articles."""

import pytest

import workbench as wb

CASES = [
    ("The rebels handed over 12 rifles on Monday.", "12 rifles were handed over by the rebels.", "handed over"),
    ("The mayor opened 12 schools on Monday.", "12 schools were opened by the mayor.", "schools opened"),
]


@pytest.mark.parametrize(("one", "other", "said"), CASES, ids=["particle", "plain"])
def test_the_label_says_what_was_done(one: str, other: str, said: str) -> None:
    corpus = wb.load([{"id": "a", "text": one}, {"id": "b", "text": other}], progress=False)
    assert [said in label.lower() for label in corpus.quantities.label] == [True]

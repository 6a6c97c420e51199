"""Keys made of places, when the places have moved."""

import pytest

from workbench.model import Passage
from workbench.review.decision import Action, Anchor, Layer, Target, new, now
from workbench.review.standing import rekey

ANCHORS = [Anchor("post", "0", "12", "", "", 10, 12), Anchor("post", "0", "7", "", "", 100, 101)]
PASSAGES = [Passage("post", 100, 102, "12"), Passage("mail-2", 190, 191, "7")]


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        pytest.param("post:f10-12", "post:f100-102", id="a figure"),
        pytest.param("q:post:f100-101", "q:mail-2:f190-191", id="another file"),
        pytest.param("c:sum:post:f10-12+post:i100-101", "c:sum:post:f100-102+mail-2:i190-191", id="both, each once"),
        pytest.param("post:f10-123", "post:f10-123", id="a longer number"),
        pytest.param("post:l10-12:status", "post:l100-102:status", id="a label"),
        pytest.param("person:ada-lund", "person:ada-lund", id="no place"),
    ],
)
def test_rekey(key: str, expected: str) -> None:
    made = new(Target(Layer.CHECK, key), Action.REJECT, analyst="Ada", at=now(), anchors=ANCHORS)
    assert rekey(key, made, PASSAGES) == expected

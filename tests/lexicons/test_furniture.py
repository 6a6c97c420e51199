"""Every entry of the lexicon fires on its example and on none of its counterexamples."""

import re

import pytest

from workbench.lexicons import Entry, lexicon
from workbench.model import Role
from workbench.read import cues

ENTRIES = lexicon("furniture").entries


def fires(entry: Entry, text: str) -> bool:
    shadow = cues.shadow(text)
    match entry.more.get("how", "whole"):
        case "part":
            flags = 0 if entry.more.get("case") else re.IGNORECASE
            return bool(re.fullmatch(cues.parts()[entry.id], shadow, flags))
        case "agency":
            return cues.is_agency(text)
        case "label":
            hit = cues.label(shadow)
        case "end":
            hit = cues.credit(shadow)
        case "post":
            hit = cues.signature(shadow)
        case "dateline":
            hit = cues.dateline(f"{shadow}The river rose overnight.", first=True)
        case _:
            return entry.id in [cue.id for cue in cues.whole(shadow)]
    return hit is not None and hit.cue.id == entry.id


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_the_example_fires(entry: Entry) -> None:
    assert fires(entry, entry.example)


@pytest.mark.parametrize(("entry", "text"), [(entry, text) for entry in ENTRIES for text in entry.counterexamples])
def test_the_counterexample_does_not(entry: Entry, text: str) -> None:
    assert not fires(entry, text)


def test_every_entry_says_what_it_makes_of_a_text() -> None:
    for entry in ENTRIES:
        if entry.more.get("how") != "part":
            assert entry.more.get("reason"), entry.id
            assert Role(entry.more.get("role", "furniture"))
            assert entry.more.get("where", "any") in ("any", "top", "tail", "edge"), entry.id


def test_ids_are_unique() -> None:
    ids = [entry.id for entry in ENTRIES]
    assert len(ids) == len(set(ids))

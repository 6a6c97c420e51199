"""Looks for garbage: none while much is made, and yet nothing that nobody uses any more stays for good."""

import gc
from weakref import ref

import pytest

from workbench import garbage
from workbench.garbage import undisturbed


class Circle:
    """What holds itself, as a corpus and what was found in it hold each other."""

    def __init__(self, size: int = 0) -> None:
        self.itself = self
        self.records: list[list[int]] = [[] for _ in range(size)]


@pytest.fixture(autouse=True)
def _thawed():
    yield
    gc.unfreeze()


def test_what_was_made_is_not_looked_over_at_once():
    looked = []

    def tell(phase, found):
        looked.append(found["generation"])

    gc.collect()
    gc.callbacks.append(tell)
    try:
        with undisturbed():
            kept = Circle(garbage._FEW * 2)
        _ = [[] for _ in range(100)]
    finally:
        gc.callbacks.remove(tell)
    assert kept.records
    assert not looked


def test_what_nobody_uses_is_found_after_many_more_were_made(monkeypatch):
    monkeypatch.setattr(garbage, "_MANY", garbage._FEW * 5)
    with undisturbed():
        gone = ref(Circle(garbage._FEW * 2))
    for _ in range(6):
        with undisturbed():
            Circle(garbage._FEW * 2)
    assert gone() is None


def test_within_another_nothing_changes_before_its_end():
    with undisturbed():
        with undisturbed():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_what_is_frozen_stays_so():
    gc.freeze()
    before = gc.get_freeze_count()
    with undisturbed():
        kept = Circle(garbage._FEW * 2)
    assert kept.itself is kept
    assert gc.get_freeze_count() >= before - 100

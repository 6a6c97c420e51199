"""What was made of one input, by name; and properties that look there before they make anything."""

import hashlib
from collections.abc import Callable, Sequence
from functools import cache, cached_property, wraps
from typing import Any, Protocol, TypeVar

import msgspec

from workbench.cache.shelf import Shelf
from workbench.cache.version import version
from workbench.garbage import undisturbed
from workbench.model import Problem

_Made = TypeVar("_Made")
_ENCODER = msgspec.msgpack.Encoder()


@cache
def _decoder(kind: Any) -> "msgspec.msgpack.Decoder[Any]":
    return msgspec.msgpack.Decoder(kind)


def key_of(*parts: object) -> str:
    """The digest of `parts`, records among them, and of all that results depend on beside them.

    >>> key_of("a", 1) == key_of("a", 1), key_of("a", 1) == key_of("a", 2)
    (True, False)
    """
    return hashlib.blake2b(version().encode() + _ENCODER.encode(parts), digest_size=32).hexdigest()


class Memory:
    """What is kept on `shelf` of the input with this `key`."""

    def __init__(self, shelf: Shelf, key: str) -> None:
        self.shelf, self.key = shelf, key

    @classmethod
    def of(cls, shelf: Shelf | None, *parts: object) -> "Memory | None":
        """The memory of what is made of `parts`; None without a shelf, or where parts cannot be written down."""
        try:
            return cls(shelf, key_of(*parts)) if shelf is not None else None
        except (TypeError, ValueError, msgspec.MsgspecError):
            return None

    def get(self, name: str, kind: Any) -> Any:
        """What is kept under `name`, as a `kind`; None where nothing is, or something else."""
        content = self.shelf.get(self.key, name)
        if content is None:
            return None
        try:
            with undisturbed():  # thousands of records come and none goes
                return _decoder(kind).decode(content)
        except msgspec.MsgspecError:
            return None

    def put(self, name: str, made: object) -> None:
        """Keep `made` under `name`, where it can be written down."""
        try:
            content = _ENCODER.encode(made)
        except (TypeError, ValueError, RecursionError, msgspec.MsgspecError):
            return
        self.shelf.put(self.key, name, content)


class Remembering(Protocol):
    """What has properties that look into a memory: `memory` is None where none is to be used."""

    @property
    def memory(self) -> Memory | None: ...  # noqa: D102
    @property
    def faults(self) -> Sequence[Problem]: ...  # noqa: D102


def remembered(
    kind: Callable[[], Any], *, unless: Callable[[Any], bool] = lambda owner: False
) -> Callable[[Callable[[Any], _Made]], "cached_property[_Made]"]:
    """A cached property whose value, of the type that `kind` gives, is looked up in the memory before it is made.

    `unless` says of the owner that its value depends on more than the memory knows of. What is made beside a fault is
    not kept: it is tried again, and the fault is told again.
    """

    def decorate(make: Callable[[Any], _Made]) -> "cached_property[_Made]":
        name = make.__name__

        @wraps(make)
        def find(owner: Remembering) -> _Made:
            memory = None if unless(owner) else owner.memory
            known: _Made | None = memory.get(name, kind()) if memory else None
            if known is not None:
                return known
            with undisturbed():  # once for all articles: after each one, a look would go over all that was made so far
                made = make(owner)
            if memory and not owner.faults:
                memory.put(name, made)
            return made

        return cached_property(find)

    return decorate

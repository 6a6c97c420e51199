"""A field of a view's state that can be read and set on the view itself."""

from typing import Any, Generic, Protocol, TypeVar, cast, overload

T = TypeVar("T")


class _Stated(Protocol):
    """What has a state, and replaces fields of it."""

    @property
    def state(self) -> Any: ...
    def change(self, **changes: Any) -> None: ...


class Setting(Generic[T]):
    """A field of the state, under the same name on the view: ``view.find = "ships"`` replaces it in the state."""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, view: None, owner: type) -> "Setting[T]": ...
    @overload
    def __get__(self, view: _Stated, owner: type) -> T: ...
    def __get__(self, view: _Stated | None, owner: type) -> "Setting[T] | T":
        return self if view is None else cast(T, getattr(view.state, self._name))

    def __set__(self, view: _Stated, value: Any) -> None:
        view.change(**{self._name: value})

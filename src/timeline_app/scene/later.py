"""What is made when it is first looked at, which that of most frames never is."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import TypeVar, overload

T = TypeVar("T")


class Later(Sequence[T]):
    """A tuple, by what makes it."""

    def __init__(self, made: Callable[[], tuple[T, ...]]) -> None:
        self._made = cache(made)

    def __len__(self) -> int:
        return len(self._made())

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[T, ...]: ...
    def __getitem__(self, at: int | slice) -> T | tuple[T, ...]:
        return self._made()[at]

    def __iter__(self) -> Iterator[T]:
        return iter(self._made())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

"""Where what follows from a table is kept for the next time it is opened."""

import hashlib
from collections.abc import Callable, Mapping
from typing import Any, Protocol, TypeVar

from numpy.typing import NDArray

T = TypeVar("T")
Arrays = Mapping[str, NDArray[Any]]


class Shelf(Protocol):
    """What is made of arrays, by kind and key; to be asked from any thread."""

    def kept(
        self, kind: str, key: str, make: Callable[[], Arrays], read: Callable[[Arrays], T]
    ) -> T:
        """What `read` reads from the arrays, all of one dimension and not to be written to, that
        are kept under this kind and key; from those that `make` makes where there are none, or
        where `read` raises KeyError, ValueError or IndexError for what does not fit.

        `key` says all that they follow from beside the table itself and the kind.
        """
        ...


class EmptyShelf:
    """Keeps nothing."""

    def kept(
        self, kind: str, key: str, make: Callable[[], Arrays], read: Callable[[Arrays], T]
    ) -> T:
        """See `Shelf`."""
        return read(make())


NOTHING_KEPT: Shelf = EmptyShelf()


def key_of(*arrays: NDArray[Any]) -> str:
    """A key by what these arrays hold."""
    told = hashlib.blake2b(digest_size=16)
    for array in arrays:
        told.update(f"{array.dtype.str}{array.shape}".encode())
        told.update(array.tobytes())
    return told.hexdigest()

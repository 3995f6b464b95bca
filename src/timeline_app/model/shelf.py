"""Where what follows from a table is kept for the next time it is opened."""

import hashlib
from collections.abc import Callable, Mapping
from typing import Any, Protocol

from numpy.typing import NDArray

Arrays = Mapping[str, NDArray[Any]]


class Shelf(Protocol):
    """Arrays by kind and key; to be asked from any thread."""

    def arrays(self, kind: str, key: str, make: Callable[[], Arrays]) -> Arrays:
        """The arrays, all of one dimension and not to be written to, that are kept under this kind
        and key; those that `make` makes, where there are none.

        `key` says all that they follow from beside the table itself and the kind.
        """
        ...


class EmptyShelf:
    """Keeps nothing."""

    def arrays(self, kind: str, key: str, make: Callable[[], Arrays]) -> Arrays:
        """See `Shelf`."""
        return make()


NOTHING_KEPT: Shelf = EmptyShelf()


def key_of(*arrays: NDArray[Any]) -> str:
    """A key by what these arrays hold."""
    told = hashlib.blake2b(digest_size=16)
    for array in arrays:
        told.update(f"{array.dtype.str}{array.shape}".encode())
        told.update(array.tobytes())
    return told.hexdigest()

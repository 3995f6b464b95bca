"""What follows from the columns of an archive, kept in files beside them."""

import hashlib
from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from timeline_app.model.shelf import Arrays
from timeline_app.store import column_file

T = TypeVar("T")

SUFFIX = ".shelf"

FORM = 3
"""Counts up whenever what is kept, or how it is made, becomes another."""

MOST_OF_A_KIND = 2
"""What is asked for first is what the next sitting asks for first; later askings, as when a window
is drawn larger and larger, are not kept."""


class FileShelf:
    """A shelf (see `model.shelf`) whose files begin with `stem`; `identity` says of which columns.

    Nothing here raises for what is wrong with a file: it is made again, as what is of another
    identity, kind or key is.
    """

    def __init__(self, stem: Path, identity: str) -> None:
        self._stem, self._identity = stem, identity
        self._keys: defaultdict[str, list[str]] = defaultdict(list)

    def kept(
        self, kind: str, key: str, make: Callable[[], Arrays], read: Callable[[Arrays], T]
    ) -> T:
        """See `Shelf`."""
        keys = self._keys[kind]
        if key not in keys:
            if len(keys) >= MOST_OF_A_KIND:
                return read(make())
            keys.append(key)
        file = self._file(kind, keys.index(key))
        told = {"identity": self._identity, "form": FORM, "kind": kind, "key": key}
        with suppress(OSError, ValueError, KeyError, IndexError, TypeError, RecursionError):
            known, arrays = column_file.read(file)
            if known == told:
                return read(arrays)
        made = make()
        with suppress(OSError):
            column_file.write(file, told, made)
        return read(made)

    def _file(self, kind: str, nth: int) -> Path:
        name = hashlib.sha256(f"{kind} {nth}".encode()).hexdigest()[:16]
        return self._stem.with_name(f"{self._stem.name}-{name}{SUFFIX}")

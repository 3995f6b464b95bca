"""One long reading shared among several connections: its parts are read side by side, and come in
their order.

SQLite lets other threads go on while it walks over rows, so two connections read nearly twice as
much as one where the machine can do two things at once.
"""

import os
import sqlite3
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, contextmanager
from queue import Empty, Full, Queue
from threading import Event
from typing import Generic, TypeVar

from timeline_app.store.archive import Archive

Part = TypeVar("Part")
Found = TypeVar("Found")
Read = Callable[[sqlite3.Connection, Part], Found]

MOST_HANDS = 4
"""More connections hardly read more: what they have read is made into columns by one thread."""

FEW = 8
"""Fewer parts are read by the connection that is there."""

_AHEAD = 32
"""So many parts a hand reads before they are taken: whoever takes them is busy for a fifth of a
second where columns of a million events are made, and no hand should wait for that."""

_LOOK_S = 0.05


def side_by_side(
    archive: Archive, parts: Sequence[Part], read: Read[Part, Found]
) -> Generator[Found, None, None]:
    """What `read` finds in each part of the archive, in the order of the parts.

    Raises what `read` raises, and `StoreError` where the file is another one by now.
    """
    hands = 1 if len(parts) < FEW else min(MOST_HANDS, os.cpu_count() or 1)
    if hands == 1:
        for part in parts:
            with archive.reading() as connection:
                found = read(connection, part)
            yield found
        return
    with _at_work([_Hand(archive, parts[n::hands], read) for n in range(hands)]) as them:
        for n in range(len(parts)):
            yield them[n % hands].take()


class _Hand(Generic[Part, Found]):
    """One connection in a thread of its own, and the parts that it reads."""

    def __init__(self, archive: Archive, parts: Sequence[Part], read: Read[Part, Found]) -> None:
        self._path, self._stamp = archive.path, archive.stamp
        self._parts, self._read = parts, read
        self._found: Queue[Found] = Queue(_AHEAD)
        self._over = Event()
        self.job: Future[None] | None = None

    def work(self) -> None:
        """Reads part after part, until all are read or nobody wants them any more."""
        with closing(Archive.open(self._path)) as archive:
            archive.expect(self._stamp)
            for part in self._parts:
                with archive.reading() as connection:
                    found = self._read(connection, part)
                self._give(found)
                if self._over.is_set():
                    return

    def take(self) -> Found:
        """The next part; raises what went wrong on the way to it."""
        while True:
            try:
                return self._found.get(timeout=_LOOK_S)
            except Empty:
                if self.job is not None and self.job.done():
                    self.job.result()

    def leave(self) -> None:
        """Nothing more is wanted."""
        self._over.set()

    def _give(self, found: Found) -> None:
        while not self._over.is_set():
            try:
                self._found.put(found, timeout=_LOOK_S)
            except Full:
                continue
            return


@contextmanager
def _at_work(hands: Sequence[_Hand[Part, Found]]) -> Iterator[Sequence[_Hand[Part, Found]]]:
    with ThreadPoolExecutor(len(hands), "reading") as pool:
        for hand in hands:
            hand.job = pool.submit(hand.work)
        try:
            yield hands
        finally:
            for hand in hands:
                hand.leave()

"""One notice for each change, in order, to all who listen."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from timeline_app.session.snapshot import Snapshot

Listener = Callable[[Snapshot, Snapshot], None]


class Notices:
    """Holds the one snapshot and tells every listener `(before, after)` once for each change.

    A listener that causes another change is not interrupted: all hear of the first, then of the
    next. Changes made within `together` are told as one.
    """

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self._told = snapshot
        self._listeners: list[Listener] = []
        self._depth = 0
        self._telling = False

    def listen(self, listener: Listener) -> Callable[[], None]:
        """Tell `listener` of every change from now on; call what is returned to stop, more than
        once if need be: a dialog can be closed twice."""
        self._listeners.append(listener)

        def stop() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return stop

    def show(self, snapshot: Snapshot) -> None:
        """Make `snapshot` the present one, and say so."""
        self.snapshot = snapshot
        self._tell()

    @contextmanager
    def together(self) -> Iterator[None]:
        """One notice for all that is changed within."""
        self._depth += 1
        try:
            yield
        finally:
            self._depth -= 1
            self._tell()

    def _tell(self) -> None:
        if self._depth or self._telling:
            return
        self._telling = True
        try:
            while self._told is not self.snapshot:
                before, self._told = self._told, self.snapshot
                for listener in tuple(self._listeners):
                    listener(before, self._told)
        finally:
            self._telling = False

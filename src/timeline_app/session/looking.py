"""The open archive looked through whole, once a file, beside the reader's work."""

import json
from contextlib import suppress
from pathlib import Path

from timeline_app.model.archive_findings import OK, Findings
from timeline_app.session.contents import own_columns
from timeline_app.session.looking_apart import look_apart
from timeline_app.session.running import Run
from timeline_app.session.session import Session
from timeline_app.store.archive_check import Stop
from timeline_app.store.column_cache import Identity

MOST_REMEMBERED = 200


class Looking:
    """Looks with `run`, which is not the one that saves notes: a look takes as long as it takes.

    A file that was found sound is known by its path, size, time and declared hash, and not looked
    through again; `memory` is the file that says so. A damaged one is told of in every sitting.
    """

    def __init__(self, session: Session, run: Run, memory: Path) -> None:
        self._session = session
        self._run = run
        self._memory = memory
        self._stop = Stop()
        self._identity = ""

    def look(self) -> None:
        """Look through the archive that is open now, unless that is known or under way."""
        archive = self._session.snapshot.archive
        if archive is None:
            return
        identity = _identity(archive.path, archive.edition.content_hash)
        if identity == self._identity:
            return
        self.stop()
        self._identity, stop = identity, Stop()
        if identity in self._remembered():
            return
        self._stop = stop
        self._run(lambda: look_apart(archive.path, stop), lambda found: self._found(found, stop))

    def stop(self) -> None:
        """End the look that is under way."""
        self._stop.ask()
        self._identity = ""

    def _found(self, found: Findings, stop: Stop) -> None:
        archive = self._session.snapshot.archive
        if stop.asked or archive is None:
            return
        if _identity(archive.path, archive.edition.content_hash) != self._identity:
            return
        if found.status == OK:
            self._remember(self._identity)
        else:  # what its header declares does not speak for its columns
            own_columns().drop(Identity.of(archive.edition, archive.stamp))
        self._session.tell_findings(found)

    def _remembered(self) -> list[str]:
        try:
            known = json.loads(self._memory.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return []
        return [one for one in known if isinstance(one, str)] if isinstance(known, list) else []

    def _remember(self, identity: str) -> None:
        known = [*self._remembered(), identity][-MOST_REMEMBERED:]
        with suppress(OSError):  # it is looked through again, then
            self._memory.parent.mkdir(parents=True, exist_ok=True)
            self._memory.write_text(json.dumps(known), encoding="utf-8")


def _identity(path: Path, declared: str) -> str:
    try:
        about = path.stat()
    except OSError:
        return f"{path.absolute()} {declared}"
    return f"{path.absolute()} {about.st_size} {about.st_mtime_ns} {declared}"

"""Where the backups of a notebook lie, and what their names say: when, how many acts, and why.

They lie in the user's own folder, not beside the notebook, so that they are still there when a
stick is not. Names sort by time, also where the computer's clock was set back.
"""

import hashlib
import os
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

from timeline_app import places
from timeline_app.dataclass import dataclass
from timeline_app.store.notebook_faults import no_backup
from timeline_app.words.tr import mark

OPENING, REGULAR, BY_HAND = "opening", "regular", "asked"
JOIN, IMPORT, MIGRATION, RESTORE, DAMAGED = "join", "import", "migration", "restore", "damaged"
REASONS = {
    OPENING: mark("at opening"),
    REGULAR: mark("while writing"),
    BY_HAND: mark("asked for"),
    JOIN: mark("before a join"),
    IMPORT: mark("before an import"),
    MIGRATION: mark("before its format changed"),
    RESTORE: mark("before a backup was restored"),
    DAMAGED: mark("the damaged file as it was"),
}
SUFFIX, LOG_SUFFIX = ".notebook.sqlite", ".log.jsonl"
_NAMED = re.compile(r"(\d{8}T\d{9})Z-(\d+)-([a-z]+)\.notebook\.sqlite")
_LONGEST_STEM = 60


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup: its file, when it was made (UTC), how many sound acts it holds, and why."""

    path: Path
    when: datetime
    acts: int
    reason: str

    @property
    def log(self) -> Path:
        """The same as lines of JSON."""
        return self.path.with_name(self.path.name.removesuffix(SUFFIX) + LOG_SUFFIX)


def folder_of(notebook: Path) -> Path:
    """The folder of a notebook's backups, by its place: a damaged file cannot say its id."""
    whole = Path(os.path.realpath(notebook))
    mark_ = hashlib.sha256(str(whole).encode("utf-8", "surrogateescape")).hexdigest()[:12]
    stem = re.sub(r"[^\w.-]", "_", whole.name.removesuffix(SUFFIX))[:_LONGEST_STEM]
    return places.user_data() / "backups" / f"{stem}-{mark_}"


def backups_of(notebook: Path) -> list[Backup]:
    """All backups of a notebook, newest first; what is not named like one is passed over.

    Raises `StoreError` where their folder cannot be read.
    """
    folder = folder_of(notebook)
    try:
        found = [named(path) for path in folder.iterdir()]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise no_backup(notebook, error.strerror or str(error)) from error
    return sorted((one for one in found if one), key=lambda one: one.path.name, reverse=True)


def named(path: Path) -> Backup | None:
    """What the name of a backup says; None for another file."""
    said = _NAMED.fullmatch(path.name)
    if said is None:
        return None
    try:
        when = datetime.strptime(said[1] + "000", "%Y%m%dT%H%M%S%f").replace(tzinfo=UTC)
    except ValueError:
        return None
    return Backup(path, when, int(said[2]), said[3])


def next_backup(notebook: Path, acts: int, reason: str, now: datetime) -> Backup:
    """The backup that comes after all others, of now or, by a clock set back, just after them."""
    newest = next(iter(backups_of(notebook)), None)
    when = now.replace(microsecond=now.microsecond // 1000 * 1000)
    if newest is not None and when <= newest.when:
        when = newest.when + timedelta(milliseconds=1)
    stamp = f"{when:%Y%m%dT%H%M%S}{when.microsecond // 1000:03}Z"
    return Backup(folder_of(notebook) / f"{stamp}-{acts}-{reason}{SUFFIX}", when, acts, reason)


def in_words(backup: Backup) -> str:
    """When a backup was made, in the reader's own time."""
    return f"{backup.when.astimezone():%Y-%m-%d %H:%M:%S}"

"""Backing up the open notebook, and looking into others before a join: beside one's work."""

from collections.abc import Callable, Sequence
from contextlib import closing
from enum import Enum
from functools import partial
from pathlib import Path

from timeline_app.dataclass import dataclass
from timeline_app.model.annotation import Written
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Problem
from timeline_app.store.archive import Archive
from timeline_app.store.backup import back_up, contents_of, is_like
from timeline_app.store.backup_names import BY_HAND, Backup, backups_of, in_words
from timeline_app.store.joining import Joined
from timeline_app.store.notebook import Notebook
from timeline_app.store.orphans import absent_targets, orphans
from timeline_app.store.other_log import OtherLog, read_other
from timeline_app.store.store_error import Fault, StoreError
from timeline_app.words.tr import tr


@dataclass(frozen=True, slots=True)
class Preview:
    """What joining these notebooks would bring; `refused` are sentences on those that cannot be.

    `orphans` counts what is about records that the open archive lacks.
    """

    logs: tuple[OtherLog, ...]
    joined: Joined
    orphans: int
    refused: tuple[str, ...]


def keep_backup(session: Session, reason: str) -> None:
    """Make a backup where something has changed; that it cannot be made is told.

    One that was asked for is told as well.
    """
    notebook = session.snapshot.notebook
    if notebook is None:
        return
    path, asked = notebook.path, reason == BY_HAND

    def job() -> Problem | None:
        try:
            made = back_up(path, reason)
        except StoreError as fault:
            quiet = fault.kind is not Fault.NO_BACKUP and not asked
            return None if quiet else Problem("warning", fault.sentence)
        return _told(path, made) if asked else None

    session.carry(job, lambda problem: session.tell(problem) if problem else None)


def _told(notebook: Path, made: Backup | None) -> Problem:
    if made is None:
        newest = in_words(backups_of(notebook)[0])
        return Problem("notice", tr("Nothing has changed since the backup of {when}.", when=newest))
    return Problem("notice", tr("Backed up, and the backup opened: {path}.", path=made.path))


def listed_backups(session: Session) -> list[Backup]:
    """The backups of the open notebook, newest first."""
    notebook = session.snapshot.notebook
    try:
        return backups_of(notebook.path) if notebook else []
    except StoreError:
        return []


class Worth(Enum):
    """What a backup is good for: SOUND, or what stands in the notebook now anyway (PRESENT), or
    not to be restored, since it is not as it was written (SPOILT)."""

    SOUND = "sound"
    PRESENT = "present"
    SPOILT = "spoilt"


def judge_backups(
    session: Session, backups: Sequence[Backup], done: Callable[[Backup, Worth], None]
) -> None:
    """Open each backup beside one's work, and say what it is good for."""
    notebook = session.snapshot.notebook
    if notebook is None:
        return
    path = notebook.path
    for backup in backups:
        session.carry(partial(_worth, path, backup), partial(done, backup))


def _worth(notebook: Path, backup: Backup) -> Worth:
    held = contents_of(backup.path)
    if held is None:
        return Worth.SPOILT
    return Worth.PRESENT if is_like(backup, notebook) else Worth.SOUND


def find_orphans(session: Session, done: Callable[[list[Written]], None]) -> None:
    """What is about records that the open archive lacks, oldest first; nothing without one."""
    now = session.snapshot
    path = now.archive.path if now.archive else None
    written = now.written

    def job() -> list[Written]:
        if path is None:
            return []
        try:
            with closing(Archive.open(path)) as archive:
                return [one for one in written if absent_targets(archive, one.state)]
        except StoreError:
            return []

    session.carry(job, done)


def preview_join(
    session: Session, others: Sequence[Path], done: Callable[[Preview | None], None]
) -> None:
    """Look into other notebooks, which stay as they are; None where no notebook is open."""
    now = session.snapshot
    if now.notebook is None:
        done(None)
        return
    path, archive = now.notebook.path, now.archive.path if now.archive else None

    def job() -> Preview:
        logs, refused = _read(others)
        joined = Joined(0, 0, 0, 0)
        if logs:
            try:
                with Notebook.open(path, create=True) as notebook:
                    joined = notebook.preview(logs)
            except StoreError as fault:
                return Preview((), joined, 0, (*refused, fault.sentence))
        return Preview(tuple(logs), joined, _orphans(archive, joined), tuple(refused))

    session.carry(job, done)


def _read(others: Sequence[Path]) -> tuple[list[OtherLog], list[str]]:
    logs, refused = [], []
    for other in others:
        try:
            logs.append(read_other(other))
        except StoreError as fault:
            refused.append(fault.sentence)
    return logs, refused


def _orphans(path: Path | None, joined: Joined) -> int:
    if path is None or not joined.states:
        return 0
    try:
        with closing(Archive.open(path)) as archive:
            return orphans(archive, joined.states)
    except StoreError:
        return 0

"""Backups of a notebook: each a whole copy that was opened and compared, with its log beside it."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from secrets import token_hex

from timeline_app.store.backup_names import OPENING, Backup, backups_of, folder_of, next_backup
from timeline_app.store.backup_thinning import superfluous
from timeline_app.store.durable import make_folders, put_in_place, write_whole
from timeline_app.store.log_lines import log_lines
from timeline_app.store.notebook_contents import Contents, read_contents
from timeline_app.store.notebook_faults import no_backup
from timeline_app.store.notebook_file import NotebookFile, connect
from timeline_app.store.store_error import StoreError

EVERY = timedelta(minutes=15)
_STALE_SECONDS = 3600.0
_MARK = "SELECT (SELECT count(*) FROM act), (SELECT max(id) FROM act), (SELECT count(*) FROM draft)"
_LAST_DRAFT = "SELECT target, text, changed FROM draft ORDER BY changed DESC, target LIMIT 1"


def back_up(notebook: Path, reason: str, *, now: datetime | None = None) -> Backup | None:
    """Makes a backup, verifies it, and thins the older ones; None where nothing has changed.

    Raises `StoreError`: of the notebook where that cannot be read, else that it has no backup.
    """
    file = NotebookFile(notebook)
    try:
        with file.reading() as connection, _named(notebook):
            newest = next(iter(backups_of(notebook)), None)
            if newest is not None and _is_like(newest, connection):
                return None
            made = _make(notebook, connection, reason, now or datetime.now(UTC))
    finally:
        file.close()
    with suppress(OSError, StoreError):  # a backup too many harms nobody
        for old in superfluous(backups_of(notebook)):
            old.path.unlink(missing_ok=True)
            old.log.unlink(missing_ok=True)
    return made


def back_up_if_due(notebook: Path, *, now: datetime | None = None) -> Backup | None:
    """A backup where the newest one is older than `EVERY` and something has changed since."""
    moment = now or datetime.now(UTC)
    newest = next(iter(backups_of(notebook)), None)
    if newest is not None and moment - newest.when < EVERY:
        return None
    return back_up(notebook, OPENING, now=moment)


def contents_of(backup: Path) -> Contents | None:
    """What a backup holds; None where it does not open or is not as it was written."""
    try:
        file = NotebookFile(backup, only_read=True)
    except StoreError:
        return None
    try:
        with file.reading() as connection:
            contents = read_contents(connection)
    except StoreError:
        return None
    finally:
        file.close()
    return None if contents.damaged else contents


def newest_good(notebook: Path) -> Backup | None:
    """The newest backup that is as it was written."""
    return next((one for one in backups_of(notebook) if contents_of(one.path)), None)


def is_like(backup: Backup, notebook: Path) -> bool:
    """Whether a backup opens and ends where the notebook does now."""
    try:
        file = NotebookFile(notebook, only_read=True)
    except StoreError:
        return False
    try:
        with file.reading() as connection:
            return _is_like(backup, connection)
    except StoreError:
        return False
    finally:
        file.close()


def _make(notebook: Path, connection: sqlite3.Connection, reason: str, now: datetime) -> Backup:
    folder = folder_of(notebook)
    make_folders(folder)
    _sweep(folder)
    contents = read_contents(connection)
    backup = next_backup(notebook, len(contents.acts), reason, now)
    growing = folder / f".{token_hex(12)}.new"
    try:
        lines = "".join(f"{line}\n" for line in log_lines(contents))
        write_whole(growing, lines.encode("utf-8"))
        put_in_place(growing, backup.log)
        growing.unlink(missing_ok=True)
        with closing(connect(growing, "rwc")) as copy:
            connection.backup(copy)
        _verify(growing, contents, notebook)
        put_in_place(growing, backup.path)
    finally:
        with suppress(OSError):
            growing.unlink(missing_ok=True)
    return backup


def _verify(copy: Path, contents: Contents, notebook: Path) -> None:
    file = NotebookFile(copy)
    try:
        with file.reading() as connection:
            if read_contents(connection) != contents:
                raise no_backup(notebook, "")
    finally:
        file.close()


def _is_like(newest: Backup, connection: sqlite3.Connection) -> bool:
    """Whether the newest backup opens and ends where the notebook does."""
    try:
        file = NotebookFile(newest.path, only_read=True)
    except StoreError:
        return False
    try:
        with file.reading() as held:
            return all(
                held.execute(sql).fetchone() == connection.execute(sql).fetchone()
                for sql in (_MARK, _LAST_DRAFT)
            )
    finally:
        file.close()


def _sweep(folder: Path) -> None:
    """Takes away what a backup that was cut short has left."""
    for left in folder.glob(".*.new*"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _STALE_SECONDS:
                left.unlink()


@contextmanager
def _named(notebook: Path) -> Iterator[None]:
    """Whatever keeps the copy from being made or verified is a fault of the backup's place."""
    try:
        yield
    except OSError as error:
        raise no_backup(notebook, error.strerror or str(error)) from error
    except sqlite3.Error as error:
        raise no_backup(notebook, str(error)) from error
    except StoreError as error:
        raise no_backup(notebook, error.sentence) from error

"""What can be wrong with a notebook's file, in sentences: what, where, and what to do."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from timeline_app.store.acts import DamagedActError
from timeline_app.store.store_error import Fault, StoreError
from timeline_app.words.tr import mark, tr

_SENTENCES = {
    Fault.MISSING: mark(
        "The notebook {path} is not there. If it lies on a stick or a share, connect that; "
        "nothing was written."
    ),
    Fault.EMPTY: mark(
        "The notebook {path} is an empty file, which this program never makes: it may have been "
        "damaged while copying. Nothing was written; move it away to begin a new one."
    ),
    Fault.NOT_A_FILE: mark("{path} is not a file that could be a notebook. Name another one."),
    Fault.NOT_SQLITE: mark(
        "{path} is not a notebook of this program: it is no SQLite file. Nothing was written."
    ),
    Fault.NOT_OURS: mark(
        "{path} belongs to another program and is not a notebook. Nothing was written."
    ),
    Fault.DAMAGED: mark(
        "The notebook {path} is damaged, so nothing was written to it. Keep a copy of the file as "
        "it is, and go on with a backup or another notebook."
    ),
    Fault.TRUNCATED: mark(
        "The notebook {path} is cut off: a part of the file is missing. Copy it again from where "
        "it came from; nothing was written."
    ),
    Fault.NEWER: mark(
        "The notebook {path} was written by a newer version of this program. Update the program "
        "to open it; nothing was written."
    ),
    Fault.WAL: mark(
        "The notebook {path} was changed by another program to write-ahead mode, in which parts "
        "of it lie in other files. Set its journal mode back to DELETE; nothing was written."
    ),
    Fault.READ_ONLY: mark(
        "The notebook {path} can be read but not written: it, its folder or its disk is "
        "read-only. Nothing was written; allow writing or name another notebook."
    ),
    Fault.LOCKED: mark(
        "Another program holds the notebook {path} and does not let go. Nothing was written; "
        "close it there and try again."
    ),
    Fault.FULL: mark(
        "There is no room left on the disk of the notebook {path}. Nothing was written and "
        "nothing is lost; make room and try again."
    ),
    Fault.UNREACHABLE: mark(
        "The notebook {path} could not be read or written: {why}. Nothing was written; see "
        "whether its disk is connected, sound and has room, and try again."
    ),
}

_BY_CODE = {
    sqlite3.SQLITE_BUSY: Fault.LOCKED,
    sqlite3.SQLITE_LOCKED: Fault.LOCKED,
    sqlite3.SQLITE_CORRUPT: Fault.DAMAGED,
    sqlite3.SQLITE_NOTADB: Fault.DAMAGED,
    sqlite3.SQLITE_READONLY: Fault.READ_ONLY,
    sqlite3.SQLITE_PERM: Fault.READ_ONLY,
    sqlite3.SQLITE_FULL: Fault.FULL,
    sqlite3.SQLITE_IOERR: Fault.UNREACHABLE,
    sqlite3.SQLITE_CANTOPEN: Fault.UNREACHABLE,
}


def fault(kind: Fault, path: Path, why: str = "") -> StoreError:
    """The fault of this notebook with its sentence."""
    return StoreError(kind, tr(_SENTENCES[kind], path=path, why=why), path)


def no_folder(path: Path) -> StoreError:
    """The folder that the notebook should lie in is not there."""
    sentence = tr(
        "There is no folder {folder} to keep the notebook in. Make it, or name another place.",
        folder=path.parent,
    )
    return StoreError(Fault.MISSING, sentence, path)


def no_backup(path: Path, why: str) -> StoreError:
    """A backup of this notebook could not be made, or was not like it."""
    sentence = tr(
        "The notebook {path} could not be backed up: {why}. It stands as it did; see whether the "
        "disk of your own folder has room and can be written.",
        path=path,
        why=why.rstrip(".") or tr("the copy is not like it"),
    )
    return StoreError(Fault.NO_BACKUP, sentence, path)


def name_too_long(path: Path, most: int) -> StoreError:
    """Beside a notebook of this name there is no room for its journal's."""
    sentence = tr(
        "The name {name} is too long for a notebook. Give it one of at most {n} letters.",
        name=path.name,
        n=most,
    )
    return StoreError(Fault.UNREACHABLE, sentence, path)


def fault_of(error: sqlite3.Error, path: Path) -> StoreError | None:
    """What SQLite's error means for this notebook; None where it is a mistake of ours."""
    code: int | None = getattr(error, "sqlite_errorcode", None)
    if code is None:
        # Python's own complaint about text that is not UTF-8 comes without a code.
        unreadable = isinstance(error, sqlite3.OperationalError)
        return fault(Fault.DAMAGED, path) if unreadable else None
    if code == sqlite3.SQLITE_READONLY_DBMOVED:
        return fault(Fault.MISSING, path)
    kind = _BY_CODE.get(code & 0xFF)
    return fault(kind, path, why=str(error)) if kind else None


@contextmanager
def named_faults(path: Path) -> Iterator[None]:
    """Turns SQLite's and the system's errors within into `StoreError`s of this notebook."""
    try:
        yield
    except sqlite3.Error as error:
        known = fault_of(error, path)
        if known is None:
            raise
        raise known from error
    except (DamagedActError, UnicodeDecodeError) as error:
        # The latter where SQLite's own words repeat the bytes of a damaged schema.
        raise fault(Fault.DAMAGED, path) from error
    except OSError as error:
        raise fault(Fault.UNREACHABLE, path, why=error.strerror or str(error)) from error

"""What can be wrong with an archive's file, in sentences: what, where, and what to do."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from timeline_app.store.store_error import Fault, StoreError
from timeline_app.words.tr import mark, tr

_SENTENCES = {
    Fault.MISSING: mark("There is no archive {path}. Check the name, or open another archive."),
    Fault.EMPTY: mark("{path} is an empty file, not an archive. Copy the archive here again."),
    Fault.NOT_A_FILE: mark("{path} is {what}, not an archive. Open a file instead."),
    Fault.NOT_SQLITE: mark("{path} is not an archive: it is no SQLite file. Open another file."),
    Fault.NOT_OURS: mark("{path} belongs to another program and is no archive. Open another file."),
    Fault.DAMAGED: mark(
        "The archive {path} is damaged: {what}. Nothing was changed; copy it here again from "
        "where it came from."
    ),
    Fault.TRUNCATED: mark(
        "The archive {path} is cut off: a part of the file is missing. Copy it here again from "
        "where it came from."
    ),
    Fault.NEWER: mark(
        "The archive {path} was made for a newer version of this program. Update the program to "
        "open it."
    ),
    Fault.OLDER: mark(
        "The archive {path} was made by an early version of this program, in a form that is no "
        "longer read. Get its present edition, or build it again from its data."
    ),
    Fault.WAL: mark(
        "The archive {path} was changed to write-ahead mode, in which parts of it may lie in "
        "other files. Set its journal mode back to DELETE, or copy the archive here again."
    ),
    Fault.REFUSED: mark(
        "The archive {path} was not opened: {what}. Archives made by this program hold no such "
        "thing; get it from somebody you trust."
    ),
    Fault.UNREACHABLE: mark(
        "The archive {path} cannot be read: {what}. See whether its disk is connected and whether "
        "you may read the file."
    ),
}

_UNREADABLE = {
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_AUTH,
}
_BROKEN = {
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_NOTADB,
    sqlite3.SQLITE_ERROR,
    sqlite3.SQLITE_SCHEMA,
    sqlite3.SQLITE_TOOBIG,
    sqlite3.SQLITE_FORMAT,
    sqlite3.SQLITE_MISMATCH,
    sqlite3.SQLITE_NOMEM,
}


def fault(kind: Fault, path: Path, what: str = "") -> StoreError:
    """The fault of this archive with its sentence."""
    return StoreError(kind, tr(_SENTENCES[kind], path=path, what=what), path)


@contextmanager
def named_faults(path: Path) -> Iterator[None]:
    """Turns SQLite's errors within into `StoreError`s of this archive."""
    try:
        yield
    except sqlite3.Error as error:
        known = _fault_of(error, path)
        if known is None:
            raise
        raise known from error
    except UnicodeDecodeError as error:  # SQLite's own words repeat the bytes of a damaged schema
        raise fault(Fault.DAMAGED, path, tr("it names things in bytes that are no text")) from error


def _fault_of(error: sqlite3.Error, path: Path) -> StoreError | None:
    """What SQLite's error means for an archive; None where it is a mistake of ours."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    if code & 0xFF == sqlite3.SQLITE_INTERRUPT:
        return fault(Fault.DAMAGED, path, tr("reading it takes far too long"))
    if code & 0xFF in _UNREADABLE:
        return fault(Fault.UNREACHABLE, path, str(error))
    return fault(Fault.DAMAGED, path, str(error)) if code & 0xFF in _BROKEN else None

"""Looks at a notebook's file before SQLite does, so that nothing is written beside a stranger's."""

import os
import stat
from pathlib import Path

from timeline_app.store.notebook_faults import fault
from timeline_app.store.notebook_schema import APPLICATION_ID, FORMAT
from timeline_app.store.sqlite_header import (
    HEADER,
    declared_size,
    format_of,
    is_write_ahead,
    wrong_header,
)
from timeline_app.store.store_error import Fault

_WRITE_BITS = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def judge(path: Path) -> None:
    """Refuses what is not a notebook of ours by the first 100 bytes. Raises `StoreError`."""
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise fault(Fault.NOT_A_FILE, path)
        with path.open("rb") as file:
            header = file.read(HEADER)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise fault(Fault.MISSING, path) from error
    except OSError as error:
        raise fault(Fault.UNREACHABLE, path, why=error.strerror or str(error)) from error
    kind = _wrong(header)
    if kind:
        raise fault(kind, path)


def _wrong(header: bytes) -> Fault | None:
    if found := wrong_header(header, APPLICATION_ID, FORMAT):
        return found
    if format_of(header) < 1:
        return Fault.DAMAGED
    return Fault.WAL if is_write_ahead(header) else None


def is_cut_off(path: Path) -> bool:
    """Whether the file is shorter than its header says. Only asked of a file that is at rest."""
    with path.open("rb") as file:
        header = file.read(HEADER)
        size = file.seek(0, os.SEEK_END)
    return size < declared_size(header)


def journal_of(path: Path) -> Path:
    """Where SQLite keeps what it needs to take back a transaction that was cut short."""
    return path.with_name(f"{path.name}-journal")


def has_journal(path: Path) -> bool:
    """Whether something was left half written, which the next one to write takes back."""
    return journal_of(path).exists()


def is_read_only(path: Path) -> bool:
    """Whether the file, if it is there, or its folder is not to be written.

    SQLite needs the folder for its journal. What is marked read-only is left alone even where the
    user, as root, could write it.
    """
    places = [path.parent] if os.name == "posix" else []
    if os.path.exists(path):  # noqa: PTH110 - a name too long for the disk is not there
        places.append(path)
    return any(not place.stat().st_mode & _WRITE_BITS for place in places) or any(
        not os.access(place, os.W_OK) for place in (*places, path.parent)
    )

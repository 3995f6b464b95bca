"""A new notebook: it appears under its name whole, or not at all."""

import os
import re
import secrets
import sqlite3
import time
from contextlib import closing, suppress
from pathlib import Path

from timeline_app.model.act import Writer
from timeline_app.store.clock import next_stamp, now_ms, time_of
from timeline_app.store.durable import put_in_place
from timeline_app.store.made_tables import rebuild
from timeline_app.store.notebook_contents import Contents, Meta, fill
from timeline_app.store.notebook_faults import fault, name_too_long, named_faults, no_folder
from timeline_app.store.notebook_file import connect
from timeline_app.store.notebook_gate import is_read_only
from timeline_app.store.notebook_schema import APPLICATION_ID, FORMAT, SCHEMA
from timeline_app.store.store_error import Fault

_NAME_MAX = 255
_GROWING = re.compile(r"\.[0-9a-f]{24}\.new(-journal)?")
_STALE_SECONDS = 3600.0


def make_notebook(path: Path, writer: Writer) -> None:
    """Makes an empty notebook. Where another program made one at the same moment, that one stays.

    Raises `StoreError`.
    """
    with suppress(FileExistsError):
        make_filled(path, new_contents(writer))


def make_filled(path: Path, contents: Contents) -> None:
    """Makes a notebook of these contents.

    Raises `StoreError`, and `FileExistsError` where another file bears the name.
    """
    with named_faults(path):
        _judge_place(path)
    growing = path.with_name(f".{secrets.token_hex(12)}.new")
    try:
        with named_faults(path), closing(connect(growing, "rwc")) as connection:
            lay_out(connection, contents)
        put_in_place(growing, path)
    except FileExistsError:
        raise
    except OSError as error:
        raise fault(Fault.UNREACHABLE, path, why=error.strerror or str(error)) from error
    finally:
        with suppress(OSError):  # whatever became of it, a name that is left over harms nobody
            growing.unlink(missing_ok=True)


def sweep(folder: Path) -> None:
    """Takes away what is left of a notebook that was cut short while it was made.

    It never had its name, so nobody was told that anything in it is kept.
    """
    with suppress(OSError):
        for left in os.scandir(folder):
            if _GROWING.fullmatch(left.name) and left.is_file(follow_symlinks=False):
                with suppress(OSError):
                    if time.time() - left.stat().st_mtime > _STALE_SECONDS:
                        Path(left.path).unlink()


def _judge_place(path: Path) -> None:
    """Raises `StoreError` where no notebook can lie there."""
    if not path.parent.is_dir():
        raise no_folder(path)
    if is_read_only(path):
        raise fault(Fault.READ_ONLY, path)
    most = _longest_name(path.parent)
    if len(os.fsencode(path.name)) > most:
        raise name_too_long(path, most)


def lay_out(connection: sqlite3.Connection, contents: Contents) -> None:
    """Makes the tables of a notebook in an empty database, and fills them."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {FORMAT}")
    connection.execute("BEGIN IMMEDIATE")
    for sql in SCHEMA.values():
        connection.execute(sql)
    fill(connection, contents)
    rebuild(connection)
    connection.execute("COMMIT")


def new_contents(writer: Writer) -> Contents:
    """Those of an empty notebook, with a new id."""
    made_on = time_of(next_stamp("", now_ms()))
    return Contents(Meta(secrets.token_hex(16), writer.author, writer.device, made_on))


def _longest_name(folder: Path) -> int:
    """How many bytes a name may have so that its journal, which adds some, can lie beside it."""
    most = os.pathconf(folder, "PC_NAME_MAX") if hasattr(os, "pathconf") else _NAME_MAX
    return most - len("-journal")

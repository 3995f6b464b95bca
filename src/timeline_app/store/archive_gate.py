"""Judges an archive before anything is read from it: cheap, and nothing of a stranger's runs."""

import re
import sqlite3
import stat
from pathlib import Path

from timeline_app.store import notebook_schema
from timeline_app.store.archive_faults import fault
from timeline_app.store.schema import (
    APPLICATION_ID,
    DERIVED,
    FORMAT,
    TABLES,
    TEXT_SHADOWS,
)
from timeline_app.store.sqlite_header import (
    HEADER,
    declared_size,
    format_of,
    is_write_ahead,
    page_of,
    wrong_header,
)
from timeline_app.store.store_error import Fault, StoreError
from timeline_app.words.tr import mark, tr

_UTF8 = 1
_KINDS = (
    (stat.S_ISDIR, mark("a folder")),
    (stat.S_ISFIFO, mark("a pipe")),
    (stat.S_ISSOCK, mark("a socket")),
    (stat.S_ISCHR, mark("a device")),
    (stat.S_ISBLK, mark("a device")),
)
_STATISTICS = "sqlite_stat1"
_QUOTED = re.compile(r'"[^"]*"|\[[^\]]*\]|`[^`]*`|\'[^\']*\'')
_COMPUTES = re.compile(r"\b(CHECK|COLLATE|DEFAULT|GENERATED|AS|ON CONFLICT)\b", re.IGNORECASE)
"""What no table or index of ours is declared with, and what can run or is read by others' rules."""

_INDEX_COMPUTES = mark("it has an index that computes")
_MOST_SHOWN = 60


def judge_file(path: Path) -> None:
    """Refuses what is no archive by its kind and its first 100 bytes. Raises `StoreError`."""
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise fault(Fault.NOT_A_FILE, path, _named(about.st_mode))
        with path.open("rb") as file:
            header = file.read(HEADER)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise fault(Fault.MISSING, path) from error
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise fault(Fault.UNREACHABLE, path, why) from error
    wrong = _wrong(header, about.st_size)
    if wrong is Fault.NOT_OURS and int.from_bytes(header[68:72]) == notebook_schema.APPLICATION_ID:
        said = tr("{path} is a notebook, not an archive. Open it as a notebook.", path=path)
        raise StoreError(wrong, said, path)
    if wrong:
        raise fault(wrong, path, tr("its header makes no sense"))


def judge_tables(path: Path, connection: sqlite3.Connection) -> None:
    """Refuses an archive whose tables are not the ones of this format. Raises `StoreError`."""
    objects = connection.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
    _judge_objects(path, objects)
    found: dict[str, list[tuple[str, str, int, int]]] = {}
    for name, *column in connection.execute(
        "SELECT m.name, c.name, upper(c.type), c.hidden, c.pk FROM sqlite_master AS m "
        "JOIN pragma_table_xinfo(m.name) AS c WHERE m.type = 'table' ORDER BY m.name, c.cid"
    ):
        found.setdefault(name, []).append((column[0], column[1], column[2], column[3]))
    unnumbered = {n for (n,) in connection.execute("SELECT name FROM pragma_table_list WHERE wr")}
    named = {int: "INTEGER", float: "REAL", str: "TEXT"}
    for table in TABLES:
        place = {column: n for n, column in enumerate(table.key, 1)}
        expected = [(c, named[type_], 0, place.get(c, 0)) for c, type_ in table.types.items()]
        if found.get(table.name) != expected or table.name in unnumbered:
            what = tr("its table “{name}” is not as it should be", name=table.name)
            raise fault(Fault.DAMAGED, path, what)
    odd = connection.execute(
        "SELECT count(*) FROM sqlite_master AS m JOIN pragma_index_list(m.name) AS i "
        "JOIN pragma_index_xinfo(i.name) AS c WHERE m.type = 'table' AND (i.partial OR c.cid = -2)"
    ).fetchone()
    if odd[0]:
        raise fault(Fault.REFUSED, path, tr(_INDEX_COMPUTES))


def _judge_objects(path: Path, objects: list[tuple[str, str, str | None]]) -> None:
    tables = {table.name for table in TABLES}
    allowed = tables | DERIVED.keys() | {_STATISTICS, *TEXT_SHADOWS}
    for kind, name, sql in objects:
        words = (sql or "").split(None, 2)
        virtual = kind == "table" and len(words) > 1 and words[1].upper() == "VIRTUAL"
        if kind in ("trigger", "view"):
            said = tr("it has a trigger") if kind == "trigger" else tr("it has a view")
            raise fault(Fault.REFUSED, path, tr("{what} (“{name}”)", what=said, name=_shown(name)))
        foreign = kind == "table" and name not in allowed
        if foreign or (
            kind == "table" and (virtual or name in DERIVED) and sql != DERIVED.get(name)
        ):
            said = tr("it has a table that does not belong there (“{name}”)", name=_shown(name))
            raise fault(Fault.REFUSED, path, said)
        if (
            not virtual
            and name not in TEXT_SHADOWS
            and _COMPUTES.search(_QUOTED.sub("", sql or ""))
        ):
            said = tr("it has a table that computes") if kind == "table" else tr(_INDEX_COMPUTES)
            raise fault(Fault.REFUSED, path, tr("{what} (“{name}”)", what=said, name=_shown(name)))
    missing = (tables | DERIVED.keys()) - {name for kind, name, _ in objects if kind == "table"}
    if missing:
        what = tr("its table “{name}” is missing", name=min(missing))
        raise fault(Fault.DAMAGED, path, what)


def _wrong(header: bytes, size: int) -> Fault | None:
    if found := wrong_header(header, APPLICATION_ID, FORMAT):
        return found
    if is_write_ahead(header):
        return Fault.WAL
    page, encoding = page_of(header), int.from_bytes(header[56:60])
    if 0 < format_of(header) < FORMAT:
        return Fault.OLDER
    if format_of(header) <= 0 or encoding != _UTF8 or page < 512 or page & (page - 1):
        return Fault.DAMAGED
    return Fault.TRUNCATED if size < declared_size(header) else None


def _named(mode: int) -> str:
    return next((tr(said) for is_one, said in _KINDS if is_one(mode)), tr("no plain file"))


def _shown(name: str) -> str:
    """A stranger's name within a sentence."""
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in name[:_MOST_SHOWN])

"""What can still be read of a damaged notebook: each act proves itself by its hash."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import fields
from pathlib import Path

from timeline_app.dataclass import dataclass
from timeline_app.model.act import Act
from timeline_app.store.acts import read_row
from timeline_app.store.clock import is_stamp
from timeline_app.store.loose_pages import loose_rows
from timeline_app.store.notebook_contents import Contents, Draft, Meta, read_draft_rows, read_meta
from timeline_app.store.notebook_copy import copied
from timeline_app.store.notebook_faults import fault
from timeline_app.store.notebook_file import connect
from timeline_app.store.sqlite_header import HEADER, MAGIC, declared_size
from timeline_app.store.store_error import Fault, StoreError

_WIDTH = len(fields(Act))
_BROKEN = (sqlite3.Error, UnicodeDecodeError, StoreError)


@dataclass(frozen=True, slots=True)
class Salvaged:
    """The acts that are as they were written; header and drafts as far as they can be read.

    `lost` are ids of acts that the file still names and does not hold whole any more. Of what it
    does not even name nothing can be said; where the file is `cut` off there may be such.
    """

    contents: Contents
    lost: tuple[str, ...]
    cut: bool = False


def salvage(path: Path) -> Salvaged:
    """Reads what can be read of the file, which is left as it is. Raises `StoreError`."""
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise fault(Fault.MISSING, path) from error
    except OSError as error:
        raise fault(Fault.UNREACHABLE, path, why=error.strerror or str(error)) from error
    acts: dict[str, Act] = {}
    named: set[str] = set()
    for row in loose_rows(content):
        named.update(_ids(row.values))
        act = read_row(row.values) if len(row.values) == _WIDTH and not row.of_index else None
        if act is not None:
            acts[act.id] = act
            named.update(parent for parent in act.parents if _is_id(parent))
    lost = tuple(sorted(named - acts.keys()))
    meta, drafts = _rest(path)
    found = Contents(meta, tuple(acts[id_] for id_ in sorted(acts)), drafts)
    cut = content.startswith(MAGIC) and len(content) < declared_size(content[:HEADER])
    return Salvaged(found, lost, cut)


def _ids(values: Sequence[str | None]) -> set[str]:
    """The acts that a row names: an act itself by its first column, an index of acts by its."""
    first = values[0] if values else None
    whole = len(values) in (_WIDTH, 2)
    return {first} if whole and first is not None and _is_id(first) else set()


def _is_id(text: str) -> bool:
    stamp, _, rest = text.partition("-")
    return is_stamp(stamp) and len(rest) == 17 and rest[8] == "-"


def _rest(path: Path) -> tuple[Meta, tuple[Draft, ...]]:
    """Header and drafts, each where SQLite can still find it."""
    meta = Meta("", "", "", "")
    drafts: tuple[Draft, ...] = ()
    with suppress(*_BROKEN), copied(path) as copy, closing(connect(copy, "rw")) as connection:
        with suppress(*_BROKEN):
            meta = read_meta(connection)
        drafts = read_draft_rows(connection)
    return meta, drafts

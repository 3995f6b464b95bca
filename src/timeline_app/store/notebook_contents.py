"""All that a notebook holds which is not made from something else: header, log and drafts."""

import sqlite3
from dataclasses import replace

from timeline_app.dataclass import dataclass
from timeline_app.model.act import Act
from timeline_app.store.acts import put, sound_acts
from timeline_app.store.notebook_schema import FORMAT, TABLES


@dataclass(frozen=True, slots=True)
class Meta:
    """The header: the notebook's id, who began it on which device, and when."""

    id: str
    author: str
    device: str
    made_on: str


@dataclass(frozen=True, slots=True)
class Draft:
    """What was begun about a target; `changed` is ISO 8601 in UTC."""

    target: str
    text: str
    changed: str


@dataclass(frozen=True, slots=True)
class Contents:
    """Header, acts in order of time, drafts; `damaged` are acts that are not as they were written.

    Two notebooks of equal contents are equal in every table.
    """

    meta: Meta
    acts: tuple[Act, ...] = ()
    drafts: tuple[Draft, ...] = ()
    damaged: tuple[str, ...] = ()

    def with_rest_of(self, other: "Contents") -> "Contents":
        """This header, with the log and the drafts of the other."""
        return replace(other, meta=self.meta)


def read_contents(connection: sqlite3.Connection) -> Contents:
    """The contents of a notebook, read in one moment if the connection is in a transaction."""
    acts, damaged = sound_acts(connection)
    return Contents(read_meta(connection), tuple(acts), read_draft_rows(connection), tuple(damaged))


def read_meta(connection: sqlite3.Connection) -> Meta:
    """The header; an empty one where somebody has taken it out."""
    found = connection.execute("SELECT id, author, device, made_on FROM meta").fetchone()
    return Meta(*map(str, found or ("", "", "", "")))


def read_draft_rows(connection: sqlite3.Connection) -> tuple[Draft, ...]:
    """All drafts."""
    rows = connection.execute("SELECT target, text, changed FROM draft ORDER BY target")
    return tuple(Draft(*map(str, row)) for row in rows)


def fill(connection: sqlite3.Connection, contents: Contents) -> None:
    """Puts the contents into the empty tables of a new notebook, within its transaction."""
    meta = contents.meta
    header = (meta.id, FORMAT, meta.author, meta.device, meta.made_on)
    connection.execute(
        "INSERT INTO meta (id, format, author, device, made_on) VALUES (?, ?, ?, ?, ?)", header
    )
    for act in contents.acts:
        put(connection, act)
    connection.executemany(
        "INSERT INTO draft (target, text, changed) VALUES (?, ?, ?)",
        [(draft.target, draft.text, draft.changed) for draft in contents.drafts],
    )


def clear(connection: sqlite3.Connection) -> None:
    """Empties a notebook for other contents, within the transaction that is open."""
    for name in reversed(TABLES):
        connection.execute(f"DELETE FROM {name}")

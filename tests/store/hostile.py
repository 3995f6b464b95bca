"""Hostile archives by class: ways to spoil a small sound one, each with what is expected."""

import os
import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from timeline_app.store.schema import APPLICATION_ID, DERIVED, FORMAT, TABLES

from .spoiling import (
    HARMLESS,
    LAX,
    NOTICED,
    PAGE,
    PARTLY,
    REFUSED,
    Hostile,
    Spoil,
    bytes_at,
    cut_to,
    lax,
    rehashed,
    run,
    sql,
    whole,
)


def _not_sqlite() -> Iterator[Hostile]:
    for name, raw in {
        "a text": b"these are words and no table",
        "zeros": bytes(8192),
        "a picture": b"\x89PNG\r\n\x1a\n" + bytes(300),
        "a zip": b"PK\3\4" + bytes(900),
        "a script": b"#!/bin/sh\nexit 1\n",
        "JSON": b'{"id": "x"}',
        "almost the magic": b"SQLite format 2\0" + bytes(5000),
        "UTF-16 words": "SQLite format 3".encode("utf-16"),
    }.items():
        yield Hostile("not SQLite", name, whole(raw), REFUSED, "no SQLite file")
    yield Hostile("not SQLite", "nothing", whole(b""), REFUSED, "empty file")


def _cut_off() -> Iterator[Hostile]:
    for percent in (1, 5, 12, 25, 37, 50, 63, 75, 88, 95, 99):
        yield Hostile("cut off", f"to {percent} %", cut_to(percent / 100), REFUSED, "cut off")
    yield Hostile(
        "cut off", "by one byte", lambda p: os.truncate(p, p.stat().st_size - 1), REFUSED, "cut off"
    )
    yield Hostile("cut off", "within the header", cut_to(0.0002), REFUSED, "cut off")


def _header() -> Iterator[Hostile]:
    for name, offset, raw, words in (
        ("pages of no size", 16, b"\0\0", "header"),
        ("pages of an odd size", 16, b"\x0f\xff", "header"),
        ("pages that are too small", 16, b"\0\x80", "header"),
        ("UTF-16, little end first", 56, (2).to_bytes(4), "header"),
        ("UTF-16, big end first", 56, (3).to_bytes(4), "header"),
        ("no encoding", 56, bytes(4), "header"),
        ("an encoding from nowhere", 56, b"\xff\xff\xff\xff", "header"),
        ("older than any", 60, bytes(4), "header"),
        ("of an early version", 60, (FORMAT - 1).to_bytes(4), "early version"),
        ("newer", 60, (FORMAT + 1).to_bytes(4), "newer version"),
        ("far newer", 60, (2**31 - 1).to_bytes(4), "newer version"),
        ("write-ahead", 18, b"\2\2", "write-ahead"),
        ("write-ahead to read", 19, b"\2", "write-ahead"),
        ("a schema format from the future", 44, (9).to_bytes(4), "damaged"),
        ("more pages than the file has", 28, (10**6).to_bytes(4), "cut off"),
        ("payload fractions that make no sense", 21, b"\0\0\0", "damaged"),
    ):
        yield Hostile("header", name, bytes_at(offset, raw), REFUSED, words)
    for name, offset, raw in (
        ("reserved bytes at each page's end", 20, b"\x20"),
        ("all of a page reserved", 20, b"\xff"),
        ("pages of another size", 16, b"\x20\0"),
        ("smaller pages", 16, b"\x08\0"),
        ("fewer pages than the file has", 28, (3).to_bytes(4)),
        ("a free list that leads out of the file", 32, (10**6).to_bytes(4) + (5).to_bytes(4)),
        ("vacuuming on the way", 52, (7).to_bytes(4)),
    ):
        yield Hostile("header", name, bytes_at(offset, raw), NOTICED)
    for name, offset, raw in (
        ("another change counter", 24, b"\1\2\3\4"),
        ("another schema cookie", 40, b"\0\0\0\x63"),
        ("words where none belong", 72, b"hello, stranger!"),
    ):
        yield Hostile("header", name, bytes_at(offset, raw), HARMLESS)


def _other_programs() -> Iterator[Hostile]:
    for name, id_ in (("none", 0), ("a notebook", 0x4341544E), ("a map", 0x47504B47)):
        words = "is a notebook" if name == "a notebook" else "another program"
        yield Hostile("another's", name, bytes_at(68, id_.to_bytes(4)), REFUSED, words)

    def posing(path: Path) -> None:
        path.unlink()
        run(path, "CREATE TABLE songs (title)", f"PRAGMA application_id = {APPLICATION_ID}")
        run(path, f"PRAGMA user_version = {FORMAT}")

    yield Hostile("another's", "posing as ours", posing, REFUSED, "songs")


def _things_that_act() -> Iterator[Hostile]:
    for when in ("AFTER INSERT", "BEFORE DELETE", "AFTER UPDATE"):
        act = f"CREATE TRIGGER boom {when} ON event BEGIN DELETE FROM claim; END"
        yield Hostile("trigger", when.lower(), sql(act), REFUSED, "a trigger")
    for table in ("event", "claim_event", "occurrence"):
        spoil = sql(
            "PRAGMA foreign_keys = OFF", f"DROP TABLE {table}", f"CREATE VIEW {table} AS SELECT 1"
        )
        yield Hostile("view", f"for {table}", spoil, REFUSED, "a view")
    yield Hostile("view", "beside", sql("CREATE VIEW more AS SELECT 1"), REFUSED, "a view")
    forever = (
        "CREATE VIEW more AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) "
        "SELECT i FROM n"
    )
    yield Hostile("view", "without an end", sql(forever), REFUSED, "a view")
    for index in ("(abs(key))", "(title) WHERE key > 1", "(lower(title))"):
        act = f"CREATE INDEX more ON event {index}"
        yield Hostile("index that computes", index, sql(act), REFUSED, "an index that computes")


def _other_rules() -> Iterator[Hostile]:
    title = "replace(sql, '\"title\" TEXT NOT NULL', '\"title\" TEXT NOT NULL {}')"
    for name, rule in {
        "a collation from nowhere": "COLLATE nowhere",
        "a check that calls": "CHECK(load_extension(title))",
        "a default without end": "DEFAULT (randomblob(1000000000))",
        "a column made of another": "GENERATED ALWAYS AS (id)",
    }.items():
        edit = f"UPDATE sqlite_master SET sql = {title.format(rule)} WHERE name = 'event'"
        words = "event" if "GENERATED" in rule else "a table that computes"
        yield Hostile("rule", name, sql(LAX[0], edit), REFUSED, words)

    def sorted_elsewhere(path: Path) -> None:
        with closing(sqlite3.connect(path)) as connection:
            connection.create_collation("nowhere", lambda a, b: (a > b) - (a < b))
            connection.execute("CREATE INDEX more ON event(title COLLATE nowhere)")

    yield Hostile("rule", "an index by it", sorted_elsewhere, REFUSED, "an index that computes")
    steering = 'CREATE TABLE "\x1b[2J\x07 more" (x)'
    yield Hostile("rule", "a name that steers", sql(steering), REFUSED, "\ufffd[2J\ufffd more")


def _other_tables() -> Iterator[Hostile]:
    for name, act in {
        "a plain one": "CREATE TABLE extra (x)",
        "a virtual one": "CREATE VIRTUAL TABLE extra USING fts5(x)",
        "an R-tree": "CREATE VIRTUAL TABLE extra USING rtree(i, a, b)",
        "one with a name of markup": 'CREATE TABLE "<img src=x onerror=alert(1)>" (x)',
        "one with a name without end": f'CREATE TABLE "{"x" * 5000}" (x)',
    }.items():
        yield Hostile("table too many", name, sql(act), REFUSED, "does not belong there")
    other = sql("DROP TABLE event_text", "CREATE VIRTUAL TABLE event_text USING fts5(title)")
    yield Hostile("table too many", "another text index", other, REFUSED, "event_text")
    for table in TABLES:
        act = sql("PRAGMA foreign_keys = OFF", f'DROP TABLE "{table.name}"')
        yield Hostile("table missing", table.name, act, REFUSED, table.name)
    for derived in DERIVED:
        yield Hostile("table missing", derived, sql(f"DROP TABLE {derived}"), REFUSED, derived)
        act = sql(f"DROP TABLE {derived}", f"CREATE TABLE {derived} (x)")
        yield Hostile("table too many", f"another {derived}", act, REFUSED, "belong there")
    for name, edit in {
        "steps of no width": "wide = 7",
        "texts for steps": "gaps = 'steps'",
        "steps without end": "gaps = zeroblob(900000)",
        "blocks beyond all numbers": "block = block + 9007199254740990",
        "words that are numbers": "word = 5",
    }.items():
        act = sql(f"UPDATE OR REPLACE text_word SET {edit}")
        yield Hostile("word index", name, act, PARTLY, "Searching is not to be trusted")
    for name, act in {
        "missing": "ALTER TABLE claim DROP COLUMN note",
        "too many": "ALTER TABLE claim ADD COLUMN more TEXT",
        "generated": "ALTER TABLE claim ADD COLUMN more TEXT AS (id || id)",
        "of another name": "ALTER TABLE claim RENAME COLUMN note TO remark",
    }.items():
        yield Hostile("column", name, sql(act), REFUSED, "claim")
    for name, edit in {
        "of another type": "replace(sql, '\"note\" TEXT', '\"note\" BLOB')",
        "no key": "replace(sql, 'PRIMARY KEY', '')",
        "without row numbers": "sql || ' , WITHOUT ROWID'",
    }.items():
        act = f"UPDATE sqlite_master SET sql = {edit} WHERE name = 'event' AND type = 'table'"
        yield Hostile("column", name, sql(LAX[0], act), REFUSED, "damaged")


def _wrong_values() -> Iterator[Hostile]:
    values: dict[str, tuple[object, str]] = {
        "a text for a number": ("many", "a text where a whole number belongs"),
        "a fraction": (1.5, "a number where a whole number belongs"),
        "bytes": (b"\0\1", "bytes where a whole number belongs"),
        "nothing": (None, "nothing where a whole number belongs"),
    }
    for column in ("outer_first", "importance", "verified"):
        for name, (value, words) in values.items():
            act = lax(f"UPDATE event SET {column} = ? WHERE key = 2", values=(value,))
            yield Hostile("wrong type", f"{name} in {column}", act, PARTLY, words)
    for column in ("title", "id", "kind", "layer", "edtf"):
        for name, bad in (("bytes", b"\xff\xfe"), ("nothing", None)):
            act = lax(f"UPDATE event SET {column} = ? WHERE key = 2", values=(bad,))
            words = "where a text belongs"
            yield Hostile("wrong type", f"{name} in {column}", act, PARTLY, words)
    for table, column in (
        ("actor", "name"),
        ("publisher", "name"),
        ("layer", "title"),
        ("kind", "id"),
    ):
        act = lax(f"UPDATE {table} SET {column} = ? WHERE rowid = 1", values=(b"\0",))
        yield Hostile("wrong type", f"bytes in {table}", act, PARTLY, "where a text belongs")
    for table in ("event", "source"):
        for name, value in (("a text", "soon"), ("bytes", b"\0"), ("a fraction", 0.5)):
            act = lax(f"UPDATE {table} SET known_from = ? WHERE key = 2", values=(value,))
            words = "where a whole number belongs"
            yield Hostile("wrong type", f"{name} in {table}.known_from", act, PARTLY, words)
    act = lax("UPDATE edition SET events = ?", values=("all",))
    yield Hostile("wrong type", "a text in the header", act, REFUSED, "a text where a whole")


def _wrong_texts() -> Iterator[Hostile]:
    huge = "hex(zeroblob(2000000))"
    for table, column in (
        ("event", "title"),
        ("event", "summary"),
        ("event", "edtf"),
        ("source", "title"),
        ("actor", "name"),
        ("publisher", "name"),
        ("kind", "title"),
    ):
        act = lax(f"UPDATE {table} SET {column} = {huge} WHERE rowid = 1")
        yield Hostile("huge cell", f"{table}.{column}", act, PARTLY, "too long")
    act = lax("UPDATE event SET summary = hex(zeroblob(90000)) WHERE key = 1")
    yield Hostile("huge cell", "just too long", act, PARTLY, "longer than 100,000")
    act = lax(f"UPDATE edition SET title = {huge}")
    yield Hostile("huge cell", "the edition's title", act, REFUSED, "damaged")
    for table, column in (("event", "title"), ("source", "title"), ("event_actor", "role")):
        act = lax(f"UPDATE {table} SET {column} = 'a' || char(0) || 'b' WHERE rowid = 1")
        yield Hostile("no text", f"a zero in {table}", act, PARTLY, "a character that is none")
        act = lax(f"UPDATE {table} SET {column} = CAST(x'61ff62' AS TEXT) WHERE rowid = 1")
        yield Hostile("no text", f"no UTF-8 in {table}", act, PARTLY, "no UTF-8")


def _absurd_days() -> Iterator[Hostile]:
    for name, change, words in (
        ("ends before it begins", "outer_last = outer_first - 1", "ends before it begins"),
        (
            "certain beyond possible",
            "inner_first = outer_first - 9, inner_last = outer_last + 9",
            "outside",
        ),
        (
            "certain backwards",
            "inner_first = outer_last + 1, inner_last = outer_first - 1",
            "outside",
        ),
        ("one certain end", "inner_first = NULL, inner_last = outer_last", "one end only"),
        ("beyond all days", "outer_last = 9223372036854775807", "beyond all bounds"),
        ("before all days", "outer_first = -9223372036854775807 - 1", "beyond all bounds"),
        ("no number at all", "outer_first = 9e999", "where a whole number belongs"),
        ("more than a whole number", "outer_last = 9223372036854775807 + 1", "a whole number"),
        ("days of another date", "outer_first = outer_first - 400", "not those of its date"),
        ("known from beyond all days", "known_from = 9223372036854775807", "beyond all bounds"),
        ("known before all days", "known_from = -9223372036854775807", "beyond all bounds"),
        ("known from another day", "known_from = known_from - 400", "its first source"),
        ("known from no day", "known_from = NULL", "its first source"),
        ("no date", "edtf = 'the day before yesterday'", "is no date"),
        ("an importance beyond bounds", "importance = 99999999999", "beyond all bounds"),
    ):
        act = rehashed(f"UPDATE event SET {change} WHERE key = 3")
        yield Hostile("absurd day", name, act, PARTLY, words)
    act = rehashed("UPDATE place SET lat = 1e300, lon = -181")
    yield Hostile("absurd day", "a place off the globe", act, PARTLY, "beyond all bounds")


def _references() -> Iterator[Hostile]:
    for table, column in (
        ("event", "occurrence"),
        ("event_actor", "actor"),
        ("event_place", "place"),
        ("citation", "source"),
        ("source", "publisher"),
        ("event", "layer"),
        ("event", "kind"),
        ("event_vector", "vector"),
    ):
        value = "'nowhere'" if column in ("publisher", "layer", "kind", "vector") else "987654"
        act = rehashed(f"UPDATE {table} SET {column} = {value} WHERE rowid = 1")
        yield Hostile(
            "reference", f"{table}.{column} to nothing", act, PARTLY, "not in the archive"
        )
    for table in ("occurrence", "layer", "actor", "edition"):
        act = lax(f"DELETE FROM {table}")
        outcome = REFUSED if table == "edition" else PARTLY
        yield Hostile("reference", f"no row in {table}", act, outcome)
    act = lax("UPDATE actor_term SET state = actor", "UPDATE claim_event SET event = claim")
    yield Hostile("reference", "in a circle", act, HARMLESS)


def _doubles_and_hashes() -> Iterator[Hostile]:
    dropped = "DELETE FROM sqlite_master WHERE type = 'index' AND sql LIKE '%UNIQUE%'"
    for table in ("event", "actor", "source"):

        def twice(path: Path, table: str = table) -> None:
            run(path, *LAX, dropped)
            run(path, f"UPDATE {table} SET id = (SELECT id FROM {table} WHERE key = 1)")

        yield Hostile("double", table, twice, PARTLY, "stands twice")
    for name, change, words in (
        ("of a row", "UPDATE event SET row_hash = 'ffff' WHERE key = 1", "hash differs"),
        ("of a changed title", "UPDATE event SET title = 'Never' WHERE key = 1", "hash differs"),
        ("of all", "UPDATE edition SET content_hash = ''", "content hash differs"),
        ("of a changed role", "UPDATE event_actor SET role = 'guest'", "content hash differs"),
        ("of an added row", "INSERT INTO vector VALUES ('Atlantis', 99)", "content hash differs"),
        ("of a row less", "DELETE FROM event_vector WHERE event = 1", "content hash differs"),
    ):
        yield Hostile("wrong hash", name, sql(change), PARTLY, words)
    act = rehashed("UPDATE edition SET events = 99")
    yield Hostile("wrong hash", "of a wrong count", act, PARTLY, "speaks of 99")
    vectors = lax(
        "UPDATE vector SET id = 'Atlantis' WHERE id = 'Russia'",
        "UPDATE event_vector SET vector = 'Atlantis'",
    )
    yield Hostile("unknown vector", "in place of all", vectors, PARTLY, "content hash differs")
    flood = lax(
        "WITH RECURSIVE n(i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n LIMIT 20000) "
        "INSERT INTO event_actor SELECT 1, i, 1, 'again', 'host' FROM n"
    )
    yield Hostile("endless list", "of one event's actors", flood, PARTLY, "content hash differs")


def damaged_pages(path: Path) -> Iterator[tuple[str, Spoil]]:
    """Each page of the file made zeros, made noise, and changed in one byte."""
    noise = random.Random(3)
    for page in range(path.stat().st_size // PAGE):
        start = page * PAGE
        yield f"page {page + 1} zeros", bytes_at(start, bytes(PAGE))
        yield f"page {page + 1} noise", bytes_at(start, noise.randbytes(PAGE))
        at = start + noise.randrange(PAGE)
        yield f"page {page + 1} byte {at - start}", bytes_at(at, noise.randbytes(1))


CATALOGUE = [
    hostile
    for made in (
        _not_sqlite,
        _cut_off,
        _header,
        _other_programs,
        _things_that_act,
        _other_rules,
        _other_tables,
        _wrong_values,
        _wrong_texts,
        _absurd_days,
        _references,
        _doubles_and_hashes,
    )
    for hostile in made()
]

"""Events as they are read: all numbers of one in three words, or column by column where one of them
is not as nearly all are.

What is made a text costs SQLite more than what is added up; and of what stands in one word no type
need be asked: a number that is not whole makes the word that it stands in another that is not.
"""

import json
import sqlite3
from collections.abc import Iterator, Sequence

import numpy as np

from timeline_app.dataclass import dataclass
from timeline_app.model.event_table import APPROXIMATE, UNCERTAIN, UNDATED
from timeline_app.store.row_stream import (
    STRETCH,
    Ends,
    Ints,
    Rows,
    Stretch,
    ends_of,
    numbers_of,
    one_stretch_each,
)
from timeline_app.store.schema import BY_NAME
from timeline_app.store.typed_rows import LONGEST_TEXT, MOST_LINKED, columns_of, sound_sql

_IN_ORDER = """
    +outer_first <= +outer_last AND (inner_first IS NOT NULL OR inner_last IS NULL)
    AND (inner_first IS NULL OR +outer_first <= +inner_first AND inner_last IS NOT NULL
        AND +inner_first <= +inner_last AND +inner_last <= +outer_last)
"""


def _shown(text: str) -> Iterator[str]:
    """That what is always shown is short, each told like that."""
    for name in ("title", "id", "edtf", "short_label"):
        yield f"length({text.format(name)}) <= {LONGEST_TEXT}"


_BY_NAME = {column.name: column for column in columns_of(BY_NAME["event"])}
_BOUNDED = " AND ".join(
    _BY_NAME[name].bounded("event")
    for name in ("key", "occurrence", "verified", "importance", "publishers")
)
SOUND = f"""
    {_BOUNDED} AND {_IN_ORDER} AND {_BY_NAME["known_from"].sound("event")}
    AND {sound_sql("event")} AND {" AND ".join(_shown("event.{}"))}
"""
"""What a row of `event` must be to be shown at all; its other texts are judged when it is read. All
its numbers are looked at first: a page that is damaged there is no row to be left out.
"""

_DOUBT = f"""
    CASE qualifiers WHEN '' THEN 0 ELSE
    {APPROXIMATE} * (qualifiers GLOB '*[~%]*') + {UNCERTAIN} * (qualifiers GLOB '*[?%]*') END
"""
_COLUMNS = {
    "record": "event.key",
    "occurrence": "event.occurrence",
    "layer": "layer.rowid",
    "kind": "kind.rowid",
    "first": "outer_first",
    "last": "outer_last",
    "inner_first": "coalesce(inner_first, 1)",
    "inner_last": "coalesce(inner_last, 0)",
    "importance": "importance",
    "known_from": f"coalesce(event.known_from, {UNDATED})",
    "doubt": _DOUBT,
    "unverified": "1 - verified",
    "publishers": "min(publishers, 2)",
}
"""What is read of an event, and how it is told by itself."""

_JOINED = """
    event CROSS JOIN layer ON layer.id = event.layer CROSS JOIN kind ON kind.id = event.kind
    CROSS JOIN occurrence ON occurrence.key = event.occurrence
"""
"""In this order, since SQLite would rather begin with the few kinds and sort the events."""

_BUT_THESE = "event.key NOT IN (SELECT value FROM json_each(?)) AND"

_PLACE_BITS, _PUBLISHER_BITS = STRETCH.bit_length(), MOST_LINKED.bit_length()
_MOST_BITS = 16
"""Of the row numbers of a layer and of a kind together."""

_DAY_BITS = 22
_EARLIEST, _LATEST = 1 << _DAY_BITS - 1, (1 << _DAY_BITS) - 1
"""Days from the eleventh century to the sixty-eighth: how far they lie apart takes a bit less."""

_NO_TEXTS = {name for name, column in _BY_NAME.items() if column.type is not str}
_PLAIN = f"""
    +event.key >= ?1 AND {
    " AND ".join(
        _BY_NAME[name].bounded("event") for name in ("occurrence", "verified", "importance")
    )
} AND +publishers BETWEEN 0 AND {(1 << _PUBLISHER_BITS) - 1}
    AND +outer_first >= {_EARLIEST} AND +outer_last <= {_LATEST} AND {_IN_ORDER}
    AND (event.known_from IS NULL OR +event.known_from BETWEEN {_EARLIEST} AND {_LATEST})
    AND {sound_sql("event", _NO_TEXTS | {"layer", "kind"})}
    AND {" AND ".join(_shown("CAST(event.{} AS BLOB)"))}
"""
"""What an event must be to be read in words, if they are whole: sound, and of usual numbers. That
its layer and its kind are texts follows from what they are joined to; bytes are sooner counted than
signs. No text is looked at that SOUND does not look at: it may lie on a page that is damaged.
"""

Word = tuple[tuple[str, str, int], ...]
"""Numbers that stand in one, from its lowest bits up: what each is called, how it is told, and how
many bits it has; the last one has the rest, and only that one may be negative."""

_LEAST = "least"


@dataclass(frozen=True, slots=True)
class Events:
    """All sound events, as far as their layer, kind and occurrence are there.

    `words` is how they are read first, or empty where they cannot be; `singly` how all can be.
    """

    words: tuple[Word, ...]
    singly: Rows

    def read(self, connection: sqlite3.Connection, ends: Ends) -> list[Stretch]:
        """Those whose keys lie between the ends."""
        if self.words:
            try:
                return self._in_words(connection, ends)
            except (sqlite3.DataError, ValueError):
                pass  # but not of what is damaged: SQLite says that of a page only once
        return self.singly.read(connection, ends)

    def apart(self, some: Stretch) -> Stretch:
        """What was read, by the names of _COLUMNS."""
        if _LEAST not in some:
            return some
        read = {_LEAST: some[_LEAST]}
        for n, word in enumerate(self.words):
            read.update(_apart(word, some[str(n)]))
        return _columns(read)

    def _in_words(self, connection: sqlite3.Connection, ends: Ends) -> list[Stretch]:
        """An event that is not plain has no first word, so there are fewer of them than rows."""
        first, *others = map(_sum, self.words)
        texts = ", ".join(f"group_concat({word})" for word in others)
        plain = f"group_concat(CASE WHEN {_PLAIN} THEN {first} END)"
        select = (
            f"SELECT count(*), {plain}, {texts} FROM {_JOINED} WHERE event.key BETWEEN ?1 AND ?2"
        )
        n, *found = connection.execute(select, ends).fetchone()
        words = {str(nth): numbers_of(text, n) for nth, text in enumerate(found)}
        return [words | {_LEAST: np.broadcast_to(np.int64(ends[0]), n)}] if n else []


def events(connection: sqlite3.Connection, unsound: Sequence[int] = ()) -> tuple[Events, Ends]:
    """How the events of an archive are read, but these, and from where to where."""
    but, values = (_BUT_THESE, (json.dumps(unsound),)) if unsound else ("", ())
    told = ", ".join(f"{sql} AS {name}" for name, sql in _COLUMNS.items())
    select = (
        f"SELECT {told} FROM {_JOINED} WHERE {but} {{after}} AND {SOUND} ORDER BY event.key LIMIT ?"
    )
    singly = Rows(select, tuple(_COLUMNS), ("record",), values)
    ends, *named = (ends_of(connection, table) for table in ("event", "layer", "kind"))
    layer, kind = (greatest.bit_length() for _, greatest in named)
    usual = layer + kind <= _MOST_BITS and min(ends[0], *(least for least, _ in named)) >= 0
    fits = usual and one_stretch_each(ends) and not unsound
    fits = fits and ends[1] <= _BY_NAME["key"].high
    return Events(_words(layer, kind) if fits else (), singly), ends


def _words(layer_bits: int, kind_bits: int) -> tuple[Word, ...]:
    """What takes few digits in nearly all events stands last."""
    return (
        (
            ("place", "event.key - ?1", _PLACE_BITS),
            ("kind", "kind.rowid", kind_bits),
            ("layer", "layer.rowid", layer_bits),
            ("unverified", "1 - verified", 1),
            ("doubt", _DOUBT, 2),
            ("publishers", "publishers", _PUBLISHER_BITS),
            ("importance", "importance", 0),
        ),
        (
            ("first", "outer_first", _DAY_BITS),
            ("lasting", "outer_last - outer_first", _DAY_BITS - 1),
            ("told", "occurrence - event.key", 0),
        ),
        (
            ("known_from", "coalesce(event.known_from, 0)", _DAY_BITS),
            ("begins_after", "coalesce(inner_first - outer_first, 0)", _DAY_BITS - 1),
            ("ends_before", "coalesce(outer_last - inner_last, -1)", 0),
        ),
    )


def _sum(word: Word) -> str:
    """A word in SQL. One that has more bits than there are is no whole number."""
    *others, (_, said, _) = word
    for _, told, bits in reversed(others):
        said = f"({told}) + {1 << bits} * ({said})"
    return said


def _apart(word: Word, numbers: Ints) -> Iterator[tuple[str, Ints]]:
    *others, (last, _, _) = word
    for name, _, bits in others:
        yield name, numbers & (1 << bits) - 1
        numbers = numbers >> bits
    yield last, numbers


def _columns(read: Stretch) -> Stretch:
    """What is told in words by the names of _COLUMNS; places are counted from the least key."""
    key, first, unsure = read[_LEAST] + read["place"], read["first"], read["ends_before"] < 0
    last = first + read["lasting"]
    return {
        "record": key,
        "occurrence": key + read["told"],
        "layer": read["layer"],
        "kind": read["kind"],
        "first": first,
        "last": last,
        "inner_first": np.where(unsure, 1, first + read["begins_after"]),
        "inner_last": np.where(unsure, 0, last - read["ends_before"]),
        "importance": read["importance"],
        "known_from": np.where(read["known_from"] > 0, read["known_from"], UNDATED),
        "doubt": read["doubt"],
        "unverified": read["unverified"],
        "publishers": np.minimum(read["publishers"], 2),
    }

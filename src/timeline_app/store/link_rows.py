"""Links as they are read: three numbers of a link in one, in the order in which a table holds them;
or plainly, where a table holds anything else.

Tables are written in the order of events. Read like that no index is gone through and no row is
sought by it; and of what stands in one number no type need be asked, which is half of what reading
a link costs: a number that is not whole makes the one that they stand in another that is not.
"""

import sqlite3
from collections.abc import Iterator

import numpy as np

from timeline_app.dataclass import dataclass
from timeline_app.store.row_stream import (
    Ends,
    Rows,
    Stretch,
    ends_of,
    numbers_of,
    one_stretch_each,
)
from timeline_app.store.typed_rows import MOST_LINKED

_MOST = 2**53
_PLACE_BITS = MOST_LINKED.bit_length()
_BITS = 63
_UNLIKE = np.array([-1], np.int64)
_PACKED = "packed"


class UnlikeError(Exception):
    """A table holds links in another order, or what is no link."""


@dataclass(frozen=True, slots=True)
class Link:
    """Links of events: their table, its column that names the event, the number of what is linked
    to, and the table that it is a number of; `joined` is how to come to it."""

    table: str
    event: str
    number: str
    meant: str
    joined: str = ""

    def plain(self) -> Rows:
        """By the index; what is no link is left out."""
        nth = f"{self.table}.n"
        select = (
            f"SELECT {self.event} AS linked, {nth} AS nth, {self.number} AS number "
            f"FROM {self.table} {self.joined} WHERE {{after}} "
            f"AND {_whole(self.event, nth, self.number)} ORDER BY {self.event}, {nth} LIMIT ?"
        )
        return Rows(select, ("linked", "number"), ("linked", "nth"))

    def asked(self, connection: sqlite3.Connection) -> "tuple[Rows | Packed, Ends]":
        """How the links of an archive are read first, and from where to where."""
        rows, events = ends_of(connection, self.table), ends_of(connection, "event")
        numbers = ends_of(connection, self.meant)
        bits = events[1].bit_length() + _PLACE_BITS + numbers[1].bit_length()
        if bits <= _BITS and min(events[0], numbers[0]) >= 0 and one_stretch_each(rows):
            return Packed(self, events[1], numbers[1]), rows
        return self.plain(), events


@dataclass(frozen=True, slots=True)
class Packed:
    """Links in one number each, whose events and numbers go from 0 up to these."""

    link: Link
    event: int
    number: int

    def read(self, connection: sqlite3.Connection, ends: Ends) -> list[Stretch]:
        """Those in the rows of these numbers, a stretch at most."""
        try:
            n, text = connection.execute(self._statement(), ends).fetchone()
            packed = numbers_of(text, n)
        except (sqlite3.DataError, ValueError):
            packed = _UNLIKE
        return [{_PACKED: packed}] if len(packed) else []

    def apart(self, found: Iterator[Stretch]) -> Iterator[Stretch]:
        """The numbers of events and of what they are linked to. Raises `UnlikeError`."""
        low, last = self.number.bit_length(), -1
        for some in found:
            packed = some[_PACKED]
            if packed[0] <= last or not (packed[1:] > packed[:-1]).all():
                raise UnlikeError
            last = int(packed[-1])
            yield {"linked": packed >> low + _PLACE_BITS, "number": packed & (1 << low) - 1}

    def _statement(self) -> str:
        """A link that does not fit is none, and so there are fewer numbers than rows."""
        link, low = self.link, self.number.bit_length()
        parts = (
            (link.event, self.event, low + _PLACE_BITS),
            (f"{link.table}.n", (1 << _PLACE_BITS) - 1, low),
            (link.number, self.number, 0),
        )
        # The plus: else a text that looks like a number would be taken for one.
        fits = " AND ".join(f"+{name} BETWEEN 0 AND {most}" for name, most, _ in parts)
        packed = " + ".join(f"{name} * {1 << bits}" for name, _, bits in parts)
        return (
            f"SELECT count(*), group_concat(CASE WHEN {fits} THEN {packed} END) "
            f"FROM {link.table} {link.joined} WHERE {link.table}.rowid BETWEEN ? AND ?"
        )


def _whole(event: str, *others: str) -> str:
    """That these are whole numbers. Their sum is, only where all are, and what is no number is
    greater than any; the event is within its bounds already. To ask for the type of each takes
    twice as long."""
    numbers = " AND ".join(f"+{one} <= {_MOST}" for one in others)
    return f"{numbers} AND typeof({' + '.join((event, *others))}) = 'integer'"

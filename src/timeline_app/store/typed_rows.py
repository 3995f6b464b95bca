"""The one reader of a stranger's rows: each value of its type and within bounds, or why not.

SQLite keeps any value in any column of a table that is not strict, and a damaged page may hold
anything; so what a column declares is looked at again with every row.
"""

import math
import re
import sqlite3
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import Any

from timeline_app.dataclass import dataclass
from timeline_app.dates.day import OPEN_FUTURE, OPEN_PAST
from timeline_app.store.schema import BY_NAME, Table
from timeline_app.words.tr import grouped, mark, tr

Fields = dict[str, Any]

LONGEST_TEXT = 100_000
"""Characters of the longest text that is taken; the build takes a fifth of that."""

MOST_LINKED = 5_000
"""The longest list that belongs to one record: its actors, places, sources."""

_NO_TEXT = re.compile("[\0\ud800-\udfff]")
_WHOLE = 2**53
_SMALL = (-1_000_000_000, 1_000_000_000)
_DAYS = (OPEN_PAST, OPEN_FUTURE)
_TRUTH = (0, 1)
_RANGES: dict[str, tuple[int, int]] = {
    **dict.fromkeys(("outer_first", "outer_last", "inner_first", "inner_last", "day"), _DAYS),
    "known_from": _DAYS,
    **dict.fromkeys(("from_first", "from_last", "to_first", "to_last"), _DAYS),
    **dict.fromkeys(("verified", "preferred", "refused", "name_only", "machine_coded"), _TRUTH),
    **dict.fromkeys(("on_by_default", "to_is_censored", "central_asian", "state_owned"), _TRUTH),
    **dict.fromkeys(("importance", "rank"), _SMALL),
    "publishers": (0, 1_000_000_000),
    "lat": (-90, 90),
    "lon": (-180, 180),
}
_NAMED = {
    int: mark("a whole number"),
    float: mark("a number"),
    str: mark("a text"),
    bytes: mark("bytes"),
    type(None): mark("nothing"),
}
_STORED = {int: "('integer')", float: "('real', 'integer')", str: "('text')"}


class NoText(str):
    """What a column holds whose bytes are no UTF-8: readable, but never taken for a text."""

    __slots__ = ()


def text_of(raw: bytes) -> str:
    """Bytes as text; those that are no UTF-8 become signs that say so."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return NoText(raw.decode("utf-8", "replace"))


@dataclass(frozen=True, slots=True)
class Column:
    """What a column of an archive holds: its declared type, whether it may be empty, its bounds."""

    name: str
    type: type
    optional: bool
    low: float
    high: float

    def fault(self, value: object) -> str:
        """Why the value cannot stand in this column; empty where it can."""
        if value is None and self.optional:
            return ""
        if isinstance(value, NoText):
            return tr("“{column}” is no UTF-8 text", column=self.name)
        if not self.takes(type(value)):
            found, wanted = _NAMED[type(value)], _NAMED[self.type]
            said = {"column": self.name, "found": tr(found), "wanted": tr(wanted)}
            return tr("“{column}” holds {found} where {wanted} belongs", **said)
        return self._text_fault(value) if isinstance(value, str) else self._number_fault(value)

    def takes(self, found: object) -> bool:
        """Whether values of a type can stand in this column: whole numbers where others can."""
        whole = found is int and self.type is float
        return found is self.type or whole or (found is type(None) and self.optional)

    def sound(self, table: str) -> str:
        """The same in SQL, without reading texts: true where the value can stand."""
        named = f'"{table}"."{self.name}"'
        said = f"typeof({named}) IN {_STORED[self.type]}"
        if self.type is not str:
            said += f" AND {self.bounded(table)}"
        return f"({named} IS NULL OR {said})" if self.optional else f"({said})"

    def bounded(self, table: str) -> str:
        """In SQL that a number, and nothing else, is within the bounds."""
        # The plus: a bound that all keep is not what rows should be looked up by.
        return f'+"{table}"."{self.name}" BETWEEN {self.low} AND {self.high}'

    def _text_fault(self, value: str) -> str:
        if len(value) > LONGEST_TEXT:
            said = {"column": self.name, "n": grouped(LONGEST_TEXT)}
            return tr("“{column}” is longer than {n} characters", **said)
        if _NO_TEXT.search(value):
            return tr("“{column}” holds a character that is none", column=self.name)
        return ""

    def _number_fault(self, value: Any) -> str:
        if math.isfinite(value) and self.low <= value <= self.high:
            return ""
        return tr("“{column}” is beyond all bounds", column=self.name)


@cache
def columns_of(table: Table) -> tuple[Column, ...]:
    """The columns of a table of the schema, in order."""
    found, always = [], table.not_null
    for name, type_ in table.types.items():
        whole = (-_WHOLE, _WHOLE) if type_ is int else (-1e300, 1e300)
        low, high = _RANGES.get(name, whole)
        found.append(Column(name, type_, name not in always, low, high))
    return tuple(found)


_Form = tuple[tuple[tuple[int, float, float], ...], tuple[int, ...]]
"""Of rows whose values are of certain types: the places of numbers, with their bounds, and those of
texts."""


class Judge:
    """Says of row after row why it cannot be taken. Nearly every row is as it should be, and that
    is seen in a few steps; the others are looked at column by column."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self._columns = columns
        self._forms: dict[tuple[type, ...], _Form] = {}

    def fault(self, row: Sequence[Any]) -> str:
        """Why this row cannot be taken, by the first column that is at fault; or empty."""
        return "" if self._is_plain(row) else fault_of(self._columns, row)

    def _is_plain(self, row: Sequence[Any]) -> bool:
        """Whether all are of their types, numbers within bounds, texts short and of signs that can
        be seen: only then it is known without a closer look."""
        types = tuple(map(type, row))
        form = self._forms.get(types) or self._form(types)
        if form is None:
            return False
        numbers, texts = form
        for n, low, high in numbers:
            if not low <= row[n] <= high:
                return False
        for n in texts:
            text = row[n]
            if not text.isprintable() or len(text) > LONGEST_TEXT:
                return False
        return True

    def _form(self, types: tuple[type, ...]) -> _Form | None:
        """What is left to look at in rows of these types; None where they cannot stand there."""
        columns = self._columns
        if not all(map(Column.takes, columns, types)):
            return None
        numbers = [n for n, type_ in enumerate(types) if type_ in (int, float)]
        texts = tuple(n for n, type_ in enumerate(types) if type_ is str)
        form = tuple((n, columns[n].low, columns[n].high) for n in numbers), texts
        return self._forms.setdefault(types, form)


def sound_sql(table: str, but: Container[str] = ()) -> str:
    """The condition, in SQL, that all columns of a row, `but` these, are of their types and within
    bounds."""
    columns = columns_of(BY_NAME[table])
    return " AND ".join(column.sound(table) for column in columns if column.name not in but)


class Reader:
    """A statement whose columns are named by the schema, and so are judged by it.

    `columns` are "table.column name" with commas between; the name may be left out.
    """

    def __init__(self, columns: str, rest: str) -> None:
        self.columns: dict[str, Column] = {}
        selected = []
        for word in columns.split(","):
            place, *name = word.split()
            table, column = place.split(".")
            known = {c.name: c for c in columns_of(BY_NAME[table])}
            self.columns[name[0] if name else column] = known[column]
            selected.append(f'"{table}"."{column}"')
        self.sql = f"SELECT {', '.join(selected)} {rest}"
        self._judge = Judge(tuple(self.columns.values()))

    def judged(
        self, connection: sqlite3.Connection, *values: object, most: int = MOST_LINKED
    ) -> Iterator[tuple[Fields, str]]:
        """At most so many rows, each with why it cannot be taken, or an empty text."""
        fault, columns = self._judge.fault, self.columns
        for row in islice(connection.execute(self.sql, values), most):
            yield dict(zip(columns, row, strict=True)), fault(row)

    def sound(self, connection: sqlite3.Connection, *values: object) -> list[Fields]:
        """The rows that can be taken; the others are left out."""
        return [row for row, why in self.judged(connection, *values) if not why]


def fault_of(columns: Iterable[Column], row: Sequence[object]) -> str:
    """Why a row cannot be taken, by the first of its columns that is at fault; or empty."""
    for column, value in zip(columns, row, strict=True):
        if why := column.fault(value):
            return why
    return ""


def scan(
    connection: sqlite3.Connection, table: str, *names: str
) -> Iterator[tuple[int, Fields, str]]:
    """Every row of a table: its row number, these columns (all by default), and what is wrong.

    A row that is too long to be read at all comes without its columns, and the rest comes after.
    """
    columns, named, fault = _asked(table, names)
    select = f'SELECT rowid, {named} FROM "{table}" WHERE rowid > ? ORDER BY rowid'
    last = -(2**63)
    while True:
        try:
            for number, *row in connection.execute(select, (last,)):
                last = number
                yield number, dict(zip(columns, row, strict=True)), fault(row)
            return
        except sqlite3.DataError:  # by the next row or the one after it: the cursor looks ahead
            after = f'SELECT min(rowid) FROM "{table}" WHERE rowid > ?'
            last = connection.execute(after, (last,)).fetchone()[0]
            yield from scan_of(connection, table, (last,), *names)


def scan_of(
    connection: sqlite3.Connection, table: str, numbers: Iterable[int], *names: str
) -> Iterator[tuple[int, Fields, str]]:
    """The same of the rows with these numbers, ascending, as far as there are such: for who needs a
    few of a table that may be long."""
    columns, named, fault = _asked(table, names)
    select = f'SELECT {named} FROM "{table}" WHERE rowid = ?'
    for number in sorted(set(numbers)):
        try:
            row = connection.execute(select, (number,)).fetchone()
        except sqlite3.DataError:
            yield number, {}, tr("it holds a text that is too long to be read")
            continue
        if row is not None:
            yield number, dict(zip(columns, row, strict=True)), fault(row)


def _asked(
    table: str, names: Sequence[str]
) -> tuple[Sequence[str], str, Callable[[Sequence[object]], str]]:
    """The columns with these names, or all: their names, the same in SQL, and what judges a row."""
    columns = {c.name: c for c in columns_of(BY_NAME[table]) if not names or c.name in names}
    named = ", ".join(f'"{name}"' for name in columns)
    return tuple(columns), named, Judge(tuple(columns.values())).fault

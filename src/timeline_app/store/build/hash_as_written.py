"""The hash of a table, made of its rows as they go in: to read them back takes twice as long."""

from collections.abc import Callable, Iterable, Sequence
from itertools import repeat
from json.encoder import encode_basestring
from operator import itemgetter, lt

from timeline_app.store.build.rows import Value
from timeline_app.store.content_hash import TableHash
from timeline_app.store.schema import Table

_Row = tuple[Value, ...]
_One = Callable[..., str]
_Column = Callable[[_Row], Iterable[str]]

_BETWEEN = "]\n["
_READ_OTHERWISE = ("-0.0", "inf", "-inf", "nan")
"""Numbers that SQLite keeps as others, or JSON has words of its own for."""


class HashAsWritten:
    """The hash of one table from its rows as they are given.

    SQLite may keep them otherwise: in the order of their keys, a whole number as a text. Where it
    might, nothing is said, and the rows have to be read back.
    """

    def __init__(self, table: Table) -> None:
        self._hash: TableHash | None = TableHash(table)
        always = table.not_null
        self._columns = [
            _column(type_, may_be_none=name not in always) for name, type_ in table.types.items()
        ]
        self._key = itemgetter(*map(table.columns.index, table.key))
        self._last: Sequence[_Row] = ()

    def take(self, rows: Sequence[_Row]) -> None:
        """The next rows, which have been written."""
        if self._hash is None:
            return
        try:
            said = self._said(rows) if self._follow(rows) else None
        except TypeError:  # not what the column holds: SQLite has made it so
            said = None
        if said is None:
            self._hash = None
        else:
            self._hash.take(said)
            self._last = rows[-1:]

    def digest(self) -> str | None:
        """The hash of the rows that were taken; None where there were none or it is not known."""
        return self._hash.digest() if self._hash and self._last else None

    def _follow(self, rows: Sequence[_Row]) -> bool:
        """Whether each has a greater key than the one before."""
        keys = list(map(self._key, (*self._last, *rows)))
        return all(map(lt, keys, keys[1:]))

    def _said(self, rows: Sequence[_Row]) -> str:
        """Each row as a line of compact JSON, a column at a time: so a wrong type costs no look at
        each value to be found."""
        values = zip(*rows, strict=True)
        columns = [said(of) for said, of in zip(self._columns, values, strict=True)]
        lines = map(",".join, zip(*columns, strict=True))
        return f"[{_BETWEEN.join(lines)}]"


def _column(type_: type, *, may_be_none: bool) -> _Column:
    ones: dict[type, _One] = {int: int.__repr__, str: encode_basestring, float: _real}
    one = _or_none(ones[type_]) if may_be_none else ones[type_]
    # Zeros of either sign are equal, so that one of them would be written for both.
    return (lambda values: map(one, values)) if type_ is float else _once_for_all(one)


def _or_none(one: _One) -> _One:
    return lambda value: "null" if value is None else one(value)


def _real(value: Value) -> str:
    said = float.__repr__(value)
    if said in _READ_OTHERWISE:
        raise TypeError(said)
    return said


def _once_for_all(one: _One) -> _Column:
    """Many a column says the same in all rows."""

    def column(values: _Row) -> Iterable[str]:
        first = values[0]
        if values[-1] == first and values.count(first) == len(values):
            return repeat(one(first), len(values))
        return map(one, values)

    return column

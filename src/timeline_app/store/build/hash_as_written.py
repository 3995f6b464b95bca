"""The hash of a table, made of its rows as they go in: to read them back takes twice as long."""

from collections.abc import Callable, Iterable
from itertools import chain
from json.encoder import encode_basestring
from operator import lt

from timeline_app.store.build.batch import Batch, Column
from timeline_app.store.build.rows import Value
from timeline_app.store.content_hash import TableHash
from timeline_app.store.schema import Table

_One = Callable[..., str]

_ESCAPED = bytes(range(0x20)) + b'"\\'
"""What stands in no text of JSON as it is; few texts hold any of it."""

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
        self._kinds = [(type_, name in always) for name, type_ in table.types.items()]
        self._key = [table.columns.index(name) for name in table.key]
        self._last: Column = ()

    def take(self, rows: Batch) -> None:
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

    def digest(self) -> str | None:
        """The hash of the rows that were taken; None where there were none or it is not known."""
        return self._hash.digest() if self._hash and self._last else None

    def _follow(self, rows: Batch) -> bool:
        """Whether each has a greater key than the one before."""
        of_each, *further = (rows.columns[at] for at in self._key)
        keys = (*self._last, *(zip(of_each, *further, strict=True) if further else of_each))
        self._last = keys[-1:]
        return all(map(lt, keys, keys[1:]))

    def _said(self, rows: Batch) -> str:
        """Each row as a line of compact JSON, all of them filled in at once: so a wrong type costs
        no look at each value to be found."""
        line, filled_in = [], []
        for at, ((type_, always), column) in enumerate(zip(self._kinds, rows.columns, strict=True)):
            if at in rows.alike:
                line.append(_ONES[type_](column[0]).replace("%", "%%"))
                continue
            sign, values = (
                _differing(type_, column) if always else ("%s", map(_ONES[type_], column))
            )
            line.append(sign)
            filled_in.append(values)
        lines = "\n".join([f"[{','.join(line)}]"] * rows.n)
        return lines % tuple(chain.from_iterable(zip(*filled_in, strict=True)))


def _differing(type_: type, column: Column) -> tuple[str, Iterable[Value]]:
    """How the values of a column that always holds one stand in a line, and what is filled in.

    SQLite refuses what is no whole number, and cannot be made one, where one belongs.
    """
    if type_ is int:
        return "%d", column
    if type_ is float:
        return "%s", map(_real, column)
    plain = len(said := "".join(column).encode()) == len(said.translate(None, _ESCAPED))
    return ('"%s"', column) if plain else ("%s", map(encode_basestring, column))


def _real(value: Value) -> str:
    said = float.__repr__(value)
    if said in _READ_OTHERWISE:
        raise TypeError(said)
    return said


def _or_none(one: _One) -> _One:
    return lambda value: "null" if value is None else one(value)


_ONES: dict[type, _One] = {
    type_: _or_none(one)
    for type_, one in ((int, int.__repr__), (str, encode_basestring), (float, _real))
}
"""How one value stands in a line, by the type of its column."""

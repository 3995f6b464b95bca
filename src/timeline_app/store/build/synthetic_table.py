"""Rows of an archive that is made to measure with, from their columns."""

from collections.abc import Iterable, Iterator
from itertools import count, repeat

from timeline_app.store.build.rows import Value
from timeline_app.store.schema import BY_NAME
from timeline_app.words.folding import BREAK, indexed

Row = tuple[Value, ...]
Column = Iterable[Value]

_BETWEEN = f" {BREAK} "
_EMPTY: dict[str, dict[str, Value]] = {
    name: {
        column: type_() if column in table.not_null else None
        for column, type_ in table.types.items()
    }
    for name, table in BY_NAME.items()
}


def table_rows(table: str, **said: Column) -> Iterator[Row]:
    """The rows of a table from its columns; one that is not said is empty, or none.

    There are as many rows as the shortest column has values.
    """
    columns = (said.get(name, repeat(empty)) for name, empty in _EMPTY[table].items())
    return zip(*columns, strict=False)


def key_range(n: int) -> range:
    """The keys of a table of so many rows."""
    return range(1, n + 1)


def numbered(what: str, first: int = 0) -> Iterator[str]:
    """Ids without end."""
    return (f"{what}-{number}" for number in count(first))


def joined(texts: Iterable[str]) -> str:
    """Some texts as the text index holds them: no phrase reaches from one into the next."""
    return _BETWEEN.join(map(indexed, texts))

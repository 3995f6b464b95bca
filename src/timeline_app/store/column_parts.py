"""The columns of an archive as arrays with names, and back."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from numpy.typing import NDArray

from timeline_app.model.codes import Codes
from timeline_app.model.event_table import EventTable, Orders
from timeline_app.model.record_table import RecordTable
from timeline_app.store.column_file import Arrays, UnlikeError
from timeline_app.store.term_parts import (
    codes_of,
    each,
    listed,
    parts_of_codes,
    parts_of_terms,
    terms_of,
)

_TABLE, _RECORDS, _BY_LAST, _TOTALS = "table", "records", "by_last", "totals"
_TERMS, _OFTEN = "terms", "often"
COLUMNS = tuple(
    one.name for one in fields(EventTable) if one.name not in ("terms", "known_orders", "shelf")
)
"""The columns of a table that are arrays as they stand."""
_OF_RECORDS = (*COLUMNS, "layer")
Told = Mapping[str, Any]


def apart(
    records: RecordTable, table: EventTable
) -> tuple[dict[str, Any], dict[str, NDArray[Any]]]:
    """What is told of them, for JSON, and their arrays; `table` with its orders.

    What is looked at first stands first.
    """
    orders = table.orders
    arrays: dict[str, NDArray[Any]] = {f"{_TABLE}/{c}": getattr(table, c) for c in COLUMNS}
    arrays |= {"by_last": orders.by_last, "by_occurrence": orders.by_occurrence}
    arrays |= {f"{_TOTALS}/{name}": total for name, total in orders.totals.items()}
    by_last = {name: codes.take(orders.by_last) for name, codes in table.terms.items()}
    for whose, terms in ((_TABLE, table.terms), (_BY_LAST, by_last), (_RECORDS, records.terms)):
        for name, codes in terms.items():
            arrays |= dict(parts_of_codes(f"{whose}/{name}", codes))
    arrays |= {f"{_RECORDS}/{c}": getattr(records, c) for c in _OF_RECORDS}
    for name, codes in records.terms.items():
        arrays |= dict(parts_of_terms(f"{_TERMS}/{name}", codes.terms))
    arrays |= {f"{_OFTEN}/{name}": often for name, often in orders.often.items()}
    told = {
        "terms": list(records.terms),
        "layers": records.layers,
        "standing": records.standing,
        "extent": orders.extent,
        "published": orders.published,
        "day_sure": orders.day_sure,
        "sure": orders.sure,
    }
    return told, arrays


def together(told: Told, arrays: Arrays) -> tuple[RecordTable, EventTable]:
    """The columns again. Raises `UnlikeError`, or KeyError, TypeError, ValueError or IndexError,
    where the parts do not fit each other."""
    terms = {name: terms_of(f"{_TERMS}/{name}", arrays) for name in told["terms"]}

    def column_terms(whose: str, n: int) -> dict[str, Codes]:
        return {name: codes_of(f"{whose}/{name}", arrays, of, n) for name, of in terms.items()}

    n, of = len(arrays[f"{_TABLE}/key"]), len(arrays[f"{_RECORDS}/key"])
    orders = Orders(
        by_last=arrays["by_last"],
        by_occurrence=arrays["by_occurrence"],
        extent=_days(told["extent"]),
        published=_days(told["published"]),
        day_sure=int(told["day_sure"]),
        sure=int(told["sure"]),
        totals={name: each(arrays[f"{_TOTALS}/{name}"], of) for name, of in terms.items()},
        often={name: listed(arrays[f"{_OFTEN}/{name}"], of) for name, of in terms.items()},
        terms_by_last=column_terms(_BY_LAST, n),
    )
    columns: dict[str, Any] = {column: arrays[f"{_TABLE}/{column}"] for column in COLUMNS}
    table = EventTable(
        **columns,
        terms=column_terms(_TABLE, n),
        known_orders=orders,
    )
    records = RecordTable(
        **{column: arrays[f"{_RECORDS}/{column}"] for column in _OF_RECORDS},
        terms=column_terms(_RECORDS, of),
        layers=tuple(told["layers"]),
        standing=tuple(int(rank) for rank in told["standing"]),
    )
    lengths = {len(arrays[f"{_TABLE}/{column}"]) for column in COLUMNS}
    lengths |= {len(orders.by_last), len(orders.by_occurrence)}
    if lengths != {n} or {len(arrays[f"{_RECORDS}/{column}"]) for column in _OF_RECORDS} != {of}:
        raise UnlikeError
    return records, table


def _days(told: Any) -> tuple[int, int] | None:
    """A first and a last day, or none."""
    return None if told is None else (int(told[0]), int(told[1]))

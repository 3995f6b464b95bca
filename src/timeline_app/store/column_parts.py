"""The columns of an archive as arrays with names, and back."""

from collections.abc import Iterator, Mapping, Sized
from dataclasses import fields
from typing import Any

from numpy.typing import NDArray

from timeline_app.model.codes import Codes, Few, OneEach, Several
from timeline_app.model.event_table import EventTable, Orders
from timeline_app.model.record_table import RecordTable
from timeline_app.model.terms import Terms, Texts
from timeline_app.store.column_file import Arrays, UnlikeError

_TABLE, _RECORDS, _BY_LAST, _TOTALS = "table", "records", "by_last", "totals"
_TERMS, _OFTEN = "terms", "often"
_TEXTS, _LISTED = ("ids", "labels", "folded"), ("by_id", "by_label")
_COLUMNS = tuple(
    one.name for one in fields(EventTable) if one.name not in ("terms", "known_orders", "shelf")
)
_OF_RECORDS = (*_COLUMNS, "layer")
Told = Mapping[str, Any]


def apart(
    records: RecordTable, table: EventTable
) -> tuple[dict[str, Any], dict[str, NDArray[Any]]]:
    """What is told of them, for JSON, and their arrays; `table` with its orders.

    What is looked at first stands first.
    """
    orders = table.orders
    arrays: dict[str, NDArray[Any]] = {f"{_TABLE}/{c}": getattr(table, c) for c in _COLUMNS}
    arrays |= {"by_last": orders.by_last, "by_occurrence": orders.by_occurrence}
    arrays |= {f"{_TOTALS}/{name}": total for name, total in orders.totals.items()}
    by_last = {name: codes.take(orders.by_last) for name, codes in table.terms.items()}
    layouts: dict[str, dict[str, list[Any]]] = {}
    for whose, terms in ((_TABLE, table.terms), (_BY_LAST, by_last), (_RECORDS, records.terms)):
        layouts[whose] = {name: list(_layout(codes)) for name, codes in terms.items()}
        for name, codes in terms.items():
            arrays |= {f"{whose}/{name}/{part}": a for part, a in _parts_of(codes)}
    arrays |= {f"{_RECORDS}/{c}": getattr(records, c) for c in _OF_RECORDS}
    for name, codes in records.terms.items():
        arrays |= {f"{_TERMS}/{name}/{part}": a for part, a in _parts_of_terms(codes.terms)}
    arrays |= {f"{_OFTEN}/{name}": often for name, often in orders.often.items()}
    told = {
        "layouts": layouts,
        "terms": list(records.terms),
        "layers": records.layers,
        "standing": records.standing,
        "extent": orders.extent,
        "day_sure": orders.day_sure,
        "sure": orders.sure,
    }
    return told, arrays


def together(told: Told, arrays: Arrays) -> tuple[RecordTable, EventTable]:
    """The columns again. Raises `UnlikeError`, or KeyError, TypeError, ValueError or IndexError,
    where the parts do not fit each other."""
    terms = {name: _terms(f"{_TERMS}/{name}/", arrays) for name in told["terms"]}

    def column_terms(whose: str, n: int) -> dict[str, Codes]:
        return {
            name: _codes(layout, f"{whose}/{name}/", arrays, terms[name], n)
            for name, layout in told["layouts"][whose].items()
        }

    n, of = len(arrays[f"{_TABLE}/key"]), len(arrays[f"{_RECORDS}/key"])
    extent = told["extent"]
    orders = Orders(
        by_last=arrays["by_last"],
        by_occurrence=arrays["by_occurrence"],
        extent=None if extent is None else (int(extent[0]), int(extent[1])),
        day_sure=int(told["day_sure"]),
        sure=int(told["sure"]),
        totals={name: _each(arrays[f"{_TOTALS}/{name}"], of) for name, of in terms.items()},
        often={name: _listed(arrays[f"{_OFTEN}/{name}"], of) for name, of in terms.items()},
        terms_by_last=column_terms(_BY_LAST, n),
    )
    columns: dict[str, Any] = {column: arrays[f"{_TABLE}/{column}"] for column in _COLUMNS}
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
    lengths = {len(arrays[f"{_TABLE}/{column}"]) for column in _COLUMNS}
    lengths |= {len(orders.by_last), len(orders.by_occurrence)}
    if lengths != {n} or {len(arrays[f"{_RECORDS}/{column}"]) for column in _OF_RECORDS} != {of}:
        raise UnlikeError
    return records, table


def _each(told: NDArray[Any], terms: Sized) -> NDArray[Any]:
    """Something that is told of each term."""
    if len(told) != len(terms):
        raise UnlikeError
    return told


def _listed(codes: NDArray[Any], terms: Sized) -> NDArray[Any]:
    """All codes in some order."""
    if len(codes) and not (codes.min() >= 0 and codes.max() < len(terms)):
        raise UnlikeError
    return _each(codes, terms)


def _parts_of_terms(terms: Terms) -> Iterator[tuple[str, NDArray[Any]]]:
    for name in _TEXTS:
        texts: Texts = getattr(terms, name)
        yield name, texts.packed
        yield f"{name} ends", texts.ends
    for name in _LISTED:
        yield name, getattr(terms, name)


def _terms(prefix: str, arrays: Arrays) -> Terms:
    ids, labels, folded = (_texts(f"{prefix}{name}", arrays) for name in _TEXTS)
    if len(labels) != len(ids) or len(folded) != len(ids):
        raise UnlikeError
    known = {name: _listed(arrays[f"{prefix}{name}"], ids) for name in _LISTED}
    return Terms(ids, labels, folded=folded, **known)


def _texts(name: str, arrays: Arrays) -> Texts:
    made = Texts(arrays[name], arrays[f"{name} ends"])
    if made.ends[0] != 0 or made.ends[-1] != len(made.packed):
        raise UnlikeError
    return made


def _layout(codes: Codes) -> Iterator[Any]:
    yield type(codes).__name__
    yield len(codes)


def _parts_of(codes: Codes) -> Iterator[tuple[str, NDArray[Any]]]:
    yield "codes", codes.codes
    if isinstance(codes, Several):
        yield "offsets", codes.offsets
    if isinstance(codes, Few):
        yield "held", codes.held


def _codes(layout: list[Any], prefix: str, arrays: Arrays, terms: Terms, n: int) -> Codes:
    kind, rows = layout
    codes = arrays[f"{prefix}codes"]
    made: Codes
    if kind == OneEach.__name__:
        made = OneEach(codes, terms)
    elif kind == Few.__name__:
        made = Few(codes, terms, arrays[f"{prefix}held"], rows)
        if len(made.held) != len(codes):
            raise UnlikeError
    else:
        made = Several(codes, terms, arrays[f"{prefix}offsets"])
        if made.offsets[0] != 0 or made.offsets[-1] != len(codes):
            raise UnlikeError
    if len(made) != n:
        raise UnlikeError
    return made

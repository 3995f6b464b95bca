"""Tables in the form of events, as arrays with names, and back: claims, and lives of treaties."""

from typing import Any

import numpy as np

from timeline_app.model.event_table import EventTable
from timeline_app.model.shelf import Arrays
from timeline_app.store.column_file import UnlikeError
from timeline_app.store.column_parts import COLUMNS
from timeline_app.store.term_parts import codes_of, parts_of_codes, parts_of_terms, terms_of

_NAMED = "named"


def parts_of_spans(table: EventTable) -> dict[str, Any]:
    """The arrays of a table."""
    arrays: dict[str, Any] = {f"span/{name}": getattr(table, name) for name in COLUMNS}
    for n, (name, codes) in enumerate(table.terms.items()):
        arrays[f"{_NAMED}/{n}"] = np.frombuffer(name.encode(), np.uint8)
        arrays |= dict(parts_of_codes(f"codes/{name}", codes))
        arrays |= dict(parts_of_terms(f"terms/{name}", codes.terms))
    return arrays


def spans_of(arrays: Arrays) -> EventTable:
    """The table again. Raises `UnlikeError` or KeyError where the parts do not fit."""
    columns: dict[str, Any] = {name: arrays[f"span/{name}"] for name in COLUMNS}
    n = len(columns["key"])
    same_length(n, columns)
    named = [arrays[one].tobytes().decode() for one in arrays if one.startswith(f"{_NAMED}/")]
    terms = {
        name: codes_of(f"codes/{name}", arrays, terms_of(f"terms/{name}", arrays), n)
        for name in named
    }
    return EventTable(**columns, terms=terms)


def own_parts(table: object, names: tuple[str, ...]) -> dict[str, Any]:
    """The arrays that a table has under these names."""
    return {f"own/{name}": getattr(table, name) for name in names}


def own_of(arrays: Arrays, names: tuple[str, ...], n: int) -> dict[str, Any]:
    """The same again, each as long as n. Raises `UnlikeError` or KeyError."""
    found: dict[str, Any] = {name: arrays[f"own/{name}"] for name in names}
    same_length(n, found)
    return found


def same_length(n: int, parts: Arrays) -> None:
    """Raises `UnlikeError` where one of these is longer or shorter than n."""
    if any(len(part) != n for part in parts.values()):
        raise UnlikeError(n)

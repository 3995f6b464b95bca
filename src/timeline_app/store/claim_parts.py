"""The claims of an archive, kept beside its columns: read from their rows once."""

from dataclasses import fields
from typing import Any

import numpy as np

from timeline_app.model.claim_table import ClaimTable
from timeline_app.model.event_table import EventTable
from timeline_app.model.shelf import Arrays, Shelf
from timeline_app.store.archive import Archive
from timeline_app.store.claims import read_claims
from timeline_app.store.column_file import UnlikeError
from timeline_app.store.column_parts import COLUMNS
from timeline_app.store.term_parts import codes_of, parts_of_codes, parts_of_terms, terms_of

_OWN = tuple(one.name for one in fields(ClaimTable) if one.name != "said")
_NAMED = "named"


def kept_claims(archive: Archive, shelf: Shelf) -> ClaimTable:
    """Every sound claim (see `read_claims`), as they are kept on the shelf of the archive's
    columns. Raises `StoreError`, and then keeps nothing."""
    return shelf.kept("claims", "", lambda: apart(read_claims(archive)), together)


def apart(claims: ClaimTable) -> Arrays:
    """Their arrays."""
    said = claims.said
    arrays: dict[str, Any] = {f"said/{name}": getattr(said, name) for name in COLUMNS}
    arrays |= {f"own/{name}": getattr(claims, name) for name in _OWN}
    for n, (name, codes) in enumerate(said.terms.items()):
        arrays[f"{_NAMED}/{n}"] = np.frombuffer(name.encode(), np.uint8)
        arrays |= dict(parts_of_codes(f"codes/{name}", codes))
        arrays |= dict(parts_of_terms(f"terms/{name}", codes.terms))
    return arrays


def together(arrays: Arrays) -> ClaimTable:
    """The claims again. Raises `UnlikeError` or KeyError where the parts do not fit."""
    n = len(arrays["said/key"])
    columns: dict[str, Any] = {name: arrays[f"said/{name}"] for name in COLUMNS}
    own: dict[str, Any] = {name: arrays[f"own/{name}"] for name in _OWN}
    if {len(part) for part in (*columns.values(), *own.values())} != {n}:
        raise UnlikeError(n)
    named = [arrays[one].tobytes().decode() for one in arrays if one.startswith(f"{_NAMED}/")]
    terms = {
        name: codes_of(f"codes/{name}", arrays, terms_of(f"terms/{name}", arrays), n)
        for name in named
    }
    return ClaimTable(said=EventTable(**columns, terms=terms), **own)

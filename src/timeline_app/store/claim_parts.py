"""The claims of an archive, kept beside its columns: read from their rows once."""

from dataclasses import fields

from timeline_app.model.claim_table import ClaimTable
from timeline_app.model.shelf import Arrays, Shelf
from timeline_app.store.archive import Archive
from timeline_app.store.claims import read_claims
from timeline_app.store.span_parts import own_of, own_parts, parts_of_spans, spans_of

_OWN = tuple(one.name for one in fields(ClaimTable) if one.name != "said")


def kept_claims(archive: Archive, shelf: Shelf) -> ClaimTable:
    """Every sound claim (see `read_claims`), as they are kept on the shelf of the archive's
    columns. Raises `StoreError`, and then keeps nothing."""
    return shelf.kept("claims", "", lambda: apart(read_claims(archive)), together)


def apart(claims: ClaimTable) -> Arrays:
    """Their arrays."""
    return parts_of_spans(claims.said) | own_parts(claims, _OWN)


def together(arrays: Arrays) -> ClaimTable:
    """The claims again. Raises `UnlikeError` or KeyError where the parts do not fit."""
    said = spans_of(arrays)
    return ClaimTable(said=said, **own_of(arrays, _OWN, len(said)))

"""The memberships of an archive, kept beside its columns: read from their rows once."""

from dataclasses import fields
from itertools import pairwise

import numpy as np

from timeline_app.model.event_table import Term
from timeline_app.model.membership_table import WRITTEN, AsWritten, MembershipTable, Organisation
from timeline_app.model.shelf import Arrays, Shelf
from timeline_app.model.terms import Texts
from timeline_app.store.archive import Archive
from timeline_app.store.column_file import UnlikeError
from timeline_app.store.memberships import read_memberships
from timeline_app.store.span_parts import own_of, own_parts, same_length
from timeline_app.store.term_parts import parts_of_texts, texts_of

_COLUMNS = tuple(
    one.name
    for one in fields(MembershipTable)
    if one.name not in ("texts", "organisations", "states")
)
_OF_ORGANISATION, _OF_STATE = ("id", "name", "code"), ("id", "label")


def kept_memberships(archive: Archive, shelf: Shelf) -> MembershipTable:
    """Every sound membership (see `read_memberships`), as they are kept on the shelf of the
    archive's columns. Raises `StoreError`, and then keeps nothing."""
    return shelf.kept("memberships", "", lambda: apart(read_memberships(archive)), together)


def apart(table: MembershipTable) -> Arrays:
    """Their arrays."""
    arrays = own_parts(table, _COLUMNS)
    for n, column in enumerate(table.texts.columns):
        arrays |= dict(parts_of_texts(f"texts/{n}", column))
    held = (
        ("organisation", table.organisations, _OF_ORGANISATION),
        ("state", table.states, _OF_STATE),
    )
    for kind, things, told in held:
        for name in told:
            texts = Texts.of(getattr(one, name) for one in things)
            arrays |= dict(parts_of_texts(f"{kind}/{name}", texts))
    vectors = [one.vectors for one in table.organisations]
    arrays["vectors/ends"] = np.cumsum([0, *map(len, vectors)], dtype=np.int64)
    return arrays | dict(parts_of_texts("vectors", Texts.of(v for of in vectors for v in of)))


def together(arrays: Arrays) -> MembershipTable:
    """The memberships again. Raises `UnlikeError` or KeyError where the parts do not fit."""
    n = len(arrays["own/key"])
    texts = [texts_of(f"texts/{one}", arrays) for one in range(WRITTEN)]
    same_length(n, {str(one): of.ends[1:] for one, of in enumerate(texts)})
    columns = own_of(arrays, _COLUMNS, n)
    organisations = _organisations(arrays)
    ids, labels = (texts_of(f"state/{name}", arrays) for name in _OF_STATE)
    for of, held in ((columns["organisation"], organisations), (columns["state"], ids)):
        if n and not 0 <= of.min() <= of.max() < len(held):
            raise UnlikeError(len(held))
    return MembershipTable(
        **columns,
        texts=AsWritten(texts),
        organisations=organisations,
        states=tuple(Term(*one) for one in zip(ids, labels, strict=True)),
    )


def _organisations(arrays: Arrays) -> tuple[Organisation, ...]:
    told = (texts_of(f"organisation/{name}", arrays) for name in _OF_ORGANISATION)
    vectors, ends = [*texts_of("vectors", arrays)], arrays["vectors/ends"].tolist()
    if ends[-1] != len(vectors):
        raise UnlikeError(len(vectors))
    of = (tuple(vectors[begin:end]) for begin, end in pairwise(ends))
    return tuple(Organisation(*one) for one in zip(*told, of, strict=True))

"""Finding records by words: whatever is asked for finds something or nothing, and never fails."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from timeline_app.model.query import TEXTS, Term
from timeline_app.store.archive import Archive
from timeline_app.store.schema import TEXT_INDEX
from timeline_app.store.typed_rows import sound_sql
from timeline_app.words.folding import in_index

Keys = NDArray[np.int64]

_PARTS = dict(zip(TEXTS, ("title", "actors", "places", "sources", ""), strict=True))
"""The column of the index that answers to a field; empty for all of them."""

_HELD = f"SELECT rowid FROM {TEXT_INDEX} WHERE {TEXT_INDEX} MATCH ?"
_SPOKEN_OF = (
    "SELECT DISTINCT claim, occurrence FROM claim_event JOIN event ON event.key = event "
    f"WHERE {sound_sql('claim_event')} AND {sound_sql('event')}"
)
_CLAIM_DAYS = (
    f"SELECT key, outer_first, outer_last FROM claim WHERE {sound_sql('claim')} ORDER BY key"
)


@dataclass(frozen=True, eq=False, slots=True)
class Held:
    """The occurrences and the claims (by key) whose texts hold what was asked for, ascending."""

    occurrences: Keys
    claims: Keys


@dataclass(frozen=True, eq=False, slots=True)
class ClaimDays:
    """Claims by key, ascending, and the first and last day on which each may have been made."""

    key: Keys
    first: Keys
    last: Keys


def read_claim_days(archive: Archive) -> ClaimDays:
    """Every claim with its days. Raises `StoreError` where the archive is damaged."""
    with archive.reading() as connection:
        rows = np.array(connection.execute(_CLAIM_DAYS).fetchall(), np.int64).reshape(-1, 3)
    return ClaimDays(rows[:, 0], rows[:, 1], rows[:, 2])


def find(archive: Archive, term: Term) -> Held:
    """What holds `term`; nothing for a term that does not ask the archive's texts.

    An occurrence holds what any of its records says, and what is claimed about it.
    Raises `StoreError` only where the archive is damaged.
    """
    asked = match_of(term)
    if not asked:
        return Held(np.zeros(0, np.int64), np.zeros(0, np.int64))
    with archive.reading() as connection:
        rows = np.array(connection.execute(_HELD, (asked,)).fetchall(), np.int64).ravel()
        told = rows[rows > 0] if term.field != "claim" else rows[:0]
        claims = -rows[rows < 0][::-1]
        if len(claims):
            about = np.array(connection.execute(_SPOKEN_OF).fetchall(), np.int64).reshape(-1, 2)
            told = np.union1d(told, about[np.isin(about[:, 0], claims), 1])
    return Held(told, claims)


def match_of(term: Term) -> str:
    """`term` in the language of the index; empty where it asks for nothing there."""
    if not term.words or (term.field and term.field not in _PARTS):
        return ""
    said = []
    for form in in_index(term.words, term.whole):
        words = " ".join(form.words)
        said.append(f'"{words}" *' if form.open_end else f'"{words}"')
    either = f"({' OR '.join(said)})"
    column = _PARTS.get(term.field, "")
    return f"{column} : {either}" if column else either

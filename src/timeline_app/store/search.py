"""Finding records by words: whatever is asked for finds something or nothing, and never fails."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from timeline_app.model.query import TEXTS, Term
from timeline_app.store.archive import Archive
from timeline_app.store.schema import TEXT_INDEX
from timeline_app.store.typed_rows import sound_sql
from timeline_app.store.word_gaps import OF_CLAIM, PARTS, Numbers
from timeline_app.store.word_index import NOWHERE, WordIndex
from timeline_app.words.folding import Form, in_index

Keys = NDArray[np.int64]
Stopped = Callable[[], bool]

_COLUMNS = dict(zip(TEXTS, ("title", "actors", "places", "sources", ""), strict=True))
"""The part of an index that answers to a field; empty for all of them."""

MOST_KEPT = 4_000_000
"""So many numbers of what was found are kept: each key that is pressed asks most of them again."""

_WINDOW = 2_048
"""Where words stand side by side is asked for so many candidates at a time, to be stopped soon."""

_TOGETHER = f"SELECT rowid FROM {TEXT_INDEX} WHERE {TEXT_INDEX} MATCH ? AND rowid BETWEEN ? AND ?"
_SPOKEN_OF = (
    "SELECT DISTINCT claim, occurrence FROM claim_event JOIN event ON event.key = event "
    f"WHERE {sound_sql('claim_event')} AND {sound_sql('event')}"
)
_CLAIM_DAYS = (
    f"SELECT key, outer_first, outer_last FROM claim WHERE {sound_sql('claim')} ORDER BY key"
)


class StoppedError(Exception):
    """Something else is asked for by now."""


@dataclass(frozen=True, eq=False, slots=True)
class Held:
    """The occurrences and the claims (by key) whose texts hold what was asked for, ascending."""

    occurrences: Numbers
    claims: Numbers


NOTHING = Held(NOWHERE, NOWHERE)


@dataclass(frozen=True, eq=False, slots=True)
class ClaimDays:
    """Claims by key, ascending, and the first and last day on which each may have been made."""

    key: Keys
    first: Keys
    last: Keys


class Search:
    """The texts of one open archive, by the thread that opened it.

    Every method raises `StoreError` where the archive is damaged.
    """

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._held: dict[Term, Held] = {}
        self._claim_days: ClaimDays | None = None
        self._spoken_of: NDArray[np.int64] | None = None
        with archive.reading() as connection:
            self._index = WordIndex(connection)

    def find(self, term: Term, stopped: Stopped = lambda: False) -> Held:
        """What holds `term`; nothing for a term that does not ask the archive's texts.

        An occurrence holds what any of its records says, and what is claimed about it. Raises
        `StoppedError` soon after `stopped` says yes.
        """
        if term not in self._held:
            held = self._find(term, stopped)
            self._held[term] = held
            self._forget()
        return self._held[term]

    def claim_days(self) -> ClaimDays:
        """Every claim with its days, read once."""
        if self._claim_days is None:
            with self._archive.reading() as connection:
                rows = np.array(connection.execute(_CLAIM_DAYS).fetchall(), np.int64).reshape(-1, 3)
            self._claim_days = ClaimDays(rows[:, 0], rows[:, 1], rows[:, 2])
        return self._claim_days

    def _find(self, term: Term, stopped: Stopped) -> Held:
        if not term.words or (term.field and term.field not in _COLUMNS):
            return NOTHING
        forms = in_index(term.words, term.whole)
        parts = _parts_of(term.field)
        with self._archive.reading():
            claims = self._standing(forms, tuple(p + OF_CLAIM for p in parts), stopped)
            told = NOWHERE
            if term.field != "claim":
                told = self._standing(forms, parts, stopped)
        return Held(np.union1d(told, self._told_of(claims)) if len(claims) else told, claims)

    def _standing(self, forms: Sequence[Form], parts: tuple[int, ...], stopped: Stopped) -> Numbers:
        """What holds one of the forms in one of the parts, ascending."""
        if stopped():
            raise StoppedError
        alone = [form for form in forms if len(form.words) == 1]
        found = self._index.standing(
            (form.words[0] for form in alone if not form.open_end),
            (form.words[0] for form in alone if form.open_end),
            parts,
        )
        for form in forms:
            if len(form.words) > 1:
                found = np.union1d(found, self._side_by_side(form, parts, stopped))
        return found

    def _side_by_side(self, form: Form, parts: tuple[int, ...], stopped: Stopped) -> Numbers:
        """What holds the words of a form one after the other, among what holds all of them."""
        whole = form.words[:-1] if form.open_end else form.words
        each = [self._index.standing((word,), (), parts) for word in dict.fromkeys(whole)]
        if form.open_end:
            each.append(self._index.standing((), form.words[-1:], parts))
        held = reduce(lambda a, b: np.intersect1d(a, b, assume_unique=True), each)
        asked = self._match(form, parts)
        sign = -1 if parts[0] >= OF_CLAIM else 1
        found: list[int] = []
        with self._archive.reading() as connection:
            for first in range(0, len(held), _WINDOW):
                if stopped():
                    raise StoppedError
                window = held[first : first + _WINDOW]
                ends = sorted((sign * int(window[0]), sign * int(window[-1])))
                found += (sign * row for (row,) in connection.execute(_TOGETHER, (asked, *ends)))
        return np.array(sorted(found), np.int32)

    def _match(self, form: Form, parts: tuple[int, ...]) -> str:
        """The form in the language of the text index, its open end as the words that it may be."""
        *first, last = form.words
        ends = self._index.going_on(last, parts) if form.open_end else {last}
        if ends is None:
            either = f'"{" ".join(form.words)}" *'
        else:
            either = " OR ".join(f'"{" ".join((*first, end))}"' for end in sorted(ends))
        named = "" if len(parts) > 1 else f"{PARTS[parts[0] % OF_CLAIM]} : "
        return f"{named}({either})"

    def _told_of(self, claims: Numbers) -> Numbers:
        """What these claims speak of, ascending."""
        if self._spoken_of is None:
            with self._archive.reading() as connection:
                rows = connection.execute(_SPOKEN_OF).fetchall()
            self._spoken_of = np.array(rows, np.int64).reshape(-1, 2)
        about = self._spoken_of
        told = np.unique(about[np.isin(about[:, 0], claims), 1])
        return told[(told > 0) & (told <= np.iinfo(np.int32).max)].astype(np.int32)

    def _forget(self) -> None:
        """What was asked first goes first, so that what is kept stays within bounds."""
        kept = sum(len(held.occurrences) for held in self._held.values())
        while kept > MOST_KEPT and len(self._held) > 1:
            kept -= len(self._held.pop(next(iter(self._held))).occurrences)


def _parts_of(field: str) -> tuple[int, ...]:
    column = _COLUMNS.get(field, "")
    return (PARTS.index(column),) if column else tuple(range(len(PARTS)))

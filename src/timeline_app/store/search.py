"""Finding records by words: whatever is asked for finds something or nothing, and never fails."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from timeline_app.dataclass import dataclass
from timeline_app.model.distinct import distinct
from timeline_app.model.query import TEXTS, Term
from timeline_app.store.archive import Archive
from timeline_app.store.schema import TEXT_INDEX
from timeline_app.store.typed_rows import sound_sql
from timeline_app.store.word_gaps import OF_CLAIM, PARTS, Mask, Numbers
from timeline_app.store.word_index import WordIndex
from timeline_app.words.folding import Form, in_index

Stopped = Callable[[], bool]
Look = Callable[[], None]
"""Raises `StoppedError` where nobody waits any more."""

_COLUMNS = dict(zip(TEXTS, ("title", "actors", "places", "sources", ""), strict=True))
"""The part of an index that answers to a field; empty for all of them."""

MOST_KEPT = 64_000_000
"""So many bytes of what was found are kept: each key that is pressed asks most of it again."""

_LAST_NUMBER = 100_000_000
"""No archive tells of more; a claim about what is numbered higher is about nothing."""

_WINDOW = 2_048
"""Where words stand side by side is asked for so many candidates at a time, to be stopped soon."""

_TOGETHER = f"SELECT rowid FROM {TEXT_INDEX} WHERE {TEXT_INDEX} MATCH ? AND rowid BETWEEN ? AND ?"
_SPOKEN_OF = (
    "SELECT DISTINCT claim, occurrence FROM claim_event JOIN event ON event.key = event "
    f"WHERE {sound_sql('claim_event')} AND {sound_sql('event')}"
)


class StoppedError(Exception):
    """Something else is asked for by now."""


@dataclass(frozen=True, eq=False, slots=True)
class Held:
    """Whose texts hold what was asked for: what happened, as a mask by occurrence, as long as it
    needs to be, and claims by key, ascending. `own` is the mask without what is claimed."""

    told: Mask
    claims: Numbers
    own: Mask

    @property
    def occurrences(self) -> Numbers:
        """What happened, ascending."""
        return np.flatnonzero(self.told).astype(np.int32)


NOWHERE: Mask = np.zeros(0, np.bool_)


class Search:
    """The texts of one open archive, by the thread that opened it.

    Every method raises `StoreError` where the archive is damaged.
    """

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._held: dict[Term, Held] = {}
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

    def _find(self, term: Term, stopped: Stopped) -> Held:
        if not term.words or (term.field and term.field not in _COLUMNS):
            return Held(NOWHERE, np.zeros(0, np.int32), NOWHERE)
        forms = in_index(term.words, term.whole)
        parts = _parts_of(term.field)

        def look() -> None:
            if stopped():
                raise StoppedError

        with self._archive.reading():
            spoken = self._standing(forms, tuple(p + OF_CLAIM for p in parts), look)
            told = NOWHERE
            if term.field != "claim":
                told = self._standing(forms, parts, look)
        claims = np.flatnonzero(spoken).astype(np.int32)
        return Held(self.told_with(told, claims), claims, told)

    def told_with(self, told: Mask, claims: Numbers) -> Mask:
        """These occurrences, and those that the claims are about."""
        return _with(told, self._told_of(claims)) if len(claims) else told

    def _standing(self, forms: Sequence[Form], parts: tuple[int, ...], look: Look) -> Mask:
        """What holds one of the forms in one of the parts."""
        look()
        alone = [form for form in forms if len(form.words) == 1]
        found = self._index.standing(
            (form.words[0] for form in alone if not form.open_end),
            (form.words[0] for form in alone if form.open_end),
            parts,
            look,
        )
        for form in forms:
            if len(form.words) > 1:
                found = _with(found, self._side_by_side(form, parts, look))
        return found

    def _side_by_side(self, form: Form, parts: tuple[int, ...], look: Look) -> Numbers:
        """What holds the words of a form one after the other, among what holds all of them."""
        whole = form.words[:-1] if form.open_end else form.words
        each = [self._index.standing((word,), (), parts, look) for word in dict.fromkeys(whole)]
        if form.open_end:
            each.append(self._index.standing((), form.words[-1:], parts, look))
        least = min(map(len, each))
        held = np.flatnonzero(np.logical_and.reduce([one[:least] for one in each]))
        asked = self._match(form, parts)
        sign = -1 if parts[0] >= OF_CLAIM else 1
        found: list[int] = []
        with self._archive.reading() as connection:
            for first in range(0, len(held), _WINDOW):
                look()
                window = held[first : first + _WINDOW]
                ends = sorted((sign * int(window[0]), sign * int(window[-1])))
                found += (sign * row for (row,) in connection.execute(_TOGETHER, (asked, *ends)))
        return np.array(found, np.int32)

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
        told = distinct(about[np.isin(about[:, 0], claims), 1])
        return told[(told > 0) & (told <= _LAST_NUMBER)].astype(np.int32)

    def _forget(self) -> None:
        """What was asked first goes first, so that what is kept stays within bounds."""
        kept = sum(len(held.told) for held in self._held.values())
        while kept > MOST_KEPT and len(self._held) > 1:
            kept -= len(self._held.pop(next(iter(self._held))).told)


def _with(mask: Mask, numbers: Numbers) -> Mask:
    """The mask with these numbers marked, longer where that is needed."""
    size = max(len(mask), int(numbers.max()) + 1) if len(numbers) else len(mask)
    grown = np.zeros(size, np.bool_)
    grown[: len(mask)] = mask
    grown[numbers] = True
    return grown


def _parts_of(field: str) -> tuple[int, ...]:
    column = _COLUMNS.get(field, "")
    return (PARTS.index(column),) if column else tuple(range(len(PARTS)))

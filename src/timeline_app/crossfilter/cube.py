"""Counts of many columns side by side for the days that a brush is expected on.

A move of the brush is then one row of numbers less another, whatever the table's size and however
many columns follow it: the "data tiles" of Falcon (Moritz, Howe and Heer, CHI 2019), all in one.
"""

from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from typing import Generic, TypeVar

import numpy as np

from timeline_app.crossfilter.counted_up import Counted, add_up
from timeline_app.crossfilter.tally import OneSided, Tally, most_places
from timeline_app.model.codes import Ints
from timeline_app.model.distinct import distinct
from timeline_app.model.shelf import NOTHING_KEPT, Arrays, Shelf, key_of

Of = TypeVar("Of")

FEW_ROWS = 2**24
"""The counts of so many rows are kept in short numbers: none holds more than a hundred terms."""


class Cube(Generic[Of]):
    """The counts of these tallies for `days` (ascending) of which so many rows have `begun` by the
    end of each, and so many `ended` before it, of `n` rows.

    `columns` says which stretch of a row belongs to which tally. One of so many terms that it
    cannot be kept for all days is in none, nor is one without entries. What follows from the table
    alone stands first, by name, and is kept on the `shelf` as it stands there.
    """

    def __init__(
        self,
        tallies: Mapping[Of, Tally],
        days: Ints,
        begun: Ints,
        ended: Ints,
        n: int,
        shelf: Shelf = NOTHING_KEPT,
    ) -> None:
        self.days, self.of = days, frozenset(tallies)
        self.columns: dict[Of, slice] = {}
        self._shelf = shelf
        begins, ends = (distinct(np.concatenate(([0], rows, [n]))) for rows in (begun, ended))
        wide = 0
        for of, tally in sorted(tallies.items(), key=lambda one: (not one[1].name, one[1].name)):
            if not tally.bare and max(len(begins), len(ends)) <= most_places(tally.wide):
                self.columns[of] = slice(wide, wide + tally.wide)
                wide += tally.wide
        first = self._kept("begun", {of: t.begun for of, t in tallies.items()}, begins)
        last = self._kept("ended", {of: t.ended for of, t in tallies.items()}, ends)
        self._parts = self._parted(first, last)
        self._begun_at, self._ended_at = (
            dict(zip(days.tolist(), places.searchsorted(rows).tolist(), strict=True))
            for places, rows in ((begins, begun), (ends, ended))
        )

    def without(self, of: Of) -> "Cube[Of]":
        """The same but for one of them, which is another by now."""
        made = copy(self)
        made.of = self.of - {of}
        made.columns = {other: here for other, here in self.columns.items() if other != of}
        made._parts = [
            (begun, ended, [one for one in held if one[0] != of])
            for begun, ended, held in self._parts
        ]
        return made

    def touching(self, first: int, last: int) -> dict[Of, Ints] | None:
        """How many entries of each code touch the days from `first` to `last`, of all `columns`;
        None where the cube was not made for these days. A hand waits for this."""
        begun, ended = self._begun_at.get(last), self._ended_at.get(first)
        if begun is None or ended is None:
            return None
        found: dict[Of, Ints] = {}
        for counts, before, held in self._parts:
            row = counts[begun] - before[ended]
            for of, here in held:
                found[of] = row[here]
        return found

    def _parted(
        self, first: Sequence[Counted], last: Sequence[Counted]
    ) -> list[tuple[Counted, Counted, list[tuple[Of, slice]]]]:
        """The counts of both sides, and which stretch of them is a column's."""
        parts, at = [], 0
        for begun, ended in zip(first, last, strict=True):
            if held := list(self._held(at, begun)):
                parts.append((begun, ended, held))
            at += begun.shape[1]
        return parts

    def _held(self, at: int, counts: Counted) -> Iterator[tuple[Of, slice]]:
        """What stands where in these counts, which begin with the column `at`."""
        for of, here in self.columns.items():
            if at <= here.start < at + counts.shape[1]:
                yield of, slice(here.start - at, here.stop - at)

    def _kept(self, which: str, sides: Mapping[Of, OneSided], places: Ints) -> tuple[Counted, ...]:
        """The counts before these places, of what has a name and of the others; each side keeps its
        own of them. What is narrow is copied beside the others: a move has less to look up then."""
        named = [of for of in self.columns if sides[of].name]
        others = [of for of in self.columns if not sides[of].name]
        wide = sum(self._wide(of) for of in named)
        shape = len(places), wide

        def make() -> Arrays:
            return {"counts": self._counted(named, sides, places).ravel()}

        def read(kept: Arrays) -> Counted:
            return kept["counts"].reshape(shape)

        key = f"{key_of(places)} {' '.join(sides[of].name for of in named)} {wide}"
        shelf = self._shelf if wide else NOTHING_KEPT
        kept = shelf.kept(f"cube {which}", key, make, read)
        if wide <= sum(self._wide(of) for of in others):
            parts: tuple[Counted, ...] = (self._counted(others, sides, places, kept),)
        else:
            parts = kept, self._counted(others, sides, places)
        for of, side in sides.items():
            if of not in self.columns:
                side.expect(places)
        at = 0
        for counts in parts:
            for of, here in self._held(at, counts):
                sides[of].keep(places, counts[:, here])
            at += counts.shape[1]
        return parts

    def _counted(
        self,
        some: Sequence[Of],
        sides: Mapping[Of, OneSided],
        places: Ints,
        beside: Counted | None = None,
    ) -> Counted:
        """The counts before these places of some columns side by side, after those `beside`."""
        kind = np.int32 if places[-1] < FEW_ROWS else np.int64
        start = 0 if beside is None else beside.shape[1]
        counts = np.zeros((len(places), start + sum(self._wide(of) for of in some)), kind)
        if beside is not None:
            counts[:, :start] = beside
        at = start
        for of in some:
            sides[of].bring(places, counts, at)
            at += self._wide(of)
        add_up(counts[:, start:])
        return counts

    def _wide(self, of: Of) -> int:
        return len(range(self.columns[of].start, self.columns[of].stop))

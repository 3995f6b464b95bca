"""Counts of many columns side by side for the days that a brush is expected on.

A move of the brush is then one row of numbers less another, whatever the table's size and however
many columns follow it: the "data tiles" of Falcon (Moritz, Howe and Heer, CHI 2019), all in one.
"""

from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import DTypeLike

from timeline_app.crossfilter.chosen import Chosen
from timeline_app.crossfilter.counted_up import Counted, add_up, count_at, no_counts
from timeline_app.crossfilter.places import Places
from timeline_app.crossfilter.tally import OneSided, Tally, most_places
from timeline_app.model.codes import Codes, Ints
from timeline_app.model.shelf import NOTHING_KEPT, Arrays, Shelf, key_of

Of = TypeVar("Of")

FEW_ROWS = 2**24
"""The counts of so many rows are kept in short numbers: none holds more than a hundred terms."""
FEW_COUNTED = 2**16
"""Counts that stay below are kept in the shortest numbers, since to fill their rows is most of the
work where few rows are chosen."""


class Cube(Generic[Of]):
    """The counts of these tallies for the days of `places`.

    `columns` says which stretch of a row belongs to which tally. One of so many terms that it
    cannot be kept for all days is in none, nor is one without entries. What follows from the table
    alone stands first, by name, and is kept on the `shelf` as it stands there.
    """

    def __init__(
        self, tallies: Mapping[Of, Tally], places: Places, shelf: Shelf = NOTHING_KEPT
    ) -> None:
        self.days, self.of = places.days, frozenset(tallies)
        self.columns: dict[Of, slice] = {}
        self._shelf = shelf
        most, wide = max(len(places.begins), len(places.ends)), 0
        for of, tally in sorted(tallies.items(), key=lambda one: (not one[1].name, one[1].name)):
            if not tally.bare and most <= most_places(tally.wide):
                self.columns[of] = slice(wide, wide + tally.wide)
                wide += tally.wide
        self._parts = [
            (begun, ended, np.promote_types(begun.dtype, np.int32), held)
            for begun, ended, held in self._kept(tallies, places)
        ]
        self._begun_at, self._ended_at = (
            dict(zip(places.days.tolist(), at.tolist(), strict=True))
            for at in (places.begun_at, places.ended_at)
        )

    def without(self, of: Of) -> "Cube[Of]":
        """The same but for one of them, which is another by now."""
        made = copy(self)
        made.of = self.of - {of}
        made.columns = {other: here for other, here in self.columns.items() if other != of}
        made._parts = [
            (begun, ended, kind, [one for one in held if one[0] != of])
            for begun, ended, kind, held in self._parts
        ]
        return made

    def touching(self, first: int, last: int) -> dict[Of, Ints] | None:
        """How many entries of each code touch the days from `first` to `last`, of all `columns`;
        None where the cube was not made for these days. A hand waits for this."""
        begun, ended = self._begun_at.get(last), self._ended_at.get(first)
        if begun is None or ended is None:
            return None
        found: dict[Of, Ints] = {}
        for counts, before, kind, held in self._parts:
            row = np.subtract(counts[begun], before[ended], dtype=kind)
            for of, here in held:
                found[of] = row[here]
        return found

    def _kept(
        self, tallies: Mapping[Of, Tally], places: Places
    ) -> Iterator[tuple[Counted, Counted, list[tuple[Of, slice]]]]:
        """The counts of both sides, part by part, and which stretch of them is a column's; each
        side keeps its own of them."""
        for of, tally in tallies.items():
            if of not in self.columns and not tally.bare:
                tally.begun.expect(places.begins)
                tally.ended.expect(places.ends)
        at = 0
        for begun, ended in self._made(tallies, places):
            held = list(self._held(at, begun))
            for of, here in held:
                tallies[of].begun.keep(places.begins, begun[:, here])
                tallies[of].ended.keep(places.ends, ended[:, here])
            if held:
                yield begun, ended, held
            at += begun.shape[1]

    def _held(self, at: int, counts: Counted) -> Iterator[tuple[Of, slice]]:
        """What stands where in these counts, which begin with the column `at`."""
        for of, here in self.columns.items():
            if at <= here.start < at + counts.shape[1]:
                yield of, slice(here.start - at, here.stop - at)

    def _made(
        self, tallies: Mapping[Of, Tally], places: Places
    ) -> Sequence[tuple[Counted, Counted]]:
        """The counts of what has a name and of the others, of both sides. What is narrow is copied
        beside the others: a move has less to look up then."""
        named = [tallies[of] for of in self.columns if tallies[of].name]
        others = [tallies[of] for of in self.columns if not tallies[of].name]
        known = (
            self._looked_up("begun", [tally.begun for tally in named], places.begins),
            self._looked_up("ended", [tally.ended for tally in named], places.ends),
        )
        kind, start = _shortest(others), known[0].shape[1]
        together = start <= sum(tally.wide for tally in others) and kind == known[0].dtype
        start = start if together else 0
        wide = start + sum(tally.wide for tally in others)
        begun, ended = (no_counts((len(counts), wide), kind) for counts in known)
        if together:
            begun[:, :start], ended[:, :start] = known
        _count(others, places, (begun, ended), start)
        for counts in (begun, ended):
            add_up(counts[:, start:])
        return [(begun, ended)] if together else [known, (begun, ended)]

    def _looked_up(self, which: str, sides: Sequence[OneSided], places: Ints) -> Counted:
        """The counts of what has a name before these places, side by side."""
        wide = sum(side.wide for side in sides)
        shape = len(places), wide

        def make() -> Arrays:
            counts = no_counts(shape, np.int32 if places[-1] < FEW_ROWS else np.int64)
            at = 0
            for side in sides:
                side.bring(places, counts, at)
                at += side.wide
            add_up(counts)
            return {"counts": counts.ravel()}

        def read(kept: Arrays) -> Counted:
            return kept["counts"].reshape(shape)

        key = f"{key_of(places)} {' '.join(side.name for side in sides)} {wide}"
        shelf = self._shelf if wide else NOTHING_KEPT
        return shelf.kept(f"cube {which}", key, make, read)


def _shortest(tallies: Sequence[Tally]) -> DTypeLike:
    """The numbers that the counts of these fit."""
    most = max((int(tally.total.max()) for tally in tallies if tally.wide), default=0)
    return np.uint16 if most < FEW_COUNTED else np.int32 if most < 2**31 else np.int64


def _count(
    tallies: Sequence[Tally], places: Places, sides: tuple[Counted, Counted], at: int
) -> None:
    """Add to both sides how many entries stand between each two of these places, of a tally beside
    the one before it, from the column `at` on."""
    of_chosen: dict[Chosen, list[tuple[Codes, int]]] = {}
    for tally in tallies:
        if tally.chosen is None:
            tally.begun.count(places.begins, sides[0], at)
            tally.ended.count(places.ends, sides[1], at)
        else:
            of_chosen.setdefault(tally.chosen, []).append((tally.codes, at))
        at += tally.wide
    for chosen, columns in of_chosen.items():
        stand = places.before(chosen.rows)
        count_at(columns, chosen, list(zip(stand, sides, strict=True)))

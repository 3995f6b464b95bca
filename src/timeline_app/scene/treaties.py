"""Treaties as they are drawn, each made when it first comes into sight."""

from collections.abc import Callable, Collection, Iterator
from functools import cache

import numpy as np

from timeline_app.dataclass import dataclass
from timeline_app.model.codes import Ints, Mask, Whole
from timeline_app.model.event_table import Days
from timeline_app.model.instrument_table import InstrumentTable, stretches
from timeline_app.scene.shapes import shapes_of
from timeline_app.scene.time_scale import TimeScale
from timeline_app.scene.treaty_marks import marks_of
from timeline_app.scene.treaty_rows import Treaty


@dataclass(frozen=True, eq=False)
class Treaties:
    """Some treaties in the order of time: their first and last days and their keys, and what makes
    each by its place among them."""

    first: Days
    last: Days
    key: Whole
    made: Callable[[int], Treaty]

    def among(self, lit: Mask) -> "Treaties":
        """Those of them that are marked."""
        places = np.flatnonzero(lit)
        numbers = places.tolist()
        of = self.first[places], self.last[places], self.key[places]
        return Treaties(*of, lambda place: self.made(numbers[place]))

    def touching(self, scale: TimeScale) -> Iterator[Treaty]:
        """Those whose life, from the first step found on, touches the days in sight."""
        return map(self.made, self._seen(scale).tolist())

    def count_touching(self, scale: TimeScale) -> int:
        """How many these are."""
        return len(self._seen(scale))

    def named(self, keys: Collection[int]) -> Iterator[Treaty]:
        """Those with these keys."""
        places = np.flatnonzero(np.isin(self.key, np.array([*keys], np.int64)))
        return map(self.made, places.tolist())

    def _seen(self, scale: TimeScale) -> Ints:
        return np.flatnonzero((self.first < scale.end) & (self.last + 1 > scale.first))


def treaties_of(table: InstrumentTable) -> Treaties:
    """All of a table."""
    vectors = shapes_of(table.life).vector

    @cache
    def made(row: int) -> Treaty:
        steps, parties = table.steps(row), int(table.parties[row])
        return Treaty(
            row=row,
            key=int(table.key[row]),
            name=table.names[row],
            vector=int(vectors[np.array([row])][0]),
            first=int(table.life.first[row]),
            last=int(table.life.last[row]),
            weight=(len(steps), parties),
            stretches=stretches(steps, parties),
            marks=marks_of(steps, parties),
        )

    return Treaties(table.life.first, table.life.last, table.key, made)

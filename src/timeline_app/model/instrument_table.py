"""Instruments as read-only columns, beside the events: the line of each, step by step."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from timeline_app.dataclass import dataclass
from timeline_app.dates.day import OPEN_FUTURE
from timeline_app.model.event_table import UNDATED, Days, empty_table
from timeline_app.model.event_table import EventTable as SpanTable
from timeline_app.model.instrument import (
    AMENDED,
    ANNOUNCED,
    IN_FORCE,
    LEFT,
    SIGNED,
    SUSPENDED,
)
from timeline_app.model.terms import Texts


@dataclass(frozen=True, slots=True)
class StepDay:
    """A step as it is drawn: its code, the days it may lie on, and the party that took it.

    `by` is a short name (KAZ, European Union), or empty for all parties. `doubt` holds the flags
    of the event table, `known_from` is the day by which a source of the step had been published.
    """

    step: int
    first: int
    last: int
    by: str
    doubt: int = 0
    known_from: int = UNDATED


@dataclass(frozen=True, slots=True)
class Stretch:
    """From step to step: `standing` is ANNOUNCED, SIGNED, IN_FORCE or SUSPENDED.

    Surely so from the day `first` to the day `last`; OPEN_FUTURE where no end is known.
    """

    standing: int
    first: int
    last: int


@dataclass(frozen=True, eq=False, slots=True)
class InstrumentTable:
    """n instruments, ordered by the first day of the first step found.

    `life` holds their days and terms ("vector", "state") in the form of events, so that one cross
    filter serves both; its `key` and `occurrence` are the archive's row number. A life reaches from
    the first step found to the last, and has no end while the instrument is in force. Row i has the
    steps `offsets[i]` to `offsets[i + 1]` of the columns of steps, in the order of time, and so
    many `parties`. It is known from the first day on which one of its steps is.
    """

    life: SpanTable
    ids: Texts
    names: Texts
    parties: NDArray[np.int64]
    offsets: NDArray[np.int64]
    step: NDArray[np.uint8]
    step_first: Days
    step_last: Days
    step_doubt: NDArray[np.uint8]
    step_by: Texts
    step_known_from: Days

    def __len__(self) -> int:
        return len(self.life)

    @property
    def key(self) -> NDArray[np.int64]:
        """The archive's row number of each instrument."""
        return self.life.key

    def steps(self, row: int) -> tuple[StepDay, ...]:
        """The steps of one instrument."""
        return tuple(
            StepDay(
                int(self.step[i]),
                int(self.step_first[i]),
                int(self.step_last[i]),
                self.step_by[i],
                int(self.step_doubt[i]),
                int(self.step_known_from[i]),
            )
            for i in range(int(self.offsets[row]), int(self.offsets[row + 1]))
        )

    def row_of(self, key: int) -> int | None:
        """The row of the instrument with this key, if there is one."""
        rows = np.flatnonzero(self.key == key)
        return int(rows[0]) if len(rows) else None


def stretches(steps: Sequence[StepDay], parties: int) -> tuple[Stretch, ...]:
    """How an instrument stood from step to step.

    A step whose day is not known takes effect on the last day it may lie on. What only some of the
    parties do changes nothing for the others: one that joins, suspends or leaves. Ratifying and
    amending change nothing either. What stands by the last step found is told to that step only,
    unless it is in force or suspended: then it goes on.
    """
    found = [(standing, steps[i]) for i, standing in turns(steps, parties)]
    ends = [step.first for _, step in found[1:]]
    if found:
        goes_on = found[-1][0] in (IN_FORCE, SUSPENDED)
        ends.append(OPEN_FUTURE if goes_on else max(step.last for step in steps))
    return tuple(
        Stretch(standing, step.last, max(step.last, end))
        for (standing, step), end in zip(found, ends, strict=True)
        if standing != LEFT
    )


def turns(steps: Sequence[StepDay], parties: int) -> Iterator[tuple[int, int]]:
    """The steps that change how the instrument stands, and how it stands from then on.

    It ends with LEFT when all leave, or when fewer than two are left of whom nothing more is told.
    """
    now, out = -1, set[str]()
    for i, step in enumerate(steps):
        before = -1 if now == LEFT else now
        turned = _turned(before, step, alone=not step.by or parties < 2)
        if step.step == LEFT and now >= 0:
            out.add(step.by)
            last = all(later.step == LEFT for later in steps[i + 1 :])
            ended = not step.by or (last and parties - len(out) < 2)
            turned = LEFT if ended else now
        if turned not in (before, now):
            now = turned
            yield i, now


def _turned(now: int, step: StepDay, alone: bool) -> int:
    """How it stands after any step but leaving."""
    if step.step == IN_FORCE and (now != SUSPENDED or alone):
        return IN_FORCE
    if step.step == SUSPENDED and alone:
        return SUSPENDED
    if now < SIGNED <= step.step <= AMENDED:
        return SIGNED
    if now < ANNOUNCED and step.step < SIGNED:
        return ANNOUNCED
    return now


def life_of(steps: Sequence[StepDay], parties: int) -> tuple[int, int]:
    """The first day of the first step found and the last of the last; OPEN_FUTURE while it is in
    force or suspended. `steps` are in the order of time, one at least."""
    standing = [now for _, now in turns(steps, parties)]
    goes_on = bool(standing) and standing[-1] in (IN_FORCE, SUSPENDED)
    return steps[0].first, OPEN_FUTURE if goes_on else max(step.last for step in steps)


def no_instruments() -> InstrumentTable:
    """What is shown where nothing was agreed."""
    none, days, nobody = np.zeros(0, np.uint8), np.zeros(0, np.int64), Texts.of(())
    of = np.zeros(1, np.int64)
    return InstrumentTable(
        empty_table(), nobody, nobody, days, of, none, days, days, none, nobody, days
    )

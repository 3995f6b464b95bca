"""From series to small charts: which lines share one, how high it reaches, where its steps go."""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from timeline_app.dataclass import dataclass
from timeline_app.model.columns import VECTORS
from timeline_app.model.series import Observations, Series
from timeline_app.model.units import begins_at_zero, common_unit, nice_above, step_of_size

MOST_CHARTS = 4
NO_VECTOR = -1

FAR_LARGER = 8.0
"""So many times as large as another measure, and that one is a flat line beside it."""

Floats = NDArray[np.float64]
Chosen = tuple[Series, Observations]


@dataclass(frozen=True, eq=False, slots=True)
class Line:
    """A series in a chart; `place` is its number there, from 0, and gives it its dashes.

    `vector` is an index in VECTORS or NO_VECTOR; `again` where an earlier line of the chart bears
    the same vector: its glyph is hollow.
    """

    series: Series
    figures: Observations
    place: int
    vector: int
    again: bool


@dataclass(frozen=True, eq=False, slots=True)
class Chart:
    """Lines of one unit. `low` and `high` bound its axis, in that unit; figures are written in
    steps of `step` units (a billion, say)."""

    unit: str
    step: float
    low: float
    high: float
    lines: tuple[Line, ...]

    def y(self, amount: Floats | float, top: float, height: float) -> Floats:
        """Where an amount stands in a plot of this height, whose upper edge is at `top`."""
        part = (np.asarray(amount, np.float64) - self.low) / (self.high - self.low)
        return np.asarray(top + (1 - part) * height, np.float64)


@dataclass(frozen=True, eq=False, slots=True)
class Steps:
    """A line of steps: each figure runs level from its first day to the end of its last.

    Point i is joined to the next one where `joined[i]` says so: within a figure, and from a figure
    to one that follows the very next day. What lies between others is a gap.
    """

    day: Floats
    amount: Floats
    joined: NDArray[np.bool_]


def charts_of(chosen: Sequence[Chosen]) -> list[Chart]:
    """A chart for each unit, in the order in which units were chosen.

    While there is room for a chart more, measures of another size by far stand apart: the trade
    with one neighbour can be read beside a gross domestic product.
    """
    by_unit: dict[str, list[Chosen]] = {}
    for series, figures in chosen:
        by_unit.setdefault(common_unit(series.unit), []).append((series, figures))
    room = MOST_CHARTS - len(by_unit)
    charts: list[Chart] = []
    for unit, own in by_unit.items():
        parts = _by_size(own) if begins_at_zero(unit) else [own]
        if len(parts) - 1 > room:
            parts = [own]
        room -= len(parts) - 1
        charts += [_chart(unit, part) for part in parts]
    return charts


def steps_of(figures: Observations) -> Steps:
    """The steps of all figures, two points each."""
    day = np.column_stack((figures.first, figures.last + 1)).astype(np.float64).ravel()
    joined = np.ones(len(day), np.bool_)
    joined[1::2] = np.append(figures.first[1:] == figures.last[:-1] + 1, False)[: len(figures)]
    return Steps(day, np.repeat(figures.amount, 2), joined)


def _by_size(own: Sequence[Chosen]) -> list[list[Chosen]]:
    """Those of one unit by the size of what they measure; one measure is never taken apart."""
    greatest: dict[str, float] = {}
    for series, figures in own:
        most = float(np.abs(figures.amount).max(initial=0.0))
        greatest[series.measure] = max(most, greatest.get(series.measure, 0.0))
    part_of: dict[str, int] = {}
    head, part = math.inf, -1
    for measure in sorted(greatest, key=greatest.__getitem__, reverse=True):
        if part < 0 or greatest[measure] * FAR_LARGER < head:
            head, part = greatest[measure], part + 1
        part_of[measure] = part
    parts: dict[int, list[Chosen]] = {}
    for one in own:
        parts.setdefault(part_of[one[0].measure], []).append(one)
    return list(parts.values())


def _chart(unit: str, own: Sequence[Chosen]) -> Chart:
    amounts = np.concatenate([figures.amount for _, figures in own])
    least, most = float(amounts.min(initial=math.inf)), float(amounts.max(initial=-math.inf))
    if not len(amounts):
        least, most = 0.0, 1.0
    low, high = _from_zero(least, most) if begins_at_zero(unit) else _about(least, most)
    if not low < high < math.inf or not math.isfinite(high - low):
        low, high = min(least, 0.0), max(most, 1.0)
    step = step_of_size(max(abs(low), abs(high)))
    return Chart(unit, step, low, high, _lines(own))


def _lines(own: Sequence[Chosen]) -> tuple[Line, ...]:
    places = {name: i for i, name in enumerate(VECTORS)}
    made: list[Line] = []
    for place, (series, figures) in enumerate(own):
        vector = places.get(series.vector, NO_VECTOR)
        again = any(line.vector == vector for line in made)
        made.append(Line(series, figures, place, vector, again))
    return tuple(made)


def _from_zero(least: float, most: float) -> tuple[float, float]:
    """Amounts: the whole height above (or below) zero counts."""
    low = -nice_above(-least) if least < 0 else 0.0
    high = nice_above(most) if most > 0 else 0.0
    return low, high if high > low else low + 1.0


def _about(least: float, most: float) -> tuple[float, float]:
    """An index: only the differences count, so its axis is bound by round numbers about them."""
    grain = _grain((most - least) or abs(most) or 1.0)
    return math.floor(least / grain) * grain, math.floor(most / grain + 1) * grain


def _grain(span: float) -> float:
    """A round number about a quarter of it."""
    power = 10.0 ** math.floor(math.log10(span / 4)) if span / 4 > 0 else 1.0
    return next((n * power for n in (1.0, 2.0, 5.0) if n * power >= span / 4), 10 * power)

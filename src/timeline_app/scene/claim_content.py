"""What the track of claims has to show: who said something when, and which days it is about."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from timeline_app.crossfilter.either import mask_of_either
from timeline_app.crossfilter.passing import Passing
from timeline_app.dataclass import dataclass
from timeline_app.lanes.lane import Lane, Lanes
from timeline_app.model.claim_table import ClaimTable
from timeline_app.model.event_table import Days, Mask
from timeline_app.model.filter import SpanClause
from timeline_app.model.verdict import OPEN
from timeline_app.scene.content import Content, Rows, content_on
from timeline_app.scene.lane_order import lane_order
from timeline_app.scene.shapes import NO_VECTOR, shapes_of

CLAIMS = "claims"


@dataclass(frozen=True, eq=False, slots=True)
class ClaimContent:
    """`said` holds the days on which claims were made as one lane without colours; `arrows` marks
    the predictions that pass, which are drawn as arrows as far as there is room; `rank` is the
    order in which they take their rows, the most telling first. `reach` are the first and the last
    day of each claim, be it said or meant."""

    claims: ClaimTable
    said: Content
    arrows: Mask
    rank: NDArray[np.int64]
    reach: tuple[Days, Days]

    def in_sight(self, first: float, end: float) -> Rows:
        """The rows whose day of saying may lie between these days."""
        return self.said.touching(0, first, end)

    def plain_arrows(self, rows: Rows, most_days: float) -> int:
        """How many of these predictions name the days they are about, or were made within so many
        days: those that are worth a row. The others take what rows are left."""
        said = self.said.shapes.table
        near = said.last[rows] - said.first[rows] <= most_days
        return int(np.count_nonzero(near | self.claims.has_horizon[rows]))

    def arrows_in_sight(self, first: float, end: float) -> Rows:
        """The predictions of which some day, between being made and what they are about, lies
        between these days; the most telling first."""
        rows = np.flatnonzero(self._reaching(first, end))
        return rows[np.argsort(self.rank[rows], kind="stable")]

    def count_arrows(self, first: float, end: float) -> int:
        """How many these are."""
        return int(np.count_nonzero(self._reaching(first, end)))

    def _reaching(self, first: float, end: float) -> Mask:
        low, high = self.reach
        seen: Mask = self.arrows & (low < end) & (high + 1 > first)
        return seen


def claim_content(
    claims: ClaimTable,
    passing: Passing,
    found: bool,
    before: ClaimContent | None = None,
    second: SpanClause | None = None,
) -> ClaimContent:
    """What these claims show under this filter; `found` says that it holds a search, `second` is
    the period to compare with.

    What follows from the claims alone is taken over from `before`; where nothing but the brush has
    moved since, so is all that it leaves alone.
    """
    arrows = claims.predicts & mask_of_either(passing, second)
    none = np.zeros(0, np.int64)
    if before is None or before.claims is not claims:
        every = Lane(CLAIMS, CLAIMS, NO_VECTOR, np.arange(len(claims)))
        order = lane_order(shapes_of(claims.said, coloured=False), Lanes(CLAIMS, (every,)))
        said = content_on(order, passing, none, found, second)
        return ClaimContent(claims, said, arrows, _rank(claims), _reach(claims))
    if before.said.serves(passing, second):
        said = before.said.brushed(passing, second).finding(found)
    else:
        said = content_on(before.said.index.order, passing, none, found, second)
    return replace(before, said=said, arrows=arrows)


def _rank(claims: ClaimTable) -> NDArray[np.int64]:
    """Important ones first, then those about days that are named, then those with an outcome, then
    those said on a day that is known."""
    said = claims.said
    order = np.lexsort(
        (
            said.first,
            said.last - said.first,
            claims.verdict == OPEN,
            ~claims.has_horizon,
            -said.importance,
        )
    )
    rank = np.empty(len(claims), np.int64)
    rank[order] = np.arange(len(claims))
    return rank


def _reach(claims: ClaimTable) -> tuple[Days, Days]:
    said, named = claims.said, claims.has_horizon
    first = np.where(named, np.minimum(said.first, claims.horizon_first), said.first)
    return first, np.where(named, np.maximum(said.last, claims.horizon_last), said.last)

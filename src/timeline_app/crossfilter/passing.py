"""The answer of the crossfilter: which rows pass, and the counts of every dimension."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from timeline_app.model.event_table import Mask


@dataclass(frozen=True, eq=False, slots=True)
class Passing:
    """`mask` of the rows that pass; `possible` and `sure` count them.

    `counts[column][code]` counts the rows with that term under everyone's clause but the column's
    own. `outside_span` is the mask under every clause but the brush (the overview and the ghosts).
    `undated` counts the rows that fail for one reason only: a day is chosen on which they should be
    known, and nothing dates their sources.
    """

    mask: Mask
    possible: int
    sure: int
    counts: Mapping[str, NDArray[np.int64]]
    outside_span: Mask
    undated: int = 0


def nothing_passes() -> Passing:
    """The answer where there is nothing to ask of."""
    none = np.zeros(0, np.bool_)
    return Passing(none, 0, 0, {}, none)

"""What passes with the brush on one of two periods, or on both: nothing is counted twice."""

import numpy as np

from timeline_app.crossfilter.base import Dimension
from timeline_app.crossfilter.passing import Passing
from timeline_app.model.codes import Ints, Mask
from timeline_app.model.filter import SpanClause


def mask_of_either(passing: Passing, second: SpanClause | None) -> Mask:
    """Which rows of the whole table pass, or would with `second` as the brush."""
    if second is None or passing.span is None:
        return passing.mask
    either: Mask = passing.mask | passing.brushed(second).mask
    return either


def count_in_second(passing: Passing, second: SpanClause | None) -> int | None:
    """How many would pass with `second` as the brush; None where there are not two periods."""
    if second is None or passing.span is None:
        return None
    return passing.brushed(second).possible


def together(one: SpanClause, other: SpanClause) -> SpanClause | None:
    """Two periods that overlap or follow each other as one; None for others."""
    if max(one.first, other.first) > min(one.last, other.last) + 1:
        return None
    return SpanClause(min(one.first, other.first), max(one.last, other.last))


def counts_of_both(passing: Passing, second: SpanClause, of: Dimension) -> Ints:
    """How many rows of each code touch the brush and `second`, two periods that do not touch."""
    base, spans = passing.base, (passing.span or second, second)
    begun = base.begun(min(span.last for span in spans))
    rows = base.reach.rows(max(span.first for span in spans), 0, begun)
    codes = of.codes.entries_of(rows[base.mask[rows]])[1]
    return np.bincount(codes, minlength=len(of.codes.terms)).astype(np.int64)

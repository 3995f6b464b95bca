"""What passes with the brush on one of two periods, or on both: nothing is counted twice.

The second period is seen as the brushed one is: where that lets only sure rows pass, so does it.
"""

import numpy as np

from timeline_app.crossfilter.base import Dimension
from timeline_app.crossfilter.clauses import within_surely
from timeline_app.crossfilter.passing import Passing
from timeline_app.model.codes import Ints, Mask
from timeline_app.model.filter import SPAN, SpanClause


def passing_in_second(passing: Passing, second: SpanClause | None) -> Passing | None:
    """What would pass with `second` as the brush; None where there are not two periods."""
    if second is None:
        return None
    if not second.surely:
        return None if passing.span is None else passing.brushed(second)
    base = passing.base
    return Passing(base.with_clause(SPAN, second, lambda: within_surely(base.table, second)))


def mask_of_either(passing: Passing, second: SpanClause | None) -> Mask:
    """Which rows of the whole table pass, or would with `second` as the brush."""
    other = passing_in_second(passing, second)
    if other is None:
        return passing.mask
    either: Mask = passing.mask | other.mask
    return either


def count_in_second(passing: Passing, second: SpanClause | None) -> int | None:
    """How many would pass with `second` as the brush; None where there are not two periods."""
    other = passing_in_second(passing, second)
    return None if other is None else other.possible


def together(one: SpanClause, other: SpanClause) -> SpanClause | None:
    """Two periods that overlap or follow each other as one; None for others."""
    if max(one.first, other.first) > min(one.last, other.last) + 1:
        return None
    return SpanClause(min(one.first, other.first), max(one.last, other.last))


def counts_of_either(passing: Passing, second: SpanClause, of: Dimension) -> Ints:
    """How many rows of each code pass, or would with `second` as the brush; goes through them."""
    rows = np.flatnonzero(mask_of_either(passing, second))
    codes = of.codes.entries_of(rows)[1]
    return np.bincount(codes, minlength=len(of.codes.terms)).astype(np.int64)


def counts_of_both(passing: Passing, second: SpanClause, of: Dimension) -> Ints:
    """How many rows of each code touch the brush and `second`, two periods that do not touch."""
    base, spans = passing.base, (passing.span or second, second)
    begun = base.begun(min(span.last for span in spans))
    rows = base.table.lasting.over(max(span.first for span in spans)).before(begun)
    codes = of.codes.entries_of(rows[base.mask[rows]])[1]
    return np.bincount(codes, minlength=len(of.codes.terms)).astype(np.int64)

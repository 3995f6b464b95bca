"""What stands behind a count of the comparison: a list of exactly that length."""

from collections.abc import Iterator
from dataclasses import field

import numpy as np

from timeline_app.analysis.engagement import Engagement
from timeline_app.analysis.months import Period, blocks_of, month_starts
from timeline_app.analysis.placebo import Placebo, moved_pair
from timeline_app.dataclass import dataclass
from timeline_app.dates.civil import date_of
from timeline_app.dates.spoken import month_words, span_words
from timeline_app.model.codes import Ints
from timeline_app.model.columns import VECTORS
from timeline_app.session.comparison import Comparison
from timeline_app.session.weighing_words import (
    IN_A,
    IN_B,
    IN_BOTH,
    MONTHS_OF_A,
    MONTHS_OF_B,
    PAIRS,
    PAIRS_AS_LARGE,
)
from timeline_app.words.tr import grouped, tr

_NO_ROWS: Ints = np.zeros(0, np.int64)


@dataclass(frozen=True, eq=False, slots=True)
class Behind:
    """Rows of the table of events, or, where it is none of events, `lines`: what and how many."""

    title: str
    rows: Ints = field(default_factory=lambda: _NO_ROWS)
    lines: tuple[tuple[str, str], ...] = ()

    def __len__(self) -> int:
        return len(self.lines) or len(self.rows)


def behind(made: Comparison, key: str) -> Behind:
    """What a count of the paragraph counts; KeyError for another key."""
    a, b = made.only_a, made.only_b
    return {
        IN_A: lambda: _events(tr("In A, with a partner"), a.among(a.with_partner)),
        IN_B: lambda: _events(tr("In B, with a partner"), b.among(b.with_partner)),
        IN_BOTH: lambda: _events(tr("May lie in both"), made.both),
        MONTHS_OF_A: lambda: Behind(tr("Months of A with events"), lines=_months(a, made.a)),
        MONTHS_OF_B: lambda: Behind(tr("Months of B with events"), lines=_months(b, made.b)),
        PAIRS: lambda: Behind(tr("All pairs of periods, and the shift"), lines=_pairs(made, 0)),
        PAIRS_AS_LARGE: lambda: Behind(
            tr("Pairs that shift as much"), lines=_pairs(made, _shift_of(made.placebo))
        ),
    }[key]()


def behind_vector(made: Comparison, vector: int, of_second: bool) -> Behind:
    """The events of a period that touch `VECTORS[vector]`."""
    events = made.only_b if of_second else made.only_a
    name = tr("B") if of_second else tr("A")
    title = tr("{vector} in {period}", vector=tr(VECTORS[vector]), period=name)
    return _events(title, events.among(events.vectors[:, vector]))


def _events(title: str, events: Engagement) -> Behind:
    return Behind(title, events.row)


def _months(events: Engagement, period: Period) -> tuple[tuple[str, str], ...]:
    blocks = blocks_of(events, period)
    counts = zip(month_starts(period).tolist(), blocks.n.astype(int).tolist(), strict=True)
    return tuple((month_words(*date_of(start)[:2]), grouped(n)) for start, n in counts if n)


def _shift_of(placebo: Placebo | None) -> float:
    return next((shift for months, shift in placebo.found if not months), 0.0) if placebo else 0.0


def _pairs(made: Comparison, least: float) -> tuple[tuple[str, str], ...]:
    return tuple(_pair_lines(made, least - 1e-12))


def _pair_lines(made: Comparison, least: float) -> Iterator[tuple[str, str]]:
    for months, shift in made.placebo.found if made.placebo else ():
        if shift >= least:
            a, b = moved_pair(made.a, made.b, months)
            words = tr(
                "{a} against {b}", a=span_words(a.first, a.last), b=span_words(b.first, b.last)
            )
            yield words, f"{shift:.2f}"


def touching(made: Comparison, vector: int) -> tuple[int, int]:
    """How many events of A and of B touch a vector."""
    return int(made.sums_a.touching[0, vector]), int(made.sums_b.touching[0, vector])


def shares_of_rows(made: Comparison) -> tuple[tuple[float, float], ...]:
    """The nine rows: shares of the seven in A and in B, then the two as parts of all."""
    seven = zip(made.sums_a.shares[0].tolist(), made.sums_b.shares[0].tolist(), strict=True)
    two = zip(made.sums_a.beside[0].tolist(), made.sums_b.beside[0].tolist(), strict=True)
    return (*seven, *two)

"""How a measure with partners (imports, say) is divided among the seven vectors, by each source.

A share is what all partners of a vector have in what the source records of all partners, those of
no vector among them; partners count to the vector that the archive gives them. What another source
tells as a share of its own stands beside it, and is never reckoned in.
"""

from collections.abc import Iterable, Sequence

import numpy as np

from timeline_app.analysis.engagement import PARTNERS
from timeline_app.analysis.shares import Floats
from timeline_app.dataclass import dataclass
from timeline_app.model.event_table import Days
from timeline_app.model.series import Observations, Series
from timeline_app.model.units import common_unit

Chosen = tuple[Series, Observations]

PERCENT = "percent"
SHARE_SUFFIX = ", share"
"""What the data write behind a measure whose figures are shares in it already."""


@dataclass(frozen=True, eq=False, slots=True)
class PartnerShares:
    """By one source: p periods from `first` to `last` (days) by time, written `edtf`; `amounts`
    (p x 7) of each vector's partners in the unit of the source, `whole` (p) of all partners."""

    source: str
    unit: str
    edtf: tuple[str, ...]
    first: Days
    last: Days
    amounts: Floats
    whole: Floats

    @property
    def shares(self) -> Floats:
        """Of the seven in each period (p x 7); NaN where nothing is recorded."""
        return _parts(self.amounts, self.whole[:, None])

    def at(self, day: float) -> int | None:
        """The period of this day; None where none is."""
        held = np.flatnonzero((self.first <= day) & (day < self.last + 1))
        return int(held[-1]) if len(held) else None

    def within(self, first: int, last: int) -> tuple[Floats, int]:
        """The shares (7) in all periods that lie wholly within these days, and how many do."""
        held = (self.first >= first) & (self.last <= last)
        amounts, whole = self.amounts[held].sum(axis=0), self.whole[held].sum()
        return _parts(amounts, np.asarray(whole)), int(held.sum())


@dataclass(frozen=True, slots=True)
class ToldShare:
    """A share (0 to 1) as a source tells it: of a vector's partner, in the days it is of."""

    source: str
    vector: int
    partner: str
    edtf: str
    first: int
    last: int
    share: float


def shares_by_source(chosen: Iterable[Chosen]) -> tuple[PartnerShares, ...]:
    """Of series of one measure: those of each source that has partners of two vectors at least,
    the source with most periods first. Of several entities only periods are kept that all have."""
    by_source: dict[tuple[str, str], list[Chosen]] = {}
    for series, figures in chosen:
        by_source.setdefault((series.source, common_unit(series.unit)), []).append(
            (series, figures)
        )
    made = [_added_up(*key, own) for key, own in by_source.items() if _is_whole(own)]
    found = [one for one in made if len(one.first)]
    return tuple(sorted(found, key=lambda one: (-len(one.first), one.source)))


def told_shares(chosen: Iterable[Chosen]) -> tuple[ToldShare, ...]:
    """What series of shares tell of partners that count to one of the seven, by time."""
    found = [
        ToldShare(
            series.source,
            PARTNERS.index(series.vector),
            series.partner_name,
            figures.edtf[n],
            int(figures.first[n]),
            int(figures.last[n]),
            float(figures.amount[n]) / 100,
        )
        for series, figures in chosen
        if series.vector in PARTNERS and common_unit(series.unit) == PERCENT
        for n in range(len(figures))
        if 0 <= figures.amount[n] <= 100
    ]
    return tuple(sorted(found, key=lambda one: (one.first, one.last, one.vector, one.source)))


def _is_whole(own: Sequence[Chosen]) -> bool:
    """Whether a source tells of enough partners for a division."""
    return len({series.vector for series, _ in own if series.vector in PARTNERS}) > 1


def _added_up(source: str, unit: str, own: Sequence[Chosen]) -> PartnerShares:
    entities = {series.entity for series, _ in own}
    amounts: dict[tuple[int, int, str], Floats] = {}
    told: dict[tuple[int, int, str], set[str]] = {}
    for series, figures in own:
        column = PARTNERS.index(series.vector) if series.vector in PARTNERS else len(PARTNERS)
        days = zip(figures.first.tolist(), figures.last.tolist(), figures.edtf, strict=True)
        for period, amount in zip(days, figures.amount.tolist(), strict=True):
            if amount >= 0:
                row = amounts.setdefault(period, np.zeros(len(PARTNERS) + 1))
                row[column] += amount
                told.setdefault(period, set()).add(series.entity)
    periods = sorted(period for period, who in told.items() if who == entities)
    rows = np.array([amounts[one] for one in periods]).reshape(len(periods), len(PARTNERS) + 1)
    return PartnerShares(
        source,
        unit,
        tuple(edtf for *_, edtf in periods),
        np.array([first for first, *_ in periods], np.int64),
        np.array([last for _, last, _ in periods], np.int64),
        rows[:, : len(PARTNERS)],
        rows.sum(axis=1),
    )


def _parts(amounts: Floats, whole: Floats) -> Floats:
    parts: Floats = np.divide(amounts, whole, out=np.full(amounts.shape, np.nan), where=whole > 0)
    return parts

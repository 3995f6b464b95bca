"""Who was in which organisation when, as read-only columns."""

import numpy as np
from numpy.typing import NDArray

from timeline_app.dataclass import dataclass
from timeline_app.model.event_table import Days, Mask, Term

FULL_STATUSES = frozenset({"full", "party"})
"""What is drawn solid; any other status (observer, partner, ...) is outlined and hatched."""

PRECISIONS = ("day", "month", "year")
"""How closely a source knows the days, the closest first."""


@dataclass(frozen=True, slots=True)
class Organisation:
    """What states are members of; `code` is its short name (CSTO)."""

    id: str
    name: str
    code: str
    vectors: tuple[str, ...]


@dataclass(frozen=True, eq=False, slots=True)
class MembershipTable:
    """n memberships as sources tell them, ordered by organisation, state and first day.

    `organisation` and `state` are indices into `organisations` and `states` (iso3 and name).
    Begun between `from_first` and `from_last`, ended between `to_first` and `to_last`, which are
    OPEN_FUTURE where no end is told. There `known_to` is the last day that the source knows, or
    OPEN_FUTURE where it does not say: the source ends, not the membership. `precision` is an
    index into PRECISIONS. `known_from` is the day by which the source had been published, UNDATED
    where nothing says it. `texts` are from and to as EDTF, status, precision and source as written.
    """

    key: NDArray[np.int64]
    organisation: NDArray[np.int64]
    state: NDArray[np.int64]
    from_first: Days
    from_last: Days
    to_first: Days
    to_last: Days
    known_to: Days
    full: Mask
    precision: NDArray[np.uint8]
    known_from: Days
    texts: tuple[tuple[str, str, str, str, str], ...]
    organisations: tuple[Organisation, ...]
    states: tuple[Term, ...]

    def __len__(self) -> int:
        return len(self.key)


def no_memberships() -> MembershipTable:
    """What is shown where nobody is in anything."""
    days, none = np.zeros(0, np.int64), np.zeros(0, np.bool_)
    return MembershipTable(
        key=days,
        organisation=days,
        state=days,
        from_first=days,
        from_last=days,
        to_first=days,
        to_last=days,
        known_to=days,
        full=none,
        precision=none.astype(np.uint8),
        known_from=days,
        texts=(),
        organisations=(),
        states=(),
    )

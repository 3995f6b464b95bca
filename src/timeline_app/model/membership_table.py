"""Who was in which organisation when, as read-only columns."""

from collections.abc import Iterable, Sequence
from typing import SupportsIndex, overload

import numpy as np
from numpy.typing import NDArray

from timeline_app.dataclass import dataclass
from timeline_app.model.event_table import Days, Mask, Term
from timeline_app.model.terms import Places, Texts

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


Said = tuple[str, str, str, str, str]
"""From and to as EDTF, status, precision and source, as written."""


class AsWritten(Sequence[Said]):
    """What is written of each of many memberships: `columns` hold one thing of all."""

    def __init__(self, columns: Sequence[Texts]) -> None:
        self.columns = tuple(columns)

    @classmethod
    def of(cls, rows: Iterable[Said]) -> "AsWritten":
        """What is written of these."""
        listed = list(rows)
        return cls([Texts.of(row[n] for row in listed) for n in range(WRITTEN)])

    def __len__(self) -> int:
        return len(self.columns[0])

    @overload
    def __getitem__(self, at: SupportsIndex) -> Said: ...
    @overload
    def __getitem__(self, at: slice) -> list[Said]: ...
    def __getitem__(self, at: SupportsIndex | slice) -> Said | list[Said]:
        if isinstance(at, slice):
            return [self[n] for n in range(len(self))[at]]
        begun, ended, status, precision, source = (column[at] for column in self.columns)
        return begun, ended, status, precision, source

    def take(self, rows: Places) -> "AsWritten":
        """What is written of these rows, in this order."""
        return AsWritten([column.take(rows) for column in self.columns])


WRITTEN = 5
"""So much is written of each."""


@dataclass(frozen=True, eq=False, slots=True)
class MembershipTable:
    """n memberships as sources tell them, ordered by organisation, state and first day.

    `organisation` and `state` are indices into `organisations` and `states` (iso3 and name).
    Begun between `from_first` and `from_last`, ended between `to_first` and `to_last`, which are
    OPEN_FUTURE where no end is told. There `known_to` is the last day that the source knows, or
    OPEN_FUTURE where it does not say: the source ends, not the membership. `precision` is an
    index into PRECISIONS. `known_from` is the day by which the source had been published, UNDATED
    where nothing says it. `texts` are as written.
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
    texts: AsWritten
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
        texts=AsWritten.of(()),
        organisations=(),
        states=(),
    )

"""Memberships by organisation and state: which sources are followed, whose changes tell most."""

from collections import defaultdict
from collections.abc import Collection, Iterable

import numpy as np
from numpy.typing import NDArray

from timeline_app.dataclass import dataclass
from timeline_app.dates.day import OPEN_FUTURE
from timeline_app.model.columns import FIVE_STATES
from timeline_app.model.distinct import distinct, most_often
from timeline_app.model.membership_table import PRECISIONS, MembershipTable

FIRST_ORGANISATIONS = 6
"""So many are shown as long as nobody has chosen any: those told of with the most changes."""

_YEAR = len(PRECISIONS) - 1


@dataclass(frozen=True, slots=True)
class MemberRow:
    """One state in one organisation.

    `rows` of the table are followed: those of the closest precision there is. `others` say
    something else than these. `rank` orders rows where there is no room for all: what began
    otherwise than for most members first, then the five states, then what changed most.
    """

    organisation: int
    state: int
    rows: tuple[int, ...]
    others: tuple[int, ...]
    rank: tuple[int, ...]


def changes(table: MembershipTable) -> dict[int, int]:
    """By organisation, on how many days something is told to have changed in it.

    A year alone is no day: most of the registers that give no more count every joining alike.
    """
    days: dict[int, set[int]] = defaultdict(set)
    close = table.precision < _YEAR
    for organisation in range(len(table.organisations)):
        own = close & (table.organisation == organisation)
        ended = own & (table.to_last != OPEN_FUTURE)
        days[organisation] = {*table.from_first[own].tolist(), *table.to_last[ended].tolist()}
    return {organisation: len(found) for organisation, found in days.items()}


def by_changes(table: MembershipTable) -> list[int]:
    """All organisations, those with the most changes first, then those with the most members."""
    counted = changes(table)
    members = np.bincount(table.organisation, minlength=len(table.organisations))

    def order(organisation: int) -> tuple[int, int, str]:
        name = table.organisations[organisation].name
        return -counted[organisation], -int(members[organisation]), name

    return sorted(counted, key=order)


def chosen_organisations(table: MembershipTable, asked: Collection[str]) -> list[int]:
    """The organisations with these ids, or the first ones where none of them is there."""
    ordered = by_changes(table)
    wanted = [o for o in ordered if table.organisations[o].id in asked]
    return wanted or ordered[:FIRST_ORGANISATIONS]


def member_rows(
    table: MembershipTable,
    organisations: Iterable[int],
    states: Collection[str] = (),
    by_state: bool = False,
) -> list[MemberRow]:
    """A row for each state in each of these organisations, in this order, the five states first;
    of `states` (iso3) alone where any are given. `by_state` puts the rows of a state together."""
    found = []
    for organisation in organisations:
        own, usual = _own(table, organisation)
        of = table.state[own]
        held = {state for state in distinct(of).tolist() if _asked(table, state, states)}
        for state in sorted(held, key=lambda s: _place(table, s)):
            found.append(_row(table, organisation, state, own[of == state].tolist(), usual))
    return sorted(found, key=lambda row: _place(table, row.state)) if by_state else found


def member_key(table: MembershipTable, organisation: int, state: int) -> int:
    """What names a state in an organisation, as long as the table is the same."""
    return organisation * len(table.states) + state


def member_row(table: MembershipTable, key: int) -> MemberRow | None:
    """The row of this name; None where this state was never in this organisation."""
    if not len(table) or key < 0:
        return None
    organisation, state = divmod(key, len(table.states))
    own, usual = _own(table, organisation)
    rows = own[table.state[own] == state]
    return _row(table, organisation, state, rows.tolist(), usual) if len(rows) else None


def passing_rows(
    table: MembershipTable, states: Collection[str], first: int, last: int
) -> NDArray[np.int64]:
    """The memberships of these states (of any where none is given) that may touch these days: one
    whose end is not told touches all days after its begin."""
    mask = (table.from_first <= last) & (table.to_last >= first)
    if states:
        wanted = [n for n, state in enumerate(table.states) if state.id in states]
        mask &= np.isin(table.state, wanted)
    rows: NDArray[np.int64] = np.flatnonzero(mask)
    return rows


def _own(table: MembershipTable, organisation: int) -> tuple[NDArray[np.int64], int | None]:
    """The memberships of an organisation, and the day on which most of them begin; None where each
    begins on another."""
    own: NDArray[np.int64] = np.flatnonzero(table.organisation == organisation)
    often = most_often(table.from_first[own])
    return own, often[0] if often and often[1] > 1 else None


def _asked(table: MembershipTable, state: int, states: Collection[str]) -> bool:
    return not states or table.states[state].id in states


def _row(
    table: MembershipTable, organisation: int, state: int, rows: list[int], usual: int | None
) -> MemberRow:
    closest = min(int(table.precision[row]) for row in rows)
    followed = [row for row in rows if table.precision[row] == closest]
    others = [row for row in rows if row not in followed and not _agrees(table, row, followed)]
    turns = len(followed) + sum(1 for r in followed if table.to_last[r] != OPEN_FUTURE)
    unusual = int(usual is not None and any(table.from_first[r] != usual for r in followed))
    inside = int(table.states[state].id in FIVE_STATES)
    rank = (-unusual, -inside, -turns)
    return MemberRow(organisation, state, tuple(followed), tuple(others), rank)


def _agrees(table: MembershipTable, row: int, followed: Iterable[int]) -> bool:
    """Whether a source says nothing else than one that is followed, only less closely."""
    for other in followed:
        begins = (
            table.from_first[row] <= table.from_last[other]
            and table.from_first[other] <= table.from_last[row]
        )
        open_end = table.to_last[row] == OPEN_FUTURE
        ends = table.to_first[row] <= table.to_last[other] <= table.to_last[row]
        known = table.to_last[other] > min(table.known_to[row], table.to_last[row])
        if begins and ((open_end and known) or (not open_end and ends)):
            return True
    return False


def _place(table: MembershipTable, state: int) -> tuple[int, str]:
    term = table.states[state]
    five = FIVE_STATES.index(term.id) if term.id in FIVE_STATES else len(FIVE_STATES)
    return five, term.label

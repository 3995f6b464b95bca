"""Who met whom: which states are named together by events that are meetings.

A meeting of exactly two states says that these met each other; in one of more, a pair was in the
same company, and that is counted apart.
"""

import numpy as np

from timeline_app.dataclass import dataclass
from timeline_app.model.codes import Ints, Mask
from timeline_app.model.event_table import EventTable

MEETINGS = frozenset(
    {
        "conference",
        "contact",
        "meeting",
        "multilateral",
        "peace-talks",
        "state-visit",
        "summit",
        "talks",
        "trade-talks",
        "visit",
    }
)
"""Kinds in which people meet; a treaty may be signed where nobody does."""

MOST_STATES = 14
"""So many can be told apart on a circle."""


@dataclass(frozen=True, eq=False, slots=True)
class Met:
    """Of the `events` that are meetings: the s states that most of them name, by how many each is
    named in (`named`), and how often each two of them met alone (`alone`, s x s) or in larger
    company (`company`); both are symmetric and have no diagonal."""

    events: int
    states: tuple[str, ...]
    named: Ints
    alone: Ints
    company: Ints

    def pairs(self) -> list[tuple[int, int]]:
        """Every two that met, those that met most often alone first."""
        s = len(self.states)
        both = [(i, j) for i in range(s) for j in range(i + 1, s)]
        held = [(i, j) for i, j in both if self.alone[i, j] or self.company[i, j]]
        return sorted(held, key=lambda p: (-int(self.alone[p]), -int(self.company[p]), p))


def met(table: EventTable, passing: Mask, most: int = MOST_STATES) -> Met:
    """What the rows of `passing` tell."""
    rows = np.flatnonzero(passing & table.terms["kind"].holding(MEETINGS))
    codes = table.terms["state"]
    places, held = codes.entries_of(rows)
    counts = np.bincount(held, minlength=len(codes.terms))
    order = np.argsort(-counts, kind="stable")[:most]
    kept = order[counts[order] > 0]
    named_in = np.zeros((len(rows), len(kept)), np.float32)
    column = np.full(len(codes.terms), -1, np.int64)
    column[kept] = np.arange(len(kept))
    shown = column[held] >= 0
    named_in[places[shown], column[held[shown]]] = 1
    of_two = np.bincount(places, minlength=len(rows)) == 2
    alone, every = (part.T @ part for part in (named_in[of_two], named_in))
    for matrix in (alone, every):
        np.fill_diagonal(matrix, 0)
    return Met(
        events=len(rows),
        states=tuple(codes.terms.ids[code] for code in kept.tolist()),
        named=counts[kept].astype(np.int64),
        alone=alone.astype(np.int64),
        company=(every - alone).astype(np.int64),
    )


def rows_of_pair(table: EventTable, passing: Mask, one: str, other: str) -> Ints:
    """The meetings among the rows of `passing` that name both states, by their ids."""
    states, kinds = table.terms["state"], table.terms["kind"]
    both = states.holding({one}) & states.holding({other})
    return np.flatnonzero(passing & both & kinds.holding(MEETINGS))

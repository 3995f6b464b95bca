"""Where it happened: how many events name each place, and what cannot be put on a map.

Places that stand at one and the same position make one site. A position that nobody has recorded
is not made up: such places are sites without one, and are counted apart.
"""

from collections.abc import Mapping
from dataclasses import field

import numpy as np

from timeline_app.dataclass import dataclass
from timeline_app.model.codes import AT_ONCE, Codes, Ints, Mask, Whole
from timeline_app.model.event_table import EventTable

Position = tuple[float, float]
"""Latitude and longitude in degrees, north and east of nought."""
Positions = Mapping[str, Position]
"""Where places stand, by their ids; those of which that is not known are left out."""


@dataclass(frozen=True, slots=True)
class Site:
    """The ids of one place or of several at one position, None where it is not known, and how many
    events name one of them."""

    places: tuple[str, ...]
    at: Position | None
    n: int


@dataclass(frozen=True, slots=True)
class Where:
    """Of `events`: how many name a place that can be put on a map (`placed`), only such as cannot
    (`unknown`), or none (`nowhere`); the sites that any of them names, the most frequent first."""

    events: int = 0
    placed: int = 0
    unknown: int = 0
    nowhere: int = 0
    sites: tuple[Site, ...] = field(default=())

    @property
    def on_map(self) -> tuple[Site, ...]:
        """The sites whose position is known."""
        return tuple(site for site in self.sites if site.at is not None)


def where(table: EventTable, passing: Mask, positions: Positions) -> Where:
    """What the rows of `passing` tell."""
    events = int(np.count_nonzero(passing))
    codes = table.terms.get("place")
    if codes is None:
        return Where(events=events, nowhere=events)
    known = np.array([id in positions for id in codes.terms.ids], np.bool_)
    placed, named, counts = _counted(codes, passing, known)
    return Where(
        events=events,
        placed=placed,
        unknown=named - placed,
        nowhere=events - named,
        sites=_sites(codes, passing, positions, counts),
    )


def _counted(codes: Codes, passing: Mask, known: Mask) -> tuple[int, int, Ints]:
    """How many passing rows hold a term that is `known`, how many hold any, and how many each."""
    placed = named = 0
    counts: Ints = np.zeros(len(codes.terms), np.int64)
    for low in range(0, len(codes), AT_ONCE):
        high = min(low + AT_ONCE, len(codes))
        rows, held = codes.entries(low, high)
        kept = passing[rows]
        rows, held = rows[kept] - low, held[kept]
        counts += np.bincount(held, minlength=len(counts))
        named += _different(rows, high - low)
        placed += _different(rows[known[held]], high - low)
    return placed, named, counts


def _different(rows: Whole, most: int) -> int:
    """How many different rows these are, of so many."""
    marked = np.zeros(most, np.bool_)
    marked[rows] = True
    return int(np.count_nonzero(marked))


def _sites(codes: Codes, passing: Mask, positions: Positions, counts: Ints) -> tuple[Site, ...]:
    at: dict[object, list[int]] = {}
    for code in np.flatnonzero(counts).tolist():
        place = codes.terms.ids[code]
        at.setdefault(positions.get(place, place), []).append(code)
    found = []
    for together in at.values():
        places = tuple(codes.terms.ids[code] for code in together)
        n = int(counts[together[0]])
        if len(together) > 1:  # an event may name two of them
            n = int(np.count_nonzero(codes.holding(set(places)) & passing))
        found.append(Site(places, positions.get(places[0]), n))
    return tuple(sorted(found, key=lambda site: (-site.n, site.places)))


def rows_at(table: EventTable, passing: Mask, site: Site) -> Ints:
    """The events among the rows of `passing` that a site counts."""
    return np.flatnonzero(passing & table.terms["place"].holding(set(site.places)))


def rows_nowhere(table: EventTable, passing: Mask) -> Ints:
    """The events among the rows of `passing` that name no place."""
    codes = table.terms.get("place")
    return np.flatnonzero(passing if codes is None else passing & codes.bare())


def rows_unknown(table: EventTable, passing: Mask, positions: Positions) -> Ints:
    """The events among the rows of `passing` whose places all have no position."""
    codes = table.terms.get("place")
    if codes is None:
        return np.zeros(0, np.int64)
    return np.flatnonzero(passing & ~codes.bare() & ~codes.holding(set(positions)))

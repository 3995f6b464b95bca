"""Where what is shown happened, counted beside the reader's work."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from timeline_app.analysis.where import (
    Positions,
    Site,
    Where,
    rows_at,
    rows_nowhere,
    rows_unknown,
    where,
)
from timeline_app.dataclass import dataclass
from timeline_app.model.codes import Ints, Mask, Terms
from timeline_app.session.behind import Behind
from timeline_app.session.running import Run
from timeline_app.session.snapshot import Snapshot
from timeline_app.store.archive import Archive
from timeline_app.store.file_stamp import Stamp
from timeline_app.store.positions import read_positions
from timeline_app.store.store_error import StoreError
from timeline_app.words.tr import tr

MOST_DRAWN = 2_000
"""So many dots are drawn at most, those of most events; the list has all."""

Key = tuple[str, ...]
"""What a list is of: the places of a site, or one of the two below."""
NOWHERE: Key = ("", "nowhere")
UNKNOWN: Key = ("", "unknown")


@dataclass(frozen=True, eq=False, slots=True)
class Placed:
    """Where the events of a snapshot happened, and where its places stand."""

    now: Snapshot
    positions: Positions
    where: Where
    terms: Terms

    def name(self, site: Site) -> str:
        """What a site is called."""
        return ", ".join(tr(self.terms.label(place)) for place in site.places)

    def behind(self, key: Key) -> Behind:
        """What a count counts: a list of exactly that length; of nothing where nothing is."""
        table, mask = self.now.table, self.now.passing.mask
        if key == NOWHERE:
            return Behind(tr("No place is named"), rows_nowhere(table, mask))
        if key == UNKNOWN:
            rows = rows_unknown(table, mask, self.positions)
            return Behind(tr("The position of the place is not known"), rows)
        site = next((one for one in self.where.sites if one.places == key), None)
        rows = _none(table.key) if site is None else rows_at(table, mask, site)
        return Behind(self.name(site or Site(key, None, 0)), rows)


def _none(column: Ints) -> Ints:
    return column[:0]


def placed(now: Snapshot, positions: Positions, mask: Mask | None = None) -> Placed:
    """What passes (or these rows), by place."""
    codes = now.table.terms.get("place")
    terms = Terms.of(()) if codes is None else codes.terms
    rows = now.passing.mask if mask is None else mask
    return Placed(now, positions, where(now.table, rows, positions), terms)


_Read = tuple[Path, Stamp, Positions]


class Placing:
    """Keeps the newest answer; `run` makes it, `ready` hears of it.

    Positions are read once for each archive, by a connection of the worker's own.
    """

    def __init__(self, run: Run, ready: Callable[[], None]) -> None:
        self._run, self._ready = run, ready
        self._asked: Snapshot | None = None
        self._read: _Read | None = None
        self.placed: Placed | None = None

    def ask(self, now: Snapshot) -> None:
        """From now on it is of what passes here."""
        asked = self._asked
        if asked is not None and asked.table is now.table and asked.passing is now.passing:
            return
        self._asked, read = now, self._read
        if now.archive is None:
            self.placed = None
            self._ready()
            return

        def job() -> Placed | None:
            # a brush asks with each move; what is asked no longer costs the worker nothing
            return _placed(now, read) if self._asked is now else None

        self._run(job, lambda made: self._take(now, made))

    def _take(self, now: Snapshot, made: Placed | None) -> None:
        if made is None or self._asked is not now or now.archive is None:
            return
        self.placed = made
        self._read = now.archive.path, now.archive.stamp, made.positions
        self._ready()


def _placed(now: Snapshot, read: _Read | None) -> Placed | None:
    """On the worker; None where the archive cannot be read, or is another file by now."""
    if now.archive is None:
        return None
    if read is not None and read[:2] == (now.archive.path, now.archive.stamp):
        return placed(now, read[2])
    positions = positions_in(now)
    return None if positions is None else placed(now, positions)


def positions_in(now: Snapshot) -> Positions | None:
    """Where the places of the open archive stand, by a connection of its own; None where it cannot
    be read, or is another file by now."""
    if now.archive is None:
        return None
    try:
        with closing(Archive.open(now.archive.path)) as archive:
            archive.expect(now.archive.stamp)
            return read_positions(archive)
    except StoreError:
        return None

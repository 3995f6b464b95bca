"""The archive that is open, as the session reads it: columns once, single records when asked."""

from collections.abc import Callable, Iterable, Set
from contextlib import closing
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from timeline_app.model.article import ArticleRecord
from timeline_app.model.claim import Claim
from timeline_app.model.event_table import EventTable
from timeline_app.model.fold import fold
from timeline_app.model.instrument import Instrument
from timeline_app.model.records import ClaimRow, Event, EventRow
from timeline_app.model.roll_calls import RollCalls
from timeline_app.model.series import Observations, Series
from timeline_app.session.contents import Contents, contents_of, layers_of
from timeline_app.session.snapshot import OpenArchive
from timeline_app.store.archive import Archive
from timeline_app.store.article import read_article_record
from timeline_app.store.claim_records import (
    claim_key,
    read_claim,
    read_claim_rows,
    read_said_about,
)
from timeline_app.store.file_stamp import Stamp
from timeline_app.store.instruments import read_instrument
from timeline_app.store.list_ranks import Ranks, read_ranks
from timeline_app.store.positions import read_positions
from timeline_app.store.progress import Progress
from timeline_app.store.roll_calls import read_roll_calls
from timeline_app.store.search import Search
from timeline_app.store.series import read_observations, read_series

MOST_KEPT = 64
"""The figures of so many series are kept."""


def _ranks_of(path: Path, stamp: Stamp, heading: str, keys: NDArray[np.integer]) -> Ranks:
    with closing(Archive.open(path)) as archive:
        archive.expect(stamp)
        return read_ranks(archive, heading, keys)


class Reading:
    """One open archive. Raises `StoreError` where it cannot be read, and leaves nothing open."""

    def __init__(self, path: Path, contents: Contents | None = None) -> None:
        """`contents` are those of this file where they have been read already; they are read again
        where it is another one by now."""
        self.path = path
        self.archive = Archive.open(path)
        self.edition = self.archive.edition
        try:
            if contents is None or contents.stamp != self.archive.stamp:
                contents = contents_of(self.archive, Progress())
        except BaseException:
            self.archive.close()
            raise
        self.records, self.unread = contents.kept.records, contents.kept.unread
        self.instruments, self.memberships = contents.instruments, contents.memberships
        self.claims, self.claims_unread = contents.claims, contents.claims_unread
        self.article = contents.article
        self.vector_members, self.languages = contents.vector_members, contents.languages
        self._kept = contents.kept
        self.search = Search(self.archive)
        self._series: tuple[Series, ...] | None = None
        self._roll_calls: RollCalls | None = None
        self._figures: dict[int, Observations] = {}
        self._occurrences: dict[str, int | None] = {}

    def opened(self, layers_on: Set[str] | None) -> OpenArchive:
        """The archive with these of its layers on; None for those that are on by default."""
        on = layers_of(self.edition, layers_on)
        return OpenArchive(self.path, self.edition, on, self.archive.stamp)

    def table(self, layers_on: Set[str]) -> EventTable:
        """What happened, by the layers that are on."""
        kept = self._kept
        return kept.table if layers_on == kept.on else fold(self.records, layers_on)

    def ranks(self, table: EventTable, heading: str) -> Ranks:
        """What the list is sorted by under a heading that the table does not hold, a row each."""
        return read_ranks(self.archive, heading, table.key)

    def ranks_aside(self) -> Callable[[str, NDArray[np.integer]], Ranks]:
        """The same for any thread: it opens the file once more. Raises `StoreError` there, also
        where that is another file by then."""
        return partial(_ranks_of, self.path, self.archive.stamp)

    def record(self, key: int) -> Event:
        """One record whole."""
        return self.archive.event(key)

    def record_named(self, event_id: str) -> Event | None:
        """The record with this id whole, if the archive has it."""
        key = self.archive.keys_of([event_id]).get(event_id)
        return None if key is None else self.archive.event(key)

    def rows(self, keys: Iterable[int]) -> list[EventRow]:
        """What a list shows of these records, in this order."""
        return self.archive.rows(list(keys))

    def labels(self, keys: Iterable[int]) -> dict[int, str]:
        """What each of these records is called in a picture."""
        return self.archive.labels(list(keys))

    def occurrences(self, event_ids: Iterable[str]) -> dict[str, int]:
        """The occurrence of each of these records that the archive has; each is read once."""
        ids, known = list(event_ids), self._occurrences
        unread = [one for one in ids if one not in known]
        if unread:
            known.update(dict.fromkeys(unread))
            known.update(self.archive.occurrences_of(unread))
        return {one: told for one in ids if (told := known[one]) is not None}

    def claim_rows(self, keys: Iterable[int]) -> list[ClaimRow]:
        """What a line says of each of these claims, in the order of time."""
        return read_claim_rows(self.archive, keys)

    def series(self) -> tuple[Series, ...]:
        """Every series there is, read when first asked for."""
        if self._series is None:
            self._series = read_series(self.archive)
        return self._series

    def observations(self, series: Series) -> Observations:
        """The figures of one series; those of the last ones are kept."""
        if series.key not in self._figures:
            if len(self._figures) >= MOST_KEPT:
                self._figures.pop(next(iter(self._figures)))
            self._figures[series.key] = read_observations(self.archive, series)
        return self._figures[series.key]

    def roll_calls(self) -> RollCalls:
        """Every roll call with its ballots, read when first asked for."""
        if self._roll_calls is None:
            self._roll_calls = read_roll_calls(self.archive)
        return self._roll_calls

    def positions(self) -> dict[str, tuple[float, float]]:
        """Where places stand, as far as that is known: latitude and longitude."""
        return read_positions(self.archive)

    def instrument(self, key: int) -> Instrument | None:
        """One treaty whole, if the archive has it."""
        return read_instrument(self.archive, key)

    def claim(self, key: int) -> Claim | None:
        """One claim whole, if the archive has it."""
        return read_claim(self.archive, key)

    def claim_key(self, claim_id: str) -> int | None:
        """The key of the claim with this id, if the archive has it."""
        return claim_key(self.archive, claim_id)

    def said_about(self, occurrence: int) -> list[tuple[ClaimRow, str]]:
        """The claims about what happened, each with its stance, in the order of time."""
        stances = dict(read_said_about(self.archive, occurrence))
        return [(row, stances[row.key]) for row in self.claim_rows(stances)]

    def article_record(self, n: int) -> ArticleRecord | None:
        """One record of the article, by its number."""
        return read_article_record(self.archive, n)

    def close(self) -> None:
        """Let go of the file."""
        self.archive.close()

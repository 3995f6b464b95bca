"""What follows from the columns is the same whether it was kept or is made: counts, lanes, bars."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline_app.crossfilter.base import Base
from timeline_app.crossfilter.cross_filter import CrossFilter
from timeline_app.crossfilter.passing import Passing
from timeline_app.lanes.catalogue import GROUPINGS, make_lanes
from timeline_app.model.event_table import EventTable
from timeline_app.model.filter import Filter, SpanClause, TermsClause
from timeline_app.model.shelf import NOTHING_KEPT, Arrays
from timeline_app.places import user_cache
from timeline_app.scene.lane_index import LaneIndex, lane_index
from timeline_app.scene.lane_order import lane_order
from timeline_app.scene.overview import Columns, columns_of, vectors_of
from timeline_app.scene.shapes import shapes_of
from timeline_app.session.contents import own_columns, read_contents
from timeline_app.store.column_cache import COLUMNS, Identity
from timeline_app.store.file_shelf import FileShelf

T = TypeVar("T")
HOW = settings(
    max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
DAY = 2_450_000
steps = st.integers(5, 900)
origins = st.integers(DAY - 4000, DAY + 4000)


def _days(origin: int, step: int) -> np.ndarray:
    return np.arange(origin, origin + 60 * step, step, dtype=np.int64)


@pytest.fixture
def archive(shipped_archive: Path, tmp_path: Path) -> Path:
    path = tmp_path / "some.archive.sqlite"
    shutil.copyfile(shipped_archive, path)
    return path


def _tables(path: Path) -> tuple[EventTable, EventTable, EventTable]:
    """One that keeps what is asked of it, the same opened again, and one that keeps nothing."""
    keeps, again = read_contents(path).kept.table, read_contents(path).kept.table
    assert keeps.shelf is not again.shelf
    return keeps, again, replace(again, shelf=NOTHING_KEPT)


def _answers(table: EventTable, days: np.ndarray) -> list[list[int]]:
    """All counts of every column and of both charts, for brushes on and beside these days."""
    base: Base = CrossFilter(table).base
    drawn: list[Columns] = [columns_of(table, days), vectors_of(table, days)]
    counted = [*table.terms, *(one.dimension for one in drawn)]
    for one in counted:
        base.tally(one)
    base.expect(days)
    found = [one.every.ravel().tolist() for one in drawn]
    found += [table.lasting.over(int(day)).ascending.tolist() for day in days[::20]]
    found += [
        [base.ended(int(day)), base.ranked_by_last.rank(int(n))] for n, day in enumerate(days)
    ]
    spans = [SpanClause(int(days[0]), int(day)) for day in days]
    found += [[base.sure.total, Passing(base, span).sure] for span in spans]
    for first, last in ((3, 40), (0, 59), (20, 20), (7, 8)):
        for off in (0, 1):
            span = SpanClause(int(days[first]), int(days[last]) + off)
            for one in counted:
                begun, ended = base.begun(span.last), base.ended(span.first)
                found.append(base.tally(one).touching(begun, ended).tolist())
    return found


@HOW
@given(origins, steps)
def test_counts(archive: Path, origin: int, step: int) -> None:
    days = _days(origin, step)
    keeps, again, plain = _tables(archive)
    expected = _answers(plain, days)
    assert _answers(keeps, days) == expected
    assert _answers(again, days) == expected


def _seen(index: LaneIndex, days: np.ndarray) -> list[list[int]]:
    """What frames ask of an index."""
    found = [index.order.home.tolist(), index.rows.tolist(), index.days.tolist()]
    found += [lane.rows.tolist() for lane in index.order.lanes.lanes]
    for power in (0, 3, 7):
        buckets = np.unique(days >> power)
        found.append(index.places(buckets, power).ravel().tolist())
        found.append(index.third(power).tolist())
        for lane in range(len(index)):
            found.append(index.best(lane, buckets[:-1], power).tolist())
            table = index.table(power, int(days[0]), int(days[-1]))
            found.append(table.inked[lane].ravel().tolist() if lane in table.inked else [])
    reaching = index.reaching(int(days[10]), int(days[20]))
    return [*found, reaching.rows.tolist(), reaching.lane.tolist(), reaching.day.tolist()]


@pytest.mark.parametrize("grouping", [one.id for one in GROUPINGS])
@pytest.mark.parametrize("coloured", [True, False])
def test_lanes(archive: Path, grouping: str, coloured: bool) -> None:
    days = _days(DAY, 30)

    def seen(table: EventTable) -> list[list[int]]:
        order = lane_order(shapes_of(table, coloured=coloured), make_lanes(table, grouping))
        return _seen(lane_index(order, np.ones(len(table), np.bool_)), days)

    keeps, again, plain = _tables(archive)
    expected = seen(plain)
    assert seen(keeps) == expected
    assert seen(again) == expected
    some = np.arange(len(plain)) % 3 > 0

    def of_some(table: EventTable) -> list[list[int]]:
        order = lane_order(shapes_of(table, coloured=coloured), make_lanes(table, grouping))
        return _seen(lane_index(order, some), days)

    assert of_some(again) == of_some(plain)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE event SET outer_first = outer_first - 400 WHERE key % 7 = 0",
        "DELETE FROM event_actor WHERE event % 5 = 0",
        "UPDATE event SET importance = -importance",
    ],
)
def test_nothing_kept_of_an_archive_serves_a_changed_one(archive: Path, change: str) -> None:
    days, before = _days(DAY, 30), archive.stat()
    _answers(read_contents(archive).kept.table, days)
    with closing(sqlite3.connect(archive)) as file, file:
        file.execute(change)
    os.utime(archive, ns=(before.st_atime_ns, before.st_mtime_ns))
    changed = read_contents(archive).kept.table
    assert _answers(changed, days) == _answers(replace(changed, shelf=NOTHING_KEPT), days)


def test_the_second_opening_counts_nothing(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    days = _days(DAY, 30)
    first, again = (read_contents(archive).kept.table for _ in range(2))
    expected = _answers(first, days), [_standing(first, one.id) for one in GROUPINGS]
    kept = FileShelf.kept

    def only_kept(
        self: FileShelf, kind: str, key: str, _: object, read: Callable[[Arrays], T]
    ) -> T:
        def never() -> Arrays:
            raise AssertionError(f"{kind} was made again")

        return kept(self, kind, key, never, read)

    monkeypatch.setattr(FileShelf, "kept", only_kept)
    assert (_answers(again, days), [_standing(again, one.id) for one in GROUPINGS]) == expected


def _standing(table: EventTable, grouping: str) -> list[list[int]]:
    return [lane.rows.tolist() for lane in make_lanes(table, grouping).lanes]


def test_a_filter_is_not_answered_by_what_is_kept(archive: Path) -> None:
    days = _days(DAY, 30)
    _, again, plain = _tables(archive)

    def counts(table: EventTable) -> list[list[int]]:
        index = CrossFilter(table)
        kind = table.terms["kind"].terms[0].id
        asked = Filter().having("kind", TermsClause(frozenset({kind})))
        for column in table.terms:
            index.base.tally(column)
        index.adopt(index.prepared(asked))
        index.base.expect(days)
        return [index.base.tally(c).touching(*_places(index, days)).tolist() for c in table.terms]

    _answers(again, days)
    assert counts(again) == counts(plain)


def _places(index: CrossFilter, days: np.ndarray) -> tuple[int, int]:
    return index.base.begun(int(days[40])), index.base.ended(int(days[3]))


def test_what_is_dropped_takes_all_along(archive: Path) -> None:
    contents = read_contents(archive)
    _answers(contents.kept.table, _days(DAY, 30))
    folder = user_cache() / COLUMNS
    assert list(folder.glob("*.shelf"))
    own_columns().drop(Identity.of(contents.edition, contents.stamp))
    assert list(folder.iterdir()) == []

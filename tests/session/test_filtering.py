"""A large table is walked over by a worker; brushes go on meanwhile, old answers are dropped."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from timeline_app.crossfilter import cross_filter, tally
from timeline_app.crossfilter.cross_filter import CrossFilter
from timeline_app.model.codes import Codes
from timeline_app.model.event_table import EventTable
from timeline_app.model.filter import SPAN, SpanClause
from timeline_app.session import filtering
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot

from .later import Later


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Later:
    """Every table counts as large."""
    monkeypatch.setattr(filtering, "LARGE", 0)
    return Later()


@pytest.fixture
def slow(shipped_archive: Path, later: Later) -> Session:
    """A session whose long answers wait for `later`."""
    session = Session(soon=later)
    session.open_edition(shipped_archive)
    later.work()
    return session


def same(one: Snapshot, other: Snapshot) -> bool:
    counts = all(
        np.array_equal(one.passing.counts[c], other.passing.counts[c]) for c in one.table.terms
    )
    return counts and np.array_equal(one.passing.mask, other.passing.mask)


def test_what_is_shown_stays_until_the_answer_is_there(slow: Session, later: Later) -> None:
    before = slow.snapshot
    slow.set_terms("state", {"KAZ"})
    assert slow.snapshot.passing is before.passing
    assert slow.snapshot.filter == before.filter
    assert slow.snapshot.busy
    assert slow.asked.terms("state") == {"KAZ"}
    later.work()
    assert slow.snapshot.filter.terms("state") == {"KAZ"}
    assert not slow.snapshot.busy
    assert slow.snapshot.passing.possible < before.passing.possible


def test_clauses_asked_for_one_after_the_other_all_hold(
    slow: Session, later: Later, shipped_archive: Path
) -> None:
    quick = Session()
    quick.open_edition(shipped_archive)
    for session in (slow, quick):
        session.set_terms("state", {"KAZ"})
        session.set_terms("vector", session.asked.terms("vector") ^ {"Russia"})
        session.set_span(2_456_000, 2_457_000)
        session.set_terms("vector", session.asked.terms("vector") ^ {"China"})
    later.work()
    assert slow.snapshot.filter == quick.snapshot.filter
    assert same(slow.snapshot, quick.snapshot)


def test_a_brush_moves_while_another_clause_is_counted(slow: Session, later: Later) -> None:
    slow.set_terms("state", {"KAZ"})
    slow.set_span(2_456_000, 2_457_000)
    shown = slow.snapshot
    assert shown.filter.span is not None
    assert not shown.filter.terms("state")
    assert shown.passing.possible == int(np.count_nonzero(shown.passing.mask))
    later.work()
    assert slow.snapshot.filter.span is not None
    assert slow.snapshot.filter.terms("state") == {"KAZ"}


def test_only_the_newest_answer_is_shown(slow: Session, later: Later) -> None:
    heard: list[Snapshot] = []
    slow.listen(lambda _, after: heard.append(after))
    slow.set_terms("state", {"KAZ"})
    slow.set_terms("state", {"UZB"})
    later.work()
    asked = [one.filter.terms("state") for one in heard]
    assert {"KAZ"} not in asked
    assert asked[-1] == {"UZB"}


def test_a_wish_is_not_asked_of_another_archive(
    slow: Session, later: Later, shipped_archive: Path
) -> None:
    slow.set_terms("state", {"KAZ"})
    slow.open_edition(shipped_archive)
    later.work()
    assert not slow.snapshot.filter
    assert not slow.snapshot.busy


def test_a_wish_outlasts_a_layer_that_is_switched(slow: Session, later: Later) -> None:
    slow.set_terms("state", {"KAZ"})
    archive = slow.snapshot.archive
    assert archive is not None
    slow.switch_layers({layer.id for layer in archive.edition.layers})
    later.work()
    assert slow.snapshot.filter.terms("state") == {"KAZ"}
    assert not slow.snapshot.busy


def test_what_is_asked_is_answered_by_the_worker_that_lays_out_layers(
    slow: Session, later: Later, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow.set_terms("state", {"KAZ"})
    later.work()
    _ = slow.snapshot.passing.counts["kind"]
    archive = slow.snapshot.archive
    assert archive is not None
    slow.switch_layers({layer.id for layer in archive.edition.layers})
    (job, done) = later.jobs.pop()
    laid = job()

    walked: list[int] = []  # so many rows at once: of the events, or of what is small

    def walks(table: EventTable, *of: Any) -> Any:
        walked.append(len(table))
        return passes(table, *of)

    def counts(codes: Codes, *of: Any) -> None:
        walked.append(len(codes))
        count_between(codes, *of)

    passes, count_between = cross_filter._passes, tally.count_between
    monkeypatch.setattr(cross_filter, "_passes", walks)
    monkeypatch.setattr(tally, "count_between", counts)
    done(laid)
    assert slow.snapshot.filter.terms("state") == {"KAZ"}
    assert slow.snapshot.passing.counts["kind"].sum() > 0
    assert len(slow.snapshot.table) not in walked


def test_what_waited_for_an_answer_is_told_with_it(slow: Session, later: Later) -> None:
    heard: list[Snapshot] = []
    slow.set_terms("state", {"KAZ"})
    slow.step_in_found(1)
    slow.listen(lambda _, after: heard.append(after))
    later.work()
    assert heard[0].filter.terms("state") == {"KAZ"}
    row = heard[0].table.row_of(heard[0].selected[0])
    assert row is not None and heard[0].passing.mask[row]


def test_layers_are_laid_out_by_the_worker_and_the_last_wish_holds(
    slow: Session, later: Later, shipped_archive: Path
) -> None:
    before = slow.snapshot
    assert before.archive is not None
    every = frozenset(layer.id for layer in before.archive.edition.layers)
    off = sorted(every - before.archive.layers_on)
    slow.switch_layer(off[0], True)
    slow.switch_layer(off[1], True)
    shown: list[int] = []
    slow.when_shown(lambda: shown.append(len(slow.snapshot.table)))
    assert slow.snapshot.table is before.table
    assert slow.snapshot.busy
    assert not shown
    later.work()
    quick = Session()
    quick.open_edition(shipped_archive, before.archive.layers_on | set(off[:2]))
    assert np.array_equal(slow.snapshot.table.key, quick.snapshot.table.key)
    assert shown == [len(quick.snapshot.table)]
    assert not slow.snapshot.busy


def test_lanes_of_another_grouping_come_from_the_worker(slow: Session, later: Later) -> None:
    before = slow.snapshot.lanes
    slow.group_by("state")
    slow.group_by("kind")
    assert slow.snapshot.lanes is before
    later.work()
    assert slow.snapshot.lanes.grouping == slow.snapshot.grouping == "kind"
    assert not slow.snapshot.busy
    with pytest.raises(KeyError):
        slow.group_by("no such grouping")


def test_expected_days_are_counted_ahead_and_change_no_number(slow: Session, later: Later) -> None:
    slow.snapshot.passing.counts.get("vector")
    slow.expect_brush("ruler", np.arange(2_455_000, 2_458_000, 3))
    assert later.jobs
    later.work()
    slow.expect_brush("ruler", np.arange(2_455_000, 2_458_000, 3))
    assert not later.jobs
    slow.set_span(2_455_003, 2_456_001)
    passing = slow.snapshot.passing
    vector = slow.snapshot.table.terms["vector"]
    assert passing.counts["vector"].tolist() == vector.counts(passing.mask).tolist()
    slow.clear_clause(SPAN)
    assert slow.snapshot.passing.counts["vector"].tolist() == vector.counts().tolist()


def test_claims_and_treaties_follow_a_brush_that_moves(shipped_archive: Path) -> None:
    """What a moved brush takes over from the answer before equals an answer made anew."""
    moved, known = Session(), Session()
    for session in (moved, known):
        session.open_edition(shipped_archive)
        session.set_terms("state", {"KAZ"})
    for first, last in ((2_456_000, 2_457_000), (2_450_000, 2_450_100), (2_450_000, 2_458_000)):
        moved.set_span(first, last)
        known.clear_clause(SPAN)
        known.set_terms("state", ())
        known.set_span(first, last)
        known.set_terms("state", {"KAZ"})
        assert same(moved.snapshot, known.snapshot)
        for one in ("claims_passing", "instruments_passing"):
            now, then = getattr(moved.snapshot, one), getattr(known.snapshot, one)
            assert np.array_equal(now.mask, then.mask)
            assert all(np.array_equal(now.counts[c], then.counts[c]) for c in now.counts)
    moved.clear_clause(SPAN)
    assert moved.snapshot.claims_passing.span is None


def test_what_nothing_dates_follows_a_brush_while_a_day_is_chosen(shipped_archive: Path) -> None:
    moved, anew = Session(), Session()
    moved.open_edition(shipped_archive)
    moved.set_known(2_456_000)
    for first in (2_450_000, 2_452_000, 2_455_000):
        moved.set_span(first, first + 900)
        anew.open_edition(shipped_archive)
        anew.set_span(first, first + 900)
        anew.set_known(2_456_000)
        assert moved.snapshot.undated == anew.snapshot.undated
        assert np.array_equal(moved.snapshot.claims_passing.mask, anew.snapshot.claims_passing.mask)


def test_a_worker_is_asked_once_to_be_ready_for_a_brush(
    shipped_archive: Path, later: Later
) -> None:
    jobs: list[object] = []

    def soon(job: Callable[[], object], done: Callable[[Any], None]) -> None:
        jobs.append(job)
        later(job, done)

    session = Session(soon=soon)
    session.open_edition(shipped_archive)
    session.snapshot.passing.counts["state"]
    later.work()
    jobs.clear()
    for _ in range(3):
        session.expect_brush("overview", np.arange(2_456_000, 2_457_000, 10))
    assert len(jobs) == 1
    later.work()
    session.expect_brush("overview", np.arange(2_456_000, 2_457_000, 10))
    assert len(jobs) == 1
    session.snapshot.passing.counts["vector"]  # what is counted later is made ready too
    session.expect_brush("overview", np.arange(2_456_000, 2_457_000, 10))
    assert len(jobs) == 2


def test_a_brush_passes_what_a_plain_run_does_whatever_was_asked_before(
    shipped_archive: Path,
) -> None:
    session = Session()
    session.open_edition(shipped_archive)
    home = session.snapshot.home
    first, kind = int(home.first), session.snapshot.table.terms["kind"].terms[0].id
    told: list[Snapshot] = []
    session.listen(lambda _, after: told.append(after))
    for days, surely, terms in (
        ((900, 40), False, []),
        ((40, 900), False, []),
        ((40, 4000), True, [kind]),
        ((40, 3000), True, [kind]),
        ((60, 3000), False, [kind]),
        ((60, 3000), False, []),
        ((70, 3000), False, []),
    ):
        session.set_terms("kind", terms)
        session.set_span(first + days[0], first + days[1], surely)
        now = session.snapshot
        assert now.filter.span == SpanClause(first + min(days), first + max(days), surely)
        plain = CrossFilter(now.table).run(now.filter, now.note_terms)
        assert same(now, now.having(passing=plain))
        assert (now.passing.possible, now.passing.sure) == (plain.possible, plain.sure)
    before = len(told)
    session.set_span(first + 70, first + 3000)
    assert len(told) == before


def test_much_that_was_asked_for_is_painted_before_a_brush_is_made_ready_for(
    slow: Session, later: Later, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filtering, "QUICK", 0)
    days = np.arange(int(slow.snapshot.home.first), int(slow.snapshot.home.end), 30)
    slow.expect_brush("surface", days)
    later.work()
    slow.set_terms("kind", [slow.snapshot.table.terms["kind"].terms[0].id])
    later.work_once()
    assert slow.snapshot.filter.terms("kind") and len(later.jobs) == 1
    later.work_once()  # the way round by the worker
    assert not slow.snapshot.passing.base.is_ready(slow._expected) and len(later.jobs) == 1
    later.work()
    assert slow.snapshot.passing.base.is_ready(slow._expected)


def test_little_that_was_asked_for_is_ready_for_a_brush_as_it_is_shown(
    slow: Session, later: Later
) -> None:
    days = np.arange(int(slow.snapshot.home.first), int(slow.snapshot.home.end), 30)
    kind = slow.snapshot.table.terms["kind"].terms[0].id
    slow.set_terms("kind", [kind])
    later.work()
    assert not slow.snapshot.passing.base.is_ready(days), "nobody expects a brush yet"
    slow.clear_clause("kind")
    slow.expect_brush("surface", days)
    later.work()
    slow.set_terms("kind", [kind])
    later.work_once()
    now = slow.snapshot
    assert now.filter.terms("kind") == {kind} and now.passing.base.is_ready(slow._expected)
    slow.set_span(int(days[40]), int(days[80]))
    plain = CrossFilter(now.table).run(slow.snapshot.filter, now.note_terms)
    assert slow.snapshot.passing.possible == plain.possible > 0
    assert slow.snapshot.passing.counts["kind"].tolist() == plain.counts["kind"].tolist()


def test_while_an_answer_is_told_nobody_gets_ready_for_a_brush(slow: Session, later: Later) -> None:
    days = np.arange(int(slow.snapshot.home.first), int(slow.snapshot.home.end), 30)
    later.work()
    slow.hold_brush(True)
    slow.expect_brush("surface", days)
    assert not later.jobs
    slow.snapshot.passing.counts["kind"]  # counted by whoever is told of it
    slow.hold_brush(False)
    assert len(later.jobs) == 1
    later.work()
    assert slow.snapshot.passing.base.is_ready(slow._expected)
    slow.expect_brush("surface", days)
    assert not later.jobs


def test_of_what_is_counted_by_already_a_brush_is_made_ready_for_while_an_answer_is_told(
    slow: Session, later: Later
) -> None:
    days = np.arange(int(slow.snapshot.home.first), int(slow.snapshot.home.end), 30)
    slow.snapshot.passing.counts["kind"]
    slow.expect_brush("surface", days)
    later.work()
    for term in slow.snapshot.table.terms["kind"].terms[:2]:
        slow.set_terms("kind", [term.id])
        later.work_once()
        slow.hold_brush(True)
        later.work()
        assert slow.snapshot.passing.base.is_ready(slow._expected)
        slow.hold_brush(False)
        assert not later.jobs


def test_what_is_not_counted_by_yet_is_waited_for(slow: Session, later: Later) -> None:
    days = np.arange(int(slow.snapshot.home.first), int(slow.snapshot.home.end), 30)
    later.work()
    slow.set_terms("kind", [slow.snapshot.table.terms["kind"].terms[0].id])
    later.work_once()
    slow.hold_brush(True)
    slow.expect_brush("surface", days)
    later.work()
    assert not slow.snapshot.passing.base.is_ready(slow._expected)
    slow.hold_brush(False)
    later.work()
    assert slow.snapshot.passing.base.is_ready(slow._expected)

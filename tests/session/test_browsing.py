"""Intents that look, on the archive that ships: one notice each, and nothing else moves."""

from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest

from timeline_app.dates.civil import day_of
from timeline_app.model.filter import FOUND, SPAN
from timeline_app.model.view import View
from timeline_app.session.sentence import said
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot
from timeline_app.words.folding import fold

CRIMEA = day_of(2013, 11, 1), day_of(2014, 6, 30)


def changed(before: Snapshot, after: Snapshot) -> set[str]:
    """The names of the parts that are other objects."""
    names = (field.name for field in fields(Snapshot))
    return {name for name in names if getattr(before, name) is not getattr(after, name)}


ASKED = {"filter", "passing", "instruments_passing", "claims_passing"}
"""What a clause moves: what is asked, and what passes of all that is asked by it."""


def events_of(session: Session, layer: str) -> int:
    """How many records the edition says that a layer has."""
    assert session.snapshot.archive is not None
    layers = session.snapshot.archive.edition.layers
    return next(one.events for one in layers if one.id == layer)


def test_the_opening_view_shows_the_curated_layers_and_the_seed_article(session: Session) -> None:
    now = session.snapshot
    assert now.archive is not None
    assert now.archive.layers_on == {"curated-1", "curated-2", "seed"}
    assert now.passing.possible == len(now.table) > 1000
    assert now.view == now.home
    assert now.view.first < now.table.first[0]
    assert now.view.end > now.table.last.max()
    assert [lane.term for lane in now.lanes.lanes][:3] == ["Russia", "China", "West"]


def test_each_intent_gives_one_notice_and_moves_only_its_parts(session: Session) -> None:
    heard: list[tuple[Snapshot, Snapshot]] = []
    session.listen(lambda before, after: heard.append((before, after)))
    cases = [
        (lambda: session.set_view(View(2_456_000.0, 300.0)), {"view"}),
        (lambda: session.set_span(*CRIMEA), ASKED),
        (lambda: session.set_terms("state", {"KAZ"}), ASKED),
        (lambda: session.group_by("state"), {"grouping", "lanes"}),
        (lambda: session.sort_by("title"), {"sorting"}),
        (lambda: session.search("gas"), ASKED | {"query", "found_claims"}),
        (lambda: session.clear_clause(FOUND), ASKED | {"query", "found_claims"}),
        (lambda: session.clear_clause("state"), ASKED),
        (lambda: session.clear_all(), ASKED),
    ]
    for n, (intent, parts) in enumerate(cases, start=1):
        intent()
        assert len(heard) == n
        assert heard[-1][1] is session.snapshot
        assert changed(*heard[-1]) == parts


def test_an_intent_that_changes_nothing_is_silent(session: Session) -> None:
    session.set_span(*CRIMEA)
    heard: list[Snapshot] = []
    session.listen(lambda _, after: heard.append(after))
    session.set_span(*CRIMEA)
    session.set_view(session.snapshot.view)
    session.group_by("vector")
    session.set_terms("kind", ())
    session.sort_by("day")
    session.switch_layer("seed", True)
    assert heard == []


def test_intents_together_give_one_notice(session: Session) -> None:
    heard: list[Snapshot] = []
    session.listen(lambda _, after: heard.append(after))
    with session.together():
        session.set_span(*CRIMEA)
        session.set_terms("vector", {"Russia"})
        session.group_by("kind")
    assert len(heard) == 1


def test_a_brush_counts_what_touches_it_and_what_lies_surely_within(session: Session) -> None:
    session.set_span(CRIMEA[1], CRIMEA[0])
    now = session.snapshot
    touching = (now.table.first <= CRIMEA[1]) & (now.table.last >= CRIMEA[0])
    assert now.passing.possible == touching.sum()
    assert 0 < now.passing.sure < now.passing.possible
    assert "November 2013 to June 2014" in said(session.sentence())


def test_a_layer_switched_on_and_off_again_leaves_all_as_it_was(session: Session) -> None:
    session.set_span(*CRIMEA)
    before = session.snapshot
    session.select((int(before.table.occurrence[500]),))
    session.switch_layer("unga-votes", True)
    after = session.snapshot
    assert len(after.table) > len(before.table)
    assert after.filter == before.filter
    assert after.selected == (int(before.table.occurrence[500]),)
    assert len(np.unique(after.table.occurrence)) == len(after.table)
    session.switch_layer("unga-votes", False)
    assert np.array_equal(session.snapshot.table.key, before.table.key)
    assert session.snapshot.passing.possible == before.passing.possible


def test_an_event_that_two_layers_tell_of_is_counted_once(session: Session) -> None:
    before = set(session.snapshot.table.occurrence.tolist())
    session.switch_layer("us-visits", True)
    after = session.snapshot.table
    assert len(before) <= len(after) < len(before) + events_of(session, "us-visits")
    twice = session.occurrences_of(
        ["usvisit-t451", "1991-12-17-us-secretary-of-state-baker-meets-akayev-in-bishkek"]
    )
    assert len(twice) == 2
    assert len(set(twice.values())) == 1
    shown = session.event(next(iter(twice.values())))
    assert shown is not None
    assert shown.layer == "curated-1"
    assert shown.others == ("usvisit-t451",)


def test_a_selection_whose_layer_goes_is_gone(session: Session) -> None:
    session.switch_layers({"igo-accessions"})
    session.select((int(session.snapshot.table.occurrence[0]),))
    session.switch_layers({"curated-1"})
    assert session.snapshot.selected == ()


def test_the_view_goes_down_to_days_and_out_to_centuries_and_no_further(session: Session) -> None:
    session.set_view(View(2_456_000.0, 0.01))
    assert session.snapshot.view.days == 2.0
    session.set_view(View(-1e9, 2e9))
    assert 300 * 365 < session.snapshot.view.days < 1500 * 366
    session.fit_all()
    assert session.snapshot.view == session.snapshot.home


def test_selecting_brings_into_view_and_fitting_shows_whole(session: Session) -> None:
    session.set_view(View(2_449_000.0, 100.0))
    table = session.snapshot.table
    row = len(table) - 20
    session.select((int(table.occurrence[row]),))
    view = session.snapshot.view
    assert view.days == 100.0
    assert view.first < table.last[row] + 1
    assert view.end > table.first[row]
    session.fit_selection()
    assert session.snapshot.view.first < table.first[row]
    assert session.snapshot.view.end > table.last[row]


def test_steps_go_through_what_passes_in_time(session: Session) -> None:
    session.set_span(*CRIMEA)
    passing = np.flatnonzero(session.snapshot.passing.mask)
    occurrences = session.snapshot.table.occurrence[passing].tolist()
    session.select_end(last=False)
    seen = [session.snapshot.selected[-1]]
    for _ in occurrences[1:]:
        session.step_selection(1)
        seen.append(session.snapshot.selected[-1])
    assert seen == occurrences
    session.step_selection(1)
    assert session.snapshot.selected == (occurrences[-1],)
    session.step_selection(-1)
    assert session.snapshot.selected == (occurrences[-2],)


def test_steps_within_a_lane_stay_in_it(session: Session) -> None:
    session.group_by("state")
    lane = next(lane for lane in session.snapshot.lanes.lanes if lane.term == "TKM")
    session.select((int(session.snapshot.table.occurrence[lane.rows[0]]),))
    for row in lane.rows[1:6]:
        session.step_selection(1, lane="TKM")
        assert session.snapshot.selected == (int(session.snapshot.table.occurrence[row]),)


def test_toggling_and_ranges(session: Session) -> None:
    occurrences = session.snapshot.table.occurrence[[10, 11, 12]].tolist()
    session.select(occurrences[:1])
    session.select_to(occurrences[2])
    assert set(session.snapshot.selected) == set(occurrences)
    session.toggle_selected(occurrences[1])
    assert set(session.snapshot.selected) == {occurrences[0], occurrences[2]}
    session.toggle_selected(occurrences[1])
    assert session.snapshot.selected[-1] == occurrences[1]
    session.select(())
    assert session.snapshot.selected == ()


@pytest.mark.parametrize("column", ["day", "title", "kind", "publishers", "layer", "vector"])
def test_the_list_holds_what_passes_and_knows_where(session: Session, column: str) -> None:
    session.set_terms("state", {"UZB"})
    session.sort_by(column, descending=True)
    order = session.order()
    assert sorted(order.tolist()) == np.flatnonzero(session.snapshot.passing.mask).tolist()
    rows = session.ordered_rows(5, 10)
    assert [row.key for row in rows] == session.snapshot.table.key[order[5:15]].tolist()
    assert session.position_of(int(session.snapshot.table.occurrence[order[7]])) == 7
    states = session.snapshot.table.terms["state"]
    assert all("UZB" in states.of(row) for row in order.tolist())


def test_the_list_is_sorted_by_what_its_rows_show(session: Session) -> None:
    session.sort_by("title")
    titles = [fold(row.title) for row in session.ordered_rows(0, 2000)]
    assert titles == sorted(titles)
    session.sort_by("publishers", descending=True)
    publishers = [row.publishers for row in session.ordered_rows(0, 2000)]
    assert publishers == sorted(publishers, reverse=True)


def test_an_event_that_does_not_pass_has_no_place_in_the_list(session: Session) -> None:
    session.set_span(*CRIMEA)
    assert session.position_of(int(session.snapshot.table.occurrence[0])) is None
    assert session.position_of(-5) is None
    assert session.event(-5) is None


def test_finding_nothing_is_said_and_emptying_the_search_frees_it(session: Session) -> None:
    session.search("xyzzyplugh")
    assert session.snapshot.passing.possible == 0
    assert said(session.sentence()).startswith("No event passes")
    session.search(" ")
    assert not session.snapshot.filter
    assert session.snapshot.query == ""


def test_an_archive_that_cannot_be_opened_leaves_what_was_open(
    session: Session, tmp_path: Path
) -> None:
    before = session.snapshot
    bad = tmp_path / "bad.archive.sqlite"
    bad.write_text("not an archive")
    assert not session.open_archive(bad)
    after = session.snapshot
    assert changed(before, after) == {"problem"}
    assert after.problem is not None
    assert str(bad) in after.problem.sentence
    assert session.event(int(after.table.occurrence[0])) is not None
    session.dismiss_problem()
    assert session.snapshot.problem is None


def test_an_archive_damaged_under_the_hand_is_said_and_the_rest_goes_on(
    shipped_archive: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.archive.sqlite"
    copy.write_bytes(shipped_archive.read_bytes())
    session = Session()
    assert session.open_archive(copy)
    with copy.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (copy.stat().st_size - 4096))
    rows = session.rows(range(len(session.snapshot.table)))
    assert len(rows) == len(session.snapshot.table)
    assert session.snapshot.problem is not None
    assert session.snapshot.problem.grade == "error"
    session.set_span(*CRIMEA)
    session.search("gas")
    session.sort_by("title")
    assert len(session.order()) == session.snapshot.passing.possible
    session.close()


def test_opening_again_starts_afresh(session: Session, shipped_archive: Path) -> None:
    session.set_span(*CRIMEA)
    session.search("gas")
    session.group_by("kind")
    assert session.open_archive(shipped_archive, layers_on={"seed", "gone"})
    now = session.snapshot
    assert not now.filter
    assert now.query == ""
    assert now.archive is not None
    assert now.archive.layers_on == {"seed"}
    assert now.lanes.grouping == "kind"
    assert 0 < len(now.table) <= events_of(session, "seed")


def test_without_an_archive_intents_do_no_harm() -> None:
    empty = Session()
    empty.set_span(*CRIMEA)
    empty.search("gas")
    empty.switch_layer("seed", True)
    empty.step_selection(1)
    empty.select_end(last=True)
    empty.fit_selection()
    empty.sort_by("title")
    assert empty.ordered_rows(0, 10) == []
    assert empty.record("x") is None
    assert empty.snapshot.filter.clauses.keys() == {SPAN}
    assert said(empty.sentence()) == "No archive is open."
    empty.close()

"""The comparison in the window has the shell's numbers, and every count the list it counts."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from timeline_app.dates.civil import day_of
from timeline_app.model.columns import VECTORS
from timeline_app.session.behind import behind, behind_vector, touching
from timeline_app.session.comparison import (
    Comparison,
    ComparisonMaking,
    begun,
    compared,
    overlap,
)
from timeline_app.session.comparison_words import further, statement
from timeline_app.session.measure import Measure
from timeline_app.session.session import Session
from timeline_app.session.weighing_words import comparison_pieces, comparison_words
from timeline_app.words.tr import grouped

from .later import Later

COMMAND = str(Path(sys.executable).with_name("timeline-app"))
EARLY = day_of(1995, 1, 1), day_of(1996, 12, 31)
LATE = day_of(1998, 1, 1), day_of(1999, 12, 31)


def presets(session: Session, name: str = "crimea", draws: int = 100) -> Comparison:
    session.measure_by(Measure(draws=draws))
    session.compare_preset(name)
    return compared(session.snapshot)


def test_it_says_what_the_shell_says(session: Session, shipped_archive: Path) -> None:
    session.set_terms("state", {"KAZ"})
    made = presets(session)
    line = [COMMAND, "analyse", "compare", "--archive", str(shipped_archive), "--state", "KAZ"]
    asked = subprocess.run(
        [*line, "--preset", "crimea", "--draws", "100", "--json"],
        capture_output=True,
        text=True,
        check=True,
    )
    told = json.loads(asked.stdout)
    assert "".join(piece.text for piece in statement(made)) == told["sentence"]
    assert made.found is not None
    assert (made.found.a.n, made.found.b.n) == (told["a"]["n"], told["b"]["n"])
    for n, vector in enumerate(VECTORS[:7]):
        moved, without = told["moved"][vector], told["leave_one_out"][vector]
        assert float(made.found.moved.found[n]) == pytest.approx(moved["value"])
        assert float(made.found.moved.low[n]) == pytest.approx(moved["low"])
        assert (made.least[n], made.most[n]) == pytest.approx((without["low"], without["high"]))
        assert touching(made, n) == (
            told["a"]["shares"][vector]["touching"],
            told["b"]["shares"][vector]["touching"],
        )
    assert [one.layer for one in made.within] == [one["layer"] for one in told["within"]]


@pytest.mark.parametrize("name", ["crimea", "invasion"])
def test_every_count_opens_a_list_of_that_length(session: Session, name: str) -> None:
    made = presets(session, name)
    counted = [piece for piece in statement(made) if piece.list]
    assert {piece.list for piece in counted} >= {"a", "b", "pairs", "pairs-as-large"}
    for piece in counted:
        assert grouped(len(behind(made, piece.list))) == piece.text
    for vector in range(len(VECTORS)):
        lists = [len(behind_vector(made, vector, second)) for second in (False, True)]
        assert tuple(lists) == touching(made, vector)


def test_months_are_listed_where_they_are_counted(session: Session) -> None:
    session.measure_by(Measure(draws=100))
    session.set_terms("state", {"TKM"})
    session.set_span(*EARLY)
    session.set_second(*LATE)
    made = compared(session.snapshot)
    counted = {piece.list: piece.text for piece in statement(made) if piece.list}
    for key in ("months-a", "months-b"):
        assert grouped(len(behind(made, key))) == counted[key]


def test_a_list_holds_events_of_its_days_and_vector(session: Session) -> None:
    made = presets(session)
    table = session.snapshot.table
    rows = behind_vector(made, 1, of_second=True).rows
    assert len(rows)
    assert (table.first[rows] <= made.b.last).all()
    assert (table.last[rows] >= made.b.first).all()
    assert all("China" in table.terms["vector"].of(int(row)) for row in rows)


def test_pieces_are_the_sentence(session: Session) -> None:
    made = presets(session)
    assert made.found is not None
    for preset in (True, False):
        pieces = comparison_pieces(made.found, made.placebo, preset)
        assert "".join(one.text for one in pieces) == comparison_words(
            made.found, made.placebo, preset
        )
        assert all(ord(letter) != 0x2063 for one in pieces for letter in one.text)


def test_free_periods_get_no_p_whatever_was_found(session: Session) -> None:
    made = presets(session)
    span = session.snapshot.filter.span
    assert span is not None
    session.set_span(span.first + 1, span.last)
    free = compared(session.snapshot)
    words = "".join(piece.text for piece in statement(free))
    assert "chosen after looking" in words
    assert "p =" not in words
    assert made.preset == "crimea"
    assert free.preset == ""


def test_what_is_quick_is_there_first_and_what_is_old_goes(session: Session) -> None:
    later, heard = Later(), []
    making = ComparisonMaking(later, lambda: heard.append(1))
    session.measure_by(Measure(draws=100))
    session.set_span(*EARLY)
    session.set_second(*LATE)
    making.ask(session.snapshot)
    later.work_once()
    assert making.comparison is not None
    assert making.comparison.found is None
    assert np.isfinite(making.comparison.sums_a.shares).all()
    assert "drawn" in statement(making.comparison)[0].text
    for days in range(1, 40):
        session.set_span(EARLY[0], EARLY[1] - days)
        making.ask(session.snapshot)
    assert len(later.jobs) == 1
    later.work()
    assert making.is_current
    assert making.comparison.a.last == EARLY[1] - 39
    assert len(heard) < 10


def test_periods_that_overlap_are_not_compared(session: Session) -> None:
    later = Later()
    making = ComparisonMaking(later, lambda: None)
    session.set_span(*EARLY)
    session.set_second(EARLY[1], LATE[1])
    assert overlap(session.snapshot)
    making.ask(session.snapshot)
    assert not later.jobs
    assert making.comparison is None


def test_beside_the_paragraph_stand_balance_rate_layers_and_lean(session: Session) -> None:
    lines = "\n".join(further(session.snapshot, presets(session)))
    for said in ("Balance", "times as many events", "Within Curated events", "publisher", "Seed"):
        assert said in lines


def test_under_the_sure_lens_both_hold_what_lies_within(session: Session) -> None:
    session.measure_by(Measure(draws=20))
    session.set_span(*EARLY)
    session.set_second(*LATE)
    possible = compared(session.snapshot)
    session.set_span(*EARLY, surely=True)
    made, table = compared(session.snapshot), session.snapshot.table
    for events, period in ((made.only_a, made.a), (made.only_b, made.b)):
        assert (table.first[events.row] >= period.first).all()
        assert (table.last[events.row] <= period.last).all()
        assert not table.doubt[events.row].any()
    assert len(made.both) == 0
    assert 0 < len(made.only_a) < len(possible.only_a)
    assert 0 < len(made.only_b) < len(possible.only_b)


def test_while_the_hand_moves_it_says_what_weighing_anew_says(session: Session) -> None:
    """What is kept of the events serves other days, and no other question."""
    later = Later()
    making = ComparisonMaking(later, lambda: None)
    session.measure_by(Measure(draws=100))
    session.set_span(*EARLY)
    session.set_second(*LATE)
    making.ask(session.snapshot)
    later.work_once()
    at_once = 0
    every_layer = {one.id for one in session.snapshot.archive.edition.layers}
    for surely in (False, True):
        for step, days in enumerate((0, -40, -300, -900, -4000, -12000, -15)):
            session.set_span(EARLY[0] + days, EARLY[1] + days, surely)
            if step == 3:
                session.switch_layers(every_layer)
            making.ask(session.snapshot)
            wanted, found = begun(session.snapshot), making.comparison
            if found is None or _asked(found) != _asked(wanted):
                later.work()
                found = making.comparison
            else:
                at_once += 1
            assert found is not None
            for mine, other in ((found.sums_a, wanted.sums_a), (found.sums_b, wanted.sums_b)):
                assert mine.weights == pytest.approx(other.weights)
                assert mine.every.tolist() == other.every.tolist()
                assert mine.touching.tolist() == other.touching.tolist()
            assert found.only_a.row.tolist() == wanted.only_a.row.tolist()
            assert found.of.layers == wanted.of.layers
    assert at_once > 2


def _asked(made: Comparison) -> tuple[object, ...]:
    return made.a, made.b, made.of.events.surely, made.of.layers

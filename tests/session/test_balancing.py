"""Bands of what passes: the shell's numbers, whatever is brushed; what is old is dropped."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from timeline_app.analysis.balance import balance_over
from timeline_app.analysis.months import Period
from timeline_app.dates.civil import day_of
from timeline_app.session.balance_words import left_out_words, nothing_words, window_at, year_counts
from timeline_app.session.balancing import Balancing, Weight
from timeline_app.session.comparison import begun
from timeline_app.session.measure import Measure
from timeline_app.session.session import Session
from timeline_app.session.weighing import weighed

from .later import Later

FEW = Measure(draws=100)
PUBLISHERS = """
    SELECT COUNT(DISTINCT source.publisher) FROM event
    JOIN citation ON citation.record = event.key JOIN source ON source.key = citation.source
    WHERE event.key IN (SELECT value FROM json_each(?))
    AND event.layer IN ('curated-1', 'curated-2') AND outer_first <= ? AND outer_last >= ?
    AND event.kind NOT IN ('assessment', 'claim', 'domestic', 'election', 'leadership-change',
        'publication', 'statistic', 'vote', 'dispute', 'energy-dispute')
"""


def made(session: Session, measure: Measure = FEW) -> Weight:
    """All of it, by a worker that works when it is told to."""
    later = Later()
    balancing = Balancing(later, lambda: None)
    session.measure_by(measure)
    balancing.ask(session.snapshot)
    later.work()
    assert balancing.is_current
    assert balancing.weight is not None
    return balancing.weight


def test_every_window_is_what_the_shell_answers(session: Session) -> None:
    session.set_terms("state", {"KAZ"})
    weight = made(session)
    bands, measure = weight.bands, session.snapshot.measure
    for at in (0, len(bands.windows) // 2, len(bands.windows) - 1):
        window = Period(int(bands.windows.first[at]), int(bands.windows.last[at]))
        events = weighed(session.snapshot, weight.bands.period).events
        alone = balance_over(events, window, measure.seed, measure.draws)
        np.testing.assert_allclose(bands.windows.sums.shares[at], alone.shares.found)
        np.testing.assert_array_equal(bands.low[at], alone.shares.low)
        assert bands.windows.sums.n[at] == alone.n


def test_publishers_of_a_year_are_those_of_sql(session: Session, shipped_archive: Path) -> None:
    shown = json.dumps(session.snapshot.table.key.tolist())
    weight = made(session)
    at = (day_of(2014, 1, 1), day_of(2014, 12, 31))
    with closing(sqlite3.connect(shipped_archive)) as held:
        counted = held.execute(PUBLISHERS, (shown, at[1], at[0])).fetchone()[0]
    counts = year_counts(weight, at[0])
    assert counts is not None
    assert counts[1] == counted
    assert year_counts(weight, day_of(1800, 1, 1)) is None


def test_a_brush_leaves_the_bands_and_is_looked_up(session: Session) -> None:
    later = Later()
    balancing = Balancing(later, lambda: None)
    session.measure_by(FEW)
    balancing.ask(session.snapshot)
    later.work()
    first, last = day_of(2011, 3, 18), day_of(2014, 3, 17)
    session.set_span(first, last)
    balancing.ask(session.snapshot)
    assert not later.jobs
    assert balancing.weight is not None
    alone = balance_over(weighed(session.snapshot, Period(first, last)).events, Period(first, last))
    sums = balancing.weight.within(first, last)
    np.testing.assert_allclose(sums.shares[0], alone.shares.found)
    assert sums.n[0] == alone.n


def test_what_is_asked_no_longer_is_dropped(session: Session) -> None:
    later, heard = Later(), []
    balancing = Balancing(later, lambda: heard.append(1))
    session.measure_by(FEW)
    balancing.ask(session.snapshot)
    session.set_terms("state", {"UZB"})
    balancing.ask(session.snapshot)
    later.work_once()
    assert balancing.weight is None
    later.work_once()
    assert balancing.weight is not None
    assert balancing.weight.bands.known == 0
    assert not balancing.is_current
    later.work()
    assert balancing.is_current
    assert len(heard) > 5


def test_layers_that_cover_less_are_left_out_and_named(session: Session) -> None:
    assert left_out_words(session.snapshot, made(session)) == "left out: Seed article"
    session.switch_layers({"china-meetings"})
    weight = made(session)
    assert "No layer that is on can be weighed" in left_out_words(session.snapshot, weight)
    assert nothing_words(weight)
    weight = made(session, Measure(draws=100, machine_coded=True))
    assert len(weight.of.events) > 100
    assert left_out_words(session.snapshot, weight) == ""


def test_a_layer_that_reaches_further_does_not_drop_the_longest(session: Session) -> None:
    """Leaders since 1990 do not put out those that are covered from 1991 on."""
    session.switch_layers({"curated-1", "curated-2", "leaders"})
    weight = made(session, Measure(draws=100, machine_coded=True))
    assert {"curated-1", "curated-2"} <= set(weight.of.layers)


@pytest.mark.parametrize(("year", "found"), [(1980, False), (2010, True), (2026, False)])
def test_a_day_has_the_window_about_it(session: Session, year: int, found: bool) -> None:
    bands = made(session).bands
    at = window_at(bands, day_of(year, 3, 15))
    assert (at is not None) == found
    if at is not None:
        assert abs(bands.windows.middle[at] - day_of(year, 3, 15)) <= 16


@pytest.mark.parametrize("surely", [False, True])
def test_what_is_read_off_two_periods_is_what_is_compared(session: Session, surely: bool) -> None:
    session.set_terms("state", {"KAZ"})
    session.set_span(day_of(2011, 1, 1), day_of(2013, 12, 31), surely)
    weight = made(session)
    (alone,) = weight.brushed(session.snapshot)
    session.set_second(day_of(2013, 12, 31) + 1, day_of(2016, 12, 31))
    of_a, of_b = weight.brushed(session.snapshot)
    comparison = begun(session.snapshot)
    for found, plain in ((of_a, comparison.sums_a), (of_b, comparison.sums_b)):
        assert found.weights.tolist() == plain.weights.tolist()
        assert found.touching.tolist() == plain.touching.tolist()
    assert alone.n[0] == of_a.n[0] + (0 if surely else len(comparison.both))
    session.clear_all()
    assert weight.brushed(session.snapshot) == ()

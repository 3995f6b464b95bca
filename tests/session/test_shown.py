"""What a view shows is shown again, and what this archive does not have is left as it is."""

import json
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline_app.model.window_months import LEAST_MONTHS, MOST_MONTHS
from timeline_app.session.measure import Measure
from timeline_app.session.session import Session
from timeline_app.session.shown import parts_of, show_parts

from .test_kept_measure import MEASURES


def test_layers_of_another_archive_leave_those_that_are_on(session: Session) -> None:
    archive = session.snapshot.archive
    assert archive is not None
    on, parts = archive.layers_on, parts_of(session.snapshot)
    show_parts(session, {**parts, "layers": ["of another archive"]})
    assert session.layers_asked == on
    one = sorted(on)[0]
    show_parts(session, {**parts, "layers": [one, "of another archive"]})
    assert session.layers_asked == {one}
    show_parts(session, parts)
    assert session.layers_asked == on


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(measure=MEASURES, months=st.integers(LEAST_MONTHS, MOST_MONTHS))
def test_what_is_measured_by_is_shown_again(
    session: Session, measure: Measure, months: int
) -> None:
    measure = replace(measure, months=months, seed=Measure().seed, draws=Measure().draws)
    session.measure_by(measure)
    parts = json.loads(json.dumps(parts_of(session.snapshot)))
    session.measure_by(Measure())
    show_parts(session, parts)
    assert session.snapshot.measure == measure


def test_a_view_of_earlier_days_leaves_the_measure(session: Session) -> None:
    parts = parts_of(session.snapshot)
    del parts["measure"]
    measure = Measure(months=24, machine_coded=True)
    session.measure_by(measure)
    show_parts(session, parts)
    assert session.snapshot.measure == measure
    for odd in (None, [], "36"):
        show_parts(session, {**parts, "measure": odd})
        assert session.snapshot.measure == measure
    show_parts(session, {**parts, "measure": {"months": MOST_MONTHS + 1}})
    assert session.snapshot.measure == Measure()


def test_two_periods_are_shown_again(session: Session) -> None:
    first, last = session.snapshot.table.extent or (0, 9)
    session.set_span(first, first + 99)
    session.set_second(last - 99, last)
    now = session.snapshot
    parts = json.loads(json.dumps(parts_of(now)))
    session.clear_all()
    show_parts(session, parts)
    assert session.snapshot.filter.span == now.filter.span
    assert session.snapshot.second == now.second

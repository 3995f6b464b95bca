"""The chart counts what passes, and its library is read only after the first frame."""

import subprocess
import sys

import numpy as np
import pytest
from PySide6.QtCore import QRect
from pytestqt.qtbot import QtBot

from timeline_app.canvas.axis import Axis
from timeline_app.canvas.centre import Centre
from timeline_app.canvas.chart_painter import bar_title, behind_title
from timeline_app.canvas.chart_strip import ChartStrip
from timeline_app.dates.civil import day_of
from timeline_app.model.columns import VECTORS
from timeline_app.model.view import View
from timeline_app.session.session import Session

SLIVER_PX = 3
"""What an edge leaves of a bar may be too narrow to be painted."""


def test_every_event_counts_in_each_of_its_vectors(centre: Centre, session: Session) -> None:
    counts = centre.strip.counts()
    table, passing = session.snapshot.table, session.snapshot.passing.mask
    held = [table.terms["vector"].of(int(row)) for row in np.flatnonzero(passing)]
    for i, vector in enumerate(VECTORS):
        assert counts[:, i].sum() == sum(vector in terms for terms in held)


def test_the_chart_follows_the_brush(centre: Centre, session: Session) -> None:
    before = centre.strip.counts().sum()
    session.set_span(day_of(2014, 1, 1), day_of(2014, 12, 31))
    counts = centre.strip.counts()
    assert 0 < counts.sum() < before
    assert np.count_nonzero(counts.sum(1)) <= 3


def test_what_no_bar_tells_of_paints_none(
    centre: Centre, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    strip, painted = centre.strip, list[None]()
    monkeypatch.setattr(strip, "update", lambda *_: painted.append(None))
    session.select([int(session.snapshot.table.occurrence[7])])
    assert not painted
    session.set_span(day_of(2014, 1, 1), day_of(2014, 12, 31))
    assert painted


def test_it_says_how_long_a_bar_is(centre: Centre, session: Session) -> None:
    strip = centre.strip
    assert strip.switch.text() == "Events a year"
    whole = strip.counts().sum()
    session.set_view(View(float(day_of(1600, 1, 1)), 800 * 365.25))
    assert strip.switch.text() == "Events a decade"
    assert strip.switch.accessibleName().endswith("Events a decade")
    assert strip.accessibleName() == "Events a decade by vector"
    assert strip.counts().sum() == whole
    session.set_view(View(float(day_of(2014, 1, 1)), 30.0))
    assert strip.switch.text() == "Events a year"


@pytest.mark.parametrize("steps", [(-7, -7, -30), (40, 200, 90, -300), (3, -3, 4000)])
def test_bars_that_are_dragged_are_those_that_are_painted_there(
    centre: Centre, session: Session, steps: tuple[int, ...]
) -> None:
    session.set_view(View(float(day_of(2005, 1, 1)), 4000.0))
    centre.strip.grab()
    for by_px in steps:
        scale = centre.strip.scale()
        assert scale is not None
        session.set_view(scale.panned(by_px))
        dragged = centre.strip.grab().toImage()
        fresh = ChartStrip(session, Axis(centre), centre.measures, centre)
        fresh.fit(centre.measures())
        fresh.resize(centre.strip.size())
        fresh.show_snapshot(None, session.snapshot)
        painted = fresh.grab().toImage()
        left, right = int(scale.left_px) + SLIVER_PX, int(scale.right_px) - SLIVER_PX
        seen = QRect(left, 0, right - left, painted.height())
        assert dragged.copy(seen) == painted.copy(seen)


def test_bars_of_any_length_have_a_name() -> None:
    assert bar_title(100) == "Events a century"
    assert bar_title(10_000) == "Events in 10,000 years"
    assert behind_title(1) == "Events behind a year"
    assert behind_title(1000) == "Events behind 1,000 years"


def test_it_folds_in_a_low_window(centre: Centre, qtbot: QtBot) -> None:
    assert centre.strip.isVisible()
    centre.window().resize(1280, 800)
    qtbot.waitUntil(lambda: not centre.strip.isVisible())


def test_the_centre_does_not_read_the_chart_library() -> None:
    code = "import sys, timeline_app.canvas.centre; print('pyqtgraph' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"

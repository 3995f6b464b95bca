"""The charts of the chosen series: on the axis of the lanes, as dear as what changed."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from timeline_app.canvas.centre import Centre
from timeline_app.canvas.series_marks import DASHES, line_pen
from timeline_app.canvas.series_strip import SeriesStrip
from timeline_app.dates.civil import day_of
from timeline_app.look.theme import current
from timeline_app.model.view import View
from timeline_app.session.series import Wanted, matching
from timeline_app.session.session import Session
from timeline_app.session.strip_ids import COUNTS, SERIES

IMPORTS = Wanted("imports from partner", "KAZ", "RUS")
VOTES = Wanted("UNGA voting similarity (1 = same, 0.5 = one abstains)", "KAZ", "RUS")


def choose(session: Session, *wanted: Wanted) -> None:
    found = [one.key for each in wanted for one in matching(session.series(), each)]
    session.choose_series(found)


@pytest.fixture
def strip(centre: Centre, session: Session, qtbot: QtBot) -> SeriesStrip:
    """Imports by two sources and votes alike, drawn."""
    choose(session, IMPORTS, VOTES)
    centre.show_strip(SERIES)
    qtbot.waitUntil(lambda: centre.series._plots is not None and bool(centre.series._pictured))
    return centre.series


def image(strip: SeriesStrip) -> QImage:
    return strip.grab().toImage()


def test_the_known_conflict_is_two_lines_of_one_chart(strip: SeriesStrip) -> None:
    trade, votes = strip.charts
    assert [line.series.source for line in trade.lines] == ["COW trade 4.0", "Registan 2014-05-13"]
    pens = [line_pen(line, current()) for line in trade.lines]
    assert pens[0].color() == pens[1].color() == QColor(current().vector(0))
    assert pens[0].style() is Qt.PenStyle.SolidLine
    assert pens[1].dashPattern() == list(DASHES[1])
    assert len(votes.lines) == 1


def test_the_lines_stand_on_the_axis_of_the_lanes(strip: SeriesStrip, session: Session) -> None:
    """The chart's x of a day is that of the time scale, at several scales."""
    home = session.snapshot.home
    views = (home, View(day_of(2013, 1, 1), 700.0), View(day_of(2013, 6, 1), 2.5))
    for view in (*views, View(home.first - 9000, home.days * 4)):
        session.set_view(view)
        strip.repaint()
        scale, plots = strip.scale(), strip._plots
        assert scale is not None
        assert plots is not None
        for box in plots._boxes:
            for day in (scale.first, day_of(2013, 1, 1), day_of(2014, 1, 1), scale.end):
                at = box.mapViewToScene(QPointF(float(day), 0.0)).x() + scale.left_px
                assert at == pytest.approx(scale.x(float(day)), abs=0.01 * max(1, abs(at) / 1e3))


def test_a_step_is_painted_over_its_whole_year(strip: SeriesStrip, session: Session) -> None:
    session.set_view(View(day_of(2012, 7, 1), 365.0 * 3))
    painted, scale = image(strip), strip.scale()
    assert scale is not None
    chart, room = strip.charts[0], strip.rooms[0]
    line = chart.lines[0]
    row = line.figures.edtf.index("2013")
    y = round(float(chart.y(float(line.figures.amount[row]), room.plot_top, room.plot_height)))
    red = QColor(current().vector(0))
    begin, end = scale.x(day_of(2013, 1, 1)), scale.x(day_of(2014, 1, 1))

    def is_drawn(x: float) -> bool:
        return any(painted.pixelColor(round(x), y + dy) == red for dy in (-1, 0, 1))

    assert all(is_drawn(x) for x in np.linspace(begin + 2, end - 8, 25))
    assert not is_drawn(begin - 12)


def test_outside_the_brush_lines_step_back(strip: SeriesStrip, session: Session) -> None:
    red = QColor(current().vector(0))

    def reds(first: float, last: float) -> int:
        painted, scale, room = image(strip), strip.scale(), strip.rooms[0]
        assert scale is not None
        columns = range(round(scale.x(first)), round(scale.x(last)))
        rows = range(round(room.plot_top), round(room.plot_bottom))
        return sum(painted.pixelColor(x, y) == red for x in columns for y in rows)

    years = day_of(2005, 1, 1), day_of(2008, 1, 1)
    assert reds(*years) > 0
    session.set_span(day_of(2012, 7, 1), day_of(2014, 12, 31))
    assert reds(*years) == 0
    assert reds(day_of(2013, 2, 1), day_of(2013, 11, 1)) > 0


def test_readings_follow_brush_and_pointer(
    strip: SeriesStrip, centre: Centre, session: Session
) -> None:
    chart = strip.charts[0]
    told = [strip.reading(chart, line) for line in chart.lines]
    assert told == ["1994: 1.29 → 2014: 15.5 billion USD (+1,101 %)", "2013: 17.6 billion USD"]
    session.set_span(day_of(2012, 7, 1), day_of(2014, 12, 31))
    assert strip.reading(chart, chart.lines[0]) == (
        "2013: 19.4 → 2014: 15.5 billion USD (−20 %); cut: 2012"
    )
    centre._axis.point_at(day_of(2013, 3, 1) + 0.5)
    told = [strip.reading(chart, line) for line in chart.lines]
    assert told == ["2013: 19.4 billion USD", "2013: 17.6 billion USD"]
    centre._axis.point_at(float(day_of(2016, 3, 1)))
    assert strip.reading(chart, chart.lines[1]) == "no figure"


def test_the_pointer_paints_no_line_anew(strip: SeriesStrip, centre: Centre) -> None:
    strip.repaint()
    held = strip._picture
    for day in (day_of(2010, 1, 1), day_of(2013, 5, 1)):
        centre._axis.point_at(float(day))
        strip.repaint()
        assert strip._picture is held


def test_what_is_hidden_reads_and_draws_nothing(
    centre: Centre, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(session, "observations", asked.append)
    choose(session, IMPORTS)
    session.set_span(day_of(2012, 7, 1), day_of(2014, 12, 31))
    assert not centre.series.isVisible()
    assert not asked


def test_a_low_window_keeps_what_was_chosen(
    centre: Centre, strip: SeriesStrip, session: Session, qtbot: QtBot
) -> None:
    centre.window().resize(1280, 800)
    qtbot.waitUntil(lambda: centre.height() < 820)
    assert strip.isVisible()
    session.choose_series([])
    qtbot.waitUntil(lambda: not strip.isVisible())


def test_one_strip_at_a_time_and_the_head_switches(centre: Centre, strip: SeriesStrip) -> None:
    wanted: list[str] = []
    centre.strip_wanted.connect(wanted.append)
    assert not centre.strip.isVisible()
    counts = next(a for a in strip.switch.menu().actions() if a.text() == "Events by vector")
    counts.trigger()
    assert wanted == [COUNTS]
    centre.show_strip(COUNTS)
    assert centre.strip.isVisible()
    assert not strip.isVisible()


def test_keys_go_from_figure_to_figure_and_tell(strip: SeriesStrip, centre: Centre) -> None:
    strip.setFocus()
    centre._axis.point_at(float(day_of(2012, 6, 1)))
    QTest.keyClick(strip, Qt.Key.Key_Right)
    QTest.keyClick(strip, Qt.Key.Key_Right)
    assert centre._axis.day == pytest.approx((day_of(2013, 1, 1) + day_of(2014, 1, 1)) / 2)
    told = strip.accessibleDescription()
    assert "Kazakhstan: imports from Russia · Registan 2014-05-13: 2013: 17.6 billion USD" in told
    QTest.keyClick(strip, Qt.Key.Key_Left)
    assert day_of(2012, 1, 1) <= (centre._axis.day or 0) < day_of(2013, 1, 1)
    QTest.keyClick(strip, Qt.Key.Key_Escape)
    assert centre._axis.day is None


def test_at_most_four_charts(strip: SeriesStrip, centre: Centre, session: Session) -> None:
    units: dict[str, int] = {}
    for one in session.series():
        units.setdefault(one.unit, one.key)
    session.choose_series(list(units.values())[:8])
    centre.series.repaint()
    assert len(strip.charts) == len(strip.rooms) == 4
    for above, below in pairwise(strip.rooms):
        assert above.plot_bottom <= below.names_top
    assert strip.rooms[-1].plot_bottom <= strip.height()


def test_the_library_is_read_only_to_draw() -> None:
    code = "import sys, timeline_app.canvas.series_strip; print('pyqtgraph' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_another_edition_of_the_same_series_is_read_anew(
    strip: SeriesStrip, session: Session, tmp_path: Path, shipped_archive: Path
) -> None:
    other = tmp_path / "other.archive.sqlite"
    other.write_bytes(shipped_archive.read_bytes())
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("UPDATE observation SET value = value * 2")
        connection.execute("UPDATE edition SET content_hash = 'another'")
        connection.commit()
    before = strip.charts[0].lines[0]
    assert session.open_archive(other)
    after = strip.charts[0].lines[0]
    assert after.series == before.series
    assert after.figures.value.tolist() == (before.figures.value * 2).tolist()


def test_what_was_not_out_on_a_day_is_no_line(
    strip: SeriesStrip, centre: Centre, session: Session
) -> None:
    session.set_known(day_of(2016, 12, 31))
    shown = [line.series.source for chart in strip.charts for line in chart.lines]
    assert set(shown) == {"COW trade 4.0", "Registan 2014-05-13"}
    assert not strip.rooms or len(strip.rooms) == len(strip.charts)
    session.set_known(day_of(2000, 1, 1))
    assert strip.charts == []
    assert strip.isVisible()
    session.clear_all()
    assert len(strip.charts) == 2

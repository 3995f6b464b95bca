"""Series are found again at the next start, in another edition as well."""

import json

from timeline_app.panes.series_pane import SeriesPane
from timeline_app.session.series import Wanted, matching
from timeline_app.session.strip_ids import SERIES
from timeline_app.window.main_window import MainWindow
from timeline_app.window.sitting import resume, sitting_of

IMPORTS = Wanted("imports from partner", "KAZ", "RUS")


def _choose(window: MainWindow) -> None:
    found = matching(window.session.series(), IMPORTS)
    window.session.choose_series(one.key for one in found)


def test_series_come_back_by_their_ids(window: MainWindow) -> None:
    _choose(window)
    chosen = window.session.snapshot.series_chosen
    left = dict(sitting_of(window.session.snapshot))
    assert json.loads(left["series"]) == [one.id for one in chosen]
    for edition in (left["edition"], json.dumps("another edition")):
        window.session.choose_series(())
        resume(window.session, tuple((left | {"edition": edition}).items()))
        assert window.session.snapshot.series_chosen == chosen


def test_what_is_written_there_by_others_costs_nothing(window: MainWindow) -> None:
    for written in ("7", '[7, null, "gone"]', '{"a": 1}', "null", '"series"'):
        resume(window.session, (("series", written),))
        assert window.session.snapshot.series_chosen == ()


def test_adding_series_shows_their_charts_and_the_menu_switches_back(window: MainWindow) -> None:
    pane = window.dock_panes[SERIES]
    assert isinstance(pane, SeriesPane)
    window.bring(SERIES)
    for field, value in (("measure", "GDP"), ("entity", "KAZ")):
        pane.picker.boxes[field].choose(value)
    pane.picker.add.click()
    assert window.memory.settings.strip == SERIES
    assert window.centre.series.isVisible()
    window.live.run("strip-counts")
    assert not window.centre.series.isVisible()
    assert window.centre.strip.isVisible()
    assert window.session.snapshot.series_chosen


def test_a_pane_behind_another_tab_does_no_work(window: MainWindow) -> None:
    pane = window.dock_panes[SERIES]
    assert not pane.isVisible()
    assert isinstance(pane, SeriesPane)
    assert not pane.picker.boxes["measure"].count()
    window.bring(SERIES)
    assert pane.isVisible()
    assert pane.picker.boxes["measure"].count() > 10

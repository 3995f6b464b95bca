"""Who met whom, in step with the window."""

import numpy as np

from timeline_app.analysis.meetings import MEETINGS, met
from timeline_app.window.main_window import MainWindow
from timeline_app.window.meetings_dialog import MeetingsDialog


def _dialog(window: MainWindow) -> MeetingsDialog:
    window.live.by_key["meetings"].trigger()
    return window.frame.findChildren(MeetingsDialog)[-1]


def test_it_follows_the_brush(window: MainWindow) -> None:
    dialog, session = _dialog(window), window.session
    assert dialog.met is not None
    whole = dialog.met.events
    session.set_span(2456659, 2457023)
    now = session.snapshot
    told = met(now.table, now.passing.mask)
    assert dialog.met.events == told.events < whole
    assert np.array_equal(dialog.met.alone, told.alone)
    assert dialog.table.texts.rowCount() == len(told.pairs())
    assert f"{told.events} meetings" in dialog.about.text()
    assert "2014" in dialog.about.text()
    dialog.close()
    session.clear_all()
    assert dialog.met.events == told.events


def test_a_pair_that_is_chosen_selects_its_meetings_and_is_drawn(window: MainWindow) -> None:
    dialog = _dialog(window)
    dialog.table.selectRow(0)
    made = dialog.met
    assert made is not None
    pair = made.pairs()[0]
    assert dialog.circle.marked == pair
    chosen = window.session.snapshot.selected
    assert len(chosen) == made.alone[pair] + made.company[pair]
    table = window.session.snapshot.table
    wanted = {made.states[n] for n in pair}
    for row in table.rows_of(chosen).tolist():
        assert wanted <= set(table.terms["state"].of(row))
        assert set(table.terms["kind"].of(row)) <= MEETINGS
    image = dialog.circle.grab().toImage()
    at = dialog.circle.place(0)
    assert image.pixelColor(round(at.x()), round(at.y())).lightness() < 80

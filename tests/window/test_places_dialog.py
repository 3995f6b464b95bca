"""The map of where, in step with the window."""

import numpy as np
from PySide6.QtWidgets import QPushButton

from timeline_app.analysis.where import rows_at, where
from timeline_app.window.main_window import MainWindow
from timeline_app.window.places_dialog import PlacesDialog


def _dialog(window: MainWindow) -> PlacesDialog:
    window.live.by_key["places"].trigger()
    return window.frame.findChildren(PlacesDialog)[-1]


def test_it_follows_the_brush_and_says_what_is_not_on_the_map(window: MainWindow) -> None:
    dialog, session = _dialog(window), window.session
    assert dialog.placed is not None
    whole = dialog.placed.where
    session.set_span(2456659, 2457023)
    assert dialog.placed is not None
    now, found = session.snapshot, dialog.placed.where
    assert found == where(now.table, now.passing.mask, session.positions())
    assert found.events == now.passing.possible < whole.events
    assert f"{found.placed} events on the map" in dialog.about.text()
    assert f"{found.nowhere} name no place" in dialog.about.text()
    assert "2014" in dialog.about.text()
    assert len(dialog.map.scene.dots) == len(found.on_map)
    dialog.close()
    session.clear_all()
    assert dialog.placed.where == found


def test_a_dot_lists_exactly_its_events_and_its_row_is_the_same_choice(window: MainWindow) -> None:
    dialog = _dialog(window)
    made = dialog.placed
    assert made is not None
    site = made.where.on_map[1]
    dialog.map.chosen.emit(site.places)
    now, lists = window.session.snapshot, dialog.lists
    assert np.array_equal(lists.model.counted, rows_at(now.table, now.passing.mask, site))
    assert lists.events.model().rowCount() == site.n
    assert lists.title.text() == f"{site.n}: {made.name(site)}"
    assert lists.places.texts.rows[lists.places.currentIndex().row()][0] == made.name(site)
    assert dialog.map.scene.listed == 1
    lists.events.selectRow(0)
    assert window.session.snapshot.selected == (int(now.table.occurrence[lists.model.counted[0]]),)


def test_every_row_opens_a_list_of_its_length_places_without_a_position_too(
    window: MainWindow,
) -> None:
    lists = _dialog(window).lists
    names = [row[0] for row in lists.places.texts.rows]
    assert "No place is named" in names
    assert "not known" in [row[1] for row in lists.places.texts.rows]
    for at, (_, _, n) in enumerate(lists.places.texts.rows):
        lists.places.selectRow(at)
        assert f"{lists.events.model().rowCount():,}" == n


def test_what_is_listed_follows_the_brush_as_long_as_it_is_named(window: MainWindow) -> None:
    dialog, session = _dialog(window), window.session
    made = dialog.placed
    assert made is not None
    site = made.where.on_map[0]
    dialog.map.chosen.emit(site.places)
    session.set_span(2456659, 2457023)
    assert dialog.placed is not None
    now = next(one for one in dialog.placed.where.sites if one.places == site.places)
    assert 0 < dialog.lists.events.model().rowCount() == now.n < site.n
    session.set_span(2456659, 2456659)
    assert dialog.lists.events.model().rowCount() == 0 or dialog.lists.key == site.places


def test_central_asia_and_all_places_are_a_button_each(window: MainWindow) -> None:
    dialog = _dialog(window)
    fit = dialog.map.view
    buttons = {one.text(): one for one in dialog.findChildren(QPushButton)}
    buttons["Central Asia"].click()
    assert dialog.map.view.px > fit.px
    buttons["All places"].click()
    assert dialog.map.view == fit

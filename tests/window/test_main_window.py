"""The window as a whole: its parts, their places and names, keys, closing and opening."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from timeline_app.look import fonts, theme
from timeline_app.model.membership_rows import member_key
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Problem
from timeline_app.window.about import About
from timeline_app.window.actions import ACTIONS
from timeline_app.window.arguments import Asked
from timeline_app.window.date_dialog import DateDialog
from timeline_app.window.legend import Legend
from timeline_app.window.main_window import MainWindow
from timeline_app.window.manual import Manual, manual_html
from timeline_app.window.menu_names import MENUS
from timeline_app.window.opening import open_files
from timeline_app.window.palette import Palette
from timeline_app.window.settings import load, settings_file
from timeline_app.window.settings_dialog import SettingsDialog
from timeline_app.window.tab_order import tab_stops

MakeWindow = Callable[..., MainWindow]
CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
)


def _entries(menu: QMenu) -> set[QAction]:
    found = set(menu.actions())
    for action in menu.actions():
        sub = action.menu()
        if isinstance(sub, QMenu):
            found |= _entries(sub)
    return found


def _key(window: MainWindow, key: Qt.Key, text: str = "") -> None:
    """A key pressed on the window, as the system gives it."""
    QTest.keyClick(window.frame.windowHandle(), key)


def test_every_action_stands_in_the_menus(window: MainWindow) -> None:
    entries: set[QAction] = set()
    for top in window.frame.menuBar().actions():
        sub = top.menu()
        assert isinstance(sub, QMenu)
        entries |= _entries(sub)
    missing = [row.key for row in ACTIONS if window.live.by_key[row.key] not in entries]
    assert missing == []


def test_menus_stand_in_their_order_and_none_is_empty(window: MainWindow) -> None:
    shown = [action.text() for action in window.frame.menuBar().actions()]
    used = {row.menu.partition("/")[0] for row in ACTIONS}
    assert shown == [words for name, words in MENUS if name in used]


def test_the_anatomy_is_as_drawn(window: MainWindow) -> None:
    def place(widget: QWidget) -> tuple[int, int]:
        return widget.mapTo(window.frame, widget.rect().topLeft()).y(), widget.height()

    assert place(window.frame.menuBar()) == (0, 28)
    assert place(window.toolbar) == (28, 44)
    assert place(window.sentence) == (72, 44)
    assert place(window.status) == (876, 24)
    assert window.facets.width() == 228
    assert window.detail.width() == 340
    assert window.dock.height() == 165


@pytest.mark.parametrize(
    ("size", "facets", "detail"),
    [((1280, 800), 208, 308), ((1440, 900), 228, 340), ((2560, 1440), 264, 440)],
)
def test_panes_begin_by_the_room_there_is(
    make_window: MakeWindow, size: tuple[int, int], facets: int, detail: int
) -> None:
    window = make_window(size)
    assert (window.facets.width(), window.detail.width()) == (facets, detail)
    assert window.centre.width() >= 640


def test_where_it_is_tight_the_details_are_a_tab(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window((1000, 800))
    assert window.dock.holds(window.first_run)
    window.frame.resize(1440, 900)
    qtbot.waitUntil(lambda: not window.dock.holds(window.first_run))
    assert window.detail.isVisible()


def test_every_control_has_a_name(window: MainWindow) -> None:
    window.session.select_end(last=False)
    unnamed = [
        f"{type(w).__name__} in {type(w.parentWidget()).__name__}"
        for w in window.frame.findChildren(QWidget)
        if isinstance(w, CONTROLS) and w.isVisible() and not _name(w)
    ]
    assert unnamed == []


def _name(widget: QWidget) -> str:
    own = widget.accessibleName()
    if own or not isinstance(widget, QAbstractButton):
        return own
    return widget.text()


@pytest.mark.parametrize("made", [About, Legend, Manual, Palette, SettingsDialog, DateDialog])
def test_every_dialog_opens_and_names_its_controls(
    made: type[QDialog], window: MainWindow, qtbot: QtBot
) -> None:
    arguments = {
        About: (window.session.snapshot, window.frame),
        Palette: (window.live, window.frame),
        SettingsDialog: (window.memory, window.frame),
    }
    dialog = made(*arguments.get(made, (window.frame,)))
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.windowTitle()
    for widget in dialog.findChildren(QWidget):
        inner = isinstance(widget, QLineEdit) and isinstance(
            widget.parentWidget(), QAbstractSpinBox
        )
        if isinstance(widget, CONTROLS) and widget.isVisible() and not inner:
            assert _name(widget), type(widget).__name__


def test_the_palette_lists_all_actions_and_filters(window: MainWindow, qtbot: QtBot) -> None:
    palette = Palette(window.live, window.frame)
    qtbot.addWidget(palette)
    assert palette.shown_keys() == [row.key for row in ACTIONS]
    palette.field.setText("everyth show")
    assert palette.shown_keys() == ["fit-all"]
    palette.field.setText("no such words")
    assert palette.shown_keys() == []


def test_the_palette_does_what_is_chosen(window: MainWindow, qtbot: QtBot) -> None:
    palette = Palette(window.live, window.frame)
    qtbot.addWidget(palette)
    QTest.keyClicks(palette.field, "lanes by kind")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.session.snapshot.grouping == "kind"


def test_the_manual_tells_every_key(window: MainWindow) -> None:
    text = manual_html()
    for row in ACTIONS:
        for letters in row.letters:
            assert f"{letters}</b>" in text or f"{letters}," in text


def test_keys_act(window: MainWindow) -> None:
    before = window.session.snapshot.view.days
    _key(window, Qt.Key.Key_W)
    assert window.session.snapshot.view.days == pytest.approx(before / 2)
    _key(window, Qt.Key.Key_F)
    assert window.session.snapshot.view.days == pytest.approx(before)
    _key(window, Qt.Key.Key_Q)
    assert not window.detail.isVisible()


def test_keys_do_nothing_while_one_types(window: MainWindow) -> None:
    before = window.session.snapshot.view
    window.toolbar.search.setFocus()
    for key in (Qt.Key.Key_W, Qt.Key.Key_Q, Qt.Key.Key_M):
        _key(window, key)
    assert window.toolbar.search.text() == "wqm"
    assert window.session.snapshot.view == before
    assert window.detail.isVisible()


def test_slash_goes_to_the_search_and_esc_leaves_it(window: MainWindow) -> None:
    _key(window, Qt.Key.Key_Slash)
    assert window.toolbar.search.hasFocus()
    window.live.run("step-back")
    assert not window.toolbar.search.hasFocus()


def _membership(session: Session) -> int:
    table = session.snapshot.memberships
    return member_key(table, int(table.organisation[0]), int(table.state[0]))


def test_memberships_are_taken_from_behind_the_lanes_by_an_action(window: MainWindow) -> None:
    action = window.live.by_key["membership-bands"]
    assert action.text().startswith("Membership behind")
    window.session.toggle_membership_band(_membership(window.session))
    assert action.text().startswith("No membership behind")
    action.trigger()
    assert not window.session.snapshot.membership_bands


def test_esc_goes_one_step_back_at_a_time(window: MainWindow) -> None:
    session = window.session
    session.set_span(2_456_658, 2_457_022)
    session.toggle_membership_band(_membership(session))
    session.select_end(last=True)
    window.live.run("step-back")
    assert not session.snapshot.selected
    assert session.snapshot.membership_bands
    window.live.run("step-back")
    assert not session.snapshot.membership_bands
    assert session.snapshot.filter.span is not None
    window.live.run("step-back")
    assert session.snapshot.filter.span is None


def test_searching_narrows_and_says_so(window: MainWindow, qtbot: QtBot) -> None:
    all_of_them = window.session.snapshot.passing.possible
    window.toolbar.search.setFocus()
    QTest.keyClicks(window.toolbar.search, "manas")
    qtbot.waitUntil(lambda: window.session.snapshot.query == "manas")
    assert 0 < window.session.snapshot.passing.possible < all_of_them


def test_states_are_a_menu_of_switches(window: MainWindow) -> None:
    window.live.by_key["state-KAZ"].trigger()
    window.live.by_key["state-UZB"].trigger()
    assert window.session.snapshot.filter.terms("state") == {"KAZ", "UZB"}
    assert window.toolbar.states.text() == "Kazakhstan and Uzbekistan"
    assert window.live.by_key["state-KAZ"].isChecked()
    window.live.by_key["all-states"].trigger()
    assert window.toolbar.states.text() == "All five states"


def test_undo_says_what_it_undoes(window: MainWindow) -> None:
    undo = window.live.by_key["undo"]
    assert not undo.isEnabled()
    window.session.select_end(last=False)
    window.session.add_note("Check the date")
    assert undo.isEnabled()
    notebook = window.session.snapshot.notebook
    assert notebook is not None
    step = notebook.history.undo
    assert step in undo.text()
    assert step in window.status.undo.text()
    undo.trigger()
    assert not window.session.snapshot.noted
    window.live.by_key["redo"].trigger()
    assert len(window.session.snapshot.noted) == 1


def test_copy_gives_date_title_and_id(window: MainWindow) -> None:
    window.session.select_end(last=False)
    window.live.run("copy")
    event = window.session.event(window.session.snapshot.selected[0])
    assert event is not None
    assert QApplication.clipboard().text() == f"{event.edtf}\t{event.title}\t{event.id}"


def test_a_problem_is_said_in_the_bar_and_can_be_closed(window: MainWindow) -> None:
    window.say(Problem("error", "It did not work: <b>really</b>", "open-archive"))
    assert window.message.isVisible()
    assert window.message.sentence == "It did not work: <b>really</b>"
    window.say(None)
    assert window.message.sentence == ""


def test_at_twice_the_text_nothing_is_clipped(make_window: MakeWindow) -> None:
    window = make_window(text_percent=200)
    toolbar = window.toolbar
    for button in (*toolbar.buttons.values(), toolbar.lanes, toolbar.states, toolbar.search):
        assert button.width() >= button.minimumSizeHint().width()
        assert button.height() >= button.minimumSizeHint().height()
    assert fonts.percent() == 200


def test_a_theme_reaches_the_window(window: MainWindow) -> None:
    window.live.run("theme-dark")
    assert theme.current().name == "dark"
    assert window.live.by_key["theme-dark"].isChecked()
    window.live.run("theme-light")


def test_all_is_as_left(window: MainWindow, make_window: MakeWindow, shipped_archive: Path) -> None:
    session = window.session
    session.group_by("kind")
    session.set_terms("state", {"KAZ"})
    session.set_span(2_456_658, 2_457_022)
    session.sort_by("title")
    session.select_end(last=True)
    left = session.snapshot
    window.frame.close()
    again = make_window()
    open_files(again, Asked())
    now = again.session.snapshot
    assert now.archive is not None
    assert now.archive.path == shipped_archive
    assert now.filter.clauses == left.filter.clauses
    assert (now.grouping, now.sorting, now.selected) == ("kind", left.sorting, left.selected)
    assert now.view == left.view


def test_settings_are_written_on_closing(window: MainWindow) -> None:
    window.live.run("pane-facets")
    window.frame.close()
    assert not load(settings_file()).facets_shown


def test_tab_goes_from_part_to_part(window: MainWindow) -> None:
    window.session.set_span(2_456_658, 2_457_022)
    window.session.select_end(last=True)
    parts = (window.sentence, window.toolbar, window.facets, window.centre, window.dock)
    order = [*parts, window.first_run]
    window.sentence.setFocus()
    window.frame.focusNextPrevChild(True)
    met: list[QWidget] = []
    for _ in range(200):
        focused = window.frame.focusWidget()
        part = next((p for p in order if p.isAncestorOf(focused) or p is focused), None)
        if part is not None and part not in met:
            met.append(part)
        window.frame.focusNextPrevChild(True)
    assert met == order


def test_tab_never_stays_where_it_is(window: MainWindow) -> None:
    stops = tab_stops((window.sentence, window.facets, window.dock, window.first_run))
    for stop in stops:
        stop.setFocus()
        QTest.keyClick(stop, Qt.Key.Key_Tab)
        assert window.frame.focusWidget() is not stop, stop.accessibleName()


def test_an_archive_that_was_named_is_not_the_next_sittings(
    make_window: MakeWindow, shipped_archive: Path
) -> None:
    window = make_window()
    open_files(window, Asked(archive=shipped_archive))
    assert window.memory.settings.archive == ""
    assert window.memory.settings.recent_archives == (str(shipped_archive),)
    window.open_archive(shipped_archive)
    assert window.memory.settings.archive == str(shipped_archive)


def test_the_wheel_does_as_the_setting_says(window: MainWindow) -> None:
    days = window.session.snapshot.view.days
    window.memory.change(wheel="scroll")
    _turn_wheel(window.centre.timeline)
    assert window.session.snapshot.view.days == days
    window.memory.change(wheel="zoom")
    _turn_wheel(window.centre.timeline)
    assert window.session.snapshot.view.days < days


def _turn_wheel(widget: QWidget) -> None:
    middle = QPointF(widget.rect().center())
    none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    turned = QWheelEvent(middle, widget.mapToGlobal(middle), QPoint(), QPoint(0, 120), *none, False)
    QApplication.sendEvent(widget, turned)


def test_the_text_size_is_chosen_and_taken_back(window: MainWindow) -> None:
    window.memory.change(text_percent=115)
    dialog = SettingsDialog(window.memory, window.frame)
    assert dialog.text.currentText() == "115 %"
    dialog.text.activated.emit(dialog.text.findData(150))
    assert window.memory.settings.text_percent == 150
    usual = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Usual settings")
    usual.click()
    assert window.memory.settings.text_percent == 100
    assert dialog.text.currentText() == "100 %"

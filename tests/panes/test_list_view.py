"""Over a cell that does not show its words whole, all of them are said."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from timeline_app.panes.event_list import EventListPane
from timeline_app.panes.event_model import DATE_AT, TITLE_AT, VECTORS_AT
from timeline_app.panes.event_table_view import EventTableView
from timeline_app.session.session import Session


@pytest.fixture
def view(show: Callable[[type[EventListPane]], EventListPane]) -> EventTableView:
    pane = show(EventListPane)
    pane.resize(900, 400)
    return pane.view


def test_a_cut_title_is_said_whole(view: EventTableView, session: Session, qtbot: QtBot) -> None:
    row = session.ordered_rows(0, 1)[0]
    title = view.model().index(0, TITLE_AT)
    view.setColumnWidth(TITLE_AT, 2_000)
    assert view.unseen(title) == ""
    view.setColumnWidth(TITLE_AT, 80)
    at = view.visualRect(title).center()
    asked = QHelpEvent(QEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), asked)
    qtbot.waitUntil(lambda: row.title in QToolTip.text())
    QToolTip.hideText()


def test_a_date_that_has_room_says_nothing_more(view: EventTableView) -> None:
    assert view.unseen(view.model().index(0, DATE_AT)) == ""


def test_signs_are_said_in_words(view: EventTableView, session: Session) -> None:
    row = session.ordered_rows(0, 1)[0]
    said = view.unseen(view.model().index(0, VECTORS_AT))
    assert said and all(vector in said for vector in row.vectors)

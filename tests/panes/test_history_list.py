"""The history of a note is looked through, and an old state brought back."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from timeline_app.model.annotation import Target
from timeline_app.panes.detail import DetailPane
from timeline_app.panes.history_list import HistoryList
from timeline_app.session.session import Session

from .conftest import Show


def test_an_old_state_is_brought_back_and_undone(
    session: Session, show: Show, qtbot: QtBot
) -> None:
    session.select_end(last=False)
    pane = show(DetailPane)
    assert isinstance(pane, DetailPane) and pane.notes is not None
    event = session.event(session.snapshot.selected[0])
    assert event is not None
    key = f"event:{event.id}"
    session.add_note("first **words**", (), Target("event", event.id))
    (note,) = session.snapshot.notes[key]
    session.edit_note(note.id, "second words")
    pane.notes._show_history(session.snapshot.notes[key][0])
    shown = next(w for w in QApplication.topLevelWidgets() if isinstance(w, HistoryList))
    assert shown.list.count() == 2 and "first **words**" in shown.list.item(1).text()
    shown.list.setCurrentRow(1)
    shown.back.click()
    assert session.snapshot.notes[key][0].text == "first **words**"
    session.undo()
    assert session.snapshot.notes[key][0].text == "second words"

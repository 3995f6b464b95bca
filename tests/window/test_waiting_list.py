"""Notes on records that an edition lacks are listed with what they were about."""

from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from timeline_app.model.annotation import About, Target
from timeline_app.model.note_commands import AddNote
from timeline_app.model.written.catalogue import BY_NAME
from timeline_app.model.written.commands import Add
from timeline_app.session.session import Session
from timeline_app.store.notebook import Notebook
from timeline_app.window.waiting_list import WaitingList


def lines(session: Session, over: QWidget) -> list[str]:
    shown = WaitingList(session, over).list
    return [shown.item(n).text() for n in range(shown.count())]


def test_what_waits_is_listed(qtbot: QtBot, shipped_archive: Path, tmp_path: Path) -> None:
    path = tmp_path / "own.notebook.sqlite"
    over = QWidget()
    qtbot.addWidget(over)
    session = Session()
    session.open_notebook(path)
    session.open_archive(shipped_archive)
    assert lines(session, over) == ["Nothing waits."]
    with Notebook.open(path, create=True) as notebook:
        about = About("other", "7", "A visit that was taken out", "2014-05")
        notebook.write(AddNote(Target("event", "taken-out"), "my words", (), about))
        notebook.write(AddNote(Target("period", "2014"), "of a period", ()))
        gone = Target("claim", "taken-out")
        notebook.write(Add(BY_NAME["judgement"], {"judgement": "doubt"}, gone))
        notebook.write(Add(BY_NAME["tag"], {"tag": "later"}, gone))
    session.open_notebook(path)
    assert lines(session, over) == [
        "Note: A visit that was taken out · May 2014\nmy words",
        "Judgement: claim:taken-out",
        "Tag: claim:taken-out\nlater",
    ]
    session.close()

"""While the window is open, backups come by themselves and what others write is seen."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from timeline_app.model.annotation import Target
from timeline_app.model.note_commands import AddNote
from timeline_app.session.keeping import listed_backups
from timeline_app.session.session import Session
from timeline_app.store.notebook import Notebook
from timeline_app.window.notebook_watch import NotebookWatch

PERIOD = Target("period", "2014")


def test_it_backs_up_after_opening_and_sees_what_others_write(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "own.notebook.sqlite"
    with Notebook.open(path, create=True) as notebook:
        notebook.write(AddNote(PERIOD, "one"))
    session = Session()
    watch = NotebookWatch(session, after_opening_ms=1, look_ms=1)
    session.open_notebook(path)
    qtbot.waitUntil(lambda: len(listed_backups(session)) == 1)
    with Notebook.open(path) as notebook:
        notebook.write(AddNote(PERIOD, "two"))
    qtbot.waitUntil(lambda: len(session.snapshot.notes[str(PERIOD)]) == 2)
    watch.finish()
    with Notebook.open(path) as notebook:
        notebook.write(AddNote(PERIOD, "three"))
    qtbot.wait(20)
    assert len(session.snapshot.notes[str(PERIOD)]) == 2 and len(listed_backups(session)) == 1

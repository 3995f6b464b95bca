"""Three things to try: each tag goes when its act was done; all of it is shown once."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from timeline_app.model.annotation import Target
from timeline_app.session.session import Session
from timeline_app.window.arguments import Asked
from timeline_app.window.first_run import TAGS, FirstRunPanel, Tag
from timeline_app.window.main_window import MainWindow
from timeline_app.window.opening import open_files

PERIOD = Target("period", "2014")


def _tags(window: MainWindow) -> set[str]:
    return {t.accessibleName() for t in window.frame.findChildren(Tag) if t.isVisible()}


def _begin(window: MainWindow, qtbot: QtBot) -> None:
    window.live.run("first-run")
    qtbot.waitUntil(lambda: len(_tags(window)) == 3)


def test_each_tag_goes_with_its_act(window: MainWindow, qtbot: QtBot) -> None:
    _begin(window, qtbot)
    window.session.set_span(2_456_658, 2_457_022)
    qtbot.waitUntil(lambda: len(_tags(window)) == 2)
    window.live.run("zoom-in")
    qtbot.waitUntil(lambda: len(_tags(window)) == 1)
    window.session.select_end(last=True)
    window.session.add_note("Seen")
    qtbot.waitUntil(lambda: not _tags(window))
    qtbot.waitUntil(lambda: not window.frame.findChildren(FirstRunPanel))
    assert window.memory.settings.first_run_done


def test_a_note_on_a_period_is_a_note(window: MainWindow, qtbot: QtBot) -> None:
    _begin(window, qtbot)
    window.session.set_span(2_456_658, 2_457_022)
    window.session.add_note("Of the whole of it", target=PERIOD)
    qtbot.waitUntil(lambda: _tags(window) == {TAGS[1]})


def test_a_notebook_that_is_opened_writes_no_note(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    _begin(window, qtbot)
    other = tmp_path / "other.notebook.sqlite"
    with closing(Session()) as hers:
        hers.open_notebook(other)
        hers.add_note("of another day", target=PERIOD)
    window.open_notebook(other)
    qtbot.waitUntil(lambda: len(window.session.snapshot.written) == 1)
    assert len(_tags(window)) == 3


def test_moving_in_time_is_not_coming_closer(window: MainWindow, qtbot: QtBot) -> None:
    _begin(window, qtbot)
    window.live.run("pan-left")
    qtbot.wait(1)
    assert len(_tags(window)) == 3


def test_all_of_it_goes_when_understood(window: MainWindow, qtbot: QtBot) -> None:
    _begin(window, qtbot)
    [panel] = window.frame.findChildren(FirstRunPanel)
    QTest.mouseClick(panel.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not _tags(window))
    assert window.memory.settings.first_run_done


def test_the_tags_point_to_where_the_acts_are_done(window: MainWindow, qtbot: QtBot) -> None:
    _begin(window, qtbot)

    def under(widget: QWidget) -> list[str]:
        area = widget.rect().translated(widget.mapTo(window.frame, QPoint(0, 0)))
        tags = window.frame.findChildren(Tag)
        return [t.accessibleName() for t in tags if area.contains(t.geometry().center())]

    qtbot.waitUntil(lambda: len(under(window.centre.overview)) == 1)
    assert len(under(window.centre.timeline)) == 1
    assert len(under(window.sentence)) == 1


def test_a_newcomer_sees_it_and_nobody_else(
    make_window: object, shipped_archive: Path, qtbot: QtBot
) -> None:
    assert callable(make_window)
    newcomer = make_window(first_run_done=False)
    open_files(newcomer, Asked(archive=shipped_archive))
    qtbot.waitUntil(lambda: len(_tags(newcomer)) == 3)
    assert newcomer.memory.settings.first_run_done  # the next sitting begins without it
    known = make_window(first_run_done=True)
    open_files(known, Asked(archive=shipped_archive))
    assert not _tags(known)


def test_nothing_is_to_be_tried_where_no_archive_is_open(
    make_window: Callable[..., MainWindow], tmp_path: Path
) -> None:
    window = make_window(first_run_done=False)
    open_files(window, Asked(archive=tmp_path / "missing.archive.sqlite"))
    assert not _tags(window)
    assert not window.memory.settings.first_run_done

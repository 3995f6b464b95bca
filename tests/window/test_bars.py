"""The bar that says that something is being done comes when it lasts, and goes when it is done."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from timeline_app.window import bars
from timeline_app.window.bars import BusyBar
from timeline_app.window.main_window import MainWindow


@pytest.fixture
def told(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[BusyBar, list[str]]]:
    """A bar that waits for 20 ms, and all that it says."""
    monkeypatch.setattr(bars, "BUSY_AFTER_MS", 20)
    parent = QWidget()
    qtbot.addWidget(parent)
    bar, said = BusyBar(parent), list[str]()
    bar.said.connect(said.append)
    yield bar, said
    parent.close()


def test_short_work_is_never_said(qtbot: QtBot, told: tuple[BusyBar, list[str]]) -> None:
    bar, said = told
    bar.show_busy("Counting")
    bar.show_busy("")
    qtbot.wait(60)
    assert not said and bar.accessibleName() == "Nothing is being done"


def test_long_work_is_said_until_it_is_done(qtbot: QtBot, told: tuple[BusyBar, list[str]]) -> None:
    bar, said = told
    bar.show_busy("Counting")
    qtbot.waitUntil(lambda: said == ["Counting"])
    bar.show_busy("Sorting")
    assert said == ["Counting", "Sorting"], "there is no other wait while the bar is there"
    assert bar.accessibleName() == bar.toolTip() == "Sorting"
    bar.show_busy("")
    assert said[-1] == "" and bar.accessibleName() == "Nothing is being done"
    bar.show_busy("")
    assert len(said) == 3


def test_the_status_bar_says_it_in_words(qtbot: QtBot, window: MainWindow) -> None:
    window.busy.show_busy("Counting what passes")
    assert window.status.busy.isHidden()
    qtbot.waitUntil(window.status.busy.isVisible)
    assert window.status.busy.text() == "Counting what passes"
    window.busy.show_busy("")
    assert window.status.busy.isHidden()

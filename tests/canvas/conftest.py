"""A session on the archive that ships, and the centre that shows it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from canvas.apart import Apart
from timeline_app.canvas import content_making
from timeline_app.canvas.centre import Centre
from timeline_app.look import fonts, theme
from timeline_app.session.session import Session

Settle = Callable[[], None]


@pytest.fixture(scope="session", autouse=True)
def light(qapp: QApplication) -> None:
    """Our fonts, the light theme, text at 100 %."""
    fonts.load()
    theme.put_on(qapp, theme.Wish("light"))


@pytest.fixture
def session(shipped_archive: Path) -> Iterator[Session]:
    """The archive open, everything in view."""
    made = Session()
    assert made.open_archive(shipped_archive)
    yield made
    made.close()


@pytest.fixture
def centre(session: Session, qtbot: QtBot) -> Iterator[Centre]:
    """Shown in a window of 1440 x 900, in step with the session."""
    window = QMainWindow()
    made = Centre(session, window)
    window.setCentralWidget(made)
    window.resize(1440, 900)
    qtbot.addWidget(window)
    stop = session.listen(made.show_snapshot)
    made.show_snapshot(None, session.snapshot)
    with qtbot.waitExposed(window):
        window.show()
    yield made
    stop()


@pytest.fixture
def apart(monkeypatch: pytest.MonkeyPatch) -> Apart:
    """Every table is large, and indexed by this worker."""
    monkeypatch.setattr(content_making, "AT_ONCE", 0)
    return Apart()

"""A session on the shipped archive, and panes that are shown and hear of every change."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from timeline_app.dates.edtf import parse
from timeline_app.look import fonts, theme
from timeline_app.panes.pane import Pane
from timeline_app.session.session import Session

Show = Callable[[type[Pane]], Pane]


@pytest.fixture
def notebook(tmp_path: Path) -> Path:
    """Where the test's notebook will be."""
    return tmp_path / "mine.notebook.sqlite"


@pytest.fixture
def session(shipped_archive: Path, notebook: Path, qtbot: QtBot) -> Iterator[Session]:
    """Archive and notebook open, everything in view, nothing asked for."""
    session = Session()
    assert session.open_archive(shipped_archive)
    session.open_notebook(notebook)
    yield session
    session.close()


@pytest.fixture
def show(session: Session, qtbot: QtBot) -> Iterator[Show]:
    """Makes a pane of a class, shows it and keeps it in step with the session."""
    deaf: list[Callable[[], None]] = []

    def made(kind: type[Pane]) -> Pane:
        pane = kind(session)
        qtbot.addWidget(pane)
        pane.resize(360, 900)
        deaf.append(session.listen(pane.show_snapshot))
        with qtbot.waitExposed(pane):
            pane.show()
        pane.show_snapshot(None, session.snapshot)
        return pane

    yield made
    for stop in deaf:
        stop()


@pytest.fixture(scope="session", autouse=True)
def light(qapp: QApplication) -> None:
    """Our fonts, the light theme, text at 100 %."""
    fonts.load()
    theme.put_on(qapp, theme.Wish("light"))


@pytest.fixture
def brush(session: Session) -> Callable[[str, str], None]:
    """Marks the period between two dates in EDTF."""

    def marked(first: str, last: str) -> None:
        session.set_span(parse(first).bounds.first, parse(last).bounds.last)

    return marked

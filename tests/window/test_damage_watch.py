"""A damaged archive is told of in the window, and what is damaged can be seen."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from fixtures_archive import tampered
from timeline_app.session.session import Session
from timeline_app.session.snapshot import SHOW_DAMAGE
from timeline_app.window.damage_list import DamageList
from timeline_app.window.damage_watch import DamageWatch

from .conftest import MakeWindow


@pytest.fixture
def spoilt(shipped_archive: Path, tmp_path: Path) -> Path:
    return tampered(
        shipped_archive,
        tmp_path / "spoilt.archive.sqlite",
        "UPDATE event SET outer_last = outer_first - 1 WHERE key IN (3, 4)",
        "UPDATE event SET title = '<b>Another</b>' WHERE key = 9",
    )


def test_the_bar_says_so_at_once_and_the_list_says_which(
    make_window: MakeWindow, spoilt: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    window = make_window()
    window.open_archive(spoilt)
    problem = window.session.snapshot.problem
    assert problem is not None
    said = "The archive is damaged: 2,789 events were read, 2 were not."
    assert (problem.grade, problem.sentence, problem.action) == ("warning", said, SHOW_DAMAGE)
    watch = DamageWatch(window.session, tmp_path, later_ms=0)
    qtbot.waitUntil(lambda: window.session.snapshot.findings is not None, timeout=120_000)
    watch.finish()
    found = window.session.snapshot.findings
    assert found is not None
    assert found.events_damaged == 3
    listed = DamageList(window.session.snapshot, window.frame)
    qtbot.addWidget(listed)
    assert listed.list.count() == 3
    assert not (tmp_path / "looked-through.json").exists()


def test_a_sound_archive_is_looked_through_once(
    shipped_archive: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    for _ in range(2):
        session = Session()
        session.open_archive(shipped_archive)
        watch = DamageWatch(session, tmp_path, later_ms=0)
        remembered = tmp_path / "looked-through.json"
        qtbot.waitUntil(remembered.exists, timeout=120_000)
        assert session.snapshot.problem is None
        watch.finish()
        session.close()
    assert remembered.read_text(encoding="utf-8").count(shipped_archive.name) == 1


def test_a_look_that_is_ended_tells_nothing(
    shipped_archive: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    session = Session()
    session.open_archive(shipped_archive)
    watch = DamageWatch(session, tmp_path, later_ms=0)
    qtbot.wait(20)
    watch.finish()
    assert session.snapshot.findings is None
    assert session.snapshot.problem is None
    session.close()

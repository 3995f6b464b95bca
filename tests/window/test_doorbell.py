"""A second file is handed to the window that is open."""

import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from timeline_app.places import user_door
from timeline_app.window.doorbell import Doorbell, ring


@pytest.fixture
def door(tmp_path: Path) -> Path:
    return tmp_path / "own" / "door"


@pytest.fixture
def heard(door: Path, qtbot: QtBot) -> Iterator[tuple[Doorbell, list[Path]]]:
    files: list[Path] = []
    bell = Doorbell(door, files.append)
    yield bell, files
    bell.finish()


def rung(door: Path, file: Path, qtbot: QtBot) -> bool:
    """Rings from another thread, as from another process, while the window goes on."""
    answers: list[bool] = []
    thread = threading.Thread(target=lambda: answers.append(ring(door, file)))
    thread.start()
    qtbot.waitUntil(lambda: bool(answers), timeout=10_000)
    thread.join()
    return answers[0]


def test_a_file_is_heard_in_the_window_that_listens(
    door: Path, heard: tuple[Doorbell, list[Path]], tmp_path: Path, qtbot: QtBot
) -> None:
    bell, files = heard
    assert bell.listens
    asked = [tmp_path / "an archive.sqlite", tmp_path / "Үй · дом.sqlite"]
    for file in asked:
        assert rung(door, file, qtbot)
    assert files == asked
    assert (door.stat().st_mode & 0o077) == 0


def test_where_nobody_listens_nobody_answers(door: Path) -> None:
    assert not ring(door, Path("x"))
    door.parent.mkdir()
    door.write_text("no socket")
    assert not ring(door, Path("x"))


def test_a_second_window_leaves_the_door_to_the_first(
    door: Path, heard: tuple[Doorbell, list[Path]]
) -> None:
    second = Doorbell(door, lambda _: None)
    assert not second.listens
    second.finish()
    assert door.exists()


def test_a_door_left_by_a_kill_is_taken_over(door: Path, qtbot: QtBot, tmp_path: Path) -> None:
    door.parent.mkdir()
    dead = socket.socket(socket.AF_UNIX)
    dead.bind(str(door))
    dead.close()
    files: list[Path] = []
    bell = Doorbell(door, files.append)
    assert bell.listens
    assert rung(door, tmp_path / "a", qtbot)
    bell.finish()
    assert not door.exists()


@pytest.mark.parametrize(
    "said", [b"", b"\n", b"no json\n", b"[1]\n", b'{"open": 3}\n', b"x" * 99_999]
)
def test_what_is_no_ring_is_not_heard(
    said: bytes, door: Path, heard: tuple[Doorbell, list[Path]], qtbot: QtBot
) -> None:
    with socket.socket(socket.AF_UNIX) as line:
        line.settimeout(5)
        line.connect(str(door))
        threading.Thread(target=lambda: _say(line, said)).start()
        qtbot.wait(150)
    assert heard[1] == []


def _say(line: socket.socket, said: bytes) -> None:
    try:
        line.sendall(said)
        line.shutdown(socket.SHUT_WR)
    except OSError:
        pass


def test_a_path_too_long_for_a_door_is_no_fault(tmp_path: Path, qtbot: QtBot) -> None:
    bell = Doorbell(tmp_path / ("long" * 60), lambda _: None)
    assert not bell.listens
    bell.finish()


def test_a_home_with_a_long_name_has_a_door_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / ("дом" * 30)))
    door = user_door()
    assert door == user_door()
    assert len(str(door).encode()) < 108
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / ("үй " * 40)))
    assert user_door() != door
    files: list[Path] = []
    bell = Doorbell(door, files.append)
    assert bell.listens
    assert rung(door, tmp_path / "a", qtbot)
    bell.finish()
    door.parent.rmdir()


def test_a_door_in_a_folder_of_somebody_else_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    door = tmp_path / "door"
    first = Doorbell(door, lambda _: None)
    monkeypatch.setattr("os.getuid", lambda: 1)
    assert not ring(door, tmp_path / "a")
    second = Doorbell(tmp_path / "other", lambda _: None)
    assert not second.listens
    first.finish()

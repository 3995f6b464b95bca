"""The frame is furnished a part a turn, with the event loop alive between two of them."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from timeline_app.window.furnishing import Furnishing


def test_the_loop_turns_between_two_parts(qtbot: QtBot) -> None:
    owner, told = QObject(), list[str]()

    def parts() -> Iterator[None]:
        for n in range(3):
            told.append(f"part {n}")
            QTimer.singleShot(0, lambda n=n: told.append(f"turn {n}"))
            yield

    furnishing = Furnishing(parts, owner)
    with qtbot.waitSignal(furnishing.ready, timeout=60_000):
        furnishing.begin()
        furnishing.begin()
    assert [word for word in told if word.startswith("part")] == ["part 0", "part 1", "part 2"]
    assert told.index("turn 0") < told.index("part 1") < told.index("turn 1") < told.index("part 2")

"""The frame is furnished a part a turn, with the event loop alive between two of them."""

import gc
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from pytestqt.qtbot import QtBot

from timeline_app.window import furnishing
from timeline_app.window.furnishing import Furnishing
from timeline_app.window.main_window import MainWindow


def test_garbage_is_looked_for_once_the_window_stands() -> None:
    code = (
        "import gc; from timeline_app.look.plain_imports import import_plainly; import_plainly();"
        "off = gc.isenabled(); from timeline_app.window.furnishing import spare_the_frames;"
        "spare_the_frames(); print(off, gc.isenabled(), gc.get_freeze_count() > 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True", "True"]


def test_what_is_shown_no_more_goes_at_once(window: MainWindow) -> None:
    """Whatever waited for garbage to be looked for, which is seldom, would stay with its arrays:
    a hundred megabytes a filter where there are ten million events."""
    session = window.session

    def act() -> None:
        session.set_terms("vector", ["Russia"])
        session.set_span(2_456_658, 2_457_022)
        session.set_second(2_457_023, 2_457_388)
        window.frame.grab()
        session.search("Astana")
        session.fit_all()
        window.frame.grab()
        session.clear_second()
        session.clear_all()
        window.frame.grab()

    act()
    gc.collect()
    gc.set_debug(gc.DEBUG_SAVEALL)
    try:
        act()
        gc.collect()
        left = {type(one) for one in gc.garbage}
    finally:
        gc.set_debug(0)
        gc.garbage.clear()
    assert not [kind for kind in left if kind.__module__.startswith("timeline_app.")]


def test_the_loop_turns_between_two_parts(qtbot: QtBot) -> None:
    owner, told = QObject(), list[str]()

    def parts() -> Iterator[None]:
        for n in range(3):
            told.append(f"part {n}")
            QTimer.singleShot(0, lambda n=n: told.append(f"turn {n}"))
            yield

    made = Furnishing(lambda: told.append("early"), parts, owner)
    with qtbot.waitSignal(made.ready, timeout=60_000):
        made.begin()
        made.begin()
    assert told[0] == "early"
    assert [word for word in told if word.startswith("part")] == ["part 0", "part 1", "part 2"]
    assert told.index("turn 0") < told.index("part 1") < told.index("turn 1") < told.index("part 2")


def test_what_comes_due_while_a_part_is_made_waits_for_no_other(qtbot: QtBot) -> None:
    owner, told = QObject(), list[str]()
    ticks = QTimer(owner, interval=1, timerType=Qt.TimerType.PreciseTimer)
    ticks.timeout.connect(lambda: told.append("tick"))

    def parts() -> Iterator[None]:
        ticks.start()
        for _ in range(4):
            time.sleep(0.004)
            told.append("part")
            yield

    made = Furnishing(lambda: None, parts, owner)
    with qtbot.waitSignal(made.ready, timeout=60_000):
        made.begin()
    assert [before for before, word in pairwise(told) if word == "part"] == ["tick"] * 3


def test_the_thread_imports_all_that_is_below_the_glass_and_nothing_of_qt() -> None:
    code = """
import sys
from importlib import import_module
import timeline_app.window.start
from timeline_app.window.wanted_modules import ASIDE, IN_TURN
first = set(sys.modules)
for module in ASIDE:
    import_module(module)
new = [name for name in sys.modules if name not in first]
print([name for name in new if name.startswith(("PySide6", "shiboken6", "pyqtgraph"))])
BELOW = ("words", "dates", "model", "store", "exchange", "crossfilter", "lanes", "scene", "session")
there = set(sys.modules)
for module in IN_TURN:
    import_module(module)
new = [name for name in sys.modules if name not in there and name.startswith("timeline_app.")]
print([name for name in new if name.split(".")[1] in BELOW])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[:2] == ["[]", "[]"]


def test_what_can_come_later_is_not_there_when_the_window_stands() -> None:
    code = """
import sys
from importlib import import_module
import timeline_app.window.start
from timeline_app.window.wanted_modules import ASIDE, IN_TURN, LATER
for module in (*ASIDE, *IN_TURN):
    import_module(module)
print([name for name in LATER if name in sys.modules])
for module in LATER:
    import_module(module)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_what_can_come_later_comes_when_the_window_has_stood_a_while(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner, told = QObject(), list[str]()
    monkeypatch.setattr(furnishing, "LATER", ("one", "two"))
    monkeypatch.setattr(furnishing, "import_module", told.append)
    made = Furnishing(lambda: None, lambda: iter((None,)), owner)
    made.ready.connect(lambda: told.append("ready"))
    made.begin()
    qtbot.waitUntil(lambda: told[-2:] == ["one", "two"], timeout=60_000)
    assert told[-3:] == ["ready", "one", "two"]

"""A screen outside the bare system, with a window manager and a pointer: inside, nothing but the
package and what it asks for is installed."""

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from tools.tree import PYTHON, Stop

T = TypeVar("T")
TITLE = "Central Asia Timeline"
WIDTH, HEIGHT = 1280, 800
_LOOK_S = 0.02
_PICTURE = """
import sys
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
app.primaryScreen().grabWindow(0).save(sys.argv[1])
"""


class Screen:
    """One screen, `display` its name."""

    def __init__(self, display: str) -> None:
        self.display = display

    def do(self, *words: str) -> str:
        """One act of the pointer or the keyboard; what xdotool answers."""
        env = {**os.environ, "DISPLAY": self.display}
        asked = ["xdotool", *words]
        told = subprocess.run(asked, env=env, capture_output=True, text=True, check=False)
        return told.stdout.strip()

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """A true drag: down, twenty moves, up."""
        self.do("mousemove", *map(str, start))
        self.do("mousedown", "1")
        for i in range(1, 21):
            at = [round(a + (b - a) * i / 20) for a, b in zip(start, end, strict=True)]
            self.do("mousemove", *map(str, at))
            time.sleep(0.015)
        self.do("mouseup", "1")

    def key(self, *keys: str) -> None:
        self.do("key", "--clearmodifiers", *keys)

    def type(self, text: str) -> None:
        self.do("type", "--delay", "20", text)

    def windows(self) -> list[str]:
        """The windows of the program that are seen, by number."""
        return self.do("search", "--onlyvisible", "--name", TITLE).split()

    def picture(self, file: Path) -> None:
        """The whole screen, taken by the Qt of the environment."""
        file.parent.mkdir(parents=True, exist_ok=True)
        env = {**os.environ, "DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb"}
        subprocess.run([str(PYTHON), "-c", _PICTURE, str(file)], env=env, check=False)


def until(asked: Callable[[], T], otherwise: str, within_s: float = 60.0) -> T:
    """The first true answer. Raises `Stop` where none comes in time."""
    end = time.monotonic() + within_s
    while time.monotonic() < end:
        answer = asked()
        if answer:
            return answer
        time.sleep(_LOOK_S)
    raise Stop(otherwise)


def rest(process: int, within_s: float = 120.0) -> None:
    """Waits until a program and its children have done next to nothing for a while.

    Raises:
        Stop: it does not come to rest.
    """
    end = time.monotonic() + within_s
    before = _ticks(process)
    while time.monotonic() < end:
        time.sleep(0.8)
        now = _ticks(process)
        if now - before <= 3:
            return
        before = now
    raise Stop("The program does not come to rest")


def _ticks(process: int) -> int:
    """Clock ticks that a process and its children have taken."""
    try:
        taken = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[11:13]
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:
        return 0
    return sum(map(int, taken)) + sum(_ticks(int(child)) for child in children)


@contextmanager
def screen() -> Iterator[Screen]:
    """A screen of 1280 x 800 with a window manager."""
    read_end, write_end = os.pipe()
    size = f"{WIDTH}x{HEIGHT}x24"
    # Anybody may draw (-ac), and keys do not repeat (-r), as a busy machine lets them go late.
    words = ["Xvfb", "-displayfd", str(write_end), "-screen", "0", size, "-r", "-ac"]
    running = [_quietly(words, dict(os.environ), (write_end,))]
    os.close(write_end)
    try:
        with os.fdopen(read_end) as told:
            shown = Screen(":" + told.readline().strip())
        env = {**os.environ, "DISPLAY": shown.display}
        running.append(_quietly(["openbox"], env))
        until(lambda: shown.do("get_num_desktops"), "no window manager")
        yield shown
    finally:
        for process in reversed(running):
            process.terminate()
            process.wait()


def _quietly(
    words: list[str], env: dict[str, str], kept: tuple[int, ...] = ()
) -> "subprocess.Popen[bytes]":
    quiet = subprocess.DEVNULL
    return subprocess.Popen(words, env=env, pass_fds=kept, stdout=quiet, stderr=quiet)

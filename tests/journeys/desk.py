"""A desk to sit at: a real screen (Xvfb), a window manager, a pointer, keys, and a screen reader.

A journey drives the installed command with it and reads what happened from the screen reader, the
shell or the notebook: never from the program's own objects.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
SYSTEM_PYTHON = "/usr/bin/python3"
COMMAND = str(Path(sys.executable).with_name("timeline-app"))
LEAST_LOOKS = 8
REST_S = 0.4
NEEDED = ("Xvfb", "openbox", "xdotool", "dbus-daemon", "setxkbmap")


def missing() -> list[str]:
    """What this machine lacks to have a desk."""
    lacking = [tool for tool in NEEDED if not shutil.which(tool)]
    asked = subprocess.run(
        [SYSTEM_PYTHON, "-c", "import gi; gi.require_version('Atspi', '2.0')"],
        capture_output=True,
        check=False,
    )
    return lacking + ([] if asked.returncode == 0 else ["python3-gi with AT-SPI"])


class Seen(dict[str, Any]):
    """A part of the window as the screen reader tells it."""

    @property
    def middle(self) -> tuple[int, int]:
        x, y, w, h = self["box"]
        return x + w // 2, y + h // 2

    def at(self, across: float, down: float) -> tuple[int, int]:
        """A point inside, as fractions of its width and height."""
        x, y, w, h = self["box"]
        return round(x + w * across), round(y + h * down)


class Desk:
    """One screen with one program on it."""

    def __init__(self, home: Path, width: int = 1280, height: int = 800) -> None:
        self.home = home
        self.running: list[subprocess.Popen[Any]] = []
        self.environment = dict(os.environ)
        for key in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_RUNTIME_DIR"):
            self.environment.pop(key, None)
        self.environment.update(HOME=str(home), XDG_DATA_HOME=str(home / "data"))
        self.environment.update(XDG_CONFIG_HOME=str(home / "config"))
        self.environment.update(XDG_CACHE_HOME=str(home / "cache"), LC_ALL="C.UTF-8")
        self.environment.update(QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", NO_AT_BRIDGE="0")
        # Where the binding brings the process down, the log says what Python was doing.
        self.environment["PYTHONFAULTHANDLER"] = "1"
        self._screen(width, height)
        self._bus()
        self._manager = self._start(["openbox"])
        # A window that comes before its manager is larger than the screen and gets no keys.
        self.wait(self._managed, "no window manager", 60)
        self._sit_down_to_read()
        self.program: subprocess.Popen[Any] | None = None

    def _sit_down_to_read(self) -> None:
        """A screen reader that has answered once: the bus and its registry are there from then on,
        and a program that starts finds them (one that starts with them may never be listed)."""
        self.reader = self._start(
            [SYSTEM_PYTHON, str(HERE / "atspi_reader.py")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        self.all(role="application", limit=1)

    def _managed(self) -> int:
        """How many desktops there are; a manager that has ended (the screen was not ready for it)
        is started again."""
        if self._manager.poll() is not None:
            self._manager = self._start(["openbox"])
        return int(self.do("get_num_desktops") or 0)

    def _screen(self, width: int, height: int) -> None:
        """Keys do not repeat (-r): on a busy machine a key is let go so late that it would."""
        read_end, write_end = os.pipe()
        self._start(
            ["Xvfb", "-displayfd", str(write_end), "-screen", "0", f"{width}x{height}x24", "-r"],
            pass_fds=(write_end,),
        )
        os.close(write_end)
        with os.fdopen(read_end) as told:
            self.environment["DISPLAY"] = ":" + told.readline().strip()

    def _bus(self) -> None:
        bus = self._start(
            ["dbus-daemon", "--session", "--print-address", "--nofork"], stdout=subprocess.PIPE
        )
        assert bus.stdout is not None
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().decode().strip()

    def _start(self, words: list[str], **more: Any) -> subprocess.Popen[Any]:
        more.setdefault("stdout", subprocess.DEVNULL)
        process = subprocess.Popen(words, env=self.environment, stderr=subprocess.DEVNULL, **more)
        self.running.append(process)
        return process

    def shell(self, *words: str) -> Any:
        """The same program from a shell: its answer as JSON."""
        asked = subprocess.run(
            [COMMAND, *words, "--json"],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert asked.returncode == 0, asked.stderr
        return json.loads(asked.stdout)

    def open(self, *words: str) -> None:
        """Starts the program and waits for its window."""
        log = (self.home / "program.log").open("ab")
        self.program = subprocess.Popen(
            [COMMAND, *words],
            env=self.environment,
            stdout=log,
            stderr=log,
        )
        self.running.append(self.program)
        self.wait(self._window_or_why_not, "no window", 60)
        self._be_listed()

    def first_start(self) -> None:
        """Opens the program as somebody new does: the hints are read, and gone for good."""
        self.open()
        self.click(self.see("^Got it$", "push button").middle)
        self.wait(lambda: not self.all("^Got it$", "push button", limit=1), "the hints stay")

    def _be_listed(self) -> None:
        """Waits until the reader knows the program; one that hears of none for long is a reader
        that missed its coming, and another one asks the registry anew."""
        for _ in range(2):
            until = time.monotonic() + 20
            while time.monotonic() < until:
                if self.all(role="application", limit=1):
                    return
                time.sleep(0.1)
            self._sit_down_to_read()
        said = (self.home / "program.log").read_text("utf-8", errors="replace")
        raise AssertionError(f"no screen reader is told of the program, which says: {said!r}")

    def _window_or_why_not(self) -> str:
        """The window's id; where the program has ended already, what it said."""
        assert self.program is not None
        said = (self.home / "program.log").read_text("utf-8", errors="replace")
        assert self.program.poll() is None, said
        return self.do("search", "--onlyvisible", "--name", "Central Asia Timeline")

    def close(self) -> None:
        """Closes the window as its user would."""
        assert self.program is not None
        self.key("ctrl+q")
        self.program.wait(60)

    def cut_off(self) -> None:
        """Ends the program as a battery that is empty does: it hears nothing of it."""
        assert self.program is not None
        self.program.kill()
        self.program.wait(20)

    def do(self, *words: str) -> str:
        """One act of the pointer or the keyboard."""
        asked = subprocess.run(
            ["xdotool", *words],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        return asked.stdout

    def key(self, *keys: str) -> None:
        self.do("key", "--clearmodifiers", *keys)

    def type(self, text: str) -> None:
        self.do("type", "--delay", "15", text)

    def point(self, x: int, y: int) -> None:
        self.do("mousemove", str(x), str(y))

    def click(self, at: tuple[int, int], times: int = 1) -> None:
        self.point(*at)
        self.do("click", "--repeat", str(times), "--delay", "80", "1")

    def wheel(self, at: tuple[int, int], notches: int, holding: str | None = None) -> None:
        """Up (zoom in) where positive."""
        self.point(*at)
        button = "4" if notches > 0 else "5"
        if holding:
            self.do("keydown", holding)
        self.do("click", "--repeat", str(abs(notches)), "--delay", "30", button)
        if holding:
            self.do("keyup", holding)

    def layout(self, name: str) -> None:
        """Another keyboard layout, as its owner would set it."""
        subprocess.run(["setxkbmap", name], env=self.environment, check=True)

    def drag(
        self, start: tuple[int, int], end: tuple[int, int], holding: str | None = None
    ) -> None:
        """A true drag: down, twenty moves, up."""
        if holding:
            self.do("keydown", holding)
        self.point(*start)
        self.do("mousedown", "1")
        for i in range(1, 21):
            x = start[0] + (end[0] - start[0]) * i // 20
            y = start[1] + (end[1] - start[1]) * i // 20
            self.point(x, y)
            time.sleep(0.015)
        self.do("mouseup", "1")
        if holding:
            self.do("keyup", holding)

    def all(self, name: str | None = None, role: str | None = None, limit: int = 50) -> list[Seen]:
        """What the screen reader finds showing, whose name fits the pattern and whose role is
        this; the cells of a list only where that is the role."""
        assert self.reader.stdin is not None
        assert self.reader.stdout is not None
        ask = json.dumps(
            {"name": name, "role": role, "limit": limit, "showing": role != "application"}
        )
        self.reader.stdin.write(ask.encode() + b"\n")
        self.reader.stdin.flush()
        return [Seen(told) for told in json.loads(self.reader.stdout.readline())]

    def see(self, name: str, role: str | None = None, within: float = 15.0) -> Seen:
        """The first such part that is showing; waits for it."""
        seen: Seen = self.wait(
            lambda: next(iter(self.all(name, role, limit=1)), None),
            f"nothing named {name!r} ({role})",
            within,
        )
        return seen

    def wait(self, asked: Callable[[], Any], otherwise: str, within: float = 15.0) -> Any:
        """What `asked` answers once it answers something true.

        One look at the window is a thousand questions over the bus: on a machine with much else to
        do it takes seconds, and what it saw is that old. So a few looks are made however long
        they take.
        """
        until, looks = time.monotonic() + within, 0
        while time.monotonic() < until or looks < LEAST_LOOKS:
            looks += 1
            answer = asked()
            if answer:
                return answer
            time.sleep(0.1)
        self.picture(self.home.parent / "desk.png")
        if self.program is not None and self.program.poll() is not None:
            said = (self.home / "program.log").read_text("utf-8", errors="replace")
            raise AssertionError(f"{otherwise}: the program ended ({self.program.poll()}): {said}")
        there = [part["name"] for part in self.all(role="push button", limit=12)]
        raise AssertionError(f"{otherwise} within {within} s and {looks} looks; buttons: {there}")

    def at_rest(self, asked: Callable[[], Any], otherwise: str, within: float = 15.0) -> Any:
        """What `asked` answers, true and twice the same: a hand's moves are heard one after the
        other, and a busy machine is still at them when the hand has long stopped."""
        before: list[Any] = []

        def again() -> Any:
            if before:
                time.sleep(REST_S)
            before.append(asked())
            return before[-1] if before[-2:-1] == before[-1:] else None

        return self.wait(again, otherwise, within)

    def picture(self, file: Path) -> None:
        """The whole screen, for whoever looks, where there is a tool for it."""
        words = ["import", "-window", "root", str(file)]
        if shutil.which(words[0]):
            subprocess.run(words, env=self.environment, check=False)

    def leave(self) -> None:
        for process in reversed(self.running):
            process.kill()
            process.wait()


def number_in(text: str) -> int:
    """The first whole number in a text, thousands and all."""
    found = re.search(r"\d[\d,]*", text)
    assert found, text
    return int(found[0].replace(",", ""))

"""Somebody who sits before a bare system: an ordinary user, the program, a screen, no network."""

import json
import os
import signal
import subprocess
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from tools.chroot import Chroot, Person
from tools.proof.screen import HEIGHT, WIDTH, Screen, rest, until
from tools.tree import Stop

OURS = "central-asia-timeline"
STRIP_Y = round(HEIGHT * 0.181)
"""Where the overview of the whole archive lies in a window that fills the screen."""


def end_all(process: "subprocess.Popen[bytes]") -> None:
    """Ends what was started on a bare system, and all that it has started: its first process there
    takes the others along, and outlives the one that waits for it unless it is ended too."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    for child in children:
        with suppress(ProcessLookupError):
            os.kill(int(child), signal.SIGKILL)
    process.kill()
    process.wait()


class Sitter:
    """`program` is the command as it is typed; every call is cut off from the network."""

    def __init__(self, chroot: Chroot, person: Person, screen: Screen, program: str) -> None:
        self.chroot, self.person, self.screen, self.program = chroot, person, screen, program
        self.running: subprocess.Popen[bytes] | None = None
        self.log = chroot.inside(f"/tmp/log-of-{person.uid}")
        self.env = {"LC_ALL": "C.UTF-8"}

    def say(self, *words: str, **env: str) -> subprocess.CompletedProcess[str]:
        """A word of the shell, and what came of it."""
        whole = {**self.env, **env}
        command = [self.program, *words]
        return self.chroot.ask(command, network=False, person=self.person, env=whole)

    def ask(self, *words: str) -> Any:
        """A word's answer as JSON. Raises `Stop` where it is refused."""
        said = self.say(*words, "--json")
        if said.returncode:
            raise Stop(f"{' '.join(words)}: exit code {said.returncode}: {said.stderr}")
        return json.loads(said.stdout)

    def notes(self) -> dict[str, str]:
        """The notes: text -> target."""
        return {note["text"]: note["target"] for note in self.ask("note", "list")}

    def open(self, *words: str) -> float:
        """Starts the program's window; the seconds until it is seen."""
        before = set(self.screen.windows())
        began = time.monotonic()
        self.running = self.begin([self.program, *words])

        def seen() -> set[str]:
            assert self.running is not None
            if self.running.poll() is not None:
                raise Stop(f"The window ended ({self.running.returncode}): {self.said()}")
            return set(self.screen.windows()) - before

        until(seen, "no window is seen")
        return time.monotonic() - began

    def run_beside(self, command: Sequence[str]) -> None:
        """Starts something of the desktop's; what it starts lives for a while after it."""
        self.begin(["sh", "-c", '"$@"; exec sleep 20', "sh", *command])

    def said(self) -> str:
        """What the program has written beside its windows."""
        return self.log.read_text("utf-8", errors="replace")[-3000:]

    def begin(self, command: Sequence[str]) -> "subprocess.Popen[bytes]":
        """Starts something that has the screen; what it says goes to the log."""
        env = {**self.env, "DISPLAY": self.screen.display}
        words = self.chroot.words(command, network=False, person=self.person, env=env)
        with self.log.open("ab") as log:
            return subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=log, stderr=log)

    def settle(self) -> None:
        """Waits until the window has nothing left to do."""
        assert self.running is not None
        rest(self.running.pid)

    def brush_and_note(self, text: str) -> str:
        """Drags a period in the overview, writes a note on it by keys; returns its target."""
        self.settle()
        self.screen.drag((round(WIDTH * 0.42), STRIP_Y), (round(WIDTH * 0.54), STRIP_Y))
        self.settle()
        self.screen.key("shift+m")
        time.sleep(0.5)
        self.screen.type(text)
        self.screen.key("ctrl+Return")
        until(lambda: text in self.notes(), f"the note is not there: {self.said()}", 30)
        return self.notes()[text]

    def close(self) -> None:
        """Closes the window by its keys, as its user would."""
        assert self.running is not None
        self.screen.key("Escape")
        self.screen.key("ctrl+q")
        try:
            self.running.wait(30)
        except subprocess.TimeoutExpired:
            raise Stop("The window does not close") from None
        if self.running.returncode:
            raise Stop(f"The window ended ({self.running.returncode}): {self.said()}")

    def end(self) -> None:
        """Ends whatever still runs of the program that was opened."""
        if self.running is not None and self.running.poll() is None:
            end_all(self.running)

    def place(self, kind: str) -> Path:
        """Where the user's `share` or `config` lies, from outside."""
        within = {"share": ".local/share", "config": ".config"}[kind]
        return self.chroot.inside(f"{self.person.home}/{within}/{OURS}")

    def settings(self) -> dict[str, Any]:
        """What the program remembers."""
        told: dict[str, Any] = json.loads((self.place("config") / "settings.json").read_text())
        return told

"""A folder in which a scene is prepared, played by another process, and judged."""

import os
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from timeline_app.store.store_error import StoreError
from tools.survival.child import play
from tools.survival.scenes import SCENES, Before
from tools.survival.verdict import Verdict


@contextmanager
def stage(name: str = "stage") -> Iterator[Path]:
    """A new folder, in memory where there is room for that; what is written there is at home."""
    memory = Path("/dev/shm")
    where = memory if memory.is_dir() and os.access(memory, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="survival-", dir=where) as folder:
        home = os.environ.get("XDG_DATA_HOME")
        os.environ["XDG_DATA_HOME"] = str(Path(folder) / name / "home")
        try:
            yield Path(folder) / name
        finally:
            os.environ.pop("XDG_DATA_HOME")
            if home is not None:
                os.environ["XDG_DATA_HOME"] = home


def prepare(scene: str, folder: Path) -> Before:
    """Makes the folder anew, as the scene begins."""
    clear(folder)
    return SCENES[scene].prepare(folder)


def clear(folder: Path) -> None:
    """Empties the folder, which may be a disk of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    (folder / "home").mkdir()


def judge(scene: str, folder: Path, before: Before, said: Sequence[str], code: int = 0) -> Verdict:
    """What the scene came to, by what its player said."""
    acks = [line.removeprefix("ack ") for line in said if line.startswith("ack ")]
    faults = sum(line.startswith("fault ") for line in said)
    try:
        verdict = SCENES[scene].judge(folder, before, acks)
    except (sqlite3.Error, StoreError):
        verdict = Verdict(len(acks), len(acks), unopened=1)
    return replace(verdict, faults=faults, crashed=int(code not in (0, -signal.SIGKILL)))


def played_and_killed(scene: str, folder: Path, seed: int, after_s: float) -> tuple[list[str], int]:
    """Plays it in a process of its own that is killed after so many seconds.

    Returns the lines that it said whole, and how it ended, as `subprocess` tells it.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        os.dup2(writing, 1)
        _play_and_leave(scene, folder, seed)
    os.close(writing)
    if after_s:
        time.sleep(after_s)
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
    said = _all(reading)
    _, status = os.waitpid(child, 0)
    return said.decode().split("\n")[:-1], os.waitstatus_to_exitcode(status)


def _play_and_leave(scene: str, folder: Path, seed: int) -> None:
    """Never returns: what is of the other process is left alone."""
    code = 1
    try:
        play(scene, folder, seed, SCENES[scene].steps)
        code = 0
    finally:
        sys.stderr.flush()
        os._exit(code)


def _all(pipe: int) -> bytes:
    said = b""
    while part := os.read(pipe, 65536):
        said += part
    os.close(pipe)
    return said

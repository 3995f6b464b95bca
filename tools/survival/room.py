"""A small disk that is full: a mount in memory of some hundred kB, filled to the brim and freed."""

import random
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from timeline_app.model.annotation import Target
from timeline_app.model.note_commands import AddNote
from timeline_app.store.notebook import Notebook
from timeline_app.store.store_error import Fault, StoreError
from tools.survival.scenes import NOTEBOOK, SCENES
from tools.survival.stage import judge, played_and_killed, prepare, stage
from tools.survival.verdict import Ledger, Verdict
from tools.tree import Stop

MOST_KB = 900
_MORE = "is there room again? " * 50


def strike(ledger: Ledger, rounds: int, seed: int = 0) -> None:
    """Goes on until the ledger holds so many plays on disks with less room than they need."""
    for n in range(ledger.rounds(), rounds):
        scene = list(SCENES)[n % len(SCENES)]
        chance = random.Random(seed * 1_000_003 + n)
        with stage() as folder, small_disk(folder, MOST_KB):
            before = prepare(scene, folder)
            filler = folder / "filler"
            _fill(filler, chance.randrange(0, 250_000))
            said, code = played_and_killed(scene, folder, n, 0)
            filler.unlink()  # to open a notebook again, SQLite may have to take something back
            verdict = judge(scene, folder, before, said, code)
            later = _goes_on(folder) if scene != "mend" else Verdict()
        lost, crashed = verdict.lost + later.lost, verdict.crashed
        whole = Verdict(
            verdict.acknowledged, lost, verdict.half, verdict.unopened, crashed, verdict.faults
        )
        ledger.write(whole, what=f"room {scene}", seed=n)


@contextmanager
def small_disk(folder: Path, kilobytes: int) -> Iterator[None]:
    """Mounts one on the folder. Raises `Stop` where one may not."""
    folder.mkdir(parents=True, exist_ok=True)
    size = f"size={kilobytes}k"
    tried = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", size, "tmpfs", str(folder)], capture_output=True
    )
    if tried.returncode:
        raise Stop("this needs the right to mount a small disk in memory (root)", 2)
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def _fill(filler: Path, leaving: int) -> None:
    """Takes all room but so many bytes."""
    with filler.open("wb", buffering=0) as file:
        try:
            while file.write(b"x" * 4096):
                pass
        except OSError:
            size = file.tell()
        file.truncate(max(0, size - leaving))


def _goes_on(folder: Path) -> Verdict:
    """With room again, the next note is written."""
    with Notebook.open(folder / NOTEBOOK, create=True) as notebook:
        try:
            notebook.write(AddNote(Target("event", "later"), _MORE))
        except StoreError as fault:
            return Verdict(lost=int(fault.kind is not Fault.LOCKED))
    return Verdict()

"""The process that is struck: plays one scene in a folder and says what it was told.

    python -m tools.survival.child SCENE FOLDER SEED STEPS [SYNCHRONOUS]

`SYNCHRONOUS` (OFF, NORMAL, FULL) makes the notebook as careless as SQLite can be, to show that a
rig sees what it should.
"""

import os
import random
import sys
from pathlib import Path

from timeline_app.store import notebook_file
from timeline_app.store.store_error import StoreError
from tools.survival.scenes import SCENES


def play(scene: str, folder: Path, seed: int, steps: int, synchronous: str = "EXTRA") -> None:
    """Plays it; each thing said is one write to standard output."""
    os.environ["XDG_DATA_HOME"] = str(folder / "home")
    notebook_file.HARDENED = tuple(
        line.replace("synchronous = EXTRA", f"synchronous = {synchronous}")
        for line in notebook_file.HARDENED
    )
    try:
        SCENES[scene].play(folder, random.Random(seed), steps, _say)
    except StoreError as fault:  # told at opening
        _say(f"fault {fault.kind}")


def _say(line: str) -> None:
    os.write(1, f"{line}\n".encode())


if __name__ == "__main__":
    scene, folder, seed, steps, *synchronous = sys.argv[1:]
    play(scene, Path(folder), int(seed), int(steps), *synchronous)

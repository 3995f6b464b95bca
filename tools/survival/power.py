"""Power cuts: what was not synced is dropped or reordered, below the calls to the file system.

A scene is played once, watched by strace; then the disk is cut off at as many moments of it as one
likes, and each time the notebook is opened on what is left.
"""

import random
from pathlib import Path, PurePosixPath

from tools.survival.disk import Disk
from tools.survival.scenes import SCENES
from tools.survival.stage import clear, judge, prepare, stage
from tools.survival.trace import need, recorded
from tools.survival.verdict import Ledger

CUTS = 250
"""Of each playing of a scene."""


def strike(ledger: Ledger, rounds: int, seed: int = 0, synchronous: str = "EXTRA") -> None:
    """Goes on until the ledger holds so many cuts, `CUTS` of each playing, each scene in turn."""
    need()
    with stage() as folder:
        while (done := ledger.rounds()) < rounds:
            n = done // CUTS
            scene = list(SCENES)[n % len(SCENES)]
            cuts = min(CUTS - done % CUTS, rounds - done)
            _strike_one(ledger, scene, folder, (seed, n), cuts, synchronous)


def _strike_one(
    ledger: Ledger, scene: str, folder: Path, seed: tuple[int, int], cuts: int, synchronous: str
) -> None:
    before = prepare(scene, folder)
    watching, disk = Disk(folder), Disk(folder)
    every = recorded(scene, folder, seed[1], synchronous)
    ours = [call for call in every if watching.follow(call)]
    chance = random.Random(f"{seed} {ledger.rounds()}")
    done = 0
    for cut in sorted(chance.randint(0, len(ours)) for _ in range(cuts)):
        for call in ours[done:cut]:
            disk.follow(call)
        done = cut
        _lay(folder, disk.after_power_cut(chance))
        said = [line for line in disk.said if line.startswith("ack ")]
        ledger.write(judge(scene, folder, before, said), what=f"power {scene}", cut=cut)


def _lay(folder: Path, left: dict[PurePosixPath, bytes | None]) -> None:
    """Makes the folder hold what is left."""
    clear(folder)
    for path, content in left.items():
        if content is None:
            Path(path).mkdir(parents=True, exist_ok=True)
        else:
            Path(path).write_bytes(content)

"""kill -9, at any moment of writing, joining, migrating, backing up and restoring."""

import random
import time
from pathlib import Path

from tools.survival.scenes import SCENES
from tools.survival.stage import judge, played_and_killed, prepare, stage
from tools.survival.verdict import Ledger


def strike(ledger: Ledger, rounds: int, seed: int = 0) -> None:
    """Goes on until the ledger holds so many blows, each scene in turn."""
    with stage() as folder:
        lengths = {scene: _length_s(scene, folder) for scene in SCENES}
        for n in range(ledger.rounds(), rounds):
            scene = list(SCENES)[n % len(SCENES)]
            chance = random.Random(seed * 1_000_003 + n)
            before = prepare(scene, folder)
            after_s = chance.uniform(0.0005, lengths[scene] * 1.1)
            said, code = played_and_killed(scene, folder, n, after_s)
            ledger.write(judge(scene, folder, before, said, code), what=f"kill {scene}", seed=n)


def _length_s(scene: str, folder: Path) -> float:
    """How long it takes when nobody strikes."""
    prepare(scene, folder)
    begun = time.perf_counter()
    played_and_killed(scene, folder, 1, 0)
    return time.perf_counter() - begun

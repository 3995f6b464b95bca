"""Several processes on one notebook: two write, one joins, one backs up, one looks on."""

import random
import subprocess
from pathlib import Path

from tools.survival.scenes import crowd_verdict, prepare_crowd
from tools.survival.stage import clear, stage
from tools.survival.trace import child
from tools.survival.verdict import Ledger
from tools.tree import TOP

PLAYERS = ("write", "write", "backup", "join")


def strike(ledger: Ledger, rounds: int, seed: int = 0) -> None:
    """Goes on until the ledger holds so many gatherings."""
    with stage() as folder:
        for n in range(ledger.rounds(), rounds):
            clear(folder)
            before = prepare_crowd(folder)
            said, codes = _gather(folder, random.Random(seed * 1_000_003 + n))
            verdict = crowd_verdict(folder, before, said, codes)
            ledger.write(verdict, what="crowd", seed=n)


def _gather(folder: Path, chance: random.Random) -> tuple[list[str], list[int]]:
    lines = [child(one, folder, chance.randrange(1 << 30), "EXTRA") for one in PLAYERS]
    started = [subprocess.Popen(line, cwd=TOP, stdout=subprocess.PIPE, text=True) for line in lines]
    said = [process.communicate()[0].splitlines() for process in started]
    return [line for lines in said for line in lines], [p.returncode for p in started]

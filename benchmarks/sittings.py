"""Starts of the program and of a bare window, each a process of its own, timed from the spawn."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from benchmarks.child import TOP, homes
from benchmarks.made import named, synthetic
from benchmarks.rounds import Figures, Rounds, interleaved
from benchmarks.row import MissingError, Plan

CHILDREN = Path(__file__).parent / "children"
BARE = "bare window"
MOST_S = 420.0
_CLOCKS = ("first", "loaded")
"""Figures that are times of the clock all processes share; they become seconds since the spawn."""


def spawned(script: str, *words: str, env: Mapping[str, str]) -> Callable[[], Figures]:
    """A contender that is started anew for each turn and says its figures as it ends."""

    def turn() -> Figures:
        began = time.monotonic()
        command = [sys.executable, str(CHILDREN / script), *words]
        try:
            ran = subprocess.run(
                command, env=env, cwd=TOP, capture_output=True, text=True, timeout=MOST_S
            )
        except subprocess.TimeoutExpired as late:
            raise MissingError(f"not done within {MOST_S:g} s") from late
        if ran.returncode or not ran.stdout.strip():
            last = (ran.stderr.strip().splitlines() or ["nothing said"])[-1]
            raise MissingError(f"ended with {ran.returncode}: {last}")
        figures: dict[str, float] = json.loads(ran.stdout.strip().splitlines()[-1])
        return {n: v - began if n in _CLOCKS else v for n, v in figures.items()}

    return turn


def environment(folder: Path) -> dict[str, str]:
    """Whose folders are not the reader's, and nothing of this shell but the path."""
    return {**os.environ, **homes(folder)}


@cache
def sittings(plan: Plan) -> Rounds:
    """A bare window and the program on each size, opened before; first frame and loaded."""
    env = environment(plan.cache)
    contenders = {BARE: spawned("bare_window.py", env=env)}
    for size in plan.sizes:
        contenders[named(size)] = spawned("sitting.py", str(synthetic(size)), env=env)
    return interleaved(contenders, plan.rounds)

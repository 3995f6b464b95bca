"""Watches a process that tries cases: counts outcomes, names the case that killed it or hangs."""

import json
import os
import select
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

TOP = Path(__file__).resolve().parents[1]
SLOW_SECONDS = 5.0
"""Of the processor's time; a case that takes longer is a find."""

HANGS_SECONDS = 60.0
"""Of the clock's, since other programs may have the machine; then the process is ended."""

START_SECONDS = 600.0
"""To make ready: an archive is built first, perhaps on a machine that others keep busy."""

_READ = 65536

Command = Callable[[str, int, int, int], Sequence[str]]


@dataclass
class Tally:
    """What came of cases `first` to `first + n - 1`; `finds` are of those that must not be."""

    first: int
    n: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    slowest_seconds: float = 0.0
    finds: list[tuple[int, str]] = field(default_factory=list)
    slow_seconds: float = SLOW_SECONDS

    def count(self, number: int, seconds: float, outcome: str) -> None:
        """Adds one case."""
        self.n += 1
        self.slowest_seconds = max(self.slowest_seconds, seconds)
        if outcome.startswith("!"):
            self.finds.append((number, outcome[1:]))
        elif seconds > self.slow_seconds:
            self.finds.append((number, f"took {seconds:.1f} s"))
        self.outcomes["find" if outcome.startswith("!") else outcome] += 1


def trying(subject: str, seed: int, first: int, n: int) -> Sequence[str]:
    """The command that tries these cases."""
    return [sys.executable, "-m", "sweeps.trying", subject, str(seed), str(first), str(n)]


def watch(
    subject: str,
    seed: int,
    first: int,
    n: int,
    command: Command = trying,
    hangs_seconds: float = HANGS_SECONDS,
    slow_seconds: float = SLOW_SECONDS,
) -> Tally:
    """Tries all n cases, in as many processes as it takes."""
    tally = Tally(first, slow_seconds=slow_seconds)
    while tally.n < n:
        _one_process(tally, command(subject, seed, first + tally.n, n - tally.n), n, hangs_seconds)
    return tally


def _one_process(tally: Tally, command: Sequence[str], n: int, hangs_seconds: float) -> None:
    """Until it ends; the case at which it ends early is a find, and the next begins after it."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, cwd=TOP, env=_environment())
    ready = False
    try:
        for line in _lines(process, hangs_seconds):  # the first is "ready"
            if line == "ready":
                ready = True
                continue
            number, seconds, outcome = line.split(" ", 2)
            tally.count(int(number), float(seconds), json.loads(outcome))
        why = f"the process ended with {process.wait()}"
    except TimeoutError:
        why = f"no answer within {hangs_seconds:.0f} s"
    finally:
        process.kill()
        process.wait()
    if not ready:
        raise RuntimeError(f"the sweep could not start: {why}")
    if tally.n < n:
        tally.count(tally.first + tally.n, 0.0, f"!{why}")


def _lines(process: subprocess.Popen[bytes], hangs_seconds: float) -> Iterator[str]:
    """What the process prints, a line at a time. Raises TimeoutError after a silence."""
    assert process.stdout is not None
    rest, since, patience = b"", time.monotonic(), START_SECONDS
    while True:
        left = since + patience - time.monotonic()
        if not select.select([process.stdout], [], [], max(0.0, left))[0]:
            raise TimeoutError
        some = os.read(process.stdout.fileno(), _READ)
        if not some:
            return
        *whole, rest = (rest + some).split(b"\n")
        for line in whole:
            since, patience = time.monotonic(), hangs_seconds
            yield line.decode()


def _environment() -> dict[str, str]:
    path = os.pathsep.join((str(TOP / "src"), str(TOP)))
    return os.environ | {"PYTHONPATH": path, "PYTHONHASHSEED": "0"}

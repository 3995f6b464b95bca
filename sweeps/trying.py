"""Tries cases of one subject in a process of its own: `python -m sweeps.trying ID SEED FIRST N`.

Prints a line a case, `NUMBER SECONDS OUTCOME`, as it ends; OUTCOME is JSON. The process that reads
them knows by the last line which case killed this one or hangs.
"""

import faulthandler
import json
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

from sweeps.catalogue import SUBJECTS
from sweeps.subject import Subject, Try, told


def chance(subject: str, seed: int, number: int) -> Random:
    """What decides about one case; the same in every process and on every machine."""
    return Random(f"{subject} {seed} {number}")


def cases(subject: Subject, seed: int, first: int, n: int) -> Iterator[tuple[int, float, str]]:
    """Number, seconds of the processor and outcome of each; "!" and what was raised for a find."""
    with tempfile.TemporaryDirectory(prefix="sweep-") as folder:
        try_one = subject.start(Path(folder))
        for number in range(first, first + n):
            start = time.process_time()
            outcome = _outcome(try_one, chance(subject.id, seed, number)).replace(folder, "")
            yield number, time.process_time() - start, outcome


def _outcome(try_one: Try, random: Random) -> str:
    try:
        return try_one(random)
    except Exception as fault:  # noqa: BLE001 - whatever escapes is what a sweep looks for
        return "!" + told(fault)


def main(argv: list[str]) -> int:
    """Tries them all."""
    subject, seed, first, n = SUBJECTS[argv[0]], int(argv[1]), int(argv[2]), int(argv[3])
    faulthandler.enable()  # where a process dies is told
    print("ready", flush=True)
    for number, seconds, outcome in cases(subject, seed, first, n):
        print(number, f"{seconds:.3f}", json.dumps(outcome), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

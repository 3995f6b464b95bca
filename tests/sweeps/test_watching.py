"""A process that dies or hangs is a find with its case's number, and the others are tried."""

import sys
from collections.abc import Sequence

import pytest

from sweeps.watching import watch

CASES = """
import os, sys, time
first, n = int(sys.argv[1]), int(sys.argv[2])
print("ready", flush=True)
for number in range(first, first + n):
    if number == 3: os.abort()
    if number == 5: time.sleep(600)
    seconds = 9.5 if number == 6 else 0.001
    print(number, seconds, '"!raised"' if number == 7 else '"ok"', flush=True)
"""


def badly(subject: str, seed: int, first: int, n: int) -> Sequence[str]:
    return [sys.executable, "-c", CASES, str(first), str(n)]


def test_every_case_is_counted_once_and_the_bad_ones_are_named() -> None:
    tally = watch("x", 1, 0, 10, badly, hangs_seconds=3)
    assert tally.n == 10
    assert tally.outcomes == {"ok": 7, "find": 3}
    assert tally.slowest_seconds == 9.5
    assert [number for number, _ in tally.finds] == [3, 5, 6, 7]
    said = dict(tally.finds)
    assert "ended with" in said[3]
    assert "no answer" in said[5]
    assert "9.5 s" in said[6]
    assert said[7] == "raised"


def test_a_sweep_that_cannot_start_is_said() -> None:
    def nothing(subject: str, seed: int, first: int, n: int) -> Sequence[str]:
        return [sys.executable, "-c", "raise SystemExit(4)"]

    with pytest.raises(RuntimeError, match="ended with 4"):
        watch("x", 1, 0, 2, nothing, hangs_seconds=5)

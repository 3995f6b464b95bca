"""The laws of joining over many more random examples than the tests take."""

import os
import subprocess
import sys

from tools.survival.verdict import Ledger, Verdict
from tools.tree import TOP, Stop

AT_A_TIME = 2_000
_LAW = "tests/store/test_joining_law.py"


def strike(ledger: Ledger, rounds: int, seed: int = 0) -> None:
    """Goes on until the ledger holds so many examples, `AT_A_TIME` in a line of it."""
    done = ledger.rounds() * AT_A_TIME
    for n in range(done // AT_A_TIME, -(-rounds // AT_A_TIME)):
        words = ["-q", "-p", "no:cacheprovider", f"--hypothesis-seed={seed + n}", _LAW]
        env = {**os.environ, "JOIN_EXAMPLES": str(AT_A_TIME)}
        code = subprocess.call([sys.executable, "-m", "pytest", *words], cwd=TOP, env=env)
        if code not in (0, 1):
            raise Stop("the tests of the joins could not be run", code)
        ledger.write(Verdict(AT_A_TIME, lost=int(code)), what="join", seed=seed + n)

"""`python -m calibration`: tries the analysis on made worlds and writes `docs/methods.md`."""

import argparse
import sys

from calibration.page import PAGE, failures, page
from calibration.trials import SIZES, tried
from calibration.worlds import BUSY, BUSY_SOME, CLUSTERED, PLAIN, WITH_MEMORY

_SHORT = 60


def main() -> int:
    """Runs the trials. `--short`: a few, which are printed and kept nowhere."""
    parser = argparse.ArgumentParser("calibration", description=__doc__)
    parser.add_argument("--trials", type=int, default=1000, help="in each cell (default 1000)")
    parser.add_argument("--draws", type=int, default=500, help="of each test (default 500)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--short", action="store_true", help=f"{_SHORT} trials, kept nowhere")
    asked = parser.parse_args()
    trials = _SHORT if asked.short else asked.trials
    outcomes = []
    for world in (PLAIN, CLUSTERED, BUSY_SOME, BUSY, *WITH_MEMORY):
        for n in SIZES:
            outcomes.append(tried(world, n, trials, asked.draws, asked.seed))
            print(f"{world.name}, n = {n}: {trials} trials", file=sys.stderr, flush=True)
    made = page(outcomes, trials, asked.draws, asked.seed)
    if asked.short:
        print(made)
    else:
        PAGE.write_text(made, "utf-8")
    for line in failures(outcomes):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())

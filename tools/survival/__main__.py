"""Strikes notebooks again and again, and adds up in a ledger what came of it.

    python -m tools.survival RIG [--rounds N] [--seed S]

A sweep that was broken off goes on where it stood; the ledger lies in `build/survival`.
"""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from functools import partial

from tools.survival import crowd, faults, joins, kills, pages, power, room
from tools.survival.verdict import Ledger
from tools.tree import BUILD, Stop, tell

FOLDER = BUILD / "survival"
Rig = Callable[[Ledger, int, int], None]

RIGS: dict[str, tuple[Rig, int]] = {
    "kill": (kills.strike, 10_000),
    "power": (power.strike, 10_000),
    "power-off": (partial(power.strike, synchronous="OFF"), 500),
    "power-full": (partial(power.strike, synchronous="FULL"), 500),
    "fault": (faults.strike, 1_000),
    "room": (room.strike, 500),
    "crowd": (crowd.strike, 100),
    "pages": (pages.strike, 2_000),
    "join": (joins.strike, 100_000),
}
"""Each rig, and how often it strikes where nothing else is said."""

CARELESS = ("power-off", "power-full")
"""Rigs that must find losses, since the notebook is made careless: they prove that the rig sees."""


def main(argv: Sequence[str]) -> int:
    """Runs one rig, and prints its sums: 0 where nothing was lost, 1 where something was."""
    parser = argparse.ArgumentParser(prog="python3 dev.py survive", description=__doc__)
    parser.add_argument("rig", choices=RIGS)
    parser.add_argument("--rounds", type=int)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args(argv)
    strike, usual = RIGS[asked.rig]
    ledger = Ledger(FOLDER / f"{asked.rig}-{asked.seed}.jsonl")
    try:
        strike(ledger, asked.rounds or usual, asked.seed)
    except Stop as stop:
        tell(str(stop))
        return stop.code
    finally:
        for what, counts in ledger.totals().items():
            print(json.dumps({"what": what, **counts}))
    bad = ledger.bad()
    return int(bool(bad) != (asked.rig in CARELESS))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

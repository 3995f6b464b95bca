"""`python -m benchmarks [NAME]... [--rounds N] [--keep]`: ratios to a floor in the same run."""

import argparse
import sys

from benchmarks.catalogue import BENCHMARKS
from benchmarks.result import keep, table


def main() -> int:
    """Measures what is named, or everything; prints a line a figure."""
    parser = argparse.ArgumentParser("benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHMARKS))
    parser.add_argument("--rounds", type=int, default=11, help="interleaved rounds (default 11)")
    parser.add_argument("--keep", action="store_true", help="write into benchmarks/results")
    asked = parser.parse_args()
    unknown = set(asked.names) - set(BENCHMARKS)
    if unknown:
        parser.error(f"there is no benchmark called {', '.join(sorted(unknown))}")
    for name in asked.names or BENCHMARKS:
        result = BENCHMARKS[name](asked.rounds)
        print(table(result))
        if asked.keep:
            print(keep(result))
    return 0


if __name__ == "__main__":
    sys.exit(main())

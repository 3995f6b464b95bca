"""`python -m sweeps [SUBJECT]...`: what is tried by chance, from where the ledger ends."""

import argparse
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from sweeps.catalogue import FILES, SUBJECTS
from sweeps.ledger import LEDGER, next_case, note, sum_of
from sweeps.watching import TOP, Tally, watch

GOAL = 1_000_000
"""Cases of all files together."""

_STRETCH = 1_000


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser("sweeps", description=__doc__)
    parser.add_argument(
        "subjects",
        nargs="*",
        metavar="SUBJECT",
        help=f"{', '.join(SUBJECTS)}: where none is named {' and '.join(FILES)}",
    )
    parser.add_argument("--cases", type=int, default=_STRETCH, help="more of each (default 1000)")
    parser.add_argument("--seed", type=int, default=1, help="another seed, other cases")
    parser.add_argument("--jobs", type=int, default=1, help="processes at a time (default 1)")
    parser.add_argument("--ledger", type=Path, default=LEDGER, help="where the counts are kept")
    parser.add_argument("--status", action="store_true", help="only say what has been tried")
    asked = parser.parse_args()
    unknown = set(asked.subjects) - set(SUBJECTS)
    if unknown:
        parser.error(f"there is no sweep called {', '.join(sorted(unknown))}")
    return asked


def _stretches(first: int, cases: int) -> Iterator[tuple[int, int]]:
    for start in range(first, first + cases, _STRETCH):
        yield start, min(_STRETCH, first + cases - start)


def _sweep(subject: str, asked: argparse.Namespace, version: str) -> list[tuple[int, str]]:
    """Tries the cases; each stretch goes into the ledger as soon as all before it are there."""
    finds: list[tuple[int, str]] = []
    first = next_case(asked.ledger, subject, asked.seed)

    def tried(stretch: tuple[int, int]) -> Tally:
        slow = SUBJECTS[subject].slow_seconds
        return watch(subject, asked.seed, *stretch, slow_seconds=slow)

    with ThreadPoolExecutor(asked.jobs) as pool:
        for tally in pool.map(tried, _stretches(first, asked.cases)):
            note(asked.ledger, subject, asked.seed, tally, version)
            finds += tally.finds
            print(f"{subject}: {tally.first + tally.n:,} cases, {len(finds)} finds", flush=True)
    return finds


def _version() -> str:
    line = ["git", "-C", str(TOP), "describe", "--always", "--dirty"]
    return subprocess.run(line, capture_output=True, text=True, check=False).stdout.strip()


def main() -> int:
    """Tries more cases, then says what all runs add up to; 1 where this one found something."""
    asked = _asked()
    finds = []
    for subject in () if asked.status else asked.subjects or FILES:
        finds += [(subject, *find) for find in _sweep(subject, asked, _version())]
    for subject, number, what in finds:
        print(f"\n{subject}, case {number}:\n{what}")
    done = 0
    for subject in SUBJECTS:
        total = sum_of(asked.ledger, subject, asked.seed)
        said = ", ".join(f"{n:,} {word}" for word, n in sorted(total.outcomes.items()))
        print(f"{subject}: {total.cases:,} cases ({said}); {len(total.finds)} finds")
        print(f"    the slowest took {total.slowest_seconds:.2f} s")
        done += total.cases if subject in FILES else 0
    print(f"{done:,} of {GOAL:,}")
    return 1 if finds else 0


if __name__ == "__main__":
    sys.exit(main())

"""What has been tried so far, one line of JSON a stretch of cases; the next run goes on from there.

{"subject", "seed", "first", "n", "outcomes", "slowest_s", "finds", "version", "on"}
"""

import json
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from operator import itemgetter
from pathlib import Path
from typing import Any

from sweeps.watching import Tally

LEDGER = Path(__file__).parent / "results" / "ledger.jsonl"


@dataclass(frozen=True)
class Sum:
    """All stretches of one subject under one seed together."""

    cases: int
    outcomes: Counter[str]
    slowest_seconds: float
    finds: tuple[tuple[int, str], ...]


def entries(path: Path) -> list[dict[str, Any]]:
    """Every line that is whole; the last may be torn where a run was ended as it wrote."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
        try:
            found.append(json.loads(line))
        except ValueError:
            continue
    return found


def note(path: Path, subject: str, seed: int, tally: Tally, version: str) -> None:
    """Adds a stretch, on a line of its own whatever was torn before it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    said = {
        **{"subject": subject, "seed": seed, "first": tally.first, "n": tally.n},
        **{"outcomes": dict(sorted(tally.outcomes.items()))},
        **{"slowest_s": round(tally.slowest_seconds, 3), "finds": tally.finds},
        **{"version": version, "on": datetime.now(UTC).date().isoformat()},
    }
    torn = path.exists() and path.stat().st_size and not path.read_bytes().endswith(b"\n")
    with path.open("a", encoding="utf-8") as file:
        file.write(("\n" if torn else "") + json.dumps(said, ensure_ascii=False) + "\n")


def sum_of(path: Path, subject: str, seed: int) -> Sum:
    """What the stretches add up to; a case that two of them hold counts once."""
    stretches = [e for e in entries(path) if (e["subject"], e["seed"]) == (subject, seed)]
    cases, outcomes, slowest, finds = 0, Counter[str](), 0.0, list[tuple[int, str]]()
    for e in sorted(stretches, key=itemgetter("first")):
        if e["first"] < cases:
            continue
        cases += e["n"]
        outcomes.update(e["outcomes"])
        slowest = max(slowest, e["slowest_s"])
        finds += [(number, what) for number, what in e["finds"]]
    return Sum(cases, outcomes, slowest, tuple(finds))


def next_case(path: Path, subject: str, seed: int) -> int:
    """The first case that no stretch holds."""
    ends = [0]
    for e in entries(path):
        if (e["subject"], e["seed"]) == (subject, seed):
            ends.append(e["first"] + e["n"])
    return max(ends)

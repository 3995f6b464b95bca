"""What was measured, on which machine, and what it comes to."""

import json
import os
import platform
import sqlite3
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

FOLDER = Path(__file__).parent / "results"
PACKAGES = ("PySide6-Essentials", "numpy", "pyqtgraph", "sqlite-utils")


@dataclass(frozen=True, slots=True)
class Result:
    """Seconds of each variant, round by round in the same order.

    `floor` names the variant that bounds them, or for each variant the one it is compared with.
    """

    name: str
    floor: str | Mapping[str, str]
    seconds: Mapping[str, Sequence[float]]

    def floor_of(self, variant: str) -> str:
        """What the variant is compared with."""
        return self.floor if isinstance(self.floor, str) else self.floor[variant]

    def ratios(self, variant: str) -> list[float]:
        """The variant's seconds over the floor's of the same round."""
        pairs = zip(self.seconds[variant], self.seconds[self.floor_of(variant)], strict=True)
        return [ours / floor for ours, floor in pairs]


def table(result: Result) -> str:
    """One line a variant: median and least milliseconds, and the median of its ratios."""
    lines = [f"{result.name}: median ms, least ms, median ratio to what it is compared with"]
    for variant, seconds in result.seconds.items():
        middle, least = statistics.median(seconds) * 1000, min(seconds) * 1000
        ratio = statistics.median(result.ratios(variant))
        beside = f"{ratio:7.2f}  of {result.floor_of(variant)}"
        lines.append(f"  {variant:34} {middle:9.2f} {least:9.2f} {beside}")
    return "\n".join(lines)


def _load() -> float | None:
    """How many programs wanted to run, on average over the last minute, where that is known."""
    return round(os.getloadavg()[0], 2) if hasattr(os, "getloadavg") else None


def keep(result: Result) -> Path:
    """Writes the result with machine, versions and date; returns the file."""
    now = datetime.now(UTC)
    versions = {"python": platform.python_version(), "sqlite": sqlite3.sqlite_version}
    whole = {
        "name": result.name,
        "measured": now.isoformat(timespec="seconds"),
        "machine": {"system": platform.platform(), "cores": os.cpu_count(), "load": _load()},
        "versions": versions | {p: version(p) for p in PACKAGES},
        "floor": {variant: result.floor_of(variant) for variant in result.seconds},
        "ratios": {v: round(statistics.median(result.ratios(v)), 3) for v in result.seconds},
        "seconds": {variant: list(seconds) for variant, seconds in result.seconds.items()},
    }
    FOLDER.mkdir(exist_ok=True)
    file = FOLDER / f"{result.name}-{now:%Y-%m-%d}.json"
    file.write_text(json.dumps(whole, indent=1) + "\n", encoding="utf-8")
    return file

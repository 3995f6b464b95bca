"""What was measured, on which machine, and what it comes to."""

import json
import os
import platform
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

FOLDER = Path(__file__).parent / "results"
PACKAGES = ("PySide6-Essentials", "numpy", "pyqtgraph")


@dataclass(frozen=True, slots=True)
class Result:
    """Seconds of each variant, round by round in the same order; `floor` names what bounds them."""

    name: str
    floor: str
    seconds: dict[str, Sequence[float]]

    def ratios(self, variant: str) -> list[float]:
        """The variant's seconds over the floor's of the same round."""
        pairs = zip(self.seconds[variant], self.seconds[self.floor], strict=True)
        return [ours / floor for ours, floor in pairs]


def table(result: Result) -> str:
    """One line a variant: median and least milliseconds, and the median of its ratios."""
    lines = [f"{result.name}: median ms, least ms, ratio to {result.floor}"]
    for variant, seconds in result.seconds.items():
        middle, least = statistics.median(seconds) * 1000, min(seconds) * 1000
        ratio = statistics.median(result.ratios(variant))
        lines.append(f"  {variant:32} {middle:8.1f} {least:8.1f} {ratio:7.2f}")
    return "\n".join(lines)


def keep(result: Result) -> Path:
    """Writes the result with machine, versions and date; returns the file."""
    now = datetime.now(UTC)
    whole = {
        "name": result.name,
        "measured": now.isoformat(timespec="seconds"),
        "machine": {"system": platform.platform(), "cores": os.cpu_count()},
        "versions": {"python": platform.python_version()} | {p: version(p) for p in PACKAGES},
        "floor": result.floor,
        "seconds": {variant: list(seconds) for variant, seconds in result.seconds.items()},
    }
    FOLDER.mkdir(exist_ok=True)
    file = FOLDER / f"{result.name}-{now:%Y-%m-%d}.json"
    file.write_text(json.dumps(whole, indent=1) + "\n", encoding="utf-8")
    return file

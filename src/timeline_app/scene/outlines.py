"""The outlines of land that lie under a map; `resources/map/README.md` tells of the file."""

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from timeline_app.dataclass import dataclass
from timeline_app.places import resources

Line = NDArray[np.float64]
"""(points, 2): longitude and latitude in degrees."""


@dataclass(frozen=True, eq=False, slots=True)
class Outlines:
    """Rings of land (seas within it are rings too) and lakes; borders that are settled, and lines
    that are disputed, claimed or not settled."""

    land: tuple[Line, ...] = ()
    lakes: tuple[Line, ...] = ()
    borders: tuple[Line, ...] = ()
    unsettled: tuple[Line, ...] = ()


@cache
def shipped_outlines() -> Outlines:
    """Those that come with the program; none where their file is missing or spoilt: the dots are
    what counts."""
    return read_outlines(resources() / "map" / "outlines.json")


def read_outlines(file: Path) -> Outlines:
    """The outlines in a file; none where it holds no such thing."""
    try:
        told = json.loads(file.read_text("utf-8"))
        unit = float(told["unit"])
        names = ("land", "lakes", "borders", "unsettled")
        return Outlines(*(tuple(_line(one, unit) for one in told[name]) for name in names))
    except (OSError, ValueError, KeyError, TypeError, ZeroDivisionError):
        return Outlines()


def _line(steps: Sequence[int], unit: float) -> Line:
    return np.cumsum(np.array(steps, np.float64).reshape(-1, 2), axis=0) / unit

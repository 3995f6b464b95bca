"""What a sweep tries: how one case goes, and how it ended in a word."""

import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from sweeps.watching import SLOW_SECONDS

_FRAMES = 6
_LONGEST = 600

Try = Callable[[Random], str]


@dataclass(frozen=True)
class Subject:
    """A kind of thing that is spoilt and then read, or used by chance.

    `start` makes ready in an empty folder of its own, once a process, and returns what tries one
    case: it gives back the word to be counted, and raises where the program did what it must not.
    """

    id: str
    what: str
    start: Callable[[Path], Try]
    slow_seconds: float = SLOW_SECONDS


class BrokenPromise(Exception):  # noqa: N818 - it is a finding, not a fault of the sweep
    """The program did something else than refuse, leave out or read."""


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of the folder with what it holds."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def told(fault: BaseException) -> str:
    """What was raised and where, without the paths of a machine."""
    frames = traceback.extract_tb(fault.__traceback__)[-_FRAMES:]
    where = " > ".join(f"{Path(f.filename).name}:{f.lineno}" for f in frames)
    return f"{type(fault).__name__}: {fault}"[:_LONGEST] + f" ({where})"

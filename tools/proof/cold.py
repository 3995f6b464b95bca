"""How soon the first useful frame is there where nothing of the program is in memory yet.

What is installed and the source start in turns on one bare system, from files that nobody else has
open: whatever else the machine has to do hits both alike.
"""

import ctypes
import json
import mmap
import os
import stat
import statistics
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tools.chroot import Chroot
from tools.clone import clone_into
from tools.proof.sitter import Sitter
from tools.tree import ARCHIVE, TOP, Stop

PAIRS = 9
WITHIN_S, OF_SOURCE = 1.5, 1.1
COLD = 0.1
"""A start is called cold where less than this share of its files was in memory."""

_PAINT = ("--screenshot", "/tmp/cold.png", "--size", "1280x800")
# A process is as old as its fork: with one of its own the mounts before it count for nothing.
_FORKED = ("sh", "-c", '"$@"; exit $?', "sh")
_LARGE = 1 << 20


def cold_starts(sitter: Sitter) -> str:
    """Starts both in turns, each with a cache of its own that is empty; the verdict."""
    root = sitter.chroot.path
    commands = ((sitter.program,), _source(sitter.chroot))
    taken: tuple[list[float], list[float]] = ([], [])
    warmth = 0.0
    for n in range(PAIRS):
        for which in (0, 1) if n % 2 else (1, 0):
            forget(root)
            warmth = max(warmth, in_memory(large_files(root)))
            cache = f"/tmp/cache-{which}-{n}"
            taken[which].append(_first_frame(sitter, commands[which], cache))
    return verdict(*taken, warmth)


def verdict(ours: Sequence[float], source: Sequence[float], warmth: float) -> str:
    """What starts in turns came to: medians of the seconds of each, and the median of how many
    times as long ours took as the source beside it. `warmth`: the largest share that was in memory.

    Raises:
        Stop: the first frame is late, by itself or beside the source.
    """
    took, its = statistics.median(ours), statistics.median(source)
    times = statistics.median(a / b for a, b in zip(ours, source, strict=True))
    kind = "cold" if warmth < COLD else "warm, since this system forgets nothing"
    told = f"{kind}: {took:.2f} s, source {its:.2f} s: {times:.2f} of it ({len(ours)} pairs)"
    if took > WITHIN_S or times > OF_SOURCE:
        raise Stop(f"{told}; {WITHIN_S} s and {OF_SOURCE} of the source are allowed")
    return told


def forget(folder: Path) -> None:
    """Lets the system forget what it holds in memory of the files below a folder."""
    os.sync()  # what is not on disk yet cannot be forgotten
    for file in _files(folder):
        with file.open("rb") as held:
            os.posix_fadvise(held.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def large_files(folder: Path) -> list[Path]:
    """The files below a folder that reading takes time for."""
    return [file for file in _files(folder) if file.stat().st_size >= _LARGE]


def _files(folder: Path) -> Iterator[Path]:
    """Every file below, neither links nor pipes nor devices."""
    for place, _, names in os.walk(folder):
        for file in (Path(place) / name for name in names):
            if stat.S_ISREG(file.lstat().st_mode):
                yield file


def in_memory(files: Iterable[Path]) -> float:
    """The share of the files' pages that the system holds in memory; 0 of no files."""
    held = [page & 1 for file in files for page in _pages(file)]
    return sum(held) / max(1, len(held))


def _pages(file: Path) -> bytes:
    """A byte for each page of a file, whose lowest bit is set where it is in memory. Asking reads
    none of it."""
    with file.open("rb") as opened, mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_COPY) as seen:
        told = (ctypes.c_ubyte * -(-len(seen) // mmap.PAGESIZE))()
        first = ctypes.c_char.from_buffer(seen)
        mincore = ctypes.CDLL(None, use_errno=True).mincore
        fault = mincore(ctypes.byref(first), ctypes.c_size_t(len(seen)), told)
        del first  # it would keep the file from being let go
        if fault:
            raise OSError(ctypes.get_errno(), "mincore")
        return bytes(told)


def _source(chroot: Chroot) -> tuple[str, ...]:
    """Sets the source up as a stranger does; the command that starts it. Raises `Stop` where that
    cannot be done."""
    inside, log = clone_into(chroot), chroot.path / "source.log"
    python, archive = f"{inside}/.venv/bin/python", f"{inside}/{ARCHIVE.relative_to(TOP)}"
    # The source has the overview beside its archive too, as the package has it.
    for command in (["python3", "dev.py", "run"], [python, "packaging/overview.py", archive]):
        if chroot.call(command, inside, out=log).code:
            raise Stop(f"The source cannot be set up: {log.read_text('utf-8')[-1500:]}")
    return (python, "-m", "timeline_app")


def _first_frame(sitter: Sitter, command: Sequence[str], cache: str) -> float:
    """Seconds from the start of the process to its first useful frame."""
    where = {**sitter.env, "QT_QPA_PLATFORM": "offscreen", "XDG_CACHE_HOME": cache}
    words = [*_FORKED, *command, *_PAINT]
    said = sitter.chroot.ask(words, network=False, person=sitter.person, env=where)
    if said.returncode:
        raise Stop(f"exit code {said.returncode}: {said.stderr}")
    return float(json.loads(said.stdout)["first_frame_s"])

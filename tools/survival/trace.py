"""What a process asked of the disk, call by call, as strace saw it."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tools.survival.scenes import SCENES
from tools.tree import TOP, Stop

_CALLS = (
    "openat,creat,close,write,pwrite64,pwritev,sendfile,copy_file_range,ftruncate,fallocate,"
    "fsync,fdatasync,unlink,unlinkat,rename,renameat,renameat2,link,linkat,mkdir,mkdirat,rmdir"
)
_LINE = re.compile(r"(\w+)\((.*)\)\s+= (-?\d+)")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?')


@dataclass(frozen=True, slots=True)
class Call:
    """A call that succeeded: its name, its texts in order, its numbers in order, its answer."""

    name: str
    texts: tuple[bytes, ...]
    words: tuple[str, ...]
    answer: int


def is_there() -> bool:
    """Whether strace can watch a process here."""
    if shutil.which("strace") is None:
        return False
    tried = subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True)
    return tried.returncode == 0


def need() -> None:
    """Raises `Stop` where it cannot."""
    if not is_there():
        raise Stop("this needs strace and the right to watch processes with it", 2)


def child(scene: str, folder: Path, seed: int, synchronous: str) -> list[str]:
    """The command line of a scene's player."""
    steps = str(SCENES[scene].steps)
    words = [scene, str(folder), str(seed), steps, synchronous]
    return [sys.executable, "-m", "tools.survival.child", *words]


def recorded(scene: str, folder: Path, seed: int, synchronous: str) -> list[Call]:
    """Plays a scene to its end, and returns all that it asked of the disk."""
    trace = folder.with_name("trace")
    watch = ["strace", "-qq", "-o", str(trace), "-e", f"trace={_CALLS}", "-xx", "-s", "1000000"]
    line = [*watch, *child(scene, folder, seed, synchronous)]
    subprocess.run(line, cwd=TOP, stdout=subprocess.PIPE, check=True)
    return list(calls(trace.read_text(encoding="ascii").splitlines()))


def calls(lines: list[str]) -> Iterator[Call]:
    """The calls that succeeded."""
    for line in lines:
        said = _LINE.match(line)
        if said is None or int(said[3]) < 0:
            continue
        found = list(_TEXT.finditer(said[2]))
        if any(text[2] for text in found):
            raise ValueError("strace cut a text short")
        texts = tuple(bytes.fromhex(text[1].replace("\\x", "")) for text in found)
        words = tuple(word.strip() for word in _TEXT.sub('""', said[2]).split(","))
        yield Call(said[1], texts, words, int(said[3]))

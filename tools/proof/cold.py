"""How soon the first useful frame is there where nothing of the program is in memory yet: the
installed one beside the source, in the same run."""

import json
import os
import statistics
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

from tools import compiled, edition
from tools.proof.sitter import OURS, Sitter
from tools.tree import ARCHIVE, PYTHON, TOP, VENV, Stop

ROUNDS = 5
_SIZE = ("--size", "1280x800")
_LIBRARIES = Path("usr/lib/x86_64-linux-gnu")


def cold_starts(sitter: Sitter) -> str:
    """Medians of both, each start with a home of its own that is empty."""
    compiled.compile_source()
    edition.ensure()
    # The source has the overview beside its archive too, as the package has it.
    subprocess.check_call([PYTHON, TOP / "packaging" / "overview.py", ARCHIVE])
    ours: list[float] = []
    source: list[float] = []
    for n in range(ROUNDS):
        ours.append(_installed(sitter, n))
        source.append(_source())
    a, b = statistics.median(ours), statistics.median(source)
    return f"{a:.2f} s, source {b:.2f} s: {a / b:.2f} of it ({ROUNDS} rounds)"


def forget(folders: Iterable[Path]) -> None:
    """Lets the system forget what it holds in memory of these folders' files."""
    for folder in folders:
        for place, _, files in os.walk(folder):
            for name in files:
                try:
                    held = os.open(f"{place}/{name}", os.O_RDONLY | os.O_NOFOLLOW)
                except OSError:
                    continue
                os.posix_fadvise(held, 0, 0, os.POSIX_FADV_DONTNEED)
                os.close(held)


def _installed(sitter: Sitter, n: int) -> float:
    root = sitter.chroot.path
    forget((root / "usr/lib" / OURS, root / _LIBRARIES))
    empty = f"{sitter.person.home}/cache of round {n}"
    where = {"QT_QPA_PLATFORM": "offscreen", "XDG_CACHE_HOME": empty}
    said = sitter.say("--screenshot", "/tmp/cold.png", *_SIZE, **where)
    return _first(said)


def _source() -> float:
    base = Path(os.__file__).parent
    forget((TOP / "src", TOP / "resources", VENV, base, Path("/") / _LIBRARIES))
    with tempfile.TemporaryDirectory() as home:
        env = {**os.environ, "HOME": home, "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"}
        env |= {f"XDG_{of}_HOME": f"{home}/{of}" for of in ("CACHE", "CONFIG", "DATA")}
        words = [str(PYTHON), "-m", "timeline_app", "--screenshot", f"{home}/cold.png", *_SIZE]
        said = subprocess.run(words, env=env, capture_output=True, text=True, check=False)
        return _first(said)


def _first(said: "subprocess.CompletedProcess[str]") -> float:
    if said.returncode:
        raise Stop(f"exit code {said.returncode}: {said.stderr}")
    return float(json.loads(said.stdout)["first_frame_s"])

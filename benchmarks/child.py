"""A measured thing in a process of its own: it gets ready once, then takes a turn when asked.

The child prints a line of JSON when it is ready and one for each turn; a line to its input asks for
one. So whatever it loads stays loaded, and turns of several children can be interleaved. What it
says on its error output is shown only where it fails.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType

from benchmarks.rounds import Figures
from benchmarks.row import MissingError

TOP = Path(__file__).resolve().parents[1]
PEERS = TOP / "benchmarks" / "peers"
_SCRIPTS = "Scripts" if os.name == "nt" else "bin"
_BENCH_PYTHON = TOP / ".venv-bench" / _SCRIPTS / Path(sys.executable).name


class Child:
    """A process that measures; MissingError where it cannot be had or fails."""

    def __init__(self, command: Sequence[str | Path], env: Mapping[str, str] | None = None) -> None:
        self._command = [str(word) for word in command]
        self._env = {**os.environ, **(env or {})}
        self._process: subprocess.Popen[str] | None = None
        self._errors = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115 - closed below
        self.told: Figures = {}
        """What it said when it was ready."""

    def __call__(self) -> Figures:
        """One turn."""
        process = self.start()
        if process.stdin is None:
            raise MissingError("no input")
        process.stdin.write("turn\n")
        process.stdin.flush()
        return self._read(process)

    def start(self) -> "subprocess.Popen[str]":
        """The process, ready; started where it was not."""
        if self._process is None:
            self._process = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._errors,
                env=self._env,
                text=True,
                cwd=TOP,
            )
            self.told = self._read(self._process)
        return self._process

    def _read(self, process: "subprocess.Popen[str]") -> Figures:
        line = process.stdout.readline() if process.stdout else ""
        if not line:
            code = process.wait()
            self._errors.seek(0)
            said = [text for text in self._errors.read().splitlines() if text.strip()]
            raise MissingError(f"ended with {code}: {said[-1] if said else 'nothing said'}")
        figures: Figures = json.loads(line)
        return figures

    def __enter__(self) -> "Child":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._process is not None:
            if self._process.stdin:
                self._process.stdin.close()
            try:
                self._process.wait(30)
            except subprocess.TimeoutExpired:
                self._process.kill()
            if self._process.stdout:
                self._process.stdout.close()
        self._errors.close()


def ours(name: str, *words: str | Path, cache: Path, env: Mapping[str, str] | None = None) -> Child:
    """One of `benchmarks/children`, run by the Python that the program runs on."""
    command = [sys.executable, "-m", f"benchmarks.children.{name}", *words]
    return Child(command, {**homes(cache), **(env or {})})


def python_peer(name: str, *words: str | Path) -> Child:
    """One of `benchmarks/peers/*.py`, in the environment that holds the peers."""
    if not _BENCH_PYTHON.exists():
        raise MissingError("not installed: run python3 dev.py bench")
    return Child([_BENCH_PYTHON, "-m", f"benchmarks.peers.{name}", *words])


def plain_peer(name: str, *words: str | Path) -> Child:
    """One of `benchmarks/peers/*.py` that needs nothing but Python."""
    return Child([sys.executable, "-m", f"benchmarks.peers.{name}", *words])


def node_peer(name: str, *words: str | Path) -> Child:
    """One of `benchmarks/peers/*.mjs`."""
    node = shutil.which("node")
    if node is None or not (PEERS / "node_modules").exists():
        raise MissingError("Node or its packages are not installed: run python3 dev.py bench")
    return Child([node, "--max-old-space-size=12288", PEERS / f"{name}.mjs", *words])


def homes(cache: Path) -> dict[str, str]:
    """Folders that no reader's are, and a window that needs no display."""
    folders = {
        f"XDG_{name}_HOME": str(cache / name.lower()) for name in ("DATA", "CONFIG", "CACHE")
    }
    env = {**folders, "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"}
    # An installed program has its compiled files, and sets one thread for linear algebra.
    return env | {
        "PYTHONDONTWRITEBYTECODE": "",
        "OPENBLAS_NUM_THREADS": "1",
        "PYTHONPATH": os.pathsep.join((str(TOP / "src"), str(TOP))),
    }

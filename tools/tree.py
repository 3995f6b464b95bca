"""Where things lie in a checkout, and the one way its tools start other programs."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

TOP = Path(__file__).resolve().parents[1]
VENV = TOP / ".venv"
BUILD = TOP / "build"
DIST = TOP / "dist"
ARCHIVE = BUILD / "central-asian-diplomacy.archive.sqlite"
OVERVIEW = ARCHIVE.with_name(f"{ARCHIVE.name}.overview.json")
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
BENCH_VENV = TOP / ".venv-bench"
PEERS = TOP / "benchmarks" / "peers"
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
BENCH_PYTHON = BENCH_VENV / PYTHON.relative_to(VENV)


Command = Sequence[str | Path]


class Stop(Exception):  # noqa: N818 - it ends an act and is told as a sentence
    """An act cannot go on; its sentence says why and what to do."""

    def __init__(self, sentence: str, code: int = 1) -> None:
        super().__init__(sentence)
        self.code = code


def tell(sentence: str) -> None:
    """Says what goes on, beside the answer of whatever is run."""
    print(f"dev.py: {sentence}", file=sys.stderr, flush=True)


def call(
    command: Command,
    env: Mapping[str, str] | None = None,
    where: Path = TOP,
    out: Path | None = None,
) -> int:
    """Runs a program, at the top of the tree unless told, and returns its exit code.

    Its answer goes to standard output, or into the file `out`.
    """
    words = [str(word) for word in command]
    whole = {**os.environ, **env} if env else None
    if out is None:
        return subprocess.call(words, cwd=where, env=whole)
    with out.open("wb") as file:
        return subprocess.call(words, cwd=where, env=whole, stdout=file)


def need(command: Command, why: str, env: Mapping[str, str] | None = None) -> None:
    """Runs a program that the act cannot do without; raises `Stop` where it fails."""
    code = call(command, env)
    if code:
        raise Stop(f"{why} (exit code {code}): {' '.join(str(word) for word in command)}")


def digest(files: Iterable[Path], *words: str) -> str:
    """One hash over the names and bytes of `files` (any order) and over some words beside them."""
    whole = hashlib.sha256("\0".join(words).encode())
    for file in sorted(files):
        content = hashlib.sha256(file.read_bytes()).hexdigest()
        whole.update(f"{file.relative_to(TOP)}\0{content}\0".encode())
    return whole.hexdigest()


def said(stamp: Path) -> str:
    """What a stamp file says, nothing where there is none."""
    return stamp.read_text(encoding="utf-8") if stamp.is_file() else ""

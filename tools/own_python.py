"""The packed folder gets a Python of its own, the one that packed it: the very program that the
source starts with. PyInstaller's would unpack every module, and look for each in two places."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from tools.tree import PYTHON, TOP

Entry = tuple[str, str, str]
"""PyInstaller's: its place in the package, its place here, its type."""

INNER = "_internal"
LAUNCHER = """#!/bin/sh
# Starts Central Asia Timeline by the Python that came with it.
own=$0
if [ -L "$own" ]; then own=$(readlink -f "$own"); fi
home=${own%/*}/_internal
export LD_LIBRARY_PATH_BEFORE="${LD_LIBRARY_PATH-}"
export LD_LIBRARY_PATH="$home${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
exec "$home/python3" -I -S "$home/start.py" "$@"
"""
_MODULES = f"lib/python{sys.version_info.major}.{sys.version_info.minor}"
_DYNAMIC = "lib-dynload/"


def placed(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Modules and what lies beside them where Python looks for them; libraries and what the program
    reads stay. Qt and NumPy know the way to their own libraries, so nothing has to point there."""
    for place, source, kind in entries:
        if kind == "SYMLINK":
            continue
        if _DYNAMIC in place:
            yield f"{_MODULES}/{_DYNAMIC}{place.rpartition(_DYNAMIC)[2]}", source, kind
        elif place.startswith("resources/") or ("/" not in place and ".so" in place):
            yield place, source, kind
        else:
            yield f"{_MODULES}/{place}", source, kind


def give(folder: Path) -> None:
    """Puts Python, what it begins with and a launcher into a packed folder, in the place of
    PyInstaller's program."""
    inner = folder / INNER
    python = inner / "python3"
    shutil.copy(os.path.realpath(PYTHON), python)
    shutil.copy(TOP / "packaging" / "start.py", inner / "start.py")
    if "libpython" not in _needed(python):
        for library in inner.glob("libpython3*"):
            library.unlink()
    launcher = folder / "timeline-app"
    launcher.write_text(LAUNCHER, encoding="utf-8")
    launcher.chmod(0o755)


def _needed(program: Path) -> str:
    """The libraries that a program names."""
    asked = ["objdump", "-p", str(program)]
    told = subprocess.run(asked, capture_output=True, text=True, check=True).stdout
    return "\n".join(line for line in told.splitlines() if "NEEDED" in line)

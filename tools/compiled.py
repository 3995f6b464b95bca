"""The source compiled ahead, as that of an installed program is."""

import compileall
import subprocess
from pathlib import Path

from tools.tree import PYTHON, TOP


def compile_source(folder: Path = TOP / "src") -> None:
    """Compiles what has changed below the folder: where Python is told to write no compiled files,
    every start would compile the whole program. A folder that takes none is no fault."""
    compileall.compile_dir(folder, quiet=2)


def keep_code() -> None:
    """Compiles the program, and keeps its code in the one file that a start opens."""
    compile_source()
    subprocess.run([PYTHON, "-m", "timeline_app.kept_code"], check=False)

"""The source compiled ahead, as that of an installed program is."""

import compileall
from pathlib import Path

from tools.tree import TOP


def compile_source(folder: Path = TOP / "src") -> None:
    """Compiles what has changed below the folder: where Python is told to write no compiled files,
    every start would compile the whole program. A folder that takes none is no fault."""
    compileall.compile_dir(folder, quiet=2)

"""What the packed program starts with."""

import os
import sys

from timeline_app.__main__ import is_for_shell, main
from timeline_app.system_libraries import purposes, stop_without


def run(line: list[str]) -> None:
    """Runs the program; the shell's words ask for libraries only where one was not found."""
    if not is_for_shell(line):
        stop_without(purposes(line, os.environ))
    try:
        main(line)
    except ImportError:
        stop_without(["picture"])
        raise


if __name__ == "__main__":
    run(sys.argv[1:])

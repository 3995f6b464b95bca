"""What the packed program starts with: PyInstaller's own program has made its bed, and where a
Python of ours was started by `timeline-app`, it is made here."""

import os
import sys


def settle(inner: str) -> None:
    """Tells the program that it is packed, in the folder `inner`; what it starts gets the ways to
    libraries that its user had."""
    before = os.environ.pop("LD_LIBRARY_PATH_BEFORE", "")
    os.environ.pop("LD_LIBRARY_PATH", None)
    if before:
        os.environ["LD_LIBRARY_PATH"] = before
    sys.executable = sys.argv[0] = os.path.join(os.path.dirname(inner), "timeline-app")  # noqa: PTH118, PTH120 - pathlib is not needed yet
    setattr(sys, "frozen", True)  # noqa: B010 - as PyInstaller has it; mypy knows no such name
    setattr(sys, "_MEIPASS", inner)  # noqa: B010 - as above


def run(line: list[str]) -> None:
    """Runs the program; the shell's words ask for libraries only where one was not found."""
    from timeline_app.__main__ import is_for_shell, main  # noqa: PLC0415 - once all is settled
    from timeline_app.system_libraries import purposes, stop_without  # noqa: PLC0415 - as above

    if not is_for_shell(line):
        stop_without(purposes(line, os.environ))
    try:
        main(line)
    except ImportError:
        stop_without(["picture"])
        raise


if __name__ == "__main__":
    if not hasattr(sys, "frozen"):
        settle(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120 - as above
    run(sys.argv[1:])

"""The command `timeline-app`: known words go to the shell, everything else opens the window."""

import os
import sys
from collections.abc import Sequence

from timeline_app.cli.catalogue import BY_NAME

COMPLETING = "_TIMELINE_APP_COMPLETE"
"""What a shell sets where it asks for the words that may come next."""

_TAKES_VALUE = ("--archive", "--notebook", "--screenshot", "--size", "--theme", "--view")


def main(argv: Sequence[str] | None = None) -> None:
    """Runs the command line or opens the window, and ends the program with the exit code."""
    # Else NumPy starts a thread a processor for its linear algebra as it is imported, which takes a
    # quarter of that time and spins beside us; ours is small, and the same on every machine.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    line = list(sys.argv[1:] if argv is None else argv)
    # Each side is imported only when it is wanted: the shell needs no Qt, the window no click.
    if is_for_shell(line):
        from timeline_app.cli.frame import run  # noqa: PLC0415 - see above

        sys.exit(run(line))
    from timeline_app.look.plain_imports import import_plainly  # noqa: PLC0415 - see above

    import_plainly()
    from timeline_app.window.start import start  # noqa: PLC0415 - see above

    sys.exit(start(line))


def is_for_shell(line: Sequence[str]) -> bool:
    """Whether the line says a word of the shell, or asks for help or the version.

    A file named like a word is opened by its path (`./note`). A bare word that is neither a word
    of ours nor a file is the shell's, which knows to say what may have been meant.
    """
    if COMPLETING in os.environ:
        return True
    first = _first_argument(line)
    if first is None:
        return any(option in ("--help", "--version") for option in line)
    bare = first.replace("-", "").isalpha()
    # Path.exists would raise for a word too long to be a name.
    return first in BY_NAME or (bare and not os.path.exists(first))  # noqa: PTH110 - see above


def _first_argument(line: Sequence[str]) -> str | None:
    """The first argument that is neither an option nor an option's value."""
    words = iter(line)
    for word in words:
        if word in _TAKES_VALUE:
            next(words, None)
        elif not word.startswith("-"):
            return word
        elif word == "--":
            return None
    return None


if __name__ == "__main__":
    main()

"""Writes the completion of `timeline-app` for bash, zsh or fish. Run by its own Python."""

import sys

from click.shell_completion import get_completion_class

from timeline_app.__main__ import COMPLETING
from timeline_app.cli.frame import shell

COMMAND = "timeline-app"


def script(of: str) -> str:
    """The script for this shell; ValueError for one that click does not know."""
    kind = get_completion_class(of)
    if kind is None:
        raise ValueError(of)
    made = kind(shell(), {}, COMMAND, COMPLETING)
    # bash's own version is asked for while the script is made, and a build has no bash to ask.
    kind._check_version = lambda *_: None  # type: ignore[attr-defined]
    return made.source()


if __name__ == "__main__":
    sys.stdout.write(script(sys.argv[1]))

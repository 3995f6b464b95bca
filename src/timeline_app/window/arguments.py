"""What was asked for on the command line of the window."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from timeline_app.dataclass import dataclass
from timeline_app.look.tokens import THEMES
from timeline_app.scene.picture_size import picture_size
from timeline_app.words.tr import tr


@dataclass(frozen=True, slots=True)
class Asked:
    """`size` in logical pixels; `view` the name of a saved view. A file that was `handed` stood on
    the line without an option, as a double click puts it."""

    archive: Path | None = None
    notebook: Path | None = None
    screenshot: Path | None = None
    size: tuple[int, int] | None = None
    theme: str = ""
    view: str = ""
    handed: bool = False


def read_arguments(argv: Sequence[str]) -> Asked:
    """The arguments without the program's name. Ends the program (exit code 2) with one sentence
    where they cannot be understood."""
    parser = _Parser("timeline-app", description=tr("A timeline of diplomacy"))
    parser.add_argument("archive", nargs="?", type=Path, metavar="ARCHIVE")
    parser.add_argument("--archive", dest="named_archive", type=Path, metavar="FILE")
    parser.add_argument("--notebook", type=Path, metavar="FILE")
    parser.add_argument("--screenshot", type=Path, metavar="FILE")
    parser.add_argument("--size", type=_size, metavar="WxH")
    parser.add_argument("--theme", choices=sorted(THEMES), default="")
    parser.add_argument("--view", default="", metavar="NAME")
    got = parser.parse_args(list(argv))
    return Asked(
        got.archive or got.named_archive,
        got.notebook,
        got.screenshot,
        got.size,
        got.theme,
        got.view,
        got.archive is not None,
    )


def _size(text: str) -> tuple[int, int]:
    try:
        return picture_size(text)
    except ValueError as fault:
        raise argparse.ArgumentTypeError(str(fault)) from fault


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence, without a line of usage before it."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, " ".join(message.split()) + "\n")

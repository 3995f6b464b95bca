"""Libraries of the system that a packed program cannot bring along, and the sentence where one is
missing: Python's own words would be a traceback, Qt's an abort."""

import ctypes
import json
import sys
from collections.abc import Iterable, Mapping

from timeline_app.places import resources
from timeline_app.words.tr import tr

LIBRARIES = "system-libraries.json"
"""Written when the package is made: by what it is for, each file's name and its Debian package."""

BAD_INPUT = 2


def missing(libraries: Mapping[str, str]) -> dict[str, str]:
    """Those of the libraries (file name -> package) that this system cannot load."""
    lacking = {}
    for soname, package in libraries.items():
        try:
            ctypes.CDLL(soname)
        except OSError:
            lacking[soname] = package
    return lacking


def purposes(line: Iterable[str], environment: Mapping[str, str]) -> list[str]:
    """What libraries are needed for: a picture wants fewer than a window, which wants those of its
    display alone."""
    if "--screenshot" in line or environment.get("QT_QPA_PLATFORM") == "offscreen":
        return ["picture"]
    on_x11 = environment.get("DISPLAY") and not environment.get("WAYLAND_DISPLAY")
    return ["picture", "x11"] if on_x11 else ["picture"]


def stop_without(of: Iterable[str]) -> None:
    """Ends the program with a sentence where something for these purposes is missing. A program
    that was not packed has no list, and is set up by other means."""
    file = resources() / LIBRARIES
    if not sys.platform.startswith("linux") or not file.is_file():
        return
    told = json.loads(file.read_text("utf-8"))
    lacking = missing({name: pack for purpose in of for name, pack in told[purpose].items()})
    if lacking:
        sentence = tr(
            "Libraries of the system are missing: {files}. Debian and Ubuntu have them:"
            " sudo apt-get install {packages}",
            files=", ".join(lacking),
            packages=" ".join(sorted(set(lacking.values()))),
        )
        print(sentence, file=sys.stderr)
        sys.exit(BAD_INPUT)

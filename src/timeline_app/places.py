"""Where things lie: what ships with the program, and what belongs to its user."""

import os
import sys
from functools import cache
from pathlib import Path

import platformdirs

FOLDER = "central-asia-timeline"
LONGEST_DOOR = 100
"""Bytes of a socket's path; systems take 104 or 108."""

SHIPPED = "central-asian-diplomacy.archive.sqlite"


@cache
def _checkout() -> Path | None:
    """The top of the source tree, or None where the program is installed."""
    top = Path(__file__).resolve().parents[2]
    return top if (top / "pyproject.toml").is_file() and (top / "data").is_dir() else None


def resources() -> Path:
    """The folder of fonts, icons and catalogues."""
    bundled = getattr(sys, "_MEIPASS", None)
    if bundled:
        return Path(bundled) / "resources"
    top = _checkout()
    return top / "resources" if top else Path(__file__).parent / "resources"


def shipped_archive() -> Path:
    """The edition that ships with the program; `dev.py` builds it in a source tree."""
    top = _checkout()
    if top and not getattr(sys, "_MEIPASS", None):
        return top / "build" / SHIPPED
    return resources() / SHIPPED


def user_data() -> Path:
    """The folder of the user's notebooks."""
    return platformdirs.user_data_path(FOLDER, appauthor=False)


def user_settings() -> Path:
    """The folder of the user's settings."""
    return platformdirs.user_config_path(FOLDER, appauthor=False)


def user_cache() -> Path:
    """The folder of what can be made again."""
    return platformdirs.user_cache_path(FOLDER, appauthor=False)


def user_door() -> Path:
    """Where a window that is open can be rung; gone when the user's session ends, where the system
    has such a place. A name too long for a socket is stood for by a short one."""
    passing = os.environ.get("XDG_RUNTIME_DIR")
    door = (Path(passing) / FOLDER if passing else user_cache()) / "window.door"
    name = os.fsencode(door)
    if len(name) <= LONGEST_DOOR:
        return door
    import hashlib  # noqa: PLC0415 - the first frame has no need of either
    import tempfile  # noqa: PLC0415 - as above

    short = hashlib.sha256(name).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"{FOLDER}-{short}" / "window.door"


def default_notebook() -> Path:
    """The notebook that is opened when none is named."""
    return user_data() / "my.notebook.sqlite"

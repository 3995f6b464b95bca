"""Who writes on this computer: the user's name, and a random number for the device.

The number lies in the user's data folder, not in the notebook, so that a notebook copied to another
computer is continued there by another device: each takes back only what it wrote itself.
"""

import getpass
import hashlib
import os
import platform
import secrets
from contextlib import suppress
from pathlib import Path

from timeline_app import places
from timeline_app.model.act import Writer
from timeline_app.store.durable import make_folders, put_in_place, write_whole

_DIGITS = 16


def this_writer() -> Writer:
    """The user at this computer; the same in every run."""
    return Writer(user_name(), _device(places.user_data() / "device"))


def user_name() -> str:
    """How the system calls the user; empty where it does not tell."""
    try:
        name = getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""
    return name.encode("utf-8", "replace").decode("utf-8")


def _device(path: Path) -> str:
    """The device's number, made on first use; one made of its name where none can be kept."""
    if not os.path.exists(path):  # noqa: PTH110 - that one raises where a folder is shut
        _make(path)
    named = f"{platform.node()} {user_name()}".encode("utf-8", "replace")
    return _read(path) or hashlib.sha256(named).hexdigest()[:_DIGITS]


def _make(path: Path) -> None:
    """Puts a whole new number in place; of two programs that do it at once, the first one's."""
    fresh = path.with_name(f"device-{secrets.token_hex(8)}")
    with suppress(OSError):
        make_folders(path.parent)
        write_whole(fresh, secrets.token_hex(_DIGITS // 2).encode("ascii"))
        with suppress(FileExistsError):
            put_in_place(fresh, path)
        fresh.unlink(missing_ok=True)


def _read(path: Path) -> str:
    try:
        written = path.read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        return ""
    well = len(written) == _DIGITS and all(c in "0123456789abcdef" for c in written)
    return written if well else ""

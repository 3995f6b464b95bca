"""A second file goes into the window that is open: whoever starts with one rings there first.

The door is a socket in a folder of the user's own. A line of JSON names the file, "ok" answers it.
Where the system has no such sockets, or the path is too long for one, each file has a window of its
own, as without this.
"""

import json
import os
import socket
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier

PATIENCE_S = 2.0
"""So long an open window may take to answer; it may have much to do."""

_LONGEST = 1 << 16
_ANSWER = b"ok\n"


def ring(door: Path, file: Path) -> bool:
    """Hands the file to the window that listens at this door; False where none took it."""
    if not hasattr(socket, "AF_UNIX") or not _is_ours(door.parent):
        return False
    with suppress(OSError), socket.socket(socket.AF_UNIX) as line:
        line.settimeout(PATIENCE_S)
        line.connect(str(door))
        line.sendall(json.dumps({"open": str(file.absolute())}).encode() + b"\n")
        return line.recv(len(_ANSWER)) == _ANSWER
    return False


class Doorbell(QObject):
    """Listens at a door from now on; `rung` hears each file. A door where another window listens is
    left to it."""

    def __init__(self, door: Path, rung: Callable[[Path], None]) -> None:
        super().__init__()
        self._door, self._rung = door, rung
        self._heard: dict[QSocketNotifier, tuple[socket.socket, bytearray]] = {}
        self._listener = _listening(door)
        if self._listener is not None:
            self._watch = QSocketNotifier(self._listener.fileno(), QSocketNotifier.Type.Read, self)
            self._watch.activated.connect(self._come)

    @property
    def listens(self) -> bool:
        """Whether this window is the one that is rung."""
        return self._listener is not None

    def finish(self) -> None:
        """Takes the door away."""
        for watch in list(self._heard):
            self._leave(watch)
        if self._listener is not None:
            self._watch.setEnabled(False)
            self._listener.close()
            self._listener = None
            with suppress(OSError):
                self._door.unlink()

    def _come(self) -> None:
        if self._listener is None:
            return
        with suppress(OSError):
            line, _ = self._listener.accept()
            line.setblocking(False)
            watch = QSocketNotifier(line.fileno(), QSocketNotifier.Type.Read, self)
            self._heard[watch] = line, bytearray()
            watch.activated.connect(lambda *_: self._hear(watch))

    def _hear(self, watch: QSocketNotifier) -> None:
        line, so_far = self._heard.get(watch, (None, bytearray()))
        if line is None:
            return
        try:
            came = line.recv(4096)
        except BlockingIOError:
            return
        except OSError:
            came = b""
        so_far += came
        if b"\n" in so_far:
            file = _file_in(bytes(so_far.split(b"\n")[0]))
            if file is not None:
                with suppress(OSError):
                    line.send(_ANSWER)
            self._leave(watch)
            if file is not None:
                self._rung(file)
        elif not came or len(so_far) > _LONGEST:
            self._leave(watch)

    def _leave(self, watch: QSocketNotifier) -> None:
        line, _ = self._heard.pop(watch)
        watch.setEnabled(False)
        watch.deleteLater()
        line.close()


def _listening(door: Path) -> socket.socket | None:
    """A socket at the door; None where another window listens there, or there can be none."""
    if not hasattr(socket, "AF_UNIX"):
        return None
    listener = socket.socket(socket.AF_UNIX)
    try:
        door.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not _is_ours(door.parent) or _somebody_at(door):
            raise OSError
        door.unlink(missing_ok=True)
        listener.bind(str(door))
        door.chmod(0o600)
        listener.listen()
        listener.setblocking(False)
    except OSError:
        listener.close()
        return None
    return listener


def _is_ours(folder: Path) -> bool:
    """Whether nobody else can put a door there: a folder for passing files is everybody's."""
    try:
        return folder.stat().st_uid == os.getuid()
    except OSError:
        return False


def _somebody_at(door: Path) -> bool:
    """Whether a window listens; a door that was left behind by a kill has nobody."""
    with socket.socket(socket.AF_UNIX) as line:
        line.settimeout(PATIENCE_S)
        try:
            line.connect(str(door))
        except OSError:
            return False
    return True


def _file_in(line: bytes) -> Path | None:
    try:
        said = json.loads(line)
    except ValueError:
        return None
    file = said.get("open") if isinstance(said, dict) else None
    return Path(file) if isinstance(file, str) and file and "\0" not in file else None

"""What the operating system must have before pip can do the rest.

Every library is tried by loading it: Qt names one and the same library whichever is missing.
"""

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from tools.tree import Stop, tell

CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")
PATIENCE = 300
"""Seconds for which an installation waits until another one is through."""


class Need(NamedTuple):
    """Something that must be there, and the Debian package that brings it; `soname` where it is a
    library."""

    package: str
    present: Callable[[], bool]
    soname: str = ""


def _loads(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def _library(package: str, soname: str) -> Need:
    return Need(package, lambda: _loads(soname), soname)


def program(package: str, name: str) -> Need:
    """A program on the path, and the package that brings it."""
    return Need(package, lambda: shutil.which(name) is not None)


def _file(package: str, pattern: str) -> Need:
    return Need(package, lambda: any(Path("/").glob(pattern)))


SET_UP = (
    Need("python3-venv", lambda: importlib.util.find_spec("ensurepip") is not None),
    # Debian's pip trusts this file and not the certificates that pip brings along.
    Need("ca-certificates", lambda: CERTIFICATES.exists() or shutil.which("apt-get") is None),
)
PICTURE = (
    _library("libgl1", "libGL.so.1"),
    _library("libegl1", "libEGL.so.1"),
    _library("libxkbcommon0", "libxkbcommon.so.0"),
    _library("libfontconfig1", "libfontconfig.so.1"),
    _library("libglib2.0-0", "libglib-2.0.so.0"),
    _library("libdbus-1-3", "libdbus-1.so.3"),
)
X11 = (
    _library("libxkbcommon-x11-0", "libxkbcommon-x11.so.0"),
    _library("libxcb-cursor0", "libxcb-cursor.so.0"),
    _library("libxcb-icccm4", "libxcb-icccm.so.4"),
    _library("libxcb-keysyms1", "libxcb-keysyms.so.1"),
    _library("libxcb-randr0", "libxcb-randr.so.0"),
    _library("libxcb-shape0", "libxcb-shape.so.0"),
)
WINDOW = (
    *X11,
    _library("libwayland-client0", "libwayland-client.so.0"),
    _library("libwayland-cursor0", "libwayland-cursor.so.0"),
    _library("libwayland-egl1", "libwayland-egl.so.1"),
)
JOURNEYS = (
    program("xvfb", "Xvfb"),
    program("xauth", "xauth"),
    program("openbox", "openbox"),
    program("xdotool", "xdotool"),
    program("dbus", "dbus-run-session"),
    _file("at-spi2-core", "usr/libexec/at-spi-bus-launcher"),
    _file("python3-gi", "usr/lib/python3/dist-packages/gi/__init__.py"),
    _file("gir1.2-atspi-2.0", "usr/lib/*/girepository-1.0/Atspi-2.0.typelib"),
)
_PYTHON = f"libpython3.{sys.version_info.minor}"
PACKAGE = (
    program("binutils", "objdump"),
    Need(_PYTHON, lambda: sys.base_prefix != "/usr" or _loads(f"{_PYTHON}.so.1.0")),
)
BARE = (program("debootstrap", "debootstrap"),)

RUN = SET_UP + PICTURE + WINDOW
TEST = RUN + JOURNEYS


def libraries() -> dict[str, dict[str, str]]:
    """What the packed program looks for by itself: purpose -> file name -> package."""
    needed = {"picture": PICTURE, "x11": X11}
    return {of: {need.soname: need.package for need in needs} for of, needs in needed.items()}


def missing(needs: Iterable[Need]) -> list[str]:
    """The packages that `needs` lack on this machine, in order, each once."""
    return list(dict.fromkeys(need.package for need in needs if not need.present()))


def ensure(needs: Iterable[Need]) -> None:
    """Installs what is missing where that is allowed.

    Raises:
        Stop: it is not allowed, or did not help; the sentence holds the one line to type.
    """
    if not sys.platform.startswith("linux"):
        return
    needs = tuple(needs)
    packages = missing(needs)
    if not packages:
        return
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    line = f"sudo apt-get update && sudo {' '.join(install)}"
    if shutil.which("apt-get") is None:
        raise Stop("System libraries are missing. Debian has them in: " + " ".join(packages), 2)
    if os.geteuid() != 0:
        raise Stop(f"System libraries are missing. This line installs them:\n  {line}", 2)
    tell("installing from the distribution: " + " ".join(packages))
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    # An update that fails may leave lists that are good enough: the install says whether they are.
    subprocess.call(["apt-get", "update", "-q"], env=quiet, stdout=sys.stderr)
    # A fresh system often updates itself just then: whoever holds the lock is waited for.
    subprocess.call(
        [*install, "-o", f"DPkg::Lock::Timeout={PATIENCE}"], env=quiet, stdout=sys.stderr
    )
    importlib.invalidate_caches()
    still = missing(needs)
    if still:
        raise Stop(f"Could not install {' '.join(still)}. The line to repeat:\n  {line}", 2)

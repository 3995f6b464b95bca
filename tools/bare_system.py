"""The bare systems that the program is tried on, each packed once as it comes from its mirror."""

import os
import shutil
import subprocess
import tempfile
import urllib.error
import urllib.request
from pathlib import Path
from typing import NamedTuple

from tools.tree import Stop, tell

_KEYS = Path("/usr/share/keyrings")
_PATIENCE_S = 20
_BASES = Path(tempfile.gettempdir())


class System(NamedTuple):
    """A release of a distribution, and the mirror and the keys that it is had from."""

    name: str
    suite: str
    mirror: str
    keys: Path
    parts: str = "main"


_DEBIAN = "http://deb.debian.org/debian"
DEBIAN_12 = System("Debian 12", "bookworm", _DEBIAN, _KEYS / "debian-archive-keyring.gpg")
DEBIAN_13 = System("Debian 13", "trixie", _DEBIAN, _KEYS / "debian-archive-keyring.gpg")
UBUNTU_24 = System(
    "Ubuntu 24.04",
    "noble",
    "http://archive.ubuntu.com/ubuntu",
    _KEYS / "ubuntu-archive-keyring.gpg",
    "main,universe",
)
SYSTEMS = (DEBIAN_12, DEBIAN_13, UBUNTU_24)


class Unreached(Stop):
    """A mirror did not give what it should: no fault of what is tried."""


def why_not(system: System) -> str:
    """Why this system cannot be had here; nothing where it can."""
    if os.geteuid() != 0:
        return "only root can make it"
    if shutil.which("debootstrap") is None:
        return "debootstrap is not installed"
    spaces = ["unshare", "--mount", "--pid", "--net", "--fork", "true"]
    if subprocess.call(spaces, stderr=subprocess.DEVNULL):
        return "this machine lets nobody have mounts and processes of their own"
    if _base(system).is_file():
        return ""
    if not system.keys.is_file():
        return f"there are no keys to trust its mirror by ({system.keys})"
    try:
        release = f"{system.mirror}/dists/{system.suite}/Release"
        with urllib.request.urlopen(release, timeout=_PATIENCE_S) as told:
            return "" if b"Codename:" in told.read(4096) else "its mirror answers something else"
    except (OSError, urllib.error.URLError):
        return "its mirror does not answer"


def packed(system: System) -> Path:
    """The packed bare system with Python, made at first use and kept beside other passing files.

    Raises:
        Stop: it cannot be had here, or debootstrap failed.
    """
    reason = why_not(system)
    if reason:
        raise Stop(f"{system.name}: {reason}\n  sudo apt-get install debootstrap", 2)
    base = _base(system)
    if base.is_file():
        return base
    with tempfile.TemporaryDirectory(prefix="timeline-base-") as scratch:
        root = Path(scratch) / "root"
        tell(f"making a bare {system.name} (a minute or two, once)")
        log = Path(scratch) / "log"
        how = ["--variant=minbase", "--include=python3", f"--components={system.parts}"]
        how += [f"--keyring={system.keys}"]
        make = ["debootstrap", *how, system.suite, str(root), system.mirror]
        with log.open("w", encoding="utf-8") as out:
            code = subprocess.call(make, stdout=out, stderr=subprocess.STDOUT)
        if code:
            raise Unreached("debootstrap failed:\n" + log.read_text(encoding="utf-8")[-2000:])
        for archive in (root / "var/cache/apt/archives").glob("*.deb"):
            archive.unlink()
        fresh = base.with_suffix(f".{os.getpid()}")
        subprocess.check_call(["tar", "-C", str(root), "-cf", str(fresh), "."])
        fresh.rename(base)
    return base


def _base(system: System) -> Path:
    return _BASES / f"timeline-{system.name.lower().replace(' ', '-')}-base.tar"

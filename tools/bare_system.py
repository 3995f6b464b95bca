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
_SCRIPTS = Path("/usr/share/debootstrap/scripts")
_PATIENCE_S = 20
_BASES = Path(tempfile.gettempdir())


class System(NamedTuple):
    """A release of a distribution, and the mirror and the keys that it is had from.

    `keys_in`: another that has the keys too; `with_packages`: what it has beside its base;
    `like`: an older release that is made the same way, for a debootstrap that knows only that.
    """

    name: str
    suite: str
    mirror: str
    keys: Path
    parts: str = "main"
    keys_in: "System | None" = None
    with_packages: tuple[str, ...] = ("python3",)
    like: str = ""


_DEBIAN = "http://deb.debian.org/debian"
DEBIAN_12 = System("Debian 12", "bookworm", _DEBIAN, _KEYS / "debian-archive-keyring.gpg")
DEBIAN_13 = System(
    "Debian 13",
    "trixie",
    _DEBIAN,
    _KEYS / "debian-archive-keyring.gpg",
    with_packages=("python3", "ubuntu-archive-keyring"),
)
UBUNTU_24 = System(
    "Ubuntu 24.04",
    "noble",
    "http://archive.ubuntu.com/ubuntu",
    _KEYS / "ubuntu-archive-keyring.gpg",
    "main,universe",
    keys_in=DEBIAN_13,
    like="jammy",
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
    if not system.keys.is_file() and (system.keys_in is None or why_not(system.keys_in)):
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
        how = ["--variant=minbase", f"--include={','.join(system.with_packages)}"]
        how += [f"--components={system.parts}", f"--keyring={_keys(system, Path(scratch))}"]
        make = ["debootstrap", *how, system.suite, str(root), system.mirror, *_script(system)]
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


def _keys(system: System, scratch: Path) -> Path:
    """The keys of its mirror: this machine's, or those that another system vouches for."""
    if system.keys.is_file() or system.keys_in is None:
        return system.keys
    base, inside = packed(system.keys_in), f".{system.keys}"
    if subprocess.call(["tar", "-C", str(scratch), "-xf", str(base), inside]):
        raise Unreached(f"{system.keys_in.name} has no {system.keys.name}: remove {base}")
    return scratch / inside


def _script(system: System) -> list[str]:
    known = not system.like or (_SCRIPTS / system.suite).exists()
    return [] if known else [str(_SCRIPTS / system.like)]


def _base(system: System) -> Path:
    return _BASES / f"timeline-{system.name.lower().replace(' ', '-')}-base.tar"

"""A bare Debian 12 in a folder, to see what a stranger's machine sees. Needs root and debootstrap.

The outer machine's ways to its mirrors (apt's sources, pip's configuration, its own certificates,
proxies) are carried in as they are, so that none of them has to be written down here.
"""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tools.tree import Stop, tell

_BASE = Path(tempfile.gettempdir()) / "timeline-debian-12-base.tar"
_CARRIED = (
    "etc/apt/sources.list",
    "etc/apt/sources.list.d/*",
    "etc/apt/apt.conf.d/*",
    "etc/hosts",
    "etc/pip.conf",
    "etc/resolv.conf",
    "usr/local/share/ca-certificates/*",
)
_PREFIXES = ("PIP_", "http_proxy", "https_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY")
# Own mounts and own processes: whatever the command leaves behind ends with it.
_INSIDE = """
mount -t proc proc "$1/proc" && mount --rbind /dev "$1/dev" && mount -t tmpfs shm "$1/dev/shm" &&
cd / && root="$1" && shift && exec chroot "$root" "$@"
"""


class Answer(NamedTuple):
    """What a command in the chroot came to."""

    code: int
    seconds: float


def _base() -> Path:
    """The packed bare system with Python, made at first use and kept beside other passing files."""
    if _BASE.is_file():
        return _BASE
    with tempfile.TemporaryDirectory(prefix="timeline-base-") as scratch:
        root = Path(scratch) / "root"
        tell("making a bare Debian 12 (a minute or two, once)")
        make = ["debootstrap", "--variant=minbase", "--include=python3", "bookworm", str(root)]
        log = Path(scratch) / "log"
        with log.open("w", encoding="utf-8") as out:
            code = subprocess.call(make, stdout=out, stderr=subprocess.STDOUT)
        if code:
            raise Stop("debootstrap failed:\n" + log.read_text(encoding="utf-8")[-2000:])
        packed = _BASE.with_suffix(f".{os.getpid()}")
        subprocess.check_call(["tar", "-C", str(root), "-cf", str(packed), "."])
        packed.rename(_BASE)
    return _BASE


def _carry_in(root: Path) -> None:
    for pattern in _CARRIED:
        for file in Path("/").glob(pattern):
            if file.is_file():
                inside = root / file.relative_to("/")
                inside.parent.mkdir(parents=True, exist_ok=True)
                inside.unlink(missing_ok=True)
                shutil.copy(file, inside)


class Chroot:
    """One bare system; `path` is where it lies outside."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def call(
        self,
        command: Sequence[str],
        where: str = "/",
        out: Path | None = None,
        network: bool = True,
    ) -> Answer:
        """Runs a command inside, in folder `where`; its words go to the terminal or to `out`."""
        carried = [f"{k}={v}" for k, v in os.environ.items() if k.startswith(_PREFIXES)]
        path = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
        env = ["env", "-i", "HOME=/srv", path, *carried, "sh", "-c", 'cd "$0" && exec "$@"']
        own = ["unshare", "--mount", "--pid", "--fork", "--kill-child"]
        own += [] if network else ["--net"]
        whole = [*own, "sh", "-c", _INSIDE, "sh", str(self.path), *env, where, *command]
        began = time.monotonic()
        if out is None:
            code = subprocess.call(whole, stdin=subprocess.DEVNULL)
        else:
            with out.open("w", encoding="utf-8") as file:
                code = subprocess.call(whole, stdin=subprocess.DEVNULL, stdout=file)
        return Answer(code, time.monotonic() - began)


@contextmanager
def bare_debian(keep: bool) -> Iterator[Chroot]:
    """A bare Debian 12 with its own Python 3.11 and nothing else; removed afterwards unless `keep`.

    Raises:
        Stop: not root, no debootstrap, or it failed.
    """
    if os.geteuid() != 0 or shutil.which("debootstrap") is None:
        raise Stop("This needs root and debootstrap:\n  sudo apt-get install debootstrap", 2)
    folder = Path(tempfile.mkdtemp(prefix="timeline-bare-"))
    try:
        subprocess.check_call(["tar", "-C", str(folder), "-xf", str(_base())])
        _carry_in(folder)
        yield Chroot(folder)
    finally:
        if keep:
            tell(f"kept: {folder}")
        else:
            shutil.rmtree(folder)

"""A bare system in a folder, to see what a stranger's machine sees. Needs root and debootstrap.

The outer machine's ways to its mirrors (pip's configuration, its own certificates, proxies) are
carried in as they are, so that none of them has to be written down here.
"""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from tools.bare_system import DEBIAN_12, System, packed
from tools.tree import tell

_CARRIED = (
    "etc/apt/apt.conf.d/*",
    "etc/hosts",
    "etc/pip.conf",
    "etc/resolv.conf",
    "usr/local/share/ca-certificates/*",
)
_PREFIXES = ("PIP_", "http_proxy", "https_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY")
SCREENS = Path("/tmp/.X11-unix")
# Own mounts and own processes: whatever the command leaves behind ends with it. The sockets of the
# outer screens are brought in, so that a window is seen where nothing of X is installed.
_INSIDE = f"""
mount -t proc proc "$1/proc" && mount --rbind /dev "$1/dev" && mount -t tmpfs shm "$1/dev/shm" &&
chmod 1777 "$1/dev/shm" &&
if test -d {SCREENS}; then mkdir -p "$1{SCREENS}" && mount --bind {SCREENS} "$1{SCREENS}"; fi &&
cd / && root="$1" && shift && exec chroot "$root" "$@"
"""


class Answer(NamedTuple):
    """What a command in the chroot came to."""

    code: int
    seconds: float


class Person(NamedTuple):
    """Somebody with an account on a bare system; `home` as it is named inside."""

    uid: int
    home: str


ROOT = Person(0, "/srv")


class Chroot:
    """One bare system; `path` is where it lies outside."""

    def __init__(self, path: Path, system: System = DEBIAN_12) -> None:
        self.path = path
        self.system = system

    def inside(self, place: str) -> Path:
        """Where a place of the bare system lies outside."""
        return self.path / place.lstrip("/")

    def person(self, name: str, home: str) -> Person:
        """A new ordinary user with an empty home."""
        made = self.call(["useradd", "-M", "-d", home, "-s", "/bin/sh", name])
        users = self.inside("etc/passwd").read_text("utf-8").splitlines()
        uid = next(int(line.split(":")[2]) for line in users if line.startswith(f"{name}:"))
        assert made.code == 0
        folder = self.inside(home)
        folder.mkdir(parents=True)
        folder.chmod(0o700)
        os.chown(folder, uid, uid)
        return Person(uid, home)

    def words(
        self,
        command: Sequence[str],
        where: str = "/",
        network: bool = True,
        person: Person = ROOT,
        env: Mapping[str, str] | None = None,
    ) -> list[str]:
        """The whole line that runs a command inside, in folder `where`."""
        carried = [f"{k}={v}" for k, v in os.environ.items() if k.startswith(_PREFIXES)]
        path = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
        told = [f"{name}={value}" for name, value in (env or {}).items()]
        clean = ["env", "-i", f"HOME={person.home}", path, *carried, *told]
        ids = (f"--reuid={person.uid}", f"--regid={person.uid}", "--clear-groups")
        become = ["setpriv", *ids] if person.uid else []
        own = ["unshare", "--mount", "--pid", "--fork", "--kill-child"]
        own += [] if network else ["--net"]
        there = ["sh", "-c", 'cd "$0" && exec "$@"', where]
        return [*own, "sh", "-c", _INSIDE, "sh", str(self.path), *clean, *become, *there, *command]

    def call(
        self,
        command: Sequence[str],
        where: str = "/",
        out: Path | None = None,
        network: bool = True,
        person: Person = ROOT,
        env: Mapping[str, str] | None = None,
    ) -> Answer:
        """Runs a command inside; its words go to the terminal or, all of them, to `out`."""
        whole = self.words(command, where, network, person, env)
        began = time.monotonic()
        if out is None:
            code = subprocess.call(whole, stdin=subprocess.DEVNULL)
        else:
            with out.open("w", encoding="utf-8") as file:
                code = subprocess.call(
                    whole, stdin=subprocess.DEVNULL, stdout=file, stderr=subprocess.STDOUT
                )
        return Answer(code, time.monotonic() - began)

    def ask(self, command: Sequence[str], **how: Any) -> subprocess.CompletedProcess[str]:
        """Runs a command inside and returns what it said; `how` as for `words`."""
        whole = self.words(command, **how)
        return subprocess.run(
            whole, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )


@contextmanager
def bare(system: System = DEBIAN_12, keep: bool = False) -> Iterator[Chroot]:
    """A bare system with its own Python and nothing else; removed afterwards unless `keep`.

    Raises:
        Stop: not root, no debootstrap, or it failed.
    """
    base = packed(system)
    folder = Path(tempfile.mkdtemp(prefix="timeline-bare-"))
    try:
        folder.chmod(0o755)
        subprocess.check_call(["tar", "-C", str(folder), "-xf", str(base)])
        _carry_in(folder)
        yield Chroot(folder, system)
    finally:
        if keep:
            tell(f"kept: {folder}")
        else:
            shutil.rmtree(folder)


def _carry_in(root: Path) -> None:
    for pattern in _CARRIED:
        for file in Path("/").glob(pattern):
            if file.is_file():
                inside = root / file.relative_to("/")
                inside.parent.mkdir(parents=True, exist_ok=True)
                inside.unlink(missing_ok=True)
                shutil.copy(file, inside)

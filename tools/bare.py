"""The two commands of the README, as a stranger types them on a bare Debian 12."""

import subprocess
from collections.abc import Sequence

from tools.chroot import Answer, Chroot, bare_debian
from tools.tree import TOP, Stop, tell

_INSIDE = "/srv/timeline"
_PICTURE = "build/opening-view.png"


def _clone_into(chroot: Chroot) -> None:
    """Puts what is committed, and nothing else, into the chroot."""
    clone = ["git", "clone", "--quiet", "--no-hardlinks", str(TOP), f"{chroot.path}{_INSIDE}"]
    if subprocess.call(clone):
        raise Stop("The checkout could not be cloned")


def _say(name: str, answer: Answer) -> None:
    tell(f"{name}: exit code {answer.code} after {answer.seconds:.1f} s")


def sweep(args: Sequence[str]) -> int:
    """Runs `run` twice and `test` once in a fresh clone; returns 0 where all went well."""
    words = [word for word in ("run", "test") if word in args] or ["run", "test"]
    with bare_debian(keep="--keep" in args) as chroot:
        _clone_into(chroot)
        answers: dict[str, Answer] = {}
        if "run" in words:
            for name in ("run, the first time", "run, the second time"):
                answers[name] = chroot.call(["python3", "dev.py", "run"], _INSIDE)
            picture = chroot.path / _INSIDE.lstrip("/") / _PICTURE
            size = picture.stat().st_size if picture.is_file() else 0
            tell(f"the picture has {size} bytes")
            if not size:
                raise Stop("The first command made no picture")
        if "test" in words:
            answers["test"] = chroot.call(["python3", "dev.py", "test"], _INSIDE)
        for name, answer in answers.items():
            _say(name, answer)
        return max(answer.code for answer in answers.values())

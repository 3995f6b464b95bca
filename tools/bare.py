"""The two commands of the README, as a stranger types them on a bare Debian 12."""

from collections.abc import Sequence

from tools.chroot import Answer, bare_debian
from tools.clone import clone_into
from tools.tree import Stop, tell

_PICTURE = "build/opening-view.png"


def _say(name: str, answer: Answer) -> None:
    tell(f"{name}: exit code {answer.code} after {answer.seconds:.1f} s")


def sweep(args: Sequence[str]) -> int:
    """Runs `run` twice and `test` once in a fresh clone; returns 0 where all went well."""
    words = [word for word in ("run", "test") if word in args] or ["run", "test"]
    with bare_debian(keep="--keep" in args) as chroot:
        inside = clone_into(chroot)
        answers: dict[str, Answer] = {}
        if "run" in words:
            for name in ("run, the first time", "run, the second time"):
                answers[name] = chroot.call(["python3", "dev.py", "run"], inside)
            picture = chroot.path / inside.lstrip("/") / _PICTURE
            size = picture.stat().st_size if picture.is_file() else 0
            tell(f"the picture has {size} bytes")
            if not size:
                raise Stop("The first command made no picture")
        if "test" in words:
            answers["test"] = chroot.call(["python3", "dev.py", "test"], inside)
        for name, answer in answers.items():
            _say(name, answer)
        return max(answer.code for answer in answers.values())

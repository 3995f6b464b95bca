"""A stranger's copy of the project: what is committed, and nothing else."""

import subprocess

from tools.chroot import Chroot
from tools.tree import TOP, Stop

_INSIDE = "/srv/timeline"


def commit() -> str:
    """The commit that a clone made now would have. Raises `Stop` where there is none."""
    asked = ["git", "rev-parse", "HEAD"]
    said = subprocess.run(asked, cwd=TOP, capture_output=True, text=True, check=False)
    if said.returncode:
        raise Stop("The checkout has no commit to clone")
    return said.stdout.strip()


def clone_into(chroot: Chroot) -> str:
    """Clones the checkout into a chroot; returns the folder as it is named inside.

    Raises:
        Stop: git could not.
    """
    clone = ["git", "clone", "--quiet", "--no-hardlinks", str(TOP), f"{chroot.path}{_INSIDE}"]
    if subprocess.call(clone):
        raise Stop("The checkout could not be cloned")
    return _INSIDE

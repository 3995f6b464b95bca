"""A stranger's copy of the project: what is committed, and nothing else."""

import subprocess

from tools.chroot import Chroot
from tools.tree import TOP, Stop

_INSIDE = "/srv/timeline"


def clone_into(chroot: Chroot) -> str:
    """Clones the checkout into a chroot; returns the folder as it is named inside.

    Raises:
        Stop: git could not.
    """
    clone = ["git", "clone", "--quiet", "--no-hardlinks", str(TOP), f"{chroot.path}{_INSIDE}"]
    if subprocess.call(clone):
        raise Stop("The checkout could not be cloned")
    return _INSIDE

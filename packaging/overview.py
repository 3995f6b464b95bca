"""Leaves the overview of an archive beside it, so that even the very first frame shows it.
Run by the program's own Python."""

import sys
from pathlib import Path

from timeline_app.scene.overview import counts_of
from timeline_app.session.session import Session
from timeline_app.store.overview_memory import KeptOverview
from timeline_app.store.shipped_overview import leave_beside


def leave(archive: Path) -> Path:
    """Opens the archive as a first start does and writes its overview; returns the file."""
    session = Session()
    try:
        session.open_edition(archive)
        now = session.snapshot
        if now.archive is None or not len(now.table):
            sys.exit(f"The archive shows nothing: {archive}")
        counts = counts_of(now.table, now.home)
        layers = tuple(sorted(now.archive.layers_on))
        return leave_beside(archive, KeptOverview(now.archive.edition.title, counts, layers))
    finally:
        session.close()


if __name__ == "__main__":
    print(leave(Path(sys.argv[1])))

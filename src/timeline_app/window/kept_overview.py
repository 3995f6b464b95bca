"""The overview of what is open is kept for the first frame of the next sitting."""

from pathlib import Path

from timeline_app.scene.overview import counts_of
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot
from timeline_app.store.overview_memory import KeptOverview, OverviewMemory


def keep_overviews(session: Session, folder: Path) -> None:
    """From now on each table that is shown leaves its overview in this folder."""
    memory = OverviewMemory(folder)

    def keep(now: Snapshot) -> None:
        archive, table, home = now.archive, now.table, now.home
        if archive is None or not len(table):
            return

        def job() -> None:
            known, layers = memory.recall(archive.path), tuple(sorted(archive.layers_on))
            if known is not None and (known.layers, known.counts.home) == (layers, home):
                return
            counts = counts_of(table, home)
            memory.keep(
                archive.path, archive.stamp, KeptOverview(archive.edition.title, counts, layers)
            )

        session.aside(job, lambda _: None)

    def noticed(before: Snapshot, after: Snapshot) -> None:
        if before.table is not after.table:
            keep(after)

    session.listen(noticed)
    keep(session.snapshot)

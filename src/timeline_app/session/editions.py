"""What the edition that is open changed since another one of the archive was met."""

from contextlib import closing
from pathlib import Path

from timeline_app.exchange.reference import spoken
from timeline_app.session.snapshot import Problem
from timeline_app.store.archive import Archive
from timeline_app.store.edition_memory import EditionMemory, EditionsSince
from timeline_app.store.store_error import StoreError
from timeline_app.words.tr import grouped, tr

SHOW_CHANGES = "edition-changes"
"""The action that shows the list."""


def editions_since(path: Path, folder: Path) -> EditionsSince | None:
    """What the archive in `path` changed, by a connection of its own, so on any thread.

    None where nothing is known or nothing changed. An archive that cannot be read now is told of
    where it is shown.
    """
    try:
        with closing(Archive.open(path)) as archive:
            since = EditionMemory(folder).meet(archive)
    except StoreError:
        return None
    nothing = since is None or (since.changes is not None and not since.changes)
    return None if nothing else since


def told_of_editions(since: EditionsSince) -> Problem:
    """How many records are new, changed and gone; the list is offered."""
    changes = since.changes
    if changes is None:
        return Problem("notice", _not_compared(since.version), by_itself=True)
    numbers = {
        "added": grouped(len(changes.added)),
        "changed": grouped(len(changes.changed)),
        "removed": grouped(len(changes.removed)),
    }
    if not since.version:
        said = tr(
            "{added} added, {changed} changed, {removed} removed since the edition opened last.",
            **numbers,
        )
    else:
        said = tr(
            "{added} added, {changed} changed, {removed} removed since the edition of {version}.",
            version=spoken(since.version),
            **numbers,
        )
    return Problem("notice", said, SHOW_CHANGES, by_itself=True)


def _not_compared(version: str) -> str:
    if not version:
        return tr(
            "This is another edition than the one opened last. It has too many records to compare "
            "them here; “timeline-app archive diff OLD NEW” lists what changed."
        )
    return tr(
        "This is another edition than that of {version}, opened last. It has too many records to "
        "compare them here; “timeline-app archive diff OLD NEW” lists what changed.",
        version=spoken(version),
    )

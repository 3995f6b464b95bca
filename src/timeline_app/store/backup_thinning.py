"""Which backups may go: the older, the fewer stay; one that holds more than all after it does."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from timeline_app.store.backup_names import DAMAGED, Backup

NEWEST = 8
"""So many of the newest always stay: two hours of a quarter of an hour each."""

_SPACING = (
    (timedelta(days=1), timedelta(hours=1)),
    (timedelta(days=30), timedelta(days=1)),
    (timedelta(days=365), timedelta(days=7)),
)
_BEYOND = timedelta(days=30)
_FIRST = datetime(1970, 1, 1, tzinfo=UTC)


def superfluous(backups: Iterable[Backup]) -> list[Backup]:
    """Those that may be deleted, by their age against the newest one.

    A log only grows. So where a newer backup holds fewer acts, something was lost or set back after
    the older one, which therefore stays; so does what was kept of a damaged file.
    """
    newest_first = sorted(backups, key=lambda one: one.path.name, reverse=True)
    kept_slots: set[tuple[timedelta, int]] = set()
    most, going = -1, []
    for n, backup in enumerate(newest_first):
        slot = _slot(backup, newest_first[0])
        needed = n < NEWEST or backup.acts > most or backup.reason == DAMAGED
        if needed or slot not in kept_slots:
            kept_slots.add(slot)
        else:
            going.append(backup)
        most = max(most, backup.acts)
    return going


def _slot(backup: Backup, newest: Backup) -> tuple[timedelta, int]:
    """The stretch of time of which one backup is kept: an hour, a day, a week of the calendar.

    Counted from a fixed day: stretches that moved along with time would lose what lies between.
    """
    age = newest.when - backup.when
    spacing = next((space for until, space in _SPACING if age < until), _BEYOND)
    return spacing, int((backup.when - _FIRST) / spacing)

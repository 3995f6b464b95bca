"""The reader's own events in a snapshot."""

from timeline_app.model.annotation import OWN_EVENT, Target, Written
from timeline_app.model.written import own_event
from timeline_app.session.snapshot import Snapshot

KIND = own_event.KIND


class _Own:
    """Those among what was written, found once while that is the same: every frame asks."""

    def __init__(self) -> None:
        self._last: tuple[tuple[Written, ...], tuple[Written, ...]] = (), ()

    def among(self, written: tuple[Written, ...]) -> tuple[Written, ...]:
        last = self._last
        if last[0] is not written:
            last = self._last = written, tuple(one for one in written if one.kind == KIND.name)
        return last[1]


_OWN = _Own()


def own_events(now: Snapshot) -> tuple[Written, ...]:
    """All of them, oldest first."""
    return _OWN.among(now.written)


def own_event_of(now: Snapshot, id_: str | None) -> Written | None:
    """The one with this id."""
    return next((one for one in own_events(now) if one.id == id_), None)


def date_of(one: Written) -> str:
    """Its date in EDTF as everybody counts."""
    return own_event.gregorian(one.state)


def written_in(one: Written) -> tuple[str, str]:
    """Its date as it was written, and in which calendar; both empty for everybody's."""
    return own_event.in_another_calendar(one.state)


def target_of(one: Written) -> Target:
    """What a note on it is about."""
    return Target(OWN_EVENT, one.id)

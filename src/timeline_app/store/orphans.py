"""What was written about records that the open edition does not have: it waits for one that does.

Which these are depends on the archive that is open, so it is asked anew, and never written down.
"""

from collections.abc import Iterable, Mapping

from timeline_app.model.annotation import Passage, Target
from timeline_app.model.command import RefusedError
from timeline_app.model.written.catalogue import KINDS
from timeline_app.store.archive import Archive
from timeline_app.store.looks import look_of

_POINTS = (
    "target",
    *{field.name: None for kind in KINDS for field in kind.fields if field.targets},
)
"""The fields of a state that say what the object is about."""


def orphans(archive: Archive, states: Iterable[Mapping[str, object]]) -> int:
    """How many of these states are about something that the archive does not have."""
    return sum(bool(absent_targets(archive, state)) for state in states)


def absent_targets(archive: Archive, state: Mapping[str, object]) -> list[Target]:
    """What the object is about and the archive does not have."""
    return [about for about in targets_of(state) if is_absent(archive, about)]


def targets_of(state: Mapping[str, object]) -> list[Target]:
    """What the state of an object is about."""
    found = []
    for name in _POINTS:
        held = state.get(name)
        for written in held if isinstance(held, list) else [held]:
            if not isinstance(written, str):
                continue
            try:
                found.append(Target.read(written))
            except RefusedError:
                continue
    return found


def is_absent(archive: Archive, target: Target) -> bool:
    """Whether the archive lacks the record; a period is never lacking."""
    if target.kind == "period":
        return False
    passage = Passage.read(target.id) if target.kind == "passage" else None
    kind, id_ = (passage.kind, passage.id) if passage else (target.kind, target.id)
    try:
        return look_of(archive, kind, id_) is None
    except KeyError:
        return False

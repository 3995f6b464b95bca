"""One thing is in focus: events, or a claim, or a treaty. To select one lets go of the others."""

from collections.abc import Mapping
from typing import Any

from timeline_app.session.snapshot import Snapshot

NOTHING: Mapping[str, Any] = {"selected": (), "claim": None, "instrument": None, "own_event": None}
"""The parts of a snapshot that say what is selected, as they are where nothing of the kind is."""


def is_nothing(now: Snapshot) -> bool:
    """Whether nothing is selected in this snapshot."""
    return all(getattr(now, kind) == none for kind, none in NOTHING.items())


def alone(parts: Mapping[str, Any]) -> dict[str, Any]:
    """Changes of a snapshot, with what a selection among them lets go of."""
    chosen = {kind for kind, none in NOTHING.items() if parts.get(kind, none) != none}
    if not chosen:
        return dict(parts)
    return {kind: none for kind, none in NOTHING.items() if kind not in chosen} | dict(parts)

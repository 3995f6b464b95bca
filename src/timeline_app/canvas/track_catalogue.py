"""The tracks under the lanes, from above: a new one is a file in `scene`, one here, and a line."""

from typing import Any

from timeline_app.canvas.claim_kind import ClaimKind
from timeline_app.canvas.membership_kind import MembershipKind
from timeline_app.canvas.own_kind import OwnKind
from timeline_app.canvas.track_kind import TrackKind, Tracks
from timeline_app.canvas.treaty_kind import TreatyKind
from timeline_app.session.session import Session

TRACKS: tuple[type[TrackKind[Any]], ...] = (OwnKind, ClaimKind, TreatyKind, MembershipKind)


def made_tracks(session: Session) -> Tracks:
    """Every kind of track, reading and asking through this session."""
    return tuple(kind(session) for kind in TRACKS)

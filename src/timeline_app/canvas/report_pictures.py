"""The pictures of a report: what the session shows, on paper's white, in every form there is."""

from timeline_app.canvas.picture import KINDS, Picture
from timeline_app.canvas.track_catalogue import made_tracks
from timeline_app.look.tokens import LIGHT
from timeline_app.session.session import Session

REPORT_SIZE = (1600, 1000)


def report_pictures(session: Session, hidden_tracks: tuple[str, ...] = ()) -> dict[str, bytes]:
    """The timeline by the suffix of each form ("png", "svg", "pdf"), without these tracks."""
    picture = Picture(
        session.snapshot,
        session.sentence(),
        session.labels,
        *REPORT_SIZE,
        LIGHT,
        tuple(track for track in made_tracks(session) if track.id not in hidden_tracks),
    )
    return {kind: paint(picture)[0] for kind, paint in KINDS.items()}

"""The pictures of a report: what the session shows, on paper's white, in every form there is."""

from collections.abc import Iterable, Sequence

from timeline_app.canvas.picture import KINDS, Picture, picture_measures
from timeline_app.canvas.strip_pictures import strip_picture
from timeline_app.canvas.track_catalogue import made_tracks
from timeline_app.look.tokens import LIGHT
from timeline_app.session.sentence import sentence
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot
from timeline_app.session.under_lanes import UnderLanes

REPORT_SIZE = (1600, 1000)


def report_pictures(
    session: Session, now: Snapshot, under: UnderLanes, hidden_tracks: tuple[str, ...] = ()
) -> dict[str, bytes]:
    """The timeline by the suffix of each form ("png", "svg", "pdf"), without these tracks, with
    what stood `under` its lanes. Where the session has gone on to other events since, marks have
    no names."""

    def nameless(rows: Iterable[int]) -> Sequence[str]:
        return ["" for _ in rows]

    measures = picture_measures(*REPORT_SIZE)
    picture = Picture(
        now,
        sentence(now),
        session.labels if session.snapshot.table is now.table else nameless,
        *REPORT_SIZE,
        LIGHT,
        tuple(track for track in made_tracks(session) if track.id not in hidden_tracks),
        strip=strip_picture(session, now, under, measures, REPORT_SIZE[1]),
    )
    return {kind: paint(picture)[0] for kind, paint in KINDS.items()}

"""The event in focus: which row it is, in words, and which one lies in the lane beside."""

import numpy as np

from timeline_app.canvas.event_words import event_words
from timeline_app.canvas.frames import Frame
from timeline_app.model.membership_rows import member_row
from timeline_app.scene.membership_ground import ground_name
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot
from timeline_app.words.tr import tr

UNDER_LANES = "*under"
"""Where the steps over lanes begin that come up from a track."""


def selected_rows(snapshot: Snapshot) -> list[int]:
    """The rows of the selected occurrences that are on, the one in focus last."""
    table = snapshot.table
    if not snapshot.selected:
        return []
    rows = table.rows_of(snapshot.selected)
    place = {occurrence: i for i, occurrence in enumerate(snapshot.selected)}
    return sorted(rows.tolist(), key=lambda row: place[int(table.occurrence[row])])


def focus_words(session: Session, snapshot: Snapshot | None) -> str:
    """The event in focus for who hears the screen: title, day with its sureness, lanes, note; and
    what is drawn behind the lanes."""
    rows = selected_rows(snapshot) if snapshot else []
    if snapshot is None or not rows:
        none = tr("No event is selected. Arrow keys step through the events.")
        return f"{none} {behind_words(snapshot)}".rstrip() if snapshot else none
    row, of = np.array(rows[-1:]), snapshot.lanes
    lanes = [of.lanes[lane].label for lane in of.of(row)[1].tolist()]
    disputed = bool(snapshot.table.disputed(row)[0])
    title, rest = event_words(session.rows(rows[-1:])[0], len(lanes), disputed)
    noted = snapshot.selected[-1] in snapshot.noted
    behind = behind_words(snapshot)
    parts = (title, rest, ", ".join(lanes), tr("with note") if noted else "", behind)
    return ". ".join(part.rstrip(".") for part in parts if part)


def behind_words(snapshot: Snapshot) -> str:
    """The memberships that are drawn behind the lanes; empty where none is."""
    table = snapshot.memberships
    rows = [member_row(table, key) for key in snapshot.membership_bands]
    names = tr("; ").join(ground_name(table, row) for row in rows if row is not None)
    return tr("Behind the lanes: {names}.", names=names) if names else ""


def focus_day(snapshot: Snapshot) -> int:
    """The day of the event in focus; the middle of the view where none is."""
    rows, view = selected_rows(snapshot), snapshot.view
    return int(snapshot.table.first[rows[-1]]) if rows else int(view.first + view.days / 2)


def beside_lane(frame: Frame, lane: str, step: int, day: int) -> tuple[str, int] | None:
    """The lane above (-1) or below (1) `lane` (a term, or UNDER_LANES) that has passing events, and
    the row in it that is nearest in time to `day`; None past the last."""
    rows = selected_rows(frame.snapshot)
    lanes = frame.content.lanes
    terms = [one.lane.term for one in lanes]
    home = int(frame.content.home[np.array(rows[-1:])][0]) if rows else -1
    at = terms.index(lane) if lane in terms else home
    at = len(lanes) if lane == UNDER_LANES else at
    while 0 <= at + step < len(lanes):
        at += step
        row = frame.content.nearest(at, day)
        if row is not None:
            return terms[at], row
    return None

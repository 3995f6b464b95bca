"""What else is asserted of the days of the event that is selected."""

import numpy as np

from timeline_app.canvas.frames import Frame
from timeline_app.model.event_table import EventTable
from timeline_app.model.filter import KnownClause
from timeline_app.scene.asserted_dates import AssertedDate, other_dates
from timeline_app.session.session import Session

_Asked = tuple[EventTable, int, KnownClause | None]


class AssertedDates:
    """Read once while an event stays selected."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._read: tuple[_Asked, tuple[AssertedDate, ...]] | None = None

    def of(self, frame: Frame, row: int) -> tuple[AssertedDate, ...]:
        """Of the event in this row of the frame's table."""
        if not frame.content.shapes.disputed[np.array([row])][0]:
            return ()
        table, known = frame.snapshot.table, frame.snapshot.filter.known
        asked = table, row, known
        if self._read is None or self._read[0] != asked:
            event = self._session.event(int(table.occurrence[row]))
            day = known.day if known else None
            self._read = asked, other_dates(event, day) if event else ()
        return self._read[1]

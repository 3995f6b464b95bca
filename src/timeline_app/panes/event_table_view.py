"""The table of events: the title takes what the other columns leave."""

from PySide6.QtWidgets import QAbstractItemView

from timeline_app.look import fonts
from timeline_app.panes.event_delegate import EventDelegate
from timeline_app.panes.event_model import (
    COLUMNS,
    DATE_AT,
    KIND_AT,
    NOTE_AT,
    PLACE_AT,
    PUBLISHERS_AT,
    TITLE_AT,
    VECTORS_AT,
    EventModel,
)
from timeline_app.panes.list_header import ListHeader
from timeline_app.panes.list_view import ListView
from timeline_app.session.session import Session
from timeline_app.words.tr import tr

WIDTHS = {
    DATE_AT: 132,
    PLACE_AT: 128,
    KIND_AT: 132,
    VECTORS_AT: 106,
    PUBLISHERS_AT: 84,
    NOTE_AT: 46,
}
NARROW = {PLACE_AT: 92, KIND_AT: 104, VECTORS_AT: 88}
NARROW_UNDER = 960
NARROWEST_TITLE = 220
LEAST_TITLE = 60
NARROW_DATE, NARROWEST_UNDER = 100, 420
GIVEN_UP = (PUBLISHERS_AT, KIND_AT, VECTORS_AT, PLACE_AT, NOTE_AT)
"""Where even the title has no room, these columns go first: the detail pane says all of them."""


class EventTableView(ListView):
    """A view of `EventModel`; the title takes what the other columns leave."""

    def __init__(self, session: Session, events: EventModel | None = None) -> None:
        """`events` where other rows than those that pass are listed."""
        self.events = events or EventModel(session)
        header = ListHeader(COLUMNS, {PUBLISHERS_AT})
        super().__init__(self.events, EventDelegate(self.events), header, tr("List of events"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def fit_columns(self) -> None:
        """The title takes what the others leave; in a narrow list they leave it more."""
        narrow = self.viewport().width() < fonts.scaled(NARROW_UNDER)
        for column, wide in (WIDTHS | NARROW if narrow else WIDTHS).items():
            self.setColumnWidth(column, fonts.scaled(wide))
        if self.viewport().width() < fonts.scaled(NARROWEST_UNDER):
            self.setColumnWidth(DATE_AT, fonts.scaled(NARROW_DATE))
        for column in WIDTHS:
            self.setColumnHidden(column, False)
        for column in GIVEN_UP:
            if self._left_for_title() >= fonts.scaled(NARROWEST_TITLE):
                break
            self.setColumnHidden(column, True)
        self.setColumnWidth(TITLE_AT, max(self._left_for_title(), fonts.scaled(LEAST_TITLE)))

    def _left_for_title(self) -> int:
        """What the other columns leave, as far as they are shown."""
        return self.viewport().width() - sum(self.columnWidth(column) for column in WIDTHS)

    def show_empty_words(self, is_open: bool) -> None:
        """What is said where no row stands."""
        self.say_when_empty(
            tr("No event passes what is asked for.") if is_open else tr("No archive is open.")
        )

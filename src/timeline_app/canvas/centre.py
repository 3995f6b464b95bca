"""The middle of the window: known when, overview, timeline and chart strip on one axis."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from timeline_app.canvas.axis import Axis
from timeline_app.canvas.chart_strip import ChartStrip
from timeline_app.canvas.known_row import KnownRow
from timeline_app.canvas.measures import Measures
from timeline_app.canvas.overview_view import OverviewView
from timeline_app.canvas.series_strip import SeriesStrip
from timeline_app.canvas.timeline_view import TimelineView
from timeline_app.session.as_known import shown_series
from timeline_app.session.known_on import hidden_series_words
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot
from timeline_app.session.strip_ids import BALANCE, COUNTS, SERIES, VOTES
from timeline_app.words.tr import tr

UNSEEN = frozenset(
    {"notebook", "notebook_awaited", "drafts", "conflicts", "problem", "busy", "opening"}
    | {"findings", "since", "notes", "marks", "tagged", "sorting", "claim_sorting"}
)
"""The parts of a snapshot that nothing here shows: that a note is being saved, or a list sorted,
repaints nothing."""
IN_LANES_ALONE = UNSEEN | {"written", "noted", "note_terms", "links", "passing"}
"""With those of which the timeline alone shows anything, as long as the same rows pass."""

if TYPE_CHECKING:
    from timeline_app.canvas.balance_strip import BalanceStrip
    from timeline_app.canvas.votes_strip import VotesStrip


class Centre(QWidget):
    """Hands snapshots to its parts, and holds their common measures by the window's size.

    `strip_wanted` carries which strip the reader wants to see under the lanes, `calls_wanted` the
    cell of votes whose roll calls are wanted (see `VotesStrip`).
    """

    strip_wanted = Signal(str)
    calls_wanted = Signal(object, int, int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._axis = Axis(self)
        self.known = KnownRow(session, self.measures, self)
        self.overview = OverviewView(session, self._axis, self.measures, self)
        self.timeline = TimelineView(session, self._axis, self.measures, self)
        self.strip = ChartStrip(session, self._axis, self.measures, self)
        self._session = session
        self._snapshot: Snapshot | None = None
        self._in_strips: Snapshot | None = None
        self._balance: BalanceStrip | None = None
        self._votes: VotesStrip | None = None
        self.series = SeriesStrip(session, self._axis, self.measures, self)
        self._strip_kind = COUNTS
        for strip in (self.strip, self.series):
            strip.switch.wanted.connect(self.strip_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.known)
        column.addWidget(self.overview)
        column.addWidget(self.timeline, 1)
        column.addWidget(self.strip)
        column.addWidget(self.series)
        self.setFocusProxy(self.timeline)
        self.setAccessibleName(tr("Timeline and overview"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, False)

    def measures(self) -> Measures:
        """The measures of the window as large as it is now."""
        window = self.window()
        return Measures.of(window.width(), window.height())

    def show_snapshot(self, before: Snapshot | None, after: Snapshot) -> None:
        """Shows this in every part that shows any of what is another."""
        self._snapshot = after
        if before is not None and not after.differs(before, UNSEEN):
            return
        if (
            before is not None
            and not after.differs(before, IN_LANES_ALONE)
            and after.passing.same_rows(before.passing)
        ):
            self.timeline.show_snapshot(before, after)
            return
        self.known.show_snapshot(before, after)
        self.overview.show_snapshot(before, after)
        self.timeline.show_snapshot(before, after)
        self._session.pace.follow(self, self._show_strips)
        if (
            before is None
            or shown_series(before) != shown_series(after)
            or hidden_series_words(before) != hidden_series_words(after)
            or before.archive is not after.archive
        ):
            self._fit()

    def _show_strips(self) -> None:
        """Shows the newest in every strip."""
        before, after = self._in_strips, self._snapshot
        if after is None or after is before:
            return
        self._in_strips = after
        strips = (self.strip, self._balance, self._votes, self.series)
        for strip in strips:
            if strip is not None:
                strip.show_snapshot(before, after)

    @property
    def balance(self) -> "BalanceStrip":
        """The strip of balance, made when it is first asked for."""
        if self._balance is None:
            self._balance = self._made_balance()
        return self._balance

    def _made_balance(self) -> "BalanceStrip":
        # What weighs is read only where somebody wants to see it: the first frame does not wait.
        from timeline_app.canvas.balance_strip import BalanceStrip  # noqa: PLC0415 - see above

        made = BalanceStrip(self._session, self._axis, self.measures, self)
        self._put_in(made)
        return made

    @property
    def votes(self) -> "VotesStrip":
        """The strip of votes, made when it is first asked for."""
        if self._votes is None:
            # as above
            from timeline_app.canvas.votes_strip import VotesStrip  # noqa: PLC0415 - see above

            self._votes = VotesStrip(self._session, self._axis, self.measures, self)
            self._votes.calls_wanted.connect(self.calls_wanted)
            self._put_in(self._votes)
        return self._votes

    def _put_in(self, made: "BalanceStrip | VotesStrip") -> None:
        """Takes a strip in, unseen until it is fitted."""
        made.hide()
        made.switch.wanted.connect(self.strip_wanted)
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(column.indexOf(self.series), made)
        if self._snapshot is not None:
            made.show_snapshot(None, self._snapshot)

    def show_strip(self, kind: str) -> None:
        """Shows COUNTS, BALANCE, VOTES or SERIES under the lanes."""
        if kind != self._strip_kind:
            self._strip_kind = kind
            self._fit()

    def step_in_lane(self, step: int) -> None:
        """Selects the next (1) or previous (-1) event of the lane that was last touched."""
        self.timeline.step_in_lane(step)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.overview.update()
            self._fit()

    def _fit(self) -> None:
        """In a low window the strip of counts gives its room to the lanes; what one has chosen to
        see beside it stays."""
        measures = self.measures()
        self.known.fit()
        self.overview.fit()
        self.timeline.fit()
        of_series, of_balance = self._strip_kind == SERIES, self._strip_kind == BALANCE
        self.strip.setVisible(self._strip_kind == COUNTS and not measures.low)
        self.strip.fit(measures)
        if of_balance:
            self.balance.fit(measures, self.height())
        if self._balance is not None:
            self._balance.setVisible(of_balance)
        of_votes = self._strip_kind == VOTES
        if of_votes:
            self.votes.fit(measures, self.height())
        if self._votes is not None:
            self._votes.setVisible(of_votes)
        chosen = self.series.has_chosen()
        self.series.setVisible(of_series and (chosen or not measures.low))
        if of_series:
            self.series.fit(measures, self.height())

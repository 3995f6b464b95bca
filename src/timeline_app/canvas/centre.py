"""The middle of the window: overview, timeline and chart strip on one axis."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from timeline_app.canvas.axis import Axis
from timeline_app.canvas.chart_strip import ChartStrip
from timeline_app.canvas.measures import Measures
from timeline_app.canvas.overview_view import OverviewView
from timeline_app.canvas.timeline_view import TimelineView
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot
from timeline_app.words.tr import tr


class Centre(QWidget):
    """Hands snapshots to its parts, and holds their common measures by the window's size."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._axis = Axis(self)
        self.overview = OverviewView(session, self._axis, self.measures, self)
        self.timeline = TimelineView(session, self._axis, self.measures, self)
        self.strip = ChartStrip(self._axis, self.measures, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.overview)
        column.addWidget(self.timeline, 1)
        column.addWidget(self.strip)
        self.setFocusProxy(self.timeline)
        self.setAccessibleName(tr("Timeline and overview"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, False)

    def measures(self) -> Measures:
        """The measures of the window as large as it is now."""
        window = self.window()
        return Measures.of(window.width(), window.height())

    def show_snapshot(self, before: Snapshot | None, after: Snapshot) -> None:
        """Shows this in every part."""
        self.overview.show_snapshot(before, after)
        self.timeline.show_snapshot(before, after)
        self.strip.show_snapshot(before, after)

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
        """In a low window the strip gives its room to the lanes."""
        measures = self.measures()
        self.strip.setVisible(not measures.low)
        self.strip.fit(measures)

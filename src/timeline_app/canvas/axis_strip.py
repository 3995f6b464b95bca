"""What strips under the lanes have in common: the axis of the lanes and its pointer; and of which
values are read off, that they are told.

A strip keeps its own rows, pictures and keys.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from timeline_app.canvas.axis import Axis
from timeline_app.canvas.measures import Measures
from timeline_app.canvas.overlay_painter import paint_pointer
from timeline_app.canvas.strip_switch import StripSwitch
from timeline_app.look.tokens import Tokens
from timeline_app.scene.time_scale import TimeScale
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot


class AxisStrip(QWidget):
    """`strip` is its id among the strips, `name` what it is called for who does not see it."""

    def __init__(
        self,
        session: Session,
        axis: Axis,
        measures: Callable[[], Measures],
        parent: QWidget,
        strip: str,
        name: str,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._axis, self._measures = axis, measures
        self._snapshot: Snapshot | None = None
        self.switch = StripSwitch(strip, self)
        axis.moved.connect(self._point)
        self.setMouseTracking(True)
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def scale(self) -> TimeScale | None:
        """The axis it shares."""
        if self._snapshot is None:
            return None
        return self._measures().scale(self._snapshot.view, self.width())

    def _paint_pointer(self, painter: QPainter, scale: TimeScale, tokens: Tokens) -> None:
        """The pointer's day, wherever it points."""
        if self._axis.day is not None:
            x = scale.x(self._axis.day)
            paint_pointer(painter, x, scale.left_px, scale.right_px, self.height(), tokens)

    def _point(self) -> None:
        """Where the hand moves a brush, the pointer goes along with the strip."""
        if self.isVisible():
            self._session.pace.follow(self, self.update)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        scale, x = self.scale(), event.position().x()
        if scale is not None:
            self._axis.point_at(scale.day(x) if x >= scale.left_px else None)

    def leaveEvent(self, event: QEvent) -> None:
        self._axis.point_at(None)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.update()


class ReadStrip(AxisStrip):
    """One of which values are read off, by the pointer or by keys, and told to who does not see
    it; `session` follows where the keys lead."""

    def __init__(
        self,
        session: Session,
        axis: Axis,
        measures: Callable[[], Measures],
        parent: QWidget,
        strip: str,
        name: str,
    ) -> None:
        super().__init__(session, axis, measures, parent, strip, name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_snapshot(self, before: Snapshot | None, after: Snapshot) -> None:
        """Shows this; while nobody sees it nothing is read, reckoned or drawn."""
        self._snapshot = after
        if self.isVisible():
            self._ask()
            self.update()

    def _ask(self) -> None:
        """Asks for what the snapshot needs, where that takes a worker."""

    def _tell(self) -> None:
        """Tells what is read off now, for who does not see it."""

    def _describe(self, said: str) -> None:
        """What a screen reader hears of it, told (by Qt) only where it is something else."""
        if said != self.accessibleDescription():
            self.setAccessibleDescription(said)

    def _paint_over(self, painter: QPainter, scale: TimeScale, tokens: Tokens) -> None:
        """The pointer's day, and the frame of what has the focus."""
        self._paint_pointer(painter, scale, tokens)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.ink), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def focusInEvent(self, event: QEvent) -> None:
        self._tell()
        self.update()

    def focusOutEvent(self, event: QEvent) -> None:
        self._axis.point_at(None)
        self.update()

    def _follow(self, day: float) -> None:
        """Brings a day into view that keys went to."""
        view = self._snapshot.view if self._snapshot else None
        if view is not None and not view.first <= day < view.end:
            self._session.show_days(int(day - view.days / 2), int(day + view.days / 2))

"""The overview over the timeline: the whole archive, always, and a brush on it."""

from collections.abc import Callable
from functools import partial
from math import ceil, floor

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from timeline_app.canvas.axis import Axis
from timeline_app.canvas.brush import LEAST_DRAG_PX, REACH_PX, BrushDrag, Part, part_at
from timeline_app.canvas.counting import Counting, Counts
from timeline_app.canvas.gestures import NOTCH, ZOOM_A_NOTCH
from timeline_app.canvas.kept import Kept
from timeline_app.canvas.measures import FUNNEL_PX, Measures, overview_px
from timeline_app.canvas.overlay_painter import paint_pointer, paint_tag
from timeline_app.canvas.overview_painter import (
    TOP_PX,
    OverviewFrame,
    OverviewGround,
    column_xs,
    paint_in_view,
    paint_lit,
    paint_overview_ground,
    paint_overview_head,
)
from timeline_app.canvas.ruler_painter import brush_px
from timeline_app.dates.civil import months_later
from timeline_app.dates.spoken_days import span_words
from timeline_app.look.putting import painter_of, put_whole
from timeline_app.look.theme import current
from timeline_app.look.tokens import Tokens
from timeline_app.model.event_table import Days
from timeline_app.model.filter import SpanClause
from timeline_app.model.view import View
from timeline_app.scene.brush_days import days_of_pixels
from timeline_app.scene.overview import Columns, columns_of, edges_over
from timeline_app.scene.time_scale import TimeScale
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot
from timeline_app.words.tr import tr


class OverviewView(QWidget):
    """Drag marks a period; its edges and its middle can be dragged; a click goes there."""

    def __init__(
        self, session: Session, axis: Axis, measures: Callable[[], Measures], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._session, self._axis, self._measures = session, axis, measures
        self._snapshot: Snapshot | None = None
        self._counting = Counting(columns_of, session.aside, self.update)
        self._edges: tuple[View, TimeScale, Days] | None = None
        self._made: tuple[OverviewGround, Columns | None] | None = None
        self._plain, self._washed, self._still = Kept(), Kept(), Kept()
        self._listed: tuple[Counts, list[int]] | None = None
        self._last: tuple[object, ...] = ()
        self._drag: BrushDrag | None = None
        self._pressed: QPointF | None = None
        self._second = False
        self._edge = Part.RIGHT
        self._by_key = False
        axis.moved.connect(self.update)
        self.fit()
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Overview"))
        self._tell()

    def show_snapshot(self, before: Snapshot | None, after: Snapshot) -> None:
        """Repaints, later and once."""
        self._snapshot = after
        if before is None or before.filter.span != after.filter.span or before.view != after.view:
            self._tell()
        if before is None or before.home != after.home:
            self._expect()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._expect()

    def _expect(self) -> None:
        """A brush can be dragged here to the days of these pixels."""
        if self._snapshot is not None and self._snapshot.archive is not None:
            self._session.expect_brush("overview", days_of_pixels(self.scale()))

    def fit(self) -> None:
        """As high as its letters want it."""
        self.setFixedHeight(TOP_PX + overview_px() + FUNNEL_PX)

    def scale(self) -> TimeScale:
        """The whole archive from edge to edge."""
        home = self._snapshot.home if self._snapshot else View(0.0, 1.0)
        return self._measures().scale(home, self.width())

    def _columns(self, snapshot: Snapshot) -> Columns | None:
        """The columns that stand at this width; None while they are counted."""
        now = snapshot.home, self.scale()
        if self._edges is None or self._edges[:2] != now:
            self._edges = (*now, edges_over(*now))
        return self._counting.columns(snapshot.passing, self._edges[2])

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = painter_of(self), current()
        snapshot = self._snapshot
        if snapshot is None:
            painter.fillRect(self.rect(), QColor(tokens.canvas))
        else:
            columns, span = self._columns(snapshot), snapshot.filter.span
            ground = self._ground(columns)
            passing = self._lit(snapshot, columns)
            known = snapshot.filter.known.day if snapshot.filter.known else None
            frame = OverviewFrame(
                ground, self.height(), passing, span, snapshot.view, known, snapshot.second
            )
            self._paint_still(painter, frame, tokens)
            paint_in_view(painter, frame, tokens)
            self._paint_pointer(painter, frame)
            self._paint_focus(painter, tokens)
        painter.end()

    def _lit(self, snapshot: Snapshot, columns: Columns | None) -> list[int]:
        """How many of each column pass, or lie in the second period."""
        if columns is None:
            return []
        counts = self._counting.passing(snapshot.passing, columns, snapshot.second)
        if self._listed is None or self._listed[0] is not counts:
            self._listed = counts, counts.tolist()
        return self._listed[1]

    def _ground(self, columns: Columns | None) -> OverviewGround:
        """The same one while columns, scale and text size stay."""
        scale, height = self.scale(), overview_px()
        made, of = self._made or (None, None)
        if made is None or of is not columns or (made.scale, made.height) != (scale, height):
            xs = column_xs(scale, columns.edges.tolist()) if columns else []
            every = columns.every.tolist() if columns else []
            made = OverviewGround(scale, TOP_PX, height, xs, every)
            self._made = made, columns
        return made

    def _paint_still(self, painter: QPainter, frame: OverviewFrame, tokens: Tokens) -> None:
        """What lies under the days in view: while these are dragged, from one picture. At other
        ratios than whole ones a part of a pixel could be another in that."""

        def paint(into: QPainter, tokens: Tokens) -> None:
            self._paint_ground(into, frame.ground, frame.span)
            paint_lit(into, frame, tokens)
            self._paint_head(into, frame, tokens)

        key = frame.ground, frame.passing, frame.span, frame.second
        again, self._last = key == self._last, key
        if again and self.devicePixelRatioF().is_integer():
            put_whole(painter, self._still.of(self, key, paint))
        else:
            paint(painter, tokens)

    def _paint_ground(
        self, painter: QPainter, ground: OverviewGround, span: SpanClause | None
    ) -> None:
        """What stays while a brush moves over it, from one picture; under it from another."""

        def paint(washed: bool, into: QPainter, tokens: Tokens) -> None:
            into.fillRect(self.rect(), QColor(tokens.canvas))
            paint_overview_ground(into, ground, tokens, washed)

        put_whole(painter, self._plain.of(self, ground, partial(paint, False)))
        if span is not None:
            left, right = brush_px(ground.scale, span)
            painter.save()
            painter.setClipRect(QRectF(left, ground.top, right - left, ground.foot - ground.top))
            put_whole(painter, self._washed.of(self, ground, partial(paint, True)))
            painter.restore()

    def _paint_pointer(self, painter: QPainter, frame: OverviewFrame) -> None:
        day, scale, tokens = self._axis.day, frame.ground.scale, current()
        if day is None:
            return
        x = scale.x(day)
        paint_pointer(painter, x, scale.left_px, scale.right_px, TOP_PX + overview_px(), tokens)
        span = frame.second if self._second else frame.span
        if self._drag is not None and span is not None:
            words = span_words(span.first, span.last, short=True)
            paint_tag(painter, words, x, TOP_PX + 8, scale.left_px, scale.right_px, tokens)

    def _paint_head(self, painter: QPainter, frame: OverviewFrame, tokens: Tokens) -> None:
        under = tr("period A is marked") if frame.span else tr("drag to mark a period")
        under = tr("A and B are marked") if frame.span and frame.second else under
        paint_overview_head(painter, under, tokens)

    def _paint_focus(self, painter: QPainter, tokens: Tokens) -> None:
        if self.hasFocus() and self._by_key:
            painter.setPen(QColor(tokens.ink))
            painter.drawRect(4, TOP_PX, int(self._measures().head_px) - 12, overview_px() - 8)

    # -- the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        scale, x = self.scale(), event.position().x()
        if self._snapshot is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        if x < scale.left_px - REACH_PX:
            return
        self._pressed = event.position()
        span = self._snapshot.filter.span
        self._drag = None
        asked = event.modifiers()
        new = asked & Qt.KeyboardModifier.ShiftModifier
        held, self._second = self._held_at(x)
        if new:
            self._second = bool(asked & Qt.KeyboardModifier.ControlModifier)
            held = Part.NEW
        of = self._snapshot.second if self._second else span
        self._begun = BrushDrag(held, scale.day(x), of)

    def _held_at(self, x: float) -> tuple[Part, bool]:
        """What of a period a press would hold, and whether it is the second one."""
        now, scale = self._snapshot, self.scale()
        spans = (now.filter.span, now.second) if now is not None else ()
        for second, span in enumerate(spans):
            part = part_at(scale, span, x, REACH_PX)
            if part is not Part.NEW:
                return part, bool(second)
        return Part.NEW, False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None:
            self._session.pace.begin()
        scale, x = self.scale(), event.position().x()
        day = scale.day(min(max(x, scale.left_px), scale.right_px))
        self._axis.point_at(day if x >= scale.left_px else None)
        if self._pressed is None:
            self._show_cursor(x)
            return
        by = event.position() - self._pressed
        if self._drag is None and by.manhattanLength() >= LEAST_DRAG_PX:
            self._drag = self._begun
        if self._drag is not None:
            snap = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            brushed = self._session.set_second if self._second else self._session.set_span
            brushed(*self._drag.moved(scale, day, snap))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, dragged = self._pressed, self._drag
        self._pressed = self._drag = None
        if pressed is not None and dragged is None:
            self._come_to(event.position().x())
        self.update()

    def _come_to(self, x: float) -> None:
        """A click brings these days into the middle, where there is anything else to bring: all in
        view stays in view, and a brush is there to be dragged or cleared."""
        if self._snapshot is None:
            return
        scale, view = self.scale(), self._snapshot.view
        on_brush = self._held_at(x)[0] is not Part.NEW
        if not on_brush and view.days < self._snapshot.home.days:
            self._session.set_view(View(scale.day(x) - view.days / 2, view.days))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        part, second = self._held_at(event.position().x())
        if part is not Part.NEW:
            self._session.clear_second() if second else self._session.clear_clause("day")

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._snapshot is None:
            return
        scale = self._measures().scale(self._snapshot.view, self.width())
        day = self.scale().day(event.position().x())
        at = min(max(scale.x(day), scale.left_px), scale.right_px)
        turned = event.angleDelta().y()
        self._session.set_view(scale.zoomed(at, ZOOM_A_NOTCH ** (-turned / NOTCH)))
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        self._axis.point_at(None)

    def _show_cursor(self, x: float) -> None:
        part, _ = self._held_at(x)
        shape = {
            Part.LEFT: Qt.CursorShape.SizeHorCursor,
            Part.RIGHT: Qt.CursorShape.SizeHorCursor,
            Part.WHOLE: Qt.CursorShape.OpenHandCursor,
        }.get(part, Qt.CursorShape.CrossCursor)
        self.setCursor(shape if x >= self.scale().left_px else Qt.CursorShape.ArrowCursor)

    # -- the keyboard

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who came by the mouse needs no ring to know where it is."""
        super().focusInEvent(event)
        self._by_key = event.reason() is not Qt.FocusReason.MouseFocusReason
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right move one edge of the period, Ctrl by months; up and down choose it."""
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        steps = {Qt.Key.Key_Left.value: -1, Qt.Key.Key_Right.value: 1}
        if event.key() in steps:
            self._move_edge(steps[event.key()], ctrl)
        elif event.key() in (Qt.Key.Key_Up.value, Qt.Key.Key_Down.value):
            self._edge = Part.LEFT if event.key() == Qt.Key.Key_Up.value else Part.RIGHT
            self._tell()
        else:
            super().keyPressEvent(event)

    def _move_edge(self, step: int, by_month: bool) -> None:
        if self._snapshot is None:
            return
        span, view = self._snapshot.filter.span, self._snapshot.view
        first, last = (span.first, span.last) if span else (floor(view.first), floor(view.end) - 1)

        def moved(day: int) -> int:
            return months_later(day, step) if by_month else day + step

        if self._edge is Part.LEFT:
            first = min(moved(first), last)
        else:
            last = max(moved(last), first)
        self._session.set_span(first, last)

    def _tell(self) -> None:
        span = self._snapshot.filter.span if self._snapshot else None
        if span is None:
            words = tr("No period is marked. Left and right mark what is in view.")
        else:
            edge = tr("start") if self._edge is Part.LEFT else tr("end")
            period = span_words(span.first, span.last)
            words = tr("Period {period}; arrow keys move its {edge}.", period=period, edge=edge)
        view = self._snapshot.view if self._snapshot else None
        if view is not None:
            days = span_words(floor(view.first), ceil(view.end) - 1)
            words = f"{words} {tr('In view: {period}.', period=days)}"
        self.setAccessibleDescription(words)

"""The drawn timeline: ruler, heads and lanes in one raster widget."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from timeline_app.canvas.axis import Axis
from timeline_app.canvas.brush import Part
from timeline_app.canvas.event_words import event_words, several_words
from timeline_app.canvas.focus import beside_lane, focus_words, selected_rows
from timeline_app.canvas.frames import Frame, Frames, differs, paint_frame
from timeline_app.canvas.gestures import NOTCH, Hand
from timeline_app.canvas.measures import Measures
from timeline_app.canvas.overlay_painter import Overlay, paint_overlay, paint_pointer, paint_tag
from timeline_app.canvas.tip import Tip
from timeline_app.dates.day import is_open
from timeline_app.dates.spoken_days import span_words
from timeline_app.look.theme import current
from timeline_app.scene.hit_test import Place, place_at, places_of
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot
from timeline_app.words.tr import tr

REST_MS = 250
MOST_STRETCH = 4.0
_STRETCH_A_NOTCH = 1.15
_FIT_DAYS = 60.0


class TimelineView(QWidget):
    """Shows snapshots and sends intents. A frame is composed at most once a repaint; heights of
    lanes settle when the view has rested."""

    def __init__(
        self, session: Session, axis: Axis, measures: Callable[[], Measures], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._session, self._axis, self._measures = session, axis, measures
        self._frames = Frames(session.rows)
        self._hand = Hand(session)
        self._snapshot: Snapshot | None = None
        self._frame: Frame | None = None
        self._picture: QPixmap | None = None
        self._resting = True
        self._stretch, self._scroll = 1.0, 0.0
        self._hovered: Place | None = None
        self._lane = ""
        self.tip = Tip(self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.settle)
        axis.moved.connect(self.update)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumHeight(120)
        self.setAccessibleName(tr("Timeline"))

    # -- showing

    def show_snapshot(self, before: Snapshot | None, after: Snapshot) -> None:
        """Repaints what changed, later and once."""
        self._snapshot = after
        self._frames.show(after)
        if self._frame is not None:
            self._frame = replace(self._frame, snapshot=after)
        moved = before is not None and before.view != after.view
        if before is None or moved or differs(before, after):
            self._picture = None
            self._hovered = None  # what was under the pointer may be elsewhere now
            self.tip.withdraw()
            self._resting = not (moved or self._hand.busy) and self._resting
            if before is None or before.table is not after.table or before.lanes is not after.lanes:
                self._resting, self._scroll = True, 0.0
            if not self._resting:
                self._rest.start()
        if before is None or before.selected != after.selected:
            self._tell_focus()
        self.update()

    def set_wheel_pans(self, pans: bool) -> None:
        """Whether the wheel moves in time (Ctrl+wheel still zooms) or zooms."""
        self._hand.wheel_pans = pans

    def settle(self) -> None:
        """The view has rested: lanes take the height they need, hidden labels look for a place."""
        if self._hand.busy:
            self._rest.start()
            return
        self._resting = True
        self._picture = None
        self.update()

    def frame(self) -> Frame | None:
        """The frame that is shown, composed now if need be; None before the first snapshot."""
        if self._snapshot is None:
            return None
        if self._picture is None or self._frame is None:
            self._compose()
        return self._frame

    def _compose(self) -> None:
        size = (max(1, self.width()), max(1, self.height()))
        self._frame = self._frames.frame(
            self._measures(), size, self._stretch, self._scroll, self._resting
        )
        self._scroll = min(self._scroll, self._frame.hidden_px)
        ratio = self.devicePixelRatioF()
        picture = QPixmap(round(size[0] * ratio), round(size[1] * ratio))
        picture.setDevicePixelRatio(ratio)
        painter = QPainter(picture)
        paint_frame(painter, self._frame, current())
        painter.end()
        self._picture = picture

    def paintEvent(self, event: QPaintEvent) -> None:
        frame = self.frame()
        if frame is None or self._picture is None:
            return
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        tokens, scale = current(), frame.scale
        if self._axis.day is not None:
            x = scale.x(self._axis.day)
            paint_pointer(painter, x, scale.left_px, scale.right_px, self.height(), tokens)
        paint_overlay(painter, frame, self._overlay(frame), tokens)
        span = frame.snapshot.filter.span
        if self._hand.brushing and span is not None and self._axis.day is not None:
            words = span_words(span.first, span.last, short=True)
            x = scale.x(self._axis.day)
            paint_tag(painter, words, x, frame.ruler_px + 4, scale.left_px, scale.right_px, tokens)
        painter.end()

    def _overlay(self, frame: Frame) -> Overlay:
        rows = selected_rows(frame.snapshot)
        title = self._frames.titles(rows[-1:])[0] if len(rows) == 1 else ""
        hovered = self._hovered.rows[0] if self._hovered and len(self._hovered.rows) == 1 else None
        return Overlay(hovered, rows, title, self.hasFocus())

    # -- the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        frame = self.frame()
        if frame is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        self.tip.withdraw()
        if event.position().x() >= frame.scale.left_px:
            in_ruler = event.position().y() < frame.ruler_px
            self._hand.press(event, frame.scale, in_ruler, self._scroll)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        frame = self.frame()
        if frame is None:
            return
        x = event.position().x()
        inside = x >= frame.scale.left_px
        self._axis.point_at(frame.scale.day(x) if inside else None)
        if self._hand.drag is not None:
            down = self._hand.move(event)
            if down is not None and self._hand.drag is not None:
                self._scroll_to(self._hand.drag.scroll_px - down)
            return
        self._hover(frame, event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        frame = self.frame()
        if frame is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        on_lanes = event.position().y() >= frame.ruler_px
        if self._hand.drag is None:
            if on_lanes and event.position().x() < frame.scale.left_px:
                self._turn_quiet(frame, event.position().y() - frame.ruler_px)
        elif self._hand.release() and on_lanes:
            self._click(frame, event)
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        frame = self.frame()
        if frame is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        x, y = event.position().x(), event.position().y()
        if y < frame.ruler_px:
            if self._hand.part_at(x, frame.scale, in_ruler=True) is not Part.NEW:
                self._session.clear_clause("day")
            return
        place = place_at(frame.drawn, x, y - frame.ruler_px)
        if place is not None and len(place.rows) == 1:
            self._fit(frame, place.rows[0])
        elif x >= frame.scale.left_px:
            self._hand.zoom_in(x, frame.scale)

    def wheelEvent(self, event: QWheelEvent) -> None:
        frame = self.frame()
        if frame is None:
            return
        self.tip.withdraw()
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            turned = event.angleDelta()  # Alt turns the wheel sideways on some systems
            self._stretch_lanes((turned.y() or turned.x()) / NOTCH)
        else:
            self._hand.wheel(event, frame.scale)
        event.accept()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent):
            frame = self.frame()
            if frame and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
                self._hand.pinch(event.value(), event.position().x(), frame.scale)
                return True
        return super().event(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._axis.point_at(None)
        self._hovered = None
        self.tip.withdraw()
        self.update()

    def _click(self, frame: Frame, event: QMouseEvent) -> None:
        place = place_at(frame.drawn, event.position().x(), event.position().y() - frame.ruler_px)
        if place is None:
            self._session.select(())
            return
        self._lane = frame.content.lanes[place.lane].lane.term
        if len(place.rows) > 1:
            self._come_closer(frame, place)
            return
        occurrence = int(frame.snapshot.table.occurrence[place.rows[0]])
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._session.toggle_selected(occurrence)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._session.select_to(occurrence)
        else:
            self._session.select((occurrence,))

    def _come_closer(self, frame: Frame, place: Place) -> None:
        """A column holds several: its days are shown."""
        scale = frame.scale
        self._hand.fit(int(scale.day(place.left)), int(scale.day(place.right)), 4.0)

    def _fit(self, frame: Frame, row: int) -> None:
        table, home = frame.snapshot.table, frame.snapshot.home
        first, last = int(table.first[row]), int(table.last[row])
        first = int(home.first) if is_open(first) else first
        last = int(home.end) if is_open(last) else last
        self._hand.fit(first, max(first, last), _FIT_DAYS)

    def _hover(self, frame: Frame, event: QMouseEvent) -> None:
        x, y = event.position().x(), event.position().y() - frame.ruler_px
        in_ruler = y < 0
        if x < frame.scale.left_px:
            self._name_lane(frame, event)
            return
        part = self._hand.part_at(x, frame.scale, in_ruler)
        edge = part in (Part.LEFT, Part.RIGHT)
        self.setCursor(Qt.CursorShape.SizeHorCursor if edge else Qt.CursorShape.ArrowCursor)
        place = None
        if not in_ruler:
            place = place_at(frame.drawn, x, y)
        if _same(place, self._hovered):
            return
        self._hovered = place
        self.update()
        if place is None:
            self.tip.withdraw()
        else:
            self._announce(frame, place, event.position().toPoint())

    def _name_lane(self, frame: Frame, event: QMouseEvent) -> None:
        """Says the whole names of the lanes whose head is under the pointer."""
        self.setCursor(Qt.CursorShape.ArrowCursor)
        y = event.position().y() - frame.ruler_px
        box = frame.box_at(y)
        if self._hovered is not None:
            self._hovered = None
            self.update()
        if box is None:
            self.tip.withdraw()
            return
        lanes = [frame.content.lanes[lane] for lane in box.lanes]
        words = [several_words(lane.lane.label, lane.passing) for lane in lanes]
        self.tip.announce(words[0], "\n".join(words[1:]), event.position().toPoint())

    def _announce(self, frame: Frame, place: Place, at: QPoint) -> None:
        if len(place.rows) == 1:
            lanes = len(places_of(frame.drawn, place.rows[0]))
            title, rest = event_words(self._session.rows(place.rows)[0], lanes)
        else:
            label = frame.content.lanes[place.lane].lane.label
            title, rest = several_words(label, len(place.rows)), tr("Click to come closer.")
        self.tip.announce(title, rest, at)

    def _turn_quiet(self, frame: Frame, y: float) -> None:
        """Opens the quiet lanes whose head was clicked, or folds them again."""
        box = frame.box_at(y)
        if box is None:
            return
        composer = self._frames.composer
        terms = {frame.content.lanes[lane].lane.term for lane in box.lanes}
        composer.opened = composer.opened | terms if box.folded else composer.opened - terms
        self.settle()

    def _stretch_lanes(self, notches: float) -> None:
        stretch = self._stretch * _STRETCH_A_NOTCH**notches
        self._stretch = min(MOST_STRETCH, max(1.0, stretch))
        self.settle()

    def _scroll_to(self, scroll_px: float) -> None:
        hidden = self._frame.hidden_px if self._frame else 0.0
        scroll = min(max(0.0, scroll_px), hidden)
        if scroll != self._scroll:
            self._scroll = scroll
            self._picture = None
            self.update()

    # -- the keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left.value: -1, Qt.Key.Key_Right.value: 1}
        lanes = {Qt.Key.Key_Up.value: -1, Qt.Key.Key_Down.value: 1}
        if event.modifiers():
            super().keyPressEvent(event)
        elif event.key() in steps:
            self._session.step_selection(steps[event.key()])
        elif event.key() in lanes:
            self._step_lane(lanes[event.key()])
        else:
            super().keyPressEvent(event)

    def step_in_lane(self, step: int) -> None:
        """The next (1) or previous (-1) event of the lane that was last touched."""
        self._session.step_selection(step, self._lane or None)

    def _step_lane(self, step: int) -> None:
        """Selects the nearest event in time of the lane above (-1) or below (1)."""
        frame = self.frame()
        beside = beside_lane(frame, self._lane, step) if frame else None
        if frame is not None and beside is not None:
            self._lane, row = beside
            self._session.select((int(frame.snapshot.table.occurrence[row]),))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._tell_focus()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _tell_focus(self) -> None:
        """Says the event in focus to whoever reads the screen aloud."""
        words = focus_words(self._session, self._snapshot)
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
            told = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
            QAccessible.updateAccessibility(told)

    # -- coming and going

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._picture = None

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._frames.composer.forget()
            self._picture = None
            self.update()

    def lanes_rect(self) -> QRect:
        """Where events can be, in the widget's pixels."""
        frame = self.frame()
        if frame is None:
            return QRect()
        left = int(frame.scale.left_px)
        return QRect(left, frame.ruler_px, int(frame.scale.width_px), self.height())


def _same(one: Place | None, other: Place | None) -> bool:
    return one is other or (
        one is not None and other is not None and (one.rows, one.lane) == (other.rows, other.lane)
    )

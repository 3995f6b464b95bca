"""The drawn timeline under the hands: what presses, turns of the wheel and keys do."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from timeline_app.canvas.axis import Axis
from timeline_app.canvas.brush import Part
from timeline_app.canvas.focus import UNDER_LANES, beside_lane, focus_day
from timeline_app.canvas.frames import Frame
from timeline_app.canvas.gestures import NOTCH
from timeline_app.canvas.measures import Measures
from timeline_app.canvas.timeline_picture import TimelinePicture
from timeline_app.canvas.track_kind import ShownTrack
from timeline_app.canvas.wide_picture import sharp_step
from timeline_app.dates.day import is_open
from timeline_app.scene.hit_test import Place, place_at
from timeline_app.session.session import Session

_FIT_DAYS = 60.0


class TimelineView(TimelinePicture):
    """The picture, and the intents that hands on it send."""

    def __init__(
        self, session: Session, axis: Axis, measures: Callable[[], Measures], parent: QWidget
    ) -> None:
        super().__init__(session, axis, measures, parent)
        self._lane = ""
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_wheel_pans(self, pans: bool) -> None:
        """Whether the wheel moves in time (Ctrl+wheel still zooms) or zooms."""
        self._hand.wheel_pans = pans

    def make_ready(self) -> None:
        """Composes now what else would be composed while it is painted."""
        self._shown()

    # -- the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        frame = self.frame()
        if frame is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        self.tip.withdraw()
        if event.position().x() >= frame.scale.left_px:
            in_ruler = event.position().y() < frame.ruler_px
            self._hand.press(event, frame.scale, in_ruler, self._scroll)
            if self._hand.drag is not None and self._hand.drag.brush is None:
                self._days.expect(frame)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        frame = self.seen()
        if frame is None:
            return
        x = event.position().x()
        inside = x >= frame.scale.left_px
        self._axis.point_at(frame.scale.day(x) if inside else None)
        if self._hand.drag is not None:
            down = self._hand.move(event, sharp_step(self.devicePixelRatioF()))
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
                self._turn_head(frame, event.position().y() - frame.ruler_px)
        elif self._hand.release() and on_lanes:
            self._click(frame, event)
        self._give_up_days()
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        frame = self.frame()
        if frame is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        x, y = event.position().x(), event.position().y()
        if y < frame.ruler_px:
            part, second = self._hand.held_at(x, frame.scale, in_ruler=True)
            if part is not Part.NEW:
                self._session.clear_second() if second else self._session.clear_clause("day")
            return
        track = frame.track_at(y - frame.ruler_px)
        if track is not None:
            self._fit_in_track(frame, track, event)
            return
        place = place_at(frame.drawn, x, y - frame.ruler_px)
        if place is not None and place.count == 1:
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
            zoom = self._hand.wheel(event, frame.scale)
            if zoom is not None:
                self._zooms.expect(zoom)
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
        self._hovering.let_go()
        self.update()

    def _click(self, frame: Frame, event: QMouseEvent) -> None:
        x, y = event.position().x(), event.position().y() - frame.ruler_px
        track = frame.track_at(y)
        within = track.drawn.place_at(x, y) if track is not None else None
        if track is not None and within is not None:
            track.kind.press(within)
            return
        place = place_at(frame.drawn, x, y) if track is None else None
        if place is None:
            chosen = self._chosen_track()
            self._session.select(()) if chosen is None else chosen.let_go()
            return
        self._lane = frame.content.lanes[place.lane].lane.term
        if place.count > 1:
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

    def _fit_in_track(self, frame: Frame, track: ShownTrack, event: QMouseEvent) -> None:
        x, y = event.position().x(), event.position().y() - frame.ruler_px
        place = track.drawn.place_at(x, y)
        if place is not None:
            days = [track.kind.days(frame.snapshot, key) for key in place.keys]
            first, last = min(day for day, _ in days), max(day for _, day in days)
            self._hand.fit(first, last, _FIT_DAYS)
        elif x >= frame.scale.left_px:
            self._hand.zoom_in(x, frame.scale)

    def _fit(self, frame: Frame, row: int) -> None:
        table, home = frame.snapshot.table, frame.snapshot.home
        first, last = int(table.first[row]), int(table.last[row])
        first = int(home.first) if is_open(first) else first
        last = int(home.end) if is_open(last) else last
        self._hand.fit(first, max(first, last), _FIT_DAYS)

    def _hover(self, frame: Frame, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if at.x() < frame.scale.left_px:
            self.setCursor(Qt.CursorShape.ArrowCursor)
            self._hovering.over_heads(frame, at)
            return
        part = self._hand.part_at(event.position().x(), frame.scale, at.y() < frame.ruler_px)
        edge = part in (Part.LEFT, Part.RIGHT)
        self.setCursor(Qt.CursorShape.SizeHorCursor if edge else Qt.CursorShape.ArrowCursor)
        self._hovering.over_lanes(frame, at)

    # -- the keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left.value: -1, Qt.Key.Key_Right.value: 1}
        lanes = {Qt.Key.Key_Up.value: -1, Qt.Key.Key_Down.value: 1}
        if event.modifiers():
            super().keyPressEvent(event)
        elif event.key() in steps:
            self._step(steps[event.key()])
        elif event.key() in lanes:
            self._step_lane(lanes[event.key()])
        else:
            super().keyPressEvent(event)

    def _step(self, step: int) -> None:
        """The next (1) or previous (-1) in time: of the track that is selected in, or event."""
        kind = self._chosen_track()
        if kind is not None and self._snapshot is not None:
            kind.step(self._snapshot, step)
        else:
            self._session.step_selection(step)

    def step_in_lane(self, step: int) -> None:
        """The next (1) or previous (-1) event of the lane that was last touched."""
        if self._chosen_track() is not None:
            self._step(step)
            return
        self._session.step_selection(step, self._lane or None)

    def _step_lane(self, step: int) -> None:
        """Selects the nearest in time of the lane or the track above (-1) or below (1)."""
        frame = self.frame()
        if frame is None:
            return
        day = self._day_in_focus(frame)
        chosen, kinds = self._chosen_track(), [track.kind for track in frame.tracks]
        at = kinds.index(chosen) if chosen in kinds else -1
        if at < 0 or at + step < 0:
            lane = UNDER_LANES if at >= 0 else self._lane
            beside = beside_lane(frame, lane, step, day)
            if beside is not None:
                self._lane, row = beside
                self._session.select((int(frame.snapshot.table.occurrence[row]),))
                return
        if step > 0:
            any(kind.enter(frame.snapshot, day) for kind in kinds[at + 1 :])
        elif at > 0:
            any(kind.enter(frame.snapshot, day) for kind in reversed(kinds[:at]))

    def _day_in_focus(self, frame: Frame) -> int:
        """The day of what is selected; the middle of the view where nothing is."""
        now, chosen = frame.snapshot, self._chosen_track()
        key = chosen.selected(now) if chosen is not None else None
        if chosen is not None and key is not None:
            return chosen.days(now, key)[0]
        return focus_day(now)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._tell_focus()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

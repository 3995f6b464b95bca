"""The picture of the timeline in a widget: composed when what it shows has changed, then kept."""

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from timeline_app.canvas.asserted_dates import AssertedDates
from timeline_app.canvas.axis import Axis
from timeline_app.canvas.coming_days import ComingDays
from timeline_app.canvas.coming_zoom import ComingZoom
from timeline_app.canvas.focus import focus_words, selected_rows
from timeline_app.canvas.frame_picture import FramePicture
from timeline_app.canvas.frames import Frame, Frames, differs
from timeline_app.canvas.gestures import Hand
from timeline_app.canvas.hovering import Hovering
from timeline_app.canvas.link_painter import Arcs, paint_links
from timeline_app.canvas.measures import Measures
from timeline_app.canvas.overlay_painter import Overlay, paint_overlay, paint_pointer, paint_tag
from timeline_app.canvas.tip import Tip
from timeline_app.canvas.track_catalogue import made_tracks
from timeline_app.canvas.track_kind import TrackKind
from timeline_app.dates.spoken_days import span_words
from timeline_app.look import fonts
from timeline_app.look.putting import painter_of
from timeline_app.look.theme import current
from timeline_app.look.tokens import Tokens
from timeline_app.model.view import View
from timeline_app.scene.brush_days import days_of_pixels
from timeline_app.scene.steps import Steps, whole
from timeline_app.scene.time_scale import MARGIN_PX
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot
from timeline_app.words.tr import tr

REST_MS = 250
LEAST_PX, LEAST_LETTERS_PX = 120, 100
MOST_STRETCH = 4.0
_STRETCH_A_NOTCH = 1.15


class TimelinePicture(QWidget):
    """Shows snapshots. A frame is composed at most once a repaint; heights of lanes settle when
    the view has rested."""

    def __init__(
        self, session: Session, axis: Axis, measures: Callable[[], Measures], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._session, self._axis, self._measures = session, axis, measures
        self._tracks = made_tracks(session)
        self._frames = Frames(session.labels, self._tracks, session.aside, self._come_in_turns)
        self._hand = Hand(session)
        self._snapshot: Snapshot | None = None
        self._frame: Frame | None = None
        self._picture = FramePicture()
        self._arcs = Arcs()
        self._asserted = AssertedDates(session)
        self._stale = self._resting = True
        self._awaits = self._drags = False
        self._stretch, self._scroll = 1.0, 0.0
        self._hovering = Hovering(session, self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._rested)
        self._coming: Steps[Frame] | None = None
        self._lanes = QTimer(self)
        self._lanes.timeout.connect(self._compose_a_lane)
        self._days = ComingDays(self._come_days, self)
        self._zooms = ComingZoom(self._come_zoom, self)
        axis.moved.connect(self.update)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.fit()
        self.setAccessibleName(tr("Timeline"))

    @property
    def tip(self) -> Tip:
        """The popover over what is hovered."""
        return self._hovering.tip

    @property
    def composes(self) -> bool:
        """Whether a frame is being composed in turns."""
        return self._coming is not None

    @property
    def is_ready(self) -> bool:
        """Whether nothing is being made ready that a turn of the wheel would show."""
        return self._zooms.is_ready

    # -- showing

    def show_snapshot(self, before: Snapshot | None, after: Snapshot) -> None:
        """Repaints what changed, later and once; what is to be indexed first, when it has been."""
        self._snapshot = after
        self._frames.show(after)
        focused = before is None or self._focus_moved(before, after)
        news = before is None or self._is_news(before, after)
        first = self._frame is None and self._frames.waits
        if first or (before is not None and self._waits_for(before, after)):
            self._begin_awaiting()
        elif news or (focused and self._awaits):
            self._awaits, self._stale = False, True
        if news:
            self._hovering.let_go()  # what was under the pointer may be elsewhere now
            self._come_to_rest(before, after)
        if self._frame is not None and not self._awaits:
            self._frame = replace(self._frame, snapshot=after)
        if focused:
            self._tell_focus()
        self.update()

    def _is_news(self, before: Snapshot, after: Snapshot) -> bool:
        """Whether another picture follows."""
        other = before.view != after.view or differs(before, after, self._frame)
        return other or self._frames.tracks.differs(before, after)

    def _come_to_rest(self, before: Snapshot | None, after: Snapshot) -> None:
        """Now, or when what moves has stood still for a while."""
        moved = before is not None and (
            before.view != after.view
            or before.filter.span != after.filter.span
            or before.second != after.second
        )
        self._resting = not (moved or self._hand.busy) and self._resting
        if before is None or before.table is not after.table or before.lanes is not after.lanes:
            self._resting, self._scroll = True, 0.0
        if not self._resting:
            self._rest.start()

    def _waits_for(self, before: Snapshot, after: Snapshot) -> bool:
        """Whether what was shown stays until what is another is indexed; a frame follows then."""
        other = before.table is not after.table or before.passing.base is not after.passing.base
        return other and self._frames.waits and self._frame is not None and not self._stale

    def _begin_awaiting(self) -> None:
        """What is composed in turns is not asked for any more."""
        self._awaits, self._coming = True, None
        self._lanes.stop()

    def fit(self) -> None:
        """Never so low that its letters leave no room for a lane."""
        self.setMinimumHeight(max(LEAST_PX, fonts.scaled(LEAST_LETTERS_PX)))

    def hide_tracks(self, ids: Collection[str]) -> None:
        """From now on these tracks of the catalogue are not shown."""
        if self._frames.tracks.wishes.hide(ids):
            self.settle()

    def settle(self) -> None:
        """The view has rested: lanes take the height they need, hidden labels look for a place."""
        if self._hand.busy:
            self._rest.start()
            return
        self._resting = True
        self._stale = True
        self._give_up_days()
        self._expect_brush()
        self.update()

    def _give_up_days(self) -> None:
        """No more days come into sight."""
        self._days.give_up()
        self._zooms.give_up()
        self._picture.give_up()

    def _expect_brush(self) -> None:
        if self._snapshot is not None and self._snapshot.archive is not None:
            scale = self._measures().scale(self._snapshot.view, self.width())
            self._session.expect_brush("timeline", days_of_pixels(scale))

    def _rested(self) -> None:
        """The view has stood still for a while. Labels take some time."""
        if not self._awaits:  # else a frame follows in any case
            self._come_in_turns()

    def _come_in_turns(self) -> None:
        """The frame at rest is composed a lane a turn: what is shown stays until it is whole."""
        first = self._frame is None and self._awaits
        if self._hand.busy or ((self._stale or self._frame is None) and not first):
            self.settle()
            return
        self._resting, self._stale = True, False
        self._give_up_days()
        self._coming = self._framing()
        self._lanes.start()
        self._expect_brush()

    def frame(self) -> Frame | None:
        """The latest frame, composed now if need be; None before the first snapshot."""
        if self._coming is not None or self._awaits:
            self._compose()
        return self._shown()

    def seen(self) -> Frame | None:
        """The frame that a pointer is over, though another may be coming; but not one of what was
        open, or passed, before."""
        return self.frame() if self._awaits else self._shown()

    def _shown(self) -> Frame | None:
        """The frame that is shown: while the next one is composed in turns, the one before; None
        before the first one, which may be awaited and then comes in turns, too."""
        comes = self._awaits and (self._frames.waits or not self._stale)
        if self._frame is None and comes:
            return None
        if self._snapshot is not None and (self._stale or self._frame is None):
            self._compose()
        return self._frame

    def _framing(self, glides: bool = False) -> Steps[Frame]:
        size = (max(1, self.width()), max(1, self.height()))
        return self._frames.framing(
            self._measures(), size, self._stretch, self._scroll, self._resting, glides
        )

    def _compose(self) -> None:
        """What is stale is composed anew, what is coming comes now."""
        if self._coming is not None and not self._stale:
            self._come(whole(self._coming))
            return
        by_px = self._dragged_px()
        goes_on, self._drags = bool(by_px) and (self._drags or self._hand.busy), bool(by_px)
        if by_px and self._is_beyond(by_px):
            self._days.hurry()
        self._come(whole(self._framing(goes_on)))
        if self._drags and not goes_on and self._frame is not None:
            self._days.expect(self._frame)  # a key moved them once: it may be held down

    def _dragged_px(self) -> float:
        """How far days have been dragged since the frame that is shown, to where some of it is
        seen still."""
        if self._frame is None or self._snapshot is None or self._resting:
            return 0.0
        scale = self._measures().scale(self._snapshot.view, self.width())
        by_px = self._frame.scale.dragged_px(scale)
        return by_px if by_px is not None and abs(by_px) <= MARGIN_PX else 0.0

    def _is_beyond(self, by_px: float) -> bool:
        """Whether days that are dragged so far from here come from what is shown no more."""
        layers = self._frame.drawn.layers if self._frame is not None else None
        return layers is None or abs(layers.by_px + by_px) > MARGIN_PX

    def _compose_a_lane(self) -> None:
        if self._coming is None or self._stale:
            self._lanes.stop()  # it is composed anew when it is painted
            return
        try:
            next(self._coming)
            self._lanes.start()  # anew: else it stays before all that has come due meanwhile
        except StopIteration as done:
            self._come(done.value)

    def _come(self, frame: Frame) -> None:
        if self._coming is not None:
            self._coming = None
            self._lanes.stop()
            self.update()
        now = self._snapshot or frame.snapshot
        self._frame = frame if frame.snapshot is now else replace(frame, snapshot=now)
        self._scroll = min(self._scroll, frame.hidden_px)
        self._stale = self._awaits = False

    def _come_days(self, frame: Frame, by_px: int) -> Steps[None]:
        """Composes and paints what is seen after days were dragged so far."""
        coming = self._frames.ahead(frame, by_px, self._stretch, self._scroll)
        layers = yield from coming
        if layers is not None:
            yield from self._picture.ahead(frame, layers, current(), self.devicePixelRatioF())

    def _come_zoom(self, frame: Frame, view: View) -> Steps[None]:
        """Composes and paints what is seen once this is in view."""
        asked = frame, view, self._measures(), self._stretch, self._scroll
        told = yield from self._frames.foretold(*asked)
        if told is not None:
            yield from self._picture.foretell(told, current(), self.devicePixelRatioF())

    def paintEvent(self, event: QPaintEvent) -> None:
        frame, tokens, painter = self._shown(), current(), painter_of(self)
        if frame is None:
            painter.fillRect(event.rect(), QColor(tokens.canvas))
            painter.end()
            return
        scale = frame.scale
        self._picture.paint(painter, frame, tokens)
        self._days.follow(frame)
        self._zooms.follow(frame)
        if self._axis.day is not None:
            x = scale.x(self._axis.day)
            paint_pointer(painter, x, scale.left_px, scale.right_px, self.height(), tokens)
        if self._snapshot is not None and frame.snapshot.table is self._snapshot.table:
            self._paint_over(painter, frame, tokens)
        painter.end()

    def _paint_over(self, painter: QPainter, frame: Frame, tokens: Tokens) -> None:
        """What is selected and hovered, and the period in the hand."""
        scale, overlay = frame.scale, self._overlay(frame)
        meant = (*overlay.selected, *(() if overlay.hovered is None else (overlay.hovered,)))
        paint_links(painter, frame, meant, tokens, self._arcs)
        paint_overlay(painter, frame, overlay, tokens)
        span = frame.snapshot.filter.span
        if self._hand.drag is not None and self._hand.drag.of_second:
            span = frame.snapshot.second
        if self._hand.brushing and span is not None and self._axis.day is not None:
            words = span_words(span.first, span.last, short=True)
            x = scale.x(self._axis.day)
            paint_tag(painter, words, x, frame.ruler_px + 4, scale.left_px, scale.right_px, tokens)

    def _overlay(self, frame: Frame) -> Overlay:
        rows = selected_rows(frame.snapshot)
        title = self._frames.titles(rows[-1:])[0] if len(rows) == 1 else ""
        dates = self._asserted.of(frame, rows[0]) if len(rows) == 1 else ()
        over = self._hovering
        return Overlay(over.row, rows, title, self.hasFocus(), dates, over.track)

    def _chosen_track(self) -> TrackKind[Any] | None:
        """The track in which something is selected."""
        now = self._snapshot
        if now is None:
            return None
        return next((kind for kind in self._tracks if kind.selected(now) is not None), None)

    def _focus_moved(self, before: Snapshot, after: Snapshot) -> bool:
        moved = any(kind.selected(before) != kind.selected(after) for kind in self._tracks)
        moved = moved or before.membership_bands != after.membership_bands
        return moved or before.selected != after.selected

    def _tell_focus(self) -> None:
        """Says what is selected to whoever reads the screen aloud."""
        kind = self._chosen_track()
        words = (
            kind.spoken(self._snapshot)
            if kind is not None and self._snapshot is not None
            else focus_words(self._session, self._snapshot)
        )
        if words != self.accessibleDescription():  # Qt tells it then
            self.setAccessibleDescription(words)

    # -- how high and how far scrolled

    def _turn_head(self, frame: Frame, y: float) -> None:
        """Opens the quiet lanes or the track whose head was clicked, or folds them again."""
        track = frame.track_at(y)
        if track is not None:
            self._frames.tracks.wishes.turn(track.kind.id, track.band.folded)
            self.settle()
            return
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
            self._stale = True
            self.update()

    # -- coming and going

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stale = True

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._frames.composer.forget()
            self._stale = True
            self.update()

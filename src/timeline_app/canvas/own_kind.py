"""The track of one's own events on the canvas: each sign on the reader's yellow, broken outline."""

from typing import ClassVar

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from timeline_app.canvas.lettering import grown, measure, write
from timeline_app.canvas.track_kind import TrackHead, TrackKind, TrackOverlay
from timeline_app.dates.edtf import parse
from timeline_app.dates.spoken import date_words
from timeline_app.look import fonts
from timeline_app.look.glyphs import NO_VECTOR, draw_glyph
from timeline_app.look.tokens import Tokens
from timeline_app.model.annotation import Written, texts_of
from timeline_app.model.columns import VECTORS
from timeline_app.scene.own_track import (
    LABEL_SIZE,
    SIGN_PX,
    OwnDay,
    OwnDrawing,
    OwnMark,
    OwnTrack,
)
from timeline_app.scene.text_measure import shortened
from timeline_app.scene.track import TrackPlace
from timeline_app.session.own_events import date_of, own_events
from timeline_app.session.snapshot import Snapshot
from timeline_app.words.tr import mark, tr

_GLYPH_PX = 10.0
_PLATE_PX = 20
_AWAY_PX, _PAD_PX = 5.0, 7.0


class OwnKind(TrackKind[OwnDrawing]):
    """What the reader wrote down as events of their own; never counted among the archive's."""

    id: ClassVar[str] = "own"
    title: ClassVar[str] = mark("Own events")

    _made: tuple[tuple[Written, ...], OwnTrack] | None = None
    """The track for the events of the last snapshot, at the size of letters that it had."""

    def track(self, snapshot: Snapshot) -> OwnTrack | None:
        found = own_events(snapshot)
        if not found:
            return None
        made = self._made
        if made is None or made[0] != found or made[1].grown != grown():
            days = [own_day(n, one) for n, one in enumerate(found)]
            self._made = made = found, OwnTrack(days, measure, grown())
        return made[1]

    def differs(self, before: Snapshot, after: Snapshot) -> bool:
        return before.written is not after.written and own_events(before) != own_events(after)

    def head(self, snapshot: Snapshot, drawn: OwnDrawing) -> TrackHead:
        return TrackHead(NO_VECTOR, tr(self.title), len(own_events(snapshot)))

    def paint(self, painter: QPainter, drawn: OwnDrawing, tokens: Tokens) -> None:
        for one in drawn.marks:
            _span(painter, one, tokens)
        for one in drawn.marks:
            _sign(painter, one, tokens)
            if one.label:
                y = one.y + fonts.scaled(4.5)
                write(painter, one.label, one.label_x, y, tokens.ink, LABEL_SIZE)

    def paint_over(
        self, painter: QPainter, drawn: OwnDrawing, over: TrackOverlay, tokens: Tokens
    ) -> None:
        chosen = () if over.selected is None else (over.selected,)
        for key in (*over.hovered, *chosen):
            place = drawn.place_of(key)
            if place is not None:
                pen = QPen(QColor(tokens.ink), 2.0 if key in chosen else 1.25)
                painter.setPen(pen)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                half = SIGN_PX / 2 + 2.5
                painter.drawRect(QRectF(place.x - half, place.y - half, 2 * half, 2 * half))
        one = next((one for one in drawn.marks if one.day.key == over.selected), None)
        if one is not None:
            _plate(painter, one, over, tokens)

    def selected(self, snapshot: Snapshot) -> int | None:
        found = own_events(snapshot)
        return next((n for n, one in enumerate(found) if one.id == snapshot.own_event), None)

    def tip(self, place: TrackPlace) -> tuple[str, str]:
        one = self._one(self._session.snapshot, place.keys[0])
        if one is None:
            return "", ""
        told = [tr("Own event"), date_words(date_of(one)), *texts_of(one.state, "actors")]
        return one.said("title"), ", ".join(told)

    def spoken(self, snapshot: Snapshot) -> str:
        chosen = self.selected(snapshot)
        one = None if chosen is None else self._one(snapshot, chosen)
        if one is None:
            return ""
        date, title = date_words(date_of(one)), one.said("title")
        return tr("Own event: {title}, {date}", title=title, date=date)

    def press(self, place: TrackPlace) -> None:
        one = self._one(self._session.snapshot, place.keys[0])
        self._session.select_own_event(None if one is None else one.id)

    def let_go(self) -> None:
        self._session.select_own_event(None)

    def days(self, snapshot: Snapshot, key: int) -> tuple[int, int]:
        one = self._one(snapshot, key)
        if one is None:
            return int(snapshot.home.first), int(snapshot.home.end)
        day = own_day(key, one)
        first, last = max(day.first, int(snapshot.home.first)), day.last
        return first, max(first, min(last, int(snapshot.home.end)))

    def step(self, snapshot: Snapshot, step: int) -> None:
        found, chosen = own_events(snapshot), self.selected(snapshot)
        order = sorted(range(len(found)), key=lambda n: own_day(n, found[n]).first)
        at = order.index(chosen) if chosen in order else -1 if step > 0 else len(order)
        self._session.select_own_event(found[order[min(max(at + step, 0), len(order) - 1)]].id)

    def enter(self, snapshot: Snapshot, day: int) -> bool:
        found = own_events(snapshot)
        if not found:
            return False
        nearest = min(range(len(found)), key=lambda n: abs(own_day(n, found[n]).first - day))
        self._session.select_own_event(found[nearest].id)
        return True

    def _one(self, snapshot: Snapshot, key: int) -> Written | None:
        found = own_events(snapshot)
        return found[key] if 0 <= key < len(found) else None


def own_day(key: int, one: Written) -> OwnDay:
    """Its days and the sign of its first vector; a date that is not one stands at its start."""
    span = parse(date_of(one)).outer
    vectors = texts_of(one.state, "vectors")
    vector = VECTORS.index(vectors[0]) if vectors and vectors[0] in VECTORS else -1
    return OwnDay(key, span.first, span.last, one.said("title"), vector)


def _plate(painter: QPainter, one: OwnMark, over: TrackOverlay, tokens: Tokens) -> None:
    """The whole title of the one that is selected, reversed, on the side with more room."""
    right, left = max(one.right, one.x + SIGN_PX / 2) + _AWAY_PX, one.x - SIGN_PX / 2 - _AWAY_PX
    rightwards = over.right - right >= left - over.left
    room = (over.right - right if rightwards else left - over.left) - 2 * _PAD_PX
    text = shortened(one.day.title, room, LABEL_SIZE, measure, True)
    wide = max(measure(text, LABEL_SIZE, True), one.label_px if rightwards else 0.0) + 2 * _PAD_PX
    tall = fonts.scaled(_PLATE_PX)
    x = right if rightwards else left - wide
    painter.fillRect(QRectF(x, one.y - tall / 2, wide, tall), QColor(tokens.ink))
    write(painter, text, x + _PAD_PX, one.y + fonts.scaled(4.5), tokens.onink, LABEL_SIZE, True)


def _span(painter: QPainter, one: OwnMark, tokens: Tokens) -> None:
    """The days it may lie on, where they are more than its sign is wide."""
    if one.right - one.left > SIGN_PX:
        painter.setPen(QPen(QColor(tokens.ink), 1.5))
        painter.drawLine(QLineF(one.left, one.y, one.right, one.y))
        for x in (one.left, one.right):
            painter.drawLine(QLineF(x, one.y - 4, x, one.y + 4))


def _sign(painter: QPainter, one: OwnMark, tokens: Tokens) -> None:
    pen = QPen(QColor(tokens.ink), 1)
    pen.setDashPattern([2, 1.6])
    painter.setPen(pen)
    painter.setBrush(QColor(tokens.hl))
    half = SIGN_PX / 2 - 0.5
    painter.drawRect(QRectF(one.x - half, one.y - half, 2 * half, 2 * half))
    # In ink: the vectors' colours are too weak on yellow, and the sign says which it is.
    sign = NO_VECTOR if one.day.vector < 0 else one.day.vector
    draw_glyph(painter, sign, one.x, one.y, _GLYPH_PX, tokens.onhl)

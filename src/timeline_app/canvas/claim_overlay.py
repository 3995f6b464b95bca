"""What lies over the track of claims: rings around what is hovered and selected, and its name."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from timeline_app.canvas.lettering import measure, write
from timeline_app.canvas.rings import (
    FOCUS_RADIUS,
    HOVER_RADIUS,
    PLATE_HEIGHT,
    PLATE_SIZE,
    SELECTED_RADIUS,
    paint_ring,
)
from timeline_app.canvas.track_kind import TrackOverlay
from timeline_app.look import fonts
from timeline_app.look.glyphs import CLAIM, draw_glyph
from timeline_app.look.tokens import Tokens
from timeline_app.scene.claim_drawing import ClaimDrawing
from timeline_app.scene.display_list import SpotKind
from timeline_app.scene.hit_test import Place, places_of
from timeline_app.scene.text_measure import shortened

_MOST_PX, _LEAST_PX, _AWAY, _PAD = 320.0, 90.0, 14.0, 5.0


def paint_over_claims(
    painter: QPainter, drawn: ClaimDrawing, over: TrackOverlay, title: str, tokens: Tokens
) -> None:
    """Paints rings and, reversed, the `title` of the selected claim."""
    for key in over.hovered[:1]:
        place = _place(drawn, key)
        if place is not None and over.selected not in over.hovered:
            paint_ring(painter, place, HOVER_RADIUS, tokens, 1.25)
    place = None if over.selected is None else _place(drawn, over.selected)
    if place is None or not over.left <= place.x <= over.right:
        return
    _plate(painter, drawn, place, over, title, tokens)
    if place.kind is SpotKind.GLYPH:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.canvas))
        painter.drawEllipse(QPointF(place.x, place.y), SELECTED_RADIUS, SELECTED_RADIUS)
        draw_glyph(painter, CLAIM, place.x, place.y, 10, tokens.ink2)
    paint_ring(painter, place, SELECTED_RADIUS, tokens, 2.0)
    if over.focus_ring:
        paint_ring(painter, place, FOCUS_RADIUS, tokens, 1.5, broken=True)


def _place(drawn: ClaimDrawing, key: int) -> Place | None:
    """Where the mark of a claim is; of an arrow, where its line begins."""
    places = places_of(drawn.drawn, drawn.row_of(key))
    arrow = drawn.arrow_of(key)
    if not places or arrow is None:
        return places[0] if places else None
    whole, (line, y) = places[0], arrow
    x = line.dot if line.dot is not None else line.start
    return Place(whole.spot, SpotKind.GLYPH, 0, x - 5, y - 5, x + 5, y + 5, x, whole.rows)


def _plate(
    painter: QPainter,
    drawn: ClaimDrawing,
    place: Place,
    over: TrackOverlay,
    title: str,
    tokens: Tokens,
) -> None:
    """The name beside the ring: left of an arrow, right of a mark, or where there is room."""
    if not title:
        return
    arrow = drawn.arrow_of(over.selected) if over.selected is not None else None
    before = place.x - _AWAY if place.kind is SpotKind.GLYPH else place.left - 8
    after = place.x + _AWAY if place.kind is SpotKind.GLYPH else min(place.right, over.right) + 8
    if arrow is not None:
        before, after = arrow[0].left - 8, arrow[0].right + 8
        if arrow[0].dot is not None:
            before = min(before, arrow[0].dot - _AWAY)
    row = drawn.row_of(over.selected) if over.selected is not None else -1
    label = next((one for one in drawn.drawn.labels if one.row == row), None)
    least = 0.0 if label is None else label.width + _AWAY
    full = max(least, min(_MOST_PX, measure(title, PLATE_SIZE, True) + _AWAY))
    left_room, right_room = before - over.left, over.right - after
    leftwards = left_room >= min(full, right_room) if arrow is not None else right_room < full
    if label is not None:  # it lies over the same words
        leftwards = not label.to_right
    elif leftwards and left_room < _LEAST_PX < right_room:
        leftwards = False
    room = max(_LEAST_PX, least, left_room if leftwards else right_room)
    text = shortened(title, min(full, room) - _AWAY, PLATE_SIZE, measure, True)
    width = max(least, measure(text, PLATE_SIZE, True) + _AWAY)
    x = before - width if leftwards else after
    if label is not None:
        x = min(x, label.x - _PAD)
        width = max(width, label.x + label.width + _PAD - x)
    x = min(max(x, over.left), over.right - width)
    tall = fonts.scaled(PLATE_HEIGHT)
    y = min(max(drawn.band.top, place.y - tall / 2), drawn.band.bottom - tall)
    painter.fillRect(QRectF(x, y, width, tall), QColor(tokens.ink))
    write(painter, text, x + 7, y + fonts.scaled(13.5), tokens.onink, PLATE_SIZE, True)

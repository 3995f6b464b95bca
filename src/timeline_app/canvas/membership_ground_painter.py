"""Strokes memberships behind the lanes: first their ground, then, over the grid, their edges."""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from timeline_app.canvas.lane_painter import OPACITY
from timeline_app.canvas.lettering import write
from timeline_app.look.tokens import Tokens
from timeline_app.scene.display_list import Label, Shade
from timeline_app.scene.membership_ground import NAME_SIZE, Ground, GroundName, Rect, label_rect
from timeline_app.scene.membership_strokes import FADE_STEP

_AIR, _BASE, _HIGH = 3.0, 11.0, 15.0
_BROKEN = [4.0, 4.0]
_DOTS = {Shade.NEAR: [3.0, 2.0], Shade.MIDDLE: [2.0, 4.0], Shade.FAR: [1.0, 7.0]}


def paint_grounds(
    painter: QPainter, grounds: Sequence[Ground], within: QRectF, tokens: Tokens
) -> None:
    """Fills their days. What is sure lies over what is not, and nowhere is it darker for lying
    twice."""
    if not grounds:
        return
    painter.save()
    painter.setClipRect(within, Qt.ClipOperation.IntersectClip)
    height = within.bottom()
    for ground in grounds:
        for left, right in ground.extents:
            painter.fillRect(QRectF(left, 0, right - left, height), _paler(tokens, Shade.NEAR))
        for x, shade in ground.fading:
            painter.fillRect(QRectF(x, 0, FADE_STEP, height), _paler(tokens, shade))
    for full in (False, True):
        style = Qt.BrushStyle.SolidPattern if full else Qt.BrushStyle.BDiagPattern
        brush = QBrush(QColor(tokens.behind if full else tokens.hair), style)
        for span in (s for ground in grounds for s in ground.spans if s.full is full):
            painter.fillRect(QRectF(span.begin, 0, span.end - span.begin, height), brush)
    painter.restore()


def paint_ground_edges(
    painter: QPainter,
    grounds: Sequence[Ground],
    within: QRectF,
    labels: Iterable[Label],
    tokens: Tokens,
) -> None:
    """Unbroken lines where the day is known, broken ones around the days that are possible; where
    a source ends upon another ground, three that are ever more broken. None crosses a label."""
    if not grounds:
        return
    painter.save()
    painter.setClipRect(within, Qt.ClipOperation.IntersectClip)
    rects = [label_rect(label) for label in labels]
    for ground in grounds:
        lines: list[tuple[float, list[float]]] = [(x, []) for x in ground.edges]
        lines += [(x, _BROKEN) for pair in ground.extents for x in pair]
        others = [s for other in grounds if other is not ground for s in other.spans]
        for x, shade in ground.fading:
            if any(span.begin <= x < span.end for span in others):
                lines.append((x, _DOTS[shade]))
        for x, dashes in lines:
            pen = QPen(QColor(tokens.strong), 1)
            if dashes:
                pen.setDashPattern(dashes)
            painter.setPen(pen)
            at = round(x) + 0.5
            for top, foot in _beside(rects, at, within.bottom()):
                painter.drawLine(QLineF(at, top, at, foot))
    painter.restore()


def _beside(rects: Sequence[Rect], x: float, height: float) -> Iterator[tuple[float, float]]:
    """The parts of a line at `x` that cross none of these, from the top down."""
    top = 0.0
    for upper, lower in sorted((r[1], r[3]) for r in rects if r[0] - _AIR < x < r[2] + _AIR):
        if upper > top:
            yield top, upper
        top = max(top, lower)
    if top < height:
        yield top, height


def paint_ground_names(painter: QPainter, names: Sequence[GroundName], tokens: Tokens) -> None:
    """Their names, which no line of the axis crosses."""
    for name in names:
        plate = QRectF(name.x - _AIR, name.y, name.width + 2 * _AIR, _HIGH)
        painter.fillRect(plate, QColor(tokens.behind))
        write(painter, name.text, name.x, name.y + _BASE, tokens.ink2, NAME_SIZE)


def _paler(tokens: Tokens, shade: Shade) -> QColor:
    colour = QColor(tokens.behind)
    colour.setAlphaF(OPACITY[shade])
    return colour

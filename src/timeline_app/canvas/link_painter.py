"""Links between events as arcs over the lanes: the selection's first, and never too many."""

import math
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from timeline_app.canvas.frames import Frame
from timeline_app.canvas.lettering import measure, write
from timeline_app.dataclass import dataclass
from timeline_app.look.tokens import Tokens
from timeline_app.scene.hit_test import Place, places_of
from timeline_app.session.linked import LinkedPair

MOST = 40
WIDTH = 1.25
_HEAD_PX = 5.0
_WORDS_SIZE = 12.0
_LEAST_RISE_PX, _MOST_RISE_PX = 14.0, 64.0


@dataclass(frozen=True, slots=True)
class Arc:
    """One link in pixels: from the one end to the other, the words at its top where it is meant."""

    one: tuple[float, float]
    other: tuple[float, float]
    words: str

    @property
    def top(self) -> tuple[float, float]:
        """Where it is highest; further ends rise higher."""
        (x, y), (to_x, to_y) = self.one, self.other
        rise = min(max(abs(to_x - x) / 4, _LEAST_RISE_PX), _MOST_RISE_PX)
        return (x + to_x) / 2, max(min(y, to_y) - rise, 4.0)


def arcs(frame: Frame, links: Iterable[LinkedPair], meant: Sequence[int]) -> list[Arc]:
    """The arcs to draw: those of what is selected or hovered (rows) first, MOST at most."""
    table = frame.snapshot.table
    found: list[tuple[bool, LinkedPair, int, int]] = []
    for link in links:
        one, other = table.row_of(link.one), table.row_of(link.other)
        if one is not None and other is not None:
            found.append((one not in meant and other not in meant, link, one, other))
    found.sort(key=lambda each: each[0])
    drawn = []
    for beside, link, one, other in found:
        ends = _ends(frame, one, other)
        if ends is not None:
            drawn.append(Arc(*ends, "" if beside else link.words))
        if len(drawn) == MOST:
            break
    return drawn


def paint_links(painter: QPainter, frame: Frame, meant: Sequence[int], tokens: Tokens) -> None:
    """The arcs of a frame over its lanes; of those `meant` (rows) the words too."""
    links = frame.snapshot.links
    if not links:
        return
    scale = frame.scale
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(0, frame.ruler_px)
    painter.setClipRect(QRectF(scale.left_px, 0, scale.width_px, frame.lanes_px))
    paint_arcs(painter, arcs(frame, links, meant), tokens)
    painter.restore()


def paint_arcs(painter: QPainter, drawn: Iterable[Arc], tokens: Tokens) -> None:
    """Strokes them; the origin is that of the lanes."""
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for arc in drawn:
        painter.setPen(QPen(QColor(tokens.ink2), WIDTH))
        top = QPointF(*arc.top)
        path = QPainterPath(QPointF(*arc.one))
        path.quadTo(QPointF(arc.one[0], top.y()), top)
        path.quadTo(QPointF(arc.other[0], top.y()), QPointF(*arc.other))
        painter.drawPath(path)
        _head(painter, arc, top)
    for arc in drawn:
        if arc.words:
            _words(painter, arc, tokens)
    painter.restore()


def _head(painter: QPainter, arc: Arc, top: QPointF) -> None:
    """Two short strokes where it leads to."""
    x, y = arc.other
    down = 1.0 if y >= top.y() else -1.0
    for side in (-1, 1):
        angle = math.radians(90 + side * 28)
        away = QPointF(x + _HEAD_PX * math.cos(angle), y - down * _HEAD_PX * math.sin(angle))
        painter.drawLine(QPointF(x, y), away)


def _words(painter: QPainter, arc: Arc, tokens: Tokens) -> None:
    x, y = arc.top
    width = measure(arc.words, _WORDS_SIZE, False)
    painter.fillRect(int(x - width / 2 - 3), int(y - 8), int(width + 6), 16, QColor(tokens.canvas))
    write(painter, arc.words, x - width / 2, y + 4, tokens.ink2, _WORDS_SIZE)


def _ends(
    frame: Frame, one: int, other: int
) -> tuple[tuple[float, float], tuple[float, float]] | None:
    """The nearest two places of both ends; None where neither is in sight, or one is not drawn."""
    scale = frame.scale
    pairs = [
        (a, b)
        for a in places_of(frame.drawn, one)
        for b in places_of(frame.drawn, other)
        if _seen(a, scale.left_px, scale.right_px) or _seen(b, scale.left_px, scale.right_px)
    ]
    if not pairs:
        return None
    a, b = min(pairs, key=lambda pair: abs(pair[0].y - pair[1].y))
    return (a.x, a.top), (b.x, b.top)


def _seen(place: Place, left: float, right: float) -> bool:
    return place.right >= left and place.left <= right

"""Links between events as arcs over the lanes: the selection's first, and never too many."""

import math
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from timeline_app.canvas.frames import Frame
from timeline_app.canvas.lettering import measure, write
from timeline_app.dataclass import dataclass
from timeline_app.look.tokens import Tokens
from timeline_app.model.event_table import EventTable, Mask
from timeline_app.scene.display_list import DisplayList, Ints
from timeline_app.scene.hit_test import spots_of
from timeline_app.session.linked import LinkedPair

MOST = 40
WIDTH = 1.25
_HEAD_PX = 5.0
_WORDS_SIZE = 12.0
_LEAST_RISE_PX, _MOST_RISE_PX = 14.0, 64.0
_BESIDE_PX = 100.0
"""No mark reaches farther from its days."""
_Point = tuple[float, float]


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


class Arcs:
    """The arcs of one frame after another. What follows from links, or from a frame, is kept until
    there is another: while something is pointed at, or drawn above, arcs stay."""

    def __init__(self) -> None:
        self._linked: tuple[EventTable, Sequence[LinkedPair], Ints] | None = None
        self._last: tuple[DisplayList, Sequence[LinkedPair], Sequence[int], list[Arc]] | None = None

    def of(self, frame: Frame, links: Sequence[LinkedPair], meant: Sequence[int]) -> list[Arc]:
        """The arcs to draw: those of what is selected or hovered (rows) first, MOST at most."""
        last = self._last
        if last is None or last[0] is not frame.drawn or last[1] is not links or last[2] != meant:
            last = self._last = (frame.drawn, links, meant, self._found(frame, links, meant))
        return last[3]

    def _found(self, frame: Frame, links: Sequence[LinkedPair], meant: Sequence[int]) -> list[Arc]:
        ends = self._rows(frame.snapshot.table, links)
        of_meant = np.logical_or.reduce(np.isin(ends, np.array(meant, np.int64)), axis=1)
        order = np.argsort(~of_meant, kind="stable")
        order = order[_may_be_seen(frame, ends).take(order)]
        drawn: list[Arc] = []
        for begin in range(0, len(order), MOST):
            some = order[begin : begin + MOST]
            for link, place in zip(some.tolist(), _places(frame, ends[some]), strict=True):
                if place is not None:
                    drawn.append(Arc(*place, links[link].words if of_meant[link] else ""))
            if len(drawn) >= MOST:
                break
        return drawn[:MOST]

    def _rows(self, table: EventTable, links: Sequence[LinkedPair]) -> Ints:
        """The rows of both ends of each link, (n, 2); -1 where no layer that is on tells of it."""
        if self._linked is None or self._linked[0] is not table or self._linked[1] is not links:
            ends = [(link.one, link.other) for link in links]
            rows = table.rows_of(np.array(ends, np.int64).ravel())
            row_of = dict(zip(table.occurrence[rows].tolist(), rows.tolist(), strict=True))
            of = [[row_of.get(end, -1) for end in both] for both in ends]
            self._linked = table, links, np.array(of, np.int64).reshape(-1, 2)
        return self._linked[2]


def _may_be_seen(frame: Frame, ends: Ints) -> Mask:
    """The links of which both ends are in the table, and one may be in sight."""
    table, scale = frame.snapshot.table, frame.scale
    known = np.logical_and.reduce(ends >= 0, axis=1)
    beside = _BESIDE_PX / scale.px_per_day
    first, last = (column[np.where(ends < 0, 0, ends)] for column in (table.first, table.last))
    seen = (first <= scale.end + beside) & (last >= scale.first - beside)
    may: Mask = known & np.logical_or.reduce(seen, axis=1)
    return may


def _places(frame: Frame, ends: Ints) -> Iterator[tuple[_Point, _Point] | None]:
    """For each link the nearest two places of both ends; None where neither is in sight, or one is
    not drawn."""
    rows, at = np.unique(ends, return_inverse=True)
    scale, bounds = frame.scale, frame.drawn.spots.bounds
    of = spots_of(frame.drawn, rows.tolist())
    every = np.array([spot for spots in of for spot in spots], np.int64)
    where = dict(zip(every.tolist(), bounds[every].tolist(), strict=True))
    centre = dict(zip(every.tolist(), frame.drawn.spots.x[every].tolist(), strict=True))
    seen = {s for s, (a, _, b, _) in where.items() if b >= scale.left_px and a <= scale.right_px}
    for one, other in at.reshape(-1, 2).tolist():
        pairs = [(a, b) for a in of[one] for b in of[other] if a in seen or b in seen]
        if not pairs:
            yield None
            continue
        a, b = min(pairs, key=lambda two: abs(_twice_y(where[two[0]]) - _twice_y(where[two[1]])))
        yield (centre[a], where[a][1]), (centre[b], where[b][1])


def _twice_y(bounds: Sequence[float]) -> float:
    return bounds[1] + bounds[3]


def paint_links(
    painter: QPainter, frame: Frame, meant: Sequence[int], tokens: Tokens, arcs: Arcs
) -> None:
    """The arcs of a frame over its lanes; of those `meant` (rows) the words too."""
    links = frame.snapshot.links
    if not links:
        return
    scale = frame.scale
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(0, frame.ruler_px)
    painter.setClipRect(QRectF(scale.left_px, 0, scale.width_px, frame.lanes_px))
    paint_arcs(painter, arcs.of(frame, links, meant), tokens)
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

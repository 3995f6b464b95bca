"""Links between events as arcs over the lanes: the selection's first, and never too many."""

from collections.abc import Hashable, Iterator, Sequence, Set
from math import ceil, cos, radians, sin

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from timeline_app.canvas.frames import Frame
from timeline_app.canvas.lettering import measure, write
from timeline_app.dataclass import dataclass
from timeline_app.look import fonts
from timeline_app.look.putting import put_whole
from timeline_app.look.tokens import Tokens
from timeline_app.model.event_table import EventTable, Mask
from timeline_app.scene.display_list import DisplayList, Ints
from timeline_app.scene.hit_test import spots_of
from timeline_app.scene.lane_index import LaneIndex
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


@dataclass(frozen=True, eq=False, slots=True)
class _Known:
    """Which arcs were found, and what they follow from."""

    links: Sequence[LinkedPair]
    meant: Set[int]
    index: LaneIndex
    drawn: DisplayList
    arcs: list[Arc]

    def serves(self, frame: Frame) -> bool:
        """Whether all that a frame draws stands where it stood: what it wears is no matter."""
        before, after = self.drawn, frame.drawn
        return before is after or (
            self.index is frame.content.index
            and before.layers is after.layers is None
            and before.scale == after.scale
            and before.spots.stand_as(after.spots)
        )


class Arcs:
    """The arcs of one frame after another. What follows from links, or from where things stand, is
    kept until that is another: while something is pointed at or brushed, arcs stay."""

    def __init__(self) -> None:
        self._linked: tuple[EventTable, Sequence[LinkedPair], Ints, frozenset[int]] | None = None
        self._last: _Known | None = None
        self._key: Hashable = None
        self._painted: list[Arc] | None = None
        self._picture: QPixmap | None = None

    def of(self, frame: Frame, links: Sequence[LinkedPair], meant: Sequence[int]) -> list[Arc]:
        """The arcs to draw: those of what is selected or hovered (rows) first, MOST at most."""
        ends, rows = self._rows(frame.snapshot.table, links)
        linked, last = rows.intersection(meant), self._last
        if last is None or last.links is not links or last.meant != linked:
            arcs = _found(frame, links, ends, linked)
        else:
            arcs = last.arcs if last.serves(frame) else _found(frame, links, ends, linked)
        self._last = _Known(links, linked, frame.content.index, frame.drawn, arcs)
        return arcs

    def picture(
        self, frame: Frame, arcs: list[Arc], ratio: float, tokens: Tokens
    ) -> QPixmap | None:
        """These arcs on nothing, from the origin of the frame; none at first, as the next ones may
        be others. To put a picture takes a tenth of what strokes take."""
        scale = frame.scale
        place = frame.width, frame.ruler_px, frame.lanes_px, scale.left_px, scale.width_px
        key = ratio, tokens, fonts.percent(), place
        if arcs is not self._painted or key != self._key:
            self._painted, self._key, self._picture = arcs, key, None
        elif self._picture is None:
            high = frame.ruler_px + frame.lanes_px
            self._picture = QPixmap(ceil(frame.width * ratio), ceil(high * ratio))
            self._picture.setDevicePixelRatio(ratio)
            self._picture.fill(Qt.GlobalColor.transparent)
            into = QPainter(self._picture)
            _stroke(into, frame, arcs, tokens)
            into.end()
        return self._picture

    def _rows(self, table: EventTable, links: Sequence[LinkedPair]) -> tuple[Ints, frozenset[int]]:
        """The rows of both ends of each link, (n, 2), -1 where no layer that is on tells of it; and
        which rows these are."""
        known = self._linked
        if known is None or known[0] is not table or known[1] is not links:
            ends = [(link.one, link.other) for link in links]
            rows = table.rows_of(np.array(ends, np.int64).ravel())
            row_of = dict(zip(table.occurrence[rows].tolist(), rows.tolist(), strict=True))
            of = [[row_of.get(end, -1) for end in both] for both in ends]
            both = np.array(of, np.int64).reshape(-1, 2)
            known = self._linked = table, links, both, frozenset(row_of.values())
        return known[2:]


def _found(frame: Frame, links: Sequence[LinkedPair], ends: Ints, meant: Set[int]) -> list[Arc]:
    of_meant = np.logical_or.reduce(np.isin(ends, np.array(sorted(meant), np.int64)), axis=1)
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
    found = arcs.of(frame, links, meant)
    picture = arcs.picture(frame, found, painter.device().devicePixelRatioF(), tokens)
    if picture is not None:
        put_whole(painter, picture)
    else:
        _stroke(painter, frame, found, tokens)


def _stroke(painter: QPainter, frame: Frame, arcs: Sequence[Arc], tokens: Tokens) -> None:
    """Paints them; the origin is that of the frame."""
    scale = frame.scale
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(0, frame.ruler_px)
    painter.setClipRect(QRectF(scale.left_px, 0, scale.width_px, frame.lanes_px))
    paint_arcs(painter, arcs, tokens)
    painter.restore()


def paint_arcs(painter: QPainter, drawn: Sequence[Arc], tokens: Tokens) -> None:
    """Strokes them; the origin is that of the lanes."""
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(tokens.ink2), WIDTH))
    for arc in drawn:
        top = QPointF(*arc.top)
        path = QPainterPath(QPointF(*arc.one))
        path.quadTo(QPointF(arc.one[0], top.y()), top)
        path.quadTo(QPointF(arc.other[0], top.y()), QPointF(*arc.other))
        painter.drawPath(path)
    painter.drawLines([stroke for arc in drawn for stroke in _head(arc)])
    for arc in drawn:
        if arc.words:
            _words(painter, arc, tokens)
    painter.restore()


def _head(arc: Arc) -> Iterator[QLineF]:
    """Two short strokes where it leads to."""
    x, y = arc.other
    down = 1.0 if y >= arc.top[1] else -1.0
    for side in (-1, 1):
        angle = radians(90 + side * 28)
        away = QPointF(x + _HEAD_PX * cos(angle), y - down * _HEAD_PX * sin(angle))
        yield QLineF(QPointF(x, y), away)


def _words(painter: QPainter, arc: Arc, tokens: Tokens) -> None:
    x, y = arc.top
    width = measure(arc.words, _WORDS_SIZE, False)
    painter.fillRect(int(x - width / 2 - 3), int(y - 8), int(width + 6), 16, QColor(tokens.canvas))
    write(painter, arc.words, x - width / 2, y + 4, tokens.ink2, _WORDS_SIZE)

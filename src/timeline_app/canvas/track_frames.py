"""The tracks of a frame: which are shown, how high each is, and what it draws."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from timeline_app.canvas.head_painter import paint_track_head
from timeline_app.canvas.track_kind import ShownTrack, TrackHead, TrackKind, Tracks, TrackWishes
from timeline_app.look.tokens import Tokens
from timeline_app.scene.time_scale import TimeScale
from timeline_app.scene.track import Band, Track
from timeline_app.scene.track_layout import LanesWish, TrackWish, bands
from timeline_app.session.snapshot import Snapshot

_Form = tuple[tuple[str, ...], frozenset[str], frozenset[str], float, float]


class TrackFrames:
    """Makes the tracks of one frame after another; heights change only at rest."""

    def __init__(self, kinds: Tracks) -> None:
        self._kinds = kinds
        self._bands: tuple[Band, ...] = ()
        self._form: _Form | None = None
        self.wishes = TrackWishes()

    def differs(self, before: Snapshot, after: Snapshot) -> bool:
        """Whether another picture of a track follows."""
        return any(kind.differs(before, after) for kind in self._kinds)

    def frame(
        self,
        snapshot: Snapshot,
        scale: TimeScale,
        height: float,
        lanes: Callable[[], LanesWish],
        resting: bool,
    ) -> tuple[ShownTrack, ...]:
        """The tracks at the foot of `height` pixels; `lanes` says what the lanes want of them."""
        shown = self._shown(snapshot)
        if not shown:
            return ()
        ids, wishes = tuple(kind.id for kind, _ in shown), self.wishes
        form = (ids, wishes.closed, wishes.opened, height, scale.width_px)
        if resting or form != self._form:
            wanted = [
                TrackWish(track.need(scale), kind.id in wishes.closed, kind.id in wishes.opened)
                for kind, track in shown
            ]
            self._bands, self._form = bands(wanted, height, lanes()), form
        return tuple(
            ShownTrack(kind, track.compose(scale, band, resting))
            for (kind, track), band in zip(shown, self._bands, strict=True)
        )

    def _shown(self, snapshot: Snapshot) -> list[tuple[TrackKind[Any], Track[Any]]]:
        made = [(k, k.track(snapshot)) for k in self._kinds if k.id not in self.wishes.hidden]
        return [(kind, track) for kind, track in made if track is not None]


def paint_track(
    painter: QPainter,
    shown: ShownTrack,
    snapshot: Snapshot,
    edges: tuple[float, float],
    width: float,
    tokens: Tokens,
) -> None:
    """Paints head and picture of a track and the hair line under it; `edges` are the pixels
    between which days lie, `width` all of the canvas."""
    band = shown.band
    painter.save()
    inside = QRectF(edges[0], band.top, edges[1] - edges[0], band.height)
    painter.setClipRect(inside, Qt.ClipOperation.IntersectClip)
    shown.kind.paint(painter, shown.drawn, tokens)
    painter.restore()
    head = shown.kind.head(snapshot, shown.drawn)
    paint_under_track(painter, band, head, edges[0], width, tokens)


def paint_under_track(
    painter: QPainter, band: Band, head: TrackHead, head_px: float, width: float, tokens: Tokens
) -> None:
    """Paints the head of a track and the hair line under it."""
    paint_track_head(painter, band, head, head_px, tokens)
    y = round(band.bottom) - 0.5
    painter.setPen(QPen(QColor(tokens.hair), 1))
    painter.drawLine(QLineF(0, y, width, y))

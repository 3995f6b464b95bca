"""The track of memberships on the canvas: who was in which organisation when."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from timeline_app.canvas.lane_painter import paint_lanes
from timeline_app.canvas.lettering import grown, measure, write
from timeline_app.canvas.membership_words import membership_words
from timeline_app.canvas.track_kind import TrackHead, TrackKind, TrackOverlay
from timeline_app.dates.day import OPEN_FUTURE
from timeline_app.look import fonts
from timeline_app.look.glyphs import NO_VECTOR
from timeline_app.look.tokens import Tokens
from timeline_app.model.membership_rows import chosen_organisations, member_rows
from timeline_app.model.membership_table import MembershipTable
from timeline_app.scene.membership_strokes import Hatched
from timeline_app.scene.membership_track import (
    LABEL_BASE_PX,
    LABEL_SIZE,
    MembershipDrawing,
    MembershipTrack,
)
from timeline_app.scene.track import TrackPlace
from timeline_app.session.snapshot import Snapshot
from timeline_app.words.tr import grouped, mark, tr

_Asked = tuple[frozenset[str], tuple[str, ...], bool, int]
_BY_STATE = "state"


class MembershipKind(TrackKind[MembershipDrawing]):
    """Bands of membership under the lanes."""

    id: ClassVar[str] = "memberships"
    title: ClassVar[str] = mark("Memberships")
    keys: ClassVar[tuple[str, ...]] = ("Ctrl+Shift+B",)

    _made: tuple[MembershipTable, _Asked, MembershipTrack] | None = None

    def track(self, snapshot: Snapshot) -> MembershipTrack | None:
        table = snapshot.memberships
        if not table.organisations:
            return None
        states, by_state = snapshot.filter.terms("state"), snapshot.grouping == _BY_STATE
        asked = states, snapshot.organisations, by_state, fonts.percent()
        if self._made is None or self._made[0] is not table or self._made[1] != asked:
            rows = member_rows(table, chosen_organisations(table, asked[1]), states, by_state)
            self._made = table, asked, MembershipTrack(table, rows, measure, grown=grown())
        self._made[2].chosen = snapshot.membership_bands
        return self._made[2]

    def differs(self, before: Snapshot, after: Snapshot) -> bool:
        return (
            before.memberships is not after.memberships
            or before.organisations != after.organisations
            or before.membership_bands != after.membership_bands
            or before.grouping != after.grouping
            or before.filter.terms("state") != after.filter.terms("state")
        )

    def head(self, snapshot: Snapshot, drawn: MembershipDrawing) -> TrackHead:
        captions = []
        if not drawn.band.folded and len(drawn.lines) < drawn.in_sight:
            said = {"n": grouped(len(drawn.lines)), "all": grouped(drawn.in_sight)}
            captions.append(tr("{n} of {all} drawn", **said))
        track = self.track(snapshot)
        rows = len(track.rows) if track is not None else 0
        return TrackHead(NO_VECTOR, tr(self.title), rows, tuple(captions))

    def paint(self, painter: QPainter, drawn: MembershipDrawing, tokens: Tokens) -> None:
        paint_hatched(painter, drawn.hatched, tokens)
        paint_lanes(painter, drawn.strokes, tokens)

    def paint_over(
        self, painter: QPainter, drawn: MembershipDrawing, over: TrackOverlay, tokens: Tokens
    ) -> None:
        chosen = self._session.snapshot.membership_bands
        for key in over.hovered:
            if key not in chosen:
                _ring(painter, drawn.place_of(key), 1.25, tokens)
        for line in drawn.lines:
            if line.key in chosen and not drawn.band.folded:
                _ring(painter, drawn.place_of(line.key), 2.0, tokens)
                left, right = line.cut
                plate = QRectF(left, line.y - drawn.row_px / 2, right - left, drawn.row_px)
                painter.fillRect(plate, QColor(tokens.ink))
                base = line.y + LABEL_BASE_PX * grown()
                write(painter, line.label, line.label_x, base, tokens.onink, LABEL_SIZE)

    def selected(self, snapshot: Snapshot) -> int | None:
        return None

    def tip(self, place: TrackPlace) -> tuple[str, str]:
        track = self.track(self._session.snapshot)
        row = None if track is None else track.row_of(place.keys[0])
        if track is None or row is None:
            return "", ""
        title, rest = membership_words(track.table, row)
        if place.keys[0] in self._session.snapshot.membership_bands:
            return title, f"{rest}\n{tr('Click to take it away from behind the lanes.')}"
        return title, f"{rest}\n{tr('Click to draw it behind the lanes.')}"

    def spoken(self, snapshot: Snapshot) -> str:
        return ""

    def press(self, place: TrackPlace) -> None:
        self._session.toggle_membership_band(place.keys[0])

    def let_go(self) -> None:
        """Nothing here is ever selected."""

    def days(self, snapshot: Snapshot, key: int) -> tuple[int, int]:
        home, table, track = snapshot.home, snapshot.memberships, self.track(snapshot)
        row = None if track is None else track.row_of(key)
        if row is None:
            return int(home.first), int(home.end)
        rows = list(row.rows)
        first, last = int(table.from_first[rows].min()), int(table.to_last[rows].max())
        return first, max(first, int(home.end) if last == OPEN_FUTURE else last)

    def step(self, snapshot: Snapshot, step: int) -> None:
        """Nothing here is selected, so nothing comes after it."""

    def enter(self, snapshot: Snapshot, day: int) -> bool:
        return False


def _ring(painter: QPainter, place: TrackPlace | None, width: float, tokens: Tokens) -> None:
    if place is not None:
        painter.setPen(QPen(QColor(tokens.ink), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        wide, high = place.right - place.left, place.bottom - place.top
        bounds = QRectF(place.left, place.top, wide, high)
        painter.drawRect(bounds.adjusted(-2, -1.5, 2, 1.5))


def paint_hatched(painter: QPainter, hatched: Sequence[Hatched], tokens: Tokens) -> None:
    """Outlined and hatched: a partner, an observer."""
    colour = QColor(tokens.ink3)
    painter.setPen(QPen(colour, 1))
    painter.setBrush(QBrush(colour, Qt.BrushStyle.BDiagPattern))
    for x, y, wide, high in hatched:
        painter.drawRect(QRectF(x + 0.5, y + 0.5, max(1.0, wide - 1), high - 1))

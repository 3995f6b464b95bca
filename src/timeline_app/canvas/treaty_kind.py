"""The track of treaties on the canvas: its head, strokes, tip and what hands and keys do in it."""

from collections.abc import Sequence
from typing import ClassVar

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from timeline_app.canvas.lane_painter import paint_lanes
from timeline_app.canvas.lettering import grown, measure, write
from timeline_app.canvas.track_kind import TrackHead, TrackKind, TrackOverlay
from timeline_app.canvas.treaty_words import several_treaties, treaty_words
from timeline_app.crossfilter.either import count_in_second, mask_of_either
from timeline_app.crossfilter.passing import Passing
from timeline_app.dates.day import is_open
from timeline_app.look import fonts
from timeline_app.look.glyphs import NO_VECTOR
from timeline_app.look.tokens import Tokens
from timeline_app.model.filter import SpanClause
from timeline_app.model.instrument_table import InstrumentTable
from timeline_app.scene.text_measure import shortened
from timeline_app.scene.track import TrackPlace
from timeline_app.scene.treaties import Treaties, treaties_of
from timeline_app.scene.treaty_rows import NAME_SIZE
from timeline_app.scene.treaty_track import (
    STEP_SIZE,
    StepWord,
    TreatyDrawing,
    TreatyTrack,
    step_words,
)
from timeline_app.session.snapshot import Snapshot
from timeline_app.words.tr import grouped, mark, tr

_PAD = 5.0
_PLATE_PX = 17.0
_WORDS_PX, _WORD_LINES = 14.0, 3
_UNDER_LINE_PX = 9.0


class TreatyKind(TrackKind[TreatyDrawing]):
    """Treaties and their steps under the lanes."""

    id: ClassVar[str] = "treaties"
    title: ClassVar[str] = mark("Treaties")
    keys: ClassVar[tuple[str, ...]] = ("Ctrl+Shift+T",)

    _every: tuple[InstrumentTable, Treaties] | None = None
    _made: tuple[InstrumentTable, Passing, SpanClause | None, int, TreatyTrack] | None = None

    def track(self, snapshot: Snapshot) -> TreatyTrack | None:
        table, passing = snapshot.instruments, snapshot.instruments_passing
        if not len(table):
            return None
        made, now = self._made, (table, passing, snapshot.second, fonts.percent())
        if made is None or made[:4] != now:
            # as another day is known by, the same treaties have more steps or fewer
            same = made is not None and made[0].ids is table.ids and made[3] == now[3]
            treaties = self._of(table).among(mask_of_either(passing, snapshot.second))
            bare = TreatyTrack(treaties, measure, grown=grown())
            before = made[4] if made is not None and same else bare
            made = self._made = *now, before.showing(treaties)
        made[4].selected = snapshot.instrument
        return made[4]

    def _of(self, table: InstrumentTable) -> Treaties:
        if self._every is None or self._every[0] is not table:
            self._every = table, treaties_of(table)
        return self._every[1]

    def differs(self, before: Snapshot, after: Snapshot) -> bool:
        return (
            before.instruments is not after.instruments
            or before.instruments_passing is not after.instruments_passing
            or before.second != after.second
            or before.instrument != after.instrument
        )

    def head(self, snapshot: Snapshot, drawn: TreatyDrawing) -> TrackHead:
        captions = []
        if not drawn.band.folded and len(drawn.lines) < drawn.in_sight:
            said = {"n": grouped(len(drawn.lines)), "all": grouped(drawn.in_sight)}
            captions.append(tr("{n} of {all} drawn", **said))
        passing = snapshot.instruments_passing
        second = count_in_second(passing, snapshot.second)
        return TrackHead(NO_VECTOR, tr(self.title), passing.possible, tuple(captions), second)

    def paint(self, painter: QPainter, drawn: TreatyDrawing, tokens: Tokens) -> None:
        paint_lanes(painter, drawn.strokes, tokens)

    def paint_over(
        self, painter: QPainter, drawn: TreatyDrawing, over: TrackOverlay, tokens: Tokens
    ) -> None:
        for key in over.hovered:
            if key != over.selected:
                self._ring(painter, drawn.place_of(key), 1.25, tokens)
        place = None if over.selected is None else drawn.place_of(over.selected)
        if place is None:
            return
        self._ring(painter, place, 2.0, tokens)
        if over.focus_ring:
            self._ring(painter, place, 1.5, tokens, broken=True)
        if not drawn.band.folded:
            self._told(painter, drawn, place.keys[0], tokens)

    def _ring(
        self,
        painter: QPainter,
        place: TrackPlace | None,
        width: float,
        tokens: Tokens,
        broken: bool = False,
    ) -> None:
        if place is None:
            return
        pen = QPen(QColor(tokens.ink), width)
        grow = 3.0 if not broken else 5.5
        if broken:
            pen.setDashPattern([2, 1.6])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        high, wide = place.bottom - place.top, place.right - place.left
        bounds = QRectF(place.left, place.top, wide, high)
        painter.drawRect(bounds.adjusted(-grow, 3 - grow, grow, grow - 3))

    def _told(self, painter: QPainter, drawn: TreatyDrawing, key: int, tokens: Tokens) -> None:
        """The name reversed, and the words of the steps under the line."""
        line = next(one for one in drawn.lines if one.treaty.key == key)
        scale, y = drawn.strokes.scale, drawn.middle(key)
        words = step_words(line.treaty.marks, scale, measure, _WORD_LINES)
        if words:
            self._words(painter, drawn, words, y, tokens)
        if line.name:
            room = scale.right_px - line.name_x - _PAD
            most = max(line.name_px * 1.15, min(room, 320.0))
            text = shortened(line.treaty.name, most, NAME_SIZE, measure, True)
            wide = measure(text, NAME_SIZE, True) + 2 * _PAD
            x = min(line.name_x - _PAD, scale.right_px - wide)
            high = fonts.scaled(_PLATE_PX)
            beside = drawn.low
            above = y - high / 2 if beside else y - _UNDER_LINE_PX - high
            painter.fillRect(QRectF(x, above, wide, high), QColor(tokens.ink))
            at = above + fonts.scaled(12.5)
            write(painter, text, x + _PAD, at, tokens.onink, NAME_SIZE, True)

    def _words(
        self,
        painter: QPainter,
        drawn: TreatyDrawing,
        words: Sequence[StepWord],
        y: float,
        tokens: Tokens,
    ) -> None:
        """On a strip of their own, over what is drawn there: under the line, or above it where the
        band ends."""
        step = fonts.scaled(_WORDS_PX)
        high = step * (1 + max(word.line for word in words)) + 2
        top = y + _UNDER_LINE_PX
        if top + high > drawn.band.bottom:
            top = y - _UNDER_LINE_PX - high
        left = min(word.x for word in words) - _PAD
        right = max(word.x + word.width for word in words) + _PAD
        strip = QRectF(round(left) + 0.5, round(top) + 0.5, round(right - left), round(high))
        painter.setPen(QPen(QColor(tokens.hair), 1))
        painter.setBrush(QColor(tokens.canvas))
        painter.drawRect(strip)
        for word in words:
            base = top + step * word.line + fonts.scaled(11.5)
            write(painter, word.text, word.x, base, tokens.ink, STEP_SIZE)

    def selected(self, snapshot: Snapshot) -> int | None:
        return snapshot.instrument

    def tip(self, place: TrackPlace) -> tuple[str, str]:
        if len(place.keys) > 1:
            table = self._session.snapshot.instruments
            rows = [table.row_of(key) for key in place.keys]
            return several_treaties([table.names[row] for row in rows if row is not None])
        whole = self._session.instrument(place.keys[0])
        return ("", "") if whole is None else treaty_words(whole, self._day())

    def spoken(self, snapshot: Snapshot) -> str:
        key = snapshot.instrument
        whole = None if key is None else self._session.instrument(key)
        return "" if whole is None else ". ".join(treaty_words(whole, self._day()))

    def _day(self) -> int | None:
        """The day that is known by, if one is chosen."""
        known = self._session.snapshot.filter.known
        return known.day if known else None

    def press(self, place: TrackPlace) -> None:
        now = self._session.snapshot.instrument
        at = place.keys.index(now) + 1 if now in place.keys else 0
        self._session.select_instrument(place.keys[at % len(place.keys)])

    def let_go(self) -> None:
        self._session.select_instrument(None)

    def days(self, snapshot: Snapshot, key: int) -> tuple[int, int]:
        table, home = snapshot.instruments, snapshot.home
        row = table.row_of(key)
        if row is None:
            return int(home.first), int(home.end)
        first, last = int(table.life.first[row]), int(table.life.last[row])
        return first, max(first, int(home.end) if is_open(last) else last)

    def step(self, snapshot: Snapshot, step: int) -> None:
        self._session.step_instrument(step)

    def enter(self, snapshot: Snapshot, day: int) -> bool:
        rows = np.flatnonzero(mask_of_either(snapshot.instruments_passing, snapshot.second))
        if not len(rows):
            return False
        life = snapshot.instruments.life
        near = np.maximum(life.first[rows] - day, 0) + np.maximum(day - life.last[rows], 0)
        beside = np.abs(life.first[rows] - day)
        row = int(rows[np.lexsort((beside, near))[0]])
        self._session.select_instrument(int(life.key[row]))
        return True

"""Paints the strip of votes: a row a power, a box a session, and how many roll calls stand behind.

A box is as long as its session had roll calls; its thick line is the part agreed on, its pale
extent the interval. What is too little to judge by is hatched and keeps its line.
"""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from timeline_app.analysis.agreement import Agreement
from timeline_app.canvas.balance_rows import Row
from timeline_app.canvas.hatching import hatch
from timeline_app.canvas.lane_painter import paint_tick_lines
from timeline_app.canvas.lettering import measure, write, write_to
from timeline_app.dataclass import dataclass
from timeline_app.look import fonts
from timeline_app.look.glyphs import draw_glyph
from timeline_app.look.tokens import Tokens
from timeline_app.scene.text_measure import shortened
from timeline_app.scene.ticks import Tick
from timeline_app.scene.time_scale import TimeScale
from timeline_app.session.voting import Agreed
from timeline_app.session.voting_words import how_counted, percent, state_words
from timeline_app.words.tr import grouped, tr

TITLE_PX, FOOT_PX, EVIDENCE_PX = 24, 5, 16
ROW_PX, LEAST_ROW_PX, WIDE_ROW_PX = 24, 15, 34
_VECTOR = {"RUS": 0, "CHN": 1, "USA": 2, "TUR": 3}
_WEST = 2
_LINE_PX, _LEAST_PX, _GAP_PX, _APART_PX = 2.0, 3.0, 1.0, 5.0
_LEFT_PX, _EDGE_PX, _GLYPH_PX = 12.0, 10.0, 9.0


@dataclass(frozen=True, slots=True)
class VoteRows:
    """A row for each power, from the top, and the one of how many roll calls there are."""

    powers: tuple[Row, ...]
    calls: Row
    height: int


@dataclass(frozen=True, eq=False, slots=True)
class VoteScene:
    """What is painted, where, and on which axis."""

    scale: TimeScale
    ticks: Sequence[Tick]
    rows: VoteRows
    agreed: Agreed


def vote_rows(wide: bool, most_px: float, powers: int) -> VoteRows:
    """As high as there is room, each row as high as its letters at least."""
    title, calls = fonts.scaled(TITLE_PX), fonts.scaled(EVIDENCE_PX)
    wished, least = fonts.scaled(WIDE_ROW_PX if wide else ROW_PX), fonts.scaled(LEAST_ROW_PX)
    room = int((most_px - title - calls - FOOT_PX) / max(powers, 1))
    row = max(least, min(wished, room))
    rows = tuple(Row(float(title + n * row), row) for n in range(powers))
    foot = float(title + powers * row)
    return VoteRows(rows, Row(foot, calls), int(foot) + calls + FOOT_PX)


def cell_at(scene: VoteScene, x: float, y: float) -> tuple[int, int] | None:
    """The power and the session whose box is about this point; None outside."""
    scale = scene.scale
    if not scale.left_px <= x <= scale.right_px:
        return None
    place = scene.agreed.session_on(scale.day(x))
    power = next((n for n, row in enumerate(scene.rows.powers) if row.top <= y < row.bottom), None)
    return None if place is None or power is None else (power, place)


def paint_votes(painter: QPainter, scene: VoteScene, tokens: Tokens) -> None:
    """Paints all rows between the edges of the scale."""
    scale, rows = scene.scale, scene.rows
    if not rows.powers:
        return
    painter.save()
    painter.setClipRect(
        QRectF(scale.left_px, 0, scale.width_px, rows.height), Qt.ClipOperation.IntersectClip
    )
    top = rows.powers[0].top
    paint_tick_lines(painter, scene.ticks, scale, top, rows.calls.bottom - top, tokens)
    for power, row in enumerate(rows.powers):
        _rules(painter, scale, row, tokens)
        for place, agreement in enumerate(scene.agreed.rows[power]):
            box = _box(scene, place, row)
            if box.right() >= scale.left_px and box.left() <= scale.right_px:
                _session(painter, box, row, agreement, _colour(scene.agreed, power, tokens), tokens)
    _counts(painter, scene, tokens)
    painter.restore()


def _colour(of: Agreed, power: int, tokens: Tokens) -> str:
    return tokens.vector(_VECTOR.get(of.powers[power], _WEST))


def _box(scene: VoteScene, place: int, row: Row) -> QRectF:
    first, last = scene.agreed.days[place]
    left, right = scene.scale.x(first), scene.scale.x(last + 1)
    if right - left < _LEAST_PX:
        left, right = (left + right - _LEAST_PX) / 2, (left + right + _LEAST_PX) / 2
    return QRectF(left, row.top, right - left - _GAP_PX, row.height)


def _rules(painter: QPainter, scale: TimeScale, row: Row, tokens: Tokens) -> None:
    """The foot of a row, and half of all."""
    painter.setPen(QPen(QColor(tokens.hair), 1))
    foot = round(row.bottom) - 0.5
    painter.drawLine(QLineF(scale.left_px, foot, scale.right_px, foot))
    painter.setPen(QPen(QColor(tokens.hair), 1, Qt.PenStyle.DotLine))
    middle = round(row.y(0.5)) + 0.5
    painter.drawLine(QLineF(scale.left_px, middle, scale.right_px, middle))


def _session(
    painter: QPainter, box: QRectF, row: Row, of: Agreement, colour: str, tokens: Tokens
) -> None:
    if of.agreement is None:
        return
    if of.low is None or of.high is None:
        room = QRectF(box.left(), row.top + 2, box.width(), row.height - 3)
        hatch(painter, room, tokens.strong)
    else:
        pale = QColor(colour)
        pale.setAlphaF(tokens.pale)
        top, foot = row.y(of.high), row.y(of.low)
        painter.fillRect(QRectF(box.left(), top, box.width(), max(foot - top, 1.0)), pale)
    y = row.y(of.agreement)
    painter.fillRect(QRectF(box.left(), y - _LINE_PX / 2, box.width(), _LINE_PX), QColor(colour))


def _counts(painter: QPainter, scene: VoteScene, tokens: Tokens) -> None:
    """How many roll calls count in each session, where the figure before leaves it room."""
    for said, x in counts_with_room(scene):
        row = scene.rows.calls
        write(painter, said, x, row.top + row.height * 0.78, tokens.ink2, fonts.TICK)


def counts_with_room(scene: VoteScene) -> list[tuple[str, float]]:
    """The figures that are written, each with its left edge, from left to right."""
    days, free = scene.agreed.days, scene.scale.left_px
    written = []
    for place in sorted(range(len(scene.agreed.sessions)), key=lambda at: days[at]):
        box = _box(scene, place, scene.rows.calls)
        said = grouped(len(scene.agreed.calls_of(place)))
        wide = measure(said, fonts.TICK)
        x = (box.left() + box.right() - wide) / 2
        if free <= x <= scene.scale.right_px:
            written.append((said, x))
            free = x + wide + _APART_PX
    return written


def paint_heads(
    painter: QPainter, scene: VoteScene, figures: Sequence[str], tokens: Tokens
) -> None:
    """Glyph, name and what is read off each row, in the head column."""
    head_px = scene.scale.left_px
    for power, row in enumerate(scene.rows.powers):
        code, y = scene.agreed.powers[power], row.top + row.height / 2
        vector = _VECTOR.get(code, _WEST)
        draw_glyph(painter, vector, _LEFT_PX + 5, y, _GLYPH_PX, tokens.vector(vector))
        base, size = y + fonts.scaled(fonts.CELL_LABEL) * 0.34, fonts.CELL_LABEL
        most = head_px - _LEFT_PX - 16 - fonts.scaled(40)
        said = shortened(state_words(code), most, size, measure)
        write(painter, said, _LEFT_PX + 16, base, tokens.ink, size)
        if power < len(figures):
            write_to(painter, figures[power], head_px - _EDGE_PX, base, tokens.ink, size)
    row = scene.rows.calls
    said = shortened(tr("Roll calls"), head_px - 2 * _LEFT_PX, fonts.TICK, measure)
    write(painter, said, _LEFT_PX, row.top + row.height * 0.78, tokens.ink3, fonts.TICK)


def paint_read(painter: QPainter, scene: VoteScene, place: int | None, tokens: Tokens) -> None:
    """Heads with what is read off each row in the session at this place."""
    rows = [] if place is None else [row[place] for row in scene.agreed.rows]
    paint_heads(painter, scene, [percent(row.agreement) for row in rows], tokens)


def paint_how(painter: QPainter, scene: VoteScene, left: float, tokens: Tokens) -> None:
    """How votes are counted, from here to the right end of the title row."""
    room, y = scene.scale.right_px - left, fonts.scaled(TITLE_PX) * 0.68
    said = shortened(how_counted(scene.agreed), room, fonts.CAPTION, measure)
    write(painter, said, left, y, tokens.ink2, fonts.CAPTION)

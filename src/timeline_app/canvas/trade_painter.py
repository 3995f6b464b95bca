"""Paints trade in the rows of the balance: broken steps of the sources that tell of all partners,
and a mark with its source for what another source tells."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from timeline_app.analysis.partner_shares import PartnerShares, ToldShare
from timeline_app.canvas.balance_rows import Row
from timeline_app.canvas.lettering import measure, write
from timeline_app.look import fonts
from timeline_app.look.glyphs import Form, draw_glyph
from timeline_app.look.tokens import Tokens
from timeline_app.scene.time_scale import TimeScale
from timeline_app.session.partnering import Trade, percent_words
from timeline_app.words.tr import tr

_LINE_PX, _GLYPH_PX, _APART_PX = 1.25, 8.0, 5.0
_DASHES = (5.0, 3.0)
_LEAST_PERIOD_PX = 10.0
"""A period that is narrower has no room for two marks of it."""
_SAID_PERIOD_PX, _SAID_ROWS = 30.0, 3.0


def paint_trade(
    painter: QPainter, trade: Trade, scale: TimeScale, rows: Sequence[Row], tokens: Tokens
) -> None:
    """Paints it over the seven rows, in the colours of the vectors."""
    for n, row in enumerate(rows):
        for line in trade.lines:
            _steps(painter, line, n, scale, row, tokens)
    for told in trade.told:
        _mark(painter, trade, told, scale, rows[told.vector], tokens)


def _steps(
    painter: QPainter, line: PartnerShares, n: int, scale: TimeScale, row: Row, tokens: Tokens
) -> None:
    """Level in each period, joined where one follows the other the next day."""
    pen = QPen(QColor(tokens.vector(n)), _LINE_PX)
    pen.setDashPattern(_DASHES)
    painter.setPen(pen)
    lefts, rights = scale.xs(line.first), scale.xs(line.last + 1)
    shares = line.shares[:, n]
    for at, share in enumerate(shares.tolist()):
        if share != share or rights[at] < scale.left_px or lefts[at] > scale.right_px:
            continue
        y = row.y(share)
        painter.drawLine(QLineF(lefts[at], y, rights[at], y))
        after = shares[at + 1] if at + 1 < len(shares) else share
        if after == after and at + 1 < len(shares) and line.first[at + 1] == line.last[at] + 1:
            painter.drawLine(QLineF(rights[at], y, rights[at], row.y(float(after))))


def _mark(
    painter: QPainter, trade: Trade, told: ToldShare, scale: TimeScale, row: Row, tokens: Tokens
) -> None:
    """The hollow glyph of what is told, the solid one of each other source beside it, and both in
    words, as far as there is room."""
    x = scale.x((told.first + told.last + 1) / 2)
    if not scale.left_px <= x <= scale.right_px:
        return
    others = [
        (line.source, float(line.shares[at, told.vector]))
        for line in trade.lines
        if (at := line.at((told.first + told.last + 1) / 2)) is not None
    ]
    wide_px = scale.px_per_day * (told.last + 1 - told.first)
    apart = _APART_PX if wide_px >= _LEAST_PERIOD_PX else 3.0
    colour = tokens.vector(told.vector)
    for _, share in others:
        y = _inside(row, share)
        draw_glyph(painter, told.vector, x - apart, y, _GLYPH_PX, colour)
    y = _inside(row, told.share)
    draw_glyph(painter, told.vector, x + apart, y, _GLYPH_PX, colour, Form.HOLLOW, tokens.canvas)
    said = [
        tr("{share} {source}", share=percent_words(share), source=source)
        for source, share in ((told.source, told.share), *others)
    ]
    _label(painter, said, wide_px, x, apart, y, scale, row, tokens)


def _label(
    painter: QPainter,
    said: Sequence[str],
    wide_px: float,
    x: float,
    apart: float,
    y: float,
    scale: TimeScale,
    row: Row,
    tokens: Tokens,
) -> None:
    """Right of the marks, or left where there is no room; nothing where there is none at all."""
    words, high = " · ".join(said), fonts.scaled(fonts.TICK) + 2
    if not _room_for_words(wide_px, row.height / high):
        return
    wide = measure(words, fonts.TICK) + 6
    left = x + apart + _GLYPH_PX
    if left + wide > scale.right_px:
        left = x - apart - _GLYPH_PX - wide
    if left < scale.left_px or row.height < high:
        return
    top = min(max(y - high / 2, row.top + 1), row.bottom - high)
    painter.fillRect(QRectF(left, top, wide, high), QColor(tokens.canvas))
    write(painter, words, left + 3, top + high * 0.8, tokens.ink2, fonts.TICK)


def _room_for_words(period_px: float, rows_of_letters: float) -> bool:
    """Words in a low row, seen from far off, would cover more than they tell."""
    return period_px >= _SAID_PERIOD_PX or rows_of_letters >= _SAID_ROWS


def _inside(row: Row, share: float) -> float:
    """Where a mark of a share stands, whole within its row."""
    half = _GLYPH_PX / 2 + 1
    return min(max(row.y(share), row.top + half), row.bottom - half)

"""The head column of the strip of balance: glyph, name and what is read off each row."""

from collections.abc import Sequence

from PySide6.QtGui import QPainter

from timeline_app.analysis.engagement import BESIDE, PARTNERS
from timeline_app.canvas.balance_painter import paint_beside_sample
from timeline_app.canvas.balance_rows import BalanceRows
from timeline_app.canvas.lettering import measure, write, write_to
from timeline_app.look import fonts
from timeline_app.look.glyphs import draw_glyph
from timeline_app.look.tokens import Tokens
from timeline_app.scene.text_measure import shortened
from timeline_app.words.tr import tr

GLYPH_PX = 9.0
_LEFT_PX, _EDGE_PX, _SAMPLE_PX = 12.0, 10.0, 18.0


def paint_head_names(painter: QPainter, rows: BalanceRows, head_px: float, tokens: Tokens) -> None:
    """Names and glyphs, which stay."""
    for n, row in enumerate(rows.shares):
        y = row.top + row.height / 2
        draw_glyph(painter, n, _LEFT_PX + 5, y, GLYPH_PX, tokens.vector(n))
        _name(painter, tr(PARTNERS[n]), _LEFT_PX + 16, y, head_px, tokens.ink, tokens)
    for n, name in enumerate(BESIDE):
        y = rows.beside.top + rows.beside.height * (0.27 + 0.46 * n)
        paint_beside_sample(painter, n, _LEFT_PX, y, fonts.scaled(_SAMPLE_PX), tokens)
        vector, left = len(PARTNERS) + n, _LEFT_PX + fonts.scaled(_SAMPLE_PX)
        draw_glyph(painter, vector, left - 1, y, GLYPH_PX, tokens.vector(vector))
        _name(painter, tr(name), left + 8, y, head_px, tokens.ink2, tokens)
    named = (
        (rows.balance, tr("Balance, 0 to 1"), tokens.ink),
        (rows.events, tr("Events a year"), tokens.ink3),
        (rows.publishers, tr("Publishers a year"), tokens.ink3),
    )
    for row, words, colour in named:
        _name(painter, words, _LEFT_PX, row.top + row.height / 2, head_px, colour, tokens)


def paint_head_figures(
    painter: QPainter,
    rows: BalanceRows,
    shares: Sequence[str],
    beside: Sequence[str],
    foot: Sequence[str],
    head_px: float,
    tokens: Tokens,
) -> None:
    """What is read off each row just now, at the right of the heads: `shares` of the seven,
    `beside` of the two; `foot` is balance, events and publishers."""
    every = (*rows.shares, rows.balance, rows.events, rows.publishers)
    for row, words in zip(every, (*shares, *foot), strict=True):
        y = row.top + row.height / 2 + fonts.scaled(fonts.CELL_LABEL) * 0.34
        write_to(painter, words, head_px - _EDGE_PX, y, tokens.ink, fonts.CELL_LABEL)
    for n, words in enumerate(beside):
        y = rows.beside.top + rows.beside.height * (0.27 + 0.46 * n)
        y += fonts.scaled(fonts.TICK) * 0.34
        write_to(painter, words, head_px - _EDGE_PX, y, tokens.ink2, fonts.TICK)


def _name(
    painter: QPainter,
    words: str,
    left: float,
    middle: float,
    head_px: float,
    colour: str,
    tokens: Tokens,
) -> None:
    """As much of a name as leaves room for its figure."""
    size = fonts.CELL_LABEL if colour == tokens.ink else fonts.TICK
    most = head_px - left - fonts.scaled(38 if colour != tokens.ink3 else 26)
    said = shortened(words, most, size, measure)
    write(painter, said, left, middle + fonts.scaled(size) * 0.34, colour, size)

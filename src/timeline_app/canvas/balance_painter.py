"""Paints the strip of balance: seven shares with their intervals, what is beside them, the balance,
and how many stand behind each year."""

from collections.abc import Iterator, Sequence
from math import ceil

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from timeline_app.analysis.bands import Bands, Slid
from timeline_app.analysis.engagement import PARTNERS
from timeline_app.analysis.shares import LEAST_FOR_BALANCE
from timeline_app.canvas.balance_rows import BalanceRows, Row
from timeline_app.canvas.hatching import hatch
from timeline_app.canvas.lane_painter import paint_tick_lines
from timeline_app.canvas.lettering import measure, write
from timeline_app.dataclass import dataclass
from timeline_app.look import fonts
from timeline_app.look.tokens import Tokens
from timeline_app.scene.ticks import Tick
from timeline_app.scene.time_scale import TimeScale
from timeline_app.session.partnering import Trade
from timeline_app.words.tr import tr

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]

THIN = 12
"""A year of fewer events is too thin to say much: its dot is hollow."""

STEP = 0.05
_RULE = 0.25
"""Shares at which a row has a line and its figure."""
_LINE_PX, _DOT_PX, _LEAST_YEAR_PX = 1.5, 2.5, 5.0
_LEAST_SAID_PX, _RULE_SIZE = 60.0, 9.5
_NUMBERED = 2.5
_DASHES = ((), (3.0, 2.0))


@dataclass(frozen=True, eq=False, slots=True)
class BalanceScene:
    """What is painted of the bands, where, and on which axis; `behind` counts the publishers of
    each year."""

    scale: TimeScale
    ticks: Sequence[Tick]
    rows: BalanceRows
    bands: Bands
    behind: Sequence[int]


def needs_of(bands: Bands, trade: Trade | None = None) -> tuple[float, ...]:
    """How high each of the seven reaches, interval, trade and all, wherever one looks; in steps."""
    traded = [line.shares for line in trade.lines] if trade else []
    held = np.concatenate((bands.high, bands.windows.sums.shares, *traded))
    known = np.where(np.isfinite(held), held, 0.0)
    tops = known.max(axis=0, initial=0.0) if len(known) else np.zeros(len(PARTNERS))
    return tuple(min(1.0, max(STEP, ceil(top / STEP - 1e-9) * STEP)) for top in tops.tolist())


def paint_bands(painter: QPainter, scene: BalanceScene, tokens: Tokens) -> None:
    """Paints all rows between the edges of the scale."""
    scale, rows = scene.scale, scene.rows
    painter.save()
    painter.setClipRect(
        QRectF(scale.left_px, 0, scale.width_px, rows.height), Qt.ClipOperation.IntersectClip
    )
    top, foot = rows.shares[0].top, rows.balance.bottom
    paint_tick_lines(painter, scene.ticks, scale, top, foot - top, tokens)
    for n, row in enumerate(rows.shares):
        _share(painter, scene, n, row, tokens)
    _beside(painter, scene, tokens)
    _balance(painter, scene, tokens)
    years = scene.bands.years
    _evidence(painter, scale, rows.events, years, years.sums.n, THIN, tokens)
    _evidence(painter, scale, rows.publishers, years, np.asarray(scene.behind), 2, tokens)
    painter.restore()


def _share(painter: QPainter, scene: BalanceScene, n: int, row: Row, tokens: Tokens) -> None:
    bands = scene.bands
    share, colour = bands.windows.sums.shares[:, n], tokens.vector(n)
    _ground(painter, scene, row, tokens)
    thin = np.isnan(bands.low[:, n])
    _too_thin(painter, scene, row, thin, tokens)
    _rules(painter, scene, row, n == 0, tokens)
    _interval(painter, scene, row, bands.low[:, n], bands.high[:, n], colour, tokens)
    _line(painter, scene, row, share, colour)
    if n == 0:
        _say_thin(painter, scene, row, thin, share, tr("too few"), tokens)
    _dots(painter, scene, row, n, colour, tokens)


def _ground(painter: QPainter, scene: BalanceScene, row: Row, tokens: Tokens) -> None:
    painter.setPen(QPen(QColor(tokens.hair), 1))
    y = round(row.bottom) - 0.5
    painter.drawLine(QLineF(scene.scale.left_px, y, scene.scale.right_px, y))


def _rules(painter: QPainter, scene: BalanceScene, row: Row, figured: bool, tokens: Tokens) -> None:
    """Lines at every quarter that the row reaches, the first with its figure where `figured`."""
    scale, value = scene.scale, _RULE
    painter.setPen(QPen(QColor(tokens.hair), 1, Qt.PenStyle.DotLine))
    while value < row.most - 0.02:
        y = round(row.y(value)) + 0.5
        painter.drawLine(QLineF(scale.left_px, y, scale.right_px, y))
        value += _RULE
    if figured and value > _RULE:
        words, y = tr("{n} %", n=f"{100 * _RULE:.0f}"), row.y(_RULE) - 1
        write(painter, words, scale.left_px + 2, y, tokens.ink3, _RULE_SIZE)


def _too_thin(painter: QPainter, scene: BalanceScene, row: Row, thin: Mask, tokens: Tokens) -> None:
    """Hatched where nothing surer can be said; what is still being made is not."""
    for left, right in _thin_places(scene, thin):
        hatch(painter, QRectF(left, row.top + 2, right - left, row.height - 3), tokens.strong)


def _say_thin(
    painter: QPainter,
    scene: BalanceScene,
    row: Row,
    thin: Mask,
    line: Floats,
    words: str,
    tokens: Tokens,
) -> None:
    """Says so in a wide place: above the line, or below it."""
    wide, high = measure(words, fonts.TICK), fonts.scaled(fonts.TICK)
    xs = scene.scale.xs(scene.bands.windows.middle)
    for left, right in _thin_places(scene, thin):
        if right - left < max(_LEAST_SAID_PX, wide + 12):
            continue
        x = (left + right - wide) / 2
        near = line[(xs > x - 4) & (xs < x + wide + 4) & np.isfinite(line)]
        above = not len(near) or row.y(float(near.max())) > row.top + high + 2
        top = row.top + 2 if above else row.bottom - high - 3
        painter.fillRect(QRectF(x - 3, top, wide + 6, high + 1), QColor(tokens.canvas))
        write(painter, words, x, top + high * 0.85, tokens.ink2, fonts.TICK)


def _thin_places(scene: BalanceScene, thin: Mask) -> Iterator[tuple[float, float]]:
    """Left and right edge of each thin stretch in sight."""
    bands, scale = scene.bands, scene.scale
    made = np.arange(len(thin)) < bands.known
    for first, last in _runs(thin & made):
        left = max(scale.x(float(bands.windows.middle[first])) - 1, scale.left_px)
        right = min(scale.x(float(bands.windows.middle[last])) + 1, scale.right_px)
        if right - left >= 1:
            yield left, right


def _runs(marked: Mask) -> list[tuple[int, int]]:
    """First and last place of each run of marked ones."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], marked, [False])).astype(np.int8)))
    return [(int(a), int(b) - 1) for a, b in edges.reshape(-1, 2)]


def _interval(
    painter: QPainter,
    scene: BalanceScene,
    row: Row,
    low: Floats,
    high: Floats,
    colour: str,
    tokens: Tokens,
) -> None:
    """The extent from the lower to the upper end, closed by thin lines in full colour."""
    xs = scene.scale.xs(scene.bands.windows.middle)
    pale = QColor(colour)
    pale.setAlphaF(tokens.pale)
    for first, last in _runs(np.isfinite(low) & np.isfinite(high)):
        upper = [QPointF(xs[i], row.y(high[i])) for i in range(first, last + 1)]
        lower = [QPointF(xs[i], row.y(low[i])) for i in range(first, last + 1)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(pale)
        painter.drawPolygon(QPolygonF([*upper, *reversed(lower)]))
        painter.setPen(QPen(QColor(colour), 0.75))
        painter.drawPolyline(QPolygonF(upper))
        painter.drawPolyline(QPolygonF(lower))


def _line(
    painter: QPainter,
    scene: BalanceScene,
    row: Row,
    share: Floats,
    colour: str,
    dashes: tuple[float, ...] = (),
) -> None:
    xs = scene.scale.xs(scene.bands.windows.middle)
    pen = QPen(QColor(colour), _LINE_PX)
    if dashes:
        pen.setDashPattern(dashes)
    painter.setPen(pen)
    for first, last in _runs(np.isfinite(share)):
        line = [QPointF(xs[i], row.y(share[i])) for i in range(first, last + 1)]
        painter.drawPolyline(QPolygonF(line))


def _dots(
    painter: QPainter, scene: BalanceScene, row: Row, n: int, colour: str, tokens: Tokens
) -> None:
    """A dot a year, hollow where the year is thin; what is beyond the row is an arrow at its top.
    From far off there is no room for dots."""
    years, scale = scene.bands.years, scene.scale
    if not len(years) or 365 * scale.px_per_day < _LEAST_YEAR_PX:
        return
    share, count = years.sums.shares[:, n], years.sums.n
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), 1))
    for x, part, events in zip(scale.xs(years.middle), share, count, strict=True):
        if not np.isfinite(part) or not scale.left_px <= x <= scale.right_px:
            continue
        painter.setBrush(QColor(tokens.canvas if events < THIN else colour))
        at = QPointF(float(x), row.y(float(part)))
        if part > row.most:
            tip, foot = row.top + 1, row.top + 5
            points = (QPointF(x, tip), QPointF(x - 3, foot), QPointF(x + 3, foot))
            painter.drawPolygon(QPolygonF(points))
        else:
            painter.drawEllipse(at, _DOT_PX, _DOT_PX)
    painter.restore()


def _beside(painter: QPainter, scene: BalanceScene, tokens: Tokens) -> None:
    """Regional and Multilateral, told apart by their dashes."""
    row, parts = scene.rows.beside, scene.bands.windows.sums.beside
    _ground(painter, scene, row, tokens)
    for n, dashes in enumerate(_DASHES):
        _line(painter, scene, row, parts[:, n], tokens.vector(len(PARTNERS) + n), dashes)


def paint_beside_sample(
    painter: QPainter, n: int, left: float, y: float, wide: float, tokens: Tokens
) -> None:
    """A piece of the line of the n-th of BESIDE."""
    pen = QPen(QColor(tokens.vector(len(PARTNERS) + n)), _LINE_PX)
    if _DASHES[n]:
        pen.setDashPattern(_DASHES[n])
    painter.setPen(pen)
    painter.drawLine(QLineF(left, y, left + wide, y))


def _balance(painter: QPainter, scene: BalanceScene, tokens: Tokens) -> None:
    bands, row = scene.bands, scene.rows.balance
    _ground(painter, scene, row, tokens)
    thin = np.isnan(bands.balance)
    _too_thin(painter, scene, row, thin, tokens)
    ends = bands.balance_low, bands.balance_high
    _interval(painter, scene, row, *ends, tokens.ink2, tokens)
    _line(painter, scene, row, bands.balance, tokens.ink2)
    words = tr("under {n} events", n=LEAST_FOR_BALANCE)
    _say_thin(painter, scene, row, thin, bands.balance, words, tokens)


def _evidence(
    painter: QPainter,
    scale: TimeScale,
    row: Row,
    years: Slid,
    counts: NDArray[np.int64],
    thin: int,
    tokens: Tokens,
) -> None:
    """A bar a year; hatched where they are fewer than `thin`. Numbers where all have room."""
    most = max(1, int(counts.max(initial=1)))
    numbered = 360 * scale.px_per_day > _NUMBERED * measure(str(most), fonts.TICK)
    lefts, rights = scale.xs(years.first), scale.xs(years.last + 1)
    high = row.height - 3
    for left, right, n in zip(lefts, rights, counts.tolist(), strict=True):
        low, end = max(round(left), int(scale.left_px)), min(round(right), int(scale.right_px))
        if end - low < 2:
            continue
        if n < thin:
            hatch(painter, QRectF(low, row.bottom - high, end - low - 1, high), tokens.strong)
        bar = round(n / most * high)
        painter.fillRect(QRectF(low, row.bottom - bar, end - low - 1, bar), QColor(tokens.strong))
        wide = measure(str(n), fonts.TICK)
        if numbered and wide + 6 < end - low:
            x = low + (end - low - wide) / 2
            plate = QRectF(x - 2, row.bottom - high, wide + 4, high)
            painter.fillRect(plate, QColor(tokens.canvas))
            write(painter, str(n), x, row.bottom - 3, tokens.ink2, fonts.TICK)

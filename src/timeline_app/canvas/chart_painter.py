"""Paints the chart of counts: columns of events by vector, and under them how many there are to
judge by."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from timeline_app.canvas.hatching import hatch
from timeline_app.canvas.lettering import write, write_passing
from timeline_app.canvas.measures import EVIDENCE_PX, STRIP_PX, WIDE_STRIP_PX
from timeline_app.canvas.year_bars import paint_year_bars
from timeline_app.dataclass import dataclass
from timeline_app.look import fonts
from timeline_app.look.tokens import Tokens
from timeline_app.scene.overview import Columns
from timeline_app.scene.time_scale import TimeScale
from timeline_app.words.tr import grouped, tr

TITLE_PX = 22
_FOOT_PX = 6
THIN = 12
"""A bar with fewer events than this is too thin to say much; it is hatched."""


@dataclass(frozen=True, eq=False, slots=True)
class BarsScene:
    """Bars of `years` each, on which axis, in a strip of this height; `under_title` is where the
    words under its title stand."""

    scale: TimeScale
    bars: Columns | None
    years: int
    height: int
    under_title: float


def bars_height(wide: bool) -> int:
    """The height of the strip."""
    return (WIDE_STRIP_PX if wide else STRIP_PX) + EVIDENCE_PX + _FOOT_PX


def paint_bars_ground(painter: QPainter, scene: BarsScene, tokens: Tokens) -> None:
    """Words, and the row of evidence: what stays while a brush moves."""
    _words(painter, scene, tokens)
    if scene.bars is not None:
        _evidence(painter, scene, scene.bars, tokens)


def _words(painter: QPainter, scene: BarsScene, tokens: Tokens) -> None:
    write(painter, tr("by vector"), 12, scene.under_title, tokens.ink3, fonts.CAPTION)
    words = tr("An event of several vectors counts in each")
    write(painter, words, scene.scale.left_px, 17, tokens.ink2, fonts.CAPTION)
    write(painter, behind_title(scene.years), 12, scene.height - 10, tokens.ink3, fonts.CAPTION)


def paint_bars(
    painter: QPainter, scene: BarsScene, counts: NDArray[np.int64], tokens: Tokens
) -> None:
    """The columns, of (bars, vectors) events, and what the highest holds."""
    if scene.bars is not None:
        _columns(painter, scene, scene.bars, counts, tokens)
        _most(painter, scene, counts, tokens)


def paint_bars_words(
    painter: QPainter, scene: BarsScene, counts: NDArray[np.int64], tokens: Tokens
) -> None:
    """What stays while days are dragged: all words."""
    _words(painter, scene, tokens)
    if scene.bars is not None:
        _most(painter, scene, counts, tokens)


def paint_dragged_bars(
    painter: QPainter, scene: BarsScene, counts: NDArray[np.int64], tokens: Tokens
) -> None:
    """What goes along with the days: columns and evidence, on their ground."""
    scale = scene.scale
    painter.fillRect(QRectF(scale.left_px, TITLE_PX, scale.width_px, 1e4), QColor(tokens.canvas))
    if scene.bars is not None:
        _evidence(painter, scene, scene.bars, tokens)
        _columns(painter, scene, scene.bars, counts, tokens)


def _columns(
    painter: QPainter, scene: BarsScene, bars: Columns, counts: NDArray[np.int64], tokens: Tokens
) -> None:
    scale, height = scene.scale, scene.height - TITLE_PX - EVIDENCE_PX - _FOOT_PX - 2
    room = QRectF(scale.left_px, TITLE_PX, scale.width_px, height)
    paint_year_bars(painter, room, scale, bars.edges, counts, tokens)


def _most(painter: QPainter, scene: BarsScene, counts: NDArray[np.int64], tokens: Tokens) -> None:
    most = int(counts.sum(1).max(initial=0))
    write_passing(painter, grouped(most), scene.scale.right_px, 17, tokens.ink3, 11)


def _evidence(painter: QPainter, scene: BarsScene, bars: Columns, tokens: Tokens) -> None:
    """A bar under each, by all events of the layers that are on; thin ones are hatched."""
    scale, counts = scene.scale, bars.every
    most = max(1, int(counts.max(initial=1)))
    edges = np.rint(scale.xs(bars.edges)).astype(int).tolist()
    foot = scene.height - _FOOT_PX
    for left, right, n in zip(edges, edges[1:], counts.tolist(), strict=False):
        low, high = max(left, int(scale.left_px)), min(right, int(scale.right_px))
        if high - low < 2:
            continue
        bar = round(n / most * EVIDENCE_PX)
        if n < THIN:
            painter.translate(left, 0)  # lines go along with the days
            room = QRectF(low - left, foot - EVIDENCE_PX, high - low - 1, EVIDENCE_PX)
            hatch(painter, room, tokens.strong)
            painter.translate(-left, 0)
        painter.fillRect(QRectF(low, foot - bar, high - low - 1, bar), QColor(tokens.strong))


def bar_title(years: int) -> str:
    """What the chart counts with bars of so many years."""
    words = {1: tr("Events a year"), 10: tr("Events a decade"), 100: tr("Events a century")}
    return words.get(years) or tr("Events in {n} years", n=grouped(years))


def behind_title(years: int) -> str:
    """What the row of evidence under such bars tells."""
    words = {
        1: tr("Events behind a year"),
        10: tr("Events behind a decade"),
        100: tr("Events behind a century"),
    }
    return words.get(years) or tr("Events behind {n} years", n=grouped(years))

"""The strip of balance as a picture: bands, trade, periods and what is read off, without hands."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from timeline_app.analysis.engagement import PARTNERS
from timeline_app.analysis.running_sums import Sums
from timeline_app.canvas.balance_heads import paint_head_figures, paint_head_names
from timeline_app.canvas.balance_painter import BalanceScene, paint_bands
from timeline_app.canvas.balance_rows import BalanceRows
from timeline_app.canvas.lettering import measure
from timeline_app.canvas.period_painter import cover
from timeline_app.canvas.plate import paint_plate
from timeline_app.canvas.trade_painter import paint_trade
from timeline_app.dataclass import dataclass
from timeline_app.look.tokens import Tokens
from timeline_app.model.filter import SpanClause
from timeline_app.scene.ticks import ticks_of
from timeline_app.scene.time_scale import TimeScale
from timeline_app.session.balance_words import (
    balance_figure,
    how_measured,
    lean_said,
    left_out_words,
    nothing_words,
    percent,
    period_balance,
    period_words,
    window_at,
    window_words,
    year_counts,
)
from timeline_app.session.balancing import Weight
from timeline_app.session.partnering import trade_said, trade_words
from timeline_app.session.snapshot import Snapshot
from timeline_app.words.tr import grouped, tr


@dataclass(frozen=True, eq=False, slots=True)
class BalanceSight:
    """What is drawn on which axis, and the `day` at which it is read off, if one is pointed at."""

    snapshot: Snapshot
    weight: Weight
    rows: BalanceRows
    scale: TimeScale
    day: float | None = None

    @property
    def span(self) -> SpanClause | None:
        """The brushed period."""
        return self.snapshot.filter.span

    @property
    def brushed(self) -> tuple[Sums, ...]:
        """What lies in it, and in the second one, if there is one."""
        return self.weight.brushed(self.snapshot)

    @property
    def pointed(self) -> int | None:
        """The window about the day."""
        return None if self.day is None else window_at(self.weight.bands, self.day)


def paint_balance_ground(
    painter: QPainter, sight: BalanceSight, width: float, tokens: Tokens
) -> None:
    """Bands, trade and names, `width` pixels wide: what stays while a brush or the pointer
    moves."""
    scale, weight, rows = sight.scale, sight.weight, sight.rows
    ticks = ticks_of(scale, measure)
    scene = BalanceScene(scale, ticks, rows, weight.bands, weight.publishers)
    paint_bands(painter, scene, tokens)
    if weight.trade is not None:
        painter.save()
        painter.setClipRect(QRectF(scale.left_px, 0, scale.width_px, rows.height))
        paint_trade(painter, weight.trade, scale, rows.shares, tokens)
        painter.restore()
    cover(painter, scale, 0, rows.height, width, tokens)
    paint_head_names(painter, rows, scale.left_px, tokens)


def said_above(now: Snapshot, weight: Weight) -> str:
    """How it is measured, and what is left out."""
    origin = tr("vectors derived from actors") if now.measure.rule.derived else ""
    trade = trade_said(weight.trade) if weight.trade else ""
    measured = nothing_words(weight) or how_measured(weight)
    said = [measured, origin, lean_said(now), left_out_words(now, weight), trade]
    return tr("; ").join(part for part in said if part)


def paint_figures(painter: QPainter, sight: BalanceSight, tokens: Tokens) -> None:
    """At the day where there is one; else of the brushed period; else the last."""
    at, brushed, bands = sight.pointed, sight.brushed, sight.weight.bands
    windows = bands.windows
    resting = at is None and not brushed
    if resting:
        at = len(windows) - 1 if len(windows) else None
    if at is not None:
        sums, place, balance = windows.sums, at, float(bands.balance[at])
        day = sight.day if sight.day is not None else windows.middle[at]
        rest = [window_words(bands, at, n) for n in range(len(PARTNERS))]
        days: tuple[float, float] | None = (float(day), float(day))
    elif brushed:
        sums, place, balance = brushed[0], 0, period_balance(brushed[0])
        rest, days = _period_plates(brushed), None
    else:
        return
    shares = [percent(float(share)) for share in sums.shares[place]]
    beside = [percent(float(part)) for part in sums.beside[place]]
    foot = [balance_figure(balance), *_counts(sight)]
    paint_head_figures(painter, sight.rows, shares, beside, foot, sight.scale.left_px, tokens)
    if days is not None:
        rest = [_with_trade(words, sight.weight, n, days) for n, words in enumerate(rest)]
    if not resting:
        _plates(painter, sight, rest, tokens)


def _period_plates(brushed: tuple[Sums, ...]) -> list[str]:
    """How many stand behind each share of A; and B's share, with as many. Trade has no room here:
    its steps are drawn, and at the pointer they are read off."""
    said = [period_words(brushed[0], n) for n in range(len(PARTNERS))]
    if len(brushed) == 1:
        return said
    other = brushed[1]
    return [
        tr(
            "{a}; B: {share}, n {n}",
            a=words,
            share=percent(float(other.shares[0, n])),
            n=grouped(int(other.touching[0, n])),
        )
        for n, words in enumerate(said)
    ]


def _plates(painter: QPainter, sight: BalanceSight, rest: list[str], tokens: Tokens) -> None:
    """What else is read off each row, on the side where nobody looks."""
    at_left = _looked_at(sight) > (sight.scale.left_px + sight.scale.right_px) / 2
    for row, words in zip(sight.rows.shares, rest, strict=True):
        paint_plate(painter, sight.scale, row, words, at_left, tokens)


def traded(weight: Weight, days: tuple[float, float]) -> list[str]:
    """Each vector's trade in these days, for who does not see it."""
    if not weight.trade:
        return []
    said = [(v, trade_words(weight.trade, n, *days)) for n, v in enumerate(PARTNERS)]
    return [tr("{vector}: {traded}", vector=tr(v), traded=words) for v, words in said if words]


def _with_trade(words: str, weight: Weight, n: int, days: tuple[float, float]) -> str:
    said = trade_words(weight.trade, n, *days) if weight.trade else ""
    return tr("{read}; {traded}", read=words, traded=said) if said else words


def _counts(sight: BalanceSight) -> tuple[str, str]:
    """Events and publishers of the year that is pointed at."""
    counts = None if sight.day is None else year_counts(sight.weight, sight.day)
    return ("", "") if counts is None else (grouped(counts[0]), grouped(counts[1]))


def _looked_at(sight: BalanceSight) -> float:
    """Where the reader looks: at the day, or else the middle of the brushed period."""
    scale, span = sight.scale, sight.span
    if sight.day is not None:
        return scale.x(sight.day)
    return scale.left_px if span is None else scale.x((span.first + span.last + 1) / 2)

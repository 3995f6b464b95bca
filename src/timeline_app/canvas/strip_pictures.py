"""The strips under the lanes as pictures of their own: for a file, without a widget."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QLineF
from PySide6.QtGui import QColor, QPainter, QPen

from timeline_app.canvas.balance_painter import needs_of
from timeline_app.canvas.balance_picture import (
    BalanceSight,
    paint_balance_ground,
    paint_figures,
    said_above,
)
from timeline_app.canvas.balance_rows import TITLE_PX, balance_rows
from timeline_app.canvas.chart_painter import (
    BarsScene,
    bar_title,
    bars_height,
    paint_bars,
    paint_bars_ground,
)
from timeline_app.canvas.counting import Counting
from timeline_app.canvas.lettering import measure, write
from timeline_app.canvas.measures import RIGHT_PX, Measures
from timeline_app.canvas.period_painter import cover, paint_edges, paint_periods, spans_of
from timeline_app.canvas.series_lines import paint_lines
from timeline_app.canvas.series_painter import (
    StripScene,
    paint_names,
    paint_plots,
    paint_readings,
    readings_at_rest,
)
from timeline_app.canvas.series_rows import rooms_of
from timeline_app.canvas.strip_switch import STRIPS
from timeline_app.canvas.votes_painter import (
    VoteScene,
    paint_how,
    paint_read,
    paint_votes,
    vote_rows,
)
from timeline_app.dataclass import dataclass
from timeline_app.look import fonts
from timeline_app.look.tokens import Tokens
from timeline_app.scene.overview import vectors_of
from timeline_app.scene.series_charts import MOST_CHARTS, charts_of
from timeline_app.scene.text_measure import shortened
from timeline_app.scene.ticks import ticks_of
from timeline_app.scene.time_scale import TimeScale
from timeline_app.scene.year_bars import bar_edges, bar_years
from timeline_app.session.as_known import shown_series
from timeline_app.session.balancing import Weight
from timeline_app.session.running import at_once
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot
from timeline_app.session.strip_ids import BALANCE, COUNTS, SERIES, VOTES
from timeline_app.session.under_lanes import UnderLanes
from timeline_app.session.voting import Agreed
from timeline_app.words.tr import tr

MOST_OF_PICTURE = 0.5
_LEFT_PX, _BASE_PX, _UNDER_PX = 12.0, 17.0, 33.0


@dataclass(frozen=True, eq=False, slots=True)
class StripPicture:
    """A strip so high, painted from y = 0 on an axis that is that of the lanes."""

    height: int
    paint: Callable[[QPainter, TimeScale, Tokens], None]


def strip_picture(
    session: Session, now: Snapshot, under: UnderLanes, measures: Measures, height: int
) -> StripPicture | None:
    """The strip for a picture of this height; None where there is nothing to draw. The figures of
    chosen series are read from the archive that is open."""
    most = height * MOST_OF_PICTURE
    if now.archive is None:
        return None
    if under.weight is not None:
        return _balance(now, under.weight, measures, most)
    if under.agreed is not None:
        return _votes(now, under.agreed, measures, most)
    if under.strip == SERIES:
        return _series(session, now, measures, most)
    return _counts(now, measures) if under.strip == COUNTS else None


def _title(painter: QPainter, under: str, scale: TimeScale, tokens: Tokens) -> None:
    """What stands in the head of the strip, and the line above it."""
    said = shortened(under, scale.left_px - 2 * _LEFT_PX, fonts.LABEL, measure, True)
    write(painter, said, _LEFT_PX, _BASE_PX, tokens.ink, fonts.LABEL, True)
    painter.setPen(QPen(QColor(tokens.hair), 1))
    painter.drawLine(QLineF(0, 0.5, scale.right_px + RIGHT_PX, 0.5))


def _named(strip: str) -> str:
    return next(tr(words) for key, words in STRIPS if key == strip)


def _balance(now: Snapshot, weight: Weight, measures: Measures, most: float) -> StripPicture:
    needs = needs_of(weight.bands, weight.trade)
    rows = balance_rows(measures.wide, most, needs)

    def paint(painter: QPainter, scale: TimeScale, tokens: Tokens) -> None:
        sight, top = BalanceSight(now, weight, rows, scale), float(fonts.scaled(TITLE_PX))
        paint_balance_ground(painter, sight, scale.right_px + RIGHT_PX, tokens)
        paint_periods(painter, scale, spans_of(now), top, rows.height - top, tokens)
        paint_figures(painter, sight, tokens)
        said = shortened(said_above(now, weight), scale.width_px, fonts.CAPTION, measure)
        write(painter, said, scale.left_px, top * 0.68, tokens.ink2, fonts.CAPTION)
        _title(painter, _named(BALANCE), scale, tokens)

    return StripPicture(rows.height, paint)


def _votes(now: Snapshot, agreed: Agreed, measures: Measures, most: float) -> StripPicture:
    rows = vote_rows(measures.wide, most, len(agreed.powers))

    def paint(painter: QPainter, scale: TimeScale, tokens: Tokens) -> None:
        scene, top = (
            VoteScene(scale, ticks_of(scale, measure), rows, agreed),
            fonts.scaled(TITLE_PX),
        )
        paint_votes(painter, scene, tokens)
        cover(painter, scale, 1, rows.height, scale.right_px + RIGHT_PX, tokens)
        paint_periods(painter, scale, spans_of(now), top, rows.calls.top - top, tokens)
        paint_read(painter, scene, len(agreed.sessions) - 1 if agreed.sessions else None, tokens)
        paint_how(painter, scene, scale.left_px, tokens)
        _title(painter, _named(VOTES), scale, tokens)

    return StripPicture(rows.height, paint)


def _counts(now: Snapshot, measures: Measures) -> StripPicture:
    height = bars_height(measures.wide)

    def paint(painter: QPainter, scale: TimeScale, tokens: Tokens) -> None:
        counting, years = Counting(vectors_of, at_once, lambda: None), bar_years(scale.px_per_day)
        bars = counting.columns(now.passing, bar_edges(now.home, now.view, years), here=True)
        scene = BarsScene(scale, bars, years, height, fonts.scaled(_UNDER_PX))
        paint_bars_ground(painter, scene, tokens)
        if bars is not None:
            counts = counting.passing(now.passing, bars, now.second)
            paint_bars(painter, scene, counts, tokens)
        paint_edges(painter, scale, spans_of(now), 1, height - 1, tokens)
        _title(painter, bar_title(years), scale, tokens)

    return StripPicture(height, paint)


def _series(
    session: Session, now: Snapshot, measures: Measures, most: float
) -> StripPicture | None:
    charts = charts_of([(one, session.observations(one)) for one in shown_series(now)])
    charts = charts[:MOST_CHARTS]
    if not charts:
        return None
    rooms, height = rooms_of(charts, True, measures.wide, most)
    rest = readings_at_rest(charts, now.filter.span)

    def paint(painter: QPainter, scale: TimeScale, tokens: Tokens) -> None:
        ticks = ticks_of(scale, measure)
        scene = StripScene(scale, ticks, charts, rooms, rest, spans_of(now))
        lines = partial(paint_lines, painter, scale, charts, rooms, tokens)
        paint_plots(painter, scene, lines, tokens)
        cover(painter, scale, 1, height, scale.right_px + RIGHT_PX, tokens)
        paint_names(painter, scene, tokens)
        paint_readings(painter, scene, rest, tokens)
        _title(painter, _named(SERIES), scale, tokens)

    return StripPicture(height, paint)

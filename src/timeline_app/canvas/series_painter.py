"""Paints the strip of series: names and readings, the plots, what lies outside the brush."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from timeline_app.canvas.lane_painter import paint_tick_lines
from timeline_app.canvas.lettering import measure, write, write_to
from timeline_app.canvas.period_painter import Spans, paint_periods
from timeline_app.canvas.series_marks import GLYPH_PX, SAMPLE_PX, paint_glyph, paint_sample
from timeline_app.canvas.series_rows import ChartRoom
from timeline_app.dataclass import dataclass
from timeline_app.look import fonts
from timeline_app.look.tokens import Tokens
from timeline_app.model.filter import SpanClause
from timeline_app.model.units import number_words, unit_words
from timeline_app.scene.series_charts import Chart, Line
from timeline_app.scene.text_measure import shortened
from timeline_app.scene.ticks import Tick
from timeline_app.scene.time_scale import TimeScale
from timeline_app.session.series_words import change_within, series_name, short_names, sourced_name
from timeline_app.words.tr import tr, trn

LEAST_NAME_PX = 100
_BASE = 0.74
"""Where in a row its letters stand."""
_HEAD_X = 12
_LABEL_GAP_PX = 13.0
_LEAST_LABEL_PX = 56.0


Reading = tuple[str, str]
"""What is read off a line, with its unit and without."""


@dataclass(frozen=True, eq=False, slots=True)
class StripScene:
    """What the strip shows: charts with their rooms, and what is read off each of their lines at
    rest, while nothing is pointed at; `spans` are the marked periods."""

    scale: TimeScale
    ticks: Sequence[Tick]
    charts: Sequence[Chart]
    rooms: Sequence[ChartRoom]
    at_rest: Sequence[Sequence[Reading]]
    spans: Spans


def paint_names(painter: QPainter, scene: StripScene, tokens: Tokens) -> None:
    """What stays while one pans: each line's name, each plot's unit and highest value."""
    for chart, room, readings in zip(scene.charts, scene.rooms, scene.at_rest, strict=True):
        _names(painter, scene.scale, chart, room, readings, tokens)
        _axis_words(painter, scene.scale, chart, room, tokens)


def paint_plots(
    painter: QPainter, scene: StripScene, lines: Callable[[], bool], tokens: Tokens
) -> None:
    """What moves with the axis; `lines` paints the lines, and says whether it could."""
    for chart, room in zip(scene.charts, scene.rooms, strict=True):
        _ground(painter, scene, chart, room, tokens)
    if not lines():
        return
    for chart, room in zip(scene.charts, scene.rooms, strict=True):
        ends = _ends(scene.scale, chart, room)
        for line, x, y in ends:
            paint_glyph(painter, line, x, y, tokens)
        top, height = room.plot_top - 2, room.plot_height + 4
        paint_periods(painter, scene.scale, scene.spans, top, height, tokens)
        _end_names(painter, scene.scale, chart, room, ends, tokens)


def _ground(
    painter: QPainter, scene: StripScene, chart: Chart, room: ChartRoom, tokens: Tokens
) -> None:
    """The lines of the axis of time, the foot of the plot, and zero where that is not its foot."""
    scale = scene.scale
    painter.save()
    painter.setClipRect(QRectF(scale.left_px, 0, scale.width_px, room.plot_bottom + 2))
    paint_tick_lines(painter, scene.ticks, scale, room.plot_top, room.plot_bottom, tokens)
    painter.setPen(QPen(QColor(tokens.hair), 1))
    heights = [room.plot_top, room.plot_bottom]
    for y in heights:
        painter.drawLine(QLineF(scale.left_px, round(y) + 0.5, scale.right_px, round(y) + 0.5))
    if chart.low < 0 < chart.high:
        y = round(float(chart.y(0.0, room.plot_top, room.plot_height))) + 0.5
        painter.setPen(QPen(QColor(tokens.strong), 1))
        painter.drawLine(QLineF(scale.left_px, y, scale.right_px, y))
    painter.restore()


def _names(
    painter: QPainter,
    scale: TimeScale,
    chart: Chart,
    room: ChartRoom,
    readings: Sequence[Reading],
    tokens: Tokens,
) -> None:
    """A row for each line: its sample, and its name with the source beside what is read off it."""
    sample = fonts.scaled(SAMPLE_PX)
    for n, line in enumerate(chart.lines[: room.names]):
        top, row = room.name_row(n)
        paint_sample(painter, line, scale.left_px, top + row / 2, tokens)
        begin = scale.left_px + sample + 8
        reading = _fitted_reading(scale, chart, room, n, readings[n])
        left = scale.right_px - measure(reading, fonts.CAPTION) - 12 - begin
        name = _fitted_name(chart, line, left)
        write(painter, name, begin, top + row * _BASE, tokens.ink, fonts.CELL_LABEL)


def paint_readings(
    painter: QPainter, scene: StripScene, readings: Sequence[Sequence[Reading]], tokens: Tokens
) -> None:
    """What is read off each line, at the right end of its row."""
    scale = scene.scale
    for chart, room, said in zip(scene.charts, scene.rooms, readings, strict=True):
        for n in range(room.names):
            top, row = room.name_row(n)
            words = _fitted_reading(scale, chart, room, n, said[n])
            y = top + row * _BASE
            write_to(painter, words, scale.right_px, y, tokens.ink2, fonts.CAPTION)


def reading_at_rest(
    chart: Chart, line: Line, span: SpanClause | None, with_unit: bool = True
) -> str:
    """What is read off a line while nothing is pointed at: within the brush, or from end to end."""
    series = line.series
    between = (span.first, span.last) if span else (series.first, series.last)
    return change_within(series, line.figures, between, chart.step, with_unit)


def readings_at_rest(charts: Sequence[Chart], span: SpanClause | None) -> list[list[Reading]]:
    """Of each line of each chart, with its unit and without."""
    return [
        [
            (reading_at_rest(chart, line, span), reading_at_rest(chart, line, span, False))
            for line in chart.lines
        ]
        for chart in charts
    ]


def _fitted_reading(
    scale: TimeScale, chart: Chart, room: ChartRoom, n: int, reading: Reading
) -> str:
    """With its unit where that has room: it stands in the head column, too."""
    hidden = len(chart.lines) - room.names
    forms = list(reading)
    if hidden and n == room.names - 1:
        more = trn("and {n} more line", "and {n} more lines", hidden)
        forms = [f"{form} · {more}" for form in forms]
    most = scale.width_px - fonts.scaled(SAMPLE_PX) - fonts.scaled(LEAST_NAME_PX) - 20
    fitting = (form for form in forms if measure(form, fonts.CAPTION) <= most)
    return next(fitting, "") or shortened(forms[-1], most, fonts.CAPTION, measure)


def _fitted_name(chart: Chart, line: Line, most_px: float) -> str:
    """The name with its source; where that has no room, as much as tells it from the others."""
    series = [one.series for one in chart.lines]
    names = [series_name(one) for one in series]
    told = [sourced_name(line.series)]
    if names.count(names[line.place]) == 1:
        told.append(names[line.place])
    if len(series) > 1:
        short = short_names(series)[line.place]
        told.append(tr("{name}: {measure}", name=short, measure=line.series.measure))
    fitting = (text for text in told if measure(text, fonts.CELL_LABEL) <= most_px)
    return next(fitting, "") or shortened(told[-1], most_px, fonts.CELL_LABEL, measure)


def _axis_words(
    painter: QPainter, scale: TimeScale, chart: Chart, room: ChartRoom, tokens: Tokens
) -> None:
    """In the head column: the unit, and the values at the upper and the lower edge."""
    edge = scale.left_px - 6
    high, low = (number_words(value / chart.step) for value in (chart.high, chart.low))
    high_px = fonts.scaled(fonts.TICK) * 0.72
    write_to(painter, high, edge, room.plot_top + high_px, tokens.ink2, fonts.TICK)
    if room.plot_height > 2.4 * high_px:
        write_to(painter, low, edge, room.plot_bottom, tokens.ink2, fonts.TICK)
    words = unit_words(chart.unit, chart.step)
    left = edge - measure(high, fonts.TICK) - 8 - _HEAD_X
    unit = shortened(words, left, fonts.CAPTION, measure, True)
    write(painter, unit, _HEAD_X, room.plot_top + high_px, tokens.ink, fonts.CAPTION, True)


def _ends(scale: TimeScale, chart: Chart, room: ChartRoom) -> list[tuple[Line, float, float]]:
    """Where each line ends, of those in sight."""
    return [(line, *spot) for line in chart.lines if (spot := _end(scale, chart, room, line))]


def _end_names(
    painter: QPainter,
    scale: TimeScale,
    chart: Chart,
    room: ChartRoom,
    ends: Sequence[tuple[Line, float, float]],
    tokens: Tokens,
) -> None:
    """The short name of each line at its end, where there is room beside it."""
    if len(chart.lines) < 2:
        return
    names = short_names([line.series for line in chart.lines])
    taken: list[float] = []
    for line, x, y in sorted(ends, key=lambda spot: spot[2]):
        at, begin, whole = _label_height(y, taken, room), x + GLYPH_PX, names[line.place]
        text = shortened(whole, scale.right_px - begin, fonts.TICK, measure)
        wide = measure(text, fonts.TICK)
        if at is None or (text != whole and wide < fonts.scaled(_LEAST_LABEL_PX)):
            continue
        others = [one for one in ends if one[0] is not line]
        if _is_free(scale, chart, room, others, (begin, begin + wide), at):
            taken.append(at)
            foot = at + fonts.scaled(fonts.TICK) * 0.34
            write(painter, text, begin, foot, tokens.ink2, fonts.TICK)


def _label_height(y: float, taken: Sequence[float], room: ChartRoom) -> float | None:
    """The height nearest to y that no name above takes; None where that is too far."""
    half = _LABEL_GAP_PX * fonts.percent() / 200
    at = max(y, taken[-1] + 2 * half if taken else room.plot_top + half - 2)
    at = min(at, max(y, room.plot_bottom - half + 2))
    clear = not taken or at >= taken[-1] + 2 * half
    return at if clear and abs(at - y) <= half else None


def _is_free(
    scale: TimeScale,
    chart: Chart,
    room: ChartRoom,
    others: Sequence[tuple[Line, float, float]],
    between: tuple[float, float],
    at: float,
) -> bool:
    """Whether a name at this height would lie on no other line and on no other line's glyph."""
    half = _LABEL_GAP_PX * fonts.percent() / 200
    first, end = scale.day(between[0]), scale.day(between[1])
    for line, x, y in others:
        if between[0] - GLYPH_PX < x < between[1] and abs(y - at) < half + GLYPH_PX / 2:
            return False
        figures = line.figures
        crossed = (figures.first < end) & (figures.last + 1 > first)
        heights = chart.y(figures.amount[crossed], room.plot_top, room.plot_height)
        if bool((abs(heights - at) < half).any()):
            return False
    return True


def _end(scale: TimeScale, chart: Chart, room: ChartRoom, line: Line) -> tuple[float, float] | None:
    """Where the line's last figure in sight ends."""
    figures = line.figures
    seen = (figures.first < scale.end) & (figures.last + 1 > scale.first)
    if not seen.any():
        return None
    row = int(seen.nonzero()[0][-1])
    x = min(scale.x(float(figures.last[row] + 1)), scale.right_px - GLYPH_PX / 2)
    x = max(x, scale.left_px + GLYPH_PX / 2)
    return x, float(chart.y(float(figures.amount[row]), room.plot_top, room.plot_height))

"""Under the lanes, on the same axis: the chosen series as small charts."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QLineF, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QWidget

from timeline_app.canvas.axis import Axis
from timeline_app.canvas.axis_strip import ReadStrip
from timeline_app.canvas.lettering import measure, write
from timeline_app.canvas.measures import Measures
from timeline_app.canvas.period_painter import spans_of
from timeline_app.canvas.series_painter import (
    Reading,
    StripScene,
    paint_names,
    paint_plots,
    paint_readings,
    reading_at_rest,
)
from timeline_app.canvas.series_rows import TITLE_PX, ChartRoom, rooms_of
from timeline_app.look import fonts
from timeline_app.look.putting import painter_of, put_whole
from timeline_app.look.theme import current
from timeline_app.model.distinct import distinct
from timeline_app.model.records import Edition
from timeline_app.model.series import Series
from timeline_app.scene.series_charts import MOST_CHARTS, Chart, Line, charts_of
from timeline_app.scene.text_measure import shortened
from timeline_app.scene.ticks import ticks_of
from timeline_app.scene.time_scale import TimeScale
from timeline_app.session.as_known import shown_series
from timeline_app.session.known_on import hidden_series_words
from timeline_app.session.series_words import figure_at, sourced_name
from timeline_app.session.session import Session
from timeline_app.session.strip_ids import SERIES
from timeline_app.words.tr import tr, trn

if TYPE_CHECKING:
    from timeline_app.canvas.series_plots import SeriesPlots

MOST_OF_CENTRE = 0.5
"""So much of the centre's height the charts take at most."""


class SeriesStrip(ReadStrip):
    """Keys: Left and Right go from figure to figure, and what is read there is told."""

    def __init__(
        self, session: Session, axis: Axis, measures: Callable[[], Measures], parent: QWidget
    ) -> None:
        super().__init__(session, axis, measures, parent, SERIES, tr("Charts of the chosen series"))
        self._charts: list[Chart] = []
        self._undrawn = 0
        self._rooms: list[ChartRoom] = []
        self._of: tuple[Edition | None, tuple[Series, ...]] | None = None
        self._plots: SeriesPlots | None = None
        self._picture = QPixmap()
        self._pictured: tuple[object, ...] = ()
        self._plotted: tuple[object, ...] = ()
        self._scene: StripScene | None = None
        self._names = QPixmap()
        self._named: tuple[object, ...] = ()
        self._asked = False

    # -- what is shown

    def fit(self, measures: Measures, centre_px: int) -> None:
        """Takes the height that its charts need, within what the centre has to give."""
        self._read()
        most = centre_px * MOST_OF_CENTRE
        titled = bool(self._said_above())
        self._rooms, height = rooms_of(self._charts, titled, measures.wide, most)
        self.setFixedHeight(height)
        self.switch.place(measures.head_px)
        self.update()

    def has_chosen(self) -> bool:
        """Whether there is anything to draw."""
        return self._snapshot is not None and bool(self._snapshot.series_chosen)

    @property
    def charts(self) -> Sequence[Chart]:
        """The charts that are drawn."""
        return self._charts

    @property
    def rooms(self) -> Sequence[ChartRoom]:
        """Where they stand."""
        return self._rooms

    def reading(
        self, chart: Chart, line: Line, pointed: bool = True, with_unit: bool = True
    ) -> str:
        """At the pointer's day where there is one; else within the brush; else from end to end."""
        series, figures, day = line.series, line.figures, self._axis.day
        if pointed and day is not None:
            return figure_at(series, figures, int(np.floor(day)), chart.step, with_unit)
        span = self._snapshot.filter.span if self._snapshot else None
        return reading_at_rest(chart, line, span, with_unit)

    def _readings(self, pointed: bool) -> list[list[Reading]]:
        """What is read off each line, with its unit and without."""
        return [
            [
                (self.reading(chart, line, pointed), self.reading(chart, line, pointed, False))
                for line in chart.lines
            ]
            for chart in self._charts
        ]

    def _read(self) -> None:
        """Charts of what is chosen now."""
        chosen = shown_series(self._snapshot) if self._snapshot else ()
        archive = self._snapshot.archive if self._snapshot else None
        edition = archive.edition if archive else None
        if self._of == (edition, chosen):
            return
        self._of = (edition, chosen)
        charts = charts_of([(one, self._session.observations(one)) for one in chosen])
        self._charts = charts[:MOST_CHARTS]
        self._undrawn = sum(len(chart.lines) for chart in charts[MOST_CHARTS:])

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens, scale = painter_of(self), current(), self.scale()
        if scale is None:
            painter.fillRect(self.rect(), QColor(tokens.canvas))
            return
        drawn = bool(self._charts) and len(self._rooms) == len(self._charts)
        if drawn and self._plots is None:
            self._plots_soon()
        put_whole(painter, self._still(scale, drawn))
        if drawn and self._scene is not None:
            pointed = self._axis.day is not None
            readings = self._readings(True) if pointed else self._scene.at_rest
            paint_readings(painter, self._scene, readings, tokens)
        self._paint_over(painter, scale, tokens)
        painter.end()

    def _still(self, scale: TimeScale, drawn: bool) -> QPixmap:
        """All that does not follow the pointer; painted anew only where something changed."""
        tokens = current()
        spans = spans_of(self._snapshot) if self._snapshot else (None, None)
        look = (tokens, fonts.percent(), self.size(), self.devicePixelRatioF())
        of = (self._of, tuple(self._rooms), spans, scale.left_px, self._said_above())
        wanted = (look, of, scale, self._plots is None)
        if wanted == self._pictured:
            return self._picture
        self._pictured = wanted
        if drawn and (self._scene is None or self._named != (look, of)):
            at_rest = self._readings(False)
            self._scene = StripScene(scale, (), self._charts, self._rooms, at_rest, spans)
        if self._named != (look, of):
            self._named = (look, of)
            self._names = self._paint_still_words(scale, drawn)
        picture = QPixmap(self._names)
        if drawn and self._scene is not None:
            self._scene = replace(self._scene, scale=scale, ticks=ticks_of(scale, measure))
            painter = QPainter(picture)
            paint_plots(painter, self._scene, partial(self._paint_lines, painter, scale), tokens)
            painter.end()
        self._picture = picture
        return picture

    def _paint_still_words(self, scale: TimeScale, drawn: bool) -> QPixmap:
        """The ground with all words that stay while one pans."""
        tokens, ratio = current(), self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(tokens.canvas))
        painter = QPainter(picture)
        painter.setPen(QPen(QColor(tokens.hair), 1))
        painter.drawLine(QLineF(0, 0.5, self.width(), 0.5))
        self._paint_title(painter, scale)
        if drawn and self._scene is not None:
            paint_names(painter, self._scene, tokens)
        painter.end()
        return picture

    def _paint_lines(self, painter: QPainter, scale: TimeScale) -> bool:
        lines = self._plots_on(scale)
        if not lines.isNull():
            put_whole(painter, lines, scale.left_px)
        return not lines.isNull()

    def _plots_on(self, scale: TimeScale) -> QPixmap:
        """The lines of the charts, as pyqtgraph draws them; nothing until it has been read."""
        plots, tokens = self._plots, current()
        if plots is None:
            return QPixmap()
        if self._plotted != (self._of, tokens):
            self._plotted = (self._of, tokens)
            plots.show_charts(self._charts, tokens)
        rooms = [(room.plot_top, room.plot_height) for room in self._rooms]
        return plots.picture(scale, self._charts, rooms, self.height())

    def _plots_soon(self) -> None:
        if not self._asked:
            self._asked = True
            QTimer.singleShot(0, self, self._make_plots)

    def _make_plots(self) -> None:
        # Reading pyqtgraph takes a third of a second, which only those wait who draw a series; and
        # it makes classes of Qt, so no thread may read it ahead.
        from timeline_app.canvas.series_plots import SeriesPlots  # noqa: PLC0415 - see above

        self._plots = SeriesPlots(self)
        self.update()

    def _paint_title(self, painter: QPainter, scale: TimeScale) -> None:
        tokens = current()
        y = fonts.scaled(TITLE_PX) * 0.68
        words = self._said_above()
        said = shortened(words, scale.width_px, fonts.CAPTION, measure)
        write(painter, said, scale.left_px, y, tokens.ink3, fonts.CAPTION)

    def _said_above(self) -> str:
        """What stands above the charts; empty where all that is chosen is drawn."""
        hidden = "" if self._snapshot is None else hidden_series_words(self._snapshot)
        undrawn = trn(
            "{n} more series has a unit of its own; four charts are the most",
            "{n} more series have units of their own; four charts are the most",
            self._undrawn,
        )
        said = [hidden] if hidden else []
        said += [undrawn] if self._undrawn else []
        if not self.has_chosen():
            said = [tr("No series is chosen yet: choose some in the pane Series, below.")]
        return tr("; ").join(said)

    # -- hands

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps:
            self._step(steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Escape and self._axis.day is not None:
            self._axis.point_at(None)
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        """To the next figure of any line, its days' middle; the view follows."""
        every = (line.figures for chart in self._charts for line in chart.lines)
        lines = [figures for figures in every if len(figures)]
        if not lines or self._snapshot is None:
            return
        halves = [(figures.first + figures.last + 1) / 2 for figures in lines]
        middles = distinct(np.concatenate(halves))
        view = self._snapshot.view
        day = view.first + view.days / 2 if self._axis.day is None else self._axis.day
        later = int(np.searchsorted(middles, day, side="right" if by > 0 else "left"))
        at = float(middles[min(max(later if by > 0 else later - 1, 0), len(middles) - 1)])
        self._follow(at)
        self._axis.point_at(at)
        self._tell()

    def _tell(self) -> None:
        """What is read off each line, for who does not see it."""
        said = [
            tr("{series}: {reading}", series=sourced_name(line.series), reading=reading)
            for chart in self._charts
            for line in chart.lines
            for reading in [self.reading(chart, line)]
        ]
        self._describe("\n".join(said))

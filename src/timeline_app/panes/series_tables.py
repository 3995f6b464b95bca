"""The chosen series and their figures as tables: what the charts draw, in words and numbers."""

from collections.abc import Callable, Mapping, Sequence
from operator import is_not
from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from timeline_app.dataclass import dataclass
from timeline_app.look import fonts, theme
from timeline_app.look.glyphs import draw_glyph
from timeline_app.model.columns import VECTORS
from timeline_app.model.filter import SpanClause
from timeline_app.model.series import Observations, Series
from timeline_app.panes.own_rows import show_own
from timeline_app.panes.text import as_tooltip
from timeline_app.session.series_words import (
    series_name,
    sourced_name,
    when,
    written_unit,
    years_covered,
)
from timeline_app.words.tr import mark, tr

Index = QModelIndex | QPersistentModelIndex
Figures = Callable[[Series], Observations]
_ROOT = QModelIndex()
_ROW_PX = 25
_NARROW_PX = 420
_CELL_PX = 14
"""What a cell needs beside its words."""

_WHOLE_FROM = 1e6
"""From here on a number is shown without what stands behind its point."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, its share of the width, its words."""

    heading: str
    share: int
    words: Callable[[Series], str]


CHOSEN = (
    Column(mark("Series"), 36, series_name),
    Column(mark("Unit"), 18, written_unit),
    Column(mark("Source"), 18, lambda one: one.source),
    Column(mark("Vintage"), 12, lambda one: one.vintage or tr("not recorded")),
    Column(mark("Years"), 16, years_covered),
)
FIGURES = ((mark("Date"), 18), (mark("Value"), 24), (mark("Unit"), 26), (mark("Series"), 32))
VALUE_AT, UNIT_AT = 1, 2
COPIED = ("date", "value", "unit", "series", "source", "vintage", "n", "note", "id")


class ChosenModel(QAbstractTableModel):
    """The series that are chosen, a row each."""

    def __init__(self) -> None:
        super().__init__()
        self._series: tuple[Series, ...] = ()
        self._undrawn: Mapping[int, str] = {}

    def show_series(self, series: tuple[Series, ...], undrawn: Mapping[int, str]) -> None:
        """From now on these; `undrawn` says, by key, why no chart shows one."""
        self.beginResetModel()
        self._series, self._undrawn = series, undrawn
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._series)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(CHOSEN)

    def headerData(self, section: int, way: Qt.Orientation, role: int = 0) -> Any:
        if way is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(CHOSEN[section].heading)
        return None

    def data(self, index: Index, role: int = 0) -> Any:
        series = self._series[index.row()]
        words = CHOSEN[index.column()].words(series)
        if index.column() == 0 and series.key in self._undrawn:
            why = self._undrawn[series.key]
            words = tr("{series} (not drawn: {why})", series=words, why=why)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return words
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tooltip(words)
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 0:
            return glyph_icon(series.vector)
        return None


class FigureModel(QAbstractTableModel):
    """The figures of some series, in the order of their days.

    `widest_value` is the longest number of these series, whatever part of them a brush leaves.
    """

    def __init__(self, figures: Figures) -> None:
        super().__init__()
        self._figures = figures
        self._series: tuple[Series, ...] = ()
        self._of: list[Observations] = []
        self.widest_value = ""
        self._line = np.zeros(0, np.int64)
        self._row = np.zeros(0, np.int64)

    def show_series(self, series: tuple[Series, ...], span: SpanClause | None) -> None:
        """From now on the figures of these; with a brush those that it touches."""
        self.beginResetModel()
        if len(series) != len(self._series) or any(map(is_not, series, self._series)):
            self._series, self._of = series, [self._figures(one) for one in series]
            values = (shown(value) for of in self._of for value in of.value.tolist())
            self.widest_value = max(values, key=len, default="")
        lines, rows, days = [], [], []
        for line, figures in enumerate(self._of):
            first, last = figures.first, figures.last
            kept = np.ones(len(figures), np.bool_)
            if span is not None:
                kept = (first <= span.last) & (last >= span.first)
            found = np.flatnonzero(kept)
            rows.append(found)
            lines.append(np.full(len(found), line, np.int64))
            days.append(first[found])
        nothing = np.zeros(0, np.int64)
        joined = [np.concatenate([nothing, *parts]) for parts in (lines, rows, days)]
        order = np.lexsort((joined[0], joined[2]))
        self._line, self._row = joined[0][order], joined[1][order]
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._line)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(FIGURES)

    def headerData(self, section: int, way: Qt.Orientation, role: int = 0) -> Any:
        if way is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(FIGURES[section][0])
        return None

    def data(self, index: Index, role: int = 0) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == VALUE_AT:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(index.row(), index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tooltip(self._told(index.row(), index.column()))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (VALUE_AT, UNIT_AT) if index.column() == VALUE_AT else (index.column(),)
            return " ".join(self._words(index.row(), column) for column in parts)
        return None

    def _told(self, at: int, column: int) -> str:
        """What the tooltip says: a value with all its digits and its unit."""
        if column != VALUE_AT:
            return self._words(at, column)
        series, figures, row = self._figure(at)
        return f"{exact(float(figures.value[row]), grouped=True)} {written_unit(series)}"

    def _words(self, at: int, column: int) -> str:
        series, figures, row = self._figure(at)
        said = (
            lambda: when(figures.edtf[row]),
            lambda: shown(float(figures.value[row])),
            lambda: written_unit(series),
            lambda: sourced_name(series),
        )
        return said[column]()

    def _figure(self, at: int) -> tuple[Series, Observations, int]:
        line = int(self._line[at])
        return self._series[line], self._of[line], int(self._row[at])

    def as_tsv(self) -> str:
        """All rows as text, tabs between the fields, under the names of COPIED."""
        lines = ["\t".join(COPIED)]
        for at in range(len(self._line)):
            series, figures, row = self._figure(at)
            n = int(figures.n[row])
            fields = (
                figures.edtf[row],
                exact(float(figures.value[row])),
                written_unit(series),
                series_name(series),
                series.source,
                series.vintage,
                "" if n < 0 else str(n),
                figures.note[row],
                series.id,
            )
            lines.append("\t".join(" ".join(field.split()) for field in fields))
        return "\n".join(lines)


class SeriesTable(QTableView):
    """Rows of one height, whole rows selected; what stands where there is none is said.

    Columns have `shares` of the width; those `given_up` go where the table is narrow.
    """

    def __init__(
        self,
        model: QAbstractTableModel,
        name: str,
        shares: Sequence[int],
        given_up: Sequence[int] = (),
    ) -> None:
        super().__init__()
        self._shares, self._given_up, self._empty = tuple(shares), tuple(given_up), ""
        self._whole: tuple[int, str] = (-1, "")
        show_own(self, model)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setIconSize(QSize(fonts.scaled(12), fonts.scaled(12)))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads = self.horizontalHeader()
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.setHighlightSections(False)
        heads.setAccessibleName(tr("Headings: {table}", table=name))
        self.verticalHeader().setAccessibleName(tr("Rows: {table}", table=name))
        heads.setMinimumSectionSize(24)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.measure()

    def measure(self) -> None:
        """Heights and widths at the reader's text size."""
        row = fonts.scaled(_ROW_PX)
        self.verticalHeader().setMinimumSectionSize(row)
        self.verticalHeader().setDefaultSectionSize(row)
        self.horizontalHeader().setFixedHeight(row)
        self._share_out()

    def keep_whole(self, column: int, words: str) -> None:
        """From now on this column has room for these words: a number cut short is another one."""
        if self._whole != (column, words):
            self._whole = (column, words)
            self._share_out()

    def _share_out(self) -> None:
        """Every column has its share, or what its heading and its numbers need, and then one
        scrolls; what has no room is in its tooltip."""
        left = self.viewport().width()
        narrow = left < fonts.scaled(_NARROW_PX)
        there = [n for n in range(len(self._shares)) if not (narrow and n in self._given_up)]
        needed = {n: self._needed(n) for n in there}
        spare = max(0, left - sum(needed.values()))
        wished = {n: left * self._shares[n] / sum(self._shares[m] for m in there) for n in there}
        lacking = {n: max(0.0, wished[n] - needed[n]) for n in there}
        part = min(1.0, spare / (sum(lacking.values()) or 1.0))
        for n in range(len(self._shares)):
            self.setColumnHidden(n, n not in there)
        for n in there:
            self.setColumnWidth(n, int(needed[n] + lacking[n] * part))

    def _needed(self, column: int) -> int:
        """The width of a column's heading, and of the longest number where it holds numbers."""
        way, role = Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole
        words = [str(self.model().headerData(column, way, role))]
        if column == self._whole[0]:
            words.append(self._whole[1])
        metrics = self.fontMetrics()
        return max(metrics.horizontalAdvance(word) for word in words) + fonts.scaled(_CELL_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()

    def show_empty_words(self, words: str) -> None:
        """What is said while there is no row."""
        self._empty = words
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.model().rowCount():
            return
        painter = QPainter(self.viewport())
        painter.setFont(fonts.font(fonts.LIST))
        painter.setPen(QColor(theme.current().ink3))
        room = self.viewport().rect().adjusted(8, 6, -8, -4)
        painter.drawText(room, Qt.TextFlag.TextWordWrap, self._empty)
        painter.end()


def shown(number: float) -> str:
    """The number in groups, for a column: "133,441,648,852", "0.6299"."""
    return exact(round(number) if abs(number) >= _WHOLE_FROM else number, grouped=True)


def exact(number: float, grouped: bool = False) -> str:
    """The number with all its digits and none besides: "19395", "0.6299"; or in groups."""
    whole = number == int(number) and abs(number) < 1e15
    if whole:
        return f"{int(number):,}" if grouped else str(int(number))
    return f"{number:,}" if grouped and abs(number) < 1e15 else repr(number)


def glyph_icon(vector: str) -> QIcon:
    """The sign of a vector in its colour; for no vector nothing, of the same size."""
    side, ratio = fonts.scaled(12), 2.0
    drawn = QPixmap(QSize(side, side) * ratio)
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    if vector in VECTORS:
        place = VECTORS.index(vector)
        painter = QPainter(drawn)
        colour = theme.current().vector(place)
        draw_glyph(painter, place, side / 2, side / 2, side * 0.8, colour)
        painter.end()
    return QIcon(drawn)

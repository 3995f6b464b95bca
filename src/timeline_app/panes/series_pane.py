"""The pane Series: choose what is measured, of whom and with whom; see what is chosen, and read it.

Its tables are the equal of the charts for who does not see them.
"""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QToolButton, QVBoxLayout, QWidget

from timeline_app.look import fonts, icons, theme
from timeline_app.model.series import Series
from timeline_app.model.units import common_unit
from timeline_app.panes.pane import Pane
from timeline_app.panes.series_picker import SeriesPicker
from timeline_app.panes.series_tables import (
    CHOSEN,
    FIGURES,
    UNIT_AT,
    VALUE_AT,
    ChosenModel,
    FigureModel,
    SeriesTable,
)
from timeline_app.scene.series_charts import MOST_CHARTS
from timeline_app.session.as_known import shown_series
from timeline_app.session.known_on import hidden_series_words, not_known_words
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot
from timeline_app.words.tr import tr


class SeriesPane(Pane):
    """Delete takes the selected series out; Ctrl+C copies the figures as a table."""

    chart_wanted = Signal()
    """Series were added: the reader wants to see them drawn."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setAccessibleName(tr("Series"))
        self.picker = SeriesPicker()
        self.picker.added.connect(self._add)
        self.chosen_model, self.figure_model = ChosenModel(), FigureModel(session.observations)
        self.chosen = SeriesTable(
            self.chosen_model, tr("Chosen series"), [column.share for column in CHOSEN]
        )
        self.figures = SeriesTable(
            self.figure_model,
            tr("Figures of the chosen series"),
            [share for _, share in FIGURES],
            (UNIT_AT,),
        )
        self.remove = _button(tr("Remove the selected series"))
        self.copy = _button(tr("Copy the figures as a table"))
        self.remove.clicked.connect(self.remove_selected)
        self.copy.clicked.connect(self.copy_figures)
        self.chosen.selectionModel().selectionChanged.connect(lambda *_: self._show_figures())
        self._lay_out()
        self._put_on_theme()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(8, 4, 8, 4)
        head.setSpacing(6)
        head.addWidget(self.picker, 1)
        head.addWidget(self.remove)
        head.addWidget(self.copy)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(self.chosen)
        split.addWidget(self.figures)
        split.setStretchFactor(0, 64)
        split.setStretchFactor(1, 36)
        split.setSizes([640, 360])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(split, 1)

    def refresh(self, before: Snapshot | None, after: Snapshot) -> None:
        new_archive = before is None or before.archive is not after.archive
        new_day = before is None or before.filter.known != after.filter.known
        new_chosen = new_day or before is None or before.series_chosen != after.series_chosen
        if new_archive or new_chosen:
            self.picker.show_series(self.session.series(), after.series_chosen)
        if new_chosen:
            undrawn = _undrawn(after)
            self.chosen_model.show_series(after.series_chosen, undrawn)
        if new_archive or new_chosen or before is None or before.filter.span != after.filter.span:
            self._show_figures()
        self._say_empty(after)

    def _say_empty(self, after: Snapshot) -> None:
        words = tr("No archive is open.")
        if after.archive is not None:
            words = tr("No series is chosen. Choose a measure, a country and a partner, then Add.")
            if not self.session.every_series():
                words = tr("This archive has no series.")
        self.chosen.show_empty_words(words)
        none_within = tr("No figure of the chosen series touches the marked period.")
        if after.series_chosen and not shown_series(after):
            none_within = hidden_series_words(after)
        self.figures.show_empty_words(none_within if after.series_chosen else "")

    def _selected(self) -> tuple[Series, ...]:
        chosen = self.session.snapshot.series_chosen
        rows = {index.row() for index in self.chosen.selectionModel().selectedRows()}
        return tuple(one for row, one in enumerate(chosen) if row in rows)

    def _show_figures(self) -> None:
        """Those of the selected series, of all where none is selected, as far as they are known."""
        now, selected = self.session.snapshot, self._selected()
        known = set(shown_series(now))
        asked = tuple(one for one in selected or now.series_chosen if one in known)
        self.figure_model.show_series(asked, now.filter.span)
        self.figures.keep_whole(VALUE_AT, self.figure_model.widest_value)
        self.remove.setEnabled(bool(selected))
        self.copy.setEnabled(self.figure_model.rowCount() > 0)

    def _add(self, series: tuple[Series, ...]) -> None:
        chosen = self.session.snapshot.series_chosen
        self.session.choose_series(one.key for one in (*chosen, *series))
        self.chart_wanted.emit()

    def remove_selected(self) -> None:
        """Takes the selected series out of the list and the charts."""
        gone = {one.key for one in self._selected()}
        chosen = self.session.snapshot.series_chosen
        self.session.choose_series(one.key for one in chosen if one.key not in gone)

    def copy_figures(self) -> None:
        """Puts the figures that are shown on the clipboard, as text with tabs."""
        QGuiApplication.clipboard().setText(self.figure_model.as_tsv())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.chosen.hasFocus():
            self.remove_selected()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_figures()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._put_on_theme()

    def _put_on_theme(self) -> None:
        side = fonts.scaled(icons.SIZE)
        tokens = theme.current()
        for button, icon in ((self.remove, "x"), (self.copy, "copy")):
            button.setIcon(icons.icon(icon, tokens.ink2, tokens.strong, side))
        for table in (self.chosen, self.figures):
            table.measure()


def _button(words: str) -> QToolButton:
    button = QToolButton()
    button.setToolTip(words)
    button.setAccessibleName(words)
    return button


def _undrawn(now: Snapshot) -> dict[int, str]:
    """Why a chosen series is not drawn, by key: it was not known on the day that is chosen, or its
    unit comes after the last chart there is room for."""
    shown, day = shown_series(now), now.filter.known.day if now.filter.known else None
    drawn = list(dict.fromkeys(common_unit(one.unit) for one in shown))[:MOST_CHARTS]
    room = tr("four charts are the most")
    found = {one.key: room for one in shown if common_unit(one.unit) not in drawn}
    hidden = (one for one in now.series_chosen if one not in shown)
    return found | {one.key: not_known_words(one.known_from, day) for one in hidden}

"""A block of the facets: a header that folds it, its rows, and for long columns a search field."""

from collections.abc import Callable, Sequence
from functools import cached_property

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from timeline_app.look import fonts, icons, theme
from timeline_app.panes.facet_list import FacetList
from timeline_app.panes.facet_terms import FacetTerm, FacetTerms
from timeline_app.words.tr import tr, trn

Count = Callable[[Sequence[FacetTerm]], tuple[list[int], int]]
"""For terms, the events of each and the largest number in the block."""

HEADER = 28
MOST_ROWS = 200
"""More rows than this are reached through the search field only."""


class FacetHeader(QAbstractButton):
    """The name of a block; pressed, it folds the block away."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(words)
        self.setCheckable(True)
        self.setChecked(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._remark = ""
        self.toggled.connect(self._say)
        self._say()

    def show_remark(self, remark: str) -> None:
        """A number at the right end ("5 of 41")."""
        if remark != self._remark:
            self._remark = remark
            self._say()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, max(HEADER, fonts.scaled(HEADER)))

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        high = self.height()
        chevron = "chevron-down" if self.isChecked() else "chevron-right"
        ratio = self.devicePixelRatioF()
        side = fonts.scaled(icons.SMALL)
        picture = icons.pixmap(chevron, tokens.ink, side, ratio)
        painter.drawPixmap(10, (high - side) // 2, picture)
        painter.setFont(fonts.font(fonts.LABEL, semibold=True))
        painter.setPen(QColor(tokens.ink))
        room = QRect(14 + side, 0, self.width() - 24 - side, high)
        middle = Qt.AlignmentFlag.AlignVCenter
        metrics = painter.fontMetrics()
        name = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | middle, name)
        left = room.width() - metrics.horizontalAdvance(f"{name}  ")
        painter.setFont(fonts.font(fonts.LABEL))
        painter.setPen(QColor(tokens.ink3))
        if painter.fontMetrics().horizontalAdvance(self._remark) <= left:
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | middle, self._remark)
        if self.hasFocus():
            painter.setPen(QColor(tokens.ink))
            painter.drawRect(4, 1, self.width() - 9, high - 3)
            painter.drawRect(5, 2, self.width() - 11, high - 5)
        painter.end()

    def _say(self) -> None:
        state = tr("shown") if self.isChecked() else tr("folded")
        said = f"{self.text()} {self._remark}".strip()
        self.setAccessibleName(tr("{name}, {state}", name=said, state=state))


class FacetBlock(QWidget):
    """One column of terms. `few` rows stand at first; the rest come with a search field."""

    def __init__(
        self, words: str, few: int, choose: Callable[[str, bool], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.header = FacetHeader(words, self)
        self.list = FacetList(words, self)
        self.list.chosen.connect(choose)
        self.more = QPushButton(self)
        self.more.setAccessibleName(tr("More of {block}", block=words))
        self.more.setProperty("look", "more")
        self._few = few
        self._terms = FacetTerms()
        self._counts: Count | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for part in (self.header, self.list, self.more):
            self._column.addWidget(part)
        self._open = False
        self.header.toggled.connect(self._arrange)
        self.more.clicked.connect(self._turn)
        self.more.hide()

    @cached_property
    def search(self) -> QLineEdit:
        """The search field, made when its block is opened first."""
        words = self.header.text()
        made = QLineEdit(self)
        made.setPlaceholderText(tr("Find in the list"))
        made.setAccessibleName(tr("Find in {block}", block=words))
        made.setClearButtonEnabled(True)
        made.textChanged.connect(self._arrange)
        self._column.insertWidget(1, made)
        QWidget.setTabOrder(self.header, made)
        return made

    @property
    def terms(self) -> FacetTerms:
        """All terms of the column, those behind "more" too."""
        return self._terms

    def show_column(self, terms: FacetTerms, ticked: frozenset[str], count: Count) -> None:
        """The terms in order, those that are asked for, and how to count the rows that stand."""
        self._counts = count
        if terms == self._terms and ticked == self.list.rows.ticked:
            self._count()
            return
        self._terms = terms
        self.list.rows.show_ticked(ticked)
        self._arrange()

    def _count(self) -> None:
        if self._counts is None:
            return
        self.list.show_counts(*self._counts(self.list.rows.terms))

    def _turn(self) -> None:
        self._open = not self._open
        self.search.clear()
        self.search.setVisible(self._open)
        self._arrange()
        folded = self.header if self.more.isHidden() else self.more
        (self.search if self._open else folded).setFocus()

    def _arrange(self) -> None:
        """Which rows stand now."""
        unfolded = self.header.isChecked()
        hidden = len(self._terms) - self._few
        foldable = hidden > 1
        rows = self._rows() if foldable else self._terms[:]
        self.list.rows.show_terms(rows)
        self.list.setVisible(unfolded)
        if self._open:
            self.search.setVisible(unfolded and foldable)
        more = len(self._terms) - len(rows)
        self.more.setVisible(unfolded and foldable and (self._open or more > 0))
        if foldable:
            words = tr("Fewer") if self._open else trn("{n} more…", "{n} more…", more)
            self.more.setText(words)
            self.more.setAccessibleName(f"{self.header.text()}: {words}")
        self.list.updateGeometry()
        self.list.viewport().update()
        self._count()

    def _rows(self) -> tuple[FacetTerm, ...]:
        if not self._open:
            return self._terms.beginning(self._few, self.list.rows.ticked)
        return self._terms.found(self.search.text().strip(), MOST_ROWS)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.list.updateGeometry()

"""What opens under a phrase of the sentence: the period's two ends, or the terms of a column."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from timeline_app.look import fonts
from timeline_app.model.filter import FOUND, KNOWN, QUALITY, SECOND, SPAN
from timeline_app.panes.facet_block import FacetBlock
from timeline_app.panes.facet_choice import choose, count
from timeline_app.panes.facet_terms import heading, terms_of, ticked_in
from timeline_app.panes.known_form import KnownForm
from timeline_app.panes.period_form import PeriodForm
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot
from timeline_app.words.tr import tr

WIDE = 264
TALLEST = 420
ROWS = 14


class PhrasePopover(QFrame):
    """Stays open while one chooses; Esc or a click elsewhere closes it, and it is gone then."""

    closed = Signal()

    def __init__(self, session: Session, role: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("look", "popover")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self._role = role
        self.block: FacetBlock | None = None
        self.period: PeriodForm | None = None
        self.known: KnownForm | None = None
        self.search: QLineEdit | None = None
        self._scroll: QScrollArea | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 9, 12, 9)
        column.setSpacing(6)
        if role in (SPAN, SECOND):
            self.period = PeriodForm(session, of_second=role == SECOND)
            self.period.done.connect(self.close)
            column.addWidget(self.period)
        elif role == KNOWN:
            self.known = KnownForm(session)
            self.known.done.connect(self.close)
            column.addWidget(self.known)
        elif role == FOUND:
            column.addWidget(self._search_field())
        elif role == QUALITY:
            self.setAccessibleName(tr("Data quality"))
        else:
            column.addWidget(self._terms())
        self.clear = QPushButton(_clearing(role))
        self.clear.setAccessibleName(self.clear.text())
        self.clear.clicked.connect(self._clear)
        column.addWidget(self.clear)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Brings the popover up to date; it is open while the counts change."""
        if self.block is not None:
            self.block.show_column(
                terms_of(self._role, snapshot),
                ticked_in(self._role, snapshot),
                partial(count, self._role, snapshot),
            )
        if self.period is not None:
            self.period.show_snapshot(snapshot)
        if self.known is not None:
            self.known.show_snapshot(snapshot)
        if self.search is not None and not self.search.isModified():
            self.search.setText(snapshot.query)
        second = self._role == SECOND and snapshot.second is not None
        self.clear.setEnabled(second or self._role in snapshot.filter.clauses)

    def open_under(self, anchor: QWidget) -> None:
        """Shows it below the phrase, within the screen."""
        self.setFixedWidth(fonts.scaled(WIDE))
        if self.block is not None and self._scroll is not None:
            high = min(self.block.sizeHint().height(), fonts.scaled(TALLEST))
            self._scroll.setFixedHeight(high)
        self.adjustSize()
        corner = anchor.mapToGlobal(QPoint(0, anchor.height() + 4))
        edge = anchor.screen().availableGeometry()
        x = max(edge.left(), min(corner.x(), edge.right() - self.width()))
        y = max(edge.top(), min(corner.y(), edge.bottom() - self.height()))
        self.move(x, y)
        self.show()
        target = (
            self.period
            or self.known
            or self.search
            or (self.block.list if self.block else self.clear)
        )
        target.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit()
        super().closeEvent(event)

    def _terms(self) -> QWidget:
        words = heading(self._role)
        self.block = FacetBlock(words, ROWS, partial(choose, self._session, self._role), self)
        self.block.header.hide()
        self.setAccessibleName(words)
        scroll = QScrollArea()
        scroll.setWidget(self.block)
        scroll.setWidgetResizable(True)
        self.block.setAutoFillBackground(False)
        scroll.viewport().setAutoFillBackground(False)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setAccessibleName(words)
        self._scroll = scroll
        return scroll

    def _search_field(self) -> QLineEdit:
        self.setAccessibleName(tr("Search"))
        self.search = QLineEdit()
        self.search.setAccessibleName(tr("Search"))
        self.search.returnPressed.connect(self._seek)
        return self.search

    def _seek(self) -> None:
        if self.search is not None:
            self._session.search(self.search.text())
        self.close()

    def _clear(self) -> None:
        if self._role == SECOND:
            self._session.clear_second()
        else:
            self._session.clear_clause(self._role)
        self.close()


def _clearing(role: str) -> str:
    if role == SPAN:
        return tr("Clear the period")
    if role == SECOND:
        return tr("Compare with nothing")
    if role == KNOWN:
        return tr("Show what is known today")
    if role == FOUND:
        return tr("Clear the search")
    if role == QUALITY:
        return tr("Show events of any quality")
    return tr("Clear: {column}", column=heading(role))

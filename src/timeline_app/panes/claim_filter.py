"""The row above the list of claims: outcome, type and speaker, each with the claims behind it."""

from functools import partial

import numpy as np
from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from timeline_app.look import fonts
from timeline_app.model.claim_table import CLAIM_TYPE, SPEAKER, VERDICT
from timeline_app.panes.facet_block import FacetBlock
from timeline_app.panes.facet_terms import FacetTerm, FacetTerms
from timeline_app.panes.text import short_words
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot
from timeline_app.words.tr import grouped, mark, tr, trn

ASKED = (
    (VERDICT, mark("Outcome"), mark("All outcomes")),
    (CLAIM_TYPE, mark("Type"), mark("All types")),
    (SPEAKER, mark("Speaker"), mark("All speakers")),
)
"""The columns that can be asked for: their names, and the words where nothing is asked."""

NAMED = 2
WIDE = 264
TALLEST = 300
ROWS = 12


class ClaimFilter(QFrame):
    """Three buttons that open lists of terms, how many claims pass, and one that clears."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._now: Snapshot | None = None
        self.popover: ClaimTerms | None = None
        self.setProperty("look", "sheet")
        self.setAccessibleName(tr("Which claims are listed"))
        self.buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 3, 14, 3)
        row.setSpacing(6)
        for column, _, _ in ASKED:
            button = QPushButton()
            button.setProperty("look", "slim")
            button.clicked.connect(partial(self._open, column))
            self.buttons[column] = button
            row.addWidget(button)
        self.clear = QPushButton(tr("Clear"))
        self.clear.setAccessibleName(tr("List all claims again"))
        self.clear.setProperty("look", "plain")
        self.clear.clicked.connect(session.clear_claim_filter)
        self._count = short_words("", "remark")
        row.addWidget(self.clear)
        row.addStretch(1)
        row.addWidget(self._count)

    def show_snapshot(self, now: Snapshot) -> None:
        """What is asked for, and how many claims pass."""
        self._now = now
        for column, name, nothing in ASKED:
            said = tr("{words} ▾", words=_asked_words(now, column, name, nothing))
            self.buttons[column].setText(said)
            self.buttons[column].setAccessibleName(f"{tr(name)}: {said[:-2]}")
        self.clear.setVisible(bool(now.claim_filter))
        passing, n = now.claims_passing.possible, len(now.claims)
        told = trn("{p} of {n} claim", "{p} of {n} claims", n, p=grouped(passing))
        self._count.setText(told if n else "")
        self._count.setAccessibleName(self._count.text())
        if self.popover is not None:
            self.popover.show_snapshot(now)

    def _open(self, column: str) -> None:
        if self._now is None:
            return
        self.popover = ClaimTerms(self._session, column, self)
        self.popover.closed.connect(self._forget)
        self.popover.show_snapshot(self._now)
        self.popover.open_over(self.buttons[column])

    def _forget(self) -> None:
        self.popover = None


class ClaimTerms(QFrame):
    """Stays open while one chooses; Esc or a click elsewhere closes it, and it is gone then."""

    closed = Signal()

    def __init__(self, session: Session, column: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("look", "popover")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session, self._column = session, column
        words = tr(next(name for id, name, _ in ASKED if id == column))
        self.setAccessibleName(words)
        self.block = FacetBlock(words, ROWS, self._choose, self)
        self.block.header.hide()
        self.block.list.rows.counted = lambda n: trn("{n} claim", "{n} claims", n)
        self._scroll = QScrollArea()
        self._scroll.setWidget(self.block)
        self._scroll.setWidgetResizable(True)
        self._scroll.setAccessibleName(words)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.block.setAutoFillBackground(False)
        self._scroll.viewport().setAutoFillBackground(False)
        column_box = QVBoxLayout(self)
        column_box.setContentsMargins(12, 9, 12, 9)
        column_box.addWidget(self._scroll)

    def show_snapshot(self, now: Snapshot) -> None:
        """The terms with their counts, as they stand now."""
        counts = now.claims_passing.counts.get(self._column, np.zeros(0, np.int64))
        most = int(counts.max()) if len(counts) else 0
        self.block.show_column(
            claim_terms(now, self._column),
            now.claim_filter.terms(self._column),
            lambda terms: ([int(counts[t.code]) for t in terms], most),
        )

    def open_over(self, anchor: QWidget) -> None:
        """Shows it above the button, or below where there is more room, within the screen."""
        self.setFixedWidth(fonts.scaled(WIDE))
        high = min(self.block.sizeHint().height(), fonts.scaled(TALLEST))
        self._scroll.setFixedHeight(high)
        self.adjustSize()
        edge = anchor.screen().availableGeometry()
        above = anchor.mapToGlobal(QPoint(0, -4 - self.height()))
        below = anchor.mapToGlobal(QPoint(0, anchor.height() + 4))
        corner = above if above.y() >= edge.top() else below
        self.move(max(edge.left(), min(corner.x(), edge.right() - self.width())), corner.y())
        self.show()
        self.block.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit()
        super().closeEvent(event)

    def _choose(self, term: str, only: bool) -> None:
        asked = self._session.snapshot.claim_filter.terms(self._column)
        wanted = frozenset({term}) if only else asked ^ {term}
        self._session.set_claim_terms(self._column, wanted)


def claim_terms(now: Snapshot, column: str) -> FacetTerms:
    """The terms of a column: outcomes in their own order, others the most frequent first."""
    codes = now.claims.said.terms.get(column)
    if codes is None:
        return FacetTerms()
    of_verdict = column == VERDICT  # these have an order of their own
    order = np.arange(len(codes.terms)) if of_verdict else codes.terms.often(codes.counts())
    if column == SPEAKER:
        return FacetTerms((), codes.terms, order)
    terms = ((code, codes.terms[code]) for code in order.tolist())
    return FacetTerms(tuple(FacetTerm(term.id, tr(term.label), code) for code, term in terms))


def _asked_words(now: Snapshot, column: str, name: str, nothing: str) -> str:
    asked = now.claim_filter.terms(column)
    if not asked:
        return tr(nothing)
    labels = {t.term: t.label for t in claim_terms(now, column)}
    named = [labels.get(term, term) for term in sorted(asked)]
    if len(named) > NAMED:
        return tr("{name}: {n} chosen", name=tr(name), n=len(named))
    return tr("{name}: {terms}", name=tr(name), terms=", ".join(named))

"""The data quality pane: what is weak, counted, and where each number leads."""

import numpy as np
from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from timeline_app.look import fonts, theme
from timeline_app.model.claim_table import SPEAKER
from timeline_app.model.event_table import EventTable
from timeline_app.model.filter import QUALITY
from timeline_app.model.quality import DOUBLES, Check, Finding, Quality
from timeline_app.model.records import EventRow
from timeline_app.panes.check_list import CheckList, CheckRow
from timeline_app.panes.date_words import date_words
from timeline_app.panes.event_list import EventListPane
from timeline_app.panes.pane import Pane
from timeline_app.panes.text import HEADING, SECOND, OneLine, words
from timeline_app.panes.text_table import TextTable
from timeline_app.session.quality import all_records, asked_check, double_words, scope_words
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot
from timeline_app.words.tr import grouped, mark, tr, trn

LIST_WIDE = 400
LIST_PART = 0.46
ROOM_FOR_MEANING = 190
FOUND = (
    ("what", mark("What it is about")),
    ("#events", mark("Events")),
    ("#claims", mark("Claims")),
)
PAIRS = (
    ("one", mark("One event")),
    ("other", mark("Another event")),
    ("why", mark("Why they may be one")),
)
_COLUMNS = {"actor": "actor", "place": "place"}
"""Kinds of findings that are terms of a column of events."""


class QualityPane(Pane):
    """At the left the checks with their counts; at the right what the chosen one has found.

    Choosing a check of events narrows list and timeline to exactly these; choosing it again frees
    them. Counts follow the layers that are on and what is asked of other columns.
    """

    chart = True
    methods_wanted = Signal()
    """The reader asked how the archive was made."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setAccessibleName(tr("Data quality"))
        self.scope = words("", "caption")
        self.checks = CheckList()
        self.checks.chosen.connect(self._choose)
        self.checks.reached.connect(self._tell)
        self.title, self.meaning = OneLine("", HEADING), words("", SECOND)
        self.methods = QPushButton(tr("How this archive was made"))
        self.methods.setProperty("look", "slim")
        self.methods.setAccessibleName(self.methods.text())
        self.methods.clicked.connect(self.methods_wanted)
        self.events = EventListPane(session)
        self.found = TextTable(FOUND, tr("Records that were found"))
        self.pairs = TextTable(PAIRS, tr("Possible duplicates"))
        self.nothing = QWidget()
        self.stack = QStackedWidget()
        for page in (self.nothing, self.events, self.found, self.pairs):
            self.stack.addWidget(page)
        self.found.selectionModel().selectionChanged.connect(self._jump_to_finding)
        self.pairs.selectionModel().selectionChanged.connect(self._jump_to_pair)
        self._check = ""
        self._listed: tuple[str, Quality | None] = ("", None)
        self._findings: tuple[Finding, ...] = ()
        self._left = self._lay_out()
        self._fit()

    def _lay_out(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(0)
        scope = QVBoxLayout()
        scope.setContentsMargins(12, 0, 10, 4)
        scope.addWidget(self.scope)
        column.addLayout(scope)
        column.addWidget(self.checks, 1)
        head = QHBoxLayout()
        head.setContentsMargins(8, 6, 12, 0)
        head.addWidget(self.title, 1)
        head.addWidget(self.methods)
        meaning = QVBoxLayout()
        meaning.setContentsMargins(8, 0, 12, 6)
        meaning.addWidget(self.meaning)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addLayout(head)
        right.addLayout(meaning)
        right.addWidget(self.stack, 1)
        line = QFrame()
        line.setProperty("look", "hair")
        line.setFixedWidth(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left)
        row.addWidget(line)
        row.addLayout(right, 1)
        left.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        return left

    def refresh(self, before: Snapshot | None, after: Snapshot) -> None:
        if after.archive is not None and after.quality is None:
            QTimer.singleShot(0, self, self.session.judge_quality)
        _say(self.scope, _scope(after))
        self.checks.rows.show_rows(self._rows(after), asked_check(after.filter))
        asked = asked_check(after.filter)
        if asked and (before is None or asked != asked_check(before.filter)):
            self._check = asked
        self._show_found(after)
        self.events.show_snapshot(before, after)

    # -- what is shown

    def _rows(self, now: Snapshot) -> tuple[CheckRow, ...]:
        if now.quality is None:
            return ()
        rows: list[tuple[Check, int, float]] = []
        total, passing = max(len(now.table), 1), self.session.weak_passing(now.quality)
        for weak in now.quality.by_part():
            n = passing[weak.check.id]
            rows.append((weak.check, n, n / total))
        rows += [(weak.check, weak.n, 0.0) for weak in all_records(now)]
        shown: list[CheckRow] = []
        part = ""
        for check, n, share in rows:
            if check.part != part:
                part = check.part
                shown.append(CheckRow(tr(part)))
            shown.append(CheckRow(tr(check.title), check, n, share))
        return tuple(shown)

    def _row(self) -> CheckRow | None:
        rows = self.checks.rows.rows
        return next((row for row in rows if row.check and row.check.id == self._check), None)

    def _show_found(self, now: Snapshot) -> None:
        row = self._row()
        if row is None or row.check is None:
            _say(self.title, tr("What is weak, and where"))
            _say(self.meaning, tr(_INTRODUCTION) if now.archive else "")
            self.stack.setCurrentWidget(self.nothing)
            return
        _say(self.title, _heading(row, now))
        _say(self.meaning, tr(row.check.meaning))
        page: QWidget = self.nothing
        if row.check.id == DOUBLES:
            page = self.pairs
        elif not row.check.phrase:
            page = self.found
        elif row.check.id == asked_check(now.filter):
            page = self.events
        if page in (self.pairs, self.found):
            self._list(now, row.check)
        self.stack.setCurrentWidget(page)

    def _list(self, now: Snapshot, check: Check) -> None:
        """Fills the table of records or pairs, unless it holds just these."""
        if self._listed == (check.id, now.quality) and check.id != "damaged-rows":
            return
        self._listed = (check.id, now.quality)
        if check.id == DOUBLES and now.quality is not None:
            pairs = double_words(self.session, now.quality)
            said = ((_named(one), _named(other), why) for one, other, why in pairs)
            self.pairs.texts.show_rows(tuple(said))
            self.pairs.say_when_empty(tr("No pair looks like one event."))
            return
        weak = next((weak for weak in all_records(now) if weak.check.id == check.id), None)
        events = {kind: _counts(now.table, column) for kind, column in _COLUMNS.items()}
        claims = {"actor": _counts(now.claims.said, SPEAKER)}
        told = {
            one: (events.get(one.kind, {}).get(one.id), claims.get(one.kind, {}).get(one.id))
            for one in (weak.findings if weak else ())
        }
        self._findings = tuple(sorted(told, key=lambda one: [-(n or 0) for n in told[one]]))
        self.found.texts.show_rows(
            tuple(
                (one.words, *(grouped(n) if n is not None else "" for n in told[one]))
                for one in self._findings
            )
        )
        self.found.say_when_empty(tr("Nothing was found."))

    # -- what the reader does

    def _tell(self, check: str) -> None:
        """The keyboard came to a check: what it is about; nothing is narrowed yet."""
        self._check = check
        self._show_found(self.session.snapshot)

    def _choose(self, check: str) -> None:
        self._check = check
        now = self.session.snapshot
        row = self._row()
        if row is None or row.check is None:
            return
        if not row.check.phrase or asked_check(now.filter) == check:
            self.session.clear_clause(QUALITY)
        else:
            self.session.narrow(check)
        self._show_found(self.session.snapshot)

    def _jump_to_pair(self) -> None:
        chosen = self.pairs.selectionModel().selectedRows()
        quality = self.session.snapshot.quality
        if chosen and quality is not None and quality.doubles:
            pair = quality.doubles[chosen[0].row()]
            self.session.select((pair.one, pair.other))

    def _jump_to_finding(self) -> None:
        chosen = self.found.selectionModel().selectedRows()
        if not chosen:
            return
        found = self._findings[chosen[0].row()]
        now = self.session.snapshot
        if found.kind in _COLUMNS and found.id in _counts(now.table, _COLUMNS[found.kind]):
            self.session.set_terms(_COLUMNS[found.kind], [found.id])
        elif found.kind == "actor":
            self.session.select_claim(_first_claim(now, found.id))
        elif found.kind == "claim" and (claim := self.session.claim_named(found.id)):
            self.session.select_claim(claim.key)

    # -- how it looks

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._left.setFixedWidth(min(fonts.scaled(LIST_WIDE), int(self.width() * LIST_PART)))
        # Where the dock is low the rows come first: the meaning is their tooltip too.
        self.meaning.setVisible(self.height() >= fonts.scaled(ROOM_FOR_MEANING))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.current().canvas))
        painter.end()


_INTRODUCTION = mark(
    "Click a row, or press Enter on it, to see exactly those events in the list and the timeline; "
    "once more, or Clear all, shows everything again. Counts are of events, not of records, under "
    "what is asked for now."
)


def _heading(row: CheckRow, now: Snapshot) -> str:
    said = tr("{title}: {n}", title=row.words, n=grouped(row.n))
    pairs = now.quality.doubles if now.quality else None
    if row.check is None or row.check.id != DOUBLES or not pairs:
        return said
    count = trn("{n} pair", "{n} pairs", len(pairs))
    return tr("{title} events, {pairs}", title=said, pairs=count)


def _say(label: QLabel, text: str) -> None:
    label.setText(text)
    label.setAccessibleName(text)


def _scope(now: Snapshot) -> str:
    if now.archive is not None and now.quality is None:
        return tr("The archive is being looked at.")
    return scope_words(now)


def _named(row: EventRow) -> str:
    return tr("{date}: {title}", date=date_words(row.edtf, short=True), title=row.title)


def _first_claim(now: Snapshot, speaker: str) -> int | None:
    """The key of the first claim that an actor made, if there is one."""
    codes = now.claims.said.terms.get(SPEAKER)
    if codes is None:
        return None
    rows = np.flatnonzero(codes.holding({speaker}))
    return int(now.claims.key[rows[0]]) if len(rows) else None


def _counts(table: EventTable, column: str) -> dict[str, int]:
    """How many rows have each term of a column; those that none has are left out."""
    codes = table.terms.get(column)
    if codes is None:
        return {}
    counts = table.count_by(column).tolist()
    return {term.id: n for term, n in zip(codes.terms, counts, strict=True) if n}

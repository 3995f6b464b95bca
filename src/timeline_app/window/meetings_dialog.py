"""Who met whom among what is shown, beside the window and in step with it."""

import numpy as np
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from timeline_app.analysis.meetings import Met, met, rows_of_pair
from timeline_app.look import fonts
from timeline_app.panes.met_circle import MetCircle
from timeline_app.panes.put_away import while_it_is
from timeline_app.panes.text import CAPTION, words
from timeline_app.panes.text_table import TextTable
from timeline_app.session.browsing import MOST_SELECTED
from timeline_app.session.sentence import said
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot
from timeline_app.words.tr import grouped, mark, tr, trn

HEADINGS = (
    ("one", mark("State")),
    ("other", mark("Met")),
    ("#alone", mark("Alone")),
    ("#company", mark("In company")),
)


class MeetingsDialog(QDialog):
    """A row that is chosen selects the meetings of its pair everywhere."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Who met whom"))
        self._session = session
        self._asked: Snapshot | None = None
        self._told: tuple[Snapshot, Met] | None = None
        self.about, self.how = words(""), words(_how(), CAPTION)
        self.circle = MetCircle()
        self.table = TextTable(HEADINGS, tr("Pairs that met"), (1, 1, 1, 1))
        self.table.selectionModel().currentRowChanged.connect(self._choose)
        row = QHBoxLayout()
        row.addWidget(self.circle, 1)
        row.addWidget(self.table, 1)
        column = QVBoxLayout(self)
        column.addWidget(self.about)
        column.addLayout(row, 1)
        column.addWidget(self.how)
        self.resize(fonts.scaled(860), fonts.scaled(500))
        deaf = session.listen(lambda _, after: self._show(after))
        self.finished.connect(deaf)
        self._show(session.snapshot)

    @property
    def met(self) -> Met | None:
        """What is shown."""
        return self._told[1] if self._told else None

    def _show(self, now: Snapshot) -> None:
        """Counts anew where something else passes."""
        asked = self._asked
        if asked is not None and (asked.table, asked.passing) == (now.table, now.passing):
            return
        self._asked = now
        if not {"state", "kind"} <= now.table.terms.keys():
            self.about.setText(tr("Nothing is shown."))
            return

        def job() -> Met | None:
            # a brush asks with each move; what is asked no longer costs the worker nothing
            return met(now.table, now.passing.mask) if self._asked is now else None

        self._session.aside(job, while_it_is(self, lambda made: self._take(now, made)))

    def _take(self, now: Snapshot, made: Met | None) -> None:
        if made is None or self._asked is not now:
            return
        self._told = now, made
        known = now.table.terms["state"].terms
        shown = tuple(tr(known.label(state)) for state in made.states)
        self.circle.show_met(made, shown)
        rows = tuple(
            (shown[i], shown[j], grouped(int(made.alone[i, j])), grouped(int(made.company[i, j])))
            for i, j in made.pairs()
        )
        self.table.texts.show_rows(rows)
        text = trn("{n} meeting.", "{n} meetings.", made.events)
        text = tr("{meetings} {shown}", meetings=text, shown=said(self._session.sentence()))
        self.about.setText(text)
        self.about.setAccessibleName(text)
        pairs = "; ".join(tr("{a} and {b}: {n}", a=a, b=b, n=n) for a, b, n, _ in rows[:10])
        self.circle.setAccessibleDescription(pairs)

    def _choose(self) -> None:
        row = self.table.currentIndex().row()
        if self._told is None or row < 0:
            return
        now, made = self._told
        pair = made.pairs()[row]
        self.circle.mark(pair)
        one, other = (made.states[n] for n in pair)
        rows = rows_of_pair(now.table, now.passing.mask, one, other)[:MOST_SELECTED]
        self._session.select(np.asarray(now.table.occurrence[rows]).tolist())


def _how() -> str:
    return tr(
        "Thick: meetings of these two alone; dotted: only in the company of others. The figure "
        "beside a name is how many meetings name it. Counted are visits, summits, talks and other "
        "meetings; the fourteen states that most of them name are drawn."
    )

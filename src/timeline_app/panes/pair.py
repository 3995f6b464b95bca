"""The pane Two actors: their events on one lane, how often and which visits, and the silences."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from timeline_app.panes.behind_list import BehindModel
from timeline_app.panes.choice_box import Choice, ChoiceBox
from timeline_app.panes.event_table_view import EventTableView
from timeline_app.panes.pair_lane import PairLane
from timeline_app.panes.pane import Pane
from timeline_app.panes.put_away import while_it_is
from timeline_app.panes.text import words
from timeline_app.session.pair_words import told_words
from timeline_app.session.pairing import Paired, Pairing, actors_by_events
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot
from timeline_app.words.tr import grouped, tr


class PairPane(Pane):
    """At the left what is said of the two, at the right their events; the lane lies above both."""

    chart = True

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setAccessibleName(tr("Two actors"))
        self.pairing = Pairing(session.aside, while_it_is(self, self._made))
        self.picked = ["", ""]
        self.boxes = ChoiceBox(tr("One actor")), ChoiceBox(tr("The other actor"))
        for place, box in enumerate(self.boxes):
            box.chosen.connect(partial(self._pick, place))
        self.lane = PairLane()
        self.lane.chosen.connect(lambda occurrence: session.select((occurrence,)))
        self.said = words("")
        self.model = BehindModel(session)
        self.view = EventTableView(session, self.model)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._select())
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 6, 12, 4)
        head.setSpacing(8)
        head.addWidget(self.boxes[0], 1)
        head.addWidget(QLabel(tr("and")))
        head.addWidget(self.boxes[1], 1)
        told = QWidget()
        paragraph = QVBoxLayout(told)
        paragraph.setContentsMargins(12, 6, 12, 6)
        paragraph.addWidget(self.said)
        paragraph.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(told)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(tr("What is told of both"))
        scroll.viewport().setAutoFillBackground(False)
        told.setAutoFillBackground(False)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(scroll)
        split.addWidget(self.view)
        split.setSizes([400, 600])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.lane)
        column.addWidget(split, 1)

    # -- what is shown

    def refresh(self, before: Snapshot | None, after: Snapshot) -> None:
        if before is None or before.table is not after.table:
            self._offer(after)
        self._ask()

    def _offer(self, now: Snapshot) -> None:
        """The actors of this table; who was picked stays, or else the two with the most events."""
        actors = actors_by_events(now)
        choices = [
            Choice(term.id, tr("{name} ({n})", name=tr(term.label), n=grouped(n)))
            for term, n in actors
        ]
        there = [term.id for term, _ in actors]
        for place, box in enumerate(self.boxes):
            if self.picked[place] not in there:
                left = [id for id in there if id not in self.picked]
                self.picked[place] = left[0] if left else ""
            box.show_choices(choices, self.picked[place] or None)

    def _pick(self, place: int, actor: object) -> None:
        self.picked[place] = str(actor or "")
        self._ask()

    def _ask(self) -> None:
        if self._shown is not None:
            self.pairing.ask(self._shown, *self.picked)

    @property
    def paired(self) -> Paired | None:
        """What is shown."""
        return self.pairing.paired

    def _made(self) -> None:
        made, now = self.paired, self._shown
        self.lane.show_pair(made)
        if made is None or now is None:
            said = tr("Pick two different actors.")
            self.view.say_when_empty(said)
        else:
            said = told_words(made.found)
            self.view.say_when_empty(tr("No event names both."))
        self.said.setText(said)
        self.said.setAccessibleName(said)
        if now is not None:
            rows = made.found.rows if made is not None else now.table.key[:0]
            self.model.show_rows(rows, now)

    def _select(self) -> None:
        """The event that was chosen here is selected everywhere."""
        now, chosen = self.session.snapshot, self.view.selectionModel().selectedRows()
        if chosen and self.paired is not None and now.table is self.paired.table:
            rows = self.model.counted[[index.row() for index in chosen]]
            self.session.select(now.table.occurrence[rows].tolist())

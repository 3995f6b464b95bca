"""What stands in the detail pane while nothing is selected: the edition, and where to begin."""

from collections.abc import Callable
from functools import partial

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from timeline_app.model.records import Edition
from timeline_app.panes.date_words import date_words
from timeline_app.panes.questions import Question, questions_for
from timeline_app.panes.text import Section, hair_line, short_words, words
from timeline_app.panes.two_lines import TwoLines
from timeline_app.session.snapshot import Snapshot
from timeline_app.words.tr import grouped, tr, trn

Ask = Callable[[Question], None]


class EditionCard(QWidget):
    """Title, summary, four questions, the article, what stands behind it and where it leans."""

    def __init__(self, snapshot: Snapshot, ask: Ask, walk: Callable[[], None]) -> None:
        super().__init__()
        self.walk: TwoLines | None = None
        self.methods: TwoLines | None = None
        self.questions: list[TwoLines] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if snapshot.archive is None:
            column.addWidget(words(tr("No archive is open."), "remark"))
            return
        edition = snapshot.archive.edition
        if edition.version:
            column.addWidget(words(_edition_words(edition), "date"))
        column.addWidget(words(edition.title, "title"))
        if edition.summary:
            column.addWidget(words(edition.summary, "second"))
        self._add_questions(column, snapshot, ask)
        self._add_walk(column, snapshot, walk)
        column.addWidget(_behind(snapshot, edition))
        leaning = _leaning(snapshot)
        leaning.content.addSpacing(4)
        leaning.content.addWidget(hair_line())
        below = tr("sources, layers, coverage, how things are counted")
        self.methods = TwoLines(tr("How this archive was made"), below)
        leaning.content.addWidget(self.methods)
        column.addWidget(leaning)

    def _add_questions(self, column: QVBoxLayout, snapshot: Snapshot, ask: Ask) -> None:
        offered = questions_for(snapshot.table)
        if not offered:
            return
        section = Section(tr("Start from a question"))
        section.content.setSpacing(0)
        for question, events in offered:
            if self.questions:
                section.content.addWidget(hair_line())
            found = trn("{n} event", "{n} events", events)
            below = tr("{period} · {events}", period=tr(question.words), events=found)
            button = TwoLines(tr(question.title), below)
            button.clicked.connect(partial(ask, question))
            section.content.addWidget(button)
            self.questions.append(button)
        column.addWidget(section)

    def _add_walk(self, column: QVBoxLayout, snapshot: Snapshot, walk: Callable[[], None]) -> None:
        """The way through the article that the archive began with, where it has one."""
        n = len(snapshot.article)
        if not n:
            return
        section = Section(tr("Or from the article"))
        section.content.setSpacing(0)
        below = trn("{n} record in its order", "{n} records in its order", n)
        self.walk = TwoLines(tr("Walk through the article"), below)
        self.walk.clicked.connect(walk)
        section.content.addWidget(self.walk)
        column.addWidget(section)


def _edition_words(edition: Edition) -> str:
    return tr("Edition of {day}", day=date_words(edition.version))


def _behind(snapshot: Snapshot, edition: Edition) -> Section:
    section = Section(tr("What stands behind it"), tr("records"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(3)
    grid.setColumnStretch(1, 1)
    for row, (n, what) in enumerate(_holdings(snapshot, edition)):
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        grid.addWidget(short_words(grouped(n), "strong"), row, 0, right)
        grid.addWidget(words(what, "small"), row, 1)
    section.content.addLayout(grid)
    return section


def _holdings(snapshot: Snapshot, edition: Edition) -> list[tuple[int, str]]:
    """Numbers and what they count: the layers that are on, claims, and what is switched off."""
    on = snapshot.archive.layers_on if snapshot.archive else frozenset()
    shown = [(layer.events, layer.title) for layer in edition.layers if layer.id in on]
    named = (
        ("claims", tr("claims with a speaker")),
        ("sources", tr("sources, and what was read")),
    )
    shown += [(edition.counts[key], what) for key, what in named if edition.counts.get(key)]
    off = [layer for layer in edition.layers if layer.id not in on]
    if off:
        events = sum(layer.events for layer in off)
        layers = trn("{n} layer that is off", "{n} layers that are off", len(off))
        shown.append((events, tr("records in {layers}", layers=layers)))
    return shown


def _leaning(snapshot: Snapshot) -> Section:
    section = Section(tr("Where it leans"))
    section.content.addWidget(words(" ".join(_leanings(snapshot)), "second"))
    return section


def _leanings(snapshot: Snapshot) -> list[str]:
    """Sentences that hold for this table, counted from it."""
    table = snapshot.table
    n = len(table)
    if n == 0:
        return [tr("No event is shown: no layer is switched on.")]
    said = []
    evidence = table.terms.get("evidence")
    one = evidence.terms.codes("one") if evidence else ()
    if evidence is not None and one:
        single = int(table.orders.totals["evidence"][one[0]])
        share = f"{single / n:.0%}"
        said.append(tr("{share} of the events rest on one publisher.", share=share))
    publishers = table.terms.get("source")
    if publishers is not None and len(publishers.codes):
        totals = table.orders.totals["source"]
        most = int(np.argmax(totals))
        name, behind = publishers.terms.labels[most], int(totals[most])
        said.append(
            trn(
                "The publisher met most often is {name}, behind {n} event.",
                "The publisher met most often is {name}, behind {n} events.",
                behind,
                name=name,
            )
        )
    unsure = n - table.orders.day_sure
    share = f"{unsure / n:.0%}"
    said.append(tr("{share} are dated less surely than to the day.", share=share))
    said.append(tr("Counts follow what was published and read, not the weight of relations."))
    return said

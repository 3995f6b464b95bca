"""One treaty whole, in words: its parties, its steps in order, what each rests on."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from timeline_app.model.columns import VECTORS
from timeline_app.model.instrument import STEP_WORDS, Instrument, Party, Step
from timeline_app.model.records import Source
from timeline_app.panes.chips import Chip, GlyphMark, flowing
from timeline_app.panes.date_words import date_words
from timeline_app.panes.detail_sources import SourceEntry
from timeline_app.panes.published import Published
from timeline_app.panes.text import OneLine, Section, as_tooltip, short_words, words
from timeline_app.words.tr import tr, trn

ShowEvent = Callable[[str], None]
"""What selects the event with this id."""


def instrument_parts(whole: Instrument, show_event: ShowEvent) -> list[QWidget]:
    """The parts of the detail pane, from above."""
    numbers = _numbered(whole)
    return [
        InstrumentHead(whole),
        _parties(whole),
        _steps(whole, numbers, show_event),
        _sources(numbers),
        _record(whole),
    ]


class InstrumentHead(QWidget):
    """From the first step found to the last, and the name."""

    def __init__(self, whole: Instrument) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(OneLine(_days(whole), "date"))
        column.addWidget(words(whole.name, "title"))
        if whole.vectors:
            marks = [GlyphMark(VECTORS.index(vector), tr(vector)) for vector in whole.vectors]
            named = ", ".join(tr(vector) for vector in whole.vectors)
            column.addWidget(flowing([*marks, short_words(named, "caption")]))


class StepEntry(Published):
    """A step: its day and what was done, by whom, on which sources, and the way to its event; faint
    where nothing that tells of it had been published on the day that is chosen."""

    def __init__(self, step: Step, sources: list[int], show_event: ShowEvent) -> None:
        super().__init__(step.known_from)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(1)
        what = tr(STEP_WORDS.get(step.step, step.step))
        if step.party:
            what = tr("{step}: {parties}", step=what, parties=step.party)
        self._head = QHBoxLayout()
        self._head.addWidget(words(what, "strong"), 1)
        column.addLayout(self._head)
        numbers = ", ".join(map(str, sources))
        resting = trn("source {numbers}", "sources {numbers}", len(sources), numbers=numbers)
        said = (date_words(step.edtf), resting if sources else tr("source not recorded"))
        column.addWidget(words(" · ".join(said), "caption"))
        column.addWidget(self.standing)
        self.go: QPushButton | None = None
        if step.event:
            self.go = QPushButton(tr("Show the event"))
            self.go.setProperty("look", "plain")
            self.go.setAccessibleName(tr("Show the event: {title}", title=step.event_title))
            self.go.setToolTip(as_tooltip(step.event_title))
            self.go.clicked.connect(partial(show_event, step.event))
            self._head.addWidget(self.go, 0, Qt.AlignmentFlag.AlignTop)


def _days(whole: Instrument) -> str:
    first = date_words(whole.steps[0].edtf, short=True) if whole.steps else ""
    last = date_words(whole.steps[-1].edtf, short=True) if whole.steps else ""
    steps = trn("{n} step", "{n} steps", len(whole.steps))
    if first == last:
        return tr("{steps}, {first}", steps=steps, first=first)
    return tr("{steps}, {first} to {last}", steps=steps, first=first, last=last)


def _parties(whole: Instrument) -> Section:
    section = Section(tr("Parties"), trn("{n} party", "{n} parties", len(whole.parties)))
    if whole.parties:
        section.content.addWidget(flowing([_party(party) for party in whole.parties]))
    else:
        section.content.addWidget(words(tr("No party is recorded."), "caption"))
    return section


def _party(party: Party) -> Chip:
    return Chip(party.name, VECTORS.index(party.name) if party.name in VECTORS else -1)


def _steps(whole: Instrument, numbers: dict[Source, int], show_event: ShowEvent) -> Section:
    section = Section(tr("Steps"))
    for step in whole.steps:
        cited = [numbers[source] for source in step.sources]
        section.content.addWidget(StepEntry(step, cited, show_event))
    missing = tr(
        "A step that is missing here was not found, which does not say that it did not happen. "
        "A step without a party was taken by all; “signed” by a party also stands for one that "
        "joined later."
    )
    section.content.addWidget(words(missing, "caption"))
    return section


def _numbered(whole: Instrument) -> dict[Source, int]:
    """Every source that a step cites, once, in their order."""
    found: dict[Source, int] = {}
    for step in whole.steps:
        for source in step.sources:
            found.setdefault(source, len(found) + 1)
    return found


def _sources(numbers: dict[Source, int]) -> Section:
    section = Section(tr("Sources"), trn("{n} source", "{n} sources", len(numbers)))
    for source, number in numbers.items():
        section.content.addWidget(SourceEntry(number, source))
    return section


def _record(whole: Instrument) -> Section:
    section = Section(tr("About this record"))
    section.content.addWidget(words(tr("Record: {id}", id=whole.id), "caption"))
    return section

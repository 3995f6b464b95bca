"""One event whole, in words: when, what, who and where, how surely, and how it was coded."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from timeline_app.model.columns import VECTORS
from timeline_app.model.records import Event, Layer, Participant, Place
from timeline_app.panes.chips import Chip, GlyphMark, flowing
from timeline_app.panes.date_words import date_words, written_words
from timeline_app.panes.detail_disagreement import disputes, otherwise_section, when_section
from timeline_app.panes.passage_words import passage_words
from timeline_app.panes.text import OneLine, Section, as_tooltip, short_words, words
from timeline_app.words.tr import grouped, tr

ORIGINS = {
    "coded": "coded by hand",
    "actors": "from who took part",
    "derived": "from who took part",
}


class EventHead(QWidget):
    """Date in words, its EDTF, title and summary."""

    def __init__(self, event: Event) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        badge = short_words(event.edtf, "badge")
        badge.setAccessibleName(tr("Date in EDTF: {edtf}", edtf=event.edtf))
        date = OneLine(date_words(event.edtf), "date")
        doubts = [short_words(said, "doubt") for said in disputes(event)]
        column.addWidget(flowing([date, *doubts, badge]))
        record = f"event:{event.id}"
        column.addWidget(passage_words(event.title, record, "title", "title"))
        if event.summary:
            column.addWidget(passage_words(event.summary, record, "summary", "second"))
        if event.as_written and event.as_written != event.edtf:
            as_written = written_words(event.as_written, event.calendar)
            written = tr("Date as written: {text}", text=as_written)
            column.addWidget(words(written, "caption"))


def event_sections(event: Event, kind: str, derived: Sequence[str] = ()) -> list[Section]:
    """The parts between the head and the sources; those without content are left out. `derived`
    are the vectors that follow from its actors."""
    told = (when_section(event), _who_and_where(event, kind, derived), otherwise_section(event))
    sections = [section for section in told if section is not None]
    if event.outcome:
        outcome = Section(tr("Outcome"))
        outcome.content.addWidget(passage_words(event.outcome, f"event:{event.id}", "outcome"))
        sections.append(outcome)
    return sections


def record_section(event: Event, layer: Layer | None) -> Section:
    """How the record was made and how much it can carry."""
    section = Section(tr("About this record"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(3)
    grid.setColumnStretch(1, 1)
    verified = tr("verified: the cited entry was read") if event.verified else tr("not verified")
    facts = [
        (tr("Confidence"), verified),
        (tr("Rests on"), tr(event.basis) if event.basis else tr("not recorded")),
        (tr("Publishers"), grouped(event.independent_publishers)),
        (tr("Importance"), str(event.importance)),
        (tr("Layer"), layer.title if layer else event.layer),
        (tr("Record"), event.id),
    ]
    if event.note:
        facts.append((tr("Remark"), event.note))
    if event.others:
        facts.append((tr("Also told by"), ", ".join(event.others)))
    for row, (name, value) in enumerate(facts):
        grid.addWidget(short_words(name, "caption"), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(words(value, "small"), row, 1)
    section.content.addLayout(grid)
    return section


def _who_and_where(event: Event, kind: str, derived: Sequence[str]) -> Section:
    section = Section(tr("Who and where"), kind)
    if event.participants:
        section.content.addWidget(flowing([_participant(p) for p in event.participants]))
    places = ", ".join(map(place_words, event.places))
    section.content.addWidget(
        words(
            tr("In {places}", places=places) if places else tr("No place is recorded."), "caption"
        )
    )
    if event.vectors:
        section.content.addWidget(_vectors(event))
    if tuple(derived) != tuple(event.vectors):
        named = ", ".join(tr(vector) for vector in derived)
        said = tr("By its actors at its day: {vectors}", vectors=named or tr("none"))
        section.content.addWidget(words(said, "caption"))
    return section


def _participant(actor: Participant) -> Chip:
    """By the name of that day; how it is called now, and in the record, follows the pointer."""
    vector = VECTORS.index(actor.name) if actor.name in VECTORS else -1
    chip = Chip(actor.of_day or actor.name, vector, tr(actor.role) if actor.role else "")
    others = other_names(actor)
    if others:
        chip.setToolTip(as_tooltip(others))
        chip.setAccessibleDescription(others)
    return chip


def place_words(place: Place) -> str:
    """The name of that day first; how it is called now, and in the record, in brackets."""
    others, shown = other_names(place), place.of_day or place.name
    return tr("{name} ({others})", name=shown, others=others) if others else shown


def other_names(of: Participant | Place) -> str:
    """What else it is called: today, and in the record; empty where there is one name only."""
    shown = of.of_day or of.name
    said = []
    if of.today and of.today != shown and shown != of.name:
        said.append(tr("today {name}", name=of.today))
    if of.name not in (shown, of.today):
        said.append(tr("in the record {name}", name=of.name))
    return ", ".join(said)


def _vectors(event: Event) -> QWidget:
    """The vectors the event stands in, each with where that is from."""
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 2, 0, 0)
    grid.setHorizontalSpacing(6)
    grid.setVerticalSpacing(2)
    grid.setColumnStretch(1, 1)
    for row, vector in enumerate(event.vectors):
        index = VECTORS.index(vector) if vector in VECTORS else -1
        origin = event.vector_origins[row] if row < len(event.vector_origins) else ""
        said = f"{tr(vector)}, {tr(ORIGINS.get(origin, origin))}" if origin else tr(vector)
        grid.addWidget(GlyphMark(index, tr(vector)), row, 0)
        grid.addWidget(words(said, "caption"), row, 1)
    return holder

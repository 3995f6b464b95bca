"""One event whole, in words: when, what, who and where, how surely, and how it was coded."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from timeline_app.model.columns import VECTORS
from timeline_app.model.records import Assertion, Event, Layer, Participant
from timeline_app.panes.chips import Chip, GlyphMark, flowing
from timeline_app.panes.date_words import date_words
from timeline_app.panes.text import OneLine, Section, short_words, words
from timeline_app.words.tr import grouped, mark, tr

DATED = ("date", "start", "end", "edtf")
"""The fields of an assertion that say when."""

FIELDS = {
    "place": mark("Place"),
    "title": mark("Title"),
    "summary": mark("Summary"),
    "value": mark("Value"),
    "wording": mark("Wording"),
}
"""Other fields on which sources differ, in words; any other stands as the archive names it."""

NOT_RECORDED = "not recorded"

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
        column.addWidget(flowing([OneLine(date_words(event.edtf), "date"), badge]))
        if _disputed(event):
            column.addWidget(words(tr("The sources differ on the date."), "doubt"))
        column.addWidget(words(event.title, "title"))
        if event.summary:
            column.addWidget(words(event.summary, "second"))
        if event.as_written and event.as_written != event.edtf:
            written = tr("Date as written: {text}", text=event.as_written)
            column.addWidget(words(written, "caption"))


def event_sections(event: Event, kind: str) -> list[Section]:
    """The parts between the head and the sources; those without content are left out."""
    sections = [_when(event)] if _disputed(event) else []
    sections.append(_who_and_where(event, kind))
    others = [a for a in event.assertions if a.field not in DATED]
    if others:
        sections.append(_told_otherwise(others))
    if event.outcome:
        outcome = Section(tr("Outcome"))
        outcome.content.addWidget(words(event.outcome))
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


def _when(event: Event) -> Section:
    section = Section(tr("When"))
    for said in (a for a in event.assertions if a.field in DATED):
        section.content.addWidget(_assertion(said, date_words(said.value)))
    return section


def _told_otherwise(assertions: list[Assertion]) -> Section:
    section = Section(tr("Sources differ"))
    for said in assertions:
        value = tr(
            "{field}: {value}", field=tr(FIELDS.get(said.field, said.field)), value=said.value
        )
        section.content.addWidget(_assertion(said, value))
    return section


def _assertion(said: Assertion, value: str) -> QWidget:
    """What one source says, which source that is, and why the value is preferred or is not."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 2, 0, 2)
    column.setSpacing(0)
    shown = tr("{value} (preferred)", value=value) if said.preferred else value
    column.addWidget(words(shown, "strong" if said.preferred else "small"))
    named = said.source not in ("", NOT_RECORDED)
    source = tr("Source: {source}", source=said.source) if named else tr("Source not recorded")
    for line in filter(None, (source, said.reason)):
        column.addWidget(words(line, "caption"))
    return holder


def _who_and_where(event: Event, kind: str) -> Section:
    section = Section(tr("Who and where"), kind)
    if event.participants:
        section.content.addWidget(flowing([_participant(p) for p in event.participants]))
    places = ", ".join(place.name for place in event.places)
    section.content.addWidget(
        words(
            tr("In {places}", places=places) if places else tr("No place is recorded."), "caption"
        )
    )
    if event.vectors:
        section.content.addWidget(_vectors(event))
    return section


def _participant(actor: Participant) -> Chip:
    vector = VECTORS.index(actor.name) if actor.name in VECTORS else -1
    return Chip(actor.name, vector, tr(actor.role) if actor.role else "")


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


def _disputed(event: Event) -> bool:
    values = {a.value for a in event.assertions if a.field in DATED}
    return len(values) > 1

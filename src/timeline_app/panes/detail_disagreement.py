"""Where sources disagree: each side with whose word it is, the preferred one first."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from timeline_app.model.disagreement import (
    DATED,
    PLACED,
    disputed_fields,
    is_disputed,
    sides,
    source_named,
)
from timeline_app.model.records import Assertion, Event
from timeline_app.panes.date_words import date_words
from timeline_app.panes.published import Published
from timeline_app.panes.text import Section, words
from timeline_app.words.tr import mark, tr

FIELDS = {
    "start": mark("Beginning"),
    "end": mark("End"),
    "place": mark("Place"),
    "title": mark("Title"),
    "summary": mark("Summary"),
    "value": mark("Value"),
    "wording": mark("Wording"),
}
"""Fields on which sources differ, in words; any other stands as the archive names it."""


def disputes(event: Event) -> list[str]:
    """What the head says beside the date of what is told in more than one way."""
    said = []
    if is_disputed(event, DATED):
        said.append(tr("date disputed"))
    if is_disputed(event, PLACED):
        said.append(tr("place disputed"))
    if not said and disputed_fields(event):
        said.append(tr("sources disagree"))
    return said


def when_section(event: Event) -> Section | None:
    """Every date that is asserted; None where the sources agree."""
    fields = [field for field in disputed_fields(event) if field in DATED]
    if not fields:
        return None
    section = Section(tr("When"))
    for field in fields:
        for said in sides(event, field):
            when = date_words(said.value)
            shown = _of_field(field, when) if len(fields) > 1 else when
            section.content.addWidget(_side(said, shown))
    return section


def otherwise_section(event: Event) -> Section | None:
    """What else is told in more than one way; None where nothing is."""
    fields = [field for field in disputed_fields(event) if field not in DATED]
    if not fields:
        return None
    section = Section(tr("Sources differ"))
    for field in fields:
        for said in sides(event, field):
            section.content.addWidget(_side(said, _of_field(field, said.value)))
    return section


def _of_field(field: str, value: str) -> str:
    return tr("{field}: {value}", field=tr(FIELDS.get(field, field)), value=value)


def _side(said: Assertion, value: str) -> QWidget:
    """What one source says, which source that is, and why the value is preferred or is not."""
    holder = Published(said.known_from)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 2, 0, 4)
    column.setSpacing(0)
    shown = tr("{value} (preferred)", value=value) if said.preferred else value
    column.addWidget(words(shown, "strong" if said.preferred else "small"))
    for line in filter(None, (_source(said), said.reason)):
        column.addWidget(words(line, "caption"))
    column.addWidget(holder.standing)
    return holder


def _source(said: Assertion) -> str:
    if not source_named(said):
        return tr("Source not recorded")
    if said.publisher and said.publisher != said.source:
        named = {"publisher": said.publisher, "title": said.source}
        return tr("Source: {publisher}, {title}", **named)
    return tr("Source: {source}", source=said.source)

"""An event of the reader's own, whole: clearly not one of the archive's."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from timeline_app.model.annotation import Written, texts_of
from timeline_app.model.columns import VECTORS
from timeline_app.panes.chips import Chip, flowing
from timeline_app.panes.date_words import date_words, written_words
from timeline_app.panes.text import OneLine, Section, short_words, words
from timeline_app.session.own_events import date_of, written_in
from timeline_app.words.tr import tr


class OwnEventHead(QWidget):
    """Its date, title and words, under a plain word that it is the reader's own."""

    def __init__(self, one: Written, edit: Callable[[], None], remove: Callable[[], None]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        edtf = date_of(one)
        badge = short_words(edtf, "badge")
        badge.setAccessibleName(tr("Date in EDTF: {edtf}", edtf=edtf))
        own = short_words(tr("My own event"), "own")
        column.addWidget(flowing([OneLine(date_words(edtf), "date"), badge, own]))
        column.addWidget(words(one.said("title"), "title"))
        as_written, calendar = written_in(one)
        if as_written:
            said = tr("Date as written: {text}", text=written_words(as_written, calendar))
            column.addWidget(words(said, "caption"))
        if one.text:
            column.addWidget(words(one.text, "second"))
        column.addWidget(
            words(tr("It stands in your notebook and in no count of the archive."), "caption")
        )
        row = QHBoxLayout()
        row.addStretch(1)
        for text, name, act in (
            (tr("Edit"), tr("Edit this event"), edit),
            (tr("Remove"), tr("Remove this event"), remove),
        ):
            button = QPushButton(text)
            button.setAccessibleName(name)
            button.setProperty("look", "plain")
            button.clicked.connect(act)
            row.addWidget(button)
        column.addLayout(row)


def own_sections(one: Written) -> list[Section]:
    """Who, where and from what; what is empty is left out."""
    who = Section(tr("Who and where"), one.said("kind"))
    chips = [Chip(name) for name in texts_of(one.state, "actors")]
    vectors = [name for name in texts_of(one.state, "vectors") if name in VECTORS]
    chips += [Chip(tr(name), VECTORS.index(name)) for name in vectors]
    if chips:
        who.content.addWidget(flowing(list(chips)))
    places = ", ".join(texts_of(one.state, "places"))
    said = tr("In {places}", places=places) if places else tr("No place is recorded.")
    who.content.addWidget(words(said, "caption"))
    sources = Section(tr("Sources"))
    for source in texts_of(one.state, "sources") or (tr("No source is recorded."),):
        sources.content.addWidget(words(source))
    tags = ", ".join(texts_of(one.state, "tags"))
    if tags:
        sources.content.addWidget(words(tr("Tags: {tags}", tags=tags), "caption"))
    return [who, sources]

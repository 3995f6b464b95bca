"""The sources of a record: what was actually read of each, and where it lies."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeyEvent, QTextOption
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
)

from timeline_app.look import fonts
from timeline_app.model.records import Event, Source
from timeline_app.model.source_address import web_address, written_address
from timeline_app.panes.date_words import date_words
from timeline_app.panes.published import Published
from timeline_app.panes.text import OneLine, Section, short_words, words
from timeline_app.words.tr import tr, trn

NUMBER = 18


class SourcesSection(Section):
    """All sources of one record, numbered; `standing` says how much they can carry."""

    def __init__(self, sources: Sequence[Source], standing: str) -> None:
        super().__init__(tr("Sources"), standing)
        self.entries = [SourceEntry(n, s) for n, s in enumerate(sources, start=1)]
        for entry in self.entries:
            self.content.addWidget(entry)
        if not self.entries:
            self.content.addWidget(words(tr("No source is recorded."), "caption"))


class SourceEntry(Published):
    """One source: publisher, title, what was read, address, Copy and Open."""

    def __init__(self, number: int, source: Source) -> None:
        super().__init__(source.known_from)
        self._source = source
        self.setAccessibleName(tr("Source {n}: {publisher}", n=number, publisher=source.publisher))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 5, 0, 5)
        row.setSpacing(4)
        figure = short_words(str(number), "caption")
        figure.setFixedWidth(fonts.scaled(NUMBER))
        row.addWidget(figure, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout()
        self._column.setSpacing(1)
        row.addLayout(self._column, 1)
        for text, look in _lines(source):
            self._column.addWidget(words(text, look))
        self._column.addWidget(self.standing)
        self.copy = QPushButton(tr("Copy"))
        self.open = QPushButton(tr("Open…"))
        self.leading: LeadingLine | None = None
        if written_address(source):
            self._add_address()

    def _add_address(self) -> None:
        self.copy.setProperty("look", "plain")
        self.copy.setAccessibleName(tr("Copy the address of {name}", name=self._source.publisher))
        self.copy.clicked.connect(self._copy)
        self.open.setProperty("look", "plain")
        self.open.setAccessibleName(tr("Open {name} in the browser", name=self._source.publisher))
        self.open.clicked.connect(self._show_leading)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(OneLine(written_address(self._source), "caption", both_ends=True), 1)
        row.addWidget(self.copy)
        if web_address(self._source):
            row.addWidget(self.open)
        self._column.addLayout(row)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(written_address(self._source))
        self.copy.setText(tr("Copied"))

    def _show_leading(self) -> None:
        """Where Open leads is shown in place before anything is opened."""
        if self.leading is None:
            self.leading = LeadingLine(web_address(self._source))
            self._column.addWidget(self.leading)
        self.leading.show()
        self.leading.go.setFocus()


class LeadingLine(QFrame):
    """The whole address, and the choice to go there."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self._address = address
        self.setProperty("look", "chip")
        self.setAccessibleName(tr("This opens in your browser: {address}", address=address))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.addWidget(words(tr("This opens in your browser:"), "caption"))
        column.addWidget(_whole(address))
        self.go = QPushButton(tr("Open in the browser"))
        self.go.setAccessibleName(self.go.text())
        self.go.clicked.connect(self._go)
        stay = QPushButton(tr("Stay here"))
        stay.setAccessibleName(stay.text())
        stay.setProperty("look", "plain")
        stay.clicked.connect(self.hide)
        buttons = QHBoxLayout()
        buttons.addWidget(self.go)
        buttons.addWidget(stay)
        buttons.addStretch(1)
        column.addLayout(buttons)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)

    def _go(self) -> None:
        url = QUrl(self._address, QUrl.ParsingMode.StrictMode)
        if url.isValid() and url.scheme() in ("http", "https"):
            QDesktopServices.openUrl(url)
        self.hide()


def _whole(address: str) -> QPlainTextEdit:
    """The address with every letter of it seen, broken wherever the line ends."""
    field = QPlainTextEdit(address)
    field.setReadOnly(True)
    field.setAccessibleName(tr("Address"))
    field.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
    field.setTabChangesFocus(True)
    field.setFixedHeight(fonts.scaled(66))
    return field


def _lines(source: Source) -> list[tuple[str, str]]:
    """The texts of an entry with their looks."""
    title = source.title or tr("(no title)")
    lines = [(source.publisher or tr("(no publisher)"), "strong"), (title, "small")]
    if source.title_en and source.title_en != source.title:
        lines.append((tr("in English: {title}", title=source.title_en), "caption"))
    dated = _dated(source)
    read = tr("read: {evidence}", evidence=tr(source.evidence)) if source.evidence else ""
    lines.append((" · ".join(part for part in (source.author, dated, read) if part), "caption"))
    return lines


def standing_of(event: Event) -> str:
    """How many publishers stand behind an event, and whether it was verified."""
    n = event.independent_publishers
    publishers = trn("{n} publisher", "{n} publishers", n)
    verified = tr("verified") if event.verified else tr("not verified")
    return tr("{publishers}, {verified}", publishers=publishers, verified=verified)


def _dated(source: Source) -> str:
    """When it was published, or the edition of its data set; and the date of its entry there."""
    if not source.entry_date:
        return date_words(source.date, short=True) if source.date else tr("undated")
    entry = tr("entry of {date}", date=date_words(source.entry_date, short=True))
    if not source.date:
        return entry
    edition = tr("edition of {date}", date=date_words(source.date, short=True))
    return tr("{edition}, {entry}", edition=edition, entry=entry)

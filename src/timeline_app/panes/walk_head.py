"""Where one stands in the article while one walks through it: above what the record became."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from timeline_app.model.article import ArticleRecord, Figure, WalkStep
from timeline_app.panes.date_words import date_words
from timeline_app.panes.text import OneLine, words
from timeline_app.session.session import Session
from timeline_app.words.tr import mark, tr

KINDS = {
    "fact": mark("fact"),
    "claim": mark("claim"),
    "prediction": mark("prediction"),
    "statistic": mark("figure"),
}


UNCOUNTED = 1e15


class WalkHead(QFrame):
    """ "7 of 36", the record in words, and the ways on, back and out."""

    def __init__(self, session: Session, step: WalkStep) -> None:
        super().__init__()
        record = step.record
        self.setProperty("look", "chip")
        place = tr("{at} of {of} in the article", at=step.at, of=step.of)
        self.setAccessibleName(f"{place}: {record.title}")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        kind = tr(KINDS.get(record.record, record.record))
        column.addWidget(OneLine(f"{place} · {kind}", "heading"))
        if record.claim is None and record.occurrence is None:
            self._tell(column, record)
        elif record.claim is None:
            column.addWidget(words(record.title, "strong"))
            if record.summary:
                column.addWidget(words(record.summary, "small"))
        self.back = QPushButton(tr("Previous"))
        self.on = QPushButton(tr("Next"))
        self.leave = QPushButton(tr("Leave the walk"))
        self.back.setEnabled(step.at > 1)
        self.on.setEnabled(step.at < step.of)
        self.leave.setProperty("look", "plain")
        self.back.clicked.connect(lambda: session.walk_on(-1))
        self.on.clicked.connect(lambda: session.walk_on(1))
        self.leave.clicked.connect(session.leave_walk)
        row = QHBoxLayout()
        row.setContentsMargins(0, 2, 0, 0)
        for button in (self.back, self.on, self.leave):
            button.setAccessibleName(button.text())
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)

    def _tell(self, column: QVBoxLayout, record: ArticleRecord) -> None:
        """The record itself, where nothing else in the pane tells it."""
        column.addWidget(words(date_words(record.edtf), "date"))
        column.addWidget(words(record.title, "title"))
        if record.summary:
            column.addWidget(words(record.summary, "second"))
        for figure in record.figures:
            column.addWidget(words(figure_words(figure), "small"))
        if record.note:
            column.addWidget(words(record.note, "caption"))


def figure_words(figure: Figure) -> str:
    """ "imports from partner, KAZ and RUS, 2013: 17,600,000,000 USD (Registan 2014-05-13)"."""
    whom = tr("{entity} and {partner}", entity=figure.entity, partner=figure.partner)
    return tr(
        "{measure}, {whom}, {date}: {value} {unit} ({source})",
        measure=figure.measure,
        whom=whom if figure.partner else figure.entity,
        date=date_words(figure.edtf),
        value=amount_words(figure.value * figure.scale),
        unit=figure.unit,
        source=figure.source,
    )


def amount_words(amount: float) -> str:
    """An amount with thousands parted, to six places at most; beyond all counting as a power."""
    if abs(amount) >= UNCOUNTED:
        return f"{amount:g}"
    return f"{amount:,.6f}".rstrip("0").rstrip(".")

"""One claim whole: what was said, by whom, about which time and events, and what came of it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from timeline_app.look import fonts, theme
from timeline_app.look.outcome_signs import draw_sign, sign_colour
from timeline_app.model.claim import Claim, Outcome
from timeline_app.model.columns import VECTORS
from timeline_app.model.records import ClaimRow
from timeline_app.model.verdict import verdict_of
from timeline_app.panes.chips import Chip, GlyphMark, flowing
from timeline_app.panes.claim_words import horizon_words, speaker_words, verdict_words
from timeline_app.panes.date_words import date_words
from timeline_app.panes.detail_sources import SourceEntry
from timeline_app.panes.passage_words import passage_words
from timeline_app.panes.published import Published
from timeline_app.panes.text import OneLine, Section, hair_line, short_words, words
from timeline_app.panes.two_lines import TwoLines
from timeline_app.session.claim_listing import known_from
from timeline_app.session.session import Session
from timeline_app.words.tr import tr

SIGN = 16.0


class ClaimHead(QWidget):
    """When it was said, what, by whom and in what capacity."""

    def __init__(self, claim: Claim) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        badge = short_words(claim.stated, "badge")
        badge.setAccessibleName(tr("Date in EDTF: {edtf}", edtf=claim.stated))
        kind = short_words(tr(claim.type), "remark")
        said = OneLine(tr("Said {date}", date=date_words(claim.stated)), "date")
        column.addWidget(flowing([said, kind, badge] if claim.type else [said, badge]))
        record, field = f"claim:{claim.id}", "title" if claim.title else "text"
        column.addWidget(passage_words(claim.title or claim.text, record, field, "title"))
        if claim.title and claim.title != claim.text:
            column.addWidget(passage_words(claim.text, record, "text"))
        if claim.summary:
            column.addWidget(passage_words(claim.summary, record, "summary", "second"))
        column.addSpacing(4)
        column.addWidget(words(claim.speaker_of_day, "strong"))
        if claim.speaker != claim.speaker_of_day:
            written = tr("in the record {name}", name=claim.speaker)
            column.addWidget(words(written, "caption"))
        if claim.capacity:
            column.addWidget(words(claim.capacity, "small"))
        if claim.reported_by:
            reported = tr("reported by {name}", name=claim.reported_by)
            column.addWidget(words(reported, "caption"))


class Sign(QWidget):
    """The sign of what came of a claim; words stand beside it."""

    def __init__(self, verdict: int, name: str) -> None:
        super().__init__()
        self._verdict = verdict
        self.setAccessibleName(name)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        side = fonts.scaled(int(SIGN)) + 2
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = theme.current()
        painter = QPainter(self)
        middle = QRectF(self.rect()).center()
        ink = sign_colour(self._verdict, tokens)
        size = self.width() - 2.0
        draw_sign(painter, self._verdict, middle.x(), middle.y(), ink, tokens.canvas, size)
        painter.end()


def claim_sections(session: Session, claim: Claim) -> list[QWidget]:
    """The parts between the head and the sources."""
    parts: list[QWidget] = [
        _about_time(claim),
        _outcome(claim, bool(session.snapshot.filter.known)),
    ]
    if claim.about:
        parts.append(_about_events(session, claim))
    if claim.actors or claim.vectors:
        parts.append(_named(claim))
    return parts


def claim_record(claim: Claim) -> Section:
    """How the record was made and how much it can carry."""
    section = Section(tr("About this record"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(3)
    grid.setColumnStretch(1, 1)
    verified = tr("verified: the cited entry was read") if claim.verified else tr("not verified")
    facts = [(tr("Confidence"), verified), (tr("Record"), claim.id)]
    if claim.topic:
        facts.append((tr("Topic"), claim.topic))
    if claim.note:
        facts.append((tr("Remark"), claim.note))
    for row, (name, value) in enumerate(facts):
        grid.addWidget(short_words(name, "caption"), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(words(value, "small"), row, 1)
    section.content.addLayout(grid)
    return section


class SaidAboutSection(Section):
    """Claims about the event that is shown, one click from each."""

    def __init__(self, session: Session, said: Sequence[tuple[ClaimRow, str]]) -> None:
        super().__init__(tr("Said about it"))
        self.content.setSpacing(0)
        self.rows: list[TwoLines] = []
        for claim, stance in said:
            if self.rows:
                self.content.addWidget(hair_line())
            by = speaker_words(claim.speaker_of_day, "")
            parts = (by, date_words(claim.stated), tr(stance), verdict_words(claim.verdict))
            row = TwoLines(claim.title or claim.text, " · ".join(filter(None, parts)))
            row.clicked.connect(partial(session.select_claim, claim.key))
            self.content.addWidget(_published(row, known_from(session.snapshot, claim.key)))
            self.rows.append(row)


def _published(row: TwoLines, day: int | None) -> Published:
    """The row of a claim, and under it whether it was known on the day that is chosen."""
    holder = Published(day)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(row)
    column.addWidget(holder.standing)
    return holder


def _about_time(claim: Claim) -> Section:
    section = Section(tr("About the time"))
    horizon = horizon_words(claim.horizon, claim.horizon_as_written)
    said = horizon or tr("No time is named for it to come about.")
    section.content.addWidget(words(said, "" if horizon else "caption"))
    written = claim.horizon_as_written
    if claim.horizon and written and written != claim.horizon:
        told = tr("As written: {text}", text=written)
        section.content.addWidget(words(told, "caption"))
    return section


def _outcome(claim: Claim, as_known: bool) -> Section:
    """`as_known`: on a day that is chosen, so that more may be recorded than was known then."""
    section = Section(tr("What came of it"))
    verdict = verdict_words(claim.verdict)
    line = QHBoxLayout()
    line.setSpacing(7)
    line.addWidget(Sign(verdict_of(claim.verdict), verdict), 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(words(verdict, "strong"), 1)
    section.content.addLayout(line)
    if claim.outcome is None:
        nothing = (
            tr("Nothing was known of it then.") if as_known else tr("Nothing is recorded of it.")
        )
        section.content.addWidget(words(nothing, "caption"))
    else:
        section.content.addWidget(words(claim.outcome.text))
        for part in _source_of_outcome(claim.outcome):
            section.content.addWidget(part)
    return section


def _source_of_outcome(outcome: Outcome) -> list[QWidget]:
    if outcome.source is None:
        return [words(tr("Source of the outcome: not recorded."), "caption")]
    known = tr("Known from {date}, by this source:", date=date_words(outcome.known_from))
    said = known if outcome.known_from else tr("By this source:")
    rule = tr("Taken by rule: the latest source dated after the statement.")
    return [words(said, "caption"), SourceEntry(1, outcome.source), words(rule, "caption")]


def _about_events(session: Session, claim: Claim) -> Section:
    section = Section(tr("About these events"))
    section.content.setSpacing(0)
    for n, spoken in enumerate(claim.about):
        if n:
            section.content.addWidget(hair_line())
        below = " · ".join(filter(None, (date_words(spoken.edtf), tr(spoken.stance))))
        row = TwoLines(spoken.title, below)
        row.clicked.connect(partial(session.select, (spoken.occurrence,)))
        section.content.addWidget(row)
    return section


def _named(claim: Claim) -> Section:
    section = Section(tr("Who and with whom"))
    if claim.actors:
        section.content.addWidget(flowing([Chip(actor.name, -1, "") for actor in claim.actors]))
    for vector in claim.vectors:
        line = QHBoxLayout()
        index = VECTORS.index(vector) if vector in VECTORS else -1
        line.addWidget(GlyphMark(index, tr(vector)))
        line.addWidget(words(tr(vector), "caption"), 1)
        section.content.addLayout(line)
    return section

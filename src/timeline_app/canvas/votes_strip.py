"""Under the lanes, on the same axis: how far one of the five voted alike with the powers."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QLineF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from timeline_app.canvas.axis import Axis
from timeline_app.canvas.axis_strip import ReadStrip
from timeline_app.canvas.kept import Kept
from timeline_app.canvas.lettering import measure
from timeline_app.canvas.measures import Measures
from timeline_app.canvas.period_painter import paint_periods, spans_of
from timeline_app.canvas.plate import paint_plate
from timeline_app.canvas.votes_choices import VotesChoices
from timeline_app.canvas.votes_painter import (
    TITLE_PX,
    VoteRows,
    VoteScene,
    cell_at,
    paint_how,
    paint_read,
    paint_votes,
    vote_rows,
)
from timeline_app.look import fonts
from timeline_app.look.putting import painter_of, put_whole
from timeline_app.look.theme import current
from timeline_app.look.tokens import Tokens
from timeline_app.scene.ticks import ticks_of
from timeline_app.session.session import Session
from timeline_app.session.strip_ids import VOTES
from timeline_app.session.voting import POWERS, Agreed, Ballots
from timeline_app.session.voting_words import agreement_words, how_counted, spoken
from timeline_app.words.tr import tr

MOST_OF_CENTRE = 0.55
Cell = tuple[int, int]
"""The place of a power among the rows, and of a session."""


class VotesStrip(ReadStrip):
    """Keys: Left and Right go from session to session, Up and Down from row to row; Enter, like a
    click, asks for the roll calls of a cell, which `calls_wanted` carries with what was counted."""

    calls_wanted = Signal(object, int, int)

    def __init__(
        self, session: Session, axis: Axis, measures: Callable[[], Measures], parent: QWidget
    ) -> None:
        super().__init__(session, axis, measures, parent, VOTES, tr("Votes in the United Nations"))
        self._ballots = Ballots(session.aside, self._made)
        self._rows: VoteRows = vote_rows(False, 0.0, len(POWERS))
        self._cell: Cell | None = None
        self._ground = Kept()
        self.choices = VotesChoices(session, self)

    # -- what is shown

    def fit(self, measures: Measures, centre_px: int) -> None:
        """Takes the height that its rows need, within what the centre has to give."""
        powers = len(self.agreed.powers) if self.agreed else len(POWERS)
        self._rows = vote_rows(measures.wide, centre_px * MOST_OF_CENTRE, powers)
        self.setFixedHeight(self._rows.height)
        self.switch.place(measures.head_px)
        self.choices.place(measures.head_px, 3)
        self._ask()
        self.update()

    @property
    def agreed(self) -> Agreed | None:
        """What is drawn."""
        return self._ballots.agreed

    def scene(self) -> VoteScene | None:
        """What is drawn where; None while nothing is."""
        scale = self.scale()
        if scale is None or self.agreed is None:
            return None
        return VoteScene(scale, ticks_of(scale, measure), self._rows, self.agreed)

    def _ask(self) -> None:
        if self._snapshot is not None:
            self._ballots.ask(self._snapshot)

    def _made(self) -> None:
        measures = self._measures()
        self._cell = None
        self.choices.show_agreed(self.agreed)
        parent = self.parentWidget()
        self.fit(measures, parent.height() if parent else self.height())
        self._tell()

    def _place(self) -> int | None:
        """The session that is looked at: of the pointer's day, else of the keys, else the last."""
        agreed = self.agreed
        if agreed is None or not agreed.sessions:
            return None
        if self._axis.day is not None:
            return agreed.session_on(self._axis.day)
        return self._cell[1] if self._cell else len(agreed.sessions) - 1

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens, scene = painter_of(self), current(), self.scene()
        if scene is None:
            painter.fillRect(self.rect(), QColor(tokens.canvas))
            painter.end()
            return
        key = scene.scale, scene.agreed, self._rows, self.choices.width()
        put_whole(painter, self._ground.of(self, key, self._paint_ground))
        if self._snapshot is not None:
            top = fonts.scaled(TITLE_PX)
            spans, height = spans_of(self._snapshot), self._rows.calls.top - top
            paint_periods(painter, scene.scale, spans, top, height, tokens)
        self._paint_read(painter, scene, tokens)
        self._paint_over(painter, scene.scale, tokens)
        painter.end()

    def _paint_ground(self, painter: QPainter, tokens: Tokens) -> None:
        """What stays while the pointer moves."""
        painter.fillRect(self.rect(), QColor(tokens.canvas))
        scene = self.scene()
        if scene is None:
            return
        paint_votes(painter, scene, tokens)
        painter.setPen(QPen(QColor(tokens.hair), 1))
        painter.drawLine(QLineF(0, 0.5, self.width(), 0.5))
        left = scene.scale.left_px + (self.choices.width() + 6 if self.choices.isVisible() else 0)
        paint_how(painter, scene, left, tokens)

    def _paint_read(self, painter: QPainter, scene: VoteScene, tokens: Tokens) -> None:
        """What is read off each row; at a looked-at cell the interval, n and what is apart too."""
        place = self._place()
        paint_read(painter, scene, place, tokens)
        if place is None:
            return
        if self._axis.day is None and self._cell is None:
            return
        first, last = scene.agreed.days[place]
        middle = (scene.scale.left_px + scene.scale.right_px) / 2
        at_left = scene.scale.x((first + last) / 2) > middle
        rows = [row[place] for row in scene.agreed.rows]
        for row, agreement in zip(self._rows.powers, rows, strict=True):
            paint_plate(painter, scene.scale, row, agreement_words(agreement), at_left, tokens)

    # -- hands

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        scene, at = self.scene(), event.position()
        if scene is None:
            return
        inside = at.x() >= scene.scale.left_px
        self._axis.point_at(scene.scale.day(at.x()) if inside else None)
        hand = cell_at(scene, at.x(), at.y()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        scene = self.scene()
        if scene is not None and event.button() is Qt.MouseButton.LeftButton:
            cell = cell_at(scene, event.position().x(), event.position().y())
            if cell is not None:
                self._cell = cell
                self.calls_wanted.emit(scene.agreed, *cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        moves = {
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
        }
        agreed = self.agreed
        if agreed is None or not agreed.sessions:
            super().keyPressEvent(event)
        elif event.key() in moves:
            self._go(agreed, *moves[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._cell is not None:
            self.calls_wanted.emit(agreed, *self._cell)
        else:
            super().keyPressEvent(event)

    def _go(self, agreed: Agreed, down: int, on: int) -> None:
        """To another cell, which the view follows."""
        power, place = self._cell or (0, self._place() or 0)
        power = min(max(power + down, 0), len(agreed.powers) - 1)
        place = min(max(place + on, 0), len(agreed.sessions) - 1)
        self._cell = power, place
        self._axis.point_at(None)
        first, last = agreed.days[place]
        self._follow((first + last) / 2)
        self._tell()
        self.update()

    def focusOutEvent(self, event: QEvent) -> None:
        self.update()

    def _tell(self) -> None:
        """What is read off, for who does not see it."""
        agreed = self.agreed
        if agreed is None:
            return
        said = spoken(agreed, *self._cell) if self._cell else how_counted(agreed)
        self._describe(said)

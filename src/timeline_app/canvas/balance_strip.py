"""Under the lanes, on the same axis: how the shares of the seven partners slide over the years."""

from collections.abc import Callable, Hashable

from PySide6.QtCore import QEvent, QLineF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from timeline_app.canvas.axis import Axis
from timeline_app.canvas.axis_strip import ReadStrip
from timeline_app.canvas.balance_painter import needs_of
from timeline_app.canvas.balance_picture import (
    BalanceSight,
    paint_balance_ground,
    paint_figures,
    said_above,
    traded,
)
from timeline_app.canvas.balance_rows import TITLE_PX, BalanceRows, balance_rows
from timeline_app.canvas.kept import Kept
from timeline_app.canvas.lettering import measure, write
from timeline_app.canvas.measures import Measures
from timeline_app.canvas.period_painter import lit_px, paint_edges, paint_whole_veil, spans_of
from timeline_app.dates.spoken_days import span_words
from timeline_app.look import fonts
from timeline_app.look.putting import painter_of, put_whole
from timeline_app.look.theme import current
from timeline_app.look.tokens import Tokens
from timeline_app.scene.text_measure import shortened
from timeline_app.session.balance_words import spoken, window_at
from timeline_app.session.balancing import Balancing, Weight
from timeline_app.session.session import Session
from timeline_app.session.strip_ids import BALANCE
from timeline_app.session.weighing import whole_period
from timeline_app.session.weighing_words import too_long_words
from timeline_app.words.tr import tr

MOST_OF_CENTRE = 0.55
"""So much of the centre's height it takes at most."""

_NOTCH_PX = 40


class BalanceStrip(ReadStrip):
    """Keys: Left and Right go from month to month, Up and Down scroll; what is read is told."""

    def __init__(
        self, session: Session, axis: Axis, measures: Callable[[], Measures], parent: QWidget
    ) -> None:
        super().__init__(session, axis, measures, parent, BALANCE, tr("Vector balance"))
        self._balancing = Balancing(session.aside, self._made)
        self._room = False, 200.0
        self._rows: BalanceRows = balance_rows(*self._room)
        self._scroll = 0
        self._ground, self._veiled = Kept(), Kept()

    # -- what is shown

    def fit(self, measures: Measures, centre_px: int) -> None:
        """Takes the height that its rows need, within what the centre has to give."""
        self._room = measures.wide, centre_px * MOST_OF_CENTRE
        self._lay_out_rows()
        self.setFixedHeight(self._rows.seen)
        self._scroll_to(self._scroll)
        self.switch.place(measures.head_px)
        self._ask()
        self.update()

    @property
    def weight(self) -> Weight | None:
        """What is drawn."""
        return self._balancing.weight

    @property
    def rows(self) -> BalanceRows:
        """Where it is drawn."""
        return self._rows

    @property
    def is_whole(self) -> bool:
        """Whether all that was asked for is drawn, with every interval."""
        return self._balancing.is_current

    def _ask(self) -> None:
        if self._snapshot is not None:
            self._balancing.ask(self._snapshot)

    def _lay_out_rows(self) -> None:
        """Rows of what is drawn; the height of all of them does not follow from it."""
        weight = self.weight
        needs = needs_of(weight.bands, weight.trade) if weight else ()
        self._rows = balance_rows(*self._room, needs)

    def _made(self) -> None:
        self._lay_out_rows()
        self._tell()
        self.update()

    def _sight(self) -> BalanceSight | None:
        """What is drawn, and where it is read off; None while nothing is."""
        scale, now, weight = self.scale(), self._snapshot, self.weight
        if scale is None or now is None or weight is None:
            return None
        return BalanceSight(now, weight, self._rows, scale, self._axis.day)

    def _unweighed(self) -> str:
        """Why there is nothing to draw, where all there is lasts too long."""
        period = whole_period(self._snapshot) if self._snapshot else None
        return "" if period is None else too_long_words(period)

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens, sight = painter_of(self), current(), self._sight()
        if sight is None:
            painter.fillRect(self.rect(), QColor(tokens.canvas))
            write(
                painter, self._unweighed(), self.switch.width() + 16, 17, tokens.ink2, fonts.CAPTION
            )
            painter.end()
            return
        said = said_above(sight.snapshot, sight.weight)
        key = sight.scale, sight.weight, self._rows, self._scroll, said
        self._paint_days(painter, sight, key, tokens)
        top, foot = fonts.scaled(TITLE_PX), self.height()
        painter.setClipRect(QRectF(0, top, self.width(), foot - top))
        paint_edges(painter, sight.scale, spans_of(sight.snapshot), top, foot - top, tokens)
        painter.translate(0, -self._scroll)
        paint_figures(painter, sight, tokens)
        painter.resetTransform()
        painter.setClipping(False)
        self._paint_over(painter, sight.scale, tokens)
        painter.end()

    def _paint_days(
        self, painter: QPainter, sight: BalanceSight, key: Hashable, tokens: Tokens
    ) -> None:
        """The ground; what lies in neither period from another picture, in which it steps back."""
        scale, spans = sight.scale, spans_of(sight.snapshot)
        ground = self._ground.of(self, key, self._paint_ground)
        if not any(spans):
            put_whole(painter, ground)
            return
        top, high = fonts.scaled(TITLE_PX), self.height()

        def veiled(into: QPainter, tokens: Tokens) -> None:
            put_whole(into, ground)
            paint_whole_veil(into, scale, top, high - top, tokens)

        put_whole(painter, self._veiled.of(self, key, veiled))
        painter.save()
        for left, right in lit_px(scale, spans):
            painter.setClipRect(QRectF(left, top, right - left, high - top))
            put_whole(painter, ground)
        painter.restore()

    def _paint_ground(self, painter: QPainter, tokens: Tokens) -> None:
        """What stays while a brush or the pointer moves."""
        sight = self._sight()
        painter.fillRect(self.rect(), QColor(tokens.canvas))
        if sight is None:
            return
        painter.save()
        painter.translate(0, -self._scroll)
        paint_balance_ground(painter, sight, self.width(), tokens)
        painter.restore()
        title, scale = fonts.scaled(TITLE_PX), sight.scale
        painter.fillRect(QRectF(0, 0, self.width(), title), QColor(tokens.canvas))
        painter.setPen(QPen(QColor(tokens.hair), 1))
        painter.drawLine(QLineF(0, 0.5, self.width(), 0.5))
        said = said_above(sight.snapshot, sight.weight)
        said = shortened(said, scale.width_px, fonts.CAPTION, measure)
        write(painter, said, scale.left_px, title * 0.68, tokens.ink2, fonts.CAPTION)
        self._paint_thumb(painter, tokens)

    def event(self, event: QEvent) -> bool:
        """Over its words, where they are cut, all of them are shown."""
        if not isinstance(event, QHelpEvent) or event.type() is not QEvent.Type.ToolTip:
            return super().event(event)
        sight = self._sight() if event.pos().y() < fonts.scaled(TITLE_PX) else None
        said = said_above(sight.snapshot, sight.weight) if sight is not None else ""
        QToolTip.showText(event.globalPos(), said, self)
        return True

    def _paint_thumb(self, painter: QPainter, tokens: Tokens) -> None:
        """Where one is, where not all rows are seen."""
        if self._rows.hidden > 0:
            room = self.height() - fonts.scaled(TITLE_PX)
            high = max(12.0, room * room / self._rows.height)
            top = self.height() - room + (room - high) * self._scroll / self._rows.hidden
            painter.fillRect(QRectF(self.width() - 5, top, 3, high), QColor(tokens.strong))

    # -- hands

    def _scroll_to(self, scroll: int) -> None:
        self._scroll = min(max(0, scroll), max(0, self._rows.hidden))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._rows.hidden <= 0:
            event.ignore()
            return
        self._scroll_to(self._scroll - round(event.angleDelta().y() / 120 * _NOTCH_PX))
        self.update()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        turns = {Qt.Key.Key_Up: -_NOTCH_PX, Qt.Key.Key_Down: _NOTCH_PX}
        if event.key() in steps:
            self._step(steps[Qt.Key(event.key())])
        elif event.key() in turns and self._rows.hidden > 0:
            self._scroll_to(self._scroll + turns[Qt.Key(event.key())])
            self.update()
        elif event.key() == Qt.Key.Key_Escape and self._axis.day is not None:
            self._axis.point_at(None)
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        """To the window a month on; the view follows."""
        if self._snapshot is None or self.weight is None or not len(self.weight.bands.windows):
            return
        bands, view = self.weight.bands, self._snapshot.view
        day = view.first + view.days / 2 if self._axis.day is None else self._axis.day
        at = window_at(bands, day)
        if at is None:
            at = 0 if day < bands.windows.middle[0] else len(bands.windows) - 1
        else:
            at = min(max(at + by, 0), len(bands.windows) - 1)
        middle = float(bands.windows.middle[at])
        self._follow(middle)
        self._axis.point_at(middle)
        self._tell()

    def _tell(self) -> None:
        """What is read off, for who does not see it."""
        sight = self._sight()
        if sight is None:
            return
        weight, span, at = sight.weight, sight.span, sight.pointed
        said = said_above(sight.snapshot, weight)
        if at is not None:
            windows = weight.bands.windows
            first, last = int(windows.first[at]), int(windows.last[at])
            said = spoken(weight, weight.within(first, last), span_words(first, last))
            day = self._axis.day if self._axis.day is not None else float(first)
            said = tr("; ").join([said, *traded(weight, (day, day))])
        elif span is not None:
            said = tr("; ").join(_spoken_periods(sight))
            days = float(span.first), float(span.last)
            said = tr("; ").join([said, *traded(weight, days)])
        self._describe(said)


def _spoken_periods(sight: BalanceSight) -> list[str]:
    """What is read off the brushed period, and off the second one, if there is one."""
    now = sight.snapshot
    spans = [span for span in (now.filter.span, now.second) if span is not None]
    periods = [span_words(span.first, span.last) for span in spans]
    if len(periods) == 2:
        a, b = periods
        periods = [tr("A {period}", period=a), tr("B {period}", period=b)]
    read = zip(sight.brushed, periods, strict=True)
    return [spoken(sight.weight, sums, words) for sums, words in read]

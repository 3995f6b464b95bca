"""Under the lanes, on the same axis: how the shares of the seven partners slide over the years."""

from collections.abc import Callable

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

from timeline_app.analysis.engagement import PARTNERS
from timeline_app.analysis.running_sums import Sums
from timeline_app.canvas.axis import Axis
from timeline_app.canvas.axis_strip import ReadStrip
from timeline_app.canvas.balance_heads import paint_head_figures, paint_head_names
from timeline_app.canvas.balance_painter import BalanceScene, needs_of, paint_bands
from timeline_app.canvas.balance_rows import TITLE_PX, BalanceRows, balance_rows
from timeline_app.canvas.kept import Kept
from timeline_app.canvas.lettering import measure, write
from timeline_app.canvas.measures import Measures
from timeline_app.canvas.period_painter import paint_first, paint_second, paint_veil
from timeline_app.canvas.plate import paint_plate
from timeline_app.canvas.strip_switch import BALANCE
from timeline_app.canvas.trade_painter import paint_trade
from timeline_app.dates.spoken_days import span_words
from timeline_app.look import fonts
from timeline_app.look.theme import current
from timeline_app.look.tokens import Tokens
from timeline_app.scene.text_measure import shortened
from timeline_app.scene.ticks import ticks_of
from timeline_app.scene.time_scale import TimeScale
from timeline_app.session.balance_words import (
    balance_figure,
    how_measured,
    lean_said,
    left_out_words,
    nothing_words,
    percent,
    period_balance,
    period_words,
    spoken,
    window_at,
    window_words,
    year_counts,
)
from timeline_app.session.balancing import Balancing, Weight
from timeline_app.session.partnering import trade_said, trade_words
from timeline_app.session.session import Session
from timeline_app.words.tr import grouped, tr

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
        self._ground = Kept()

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

    def _brushed(self) -> Sums | None:
        """What lies in the brushed period."""
        span = self._snapshot.filter.span if self._snapshot else None
        if span is None or self.weight is None:
            return None
        return self.weight.within(span.first, span.last)

    def _pointed(self, weight: Weight) -> int | None:
        """The window about the pointer's day."""
        day = self._axis.day
        return None if day is None else window_at(weight.bands, day)

    # -- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens, scale = QPainter(self), current(), self.scale()
        weight = self.weight
        if scale is None or weight is None:
            painter.fillRect(self.rect(), QColor(tokens.canvas))
            painter.end()
            return
        key = scale, weight, self._rows, self._scroll, self._said_above(weight)
        painter.drawPixmap(0, 0, self._ground.of(self, key, self._paint_ground))
        top, foot = fonts.scaled(TITLE_PX), self.height()
        painter.setClipRect(QRectF(0, top, self.width(), foot - top))
        self._paint_periods(painter, scale, top, tokens)
        painter.translate(0, -self._scroll)
        self._paint_figures(painter, scale, weight, tokens)
        painter.resetTransform()
        painter.setClipping(False)
        self._paint_over(painter, scale, tokens)
        painter.end()

    def _paint_ground(self, painter: QPainter, tokens: Tokens) -> None:
        """What stays while a brush or the pointer moves."""
        scale, weight = self.scale(), self.weight
        painter.fillRect(self.rect(), QColor(tokens.canvas))
        if scale is None or weight is None:
            return
        painter.save()
        painter.translate(0, -self._scroll)
        ticks = ticks_of(scale, measure)
        scene = BalanceScene(scale, ticks, self._rows, weight.bands, weight.publishers)
        paint_bands(painter, scene, tokens)
        if weight.trade is not None:
            painter.save()
            painter.setClipRect(QRectF(scale.left_px, 0, scale.width_px, self._rows.height))
            paint_trade(painter, weight.trade, scale, self._rows.shares, tokens)
            painter.restore()
        paint_head_names(painter, self._rows, scale.left_px, tokens)
        painter.restore()
        title = fonts.scaled(TITLE_PX)
        painter.fillRect(QRectF(0, 0, self.width(), title), QColor(tokens.canvas))
        painter.setPen(QPen(QColor(tokens.hair), 1))
        painter.drawLine(QLineF(0, 0.5, self.width(), 0.5))
        said = shortened(self._said_above(weight), scale.width_px, fonts.CAPTION, measure)
        write(painter, said, scale.left_px, title * 0.68, tokens.ink2, fonts.CAPTION)
        self._paint_thumb(painter, tokens)

    def event(self, event: QEvent) -> bool:
        """Over its words, where they are cut, all of them are shown."""
        if not isinstance(event, QHelpEvent) or event.type() is not QEvent.Type.ToolTip:
            return super().event(event)
        above = event.pos().y() < fonts.scaled(TITLE_PX)
        said = self._said_above(self.weight) if above and self.weight is not None else ""
        QToolTip.showText(event.globalPos(), said, self)
        return True

    def _said_above(self, weight: Weight) -> str:
        left_out = left_out_words(self._snapshot, weight) if self._snapshot else ""
        derived = self._snapshot is not None and self._snapshot.measure.rule.derived
        origin = tr("vectors derived from actors") if derived else ""
        lean = lean_said(self._snapshot) if self._snapshot else ""
        trade = trade_said(weight.trade) if weight.trade else ""
        said = [nothing_words(weight) or how_measured(weight), origin, lean, left_out, trade]
        return tr("; ").join(part for part in said if part)

    def _paint_thumb(self, painter: QPainter, tokens: Tokens) -> None:
        """Where one is, where not all rows are seen."""
        if self._rows.hidden > 0:
            room = self.height() - fonts.scaled(TITLE_PX)
            high = max(12.0, room * room / self._rows.height)
            top = self.height() - room + (room - high) * self._scroll / self._rows.hidden
            painter.fillRect(QRectF(self.width() - 5, top, 3, high), QColor(tokens.strong))

    def _paint_periods(
        self, painter: QPainter, scale: TimeScale, top: float, tokens: Tokens
    ) -> None:
        now = self._snapshot
        if now is None:
            return
        spans, height = (now.filter.span, now.second), self.height() - top
        paint_veil(painter, scale, spans, top, height, tokens)
        paint_second(painter, scale, now.second, top, height, tokens)
        paint_first(painter, scale, now.filter.span, top, height, tokens)

    def _paint_figures(
        self, painter: QPainter, scale: TimeScale, weight: Weight, tokens: Tokens
    ) -> None:
        """At the pointer's day where there is one; else of the brushed period; else the last."""
        at, brushed = self._pointed(weight), self._brushed()
        windows, bands = weight.bands.windows, weight.bands
        resting = at is None and brushed is None
        if resting:
            at = len(windows) - 1 if len(windows) else None
        if at is not None:
            sums, place, balance = windows.sums, at, float(bands.balance[at])
            day = self._axis.day if self._axis.day is not None else windows.middle[at]
            rest = [window_words(bands, at, n) for n in range(len(PARTNERS))]
            days = float(day), float(day)
        elif brushed is not None:
            sums, place, balance = brushed, 0, period_balance(brushed)
            rest = [period_words(brushed, n) for n in range(len(PARTNERS))]
            span = self._snapshot.filter.span if self._snapshot else None
            days = (float(span.first), float(span.last)) if span else (0.0, 0.0)
        else:
            return
        shares = [percent(float(share)) for share in sums.shares[place]]
        beside = [percent(float(part)) for part in sums.beside[place]]
        foot = [balance_figure(balance), *self._counts_at_pointer(weight)]
        paint_head_figures(painter, self._rows, shares, beside, foot, scale.left_px, tokens)
        if not resting:
            rest = [self._with_trade(words, weight, n, days) for n, words in enumerate(rest)]
            at_left = self._looked_at(scale) > (scale.left_px + scale.right_px) / 2
            for row, words in zip(self._rows.shares, rest, strict=True):
                paint_plate(painter, scale, row, words, at_left, tokens)

    @staticmethod
    def _traded(weight: Weight, days: tuple[float, float]) -> list[str]:
        """Each vector's trade in these days, for who does not see it."""
        said = (
            [(v, trade_words(weight.trade, n, *days)) for n, v in enumerate(PARTNERS)]
            if weight.trade
            else []
        )
        return [tr("{vector}: {traded}", vector=tr(v), traded=words) for v, words in said if words]

    @staticmethod
    def _with_trade(words: str, weight: Weight, n: int, days: tuple[float, float]) -> str:
        traded = trade_words(weight.trade, n, *days) if weight.trade else ""
        return tr("{read}; {traded}", read=words, traded=traded) if traded else words

    def _counts_at_pointer(self, weight: Weight) -> tuple[str, str]:
        """Events and publishers of the year that is pointed at."""
        counts = None if self._axis.day is None else year_counts(weight, self._axis.day)
        return ("", "") if counts is None else (grouped(counts[0]), grouped(counts[1]))

    def _looked_at(self, scale: TimeScale) -> float:
        """Where the reader looks: at the pointer, or else the middle of the brushed period."""
        if self._axis.day is not None:
            return scale.x(self._axis.day)
        span = self._snapshot.filter.span if self._snapshot else None
        return scale.left_px if span is None else scale.x((span.first + span.last + 1) / 2)

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
        weight = self.weight
        if weight is None:
            return
        at, brushed = self._pointed(weight), self._brushed()
        said = self._said_above(weight)
        if at is not None:
            first, last = (
                int(days[at]) for days in (weight.bands.windows.first, weight.bands.windows.last)
            )
            said = spoken(weight, weight.within(first, last), span_words(first, last))
            day = self._axis.day if self._axis.day is not None else float(first)
            said = tr("; ").join([said, *self._traded(weight, (day, day))])
        elif brushed is not None and self._snapshot and (span := self._snapshot.filter.span):
            said = spoken(weight, brushed, span_words(span.first, span.last))
            days = float(span.first), float(span.last)
            said = tr("; ").join([said, *self._traded(weight, days)])
        self._describe(said)

"""What is shown now, told to the parts of the window: all at once, or what is much a part a turn.
Of a change that makes a part anew which one only reads, that part alone is told in turns, the last.

The loop breathes between two parts of a long answer, each of which is painted before the next one
is told. Whoever touches the window meanwhile finds it whole: the rest is told before.
"""

from collections.abc import Callable, Iterator, Sequence
from time import perf_counter

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from timeline_app.canvas.centre import UNSEEN
from timeline_app.panes.detail import is_other_card
from timeline_app.session.filtering import LARGE
from timeline_app.session.snapshot import Snapshot

TURN_S = 0.0005
"""A turn of the telling that took so long is over: what is painted next may take much longer."""

MANY_WRITTEN = 1000
"""What lists more of what was written takes some time to be told."""

Show = Callable[[Snapshot | None, Snapshot], Iterator[None]]
"""Brings a part, step by step, from what it showed last (None at first) to what is to be shown."""

HANDS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.InputMethod,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.NativeGesture,
        QEvent.Type.TouchBegin,
        QEvent.Type.ContextMenu,
        QEvent.Type.Close,
    }
)
"""The events by which somebody touches the window."""
PASSING = frozenset({QEvent.Type.MouseMove, QEvent.Type.Wheel})
"""Those of them that do nothing to what is only read."""


# What a snapshot says of how its rows were asked for; which they are is compared apart.
_ASKED = UNSEEN | {"filter", "passing", "claims_passing", "instruments_passing"}


class Answers(QObject):
    """Tells `parts`, the first of them first, and paints the window between two of them. From
    `late` on they are such as one only reads.

    A part may hear of several changes as one, and never of one twice. `at_it` hears when telling in
    turns begins, and when it is over but for what one only reads.
    """

    def __init__(
        self,
        parts: Sequence[Show],
        frame: QWidget,
        late: int,
        at_it: Callable[[bool], None] = lambda _: None,
    ) -> None:
        super().__init__(frame)
        self._at_it = at_it
        self._parts, self._frame, self._late = parts, frame, late
        self._at: int | None = None
        self._shown: list[Snapshot | None] = [None] * len(parts)
        self._latest: Snapshot | None = None
        self._telling = self._is_at_it = False
        self._steps: Iterator[bool] | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.turn)

    @property
    def waiting(self) -> bool:
        """Whether some part has not heard yet."""
        return self._steps is not None

    def show(self, before: Snapshot | None, after: Snapshot) -> None:
        """Tells of a change: in turns where it is long, or where it is small and comes upon one
        that is being told, or a brush that comes or goes and comes upon none; in turns of what one
        only reads where that is made anew."""
        only_late, self._latest = self.waiting and self._is_late(), after
        if self._telling:
            return  # who tells goes on until all have heard of this, too
        small = self.waiting and is_small(before, after)
        alone = not self.waiting and is_brush_news(before, after)
        if is_long(before, after) or alone or (small and not only_late):
            self._begin()
        elif only_late or is_read(before, after):
            self._begin()
            while not self._is_late() and self._steps is not None:
                self._step()
        else:
            self.finish()

    def finish(self) -> None:
        """Tells all that is still to be told, now."""
        if self._telling:
            return
        steps, self._steps = self._steps or self._tell(), None
        for _ in steps:
            pass
        self._end()
        self._say()

    def each(self, after: Snapshot) -> Iterator[int]:
        """Tells the parts, by the steps of whoever asks; says how many have been told."""
        self._latest, self._steps = after, self._tell()
        told = 0
        for over in self._steps:
            self._say()
            told += over
            yield told
        self._steps = None
        self._say()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        touch = event.type()
        if touch in HANDS and not (touch in PASSING and self._is_late()):
            self.finish()
        return False

    def _is_late(self) -> bool:
        """Whether only what one reads has not heard yet."""
        telling = (self._at, self._behind())
        return all(part is None or part >= self._late for part in telling)

    def _say(self) -> None:
        is_at_it = self.waiting and not self._is_late()
        if is_at_it != self._is_at_it:
            self._is_at_it = is_at_it
            self._at_it(is_at_it)

    def _begin(self) -> None:
        if self._steps is None:
            self._steps = self._tell()
        self._say()
        if not self._timer.isActive():
            self._timer.start(0)
            # Not on all that happens in the program: the binding makes a thing of every event.
            if (handle := self._frame.windowHandle()) is not None:
                handle.installEventFilter(self)

    def _end(self) -> None:
        if not self._timer.isActive():
            return
        self._timer.stop()
        if (handle := self._frame.windowHandle()) is not None:
            handle.removeEventFilter(self)

    def turn(self) -> None:
        """As many steps as there is time for; what a part has changed is painted before the next
        one is told, or all would be in one turn later."""
        until = perf_counter() + TURN_S
        while self._steps is not None:
            if self._step():
                QCoreApplication.sendEvent(self._frame, QEvent(QEvent.Type.UpdateRequest))
            if perf_counter() >= until:
                break
        if self._timer.isActive():
            self._timer.start()  # anew: else it stays before all that has come due meanwhile

    def _step(self) -> bool:
        """One step; says whether there is something new to be painted."""
        told = next(self._steps, None) if self._steps is not None else None
        if told is None and self._behind() is not None:
            self._steps = self._tell()  # one could not be told: the others hear all the same
        elif told is None:
            self._steps = None
            self._end()
        self._say()
        return told is not False

    def _tell(self) -> Iterator[bool]:
        """A step after another; says whether a part is done with it."""
        while (after := self._latest) is not None and (behind := self._behind()) is not None:
            before, self._shown[behind] = self._shown[behind], after
            self._at = behind
            try:
                steps = self._parts[behind](before, after)
                while self._stepped(steps):
                    yield False
            finally:
                self._at = None
            yield True

    def _stepped(self, steps: Iterator[None]) -> bool:
        self._telling = True
        try:
            return next(steps, self) is None
        finally:
            self._telling = False

    def _behind(self) -> int | None:
        """The first part that has not heard of the latest change."""
        return next((n for n, one in enumerate(self._shown) if one is not self._latest), None)


def is_long(before: Snapshot | None, after: Snapshot) -> bool:
    """Whether much follows from a change: another large table, or other rows of one that pass; or
    something was written beside very much else."""
    if before is None:
        return False
    if before.written is not after.written and len(after.written) > MANY_WRITTEN:
        return True
    if len(after.table) <= LARGE:
        return False
    other_table = before.table is not after.table or before.lanes is not after.lanes
    return other_table or before.passing.base is not after.passing.base


def is_small(before: Snapshot | None, after: Snapshot) -> bool:
    """Whether the same days and rows are shown, though they may have been asked for otherwise."""
    if before is None or after.differs(before, _ASKED):
        return False
    return after.passing.same_rows(before.passing)


def is_brush_news(before: Snapshot | None, after: Snapshot) -> bool:
    """Whether a brush comes or goes in a large table: every part says its counts another way."""
    if before is None or len(after.table) <= LARGE:
        return False
    return (before.filter.span is None) is not (after.filter.span is None)


def is_read(before: Snapshot | None, after: Snapshot) -> bool:
    """Whether something else is to be read of what is there."""
    return before is not None and before.table is after.table and is_other_card(before, after)

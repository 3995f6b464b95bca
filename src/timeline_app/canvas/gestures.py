"""What the hands do on the lanes and the ruler: drag to pan, Shift+drag to brush, Ctrl+Shift+drag
to brush the period to compare with, click, wheel."""

from math import isclose, log

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent

from timeline_app.canvas.brush import LEAST_DRAG_PX, REACH_PX, BrushDrag, Part, part_at
from timeline_app.dataclass import dataclass
from timeline_app.model.view import View
from timeline_app.scene.time_scale import TimeScale
from timeline_app.session.session import Session

ZOOM_A_NOTCH = 2 ** (1 / 3)
NOTCH = 120.0
_PAN_A_NOTCH = 0.1
_EDGE_REACH_PX = 4.0
_QUICK = 2

Modifier = Qt.KeyboardModifier


@dataclass(slots=True)
class Drag:
    """A press that may become a drag: where it began, on which scale, and on what."""

    at: QPointF
    scale: TimeScale
    scroll_px: float
    brush: BrushDrag | None = None
    of_second: bool = False
    """It is B that is brushed."""
    moving: bool = False
    by_px: float = 0.0
    """How far to the right days have been dragged."""

    def along(self, by_px: float, sharp_step: int) -> float:
        """How far days are dragged that the pointer would drag so far: where it is quick, a picture
        of them is moved sharply, by multiples of so many pixels, beside which nobody sees that."""
        if sharp_step > 1 and abs(by_px - self.by_px) >= _QUICK * sharp_step:
            by_px = sharp_step * round(by_px / sharp_step)
        self.by_px = by_px
        return by_px


@dataclass(frozen=True, slots=True)
class Zoom:
    """A turn of the wheel: the view becomes `factor` times as long, and a pixel keeps its day."""

    at_px: float
    factor: float

    @property
    def is_notched(self) -> bool:
        """Whether the wheel was turned by whole notches, as a touchpad hardly ever turns it."""
        notches = log(self.factor, ZOOM_A_NOTCH)
        return isclose(notches, round(notches), abs_tol=1e-6) and round(notches) != 0

    def of(self, scale: TimeScale) -> View:
        """What it makes of what a scale shows."""
        return scale.zoomed(self.at_px, self.factor)


class Hand:
    """Turns presses, moves and turns of the wheel into intents of the session."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.drag: Drag | None = None
        self.wheel_pans = False

    @property
    def busy(self) -> bool:
        """A button is held and something moves with it."""
        return self.drag is not None and self.drag.moving

    @property
    def brushing(self) -> bool:
        """The period moves with the pointer."""
        return self.busy and self.drag is not None and self.drag.brush is not None

    def press(self, event: QMouseEvent, scale: TimeScale, in_ruler: bool, scroll_px: float) -> None:
        """The left button went down in the ruler or in the lanes."""
        x = event.position().x()
        now = self._session.snapshot
        shift = bool(event.modifiers() & Modifier.ShiftModifier)
        second = shift and bool(event.modifiers() & Modifier.ControlModifier)
        part, on_second = self.held_at(x, scale, in_ruler)
        if shift:
            part, on_second = Part.NEW, second
        brush = None
        if in_ruler or shift or part in (Part.LEFT, Part.RIGHT):
            brush = BrushDrag(part, scale.day(x), now.second if on_second else now.filter.span)
        self.drag = Drag(event.position(), scale, scroll_px, brush, on_second)

    def part_at(self, x: float, scale: TimeScale, in_ruler: bool) -> Part:
        """What of a brush a press would hold."""
        return self.held_at(x, scale, in_ruler)[0]

    def held_at(self, x: float, scale: TimeScale, in_ruler: bool) -> tuple[Part, bool]:
        """The same, and whether it is the second one; the first lies on top."""
        now, reach = self._session.snapshot, REACH_PX if in_ruler else _EDGE_REACH_PX
        for span, second in ((now.filter.span, False), (now.second, True)):
            part = part_at(scale, span, x, reach)
            if part is not Part.NEW and (in_ruler or part is not Part.WHOLE):
                return part, second
        return Part.NEW, False

    def move(self, event: QMouseEvent, sharp_step: int = 1) -> float | None:
        """The pointer moved while the button is held; returns how far down the lanes were dragged
        since the press, or None where they were not. See `Drag.along` for the step."""
        drag = self.drag
        if drag is None:
            return None
        by = event.position() - drag.at
        if not drag.moving and by.manhattanLength() < LEAST_DRAG_PX:
            return None
        drag.moving = True
        if drag.brush is not None:
            snap = bool(event.modifiers() & Modifier.AltModifier)
            day = drag.scale.day(_held_within(event.position().x(), drag.scale))
            days = drag.brush.moved(drag.scale, day, snap)
            self._session.pace.begin()
            brushed = self._session.set_second if drag.of_second else self._session.set_span
            brushed(*days)
            return None
        self._session.set_view(drag.scale.panned(drag.along(by.x(), sharp_step)))
        return by.y()

    def release(self) -> bool:
        """The button went up; says whether it was a click, with nothing dragged."""
        drag, self.drag = self.drag, None
        return drag is not None and not drag.moving

    def wheel(self, event: QWheelEvent, scale: TimeScale) -> Zoom | None:
        """Zooms at the pointer, and says how; Shift, or two fingers on a touchpad, pan; Ctrl zooms
        always."""
        turned = event.angleDelta()
        x = event.position().x()
        ctrl = bool(event.modifiers() & Modifier.ControlModifier)
        shift = bool(event.modifiers() & Modifier.ShiftModifier)
        if event.hasPixelDelta() and not ctrl:
            self._session.set_view(scale.panned(float(event.pixelDelta().x())))
            return None
        pans = shift or self.wheel_pans or abs(turned.x()) > abs(turned.y())
        if pans and not ctrl:
            notches = (turned.x() or turned.y()) / NOTCH
            self._session.set_view(scale.panned(notches * _PAN_A_NOTCH * scale.width_px))
            return None
        zoom = Zoom(_held_within(x, scale), ZOOM_A_NOTCH ** (-turned.y() / NOTCH))
        self._session.set_view(zoom.of(scale))
        return zoom

    def pinch(self, value: float, x: float, scale: TimeScale) -> None:
        """Two fingers were moved apart (positive) or together."""
        self._session.set_view(scale.zoomed(_held_within(x, scale), 1 / max(0.1, 1 + value)))

    def zoom_in(self, x: float, scale: TimeScale) -> None:
        """Comes closer to a pixel."""
        self._session.set_view(scale.zoomed(x, 1 / 3))

    def fit(self, first: int, last: int, least_days: float) -> None:
        """Shows these days with some of the time around them."""
        days = max(least_days, (last + 1 - first) * 1.6)
        middle = (first + last + 1) / 2
        self._session.set_view(View(middle - days / 2, days))


def _held_within(x: float, scale: TimeScale) -> float:
    return min(max(x, scale.left_px), scale.right_px)

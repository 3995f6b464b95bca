"""A frame of the timeline, all events in view, panned, and by hand: `frame ARCHIVE NOTEBOOK`.

The hand drags the days, and zooms from all of them to three weeks and back, a notch of the wheel a
frame. Timed is each event until the timeline is painted; between two of them the event loop has its
turn, untimed, as it has under a hand. Beside it, in the same turn: a picture of that rectangle put
on a widget, and the rectangle filled.
"""

import sys
import time
from collections.abc import Callable
from itertools import cycle, islice
from math import ceil, log

from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from benchmarks.children.hand import Hand
from benchmarks.children.opened import Opened
from benchmarks.children.serving import serve, spread
from timeline_app.canvas.gestures import ZOOM_A_NOTCH
from timeline_app.canvas.lane_painter import paint_labels
from timeline_app.look import theme
from timeline_app.model.view import View

SIZE = (1920, 1080)
FRAMES = 12
LABELS = 300
SETTLED_S = 0.4
"""So long after the last move labels stand where they will stay."""
PANNED = 40
"""A pan shows so small a part of all days."""
DRAGGED_PX, DRAGS = 19, 60
CLOSEST_DAYS = 21
BETWEEN_S = 0.008
"""So long a hand takes from one event to the next, at least."""


class Blit(QWidget):
    """What nothing that paints a picture can beat."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = QImage(*SIZE, QImage.Format.Format_RGB32)
        self._picture.fill(QColor("#336699"))
        self.resize(*SIZE)
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawImage(0, 0, self._picture)
        painter.end()


class Fill(Blit):
    """One rectangle of one colour."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#336699"))
        painter.end()


def _labels(opened: Opened) -> dict[str, float]:
    """LABELS labels of the frame that stands, painted once more; nothing where it has none."""
    frame = opened.window.centre.timeline.frame()
    shown = frame.drawn.labels if frame is not None else ()
    if not shown:
        return {}
    some = list(islice(cycle(shown), LABELS))
    picture = QImage(*SIZE, QImage.Format.Format_RGB32)
    picture.fill(QColor(theme.current().canvas))  # a frame's memory is there before its labels
    painter, tokens = QPainter(picture), theme.current()
    began = time.perf_counter()
    paint_labels(painter, some, tokens)
    took = time.perf_counter() - began
    painter.end()
    return {"labels": took}


def _seconds(work: Callable[[int], None]) -> float:
    found = []
    for n in range(FRAMES):
        began = time.perf_counter()
        work(n)
        found.append(time.perf_counter() - began)
    return spread(found)["s"]


def _by_hand(opened: Opened) -> dict[str, float]:
    """Frames of the timeline while its days are dragged, and while they are zoomed."""
    timeline, session = opened.window.centre.timeline, opened.session
    hand, home, y = Hand(timeline), session.snapshot.home, timeline.height() / 2
    found: list[float] = []

    def drag(x: float) -> None:
        hand.drag(x, y)

    def zoom(notch: float) -> None:
        hand.turn(timeline.width() / 2, y, int(notch))

    def painted(act: Callable[[float], None], by: float) -> None:
        began = time.perf_counter()
        act(by)
        timeline.repaint()
        found.append(time.perf_counter() - began)
        opened.settle(BETWEEN_S)

    def figures(name: str) -> dict[str, float]:
        told = spread(found)
        found.clear()
        return {name: told["s"], f"{name} p95": told["p95"]}

    days, right = home.days / PANNED, timeline.width() - 40
    session.set_view(View(home.first + home.days / 2, days))
    opened.settle(SETTLED_S)
    hand.press(right, y)
    opened.settle(BETWEEN_S)
    for n in range(1, DRAGS + 1):
        painted(drag, right - n * DRAGGED_PX)
    hand.let_go(right - DRAGS * DRAGGED_PX, y)
    dragged = figures("drag")
    session.set_view(home)
    opened.settle(SETTLED_S)
    notches = ceil(log(home.days / CLOSEST_DAYS, ZOOM_A_NOTCH))
    for way in (*[1] * notches, *[-1] * notches):
        painted(zoom, way)
    return dragged | figures("zoom")


def main() -> None:
    """Serves turns."""
    opened = Opened(sys.argv[1], sys.argv[2])
    timeline = opened.fit_timeline(*SIZE)
    blit, fill = Blit(), Fill()
    session, home = opened.session, opened.session.snapshot.home
    day = home.days / SIZE[0]

    def whole(n: int) -> None:
        session.set_view(View(home.first - (n % 2) * day, home.days + 2 * day))
        timeline.repaint()

    def panned(n: int) -> None:
        days = home.days / PANNED
        session.set_view(View(home.first + home.days / 2 + n * days / 100, days))
        timeline.repaint()

    def turn() -> dict[str, float]:
        figures = {"s": _seconds(whole), "pan": _seconds(panned)}
        figures |= {"blit": _seconds(lambda _: blit.repaint())}
        figures |= {"fill": _seconds(lambda _: fill.repaint())}
        panned(0)
        opened.settle(SETTLED_S)
        return figures | _labels(opened) | _by_hand(opened)

    size = {"width": timeline.width(), "height": timeline.height()}
    serve(turn, **size, ratio=timeline.devicePixelRatioF())


main()

"""A brush dragged over the overview of the real window: `brush_paint ARCHIVE NOTEBOOK [weighed]`.

Each move is a mouse event that is sent, then events run until timeline, overview, facets and list
have been painted; `weighed`: in place of the list the strip of balance and the comparison with a
second period, of which a worker draws months anew whenever the hand rests. Where there is no time
for these in the turn of the hand they are painted in the one after it, of which `charts` tells how
long it took; `whole` is the time of both.
"""

import sys
import time

from PySide6.QtWidgets import QWidget

from benchmarks.children.hand import Hand, along
from benchmarks.children.opened import Opened, Paints
from benchmarks.children.serving import serve, spread
from timeline_app.panes.compare_table import CompareTable

MOVES, WIDE_PX, STEP_PX, MOST_S = 56, 250, 9, 5.0
WEIGHED_S = 120.0


def _listing(opened: Opened) -> tuple[QWidget, ...]:
    opened.window.bring("list")
    return (opened.window.list.view.viewport(),)


def _weighing(opened: Opened) -> tuple[QWidget, ...]:
    """The charts. The made-up layers are a machine's, which counts only where that is asked for."""
    window = opened.window
    window.memory.change(strip="balance", machine_coded_counts=True)
    window.bring("compare")
    strip = window.centre.balance
    if not opened.until(lambda: strip.is_whole, WEIGHED_S):
        raise SystemExit("the balance was not weighed")
    table = window.dock_panes["compare"].findChild(CompareTable)
    if table is None:
        raise SystemExit("nothing is compared")
    return strip, table.viewport()


def main() -> None:
    """Serves turns of MOVES moves."""
    opened = Opened(sys.argv[1], sys.argv[2])
    window = opened.window
    overview, hand = window.centre.overview, Hand(window.centre.overview)
    left, y = overview.scale().left_px + 40, overview.height() / 2
    room = overview.scale().width_px - WIDE_PX - 100
    weighed = sys.argv[3:] == ["weighed"]
    charts = Paints(*_weighing(opened)) if weighed else Paints()
    listed = () if weighed else _listing(opened)
    painted = Paints(window.centre.timeline, overview, *listed)

    def move(x: float) -> tuple[float, float]:
        """How long the turn of the hand took, and that of charts which did not come with it."""
        painted.forget()
        charts.forget()
        began = time.perf_counter()
        hand.drag(x, y)
        if not opened.until(painted.have_come, MOST_S):
            raise SystemExit("a move of the brush was not painted")
        came = time.perf_counter()
        if not opened.until(charts.have_come, MOST_S):
            raise SystemExit("charts were not painted after a move of the brush")
        return came - began, time.perf_counter() - came

    def turn() -> dict[str, float]:
        opened.session.clear_all()
        opened.settle(0.1)
        hand.press(left, y)
        for x in along(left, left + WIDE_PX, 4):
            hand.drag(x, y)
        hand.let_go(left + WIDE_PX, y)
        if weighed:
            end = window.session.snapshot.home.end
            window.session.set_second(int(end) - 400, int(end) - 1)
        opened.settle(0.3)
        grip = left + WIDE_PX / 2
        hand.press(grip, y)
        hand.drag(grip + 6, y)
        moves = [move(grip + 6 + (n + 1) * STEP_PX % room) for n in range(MOVES)]
        hand.let_go(grip, y)
        told = spread([of_hand for of_hand, _ in moves])
        if weighed:
            told["charts"] = spread([of_charts for _, of_charts in moves])["s"]
            told["whole"] = spread([sum(both) for both in moves])["s"]
        return told

    serve(turn)


main()

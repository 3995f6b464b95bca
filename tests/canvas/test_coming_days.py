"""What is about to be dragged into sight is made ready in turns, once, and given up when the hand
goes elsewhere."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject

from timeline_app.canvas.coming_days import COMING_PX, SOON_PX, ComingDays
from timeline_app.canvas.frames import Frame, Frames
from timeline_app.canvas.measures import Measures
from timeline_app.scene.steps import Steps
from timeline_app.session.session import Session

SIZE = (900, 520)
STEPS = 3


@pytest.fixture
def dragged(session: Session) -> Iterator[list[Frame]]:
    """A frame at rest, and those after its days were dragged to the right ten pixels at a time."""
    session.clear_all()
    session.set_view(session.snapshot.home)
    frames, found = Frames(session.labels), []
    for n in range(40):
        frames.show(session.snapshot)
        found.append(frames.frame(Measures.of(1440, 900), SIZE, resting=n == 0))
        session.set_view(found[-1].scale.panned(10))
    yield found
    session.clear_all()


class Made:
    """Counts what is asked for and what is done of it."""

    def __init__(self) -> None:
        self.asked: list[int] = []
        self.done: list[int] = []

    def make(self, _frame: Frame, by_px: int) -> Steps[None]:
        """As the timeline does, in some steps."""
        self.asked.append(by_px)
        return self._made(by_px)

    def _made(self, by_px: int) -> Steps[None]:
        for _ in range(STEPS):
            self.done.append(by_px)
            yield


def test_days_are_made_ready_once_before_they_are_in_sight(dragged: list[Frame]) -> None:
    made, owner = Made(), QObject()
    days = ComingDays(made.make, owner)
    seen = []
    for frame in dragged:
        days.follow(frame)
        days.turn()
        layers = frame.drawn.layers
        seen.append((layers.by_px if layers else 0, len(made.asked)))
    assert made.asked == [COMING_PX] * len(made.asked)
    assert all(asked == 0 for by, asked in seen if by < SOON_PX and asked < 1)
    assert seen[-1][1] == 1 + (seen[-1][0] >= SOON_PX)
    assert made.done[:STEPS] == [COMING_PX] * STEPS


def test_a_hand_that_is_pressed_has_what_it_may_drag_made_ready(dragged: list[Frame]) -> None:
    made, owner = Made(), QObject()
    days = ComingDays(made.make, owner)
    days.expect(dragged[0])
    assert made.asked == [0]
    days.turn()
    days.follow(dragged[0])  # it is painted again meanwhile
    while not days.is_ready:
        days.turn()
    assert made.done == [0] * STEPS


def test_what_nobody_will_see_is_given_up(dragged: list[Frame]) -> None:
    made, owner = Made(), QObject()
    days = ComingDays(made.make, owner)
    days.expect(dragged[0])
    days.turn()
    days.follow(dragged[1])  # the hand was quicker: these days were composed for it
    assert days.is_ready
    days.expect(dragged[0])
    days.give_up()
    days.turn()
    assert days.is_ready
    assert made.done == [0]


def test_what_is_seen_before_it_is_ready_is_made_ready_at_once(dragged: list[Frame]) -> None:
    made, owner = Made(), QObject()
    days = ComingDays(made.make, owner)
    days.expect(dragged[0])
    days.turn()
    days.hurry()
    assert days.is_ready
    assert made.done == [0] * STEPS
    days.hurry()
    assert made.asked == [0]

"""What follows a turn of the wheel is made ready before it is asked for, and is what would have
been made then."""

from itertools import islice
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QObject

from canvas.frame_images import SIZE, brute, differing, shown_by
from timeline_app.canvas.coming_zoom import ComingZoom
from timeline_app.canvas.frame_picture import FramePicture
from timeline_app.canvas.frames import Frame, Frames
from timeline_app.canvas.gestures import ZOOM_A_NOTCH, Zoom
from timeline_app.canvas.measures import Measures
from timeline_app.canvas.track_catalogue import made_tracks
from timeline_app.canvas.wide_picture import WHOLE_PX
from timeline_app.dates.civil import day_of
from timeline_app.look.tokens import THEMES
from timeline_app.model.membership_rows import member_key
from timeline_app.model.view import View
from timeline_app.scene.steps import Steps, whole
from timeline_app.session.session import Session
from timeline_app.session.viewing import SHORTEST_DAYS

MEASURES = Measures.of(1440, 900)
ZOOMS = st.builds(Zoom, st.integers(180, 900).map(float), st.sampled_from([0.5, 0.8, 1.25, 2.0]))
RATIO = 3.0


def _membership(session: Session) -> int:
    table = session.snapshot.memberships
    return member_key(table, int(table.organisation[0]), int(table.state[0]))


def _others(session: Session, days: View, data: st.DataObject) -> None:
    """Something that may come between two turns of the wheel."""
    ends = st.integers(int(days.first), int(days.end))
    first, last = sorted((data.draw(ends), data.draw(ends)))
    acts = (
        lambda: None,
        lambda: session.set_span(first, last),
        lambda: session.set_second(first, last),
        lambda: session.set_terms("vector", ["Russia", "China"]),
        lambda: session.group_by("state"),
        lambda: session.set_known(day_of(2014, 3, 25)),
        lambda: session.select((int(session.snapshot.table.occurrence[500]),)),
        lambda: session.toggle_membership_band(_membership(session)),
        lambda: session.clear_all(),
    )
    data.draw(st.sampled_from(acts))()


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_a_frame_that_was_foretold_is_the_frame_of_who_foretold_nothing(
    session: Session, ratio: float, data: st.DataObject
) -> None:
    session.clear_all()
    session.clear_membership_bands()
    session.group_by("vector")
    session.fit_all()
    with_tracks = data.draw(st.booleans())
    told, plain = (
        Frames(session.labels, made_tracks(session) if with_tracks else ()) for _ in range(2)
    )
    picture, stretch = FramePicture(), data.draw(st.sampled_from([1.0, 2.5]))
    size = data.draw(st.sampled_from([SIZE, (SIZE[0], SIZE[1] // 2)]))
    for n in range(data.draw(st.integers(3, 8))):
        resting = n == 0 or data.draw(st.integers(0, 6)) == 0
        for frames in (told, plain):
            frames.show(session.snapshot)
        frame = told.frame(MEASURES, size, stretch, resting=resting)
        expected = brute(plain.frame(MEASURES, size, stretch, resting=resting), "light", ratio)
        assert differing(brute(frame, "light", ratio), expected) is None
        assert differing(shown_by(picture, frame, "light", ratio), expected) is None
        zoom = data.draw(ZOOMS)
        coming = told.foretold(frame, zoom.of(frame.scale), MEASURES, stretch)
        hand = data.draw(st.sampled_from(["slow", "quick", "quick", "quicker"]))
        if hand == "quicker":  # it is not composed yet
            take(coming, data.draw(st.integers(0, 12)))
        elif (frame_told := whole(coming)) is not None:
            steps = picture.foretell(frame_told, THEMES["light"], ratio)
            take(steps, data.draw(st.sampled_from([1, 2, 2, 2])) if hand == "quick" else 99)
        if data.draw(st.integers(0, 3)) == 0:
            _others(session, frame.scale.view, data)
        if data.draw(st.integers(0, 4)) == 0:
            zoom = data.draw(ZOOMS)
        session.set_view(zoom.of(frame.scale))


def take(steps: Steps[Any], most: int) -> None:
    """No more than so many of them."""
    for _ in islice(steps, most):
        pass


def partly_told(frames: Frames, picture: FramePicture, session: Session, high: int) -> Frame:
    """Shows a frame and paints the upper two thirds of what follows a turn of the wheel."""
    session.clear_all()
    session.clear_membership_bands()
    session.fit_all()
    frames.show(session.snapshot)
    frame = frames.frame(MEASURES, (SIZE[0], high))
    shown_by(picture, frame, "light", RATIO)
    told = whole(frames.foretold(frame, Zoom(400.0, 0.8).of(frame.scale), MEASURES))
    assert told is not None
    take(picture.foretell(told, THEMES["light"], RATIO), 3)
    return told


def test_what_came_to_lie_behind_the_lanes_meanwhile_is_painted(session: Session) -> None:
    frames, picture = Frames(session.labels), FramePicture()
    told = partly_told(frames, picture, session, SIZE[1])
    session.toggle_membership_band(_membership(session))
    session.set_view(told.scale.view)
    frames.show(session.snapshot)
    frame = frames.frame(MEASURES, SIZE, resting=False)
    assert frame.grounds and frame.drawn is told.drawn
    assert differing(shown_by(picture, frame, "light", RATIO), brute(frame, "light", RATIO)) is None
    session.clear_membership_bands()


def test_tracks_that_reach_up_into_what_was_painted_are_the_new_ones(session: Session) -> None:
    frames, picture, high = Frames(session.labels, made_tracks(session)), FramePicture(), 240
    told = partly_told(frames, picture, session, high)
    assert told.ruler_px + told.lanes_px < high * 2 / 3 + WHOLE_PX
    session.set_view(told.scale.view)
    frames.show(session.snapshot)
    frame = frames.frame(MEASURES, (SIZE[0], high), resting=False)
    assert frame.drawn is told.drawn
    assert differing(shown_by(picture, frame, "light", RATIO), brute(frame, "light", RATIO)) is None


class Made:
    """Counts what is asked for and what is done of it."""

    def __init__(self) -> None:
        self.asked: list[View] = []
        self.done = 0

    def make(self, _frame: Frame, view: View) -> Steps[None]:
        """As the timeline does, in some steps."""
        self.asked.append(view)
        return self._made()

    def _made(self) -> Steps[None]:
        for _ in range(3):
            self.done += 1
            yield


@pytest.fixture
def frame(session: Session) -> Frame:
    """All days."""
    session.clear_all()
    session.fit_all()
    frames = Frames(session.labels)
    frames.show(session.snapshot)
    return frames.frame(MEASURES, SIZE)


def test_only_after_a_turn_of_the_wheel_the_next_is_made_ready(frame: Frame) -> None:
    made, owner = Made(), QObject()
    zooms = ComingZoom(made.make, owner)
    zooms.follow(frame)
    assert zooms.is_ready
    zoom = Zoom(400.0, 1 / ZOOM_A_NOTCH)
    zooms.expect(zoom)
    zooms.follow(frame)
    zooms.follow(frame)  # it is painted again
    assert made.asked == [zoom.of(frame.scale)]
    zooms.hurry()
    assert made.done == 3
    zooms.expect(zoom)
    zooms.follow(frame)
    zooms.give_up()
    zooms.turn()
    assert made.done == 3


def test_a_touchpad_is_followed_where_it_goes_on_as_before(frame: Frame) -> None:
    made, owner = Made(), QObject()
    zooms = ComingZoom(made.make, owner)
    parts = [Zoom(400.0, ZOOM_A_NOTCH**-part) for part in (0.2, 0.3, 0.3, 0.1)]
    for zoom in parts:
        zooms.expect(zoom)
        zooms.follow(frame)
    assert made.asked == [parts[2].of(frame.scale)]
    zooms.expect(Zoom(400.0, ZOOM_A_NOTCH**2))
    zooms.follow(frame)
    assert len(made.asked) == 2


def test_who_can_come_no_closer_has_nothing_made_ready(session: Session) -> None:
    session.set_view(View(session.snapshot.home.first, SHORTEST_DAYS))
    frames, made, owner = Frames(session.labels), Made(), QObject()
    frames.show(session.snapshot)
    zooms = ComingZoom(made.make, owner)
    zooms.expect(Zoom(400.0, 1 / ZOOM_A_NOTCH))
    zooms.follow(frames.frame(MEASURES, SIZE))
    assert made.asked == []
    session.fit_all()

"""What is shown of one frame after another is each painted whole, to the pixel."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QImage

from canvas.frame_images import SIZE, brute, differing, shown_by
from timeline_app.canvas.coming_days import COMING_PX
from timeline_app.canvas.frame_picture import FramePicture
from timeline_app.canvas.frames import Frame, Frames
from timeline_app.canvas.measures import Measures
from timeline_app.canvas.track_catalogue import made_tracks
from timeline_app.dates.civil import day_of
from timeline_app.look.tokens import THEMES
from timeline_app.model.membership_rows import member_key
from timeline_app.model.view import View
from timeline_app.scene.steps import whole
from timeline_app.session.session import Session

SPRING = View(float(day_of(2014, 2, 26)), 106.0)
DECADE = View(float(day_of(2008, 1, 1)), 3653.0)
YEARS = View(float(day_of(2011, 5, 9)), 641.37)
WEEKS = View(float(day_of(2014, 2, 20)), 23.71)
Act = Callable[[Session], None]


def spans(view: View) -> st.SearchStrategy[Act]:
    first, end = int(view.first), int(view.end)
    ends = st.sampled_from((first - 1, first, first + 1, end - 2, end - 1, end))
    days = st.integers(int(first - view.days / 8), int(end + view.days / 8)) | ends
    return st.tuples(days, days).map(lambda d: lambda s: s.set_span(min(d), max(d)))


def seconds(view: View) -> st.SearchStrategy[Act]:
    first, end = int(view.first), int(view.end)
    days = st.integers(first, end)
    return st.tuples(days, days).map(lambda d: lambda s: s.set_second(*d))


def band(session: Session, n: int) -> int:
    """The state and organisation of a membership; of fewer on a day when fewer were known."""
    table = session.snapshot.memberships
    if not len(table):
        return -1
    n %= len(table)
    return member_key(table, int(table.organisation[n]), int(table.state[n]))


def one_of(keys: np.ndarray, n: int) -> int | None:
    return int(keys[n % len(keys)]) if len(keys) else None


def others() -> st.SearchStrategy[Act]:
    asked: list[Act] = [
        lambda s: s.set_terms("vector", ["Russia", "China"]),
        lambda s: s.set_terms("vector", []),
        lambda s: s.group_by("state"),
        lambda s: s.group_by("vector"),
        lambda s: s.clear_clause("day"),
        lambda s: s.search("Crimea"),
        lambda s: s.search(""),
        lambda s: s.set_known(day_of(2014, 3, 25)),
        lambda s: s.clear_all(),
        lambda s: s.select((int(s.snapshot.table.occurrence[500]),)),
        lambda s: s.set_claim_terms("verdict", ["borne out"]),
        lambda s: s.select_claim(one_of(s.snapshot.claims.key, 70)),
        lambda s: s.select_claim(None),
        lambda s: s.select_instrument(one_of(s.snapshot.instruments.key, 3)),
        lambda s: s.toggle_membership_band(band(s, 0)),
        lambda s: s.toggle_membership_band(band(s, 9)),
        lambda s: s.clear_membership_bands(),
    ]
    return st.sampled_from(asked)


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("view", [None, DECADE, SPRING], ids=["all", "decade", "spring"])
@settings(
    max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_it_is_the_whole_picture(
    session: Session, view: View | None, ratio: float, data: st.DataObject
) -> None:
    session.clear_all()
    session.group_by("vector")
    days = view or session.snapshot.home
    session.set_view(days)
    tracks = made_tracks(session) if data.draw(st.booleans()) else ()
    frames, picture, theme = Frames(session.labels, tracks), FramePicture(), "light"
    stretch, scroll = data.draw(st.sampled_from([(1.0, 0.0), (2.5, 0.0), (2.5, 61.5)]))
    acts = spans(days) | spans(days) | seconds(days) | others()
    steps = data.draw(st.lists(acts, min_size=3, max_size=9))
    for n, step in enumerate(steps):
        step(session)
        session.set_view(days)
        if data.draw(st.integers(0, 9)) == 0:
            theme = "dark" if theme == "light" else "light"
        frames.show(session.snapshot)
        resting = n == 0 or data.draw(st.integers(0, 4)) == 0
        frame = frames.frame(Measures.of(1440, 900), SIZE, stretch, scroll, resting)
        for _ in range(data.draw(st.integers(1, 3))):
            shown = shown_by(picture, frame, theme, ratio)
            assert differing(shown, brute(frame, theme, ratio)) is None


def test_a_membership_is_laid_behind_lanes_that_stay(session: Session) -> None:
    """Where no track is composed anew, too."""
    frames, picture = Frames(session.labels), FramePicture()
    session.fit_all()
    session.clear_all()
    told: list[tuple[Frame, QImage]] = []
    for key in (None, band(session, 0), band(session, 9), None):
        if key is None:
            session.clear_membership_bands()
        else:
            session.toggle_membership_band(key)
        frames.show(session.snapshot)
        frame = frames.frame(Measures.of(1440, 900), SIZE)
        shown = shown_by(picture, frame, "light", 1.0)
        assert differing(shown, brute(frame, "light", 1.0)) is None
        told.append((frame, shown))
    assert all(frame.drawn is told[0][0].drawn for frame, _ in told)
    assert differing(told[0][1], told[1][1]) is not None
    assert differing(told[0][1], told[-1][1]) is None


def test_lanes_at_rest_stay_while_only_a_track_is_another(session: Session) -> None:
    frames, picture = Frames(session.labels, made_tracks(session)), FramePicture()
    session.fit_all()
    session.clear_all()
    told: list[Frame] = []
    for claim in (None, *session.snapshot.claims.key[60:63].tolist(), None):
        session.select_claim(claim)
        session.fit_all()
        frames.show(session.snapshot)
        frame = frames.frame(Measures.of(1440, 900), SIZE)
        shown = shown_by(picture, frame, "light", 1.0)
        assert differing(shown, brute(frame, "light", 1.0)) is None
        told.append(frame)
    assert all(frame.drawn is told[0].drawn for frame in told)
    assert len({id(frame.tracks) for frame in told}) == len(told)


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@pytest.mark.parametrize(
    "view",
    [None, DECADE, YEARS, SPRING, WEEKS],
    ids=["all", "decade", "years", "spring", "weeks"],
)
@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_a_dragged_picture_is_the_whole_picture(
    session: Session, view: View | None, ratio: float, data: st.DataObject
) -> None:
    session.clear_all()
    days = view or session.snapshot.home
    session.set_view(days)
    if data.draw(st.booleans()):
        session.set_span(int(days.first + days.days / 3), int(days.first + days.days / 2))
        if data.draw(st.booleans()):
            data.draw(seconds(days))(session)
    tracks = made_tracks(session) if data.draw(st.booleans()) else ()
    frames, picture = Frames(session.labels, tracks), FramePicture()
    steps = st.integers(-40, 40) | st.integers(-700, 700) | st.floats(-9, 9)
    for n, by_px in enumerate(data.draw(st.lists(steps, min_size=4, max_size=9))):
        frames.show(session.snapshot)
        frame = frames.frame(Measures.of(1440, 900), SIZE, resting=n == 0)
        shown = shown_by(picture, frame, "light", ratio)
        assert differing(shown, brute(frame, "light", ratio)) is None
        if frame.drawn.layers is not None and data.draw(st.booleans()):
            coming = whole(frames.ahead(frame, data.draw(st.sampled_from([-COMING_PX, COMING_PX]))))
            if coming is not None:
                whole(picture.ahead(frame, coming, THEMES["light"], ratio))
        session.set_view(frame.scale.panned(by_px))
        if data.draw(st.integers(0, 4)) == 0:
            data.draw(spans(session.snapshot.view))(session)


def test_a_frame_after_another_filter_is_the_frame_of_who_saw_no_other(session: Session) -> None:
    session.set_view(DECADE)
    frames, fresh = (Frames(session.labels, made_tracks(session)) for _ in range(2))
    frames.show(session.snapshot)
    before = frames.frame(Measures.of(1440, 900), SIZE)
    session.set_span(day_of(2009, 3, 1), day_of(2010, 4, 2))
    seen = []
    for of in (frames, fresh):
        of.show(session.snapshot)
        seen.append(brute(of.frame(Measures.of(1440, 900), SIZE), "light", 1.0))
    assert differing(*seen) is None
    assert differing(seen[0], brute(before, "light", 1.0)) is not None

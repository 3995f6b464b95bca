"""An index that a worker makes is shown when its turn has come, as far as it is asked for then."""

from collections.abc import Callable

import pytest

from canvas.apart import Apart
from timeline_app.canvas.frames import Frames
from timeline_app.canvas.measures import Measures
from timeline_app.canvas.track_catalogue import made_tracks
from timeline_app.session.session import Session

SIZE = (1440, 900)


def drawn(frames: Frames) -> int:
    return len(frames.frame(Measures.of(*SIZE), SIZE).drawn.spots)


def test_what_is_shown_stays_until_the_answers_turn(session: Session, apart: Apart) -> None:
    at_once = Frames(session.labels, made_tracks(session))
    at_once.show(session.snapshot)
    told: list[int] = []
    frames = Frames(session.labels, made_tracks(session), apart, lambda: told.append(drawn(frames)))
    frames.show(session.snapshot)
    assert drawn(frames) == 0
    assert not told
    apart.deliver()
    assert told == [drawn(at_once)] != [0]


@pytest.mark.usefixtures("apart")
def test_what_was_made_of_another_question_is_not_taken(session: Session) -> None:
    frames = Frames(session.labels, made_tracks(session))  # which runs all at once
    frames.show(session.snapshot)
    before = drawn(frames)
    late: list[Callable[[], None]] = []
    slow = Frames(
        session.labels, made_tracks(session), lambda job, done: late.append(lambda: done(job()))
    )
    slow.show(session.snapshot)
    session.group_by("kind")
    slow.show(session.snapshot)
    late[0]()
    bare = drawn(slow)
    late[1]()
    assert bare < drawn(slow)
    frames.show(session.snapshot)
    assert drawn(frames) == drawn(slow) != before

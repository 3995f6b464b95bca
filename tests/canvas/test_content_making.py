"""An index that a worker makes is shown when its turn has come, as far as it is asked for then."""

from collections.abc import Callable

import numpy as np
import pytest

from canvas.apart import Apart
from timeline_app.canvas.focus import beside_lane
from timeline_app.canvas.frames import Frames
from timeline_app.canvas.measures import Measures
from timeline_app.canvas.track_catalogue import made_tracks
from timeline_app.model.view import View
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


def test_lanes_that_are_bare_still_answer_for_every_row(session: Session, apart: Apart) -> None:
    """Whoever selects, or steps to another lane, asks of rows that no index knows yet."""
    frames = Frames(session.labels, made_tracks(session), apart)
    table = session.snapshot.table
    session.select([int(table.occurrence[-1])])
    frames.show(session.snapshot)
    frame, rows = frames.frame(Measures.of(*SIZE), SIZE), np.arange(len(table))
    assert frame.content.shapes.table is table
    assert (frame.content.home[rows] == len(frame.content.lanes)).all()
    assert not any(map(len, frame.content.places_of(rows[-1:])))
    assert beside_lane(frame, "", 1, int(table.first[-1])) is None
    apart.deliver()
    frame = frames.frame(Measures.of(*SIZE), SIZE)
    assert (frame.content.home[rows] < len(frame.content.lanes)).any()


def test_lanes_that_are_bare_show_nothing_that_lasts_over_a_brush_or_an_edge(
    session: Session, apart: Apart
) -> None:
    frames, table = Frames(session.labels, made_tracks(session), apart), session.snapshot.table
    lasting = np.flatnonzero(table.last > table.first + 20)
    day = int(table.first[lasting[0]] + 10)
    session.set_span(day, day + 5)
    session.set_view(View(day - 3.0, 9.0))
    frames.show(session.snapshot)
    frame = frames.frame(Measures.of(*SIZE), SIZE)
    assert not len(frame.content.reaching(day, day + 5).rows) and not len(frame.drawn.spots)
    apart.deliver()
    frame = frames.frame(Measures.of(*SIZE), SIZE)
    assert lasting[0] in frame.content.reaching(day, day + 5).rows


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

"""The middle of the window is painted anew only where what it shows is another."""

from pathlib import Path

import pytest

from painted import Painted
from timeline_app.canvas.centre import Centre
from timeline_app.model.annotation import Target
from timeline_app.model.view import View
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Problem


@pytest.fixture
def session(session: Session, tmp_path: Path) -> Session:
    session.open_notebook(tmp_path / "my.notebook.sqlite")
    return session


def test_a_note_is_shown_by_the_timeline_alone_and_a_message_by_none(
    session: Session, centre: Centre
) -> None:
    painted = Painted(centre.overview, centre.timeline, centre.strip)
    painted.settle()
    session._change(problem=Problem("notice", "said"))
    assert painted.settle() == []
    frame = centre.timeline.frame()
    session.add_note("said", (), Target("period", "2013/2014"))
    assert set(painted.settle()) == {centre.timeline}
    now = centre.timeline.frame()
    assert frame is not None and now is not None and now.drawn is frame.drawn
    session.add_note("said", (), Target("event", session.rows([5])[0].id))
    assert set(painted.settle()) == {centre.timeline}
    session.set_terms("kind", [session.snapshot.table.terms["kind"].terms[0].id])
    assert set(painted.settle()) == {centre.overview, centre.timeline, centre.strip}


def test_a_note_on_an_event_is_drawn_where_it_is_a_mark(session: Session, centre: Centre) -> None:
    timeline = centre.timeline
    frame = timeline.frame()
    assert frame is not None
    drawn = set(frame.drawn.marked().tolist())
    rows = range(len(session.snapshot.table))
    stacked = next(row for row in rows if row not in drawn)
    session.add_note("said", (), Target("event", session.rows([stacked])[0].id))
    same = timeline.frame()
    assert same is not None and same.drawn is frame.drawn
    session.set_view(View(float(session.snapshot.table.first[stacked]) - 10.0, 60.0))
    timeline.settle()
    near = timeline.frame()
    assert near is not None and stacked in near.drawn.marked().tolist()
    corners = len(near.drawn.corners)
    assert corners >= 1
    marked = next(row for row in near.drawn.marked().tolist() if row != stacked)
    session.add_note("said", (), Target("event", session.rows([marked])[0].id))
    noted = timeline.frame()
    assert noted is not None and len(noted.drawn.corners) > corners
    assert noted.content.index is near.content.index

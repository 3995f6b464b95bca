"""The middle of the window is painted anew only where what it shows is another."""

from pathlib import Path

import pytest

from painted import Painted
from timeline_app.canvas.centre import Centre
from timeline_app.model.annotation import Target
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
    assert centre.timeline in painted.settle()
    now = centre.timeline.frame()
    assert now is not None and now.drawn is not frame.drawn
    assert now.content.index is frame.content.index
    session.set_terms("kind", [session.snapshot.table.terms["kind"].terms[0].id])
    assert set(painted.settle()) == {centre.overview, centre.timeline, centre.strip}

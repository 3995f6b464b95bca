"""Arcs between events: the selection's first, never more than forty, none to what is not drawn."""

from pathlib import Path

from timeline_app.canvas.centre import Centre
from timeline_app.canvas.link_painter import MOST, arcs
from timeline_app.session.linked import LinkedPair
from timeline_app.session.session import Session


def pairs(session: Session, n: int) -> list[LinkedPair]:
    told = session.snapshot.table.occurrence.tolist()
    return [LinkedPair(told[k], told[-1 - k], f"link {k}", str(k)) for k in range(n)]


def test_there_are_never_more_than_forty_and_what_is_meant_comes_first(
    session: Session, centre: Centre
) -> None:
    frame = centre.timeline.frame()
    assert frame is not None
    links = pairs(session, 100)
    last = session.snapshot.table.row_of(links[-1].one)
    assert last is not None
    drawn = arcs(frame, links, (last,))
    assert len(drawn) == MOST
    assert drawn[0].words == links[-1].words and not any(arc.words for arc in drawn[1:])


def test_an_arc_rises_over_both_ends_within_the_picture(session: Session, centre: Centre) -> None:
    frame = centre.timeline.frame()
    assert frame is not None
    for arc in arcs(frame, pairs(session, 30), ()):
        x, y = arc.top
        assert min(arc.one[0], arc.other[0]) <= x <= max(arc.one[0], arc.other[0])
        assert 0 < y <= max(arc.one[1], arc.other[1])


def test_links_are_drawn_and_taken_back_with_what_was_written(
    session: Session, centre: Centre, tmp_path: Path
) -> None:
    session.open_notebook(tmp_path / "n.notebook.sqlite")
    before = centre.timeline.grab().toImage()
    rows = session.ordered_rows(0, 40)
    from timeline_app.model.annotation import Target
    from timeline_app.model.written.catalogue import BY_NAME
    from timeline_app.session.marking import add

    ends = Target("event", rows[0].id), Target("event", rows[-1].id)
    add(session, BY_NAME["link"], ends[0], {"to": str(ends[1])})
    assert centre.timeline.grab().toImage() != before
    session.undo()
    assert centre.timeline.grab().toImage() == before


def test_what_is_not_in_the_archive_is_left_out(session: Session, centre: Centre) -> None:
    frame = centre.timeline.frame()
    assert frame is not None
    assert arcs(frame, [LinkedPair(-5, -6, "", "x")], ()) == []

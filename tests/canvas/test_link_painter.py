"""Arcs between events: the selection's first, never more than forty, none to what is not drawn."""

import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from timeline_app.canvas.centre import Centre
from timeline_app.canvas.frames import Frame
from timeline_app.canvas.link_painter import MOST, Arc, Arcs, paint_links
from timeline_app.look.theme import current
from timeline_app.model.view import View
from timeline_app.scene.hit_test import places_of
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
    drawn = Arcs().of(frame, links, (last,))
    assert len(drawn) == MOST
    assert drawn[0].words == links[-1].words and not any(arc.words for arc in drawn[1:])


def test_an_arc_rises_over_both_ends_within_the_picture(session: Session, centre: Centre) -> None:
    frame = centre.timeline.frame()
    assert frame is not None
    for arc in Arcs().of(frame, pairs(session, 30), ()):
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
    assert Arcs().of(frame, [LinkedPair(-5, -6, "", "x")], ()) == []


def plainly(
    frame: Frame, links: Sequence[LinkedPair], meant: Sequence[int]
) -> list[tuple[tuple[float, float], tuple[float, float], str]]:
    """The arcs link by link, each end looked for by itself."""
    table, scale = frame.snapshot.table, frame.scale
    found = []
    for link in links:
        one, other = table.row_of(link.one), table.row_of(link.other)
        if one is not None and other is not None:
            found.append((one not in meant and other not in meant, link, one, other))
    drawn = []
    for beside, link, one, other in sorted(found, key=lambda each: each[0]):
        pairs = [
            (a, b)
            for a in places_of(frame.drawn, one)
            for b in places_of(frame.drawn, other)
            if any(p.right >= scale.left_px and p.left <= scale.right_px for p in (a, b))
        ]
        if pairs:
            a, b = min(pairs, key=lambda pair: abs(pair[0].y - pair[1].y))
            drawn.append(((a.x, a.top), (b.x, b.top), "" if beside else link.words))
    return drawn[:MOST]


@pytest.mark.parametrize("closer", [0.5, 1, 8, 60])
def test_many_at_once_are_those_that_are_found_one_by_one(
    session: Session, centre: Centre, closer: float
) -> None:
    """What is selected, in the hand or dragged by, at any zoom, and one after another."""
    kept, home, chance = Arcs(), session.snapshot.home, random.Random(round(closer))
    told = session.snapshot.table.occurrence.tolist()
    links = [
        LinkedPair(chance.choice([*told, -5]), chance.choice(told), f"link {n}", str(n))
        for n in range(400)
    ]
    days, some = home.days / closer, 0
    for n in range(6):
        session.set_view(View(home.first + home.days * chance.random() + n * days / 30, days))
        frame = centre.timeline.frame()
        assert frame is not None
        meant = [chance.randrange(len(told)) for _ in range(n)]
        wanted = plainly(frame, links, meant)
        for _ in range(2):
            found = kept.of(frame, links, meant)
            assert [(arc.one, arc.other, arc.words) for arc in found] == wanted
        some += len(wanted)
    assert some


def test_arcs_stay_while_one_brushes_as_if_they_were_looked_for_anew(
    session: Session, centre: Centre
) -> None:
    """At any zoom: the marks of few events stand elsewhere when others pass, the stacks of many do
    not."""
    home, kept, links = session.snapshot.home, Arcs(), pairs(session, 100)
    stayed = 0
    for closer in (1, 3, 40):
        session.set_view(View(home.first + home.days / 5, home.days / closer))
        before: list[Arc] = []
        for n in range(1, 6):
            begin = int(home.first)
            session.set_span(begin, begin + int(home.days * n / 8))
            frame = centre.timeline.frame()
            assert frame is not None
            found = kept.of(frame, links, ())
            assert found == Arcs().of(frame, links, ())
            stayed += found is before
            before = found
    assert stayed


@pytest.mark.parametrize("ratio", [1.0, 1.5])
def test_arcs_that_stay_are_put_as_they_were_stroked(
    session: Session, centre: Centre, ratio: float
) -> None:
    frame, arcs, tokens = centre.timeline.frame(), Arcs(), current()
    assert frame is not None
    row = session.snapshot.table.row_of(pairs(session, 1)[0].one)
    frame = replace(frame, snapshot=replace(frame.snapshot, links=tuple(pairs(session, 50))))
    assert row is not None
    painted = []
    for _ in range(3):
        image = QImage(
            round(frame.width * ratio), round(frame.height * ratio), QImage.Format.Format_RGB32
        )
        image.setDevicePixelRatio(ratio)
        image.fill(QColor(tokens.canvas))
        painter = QPainter(image)
        paint_links(painter, frame, (row,), tokens, arcs)
        painter.end()
        painted.append(np.frombuffer(image.constBits(), np.uint8).astype(int))
    stroked, put, again = painted
    assert np.ptp(stroked) and np.array_equal(put, again)
    assert np.abs(stroked - put).max() <= 6  # where strokes cross, each is rounded another way

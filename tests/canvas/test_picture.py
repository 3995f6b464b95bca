"""A picture in a file shows what the window shows: the sentence, the axis, names, marks, labels."""

import re

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from timeline_app.canvas.frames import Frames
from timeline_app.canvas.measures import Measures
from timeline_app.canvas.picture import (
    SENTENCE_PX,
    Picture,
    as_pdf,
    as_png,
    as_svg,
    frame_in_sight,
)
from timeline_app.dates.civil import day_of
from timeline_app.look.tokens import DARK, LIGHT, Tokens
from timeline_app.model.view import View
from timeline_app.scene.hit_test import places_of
from timeline_app.session.session import Session

DISPUTED = "1996-04-26-shanghai-five-sign-the-treaty-on-military-trust-in-border-r"


def picture_of(
    session: Session, tokens: Tokens = LIGHT, size: tuple[int, int] = (1280, 800)
) -> Picture:
    return Picture(session.snapshot, session.sentence(), session.labels, *size, tokens)


def pixels(image: QImage) -> NDArray[np.uint8]:
    """(height, width, 3) of red, green, blue."""
    flat = image.convertToFormat(QImage.Format.Format_RGB888)
    lines = np.frombuffer(flat.constBits(), np.uint8).reshape(flat.height(), flat.bytesPerLine())
    return lines[:, : flat.width() * 3].reshape(flat.height(), flat.width(), 3).copy()


def rgb(colour: str) -> list[int]:
    return [int(colour[i : i + 2], 16) for i in (1, 3, 5)]


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_all_nine_vectors_stand_in_their_colours(session: Session, tokens: Tokens) -> None:
    content, labels = as_png(picture_of(session, tokens))
    seen = pixels(QImage.fromData(content))
    assert seen.shape == (800, 1280, 3)
    assert labels > 20
    lanes = seen[SENTENCE_PX + 30 :, Measures.of(1880, 1100).head_px :]
    for colour in tokens.vectors:
        assert (lanes == rgb(colour)).all(axis=2).sum() > 100
    assert (seen[3, 3] == rgb(tokens.canvas)).all()


def test_a_brushed_period_is_washed_and_its_outside_veiled(session: Session) -> None:
    session.set_span(day_of(2014, 3, 1), day_of(2014, 4, 30))
    session.set_view(View(float(day_of(2014, 1, 1)), 200.0))
    seen = pixels(QImage.fromData(as_png(picture_of(session))[0]))
    ruler = seen[SENTENCE_PX : SENTENCE_PX + 42]
    assert (ruler == rgb(LIGHT.wash)).all(axis=2).sum() > 5000
    assert (ruler == rgb(LIGHT.hl)).all(axis=2).sum() > 500
    lanes = seen[SENTENCE_PX + 42 :]
    assert (lanes == rgb(LIGHT.bg)).all(axis=2).mean() > 0.2


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("grouping", ["vector", "state"])
@pytest.mark.parametrize("years", [2, 30], ids=["near", "far"])
def test_events_of_the_second_period_stand_in_their_colours_on_a_hatched_ground(
    session: Session, tokens: Tokens, grouping: str, years: int
) -> None:
    b = day_of(2015, 2, 1), day_of(2015, 7, 31)
    session.group_by(grouping)
    session.set_view(View(float(day_of(2015, 1, 1) - 180 * years), 365.0 * years))
    session.set_span(day_of(2014, 3, 1), day_of(2014, 4, 30))

    def lit() -> tuple[NDArray[np.int64], NDArray[np.uint8]]:
        """How many pixels of each vector within B, and all of them there."""
        seen = pixels(QImage.fromData(as_png(picture_of(session, tokens))[0]))
        scale = Measures.of(1880, 1100).scale(session.snapshot.view, 1280)
        left, right = (round(scale.x(day)) for day in (b[0], b[1] + 1))
        within = seen[SENTENCE_PX + 60 :, left + 2 : right - 2]
        counts = [(within == rgb(one)).all(axis=2).sum() for one in tokens.vectors]
        return np.array(counts), within

    before, plain = lit()
    session.set_second(*b)
    after, hatched = lit()
    assert before.sum() < after.sum() / 4  # what lasts from A into B was lit before
    assert (after > before).sum() >= 5
    assert (hatched == rgb(tokens.hair)).all(axis=2).sum() > (
        (plain == rgb(tokens.hair)).all(axis=2).sum()
    )


def test_an_svg_is_the_same_picture(session: Session) -> None:
    content, labels = as_svg(picture_of(session))
    renderer = QSvgRenderer(QByteArray(content))
    assert renderer.isValid() and labels > 20
    image = QImage(1280, 800, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    drawn = pixels(image)
    for colour in LIGHT.vectors:
        assert (drawn == rgb(colour)).all(axis=2).sum() > 100
    assert "Whole archive" not in content.decode()
    assert "Russia" in content.decode()


def test_a_pdf_has_one_page_of_that_size(session: Session) -> None:
    content, _ = as_pdf(picture_of(session))
    assert content.startswith(b"%PDF")
    box = re.search(rb"/MediaBox \[0 0 ([0-9.]+) ([0-9.]+)\]", content)
    assert box is not None
    assert [float(side) for side in box.groups()] == pytest.approx([960, 600], abs=1)
    assert len(re.findall(rb"/Type\s*/Page\b", content)) == 1


def test_nothing_open_says_so(qapp: object) -> None:
    empty = Session()
    content, labels = as_png(picture_of(empty, size=(640, 400)))
    assert labels == 0
    assert QImage.fromData(content).width() == 640


def occurrence(session: Session, event_id: str) -> int:
    return session.occurrences_of([event_id])[event_id]


@pytest.mark.parametrize("grouping", ["vector", "source"])
@pytest.mark.parametrize("size", [(1280, 800), (640, 300)], ids=["wide", "low"])
def test_the_ring_of_what_is_selected_is_all_that_differs(
    session: Session, grouping: str, size: tuple[int, int]
) -> None:
    """Where there is not room for every lane the picture begins further down, so that it is in."""
    session.group_by(grouping)
    before = pixels(QImage.fromData(as_png(picture_of(session, size=size))[0]))
    session.select((occurrence(session, DISPUTED),))
    after = pixels(QImage.fromData(as_png(picture_of(session, size=size))[0]))
    changed = (before != after).any(axis=2)
    ink = (after == rgb(LIGHT.ink)).all(axis=2)
    assert (changed & ink).sum() > 20
    if size[1] > 500:
        assert changed.mean() < 0.02


def test_no_lane_of_what_is_selected_is_left_out(session: Session) -> None:
    """In a picture of two lanes' height every event in turn is drawn, wherever its lane stands."""
    session.group_by("state")
    table = session.snapshot.table
    for row in range(0, len(table), 97):
        session.select((int(table.occurrence[row]),))
        picture = picture_of(session, size=(700, 200))
        frames = Frames(picture.labels)
        frames.show(picture.snapshot)
        frame = frame_in_sight(frames, picture, [row])
        places = places_of(frame.drawn, row)
        assert any(0 <= place.y < frame.lanes_px for place in places)

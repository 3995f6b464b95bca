"""What is behind the lanes is in the picture, at its days, under every mark and over no track."""

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from timeline_app.canvas.centre import Centre
from timeline_app.canvas.focus import focus_words
from timeline_app.canvas.frame_painter import paint_frame
from timeline_app.canvas.frames import Frame
from timeline_app.look.tokens import DARK, LIGHT, Tokens
from timeline_app.model.membership_rows import member_key
from timeline_app.session.session import Session


def chosen(session: Session, code: str, state: str) -> int:
    table = session.snapshot.memberships
    organisation = [one.code for one in table.organisations].index(code)
    key = member_key(table, organisation, [term.id for term in table.states].index(state))
    session.toggle_membership_band(key)
    return key


def painted(frame: Frame, tokens: Tokens) -> QImage:
    image = QImage(frame.width, frame.height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_frame(painter, frame, tokens)
    painter.end()
    return image


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_the_ground_lies_behind_the_lanes_alone(
    centre: Centre, session: Session, tokens: Tokens
) -> None:
    session.show_days(2_456_000, 2_458_000)
    before = centre.timeline.frame()
    chosen(session, "EAEU", "KGZ")
    frame = centre.timeline.frame()
    assert before is not None and frame is not None
    (ground,) = frame.grounds
    (edge,) = ground.edges
    bare, image = painted(before, tokens), painted(frame, tokens)
    lanes = range(frame.ruler_px + 2, int(frame.ruler_px + frame.lanes_px) - 2)
    behind, canvas = QColor(tokens.behind).rgb(), QColor(tokens.canvas).rgb()
    for x in (round(edge) - 9, round(edge) + 9):
        was = [y for y in lanes if bare.pixel(x, y) == canvas]
        now = {image.pixel(x, y) for y in was}
        assert was and (behind in now) == (x > edge)
        assert x > edge or now == {canvas}
    strong = QColor(tokens.strong).rgb()
    assert sum(image.pixel(round(edge), y) == strong for y in lanes) > len(lanes) / 2
    for x in range(int(frame.scale.left_px), frame.width, 7):
        assert image.pixel(x, frame.ruler_px - 3) == bare.pixel(x, frame.ruler_px - 3)


def test_marks_and_labels_stay_where_they_were(centre: Centre, session: Session) -> None:
    before = centre.timeline.frame()
    chosen(session, "CSTO", "UZB")
    after = centre.timeline.frame()
    assert before is not None and after is not None and after.grounds
    assert after.drawn.labels == before.drawn.labels
    assert (after.drawn.spots.bounds == before.drawn.spots.bounds).all()


def test_what_is_behind_the_lanes_is_spoken(session: Session) -> None:
    assert "EAEU" not in focus_words(session, session.snapshot)
    chosen(session, "EAEU", "KGZ")
    assert "Behind the lanes: EAEU, Kyrgyzstan." in focus_words(session, session.snapshot)

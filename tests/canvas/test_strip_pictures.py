"""What stands under the lanes is in a picture too: in every form, with both periods marked."""

import re

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from timeline_app.canvas.lettering import measure
from timeline_app.canvas.measures import RIGHT_PX
from timeline_app.canvas.picture import Picture, as_pdf, as_png, as_svg, picture_measures
from timeline_app.canvas.strip_pictures import StripPicture, strip_picture
from timeline_app.dates.civil import day_of
from timeline_app.look.tokens import LIGHT
from timeline_app.model.view import View
from timeline_app.session.measure import Measure
from timeline_app.session.session import Session
from timeline_app.session.strip_ids import BALANCE, COUNTS, SERIES, STRIP_IDS, VOTES
from timeline_app.session.under_lanes import UnderLanes, under_lanes

SIZE = 1200, 900
A = day_of(2011, 3, 18), day_of(2014, 3, 17)
B = day_of(2014, 3, 18), day_of(2017, 3, 17)
TITLES = {BALANCE: "Vector balance", VOTES: "Votes in the UN", SERIES: "Chosen series"}


@pytest.fixture
def marked(session: Session) -> Session:
    """A and B within sixteen years, of Kazakhstan, with few draws and two series."""
    session.measure_by(Measure(draws=100))
    session.set_terms("state", {"KAZ"})
    session.set_view(View(float(day_of(2006, 1, 1)), 5844.0))
    session.set_span(*A)
    session.set_second(*B)
    session.choose_series([one.key for one in session.every_series()[:2]])
    return session


def strip_of(session: Session, under: UnderLanes) -> StripPicture | None:
    return strip_picture(session, session.snapshot, under, picture_measures(*SIZE), SIZE[1])


def picture(session: Session, strip: str) -> Picture:
    now = session.snapshot
    drawn = strip_of(session, under_lanes(now, strip))
    return Picture(now, session.sentence(), session.labels, *SIZE, LIGHT, strip=drawn)


def pixels(image: QImage) -> NDArray[np.uint8]:
    flat = image.convertToFormat(QImage.Format.Format_RGB888)
    lines = np.frombuffer(flat.constBits(), np.uint8).reshape(flat.height(), flat.bytesPerLine())
    return lines[:, : flat.width() * 3].reshape(flat.height(), flat.width(), 3).copy()


def rendered(svg: bytes) -> QImage:
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg)).render(painter)
    painter.end()
    return image


@pytest.mark.parametrize("strip", STRIP_IDS)
def test_it_stands_at_the_foot_and_marks_both_periods(marked: Session, strip: str) -> None:
    shown = picture(marked, strip)
    assert shown.strip is not None
    assert 0 < shown.strip.height < SIZE[1] / 2 + 40
    seen = pixels(QImage.fromData(as_png(shown)[0]))[SIZE[1] - shown.strip.height :]
    scale = picture_measures(*SIZE).scale(marked.snapshot.view, SIZE[0])
    dark = seen.max(axis=2) < 90
    whole, broken = (
        dark[26:-12, round(scale.x(day)) - 2 : round(scale.x(day)) + 2].any(axis=1).mean()
        for day in (A[0], B[1] + 1)
    )
    assert whole > broken > 0.1
    words = as_svg(shown)[0].decode()
    assert TITLES.get(strip, "Events a year") in words


@pytest.mark.parametrize("strip", STRIP_IDS)
def test_an_svg_paints_nothing_over_heads_and_margin(marked: Session, strip: str) -> None:
    """An SVG knows no clipping: what lies before the days in sight must not be seen over a head."""
    shown = picture(marked, strip)
    assert shown.strip is not None
    as_pixels, as_strokes = (
        pixels(image)[SIZE[1] - shown.strip.height + 24 :]
        for image in (QImage.fromData(as_png(shown)[0]), rendered(as_svg(shown)[0]))
    )
    right = slice(SIZE[0] - RIGHT_PX + 4, SIZE[0])
    bare = np.array([255, 255, 255])
    assert (as_strokes[4:-4, right] == bare).all(
        axis=2
    ).mean() > 0.9  # the end of a word, in another font
    head = picture_measures(*SIZE).head_px
    inked = [(part[:, :head] < 200).any(axis=2).mean() for part in (as_pixels, as_strokes)]
    assert abs(inked[0] - inked[1]) < 0.03


def test_a_pdf_holds_it_too(marked: Session) -> None:
    without = len(as_pdf(picture(marked, ""))[0])
    assert len(as_pdf(picture(marked, BALANCE))[0]) > without + 2000


def test_texts_of_an_svg_say_how_wide_they_are(marked: Session) -> None:
    words = as_svg(picture(marked, COUNTS))[0].decode()
    texts = re.findall(r"<text ([^>]*)>([^<]*)</text>", words)
    assert len(texts) > 50
    for attributes, said in texts:
        if said.strip():
            wide = re.search(r'textLength="([\d.]+)"', attributes)
            size = re.search(r'font-size="([\d.]+)"', attributes)
            assert wide is not None and size is not None
            assert "sans-serif" in attributes
    said = "An event of several vectors counts in each"
    of = next(attributes for attributes, text in texts if text == said)
    assert f'textLength="{measure(said, 12):.2f}"' in of


def test_nothing_to_draw_is_no_strip(session: Session) -> None:
    assert strip_of(session, UnderLanes("")) is None
    assert strip_of(session, UnderLanes(SERIES)) is None  # no series is chosen
    assert under_lanes(session.snapshot, "of old").strip == ""

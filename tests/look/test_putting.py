"""A picture is put pixel by pixel, whatever the screen, and painting begins on a whole one."""

from math import inf

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap, QTransform
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from timeline_app.canvas.wide_picture import WidePicture, pixmap
from timeline_app.look import putting
from timeline_app.look.putting import painter_of, put_many, put_part, put_whole, reach
from timeline_app.scene.time_scale import TimeScale

RATIOS = [1.0, 1.25, 1.5, 1.75, 2.0, 3.0]
WIDE, HIGH = 40, 24


def _speckled(wide: int, high: int, ratio: float) -> QPixmap:
    """Every pixel of the screen of another colour than those beside it."""
    made = QImage(round(wide * ratio), round(high * ratio), QImage.Format.Format_RGB32)
    for y in range(made.height()):
        for x in range(made.width()):
            made.setPixel(x, y, QColor((x * 37) % 256, (y * 53) % 256, (x * y) % 256).rgb())
    picture = QPixmap.fromImage(made)
    picture.setDevicePixelRatio(ratio)
    return picture


def _pixels(picture: QPixmap) -> np.ndarray:
    image = picture.toImage().convertToFormat(QImage.Format.Format_RGB32)
    raw = np.frombuffer(image.constBits(), np.uint32)
    return raw.reshape(image.height(), image.width()) & 0xFFFFFF


def _ground(ratio: float) -> QPixmap:
    made = pixmap(WIDE, HIGH, ratio)
    made.fill(QColor("white"))
    return made


@pytest.mark.parametrize("ratio", RATIOS)
def test_a_part_is_the_same_pixels_elsewhere(qtbot: QtBot, ratio: float) -> None:
    source, into = _speckled(WIDE, HIGH, ratio), _ground(ratio)
    painter = QPainter(into)
    at, part = QPointF(8, 4), QRectF(4 * ratio, 8 * ratio, 20 * ratio, 12 * ratio)
    put_part(painter, at, source, part)
    assert painter.worldTransform() == QTransform()
    painter.end()
    wanted = _pixels(_ground(ratio))
    x, y, w, h = (round(of * ratio) for of in (8, 4, 20, 12))
    own_x, own_y = round(4 * ratio), round(8 * ratio)
    wanted[y : y + h, x : x + w] = _pixels(source)[own_y : own_y + h, own_x : own_x + w]
    assert np.array_equal(_pixels(into), wanted)


@pytest.mark.parametrize("ratio", RATIOS)
def test_a_whole_picture_is_put_as_it_is(qtbot: QtBot, ratio: float) -> None:
    source, into = _speckled(WIDE, HIGH, ratio), _ground(ratio)
    painter = QPainter(into)
    put_whole(painter, source)
    painter.end()
    assert np.array_equal(_pixels(into), _pixels(source))


@pytest.mark.parametrize("ratio", RATIOS)
def test_small_pictures_are_put_where_they_are_meant_to_be(qtbot: QtBot, ratio: float) -> None:
    source, into = _speckled(8, 4, ratio), _ground(ratio)
    painter = QPainter(into)
    places = [(3, 5), (17, 9)]
    put_many(painter, ((x, y, source) for x, y in places), ratio)
    assert painter.worldTransform() == QTransform()
    painter.end()
    wanted, small = _pixels(_ground(ratio)), _pixels(source)
    for x, y in places:
        wanted[y : y + small.shape[0], x : x + small.shape[1]] = small
    assert np.array_equal(_pixels(into), wanted)


def test_a_painter_reaches_as_far_as_its_clip(qtbot: QtBot) -> None:
    painter = QPainter(ground := _ground(2.0))
    assert reach(painter) == (-inf, inf)
    painter.translate(0, 5)
    painter.setClipRect(QRectF(0, 1, WIDE, 7))
    assert reach(painter) == (1, 8)
    painter.end()
    assert not ground.isNull()


@pytest.mark.parametrize("ratio", RATIOS)
def test_parts_of_dragged_days_are_the_same_pixels(qtbot: QtBot, ratio: float) -> None:
    source = _speckled(WIDE, HIGH, ratio)
    wide = WidePicture(TimeScale(0.0, 1.0, 0.0, float(WIDE)), HIGH, ratio)
    painter = QPainter(wide._picture)
    put_whole(painter, source)
    painter.end()
    into = _ground(ratio)
    painter = QPainter(into)
    parts = [(8, 4, 8, 4), (24, 12, 12, 8)]
    wide.put_parts(painter, parts, 4)
    painter.end()
    wanted = _pixels(_ground(ratio))
    for part in parts:
        x, y, w, h = (round(of * ratio) for of in part)
        own = round((part[0] - 4) * ratio)
        wanted[y : y + h, x : x + w] = _pixels(source)[y : y + h, own : own + w]
    assert np.array_equal(_pixels(into), wanted)


@pytest.mark.parametrize("ratio", RATIOS)
@pytest.mark.parametrize("at", [(0, 0), (1, 2), (3, 5), (2, 7)])
def test_painting_begins_on_a_whole_pixel(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, ratio: float, at: tuple[int, int]
) -> None:
    ground = _ground(ratio)  # of the window, in which the widget begins there
    painter = QPainter(ground)
    painter.translate(QPointF(*at))
    monkeypatch.setattr(putting, "QPainter", lambda _: painter)
    widget = QWidget()
    qtbot.addWidget(widget)
    monkeypatch.setattr(widget, "devicePixelRatioF", lambda: ratio)
    assert painter_of(widget) is painter
    begins = painter.deviceTransform()
    painter.end()
    for found, asked in ((begins.dx(), at[0]), (begins.dy(), at[1])):
        assert found == pytest.approx(round(found), abs=1e-6)
        assert abs(found - asked * ratio) <= 0.5 + 1e-6

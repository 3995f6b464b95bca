"""On the screen a text is a kept picture, in a file it is a text; both stand at the same place."""

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from timeline_app.canvas.lettering import measure, write, write_all, write_to
from timeline_app.look import fonts
from timeline_app.look.glyphs import draw_glyph, put_glyph

INK, PAPER = "#16181D", "#FFFFFF"


def paper(ratio: float) -> QImage:
    image = QImage(round(220 * ratio), round(40 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor(PAPER))
    return image


def inked(image: QImage) -> tuple[int, int, int, int]:
    """The first and last column and row, in the pixels of the device, that are not bare."""
    bare = QColor(PAPER).rgb()
    marked = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixel(x, y) != bare
    ]
    xs, ys = [x for x, _ in marked], [y for _, y in marked]
    return min(xs), max(xs), min(ys), max(ys)


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("text", ["Astana", "Әлем, Ғылым", "jÄg"])
def test_a_kept_picture_stands_where_the_letters_would(ratio: float, text: str) -> None:
    kept, plain = paper(ratio), paper(ratio)
    painter = QPainter(kept)
    write(painter, text, 20.3, 25.5, INK, 13.0)
    painter.end()
    painter = QPainter(plain)
    painter.setFont(fonts.font(13.0))
    painter.setPen(QColor(INK))
    painter.drawText(20, 26, text)
    painter.end()
    assert all(abs(a - b) <= 1.5 * ratio for a, b in zip(inked(kept), inked(plain), strict=True))


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_many_texts_are_painted_as_each_alone(ratio: float) -> None:
    texts = [
        ("Astana", 3.2, 14.6, INK, 13.0),
        ("Әлем", 60.5, 30.49, "#884400", 12.5),
        ("jÄg", 61.0, 15.0, INK, 11.5),
    ]
    one, all_ = paper(ratio), paper(ratio)
    painter = QPainter(one)
    for text in texts:
        write(painter, *text)
    painter.end()
    painter = QPainter(all_)
    write_all(painter, texts)
    painter.end()
    assert one == all_
    assert one != paper(ratio)


def test_a_text_ends_where_it_is_asked_to() -> None:
    image = paper(1.0)
    painter = QPainter(image)
    write_to(painter, "1,080", 200.0, 25.0, INK, 12.5)
    painter.end()
    left, right, _, _ = inked(image)
    assert right <= 201 and abs((right - left) - measure("1,080", 12.5)) < 4


def test_in_a_file_a_text_is_a_text() -> None:
    into = QByteArray()
    buffer = QBuffer(into)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(200, 40))
    painter = QPainter(generator)
    write(painter, "Astana", 5, 20, INK, 13.0)
    painter.end()
    svg = bytes(into.data()).decode()
    assert "Astana" in svg and "<image" not in svg


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("at", [(50.0, 20.0), (50.37, 20.5), (50.99, 19.74)])
def test_a_kept_glyph_stands_where_a_drawn_one_does(ratio: float, at: tuple[float, float]) -> None:
    kept, plain = paper(ratio), paper(ratio)
    painter = QPainter(kept)
    put_glyph(painter, 2, *at, 10.0, INK)
    painter.end()
    painter = QPainter(plain)
    draw_glyph(painter, 2, *at, 10.0, INK)
    painter.end()
    assert all(abs(a - b) <= 1 for a, b in zip(inked(kept), inked(plain), strict=True))

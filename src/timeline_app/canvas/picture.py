"""The timeline as a picture in a file: the sentence, ruler, heads, lanes and tracks, what is
selected, and the strip under the lanes; no chrome."""

from collections.abc import Callable, Sequence

import numpy as np
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLineF, QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import QColor, QImage, QImageWriter, QPageSize, QPainter, QPdfWriter, QPen

from timeline_app.canvas.focus import selected_rows
from timeline_app.canvas.frame_painter import paint_frame, paint_margins
from timeline_app.canvas.frames import Frame, Frames, Labels
from timeline_app.canvas.lettering import measure, write, write_to
from timeline_app.canvas.link_painter import Arcs, paint_links
from timeline_app.canvas.measures import Measures
from timeline_app.canvas.overlay_painter import Overlay, paint_overlay
from timeline_app.canvas.strip_pictures import StripPicture
from timeline_app.canvas.svg_text import portable
from timeline_app.canvas.track_kind import Tracks
from timeline_app.dataclass import dataclass
from timeline_app.look import fonts
from timeline_app.look.tokens import Tokens
from timeline_app.scene.asserted_dates import AssertedDate
from timeline_app.scene.hit_test import places_of
from timeline_app.scene.text_measure import shortened
from timeline_app.session.sentence import COUNT, Phrase
from timeline_app.session.snapshot import Snapshot

SENTENCE_PX = 44
DOTS_AN_INCH = 96
LEAST_LANES_PX = 120
_MARGIN = 16.0


@dataclass(frozen=True, eq=False, slots=True)
class Picture:
    """What is to be seen: a snapshot, its sentence, how to read the texts of its rows, and the
    tracks under the lanes, those in `opened` never folded. `dates` are what else is asserted of
    the one event that is selected; `strip` stands at the foot."""

    snapshot: Snapshot
    sentence: tuple[Phrase, ...]
    labels: Labels
    width: int
    height: int
    tokens: Tokens
    tracks: Tracks = ()
    opened: frozenset[str] = frozenset()
    dates: tuple[AssertedDate, ...] = ()
    strip: StripPicture | None = None

    @property
    def lanes_px(self) -> int:
        """The height from the ruler to the strip, or to the foot."""
        strip = self.strip.height if self.strip else 0
        return max(LEAST_LANES_PX, self.height - SENTENCE_PX - strip)


def picture_measures(width: int, height: int) -> Measures:
    """Those of the window in which the centre would be of this size."""
    return Measures.of(width + 600, height + 300)


def paint_picture(painter: QPainter, picture: Picture) -> int:
    """Paints it from the origin; returns how many events are named by a label."""
    tokens = picture.tokens
    ground = QRectF(0, 0, picture.width, picture.height)
    painter.fillRect(ground, QColor(tokens.canvas))
    _sentence(painter, picture)
    frames = Frames(picture.labels, picture.tracks)
    frames.tracks.wishes.opened = picture.opened
    frames.show(picture.snapshot)
    rows = selected_rows(picture.snapshot)
    frame = frame_in_sight(frames, picture, rows)
    title = frames.titles(rows)[0] if len(rows) == 1 else ""
    painter.save()
    painter.translate(0, SENTENCE_PX)
    paint_frame(painter, frame, tokens)
    paint_margins(painter, frame, tokens)
    paint_links(painter, frame, rows, tokens, Arcs())
    paint_overlay(painter, frame, Overlay(None, rows, title, False, picture.dates), tokens)
    painter.restore()
    _strip(painter, picture)
    return len(frame.drawn.labels)


def _strip(painter: QPainter, picture: Picture) -> None:
    if picture.strip is None:
        return
    scale = picture_measures(picture.width, picture.height).scale(
        picture.snapshot.view, picture.width
    )
    painter.save()
    painter.translate(0, SENTENCE_PX + picture.lanes_px)
    picture.strip.paint(painter, scale, picture.tokens)
    painter.restore()


def frame_in_sight(frames: Frames, picture: Picture, rows: Sequence[int]) -> Frame:
    """The frame in which the last of these rows is drawn: where there is not room for every lane,
    it begins further down. `show` comes first."""
    measures = picture_measures(picture.width, picture.height)
    size = (picture.width, picture.lanes_px)
    frame = frames.frame(measures, size)
    if not rows or any(place.y < frame.lanes_px for place in places_of(frame.drawn, rows[-1])):
        return frame
    lane = int(frame.content.home[np.array(rows[-1:])][0])
    box = next((box for box in frame.drawn.boxes if lane in box.lanes), None)
    middle = (box.top + box.bottom) / 2 if box else 0.0
    scroll_px = min(frame.hidden_px, max(0.0, middle - frame.lanes_px / 2))
    return frames.frame(measures, size, scroll_px=scroll_px)


def _sentence(painter: QPainter, picture: Picture) -> None:
    """The sentence in one line, its number in bold; the edition at the right, if it fits."""
    tokens, x, y = picture.tokens, _MARGIN, SENTENCE_PX / 2 + 5.5
    end = picture.width - _MARGIN
    for phrase in picture.sentence:
        bold = phrase.role == COUNT
        text = shortened(phrase.text, end - x, fonts.SENTENCE, measure, bold)
        write(painter, text, x, y, tokens.ink, fonts.SENTENCE, bold)
        x += measure(text, fonts.SENTENCE, bold)
        if text != phrase.text:
            break
    archive = picture.snapshot.archive
    title = archive.edition.title if archive else ""
    if title and x + 24 + measure(title, fonts.CAPTION) <= end:
        write_to(painter, title, end, y, tokens.ink3, fonts.CAPTION)
    painter.setPen(QPen(QColor(tokens.hair), 1))
    painter.drawLine(QLineF(0, SENTENCE_PX - 0.5, picture.width, SENTENCE_PX - 0.5))


def as_png(picture: Picture) -> tuple[bytes, int]:
    """The bytes of a PNG, and the number of labels."""
    image = QImage(picture.width, picture.height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    labels = paint_picture(painter, picture)
    painter.end()
    return _written(lambda to: QImageWriter(to, b"png").write(image)), labels


def as_svg(picture: Picture) -> tuple[bytes, int]:
    """The bytes of an SVG; its texts are text, in the fonts of who opens it."""
    # only this kind of picture needs the module
    from PySide6.QtSvg import QSvgGenerator  # noqa: PLC0415 - see above

    made = 0

    def draw(to: QBuffer) -> None:
        nonlocal made
        generator = QSvgGenerator()
        generator.setOutputDevice(to)
        generator.setResolution(DOTS_AN_INCH)
        generator.setSize(QSize(picture.width, picture.height))
        generator.setViewBox(QRectF(0, 0, picture.width, picture.height))
        generator.setTitle(
            picture.snapshot.archive.edition.title if picture.snapshot.archive else ""
        )
        painter = QPainter(generator)
        made = paint_picture(painter, picture)
        painter.end()

    return portable(_written(draw)), made


def as_pdf(picture: Picture) -> tuple[bytes, int]:
    """The bytes of a PDF of one page as large as the picture at 96 dots an inch."""
    made = 0

    def draw(to: QBuffer) -> None:
        nonlocal made
        writer = QPdfWriter(to)
        points = QSizeF(picture.width, picture.height) * (72 / DOTS_AN_INCH)
        writer.setPageSize(QPageSize(points, QPageSize.Unit.Point))
        writer.setPageMargins(QMarginsF(0, 0, 0, 0))
        writer.setResolution(DOTS_AN_INCH)
        painter = QPainter(writer)
        made = paint_picture(painter, picture)
        painter.end()

    return _written(draw), made


KINDS: dict[str, Callable[[Picture], tuple[bytes, int]]] = {
    "png": as_png,
    "svg": as_svg,
    "pdf": as_pdf,
}


def _written(draw: Callable[[QBuffer], object]) -> bytes:
    into = QByteArray()
    buffer = QBuffer(into)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    draw(buffer)
    buffer.close()
    return bytes(into.data())

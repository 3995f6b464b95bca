"""The column of lane heads: glyph, name, and how many events pass."""

from PySide6.QtCore import QLineF
from PySide6.QtGui import QColor, QPainter, QPen

from timeline_app.canvas.lettering import measure, write, write_passing
from timeline_app.canvas.track_kind import TrackHead
from timeline_app.look import fonts
from timeline_app.look.glyphs import NO_VECTOR, put_glyph
from timeline_app.look.putting import reach
from timeline_app.look.tokens import Tokens
from timeline_app.scene.content import Content
from timeline_app.scene.lane_layout import LaneBox
from timeline_app.scene.text_measure import shortened
from timeline_app.scene.track import Band
from timeline_app.words.tr import grouped, tr

NAME, COUNT = 14.0, 12.5
NARROW_NAME, NARROW_HEAD_PX = 13.0, 140.0
TIGHT_NAME, TIGHT_COUNT = 11.5, 11.0
TIGHT_PX = 20.0
CAPTION, CAPTION_ROW_PX = 12.0, 15.0
_CAPTION_FOOT_PX = 5.0
_TWO_COUNTS_PX, _COUNTS_APART_PX = 28.0, 13.0
_LEAST_NAME = 6.0
_TOP_FROM_PX = 60.0
_QUIET_STEP = 15


def paint_heads(
    painter: QPainter,
    boxes: tuple[LaneBox, ...],
    content: Content,
    head_px: float,
    tokens: Tokens,
) -> None:
    """Paints the heads of all boxes, as far as the painter's clip reaches."""
    top, bottom = reach(painter)
    for box in boxes:
        if box.top >= bottom or box.bottom <= top:
            continue
        if box.folded:
            _quiet(painter, box, content, head_px, tokens)
        else:
            _head(painter, box, content, head_px, tokens)


def paint_head_lines(
    painter: QPainter, boxes: tuple[LaneBox, ...], width: float, tokens: Tokens
) -> None:
    """Paints the hair lines under the boxes, `width` pixels long."""
    painter.setPen(QPen(QColor(tokens.hair), 1))
    feet = [round(box.bottom) - 0.5 for box in boxes]
    painter.drawLines([QLineF(0, y, width, y) for y in feet])


def _head(
    painter: QPainter, box: LaneBox, content: Content, head_px: float, tokens: Tokens
) -> None:
    rows = content.lanes[box.lanes[0]]
    vector = rows.lane.vector
    head = TrackHead(vector, rows.lane.label, rows.passing, second=rows.second)
    _named(painter, Band(box.top, box.height), head, tokens.vector(vector), head_px, tokens)


def paint_track_head(
    painter: QPainter, band: Band, head: TrackHead, head_px: float, tokens: Tokens
) -> None:
    """Paints the head of a track; its captions stand under the name where there is room."""
    x, baseline = _named(painter, band, head, tokens.ink2, head_px, tokens)
    step = fonts.scaled(CAPTION_ROW_PX)
    for line in head.captions:
        baseline += step
        if baseline + _CAPTION_FOOT_PX > band.bottom:
            return
        text = shortened(line, head_px - 6 - x, CAPTION, measure)
        write(painter, text, x, baseline, tokens.ink3, CAPTION)


def _named(
    painter: QPainter,
    band: Band,
    head: TrackHead,
    colour: str,
    head_px: float,
    tokens: Tokens,
) -> tuple[float, float]:
    """Glyph, name and number, low in a small strip and near the top of a high one; returns where
    the name stands."""
    tight, narrow = band.height < fonts.scaled(TIGHT_PX), head_px < fonts.scaled(NARROW_HEAD_PX)
    most_px = max(_LEAST_NAME, band.height / fonts.scaled(100) * 100)
    middle = round(band.top + min(band.height / 2, 30 if band.height > _TOP_FROM_PX else 1e6))
    name_px = min(TIGHT_NAME if tight else NARROW_NAME if narrow else NAME, most_px)
    count_px = min(TIGHT_COUNT if tight else COUNT, most_px)
    right = head_px - (6 if narrow else 10)
    counts_px = _counts(painter, band, head, right, middle, count_px, tokens)
    x = 12.0
    if head.glyph != NO_VECTOR:
        at = 15 if narrow else 18
        put_glyph(painter, head.glyph, at, middle, 7.5 if tight else 11, colour)
        x = at + (11.0 if narrow or tight else 14.0)
    room = right - 4 - counts_px - x
    name = shortened(head.name, room, name_px, measure, not tight)
    ink = tokens.ink if head.count or head.second else tokens.ink3
    write(painter, name, x, middle + fonts.scaled(4 if tight else 5), ink, name_px, not tight)
    return x, middle + 5.0


def _counts(
    painter: QPainter,
    band: Band,
    head: TrackHead,
    right: float,
    middle: float,
    size: float,
    tokens: Tokens,
) -> float:
    """The number, and that of the second period under it where there is room for both; returns how
    wide they are."""
    words = [grouped(head.count)]
    if head.second is not None and head.captions:  # these stand where the second line would
        words = [tr("{a} · B {b}", a=words[0], b=grouped(head.second))]
    elif head.second is not None and band.height >= fonts.scaled(_TWO_COUNTS_PX):
        words.append(tr("B {n}", n=grouped(head.second)))
    apart = fonts.scaled(_COUNTS_APART_PX)
    y = middle + fonts.scaled(4.5) - apart * (len(words) - 1) / 2
    for n, said in enumerate(words):
        write_passing(painter, said, right, y + n * apart, tokens.ink3, size)
    return max(measure(said, size) for said in words)


def _quiet(
    painter: QPainter, box: LaneBox, content: Content, head_px: float, tokens: Tokens
) -> None:
    """Lanes folded into one: their glyphs, as far as there is room, and how many events pass."""
    middle = box.top + box.height / 2
    lanes = [content.lanes[i] for i in box.lanes]
    count = grouped(sum(lane.passing for lane in lanes))
    baseline = middle + fonts.scaled(4.5)
    write_passing(painter, count, head_px - 10, baseline, tokens.ink3, COUNT)
    word = tr("{n} quiet", n=len(lanes))
    room = head_px - 26 - measure(count, COUNT) - measure(word, COUNT)
    x = 18.0
    for lane in lanes:
        if lane.lane.vector == NO_VECTOR or x > room:
            continue
        put_glyph(painter, lane.lane.vector, x, middle, 10, tokens.vector(lane.lane.vector))
        x += _QUIET_STEP
    write(painter, word, x - 6, baseline, tokens.ink2, COUNT)

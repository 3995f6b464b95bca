"""Frames painted whole, and as a kept picture shows them."""

import numpy as np
from PySide6.QtGui import QImage, QPainter

from timeline_app.canvas.frame_painter import paint_frame
from timeline_app.canvas.frame_picture import FramePicture
from timeline_app.canvas.frames import Frame
from timeline_app.look.tokens import THEMES

SIZE = (900, 520)


def image(frame: Frame, ratio: float) -> QImage:
    """As large as the frame."""
    wide, high = round(frame.width * ratio), round(frame.height * ratio)
    made = QImage(wide, high, QImage.Format.Format_RGB32)
    made.setDevicePixelRatio(ratio)
    return made


def brute(frame: Frame, theme: str, ratio: float) -> QImage:
    made = image(frame, ratio)
    painter = QPainter(made)
    paint_frame(painter, frame, THEMES[theme])
    painter.end()
    return made


def shown_by(picture: FramePicture, frame: Frame, theme: str, ratio: float) -> QImage:
    """What a kept picture shows of the frame."""
    made = image(frame, ratio)
    painter = QPainter(made)
    picture.paint(painter, frame, THEMES[theme])
    painter.end()
    return made


def differing(one: QImage, other: QImage) -> tuple[int, int, int, int] | None:
    """Left, top, right and bottom of what differs, in the pixels of the device."""
    pixels = [np.frombuffer(of.constBits(), np.uint32) for of in (one, other)]
    rows, columns = np.nonzero((pixels[0] != pixels[1]).reshape(one.height(), -1))
    if not len(rows):
        return None
    return int(columns.min()), int(rows.min()), int(columns.max()), int(rows.max())

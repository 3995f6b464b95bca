"""Lucide icons in a token's colour, drawn once a size, colour and device ratio."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap

from timeline_app.places import resources

SIZE = 16
SMALL = 14
APP_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)


@lru_cache(maxsize=64)
def _drawing(name: str) -> str:
    return (resources() / "icons" / f"{name}.svg").read_text("utf-8")


@lru_cache(maxsize=512)
def pixmap(name: str, colour: str, size: int = SIZE, ratio: float = 1.0) -> QPixmap:
    """The icon `name` as a square of `size` logical pixels; `colour` as "#RRGGBB"."""
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - the first frame needs no icon

    side = max(1, round(size * ratio))
    drawn = QPixmap(side, side)
    drawn.fill(Qt.GlobalColor.transparent)
    svg = _drawing(name).replace("currentColor", colour)
    painter = QPainter(drawn)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn


def icon(name: str, colour: str, faint: str = "", size: int = SIZE) -> QIcon:
    """The icon for a button or an action, as sharp as any screen shows it; `faint` is its colour
    while it cannot be used."""
    made = QIcon()
    for ratio in sorted({screen.devicePixelRatio() for screen in QGuiApplication.screens()}):
        made.addPixmap(pixmap(name, colour, size, ratio))
        if faint:
            made.addPixmap(pixmap(name, faint, size, ratio), QIcon.Mode.Disabled)
    return made


def app_icon() -> QIcon:
    """The program's own icon in all its cuts."""
    made = QIcon()
    for size in APP_SIZES:
        made.addFile(str(resources() / "icons" / "app" / f"icon-{size}.png"))
    return made


def swatch(colour: str, size: int = SMALL) -> QIcon:
    """A square of a colour, "#RRGGBB"."""
    drawn = QPixmap(size, size)
    drawn.fill(QColor(colour))
    return QIcon(drawn)

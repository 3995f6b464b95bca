"""A schematic map of where: a dot a place, as large as the number of events that name it.

The wheel zooms at the pointer, a drag pans, a double click fits; so do + - and 0, and 1 shows
Central Asia. Arrows go from dot to dot, Enter and a click list what a dot counts.
"""

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from timeline_app.analysis.where import Site
from timeline_app.canvas.map_painter import MapScene, ground, paint_map
from timeline_app.canvas.tip import Tip
from timeline_app.look import fonts, theme
from timeline_app.look.tokens import Tokens
from timeline_app.scene.map_dots import Dot, Name, dot_at, name_places, next_dot, radius
from timeline_app.scene.map_view import MapView, fitted
from timeline_app.session.placing import MOST_DRAWN, Key, Placed
from timeline_app.session.placing_words import note_words, site_words, where_words
from timeline_app.words.tr import grouped, tr

_LEAST_PX, _MOST_PX, _AROUND_PX, _MARGIN_PX = 3.5, 16.0, 8.0, 44.0
_LARGEST_PART = 28
"""The largest dot is no wider than two of so many parts of the map."""
_STEP = 1.25
_NOTCH = 120
_MOST_TOLD = 10
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class PlaceMap(QWidget):
    """`chosen` carries the key of the site whose events are asked for."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._placed: Placed | None = None
        self._sites: tuple[Site, ...] = ()
        self.view: MapView = fitted((), 400, 300, _MARGIN_PX)
        self.scene = MapScene(self.view, (), ())
        self._by_hand = False
        self._listed: Key | None = None
        self._at: Key | None = None
        self._hovered: int | None = None
        self._drag: tuple[QPointF, MapView] | None = None
        self._land: tuple[tuple[MapView, Tokens, float], QPixmap] | None = None
        self._tip = Tip(self)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 180)
        self.setAccessibleName(tr("Map of where it happened"))

    def sizeHint(self) -> QSize:
        return QSize(fonts.scaled(620), fonts.scaled(420))

    # -- what is shown

    def show_placed(self, placed: Placed) -> None:
        """Draws these sites; the map is fitted to them unless a hand has moved it."""
        self._placed, self._sites = placed, placed.where.on_map[:MOST_DRAWN]
        if not self._by_hand:
            self._fit()
        self._lay()
        self.setAccessibleDescription(self._told())

    def show_listed(self, key: Key | None) -> None:
        """Shows which site's events are listed."""
        self._listed = key
        self._ring()

    def fit(self) -> None:
        """Shows all dots again."""
        self._by_hand = False
        self._fit()
        self._lay()

    def show_central_asia(self) -> None:
        """Shows Central Asia, whatever is placed elsewhere; it stays until all is fitted again."""
        self._move(fitted((), self.width(), self.height(), 0))

    def _fit(self) -> None:
        at = [site.at for site in self._sites if site.at is not None]
        self.view = fitted(at, self.width(), self.height(), fonts.scaled(_MARGIN_PX))

    def _told(self) -> str:
        if self._placed is None:
            return ""
        sites = self._sites[:_MOST_TOLD]
        lines = [site_words(self._placed.name(site), site.n) for site in sites]
        return "\n".join([where_words(self._placed.where), *lines, note_words()])

    def _lay(self) -> None:
        """Where everything stands from now on."""
        most = self._sites[0].n if self._sites else 1
        dots = tuple(self._dot(site, most) for site in self._sites)
        self.scene = MapScene(self.view, dots, tuple(self._names(dots)))
        self._ring()

    def _ring(self) -> None:
        """Which dots are ringed from now on."""
        hovered = self._hovered
        self.scene = replace(
            self.scene,
            listed=self._number(self._listed),
            stood_on=self._number(self._at) if self.hasFocus() else None,
            hovered=hovered if hovered is not None and hovered < len(self._sites) else None,
        )
        self.update()

    def _dot(self, site: Site, most: int) -> Dot:
        lat, lon = site.at or (0.0, 0.0)
        largest = min(fonts.scaled(_MOST_PX), min(self.width(), self.height()) / _LARGEST_PART)
        px = radius(site.n, most, _LEAST_PX, max(_LEAST_PX, largest))
        return Dot(self.view.x(lon), self.view.y(lat), px)

    def _names(self, dots: tuple[Dot, ...]) -> list[tuple[str, Name]]:
        placed = self._placed
        if placed is None:
            return []
        metrics, sites = QFontMetricsF(fonts.font(fonts.CELL_LABEL)), self._sites

        def said(n: int) -> str:
            return tr("{name} {n}", name=placed.name(sites[n]), n=grouped(sites[n].n))

        room = float(self.width()), float(self.height())
        found = name_places(
            dots, lambda n: metrics.horizontalAdvance(said(n)), metrics.height(), room
        )
        return [(said(at.n), at) for at in found]

    def _number(self, key: Key | None) -> int | None:
        return next((n for n, site in enumerate(self._sites) if site.places == key), None)

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, ratio = theme.current(), self.devicePixelRatioF()
        if self._land is None or self._land[0] != (self.view, tokens, ratio):
            self._land = (self.view, tokens, ratio), ground(self.view, tokens, ratio)
        painter = QPainter(self)
        paint_map(painter, self.scene, self._land[1], tokens)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.view = self.view.resized(self.width(), self.height())
        if not self._by_hand:
            self._fit()
        self._lay()

    # -- the hand

    def _move(self, view: MapView) -> None:
        self.view, self._by_hand = view, True
        self._lay()

    def wheelEvent(self, event: QWheelEvent) -> None:
        at = event.position()
        self._move(self.view.zoomed(_STEP ** (event.angleDelta().y() / _NOTCH), at.x(), at.y()))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._drag = event.position(), self.view

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._drag is not None and event.buttons() & Qt.MouseButton.LeftButton:
            way = at - self._drag[0]
            if self._by_hand or way.manhattanLength() > _AROUND_PX:
                self._tip.withdraw()
                self._move(self._drag[1].panned(way.x(), way.y()))
            return
        self._hover(dot_at(self.scene.dots, at.x(), at.y(), _AROUND_PX), at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drag, self._drag = self._drag, None
        at = event.position()
        if drag is None or (at - drag[0]).manhattanLength() > _AROUND_PX:
            return
        self._choose(dot_at(self.scene.dots, at.x(), at.y(), _AROUND_PX))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if dot_at(self.scene.dots, at.x(), at.y(), _AROUND_PX) is None:
            self.fit()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None, QPointF())

    def _hover(self, n: int | None, at: QPointF) -> None:
        if n is None or self._placed is None:
            self._tip.withdraw()
        elif n != self._hovered:
            site = self._sites[n]
            said = site_words(self._placed.name(site), site.n)
            self._tip.announce(said, tr("Click to list them."), QPoint(at.toPoint()))
        if n != self._hovered:
            self._hovered = n
            self._ring()

    # -- the keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        middle = self.width() / 2, self.height() / 2
        if key in _ARROWS and self._sites:
            self._step(*_ARROWS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(self._number(self._at))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._move(self.view.zoomed(_STEP, *middle))
        elif key is Qt.Key.Key_Minus:
            self._move(self.view.zoomed(1 / _STEP, *middle))
        elif key is Qt.Key.Key_0:
            self.fit()
        elif key is Qt.Key.Key_1:
            self.show_central_asia()
        else:
            super().keyPressEvent(event)

    def _step(self, dx: int, dy: int) -> None:
        """To the next dot that way; at first to the largest of all."""
        here = self._number(self._at)
        n = 0 if here is None else next_dot(self.scene.dots, here, dx, dy)
        self._stand(n)

    def _stand(self, n: int) -> None:
        """The keyboard stands on this dot, which is brought into view and told."""
        self._at = self._sites[n].places
        dot = self.scene.dots[n]
        if not self.rect().contains(QPoint(round(dot.x), round(dot.y))):
            self._move(self.view.panned(self.width() / 2 - dot.x, self.height() / 2 - dot.y))
        self._ring()
        if self._placed is not None:
            said = site_words(self._placed.name(self._sites[n]), self._sites[n].n)
            self.setAccessibleDescription(f"{said}\n{self._told()}")

    def focusInEvent(self, event: QEvent) -> None:
        if self._sites and self._number(self._at) is None:
            self._at = self._sites[0].places
        self._ring()

    def focusOutEvent(self, event: QEvent) -> None:
        self._ring()

    def _choose(self, n: int | None) -> None:
        if n is not None:
            self._at = self._sites[n].places
            self.chosen.emit(self._at)

"""Where Tab goes: from part to part in a fixed order, within a part as one reads.

Phrases and sections come and go, and Qt puts what is new last; so the order is read from where
things stand, each time.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

SAME_LINE_PX = 12


def tab_stops(parts: Sequence[QWidget]) -> list[QWidget]:
    """Everything that Tab reaches, in order."""
    found: list[QWidget] = []
    for part in parts:
        inside = [w for w in (part, *part.findChildren(QWidget)) if _takes_tab(w)]
        found += [w for w in sorted(inside, key=_reading_place) if w not in found]
    return found


def next_stop(parts: Sequence[QWidget], focused: QWidget | None, forward: bool) -> QWidget | None:
    """Where Tab (or Shift+Tab) goes from `focused`; round at both ends."""
    stops = tab_stops(parts)
    if not stops:
        return None
    if focused not in stops:
        return stops[0 if forward else -1]
    return stops[(stops.index(focused) + (1 if forward else -1)) % len(stops)]


def _takes_tab(widget: QWidget) -> bool:
    wants = widget.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
    return wants and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def _reading_place(widget: QWidget) -> tuple[int, int]:
    """Line by line, then from left to right."""
    middle = widget.mapTo(widget.window(), QPoint(0, widget.height() // 2))
    top = widget.mapTo(widget.window(), QPoint(0, 0)).y() if widget.height() > 60 else middle.y()
    return top // SAME_LINE_PX, middle.x()

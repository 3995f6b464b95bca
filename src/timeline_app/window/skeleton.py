"""What the first frame shows: the grounds and lines of the anatomy, the names of the menus, and the
archive's overview as it was kept.

Everything stands where the finished window has it. Nothing heavy is imported here: no NumPy, no
pane, no store but the small file of the overview.
"""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QMenuBar

from timeline_app.canvas.lettering import write
from timeline_app.canvas.measures import FUNNEL_PX, Measures, overview_px
from timeline_app.canvas.overview_painter import (
    TOP_PX,
    OverviewFrame,
    OverviewGround,
    column_xs,
    paint_overview,
    paint_overview_ground,
    paint_overview_head,
)
from timeline_app.dataclass import dataclass
from timeline_app.look import fonts
from timeline_app.look.tokens import Tokens
from timeline_app.model.overview_counts import LEAST_COLUMN_PX
from timeline_app.store.overview_memory import KeptOverview
from timeline_app.window.menu_names import MENUS
from timeline_app.window.proportions import TAB_BAR, proportions
from timeline_app.window.settings import Settings
from timeline_app.words.tr import tr

MENU_BAR, TOOLBAR, SENTENCE, STATUS = 28, 44, 44, 24
MARGIN = 16
_FIELDS = ((99, 340, 29), (452, 149, 33), (605, 147, 33))
"""Left edge, width and height of the search field and the two boxed menus."""


@dataclass(frozen=True, slots=True)
class Skeleton:
    """Where the parts stand in a window: the sentence, facets, centre, dock and detail."""

    sentence: QRect
    facets: QRect
    centre: QRect
    dock: QRect
    detail: QRect

    @classmethod
    def of(cls, whole: QRect, settings: Settings, screen: str) -> "Skeleton":
        """For a window of this size, with the panes as the reader left them on this screen."""
        px = fonts.scaled
        usual = proportions(whole.width(), whole.height())
        own = dict(settings.splits).get(f"{screen} {usual.name}", ())
        sizes = own if len(own) == 3 else (usual.facets, usual.detail, usual.dock)
        top, foot = px(MENU_BAR) + px(TOOLBAR), whole.height() - px(STATUS)
        body = top + px(SENTENCE)
        left = sizes[0] + 1 if settings.facets_shown else 0
        aside = settings.detail_shown and not usual.detail_in_dock
        right = whole.width() - (sizes[1] + 1 if aside else 0)
        dock = foot - (sizes[2] if settings.dock_shown else px(TAB_BAR))
        return cls(
            sentence=QRect(0, top, whole.width(), px(SENTENCE)),
            facets=QRect(0, body, max(0, left - 1), foot - body),
            centre=QRect(left, body, right - left, dock - 1 - body),
            dock=QRect(left, dock, right - left, foot - dock),
            detail=QRect(right + 1, body, whole.width() - right - 1, foot - body),
        )


def show_menus(bar: QMenuBar) -> None:
    """The names of all menus, with nothing in them yet."""
    for _, words in MENUS:
        bar.addMenu(tr(words))


def paint_skeleton(
    painter: QPainter,
    whole: QRect,
    parts: Skeleton,
    kept: KeptOverview | None,
    tokens: Tokens,
) -> None:
    """Paints it all, and in the sentence's place what is being opened."""
    hair, canvas = QColor(tokens.hair), QColor(tokens.canvas)
    painter.fillRect(whole, QColor(tokens.bg))
    for part in (parts.sentence, parts.centre, parts.dock, parts.detail):
        painter.fillRect(part, canvas)
    tabs = QRect(parts.dock)
    tabs.setHeight(fonts.scaled(TAB_BAR))
    painter.fillRect(tabs, QColor(tokens.bg))
    foot = parts.dock.bottom() + 1
    for y in (parts.sentence.top() - 1, parts.sentence.bottom(), foot):
        painter.fillRect(0, y, whole.width(), 1, hair)
    for x in (parts.centre.left() - 1, parts.detail.left() - 1):
        painter.fillRect(x, parts.sentence.bottom(), 1, foot - parts.sentence.bottom(), hair)
    painter.fillRect(QRect(tabs.left(), tabs.top(), tabs.width(), 1), QColor(tokens.strong))
    painter.fillRect(QRect(tabs.left(), tabs.bottom(), tabs.width(), 1), hair)
    _fields(painter, parts.sentence.top(), tokens)
    if kept is not None:
        line = parts.sentence.center().y() + fonts.scaled(6)
        words = tr("Opening {title}…", title=" ".join(kept.title.split()))
        write(painter, words, MARGIN, line, tokens.ink3, fonts.SENTENCE)
        _overview(painter, whole, parts.centre, kept, tokens)


def _fields(painter: QPainter, foot: int, tokens: Tokens) -> None:
    """The outlines of what one types into and chooses from in the toolbar."""
    middle = foot - fonts.scaled(TOOLBAR) / 2
    painter.setPen(QPen(QColor(tokens.strong), 1))
    painter.setBrush(QColor(tokens.canvas))
    for left, width, height in _FIELDS:
        high = fonts.scaled(height)
        box = QRectF(left + 0.5, round(middle - high / 2) - 0.5, width - 1, high - 1)
        painter.drawRoundedRect(box, 4, 4)


def _overview(
    painter: QPainter, whole: QRect, centre: QRect, kept: KeptOverview, tokens: Tokens
) -> None:
    measures = Measures.of(whole.width(), whole.height())
    scale = measures.scale(kept.counts.home, centre.width())
    edges, counts = kept.counts.columns(LEAST_COLUMN_PX / scale.px_per_day)
    painter.save()
    painter.translate(centre.topLeft())
    ground = OverviewGround(scale, TOP_PX, overview_px(), column_xs(scale, edges), counts)
    bottom = TOP_PX + overview_px() + FUNNEL_PX
    frame = OverviewFrame(ground, bottom, passing=counts, span=None, view=kept.counts.home)
    paint_overview_ground(painter, ground, tokens)
    paint_overview(painter, frame, tokens)
    paint_overview_head(painter, tr("drag to mark a period"), tokens)
    painter.restore()

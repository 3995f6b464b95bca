"""The manual, which is inside the program: our own text, and the keys from the table."""

from html import escape

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from timeline_app.look import fonts
from timeline_app.places import resources
from timeline_app.window.actions import ACTIONS
from timeline_app.window.live_actions import keys_of
from timeline_app.window.menu_names import MENUS, SUBMENUS
from timeline_app.words.tr import mark, tr

GESTURES = (
    (mark("Wheel"), mark("Zoom at the pointer (a setting makes it scroll)")),
    (mark("Ctrl+wheel"), mark("Zoom, always")),
    (mark("Shift+wheel"), mark("Move in time")),
    (mark("Drag an empty place"), mark("Move")),
    (mark("Drag in the strip or the ruler, Shift+drag in the lanes"), mark("Mark a period")),
    (mark("Ctrl+Shift+drag"), mark("Mark the period to compare with, B")),
    (mark("Click, Ctrl+click, Shift+click"), mark("Select, add, select a range")),
    (mark("Double click on an event"), mark("Fit it and open its details")),
    (mark("Left, Right"), mark("In the timeline: previous and next event")),
    (mark("Up, Down"), mark("In the timeline: nearest event of the lane above or below")),
    (mark("Alt+wheel"), mark("Higher or lower lanes")),
    (mark("Shift+F10"), mark("Context menu")),
)


class Manual(QDialog):
    """Stays open beside the window. Its links lead within the text only."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Manual"))
        self.text = QTextBrowser(self)
        self.text.setAccessibleName(tr("Manual"))
        self.text.setOpenLinks(False)
        self.text.document().setDefaultStyleSheet("b, h1, h2 { font-weight: 600 }")
        self.text.setHtml(manual_html())
        self.text.anchorClicked.connect(self._follow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.text)
        self.text.document().setDocumentMargin(18)
        self.resize(fonts.scaled(680), fonts.scaled(640))

    def _follow(self, link: QUrl) -> None:
        if not link.scheme() and link.hasFragment():
            self.text.scrollToAnchor(link.fragment())


def manual_html() -> str:
    """The whole manual, the tables of gestures and keys at its end."""
    text = (resources() / "help" / "en.html").read_text("utf-8")
    gestures = [(tr(how), tr(what)) for how, what in GESTURES]
    return text + _table(gestures) + _table(key_rows())


def key_rows() -> list[tuple[str, str]]:
    """The keys of every action that has one, and its words."""
    menus = dict(MENUS) | SUBMENUS
    return [
        (
            ", ".join(keys_of(row)),
            f"{tr(menus[row.menu]).replace('&', '')}: {tr(row.words).rstrip('…')}",
        )
        for row in ACTIONS
        if row.keys or row.letters
    ]


def _table(rows: list[tuple[str, str]]) -> str:
    cells = "".join(
        f"<tr><td><b>{escape(key)}</b></td><td>{escape(words)}</td></tr>" for key, words in rows
    )
    return f'<table cellspacing="0" cellpadding="3">{cells}</table>'

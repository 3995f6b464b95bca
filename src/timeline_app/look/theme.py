"""The theme in force: which tokens, how large the text; and the one place where it is put on.

A widget that paints by hand reads `current()` while painting and repaints on
`QEvent.PaletteChange`, which reaches every widget when a theme is put on.
"""

from PySide6.QtCore import QDir, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from timeline_app.dataclass import dataclass
from timeline_app.look import fonts
from timeline_app.look.sheet import style_sheet
from timeline_app.look.tokens import LIGHT, THEMES, Tokens, high_contrast
from timeline_app.places import resources

SYSTEM = "system"

_current: Tokens = LIGHT


@dataclass(frozen=True, slots=True)
class Wish:
    """What the reader wants: "system", "light" or "dark", and the text size in percent."""

    theme: str = SYSTEM
    percent: int = 100


def current() -> Tokens:
    """The tokens in force."""
    return _current


def chosen(theme: str) -> Tokens:
    """The tokens for "light", "dark" or "system"; the last asks the desktop (light if it has no
    opinion) and whether it is in high contrast."""
    if theme in THEMES:
        return THEMES[theme]
    hints = QGuiApplication.styleHints()
    dark = hints.colorScheme() is Qt.ColorScheme.Dark
    tokens = THEMES["dark" if dark else "light"]
    return high_contrast(tokens) if _high_contrast_wished() else tokens


def put_on(app: QApplication, wish: Wish) -> None:
    """Makes the wished theme the program's: fonts, palette, style sheet; all widgets repaint.

    What is in force already is not put on again, since Qt would dress every widget anew.
    """
    global _current
    _current = chosen(wish.theme)
    fonts.set_percent(wish.percent)
    sheet = style_sheet(_current)
    if app.styleSheet() != sheet:
        app.setFont(fonts.font())
        app.setPalette(palette(_current))
        QDir.setSearchPaths("icons", [str(resources() / "icons")])
        app.setStyleSheet(sheet)


def palette(t: Tokens) -> QPalette:
    """The tokens as Qt's roles, for what the style draws by itself."""
    made = QPalette()
    role = QPalette.ColorRole
    for of, colour in (
        (role.Window, t.bg),
        (role.WindowText, t.ink),
        (role.Base, t.canvas),
        (role.AlternateBase, t.bg),
        (role.Text, t.ink),
        (role.Button, t.bg),
        (role.ButtonText, t.ink),
        (role.BrightText, t.no),
        (role.ToolTipBase, t.canvas),
        (role.ToolTipText, t.ink),
        (role.PlaceholderText, t.ink3),
        (role.Highlight, t.ink),
        (role.HighlightedText, t.onink),
        (role.Link, t.ink),
        (role.LinkVisited, t.ink2),
        (role.Light, t.canvas),
        (role.Midlight, t.sunk),
        (role.Mid, t.hair),
        (role.Dark, t.strong),
        (role.Shadow, t.strong),
        (role.Accent, t.ink),
    ):
        made.setColor(of, QColor(colour))
    for of in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, of, QColor(t.ink3))
    return made


def _high_contrast_wished() -> bool:
    hints = QGuiApplication.styleHints()
    ask = getattr(hints, "accessibility", None)  # Qt 6.10 and later
    if ask is None:
        return False
    return bool(ask().contrastPreference() == Qt.ContrastPreference.HighContrast)

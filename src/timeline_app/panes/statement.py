"""A paragraph whose counts are links: each opens the list of what it counts."""

import html
from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy

from timeline_app.look import theme
from timeline_app.session.weighing_words import Piece
from timeline_app.words.tr import tr


class Statement(QLabel):
    """`asked` carries the key of a count that was clicked, or chosen by Tab and Enter."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._pieces: tuple[Piece, ...] = ()
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setOpenExternalLinks(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.setProperty("look", "statement")
        self.linkActivated.connect(self.asked)

    @property
    def said(self) -> str:
        """The whole paragraph as plain text."""
        return "".join(piece.text for piece in self._pieces)

    def say(self, pieces: Iterable[Piece]) -> None:
        """Shows these; nothing is done where they are the same."""
        pieces = tuple(pieces)
        if pieces != self._pieces:
            self._pieces = pieces
            self.setAccessibleName(self.said)
            self.setAccessibleDescription(tr("Its counts are links to lists"))
            self.put_on_theme()

    def put_on_theme(self) -> None:
        """Links in ink, told from words by their line."""
        ink = theme.current().ink
        self.setText("".join(_marked_up(piece, ink) for piece in self._pieces))


def _marked_up(piece: Piece, ink: str) -> str:
    text = html.escape(piece.text)
    if not piece.list:
        return text
    style = f"color:{ink}; font-weight:600; text-decoration:underline"
    return f'<a href="{html.escape(piece.list)}" style="{style}">{text}</a>'

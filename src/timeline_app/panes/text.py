"""Labels for a stranger's words: always plain text, always there to be marked and copied."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

LINE = 80
"""So many letters of a tooltip stand on one line."""

TITLE, HEADING, SECOND, CAPTION, BODY = "title", "heading", "second", "caption", ""


def words(text: str, look: str = BODY) -> QLabel:
    """A paragraph that wraps; `look` names its part in the style sheet."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(True)
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    label.setAccessibleName(text)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    if look:
        label.setProperty("look", look)
    return label


def short_words(text: str, look: str = BODY) -> QLabel:
    """One line that never wraps, as wide as it is."""
    label = words(text, look)
    label.setWordWrap(False)
    label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return label


class OneLine(QLabel):
    """One line that ends in "…" where the room ends; the whole text is its tooltip.

    With `both_ends` its middle goes instead: an address is told by its ends.
    """

    def __init__(self, text: str, look: str = BODY, both_ends: bool = False) -> None:
        super().__init__()
        elide = Qt.TextElideMode
        self._elide = elide.ElideMiddle if both_ends else elide.ElideRight
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(as_tooltip(text))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if look:
            self.setProperty("look", look)

    def minimumSizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(min(40, hint.width()), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        room: QRect = self.contentsRect()
        cut = QFontMetrics(self.font()).elidedText(self.text(), self._elide, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, cut)
        painter.end()


def as_tooltip(text: str) -> str:
    """Plain text as a tooltip: Qt would read what looks like markup as rich text, and wraps none
    but that."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    rich = "<" in text or len(text) > LINE
    return f"<p style='white-space:pre-wrap'>{escaped}</p>" if rich else text


class Section(QWidget):
    """A part of a pane under a hair line: heading, quiet remark at the right, content below."""

    def __init__(self, heading: str, remark: str = "") -> None:
        super().__init__()
        self.setAccessibleName(heading)
        self.content = QVBoxLayout(self)
        self.content.setContentsMargins(0, 14, 0, 0)
        self.content.setSpacing(4)
        self.content.addWidget(hair_line())
        self.content.addSpacing(6)
        self._head = QHBoxLayout()
        self._head.setContentsMargins(0, 0, 0, 0)
        self._head.addWidget(short_words(heading, HEADING), 0, Qt.AlignmentFlag.AlignTop)
        if remark:
            said = words(remark, CAPTION)
            said.setAlignment(Qt.AlignmentFlag.AlignRight)
            self._head.addWidget(said, 1)
        else:
            self._head.addStretch(1)
        self.content.addLayout(self._head)

    def show_state(self, label: QLabel) -> None:
        """Puts a label that changes at the right end of the head."""
        self._head.addWidget(label)


def hair_line() -> QFrame:
    """A line that only parts."""
    line = QFrame()
    line.setProperty("look", "hair")
    line.setFixedHeight(1)
    return line

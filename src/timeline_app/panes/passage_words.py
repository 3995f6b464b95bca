"""Texts of a record in which a passage can be marked: selected with pointer or keys, then a key."""

from PySide6.QtWidgets import QLabel, QWidget

from timeline_app.model.annotation import Target
from timeline_app.panes.text import BODY, words

_PROPERTY = "passage"


def passage_words(text: str, record: str, field: str, look: str = BODY) -> QLabel:
    """The text of a field of a record ("event:ID"); a part of it can be written on."""
    label = words(text, look)
    label.setProperty(_PROPERTY, f"{record}#{field}")
    return label


def selected_passage(widget: QWidget | None) -> Target | None:
    """The passage that is selected in what has the focus; None for none."""
    named = widget.property(_PROPERTY) if isinstance(widget, QLabel) else None
    if not named or not isinstance(widget, QLabel) or not widget.selectedText():
        return None
    text, start = widget.text(), widget.selectionStart()
    first = _letters(text, start)
    end = first + len(widget.selectedText())
    return Target("passage", f"{named}:{first}-{end}") if end <= len(text) else None


def _letters(text: str, units: int) -> int:
    """How many letters the first so many UTF-16 units of a text are, in which Qt counts."""
    return len(text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore"))

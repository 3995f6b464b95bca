"""What stands in the detail pane and was not published yet on the day that is chosen."""

from PySide6.QtWidgets import QLabel, QWidget

from timeline_app.dates.spoken_days import day_words
from timeline_app.panes.text import words
from timeline_app.words.tr import tr


class Published(QWidget):
    """A source, or what one says; it stays in sight and grows faint where it was not out yet.

    `known_from` is the day by which it had surely been published, None where that is not known.
    """

    def __init__(self, known_from: int | None) -> None:
        super().__init__()
        self._known_from = known_from
        self.standing = words("", "caption")
        self.standing.hide()

    def show_day(self, day: int | None) -> None:
        """Says how it stood at the end of this day; None for today, of which nothing is said."""
        said = "" if day is None else self._said(day)
        self.standing.setText(said)
        self.standing.setAccessibleName(said)
        self.standing.setVisible(bool(said))
        for label in self.findChildren(QLabel):
            if label is not self.standing:
                label.setProperty("faint", bool(said))
                label.style().polish(label)

    def _said(self, day: int) -> str:
        if self._known_from is None:
            return tr("Undated: not counted as known on {day}", day=day_words(day))
        if self._known_from > day:
            return tr("Not yet published on {day}", day=day_words(day))
        return ""

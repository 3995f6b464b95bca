"""The first run: three things to try, as tags where they are done and in words beside them.

Each tag goes when its act was done once, all of them with "Got it"; never again but from Help.
"""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from timeline_app.look import fonts
from timeline_app.session.noted import NOTE
from timeline_app.session.snapshot import Snapshot
from timeline_app.words.tr import mark, tr

TAGS = (
    mark("Drag here to mark a period"),
    mark("Turn the wheel to come closer"),
    mark("Click an event, press M and write"),
)
WORDS = (
    mark("Mark a period in the strip. Lists and counts follow your hand; Esc clears it."),
    mark("Come closer, from 35 years to single days. F pressed twice shows everything again."),
    mark("Write a note on any event. It stays on this machine and is saved as you type."),
)


def done_by(before: Snapshot, after: Snapshot) -> frozenset[int]:
    """Which of the three things was just done: a brush, a zoom, a note."""
    acts = (
        after.filter.span is not None and before.filter.span != after.filter.span,
        before.archive is after.archive and before.view.days != after.view.days,
        before.written is not after.written
        and _same_notebook(before, after)
        # on an event, a period, whatever there is
        and _notes(after) > _notes(before),
    )
    return frozenset(n for n, done in enumerate(acts) if done)


def _same_notebook(before: Snapshot, after: Snapshot) -> bool:
    """Notes that come with another notebook are nobody's doing."""
    was, now = before.notebook, after.notebook
    return was is not None and now is not None and was.path == now.path


def _notes(now: Snapshot) -> int:
    return sum(one.kind == NOTE for one in now.written)


class Tag(QFrame):
    """A yellow tag with its number."""

    def __init__(self, n: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "tag")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        number, words = QLabel(str(n + 1), self), QLabel(tr(TAGS[n]), self)
        number.setProperty("look", "number")
        number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        number.setFixedSize(fonts.scaled(18), fonts.scaled(18))
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 5, 11, 5)
        row.setSpacing(8)
        row.addWidget(number)
        row.addWidget(words)
        self.setAccessibleName(tr(TAGS[n]))


class FirstRunPanel(QFrame):
    """The same three in words, on top of the detail pane."""

    understood = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("look", "first-run")
        title = QLabel(tr("Three things to try"), self)
        title.setProperty("look", "first-title")
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        for n, words in enumerate(WORDS):
            number, text = QLabel(str(n + 1), self), QLabel(tr(words), self)
            number.setProperty("look", "heading")
            text.setWordWrap(True)
            grid.addWidget(number, n, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(text, n, 1)
        understood = QPushButton(tr("Got it"), self)
        understood.setProperty("look", "primary")
        understood.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys on the lanes
        understood.clicked.connect(self.understood)
        once = QLabel(tr("Shown once. Help brings it back."), self)
        once.setProperty("look", "caption")
        foot = QHBoxLayout()
        foot.addWidget(understood)
        foot.addStretch(1)
        foot.addWidget(once)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(8)
        column.addWidget(title)
        column.addLayout(grid)
        column.addLayout(foot)
        self.setAccessibleName(title.text())


class FirstRun(QWidget):
    """The detail pane with the panel above it, and the tags upon the window.

    `finished` is given once, when all three were done or understood.
    """

    finished = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._panel: FirstRunPanel | None = None
        self._tags: dict[int, Tag] = {}
        self._at: tuple[QPoint, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def hold(self, detail: QWidget) -> None:
        """The pane under the panel, best made within this."""
        self._column.addWidget(detail, 1)

    def begin(self) -> None:
        """Shows panel and tags."""
        self._end()
        self._panel = FirstRunPanel(self)
        self._panel.understood.connect(self._finish)
        self._column.insertWidget(0, self._panel)
        self._tags = {n: Tag(n, self.window()) for n in range(len(TAGS))}
        for tag in self._tags.values():
            tag.show()
        self.place_tags(*self._at)

    def place_tags(self, *corners: QPoint) -> None:
        """Where the tags' upper left corners stand in the window, one a tag."""
        self._at = corners
        for n, at in enumerate(corners):
            if n in self._tags:
                self._tags[n].adjustSize()
                self._tags[n].move(at)
                self._tags[n].raise_()

    def notice(self, before: Snapshot | None, after: Snapshot) -> None:
        """Takes away the tags of what was just done."""
        if before is None or not self._tags:
            return
        for n in done_by(before, after) & self._tags.keys():
            self._tags.pop(n).deleteLater()
        if not self._tags:
            self._finish()

    def _finish(self) -> None:
        self._end()
        self.finished.emit()

    def _end(self) -> None:
        for tag in self._tags.values():
            tag.deleteLater()
        self._tags = {}
        if self._panel is not None:
            self._panel.deleteLater()
            self._panel = None

"""Where what is shown happened: a schematic map beside the window, in step with it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from timeline_app.canvas.place_map import PlaceMap
from timeline_app.look import fonts
from timeline_app.panes.place_lists import PlaceLists
from timeline_app.panes.put_away import while_it_is
from timeline_app.panes.text import CAPTION, words
from timeline_app.session.placing import Key, Placed, Placing
from timeline_app.session.placing_words import note_words, where_words
from timeline_app.session.sentence import said
from timeline_app.session.session import Session
from timeline_app.words.tr import tr


class PlacesDialog(QDialog):
    """The map at the left, the lists at the right; a dot and its row are one choice."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Where it happened"))
        self._session = session
        self.placing = Placing(session.aside, while_it_is(self, self._made))
        self.about = words("")
        self.map = PlaceMap()
        self.lists = PlaceLists(session)
        self.map.chosen.connect(self._list)
        self.lists.chosen.connect(self.map.show_listed)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self._map_with_views())
        split.addWidget(self.lists)
        split.setStretchFactor(0, 1)
        column = QVBoxLayout(self)
        column.addWidget(self.about)
        column.addWidget(split, 1)
        column.addWidget(words(note_words(), CAPTION))
        # at twice the size of text it would be wider than the window it belongs to
        self.resize(QSize(fonts.scaled(1080), fonts.scaled(600)).boundedTo(parent.size()))
        split.setSizes([self.width() * 3 // 5, self.width() * 2 // 5])
        deaf = session.listen(lambda _, after: self.placing.ask(after))
        self.finished.connect(deaf)
        self.map.setFocus()
        self.placing.ask(session.snapshot)

    def _map_with_views(self) -> QWidget:
        """The map, and under it what it can show."""
        row = QHBoxLayout()
        for text, act in (
            (tr("All places"), self.map.fit),
            (tr("Central Asia"), self.map.show_central_asia),
        ):
            button = QPushButton(text)
            button.setProperty("look", "slim")
            button.setAccessibleName(text)
            button.setAutoDefault(False)
            button.clicked.connect(act)
            row.addWidget(button)
        row.addStretch(1)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.map, 1)
        column.addLayout(row)
        return whole

    @property
    def placed(self) -> Placed | None:
        """What is shown."""
        return self.placing.placed

    def _made(self) -> None:
        placed = self.placed
        if placed is None:
            self.about.setText(tr("Nothing is shown."))
            return
        text = tr(
            "{where} {shown}",
            where=where_words(placed.where),
            shown=said(self._session.sentence()),
        )
        self.about.setText(text)
        self.about.setAccessibleName(text)
        self.lists.show_placed(placed)
        self.map.show_listed(self.lists.key)
        self.map.show_placed(placed)

    def _list(self, key: Key) -> None:
        self.lists.show_key(key)
        self.map.show_listed(key)

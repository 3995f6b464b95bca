"""The files that were open lately, as two menus under File."""

from functools import partial

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from timeline_app.words.tr import tr


class RecentFiles(QObject):
    """Stands before `before` in the menu; a menu without files cannot be opened."""

    archive_asked = Signal(str)
    notebook_asked = Signal(str)

    def __init__(self, menu: QMenu, before: QAction) -> None:
        super().__init__(menu)
        self._archives = QMenu(tr("Recent archives"), menu)
        self._notebooks = QMenu(tr("Recent notebooks"), menu)
        for made in (self._archives, self._notebooks):
            menu.insertMenu(before, made)

    def show_files(self, archives: tuple[str, ...], notebooks: tuple[str, ...]) -> None:
        """Lists the files, the last one first."""
        for menu, paths, asked in (
            (self._archives, archives, self.archive_asked),
            (self._notebooks, notebooks, self.notebook_asked),
        ):
            menu.clear()
            menu.setEnabled(bool(paths))
            for path in paths:
                entry = menu.addAction(path.replace("&", "&&"))
                entry.triggered.connect(partial(_ask, asked, path))


def _ask(asked: SignalInstance, path: str, *_: object) -> None:
    asked.emit(path)

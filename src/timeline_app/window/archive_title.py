"""Which edition is open, at the right of the menu bar; the lock says that it cannot be changed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from timeline_app.look import fonts, icons, theme
from timeline_app.panes.date_words import date_words
from timeline_app.session.snapshot import OpenArchive
from timeline_app.words.tr import tr


class ArchiveTitle(QWidget):
    """Lock, title (semibold), edition."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lock, self._title, self._edition = QLabel(self), QLabel(self), QLabel(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 14, 0)
        row.setSpacing(6)
        for label in (self._lock, self._title, self._edition):
            label.setTextFormat(Qt.TextFormat.PlainText)
            row.addWidget(label)
        row.setSpacing(4)
        self._lock.setToolTip(tr("The archive is read-only: notes go into your notebook"))
        self._title.setProperty("look", "edition")
        self._edition.setProperty("look", "remark")
        self.show_edition(None)

    def show_edition(self, archive: OpenArchive | None) -> None:
        """Names the edition that is open."""
        self._lock.setVisible(archive is not None)
        title = archive.edition.title if archive else tr("No archive is open")
        version = date_words(archive.edition.version) if archive else ""
        self._title.setText(f"{title}," if version else title)
        self._edition.setText(tr("edition of {version}", version=version) if version else "")
        self.setAccessibleName(f"{self._title.text()} {self._edition.text()}".strip())
        self._lock.setAccessibleName(tr("Read-only"))
        for label in (self._title, self._edition):
            label.setAccessibleName(label.text())
        self.setToolTip(str(archive.path) if archive else "")
        self._find_room()

    def put_on_theme(self) -> None:
        """Sign and letters of the theme in force."""
        ratio = self.devicePixelRatioF()
        side = fonts.scaled(icons.SMALL)
        self._lock.setPixmap(icons.pixmap("lock", theme.current().ink3, side, ratio))
        self._title.setFont(fonts.font(fonts.LABEL, semibold=True))
        self._edition.setFont(fonts.font(fonts.LABEL))
        self._find_room()

    def _find_room(self) -> None:
        """A menu bar gives its corner another width only when what is there comes and goes."""
        self.adjustSize()
        if self.isVisible():
            self.hide()
            self.show()

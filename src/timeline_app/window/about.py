"""About: the program's version, the edition that is open, where things lie, and the licences."""

from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QDialog, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from timeline_app.look import fonts
from timeline_app.places import resources, user_data
from timeline_app.session.snapshot import Snapshot
from timeline_app.version import VERSION
from timeline_app.window.settings import settings_file
from timeline_app.words.tr import tr

LICENCES = (Path("fonts/OFL.md"), Path("icons/LICENSE"))


class About(QDialog):
    """Plain text, all of it to be copied."""

    def __init__(self, now: Snapshot, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("About this program"))
        title = QLabel(tr("Central Asia Timeline {version}", version=VERSION), self)
        title.setProperty("look", "title")
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(tr("About this program"))
        self.text.setPlainText("\n\n".join((_edition(now), _places(now), _licences())))
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 18, 18, 18)
        column.addWidget(title)
        column.addWidget(self.text)
        self.resize(fonts.scaled(600), fonts.scaled(520))


def _edition(now: Snapshot) -> str:
    if now.archive is None:
        return tr("No archive is open.")
    edition = now.archive.edition
    return tr(
        "{title}, edition {version}, built on {built_on}.\nContent: {hash}\nCite as: {citation}",
        title=edition.title,
        version=edition.version,
        built_on=edition.built_on,
        hash=edition.content_hash,
        citation=edition.citation,
    )


def _places(now: Snapshot) -> str:
    return tr(
        "Archive: {archive}\nNotebook: {notebook}\nSettings: {settings}\nErrors: {faults}",
        archive=now.archive.path if now.archive else "",
        notebook=now.notebook.path if now.notebook else "",
        settings=settings_file(),
        faults=user_data() / "faults.log",
    )


def _licences() -> str:
    said = tr(
        "This program is free software under the MIT licence. It uses Qt {qt} through PySide6"
        " (LGPL 3), NumPy (BSD), sqlite-utils (Apache 2.0), pyqtgraph, click and platformdirs"
        " (MIT, BSD), the letters of Source Sans 3 and the signs of Lucide, whose licences follow.",
        qt=qVersion(),
    )
    texts = [(resources() / licence).read_text("utf-8") for licence in LICENCES]
    return "\n\n".join((said, *texts))

"""The settings as one short form; each is in force as soon as it is chosen."""

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from timeline_app.look import fonts
from timeline_app.panes.arrow_box import ArrowBox
from timeline_app.window.memory import Memory
from timeline_app.window.settings import LARGEST_TEXT, SMALLEST_TEXT, THEMES, WHEELS, Settings
from timeline_app.words.tr import mark, tr

THEME_WORDS = {
    "system": mark("As the desktop"),
    "light": mark("Light"),
    "dark": mark("Dark"),
}
WHEEL_WORDS = {
    "zoom": mark("Zooms at the pointer"),
    "scroll": mark("Moves in time (with Ctrl it zooms)"),
}
SWITCHES = {
    "letter_keys": mark("Single letters act as keys (M writes a note, F fits, …)"),
}
TEXT_STEP = 10
SET_HERE = ("theme", "text_percent", "wheel", *SWITCHES)


class SettingsDialog(QDialog):
    """Nothing has to be confirmed; "Usual settings" takes all of it back."""

    def __init__(self, memory: Memory, parent: QWidget) -> None:
        super().__init__(parent)
        self._memory = memory
        self.setWindowTitle(tr("Settings"))
        self.theme = self._choice(tr("Theme"), THEMES, THEME_WORDS, "theme")
        self.text = self._text_size()
        self.wheel = self._choice(tr("The wheel"), WHEELS, WHEEL_WORDS, "wheel")
        self.switches = {name: self._switch(name, tr(words)) for name, words in SWITCHES.items()}
        form = QFormLayout()
        form.addRow(tr("Theme"), self.theme)
        form.addRow(tr("Text size"), self.text)
        form.addRow(tr("The wheel"), self.wheel)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 18, 18, 18)
        column.setSpacing(10)
        column.addLayout(form)
        for box in self.switches.values():
            column.addWidget(box)
        kept = QLabel(tr("Panes, sizes and the last files are remembered by themselves."), self)
        kept.setProperty("look", "caption")
        column.addWidget(kept)
        column.addWidget(self._buttons())
        self.resize(fonts.scaled(440), self.sizeHint().height())

    def _choice(
        self, name: str, values: tuple[str, ...], words: dict[str, str], field: str
    ) -> QComboBox:
        made = ArrowBox(self)
        made.setAccessibleName(name)
        for value in values:
            made.addItem(tr(words[value]), value)
        made.setCurrentIndex(values.index(getattr(self._memory.settings, field)))
        made.activated.connect(lambda n: self._memory.change(**{field: values[n]}))
        return made

    def _text_size(self) -> QComboBox:
        """In steps; a size that was asked for in another way stands among them."""
        now = self._memory.settings.text_percent
        sizes = sorted({now, *range(SMALLEST_TEXT, LARGEST_TEXT + 1, TEXT_STEP)})
        made = ArrowBox(self)
        made.setAccessibleName(tr("Text size"))
        for size in sizes:
            made.addItem(tr("{n} %", n=size), size)
        made.setCurrentIndex(sizes.index(now))
        made.activated.connect(lambda n: self._memory.change(text_percent=sizes[n]))
        return made

    def _switch(self, name: str, words: str) -> QCheckBox:
        made = QCheckBox(words, self)
        made.setAccessibleName(words)
        made.setChecked(getattr(self._memory.settings, name))
        made.toggled.connect(lambda on: self._memory.change(**{name: on}))
        return made

    def _buttons(self) -> QDialogButtonBox:
        made = QDialogButtonBox(self)
        usual = QPushButton(tr("Usual settings"), self)
        usual.clicked.connect(self._take_back)
        close = QPushButton(tr("Close"), self)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        made.addButton(usual, QDialogButtonBox.ButtonRole.ResetRole)
        made.addButton(close, QDialogButtonBox.ButtonRole.AcceptRole)
        return made

    def _take_back(self) -> None:
        usual = Settings()
        self.theme.setCurrentIndex(THEMES.index(usual.theme))
        self.wheel.setCurrentIndex(WHEELS.index(usual.wheel))
        self.text.setCurrentIndex(self.text.findData(usual.text_percent))
        for name, box in self.switches.items():
            box.setChecked(getattr(usual, name))
        self._memory.change(**{name: getattr(usual, name) for name in SET_HERE})

"""The settings in force, who hears of a change, and when they are written."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from timeline_app.window.settings import LARGEST_TEXT, SMALLEST_TEXT, load, save


class Memory(QObject):
    """Owns the one frozen record. `changed(before, after)` after each change."""

    changed = Signal(object, object)

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.file = file
        self.settings = load(file)
        self._aside: dict[str, Any] = {}

    def change(self, **fields: Any) -> None:
        """Sets these fields; the text size is held within its bounds."""
        self._aside = {name: v for name, v in self._aside.items() if name not in fields}
        if "text_percent" in fields:
            wished = int(fields["text_percent"])
            fields["text_percent"] = min(max(wished, SMALLEST_TEXT), LARGEST_TEXT)
        before, self.settings = self.settings, replace(self.settings, **fields)
        if before != self.settings:
            self.changed.emit(before, self.settings)

    def overrule(self, **fields: Any) -> None:
        """Sets these fields for this sitting only, as the command line asked; they are not kept
        unless the reader changes them."""
        before = {name: getattr(self.settings, name) for name in fields}
        self.change(**fields)
        self._aside |= before

    def write(self) -> bool:
        """Saves the settings; False where the folder does not take them, which costs no work."""
        try:
            save(self.file, replace(self.settings, **self._aside))
        except OSError:
            return False
        return True

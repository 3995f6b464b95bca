"""Measure, country and partner, and the series that there are of these."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from timeline_app.model.series import Series
from timeline_app.panes.choice_box import Choice, ChoiceBox
from timeline_app.session.series import MOST_CHOSEN, Wanted, matching, options
from timeline_app.words.tr import grouped, mark, tr, trn

FIELDS: tuple[tuple[str, str, str, int], ...] = (
    ("measure", mark("Measure"), mark("Any measure"), 5),
    ("entity", mark("Country"), mark("Any country"), 3),
    ("partner", mark("Partner"), mark("Any partner"), 3),
)
"""Field of a series, name of its box, words for any, share of the room."""


class SeriesPicker(QWidget):
    """Only combinations that exist are offered. `added` carries the series to be added."""

    added = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._series: tuple[Series, ...] = ()
        self._chosen: tuple[Series, ...] = ()
        self._wanted: dict[str, str | None] = {}
        self.boxes: dict[str, ChoiceBox] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for field, name, _, share in FIELDS:
            box = ChoiceBox(tr(name))
            box.chosen.connect(partial(self.want, field))
            self.boxes[field] = box
            row.addWidget(box, share)
        self.add = QPushButton()
        self.add.clicked.connect(lambda: self.added.emit(self._new()))
        row.addWidget(self.add)
        self.setAccessibleName(tr("Choose series"))

    def show_series(self, series: tuple[Series, ...], chosen: tuple[Series, ...]) -> None:
        """Offers what this archive has; `chosen` are listed already."""
        if series is not self._series:
            self._series = series
            self._wanted = {f: v for f, v in self._wanted.items() if self._is_there(f, v)}
        self._chosen = chosen
        self._offer()

    def _is_there(self, field: str, value: str | None) -> bool:
        """Whether a series has this value still: a day that is known by may hide all of them."""
        return any(getattr(one, field) == value for one in self._series)

    def want(self, field: str, value: str | None) -> None:
        """Narrows to this value of a field of FIELDS; None frees it."""
        self._wanted[field] = value
        self._offer()

    def _offer(self) -> None:
        wanted = Wanted(**self._wanted)
        for field, _, any_words, _ in FIELDS:
            found = options(self._series, wanted, field)
            names = {getattr(one, field): self._name(one, field) for one in self._series}
            ordered = sorted(found, key=names.__getitem__)
            if "" in found:
                ordered = ["", *(value for value in ordered if value)]
            every = tr("{words} ({n})", words=tr(any_words), n=grouped(sum(found.values())))
            listed = [Choice(None, every)]
            for value in ordered:
                said = tr("{words} ({n})", words=names[value], n=grouped(found[value]))
                listed.append(Choice(value, said, value))
            self.boxes[field].show_choices(listed, self._wanted.get(field))
        self._offer_to_add()

    def _offer_to_add(self) -> None:
        new, left = self._new(), MOST_CHOSEN - len(self._chosen)
        fits = 0 < len(new) <= left
        words = trn("Add {n} series", "Add {n} series", len(new))
        if not fits:
            words = tr("Add series")
        self.add.setText(words)
        self.add.setEnabled(fits)
        told = words
        if len(new) > left:
            told = tr("{n} series are the most that are shown at once", n=MOST_CHOSEN)
        elif not new:
            told = tr("What you ask for is chosen already")
        self.add.setToolTip(told)
        self.add.setAccessibleName(words)
        self.add.setAccessibleDescription(told)

    def _new(self) -> tuple[Series, ...]:
        known = {one.key for one in self._chosen}
        found = matching(self._series, Wanted(**self._wanted))
        return tuple(one for one in found if one.key not in known)

    def _name(self, series: Series, field: str) -> str:
        if field == "partner" and not series.partner:
            return tr("No partner")
        named: str = getattr(series, f"{field}_name", "") or getattr(series, field)
        return named

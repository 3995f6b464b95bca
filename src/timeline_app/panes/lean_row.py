"""What can be dropped to see whether the statement leans on it: a source, publisher, language."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from timeline_app.panes.choice_box import Choice, ChoiceBox
from timeline_app.session.comparison import Comparison
from timeline_app.session.lean import Lean, language_of, language_words
from timeline_app.session.snapshot import Snapshot
from timeline_app.words.tr import grouped, tr

MOST_NAMED = 200
"""So many publishers are offered, those that stand behind the most events first."""

_LETTERS = 20
"""So many letters of a choice are seen at least."""


class LeanRow(QObject):
    """`wanted` carries the `Lean` that the reader asks for, by `parts` that stand beside each
    other."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._lean = Lean()
        self._offered: Comparison | None = None
        self._publishers: tuple[Choice, ...] = ()
        self._languages: tuple[Choice, ...] = ()
        self.one_source = QCheckBox(tr("Two sources or more"))
        self.one_source.setAccessibleName(tr("Drop events that rest on one source"))
        self.one_source.toggled.connect(
            lambda on: self.wanted.emit(replace(self._lean, one_source=on))
        )
        self.by_hand = QCheckBox(tr("No machine-coded layers"))
        self.by_hand.setAccessibleName(tr("Drop layers that a machine coded"))
        self.by_hand.toggled.connect(lambda on: self.wanted.emit(replace(self._lean, by_hand=on)))
        self.publisher = ChoiceBox(tr("Drop what rests on one publisher alone"))
        self.publisher.chosen.connect(lambda id: self._choose(publisher=id or ""))
        self.language = ChoiceBox(tr("Drop what rests on one language alone"))
        self.language.chosen.connect(lambda code: self._choose(language=code or ""))
        self.publisher.setMinimumContentsLength(_LETTERS)
        self.language.setMinimumContentsLength(_LETTERS)
        self.parts: tuple[QWidget, ...] = (
            self.one_source,
            self.by_hand,
            self.publisher,
            self.language,
        )

    def show_comparison(self, now: Snapshot, made: Comparison | None) -> None:
        """Offers who stands behind what is compared, and shows what is dropped."""
        lean = now.measure.lean
        for part in self.parts:
            part.setVisible(made is not None)
        self.by_hand.setVisible(made is not None and now.measure.machine_coded)
        if made is not None and self._is_new(made):
            self._offered = made
            publishers = tuple(_publishers(made))
            self._publishers = (Choice("", tr("Every publisher")), *publishers)
            every = Choice("", tr("Every language"))
            self._languages = (every, *_languages(now, publishers))
        self._lean = lean
        for box, on in ((self.one_source, lean.one_source), (self.by_hand, lean.by_hand)):
            with QSignalBlocker(box):
                box.setChecked(on)
        self.publisher.show_choices(self._publishers, lean.publisher)
        self.language.show_choices(self._languages, lean.language)

    def _is_new(self, made: Comparison) -> bool:
        """Whether others may stand behind it; while a brush moves what was offered stays."""
        offered = self._offered
        if offered is None or offered.of is not made.of:
            return True
        return made.found is not None and (offered.a, offered.b) != (made.a, made.b)

    def _choose(self, publisher: str | None = None, language: str | None = None) -> None:
        now = self._lean
        lean = replace(
            now,
            publisher=now.publisher if publisher is None else publisher,
            language=now.language if language is None else language,
        )
        self.wanted.emit(lean)


def _publishers(made: Comparison) -> Iterator[Choice]:
    """Those behind A and B, each with the number of its events there."""
    codes = made.of.table.terms["source"]
    rows = np.concatenate((made.only_a.row, made.only_b.row))
    counts = np.bincount(codes.entries_of(rows)[1], minlength=len(codes.terms))
    for code in np.argsort(-counts, kind="stable")[:MOST_NAMED].tolist():
        if counts[code]:
            term = codes.terms[code]
            words = tr(
                "Without {publisher} ({n})", publisher=term.label, n=grouped(int(counts[code]))
            )
            yield Choice(term.id, words)


def _languages(now: Snapshot, publishers: Sequence[Choice]) -> Iterator[Choice]:
    """The languages of these."""
    held = {language_of(one.value or "", now.languages) for one in publishers}
    for code in sorted(held):
        yield Choice(code, tr("Without {language}", language=language_words(code)))

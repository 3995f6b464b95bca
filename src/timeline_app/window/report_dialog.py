"""What a report of the present view is to hold, asked before its file is named."""

from dataclasses import replace

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QVBoxLayout,
    QWidget,
)

from timeline_app.exchange.report_catalogue import FORMATS, ReportFormat
from timeline_app.look import fonts
from timeline_app.model.report import Weighing
from timeline_app.panes.arrow_box import ArrowBox
from timeline_app.panes.text import CAPTION, words
from timeline_app.session.report_numbers import weighing_of
from timeline_app.session.reporting import MOST_EVENTS
from timeline_app.session.sentence import said
from timeline_app.session.session import Session
from timeline_app.session.weighing import PRESETS, preset_periods
from timeline_app.words.tr import tr, trn

WIDTH = 540


class ReportDialog(QDialog):
    """Form, comparison, and whether the reader's notes go along; what is shown stands above."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Report of what is shown"))
        self.form = ArrowBox()
        for form in FORMATS:
            self.form.addItem(tr(form.label), form)
        self.compared = ArrowBox()
        self._shown = weighing_of(session.snapshot)
        marked = tr("The two periods that are marked")
        self.compared.addItem(marked if self._shown.periods else tr("No two periods"), "")
        for preset, (_, label) in PRESETS.items():
            words_of = tr("36 months before and after: {day}", day=tr(label))
            self.compared.addItem(words_of, preset)
        self.notes = QCheckBox(tr("Your notes on these events too"))
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._lay_out(session)

    def _lay_out(self, session: Session) -> None:
        fields = QFormLayout()
        for label, box in (
            (tr("Form"), self.form),
            (tr("Compare"), self.compared),
        ):
            box.setAccessibleName(label)
            box.setSizeAdjustPolicy(ArrowBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            fields.addRow(label, box)
        fields.addRow("", self.notes)
        column = QVBoxLayout(self)
        column.addWidget(words(said(session.sentence()), ""))
        more = session.snapshot.passing.possible - MOST_EVENTS
        if more > 0:
            cut = trn(
                "{n} event more passes than a report tells.",
                "{n} events more pass than a report tells.",
                more,
            )
            column.addWidget(words(cut, CAPTION))
        column.addLayout(fields)
        column.addStretch(1)
        column.addWidget(self.buttons)
        wide = fonts.scaled(WIDTH)
        self.setMinimumWidth(wide)
        self.resize(wide, column.heightForWidth(wide))

    @property
    def chosen_form(self) -> ReportFormat:
        """The form that is chosen."""
        return FORMATS[self.form.currentIndex()]

    @property
    def weighing(self) -> Weighing:
        """How the numbers are to be found."""
        preset = str(self.compared.currentData())
        if not preset:
            return self._shown
        a, b = preset_periods(preset)
        return replace(self._shown, periods=((a.first, a.last), (b.first, b.last)), preset=preset)

"""The acts of the window that take what is shown away, and show a report again."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from timeline_app.canvas.report_pictures import report_pictures
from timeline_app.exchange.report_catalogue import FORMATS
from timeline_app.exchange.report_kept import Kept, NoReportError, read_kept
from timeline_app.model.report import Weighing
from timeline_app.panes.put_away import agreed
from timeline_app.session.report_again import Again, show_again
from timeline_app.session.reporting import Reporting, reporting, written
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Problem
from timeline_app.session.under_lanes import UnderLanes, under_lanes
from timeline_app.window.report_dialog import ReportDialog
from timeline_app.words.tr import tr

if TYPE_CHECKING:
    from timeline_app.window.main_window import MainWindow


class ReportDesk:
    """What the table of actions can ask for where a report goes out or comes in."""

    def __init__(self, window: "MainWindow", session: Session) -> None:
        self._window, self._session = window, session

    def ask(self) -> None:
        """Asks what the report is to hold and where it is to lie, and makes it."""
        dialog = ReportDialog(self._session, self._window.frame)
        if not agreed(dialog):
            return
        form, weighing = dialog.chosen_form, dialog.weighing
        with_notes = dialog.notes.isChecked()
        named, _ = QFileDialog.getSaveFileName(
            self._window.frame,
            tr("Report of what is shown"),
            str(Path.home() / (tr("report") + form.suffix)),
            f"{tr(form.label)} (*{form.suffix})",
        )
        if named:
            path = Path(named)
            right = path.suffix.casefold() == form.suffix
            path = path if right else path.with_name(path.name + form.suffix)
            self._make(self._reporting(weighing, with_notes), path)

    def _reporting(self, weighing: Weighing, with_notes: bool) -> Reporting:
        settings = self._window.memory.settings
        return reporting(
            self._session,
            weighing,
            with_notes=with_notes,
            panes={"panes": {"strip": settings.strip}},
        )

    def _make(self, of: Reporting, path: Path) -> None:
        """Beside the reader's work, but for the pictures: what stands under the lanes is reckoned
        first, so that it is in them whole."""
        settings = self._window.memory.settings

        def write(under: UnderLanes) -> None:
            pictures = report_pictures(self._session, of.now, under, settings.hidden_tracks)
            self._session.carry(
                partial(written, replace(of, pictures=pictures), path), self._window.say
            )

        self._session.carry(partial(under_lanes, of.now, settings.strip), write)

    def ask_view(self) -> None:
        """Asks for a report and shows its view again."""
        globs = " ".join(f"*{form.suffix}" for form in FORMATS)
        named, _ = QFileDialog.getOpenFileName(
            self._window.frame,
            tr("Open the view of a report"),
            str(Path.home()),
            tr("Reports ({globs})", globs=globs),
        )
        if named:
            self._session.carry(partial(_read, Path(named)), self._show)

    def _show(self, kept: Kept | Problem) -> None:
        if isinstance(kept, Problem):
            self._window.say(kept)
            return
        job: Callable[[], Again] = show_again(self._session, kept)
        self._window.take_measure()
        self._session.carry(job, self._tell)

    def _tell(self, again: Again) -> None:
        said = again.remark or tr("Sentence and numbers are the same as in the report.")
        self._window.say(Problem("notice", said))


def _read(path: Path) -> Kept | Problem:
    try:
        return read_kept(path)
    except NoReportError as fault:
        return Problem("error", fault.sentence)

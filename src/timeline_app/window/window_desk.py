"""The acts of the window, as the table of actions asks for them."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QApplication, QFileDialog

from timeline_app.dates.day import is_open
from timeline_app.exchange.catalogue import FORMATS, PLAIN
from timeline_app.model.cited_record import of_claim
from timeline_app.model.claim import Claim
from timeline_app.model.filter import KNOWN
from timeline_app.model.view import View
from timeline_app.panes.put_away import agreed
from timeline_app.places import user_data
from timeline_app.session.citing import (
    citation_of,
    citation_of_events,
    citation_of_view,
    sources_export,
)
from timeline_app.session.focus import is_nothing
from timeline_app.session.keeping import Preview, keep_backup, preview_join
from timeline_app.session.known_on import day_to_begin_with
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot
from timeline_app.store.backup_names import BY_HAND
from timeline_app.window.date_dialog import DateDialog
from timeline_app.window.join_dialog import JoinDialog
from timeline_app.window.letter_keys import is_typing
from timeline_app.window.settings import Settings
from timeline_app.words.tr import tr

if TYPE_CHECKING:
    from timeline_app.window.main_window import MainWindow
    from timeline_app.window.report_desk import ReportDesk
    from timeline_app.window.writing_desk import WritingDesk

ARCHIVES = "*.archive.sqlite *.sqlite *.db"
NOTEBOOKS = "*.notebook.sqlite *.sqlite *.db"
FIT_LEAST_DAYS = 60.0
"""A single day is shown among its weeks: alone it would stand on an empty screen."""
NOTEBOOK_SUFFIX = ".notebook.sqlite"


class WindowDesk:
    """A `Desk` for one window."""

    def __init__(self, window: "MainWindow", session: Session) -> None:
        self._window = window
        self._session = session

    @property
    def session(self) -> Session:
        return self._session

    @property
    def snapshot(self) -> Snapshot:
        return self._session.snapshot

    @property
    def settings(self) -> Settings:
        return self._window.memory.settings

    @cached_property
    def writing(self) -> "WritingDesk":
        # Forms and what is exchanged are read when somebody writes.
        from timeline_app.window.writing_desk import WritingDesk  # noqa: PLC0415 - see above

        return WritingDesk(self._window, self._session)

    @property
    def reports(self) -> "ReportDesk":
        # The analysis and the formats of reports are read when one is first asked for.
        from timeline_app.window.report_desk import ReportDesk  # noqa: PLC0415 - see above

        return ReportDesk(self._window, self._session)

    def change(self, **fields: Any) -> None:
        self._window.memory.change(**fields)

    # -- days

    def zoom(self, factor: float) -> None:
        now, at = self.snapshot.view, self._zoomed_at()
        self._session.set_view(View(at - (at - now.first) * factor, now.days * factor))

    def _zoomed_at(self) -> float:
        """The day that stays where it is: that of the event in focus while it is seen."""
        table, view = self.snapshot.table, self.snapshot.view
        middle = view.first + view.days / 2
        rows = table.rows_of(self.snapshot.selected[-1:])
        days = (int(table.first[rows[0]]), int(table.last[rows[0]])) if len(rows) else ()
        if not days or any(is_open(day) for day in days):
            return middle
        day = (sum(days) + 1) / 2
        return day if view.first <= day < view.end else middle

    def pan(self, screens: float) -> None:
        now = self.snapshot.view
        self._session.set_view(View(now.first + screens * now.days, now.days))

    def fit(self) -> None:
        span = self.snapshot.filter.span
        if self.snapshot.selected or self.snapshot.instrument is not None:
            self._session.fit_selection()
            self.zoom(max(1.0, FIT_LEAST_DAYS / self.snapshot.view.days))
        elif span is not None:
            home = self.snapshot.home
            first, last = max(span.first, int(home.first)), min(span.last, int(home.end))
            self._session.show_days(first, max(first, last))
        else:
            self._session.fit_all()

    def fit_all(self) -> None:
        self._session.fit_all()

    def step_in_lane(self, step: int) -> None:
        self._window.centre.step_in_lane(step)

    def ask_date(self) -> None:
        dialog = DateDialog(self._window.frame)
        if agreed(dialog) and dialog.view is not None:
            self._session.set_view(dialog.view)

    # -- the reader's hands

    def focus_search(self) -> None:
        field = self._window.toolbar.search
        field.setFocus()
        field.selectAll()

    def write_note(self) -> None:
        if self.writing.note_on_passage():
            return
        self._window.show_detail()
        self._window.detail.write_note()

    def copy_selection(self) -> None:
        table = self.snapshot.table
        rows = table.rows_of(self.snapshot.selected)
        lines = [f"{r.edtf}\t{r.title}\t{r.id}" for r in self._session.rows(rows.tolist())]
        if (claim := self._claim()) is not None:
            lines = [f"{claim.stated}\t{claim.speaker}: {claim.text}\t{claim.id}"]
        QApplication.clipboard().setText("\n".join(lines))

    def copy_citation(self) -> None:
        now = self.snapshot
        found = (self._session.event(occurrence) for occurrence in now.selected)
        said = citation_of_events(now, (event for event in found if event is not None))
        if (claim := self._claim()) is not None:
            said = citation_of(now, of_claim(claim))
        QApplication.clipboard().setText(said)

    def _claim(self) -> Claim | None:
        """The claim that is selected."""
        key = self.snapshot.claim
        return None if key is None else self._session.claim(key)

    def walk(self) -> None:
        self._window.show_detail()
        self._session.walk_to(1 if self.snapshot.walk is None else self.snapshot.walk.at)

    def copy_view_citation(self) -> None:
        QApplication.clipboard().setText(citation_of_view(self.snapshot))

    def toggle(self, pane: str) -> None:
        self.change(**{f"{pane}_shown": not getattr(self.settings, f"{pane}_shown")})

    def toggle_known(self) -> None:
        if self.snapshot.filter.known is not None:
            self._session.clear_clause(KNOWN)
            return
        day = day_to_begin_with(self.snapshot)
        if day is not None:
            self._session.set_known(day)
            self._window.centre.known.setFocus()

    def bring(self, pane: str) -> None:
        self._window.bring(pane)

    def step_back(self) -> None:
        focus = QApplication.focusWidget()
        search = self._window.toolbar.search
        if focus is search and search.text():
            search.take_back()
        elif is_typing(focus):
            self._window.centre.setFocus()
        elif self.snapshot.opening is not None:
            self._session.give_up_opening()
        elif self.snapshot.walk is not None:
            self._session.leave_walk()
        elif not is_nothing(self.snapshot):
            self._session.select(())
        elif self.snapshot.membership_bands:
            self._session.clear_membership_bands()
        elif self.snapshot.second is not None:
            self._session.clear_second()
        elif self.snapshot.filter.span is not None:
            self._session.clear_clause("day")

    # -- files

    def ask_archive(self) -> None:
        now = self.snapshot.archive
        folder = str(now.path.parent) if now else str(Path.home())
        path, _ = QFileDialog.getOpenFileName(
            self._window.frame, tr("Open archive"), folder, tr("Archives ({globs})", globs=ARCHIVES)
        )
        if path:
            self._window.open_archive(Path(path))

    def ask_notebook(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self._window.frame, tr("Open notebook"), self._notebooks(), self._notebook_globs()
        )
        if path:
            self._window.open_notebook(Path(path))

    def ask_new_notebook(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self._window.frame,
            tr("New notebook"),
            self._notebooks(),
            self._notebook_globs(),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if path:
            named = path if path.endswith(".sqlite") else path + NOTEBOOK_SUFFIX
            self._window.open_notebook(Path(named))

    def ask_join(self) -> None:
        paths, _ = QFileDialog.getOpenFileNames(
            self._window.frame, tr("Join notebooks"), self._notebooks(), self._notebook_globs()
        )
        if paths:
            preview_join(self._session, [Path(path) for path in paths], self._show_preview)

    def _show_preview(self, preview: Preview | None) -> None:
        if preview is not None:
            join = JoinDialog(preview, self._window.frame)
            join.accepted.connect(lambda: self._session.join(preview.logs))
            join.open()

    def forget_recent(self) -> None:
        self.change(recent_archives=(), recent_notebooks=())

    def back_up(self) -> None:
        keep_backup(self._session, BY_HAND)

    def ask_sources_file(self) -> None:
        forms = {tr(one.label): one for one in FORMATS if one is not PLAIN}
        filters = {f"{words} (*{one.suffix})": one for words, one in forms.items()}
        written, chosen = QFileDialog.getSaveFileName(
            self._window.frame,
            tr("Export sources"),
            str(Path.home() / tr("sources")),
            ";;".join(filters),
        )
        if not written:
            return
        path = Path(written)
        ending = path.suffix.casefold()
        form = next((one for one in forms.values() if one.suffix == ending), None)
        if form is None:
            form = filters.get(chosen, FORMATS[1])
            path = path.with_name(path.name + form.suffix)
        self._session.carry(sources_export(self.snapshot, path, form), self._window.say)

    def _notebooks(self) -> str:
        now = self.snapshot.notebook
        return str(now.path.parent if now else user_data())

    def _notebook_globs(self) -> str:
        return tr("Notebooks ({globs})", globs=NOTEBOOKS)

    # -- the window

    def show_dialog(self, name: str) -> None:
        self._window.dialogs.show(name)

    def show_first_run(self) -> None:
        self._window.show_detail()
        self._window.show_first_run()

    def full_screen(self) -> None:
        window = self._window.frame
        window.showNormal() if window.isFullScreen() else window.showFullScreen()

    def quit(self) -> None:
        self._window.frame.close()

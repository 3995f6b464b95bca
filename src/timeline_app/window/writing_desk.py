"""The acts of the window that write: marks on what is selected, own events, views, and files."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QFileDialog

from timeline_app.dates.civil import iso
from timeline_app.dates.day import is_open
from timeline_app.exchange.written_catalogue import FORMATS, format_of
from timeline_app.model.annotation import About, Target, Written
from timeline_app.model.command import State
from timeline_app.model.written.catalogue import BY_NAME
from timeline_app.model.written.kind import Kind
from timeline_app.panes.about_words import about_words
from timeline_app.panes.catalogue import NOTES
from timeline_app.panes.passage_words import selected_passage
from timeline_app.panes.thesis_sides import ThesisSides
from timeline_app.panes.writing_form import Answered, Values, WritingForm
from timeline_app.session.drafting import DRAFT, FormDraft, begun_of, draft_text
from timeline_app.session.handing_on import copied, exported, imported
from timeline_app.session.marking import STAR, adding, editing, one_of_kind, toggle
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Problem
from timeline_app.session.views import named_view, reopen, values_of
from timeline_app.words.tr import tr

if TYPE_CHECKING:
    from timeline_app.window.main_window import MainWindow

LINK, NOTE, VIEW = BY_NAME["link"], BY_NAME["note"], BY_NAME["view"]
CORRECTION, THESIS = BY_NAME["correction"], BY_NAME["thesis"]
COPY_SUFFIX = ".notebook.sqlite"


class WritingDesk:
    """What the table of actions can ask for where something is written."""

    def __init__(self, window: "MainWindow", session: Session) -> None:
        self._window, self._session = window, session

    # -- on what is selected

    def toggle_star(self) -> None:
        """A star on what is in focus, or the one that is there taken off."""
        if (target := self._target()) is not None:
            toggle(self._session, STAR, target, {})

    def toggle_highlight(self) -> None:
        """The reader's yellow on what is in focus, or what is highlighted freed again."""
        target, kind = self._target(), BY_NAME["highlight"]
        if target is None:
            return
        there = one_of_kind(self._session.snapshot, kind, target)
        colour = there.said("colour") if there else "yellow"
        toggle(self._session, kind, target, {"colour": colour})

    def ask(self, name: str) -> None:
        """The form of this kind, on what is in focus."""
        if (target := self._target()) is not None:
            self.show_form(BY_NAME[name], target, None)

    def link(self) -> None:
        """Of two events that are selected, the one leads to the other."""
        ends = self._ends()
        if ends is None:
            said = tr("Select two events (the second with Ctrl) to link the first to the second.")
            self._window.say(Problem("notice", said))
            return
        self.show_form(LINK, ends[0], None, {"to": str(ends[1])})

    def note_on_passage(self) -> bool:
        """A note on the words that are selected in the details; says whether there are any."""
        target = selected_passage(QApplication.focusWidget())
        if target is not None:
            self.show_form(NOTE, target, None)
        return target is not None

    def note_on_period(self) -> None:
        """A note on the brushed period."""
        target = self._period()
        if target is None:
            self._window.say(Problem("notice", tr("Brush a period first to write a note on it.")))
        else:
            self.show_form(NOTE, target, None)

    def ask_new(self, name: str) -> None:
        """The form of what stands by itself: an own event, a thesis."""
        self.show_form(BY_NAME[name], None, None)

    # -- the form

    def show_form(
        self,
        kind: Kind,
        target: Target | None,
        one: Written | None,
        begun: Values | None = None,
    ) -> None:
        """Asks for the fields of a kind: of a new one, or of one that is there. A star has none."""
        if not any(field.title for field in kind.fields):
            if target is not None:
                toggle(self._session, kind, target, {})
            return
        if one is None and target is not None and kind.once == ():
            one = one_of_kind(self._session.snapshot, kind, target)
        about = self._session.about(target) if target else one.about if one else About()
        state = {"target": str(target or ""), **(one.state if one else begun or {})}
        self._open_form(kind, about_words(about) or str(target or ""), state, target, one)

    def _open_form(
        self, kind: Kind, about: str, state: State, target: Target | None, one: Written | None
    ) -> None:
        """What is typed is kept as it is typed; the form closes once it is on disk."""
        session, draft = self._session, FormDraft(self._session, kind, target, one)

        def write(given: Values, answered: Answered) -> None:
            values = given if one else {**state, **given}
            command = (
                editing(session, one, values) if one else adding(session, kind, target, values)
            )
            session.write(command, draft.key, draft_text(given), partial(told, answered))

        def told(answered: Answered, fault: str) -> None:
            answered(fault)
            if kind is THESIS and one is None and not fault:
                self._weigh_the_newest()

        WritingForm(kind, about, state, write, self._window.frame, draft).open()

    def _weigh_the_newest(self) -> None:
        """What was just put up is shown with its sides, so that something can be put there."""
        theses = [one for one in self._session.snapshot.written if one.kind == THESIS.name]
        if theses:
            self.weigh(theses[-1])

    def change(self, one: Written) -> None:
        """The form of what was written; what was begun goes on where it was."""
        now = self._session.snapshot
        begun = begun_of(now, one.id) if one.kind == DRAFT else None
        if begun is None:
            if one.kind in BY_NAME:
                self.show_form(BY_NAME[one.kind], one.target, one)
        elif begun.kind is VIEW and begun.one is None:
            self.save_view()
        elif begun.in_form:
            self.show_form(begun.kind, begun.target, begun.one)
        elif begun.target is not None:
            self._session.show_target(begun.target)
            self._window.show_detail()

    def keep_drafts(self) -> None:
        """Keeps what stands in forms that are open."""
        for form in self._window.frame.findChildren(WritingForm):
            form.keep()

    # -- views

    def save_view(self) -> None:
        """Asks for a name and keeps what is shown under it."""
        panes = {"panes": {"strip": self._window.memory.settings.strip}}
        values = values_of(self._session, tr("View"), panes=panes)
        self._open_form(VIEW, str(values["sentence"]), {**values, "name": ""}, None, None)

    def show_views(self) -> None:
        """The saved views, in the notes pane."""
        self.show_kind(VIEW)

    def show_theses(self) -> None:
        """The theses, in the notes pane."""
        self.show_kind(THESIS)

    def show_kind(self, kind: Kind) -> None:
        """What was written of a kind, in the notes pane."""
        self._window.bring(NOTES)
        self._window.notes_pane().show_kind(kind.name)

    def weigh(self, thesis: Written) -> None:
        """What stands for and against a thesis, and on neither side, beside the window."""
        ThesisSides(self._session, thesis, self._window.frame).show()

    def open_view(self, view: Written) -> None:
        """Shows a saved view again, and says what has changed since."""
        reopened = reopen(self._session, view)
        self._window.take_measure()
        if reopened.remark:
            self._window.say(Problem("notice", reopened.remark))

    def open_named(self, name: str) -> bool:
        """Shows the view of this name; says whether there is one."""
        views = [one for one in self._session.snapshot.written if one.kind == VIEW.name]
        found = named_view(views, name)
        if found is not None:
            self.open_view(found)
        return found is not None

    # -- files

    def ask_export(self) -> None:
        """Asks for a file and writes all that was written into it."""
        self._ask_file_for(tr("Export what you wrote"), tr("notes"), "")

    def ask_corrections(self) -> None:
        """Asks for a file and writes the proposed corrections into it, for an archive's editors."""
        self._ask_file_for(tr("Send corrections"), tr("corrections"), CORRECTION.name)

    def _ask_file_for(self, title: str, name: str, only: str) -> None:
        """Writes what is of one kind, or of any, into a file that is asked for."""
        filters = {
            f"{tr(form.label)} ({' '.join(f'*{suffix}' for suffix in form.suffixes)})": form
            for form in FORMATS
        }
        chosen, kind = self._file_to_write(title, name, ";;".join(filters))
        if chosen is None:
            return
        if format_of(chosen) is None:
            chosen = chosen.with_name(chosen.name + filters.get(kind, FORMATS[0]).suffixes[0])
        job = exported(self._session.snapshot, chosen, only)
        self._session.carry(job, self._window.say)

    def ask_import(self) -> None:
        """Asks for a file and takes in what it holds."""
        path, _ = QFileDialog.getOpenFileName(
            self._window.frame,
            tr("Import notes"),
            str(Path.home()),
            tr("Notes ({globs})", globs="*.jsonld *.json *.csv"),
        )
        if path:
            imported(self._session, Path(path))

    def ask_copy(self, without_name: bool) -> None:
        """Asks for a name and makes a clean copy of the notebook."""
        globs = tr("Notebooks ({globs})", globs=f"*{COPY_SUFFIX}")
        chosen, _ = self._file_to_write(tr("Send a copy"), tr("my notes"), globs)
        if chosen is not None:
            named = chosen if chosen.suffix else chosen.with_name(chosen.name + COPY_SUFFIX)
            job = copied(self._session.snapshot, named, without_name)
            self._session.carry(job, self._window.say)

    def _file_to_write(self, title: str, name: str, filters: str) -> tuple[Path | None, str]:
        path, kind = QFileDialog.getSaveFileName(
            self._window.frame, title, str(Path.home() / name), filters
        )
        return (Path(path) if path else None), kind

    # -- what is meant

    def _target(self) -> Target | None:
        """The words that are selected, the record in focus, or the brushed period."""
        target = selected_passage(QApplication.focusWidget()) or self._session.target_in_focus()
        target = target or self._period()
        if target is None:
            self._window.say(Problem("notice", tr("Select an event or a claim first.")))
        return target

    def _period(self) -> Target | None:
        """The brushed period."""
        span = self._session.snapshot.filter.span
        if span is None:
            return None
        first = ".." if is_open(span.first) else iso(span.first)
        last = ".." if is_open(span.last) else iso(span.last)
        return Target("period", first if first == last else f"{first}/{last}")

    def _ends(self) -> tuple[Target, Target] | None:
        """The first and the last of the events that are selected."""
        chosen = self._session.snapshot.selected
        if len(chosen) < 2:
            return None
        found = [self._session.event(occurrence) for occurrence in (chosen[0], chosen[-1])]
        first, last = (Target("event", event.id) if event else None for event in found)
        return (first, last) if first and last else None

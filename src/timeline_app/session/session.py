"""The one owner of state. Panes and the shell send intents; everybody hears of each change once."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from timeline_app.model.act import Act as LogAct
from timeline_app.model.annotation import HistoryStep, Target, Written
from timeline_app.model.archive_findings import OK, Findings
from timeline_app.model.command import Command
from timeline_app.model.note_commands import AddNote, EditNote, RemoveNote
from timeline_app.session.editions import editions_since, told_of_editions
from timeline_app.session.linked import ends_of, linked_pairs
from timeline_app.session.noted import (
    NOTE,
    TAG,
    by_aim,
    by_target,
    note_column,
    with_note,
)
from timeline_app.session.reaching import Reaching
from timeline_app.session.running import Run, at_once
from timeline_app.session.snapshot import (
    PUT_BACK,
    SETTLE,
    SHOW_DAMAGE,
    TRY_AGAIN,
    OpenNotebook,
    Problem,
    Saving,
)
from timeline_app.session.writing import Act, Standing, Writing
from timeline_app.store.edition_memory import EditionsSince
from timeline_app.store.other_log import OtherLog
from timeline_app.words.tr import tr, trn

T = TypeVar("T")


class Session(Reaching):
    """What `Reaching` shows, and intents that write.

    `run` runs what the notebook is asked for; an act shows as "saving" until the disk has answered.
    `aside` runs what else may take long, so that a note never waits for it; `soon` what a reader
    waits for, so that it never waits for that; `seek` what is searched with each key.
    """

    def __init__(
        self,
        run: Run = at_once,
        aside: Run | None = None,
        soon: Run | None = None,
        seek: Run | None = None,
    ) -> None:
        soon = soon or aside or run
        super().__init__(aside or run, soon, seek or soon)
        self._run = run
        self._writing: Writing | None = None
        self._opening: Writing | None = None
        self._unanswered = 0
        self._failed_act: tuple[Act, str, str] | None = None

    # -- the notebook

    def open_notebook(self, path: Path) -> None:
        """Write into this notebook from now on; a first act makes it where it does not exist.

        What is asked for before the first one has answered is done once it has.
        """
        self._opening = writing = Writing(path, self._run)
        if not self.snapshot.notebook_awaited:
            self._change(notebook_awaited=True)
        writing.open(lambda standing: self._opened(writing, standing))

    def _opened(self, writing: Writing, standing: Standing) -> None:
        if self._opening is None:
            return  # closed meanwhile
        with self.together():
            if self._opening is writing:
                self._opening = None
                self._change(notebook_awaited=False)
            if standing.fault and not standing.broken:
                self._change(problem=Problem("error", standing.fault, "open-notebook"))
                return
            if self._writing not in (None, writing):
                self._writing.close()
            self._writing = writing
            saving = Saving.SAVING if self._unanswered else Saving.SAVED
            history, read_only = standing.history, standing.read_only
            notebook = OpenNotebook(writing.path, read_only, saving, "", history)
            self._change(notebook=notebook, drafts=standing.drafts, conflicts=standing.conflicts)
            self._show_written(standing.written)
            if standing.broken:
                self._change(problem=Problem("error", standing.fault, PUT_BACK))

    def look_again(self) -> None:
        """Show what another window or a shell has written into the open notebook, if it has."""
        if self._writing is not None and not self._unanswered:
            self._writing.look_again(self._looked)

    def put_back(self, backup: Path) -> None:
        """Put this backup in the notebook's place; what stands there is kept as a backup."""
        writing = self._writing
        if writing is None:
            return

        def done(standing: Standing) -> None:
            if standing.fault:
                self._change(problem=Problem("error", standing.fault))
                return
            self._opening = writing
            with self.together():
                self._opened(writing, standing)
                said = tr("The backup was put back. What stood there is kept among the backups.")
                self._change(problem=Problem("notice", said, PUT_BACK))

        writing.put_back(backup, done)

    def join(self, logs: Sequence[OtherLog]) -> None:
        """Take in what these notebooks hold; a backup is made first."""

        def done(before: int) -> None:
            n = len(self.snapshot.conflicts)
            if n > before:
                said = trn(
                    "{n} thing was changed by two people apart. Both states are kept.",
                    "{n} things were changed by two people apart. All states are kept.",
                    n,
                )
                self._change(problem=Problem("warning", said, SETTLE))

        before = len(self.snapshot.conflicts)
        self._do(lambda notebook: notebook.join(logs), then=lambda: done(before))

    def settle(self, conflict: str, take: str) -> None:
        """Let side `take` of a conflict stay, or "both"."""
        self._do(lambda notebook: notebook.settle(conflict, take))

    def try_again(self) -> None:
        """Do what could not be written once more."""
        failed, self._failed_act = self._failed_act, None
        if failed is not None:
            self._do(*failed)

    def tell(self, problem: Problem) -> None:
        """Show this in the bar."""
        self._change(problem=problem)

    def close(self) -> None:
        """Let go of both files; what was asked for is written first."""
        self.stop_opening()
        for writing in (self._writing, self._opening):
            if writing is not None:
                writing.close()
        self._writing = self._opening = None
        self._stop_seeking()
        if self._reading is not None:
            self._reading.close()
            self._reading = None

    # -- notes

    def add_note(self, text: str, tags: Iterable[str] = (), target: Target | None = None) -> None:
        """Write a note on `target`, or else on the event in focus."""
        if target is None:
            target = self.target_in_focus()
        if target is None:
            self._change(problem=Problem("warning", tr("Select an event to write a note on it.")))
            return
        command = AddNote(target, text, tuple(tags), self.about(target))
        self._write(command, target, text)

    def edit_note(
        self, note: str, text: str | None = None, tags: Iterable[str] | None = None
    ) -> None:
        """Change the words or the tags of the note with this id."""
        command = EditNote(note, text, None if tags is None else tuple(tags))
        self._write(command, self._target_of(note), text or "")

    def remove_note(self, note: str) -> None:
        """Take the note with this id away; undo brings it back."""
        self._write(RemoveNote(note), None, "")

    def keep_draft(self, target: Target, text: str) -> None:
        """Keep what is being written on a target; blank text forgets it."""
        key = str(target)
        if self.snapshot.drafts.get(key, "") == text:
            return
        drafts = {k: v for k, v in self.snapshot.drafts.items() if k != key}
        self._change(drafts=drafts | {key: text} if text.strip() else drafts)
        if self._writing or self._opening:
            self._do(lambda notebook: notebook.keep_draft(key, text))

    def write(self, command: Command) -> None:
        """Write anything; undo takes it back by its name."""
        self._write(command, None, "")

    def bring(self, written: Sequence[Written]) -> None:
        """Take in what was handed on, in one step that can be undone."""
        self._do(lambda notebook: notebook.bring(written))

    def ask_history(self, one: Written, done: Callable[[list[LogAct]], None]) -> None:
        """Tell `done` all acts on this, oldest first."""
        if self._writing is not None:
            nothing: list[LogAct] = []
            self._writing.ask(lambda book: book.history_of(one.id, one.kind), done, nothing)

    def bring_back(self, act: str) -> None:
        """Set something back to the state that this act gave it."""
        self._do(lambda notebook: notebook.restore(act))

    def undo(self) -> None:
        """Take back the last step that this computer wrote."""
        self._do(lambda notebook: notebook.undo())

    def redo(self) -> None:
        """Do again the step that was last taken back."""
        self._do(lambda notebook: notebook.redo())

    def dismiss_problem(self) -> None:
        """The reader has read it."""
        if self.snapshot.problem is not None:
            self._change(problem=None)

    def aside(self, job: Callable[[], T], done: Callable[[T], None]) -> None:
        """Run a job that may take long and touches nothing of the session; see `running`."""
        self._aside(job, done)

    def meet_edition(self, folder: Path) -> None:
        """Remember the open edition in this folder; tell what it changed if another was met last.

        What is told can be dismissed; the changes stay in the snapshot while the archive is open.
        """
        archive = self.snapshot.archive
        if self.snapshot.since is not None:
            self._change(since=None)
        if archive is None:
            return

        def done(since: EditionsSince | None) -> None:
            now = self.snapshot
            same = now.archive is not None and now.archive.path == archive.path
            if since is not None and same:
                self._change(since=since, problem=now.problem or told_of_editions(since))

        self._aside(lambda: editions_since(archive.path, folder), done)

    def tell_findings(self, found: Findings) -> None:
        """Show what looking through the open archive has found; nothing is said of a sound one."""
        problem = self.snapshot.problem
        if found.status != OK:
            problem = Problem("warning", found.reasons[0], SHOW_DAMAGE)
        self._change(findings=found, problem=problem)

    # -- how acts are written

    def _target_of(self, note: str) -> Target | None:
        of_all = (n for notes in self.snapshot.notes.values() for n in notes)
        return next((n.target for n in of_all if n.id == note), None)

    def _write(self, command: Command, target: Target | None, text: str) -> None:
        """Write a command; what could not be written is kept as a draft on its target."""
        key = str(target) if target is not None else ""
        self._do(lambda notebook: notebook.write(command, draft=key), key, text)

    def _do(
        self, act: Act, target: str = "", text: str = "", then: Callable[[], None] | None = None
    ) -> None:
        writing = self._writing or self._opening
        if writing is None:
            sentence = tr("No notebook is open, so nothing can be written.")
            self._failed(Standing(fault=sentence), target, text)
            return
        self._unanswered += 1
        self._save(Saving.SAVING)

        def stood(standing: Standing) -> None:
            self._unanswered -= 1
            if standing.fault:
                self._failed_act = None if standing.refused else (act, target, text)
                self._failed(standing, target, text)
                return
            self._stood(standing)
            if then is not None:
                then()

        writing.do(act, stood)

    def _stood(self, standing: Standing) -> None:
        with self.together():
            self._change(drafts=standing.drafts, conflicts=standing.conflicts)
            self._show_written(standing.written)
            self._save(Saving.SAVED, standing.history)

    def _looked(self, standing: Standing | None) -> None:
        if standing is None or standing.fault or self._unanswered:
            return
        with self.together():
            self._change(conflicts=standing.conflicts)
            self._show_written(standing.written)
            if self.snapshot.notebook is not None:
                book = replace(self.snapshot.notebook, history=standing.history)
                self._change(notebook=book)

    def _save(self, saving: Saving, history: HistoryStep | None = None) -> None:
        """Show how the last act stands; "saved" only once every act has been answered."""
        notebook = self.snapshot.notebook
        if notebook is None:
            return
        if saving is Saving.SAVED:
            saving = Saving.SAVING if self._unanswered else Saving.SAVED
            if history is not None:
                notebook = replace(notebook, saved_at=f"{datetime.now():%H:%M:%S}")
        history = history or notebook.history
        self._change(notebook=replace(notebook, saving=saving, history=history))

    def _failed(self, standing: Standing, target: str, text: str) -> None:
        """Say why; the text is kept as a draft, in sight if not on disk."""
        with self.together():
            self._save(Saving.SAVED if standing.refused else Saving.FAILED)
            grade = "warning" if standing.refused else "error"
            again = TRY_AGAIN if self._failed_act is not None else ""
            self._change(problem=Problem(grade, standing.fault, again))
            if target and text.strip():
                self._change(drafts={**self.snapshot.drafts, target: text})

    def _show_written(self, written: tuple[Written, ...]) -> None:
        """Everything that follows from what was written; what did not change stays the same."""
        now = self.snapshot
        if written == now.written:
            return
        tagged = by_target(one for one in written if one.kind in (NOTE, TAG))
        self._occurrence_of = self._occurrences_of(ends_of(tagged, written))
        noted = self._notes_by_occurrence(tagged)
        note_terms = note_column(now.table, noted)
        asked = self._filter_again(now.table, noted)
        there = {one.id for one in written}
        self._change(
            written=written,
            notes=by_target(one for one in written if one.kind == NOTE),
            marks=by_aim(one for one in written if one.kind != NOTE),
            tagged=tagged,
            links=linked_pairs(written, self._occurrence_of),
            own_event=now.own_event if now.own_event in there else None,
            noted=with_note(noted),
            note_terms=note_terms,
            filter=asked,
            passing=self._index.run(asked, note_terms),
        )

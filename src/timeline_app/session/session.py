"""The one owner of state. Panes and the shell send intents; everybody hears of each change once."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from timeline_app.model.act import Act as LogAct
from timeline_app.model.annotation import Target, Written
from timeline_app.model.archive_findings import OK, Findings
from timeline_app.model.command import Command
from timeline_app.model.note_commands import AddNote, EditNote, RemoveNote
from timeline_app.session.acting import Acting, Wish
from timeline_app.session.editions import editions_since, told_of_editions
from timeline_app.session.snapshot import SETTLE, SHOW_DAMAGE, Problem
from timeline_app.store.edition_memory import EditionsSince
from timeline_app.store.notebook import Notebook
from timeline_app.store.other_log import OtherLog
from timeline_app.words.tr import tr, trn

T = TypeVar("T")


class Session(Acting):
    """What `Acting` shows, and intents that write."""

    # -- the notebook

    def join(self, logs: Sequence[OtherLog]) -> None:
        """Take in what these notebooks hold; a backup is made first."""

        before = len(self.snapshot.conflicts)

        def done(fault: str) -> None:
            n = len(self.snapshot.conflicts)
            if not fault and n > before:
                said = trn(
                    "{n} thing was changed by two people apart. Both states are kept.",
                    "{n} things were changed by two people apart. All states are kept.",
                    n,
                )
                self._change(problem=Problem("warning", said, SETTLE))

        self._do(Wish(lambda notebook: notebook.join(logs), answered=done))

    def settle(self, conflict: str, take: str) -> None:
        """Let side `take` of a conflict stay, or "both"."""
        self._do(Wish(lambda notebook: notebook.settle(conflict, take)))

    def tell(self, problem: Problem) -> None:
        """Show this in the bar."""
        self._change(problem=problem)

    # -- notes

    def add_note(self, text: str, tags: Iterable[str] = (), target: Target | None = None) -> None:
        """Write a note on `target`, or else on the event in focus."""
        if target is None:
            target = self.target_in_focus()
        if target is None:
            self._change(problem=Problem("warning", tr("Select an event to write a note on it.")))
            return
        command = AddNote(target, text, tuple(tags), self.about(target))
        self.write(command, str(target), text)

    def edit_note(
        self, note: str, text: str | None = None, tags: Iterable[str] | None = None
    ) -> None:
        """Change the words or the tags of the note with this id."""
        command = EditNote(note, text, None if tags is None else tuple(tags))
        of_all = (n for notes in self.snapshot.notes.values() for n in notes)
        target = next((n.target for n in of_all if n.id == note), None)
        self.write(command, str(target or ""), text or "")

    def remove_note(self, note: str) -> None:
        """Take the note with this id away; undo brings it back."""
        self.write(RemoveNote(note))

    def keep_draft(self, target: Target | str, text: str) -> None:
        """Keep what is being written on a target, or in a form; blank text forgets it."""
        key = str(target)
        if self.snapshot.drafts.get(key, "") == text:
            return
        drafts = {k: v for k, v in self.snapshot.drafts.items() if k != key}
        self._change(drafts=drafts | {key: text} if text.strip() else drafts)
        if self._writing or self._opening:
            self._do(Wish(lambda notebook: notebook.keep_draft(key, text), key, text))

    def write(
        self,
        command: Command,
        draft: str = "",
        text: str = "",
        answered: Callable[[str], None] = lambda _: None,
    ) -> None:
        """Write anything; undo takes it back by its name.

        It settles the draft of this key; what could not be written is kept there as `text`.
        `answered` hears why it was not written, or an empty text once it is on disk.
        """
        act = partial(_written, command, draft)
        self._do(Wish(act, draft, text, answered=answered))

    def bring(self, written: Sequence[Written]) -> None:
        """Take in what was handed on, in one step that can be undone."""
        self._do(Wish(lambda notebook: notebook.bring(written)))

    def ask_history(self, one: Written, done: Callable[[list[LogAct]], None]) -> None:
        """Tell `done` all acts on this, oldest first."""
        if self._writing is not None:
            nothing: list[LogAct] = []
            self._writing.ask(lambda book: book.history_of(one.id, one.kind), done, nothing)

    def bring_back(self, act: str) -> None:
        """Set something back to the state that this act gave it."""
        self._do(Wish(lambda notebook: notebook.restore(act)))

    def undo(self) -> None:
        """Take back the last step that this computer wrote."""
        past = partial(Notebook.undo, past=True)
        self._do(Wish(Notebook.undo, past=past))

    def redo(self) -> None:
        """Do again the step that was last taken back."""
        past = partial(Notebook.redo, past=True)
        self._do(Wish(Notebook.redo, past=past))

    def aside(self, job: Callable[[], T], done: Callable[[T], None]) -> None:
        """Run a job that may take long and touches nothing of the session; see `running`. What is
        drawn waits for it."""
        self._aside(job, done)

    def slowly(self, job: Callable[[], T], done: Callable[[T], None]) -> None:
        """The same for a job that may take seconds, for which nothing that is drawn waits."""
        self._slowly(job, done)

    def carry(self, job: Callable[[], T], done: Callable[[T], None]) -> None:
        """The same for a job that carries something to a file or from one; nor is it waited for by
        what is drawn, and it does not wait for what takes seconds."""
        self._carry(job, done)

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

        self._carry(lambda: editions_since(archive.path, folder), done)

    def tell_findings(self, found: Findings) -> None:
        """Show what looking through the open archive has found; nothing is said of a sound one."""
        problem = self.snapshot.problem
        graver = problem is not None and problem.of_notebook and problem.grade == "error"
        if found.status != OK and not graver:
            problem = Problem("warning", found.reasons[0], SHOW_DAMAGE)
        self._change(findings=found, problem=problem)


def _written(command: Command, draft: str, notebook: Notebook) -> LogAct:
    return notebook.write(command, draft=draft)

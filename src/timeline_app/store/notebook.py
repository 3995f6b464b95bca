"""What the reader wrote, kept in one file, and changed only by acts that are on disk on return."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from sqlite3 import Connection
from types import TracebackType

from timeline_app.model.act import REMOVED, Act, Writer
from timeline_app.model.annotation import HistoryStep, Written
from timeline_app.model.command import Command, RefusedError, State
from timeline_app.model.conflict import Conflict
from timeline_app.model.note_commands import NOTE
from timeline_app.model.written.bringing import Bring, Brought, same
from timeline_app.model.written.catalogue import BY_NAME
from timeline_app.store import annotations
from timeline_app.store.acts import (
    Setting,
    Standing,
    acts_of_object,
    all_acts,
    append,
    payload_of,
    read_act,
    standing,
    standing_states,
    stands,
)
from timeline_app.store.acts_history import PASSED, Stacks, Step, read_stacks, step_of, way_back
from timeline_app.store.backup import back_up
from timeline_app.store.backup_names import IMPORT, JOIN
from timeline_app.store.clock import Milliseconds, next_stamp, now_ms, time_of
from timeline_app.store.conflicts import read_conflicts
from timeline_app.store.drafts import forget_draft, keep_draft, read_drafts
from timeline_app.store.joining import Joined, unite
from timeline_app.store.made_tables import follow, rebuild
from timeline_app.store.notebook_contents import Contents, read_contents
from timeline_app.store.notebook_file import connect
from timeline_app.store.notebook_making import lay_out, new_contents
from timeline_app.store.notebook_place import NotebookPlace
from timeline_app.store.other_log import OtherLog
from timeline_app.store.settling import settling
from timeline_app.store.store_error import Fault, StoreError
from timeline_app.store.writer import this_writer
from timeline_app.words.tr import mark, tr

RESTORE = mark("bring back")
"""The name of the step for an object of a kind that this program does not know."""
SETTLE = mark("settle conflict")


class Notebook:
    """An open notebook; one thread at a time. All methods raise `StoreError`.

    A method that writes returns once the commit is on disk; where it raises, nothing was written.
    """

    def __init__(
        self,
        place: NotebookPlace,
        writer: Callable[[], Writer],
        clock: Milliseconds,
        before_writing: Callable[[Path], object] | None = None,
    ) -> None:
        self._place = place
        self._before_writing = before_writing
        self._writer = writer
        self._clock = clock
        self._known: tuple[int, Stacks] | None = None
        self._rows = annotations.WrittenRows()

    @staticmethod
    def open(
        path: Path,
        *,
        create: bool = False,
        with_folder: bool = False,
        writer: Writer | None = None,
        clock: Milliseconds = now_ms,
        before_writing: Callable[[Path], object] | None = None,
    ) -> "Notebook":
        """Opens the notebook; a refused file is left as it is, with nothing beside it.

        With `create`, one that is not there is empty and is made by the first thing written, if
        its folder exists; `with_folder` makes that too. `before_writing` is called once, before the
        first thing is written into a file that is there.
        """
        # Who writes is asked only when something is written: the answer makes a file of its own.
        who = (lambda: writer) if writer else cache(this_writer)
        place = NotebookPlace(path, who, create=create, with_folder=with_folder)
        return Notebook(place, who, clock, before_writing)

    def close(self) -> None:
        """Lets go of the file."""
        self._place.close()

    def __enter__(self) -> "Notebook":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """The file."""
        return self._place.path

    @property
    def read_only(self) -> bool:
        """Whether it can be read but not written."""
        return self._place.read_only

    def changed_elsewhere(self) -> bool:
        """Whether another window or a shell has written since this was last asked."""
        return self._place.changed_elsewhere()

    def written(self, kind: str | None = None) -> list[Written]:
        """All that was written and stands, or what is of this kind, oldest first."""
        with self._place.reading() as connection:
            if connection is None:
                return []
            if kind is None:
                return self._rows.read(connection)
            return annotations.read_written(connection, kind)

    def one(self, kind: str, id_: str) -> Written | None:
        """The one of this kind with this id; None where it was removed or never was."""
        with self._place.reading() as connection:
            return annotations.read_one(connection, kind, id_) if connection else None

    def notes(self) -> list[Written]:
        """All notes as they stand, oldest first."""
        return self.written(NOTE)

    def note(self, note: str) -> Written | None:
        """The note of this id; None where it was removed or never was."""
        return self.one(NOTE, note)

    def history_of(self, id_: str, kind: str = NOTE) -> list[Act]:
        """All acts on a note or another object, oldest first; empty for one that never was."""
        with self._place.reading() as connection:
            return acts_of_object(connection, kind, id_) if connection else []

    @property
    def history(self) -> HistoryStep:
        """The labels of what undo and redo would do next, untranslated; empty for none."""
        with self._place.reading() as connection:
            stacks = self._stacks(connection) if connection else Stacks()
        undo, redo = (stack[-1].label if stack else "" for stack in (stacks.undo, stacks.redo))
        return HistoryStep(undo, redo)

    def tampered(self) -> list[str]:
        """The ids of acts, and of what is made from them, that are not as they were written."""
        with self._place.reading() as connection:
            if connection is None:
                return []
            acts = [a.id for a in all_acts(connection) if a.hash != a.computed_hash()]
            return sorted({*acts, *annotations.stale(connection)})

    def drafts(self) -> dict[str, str]:
        """What was begun and not saved: text by target."""
        with self._place.reading() as connection:
            return read_drafts(connection) if connection else {}

    def keep_draft(self, target: str, text: str) -> None:
        """Keeps what is being typed about a target; an empty text forgets it. Not an act."""
        with self._writing() as connection:
            keep_draft(connection, target, text, time_of(next_stamp("", self._clock())))

    def write(self, command: Command, *, draft: str = "") -> Act:
        """Does the command, and forgets the draft about the target `draft`, which it settles.

        Returns the act; for a command that changes nothing, the act that stands.
        """

        def wanted(connection: Connection | None) -> list[Setting]:
            changes = command.changes(Standing(connection, lambda: self._writer().author))
            return [Setting(c.kind, c.target, payload_of(c.state)) for c in changes]

        return self._do(wanted, command.label, draft)

    def restore(self, act: str) -> Act:
        """Sets an object back to the state that this act gave it."""

        with self._place.reading() as found:
            old = read_act(found, act) if found else None

        def wanted(_: Connection | None) -> list[Setting]:
            if old is None:
                raise RefusedError(tr("There is no act “{id}” in this notebook.", id=act))
            return [Setting(old.kind, old.target, old.payload)]

        kind = BY_NAME.get(old.kind) if old else None
        return self._do(wanted, kind.steps.restore if kind else RESTORE)

    def conflicts(self) -> list[Conflict]:
        """What stands in several states since a join, by its oldest side."""
        with self._place.reading() as connection:
            return read_conflicts(connection) if connection else []

    def settle(self, conflict: str, take: str) -> Act:
        """Ends a conflict: side `take` ("A", "B", ...) stays, or "both" (see `settling`).

        `conflict` is its id, or the object's where that says enough.
        """

        def wanted(connection: Connection | None) -> list[Setting]:
            return settling(connection, conflict, take, self._writer().author)

        return self._do(wanted, SETTLE)

    def preview(self, logs: Sequence[OtherLog]) -> Joined:
        """What `join` would bring; nothing is written."""
        with self._place.reading() as found:
            memory = connect(":memory:", "")
            if found is None:
                lay_out(memory, new_contents(self._writer()))
            else:
                found.backup(memory)
        with closing(memory):
            memory.execute("BEGIN")
            return unite(memory, logs)

    def join(self, logs: Sequence[OtherLog]) -> Joined:
        """Takes in all acts of these logs; what two people changed apart is kept both ways.

        A backup is made before it.
        """
        if self._place.is_made:
            back_up(self.path, JOIN)
        with self._writing() as connection:
            joined = unite(connection, logs)
        self._known = None
        return joined

    def bring(self, written: Sequence[Written]) -> Brought:
        """Takes in what was handed on, in one step that can be undone; a backup is made before."""
        before = {(one.kind, one.id): one.state for one in self.written()}
        found = [before.get((one.kind, one.id)) for one in written]
        alike = sum(same(one.state, old) for one, old in zip(written, found, strict=True))
        new = sum(old is None for old in found)
        brought = Brought(new, alike, len(written) - new - alike)
        if brought.new or brought.changed:
            if self._place.is_made:
                back_up(self.path, IMPORT)
            self.write(Bring(written))
        return brought

    def states(self) -> list[tuple[str, State]]:
        """The kind and the state of every object that stands."""
        with self._place.reading() as connection:
            return standing_states(connection) if connection else []

    def contents(self) -> Contents | None:
        """Header, log and drafts; None where nothing was written yet."""
        with self._place.reading() as connection:
            return read_contents(connection) if connection else None

    def undo(self, *, past: bool = False) -> Act | None:
        """Takes back one's own last step, by a new act; None where there is none.

        What somebody else has changed since is refused; with `past` it is left as it is for good,
        and the last step before it that can be is taken back.
        """
        return self._take_back(lambda stacks: stacks.undo, past)

    def redo(self, *, past: bool = False) -> Act | None:
        """Does again what was taken back last; None where there is none. `past` is as in undo."""
        return self._take_back(lambda stacks: stacks.redo, past)

    def rebuild(self) -> None:
        """Makes everything that is made from acts again."""
        with self._writing() as connection:
            rebuild(connection)

    def _take_back(self, stack_of: Callable[[Stacks], tuple[Step, ...]], past: bool) -> Act | None:
        """Undo and redo are one: a redo takes back the act of an undo."""
        with self._place.reading() as found:
            if found is None or not stack_of(self._stacks(found)):
                return None
        with self._writing() as connection:
            stack = stack_of(self._stacks(connection))
            if not stack:
                return None
            way = way_back(connection, stack, self._writer(), past=past)
            for step in way.passed:
                let_be = Setting(PASSED, None, REMOVED)
                self._append(connection, [let_be], step.label, undoes=step.id)
            return self._append(connection, way.settings, way.step.label, undoes=way.step.id)

    def _do(
        self, wanted: Callable[[Connection | None], list[Setting]], label: str, draft: str = ""
    ) -> Act:
        with self._refusals(), self._place.reading() as found:
            wanted(found)  # what is refused makes no file and waits for no lock
        with self._writing() as connection:
            if draft:
                forget_draft(connection, draft)
            settings = wanted(connection)
            changed = [setting for setting in settings if not stands(connection, setting)]
            if changed:
                return self._append(connection, changed, label)
            acts = acts_of_object(connection, settings[0].kind, settings[0].target or "")
            return standing(acts) or acts[-1]

    def _append(
        self, connection: Connection, settings: list[Setting], label: str, undoes: str = ""
    ) -> Act:
        version, stacks = self._seen(connection)
        acts = append(connection, settings, self._writer(), self._clock, label=label, undoes=undoes)
        follow(connection, acts)
        self._known = (version, stacks.after([step_of(acts)]))  # own acts change no version
        return acts[0]

    def _stacks(self, connection: Connection) -> Stacks:
        return self._seen(connection)[1]

    def _seen(self, connection: Connection) -> tuple[int, Stacks]:
        """The version and its stacks, read anew only where another connection has written."""
        version = _version(connection)
        if self._known is None or self._known[0] != version:
            self._known = (version, read_stacks(connection, self._writer()))
        return self._known

    def _about_to_write(self) -> None:
        if self._before_writing and self._place.is_made:
            first, self._before_writing = self._before_writing, None
            first(self.path)

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        self._about_to_write()
        try:
            with self._refusals(), self._place.writing() as connection:
                yield connection
        except BaseException:
            self._known = None
            raise

    @contextmanager
    def _refusals(self) -> Iterator[None]:
        try:
            yield
        except RefusedError as refusal:
            raise StoreError(Fault.REFUSED, refusal.sentence, self.path) from refusal


def _version(connection: Connection) -> int:
    """A number that changes when another connection has written."""
    return int(connection.execute("PRAGMA data_version").fetchone()[0])

"""One search at a time over the open archive, beside the reader's hands: the newest wins."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from timeline_app.model.annotation import Written
from timeline_app.model.event_table import EventTable
from timeline_app.model.query import read_query
from timeline_app.model.records import EventRow
from timeline_app.session.finding import Found, find
from timeline_app.session.running import Run
from timeline_app.store.archive import Archive
from timeline_app.store.search import Search, StoppedError
from timeline_app.store.store_error import StoreError

Notes = Mapping[int, tuple[Written, ...]]


@dataclass(frozen=True, eq=False, slots=True)
class Question:
    """What is searched for, and in what; the same question has the same answer."""

    queries: tuple[str, ...]
    table: EventTable
    notes: Notes

    def is_again(self, other: "Question | None") -> bool:
        """Whether the other one asks the same of the same."""
        return (
            other is not None
            and self.queries == other.queries
            and self.table is other.table
            and self.notes is other.notes
        )


@dataclass(frozen=True, eq=False, slots=True)
class Answer:
    """What was found, and the texts of the first rows of it."""

    queries: tuple[str, ...]
    found: Found
    rows: Sequence[EventRow]


Heard = Callable[[Answer | StoreError], None]


class Seeking:
    """Asks with `run`, on whose thread it has a connection of its own to the archive at `path`.

    Only the answer to the newest question is heard; it is kept until another one is asked.
    """

    def __init__(self, path: Path, run: Run) -> None:
        self._path, self._run = path, run
        self._opened: tuple[Archive, Search] | None = None
        self._newest: Question | None = None
        self._answer: Answer | None = None

    def ask(self, question: Question, heard: Heard) -> None:
        """Tell `heard` what answers, unless something else is asked before."""
        if self._answer is not None and question.is_again(self._newest):
            heard(self._answer)
            return
        self._newest, self._answer = question, None

        def done(answer: Answer | StoreError | None) -> None:
            if answer is None or question is not self._newest:
                return
            if isinstance(answer, Answer):
                self._answer = answer
            heard(answer)

        self._run(lambda: self._find(question), done)

    def close(self) -> None:
        """Let go of the file; what is still asked is not answered."""
        self._newest = None
        self._run(self._close, lambda _: None)

    def _find(self, question: Question) -> Answer | StoreError | None:
        def stopped() -> bool:
            return question is not self._newest

        try:
            archive, search = self._open()
            queries = [read_query(query) for query in question.queries]
            found = find(queries, question.table, question.notes, search, stopped)
            rows = archive.rows(question.table.key[found.first].tolist())
        except StoppedError:
            return None
        except StoreError as fault:
            return fault
        return Answer(question.queries, found, rows)

    def _open(self) -> tuple[Archive, Search]:
        if self._opened is None:
            archive = Archive.open(self._path)
            self._opened = archive, Search(archive)
        return self._opened

    def _close(self) -> None:
        if self._opened is not None:
            self._opened[0].close()
            self._opened = None

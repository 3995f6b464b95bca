"""One search at a time over the open archive, beside the reader's hands: the newest wins."""

from collections.abc import Callable, Mapping, Sequence

from timeline_app.dataclass import dataclass
from timeline_app.model.annotation import Written
from timeline_app.model.claim_table import ClaimTable
from timeline_app.model.event_table import EventTable
from timeline_app.model.query import read_query
from timeline_app.model.records import ClaimRow, EventTitle
from timeline_app.session.finding import TODAY, Found, Then, find
from timeline_app.session.running import Run
from timeline_app.session.snapshot import OpenArchive
from timeline_app.store.archive import Archive
from timeline_app.store.archive_faults import fault
from timeline_app.store.claim_records import read_claim_rows
from timeline_app.store.search import Search, StoppedError
from timeline_app.store.store_error import Fault, StoreError
from timeline_app.words.tr import tr

FIRST_CLAIMS = 3
"""So many of the claims that were found are read with the events."""

Notes = Mapping[int, tuple[Written, ...]]


@dataclass(frozen=True, eq=False, slots=True)
class Question:
    """What is searched for, and in what: the notes as they stand (by target, `written`), and by
    occurrence; `then` is the day that is known by."""

    queries: tuple[str, ...]
    table: EventTable
    claims: ClaimTable
    written: Mapping[str, tuple[Written, ...]]
    notes: Notes
    then: Then = TODAY

    def is_again(self, other: "Question | None") -> bool:
        """Whether the other one asks the same of the same."""
        return (
            other is not None
            and self.queries == other.queries
            and self.table is other.table
            and self.written is other.written
            and self.then.day == other.then.day
        )


@dataclass(frozen=True, eq=False, slots=True)
class Answer:
    """What was found, and what is said of the first events and claims of it."""

    question: Question
    found: Found
    events: Sequence[EventTitle]
    claims: Sequence[ClaimRow]

    @property
    def occurrences(self) -> list[int]:
        """What the first events tell of, in their order."""
        told: list[int] = self.question.table.occurrence[self.found.first].tolist()
        return told


Heard = Callable[[Answer | StoreError], None]


class Seeking:
    """Asks with `run`, on whose thread it has a connection of its own to the open archive.

    Only the answer to the newest question is heard; it is kept until another one is asked.
    """

    def __init__(self, archive: OpenArchive, run: Run) -> None:
        self._about, self._run = archive, run
        self._open_now: tuple[Archive, Search] | None = None
        self._newest: Question | None = None
        self._answer: Answer | None = None
        self._hearing: list[Heard] = []

    def ask(self, question: Question, heard: Heard) -> None:
        """Tell `heard` what answers, unless something else is asked before. Whoever asks the same
        again, while it is looked for or after, hears it too."""
        if question.is_again(self._newest):
            if self._answer is None:
                self._hearing.append(heard)
            else:
                heard(self._answer)
            return
        self._newest, self._answer = question, None
        hearing = self._hearing = [heard]

        def done(answer: Answer | StoreError | None) -> None:
            if answer is None or question is not self._newest:
                return
            if isinstance(answer, Answer):
                self._answer = answer
            else:
                self._newest = None  # what was damaged may be mended when it is asked again
            while hearing is self._hearing and hearing:  # until one of them asks something else
                hearing.pop(0)(answer)

        self._run(lambda: self._find(question), done)

    def close(self) -> None:
        """Let go of the file; what is still asked is not answered."""
        self._newest, self._hearing = None, []
        self._run(self._let_go, lambda _: None)

    def _find(self, question: Question) -> Answer | StoreError | None:
        def stopped() -> bool:
            return question is not self._newest

        try:
            archive, search = self._opened()
            queries = [read_query(query) for query in question.queries]
            among = question.table, question.claims, question.notes
            found = find(queries, *among, search, stopped, question.then)
            if stopped():
                return None
            events = archive.titles(question.table.key[found.first].tolist())
            claims = read_claim_rows(archive, found.said[:FIRST_CLAIMS].tolist())
        except StoppedError:
            return None
        except StoreError as damage:
            return damage
        return Answer(question, found, events, claims)

    def _opened(self) -> tuple[Archive, Search]:
        if self._open_now is None:
            archive = Archive.open(self._about.path)
            if archive.edition.content_hash != self._about.edition.content_hash:
                archive.close()
                what = tr("another edition lies in its place by now")
                raise fault(Fault.DAMAGED, self._about.path, what)
            self._open_now = archive, Search(archive)
        return self._open_now

    def _let_go(self) -> None:
        if self._open_now is not None:
            self._open_now[0].close()
            self._open_now = None

"""The open notebook, as the session writes to it: one act after the other, on the one writer."""

from collections.abc import Callable
from dataclasses import field
from pathlib import Path
from typing import TypeVar

from timeline_app.dataclass import dataclass
from timeline_app.model.annotation import HistoryStep
from timeline_app.model.conflict import Conflict
from timeline_app.session.damaged_notebook import is_broken, what_is_left
from timeline_app.session.noted import ByTarget
from timeline_app.session.running import Run
from timeline_app.store.notebook import Notebook
from timeline_app.store.restoring import restore
from timeline_app.store.store_error import Fault, StoreError

Act = Callable[[Notebook], object]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Standing:
    """How the notebook stands after an act, or why the act could not be done (`fault`)."""

    told: ByTarget = field(default_factory=ByTarget)
    history: HistoryStep = field(default_factory=HistoryStep)
    drafts: dict[str, str] = field(default_factory=dict)
    read_only: bool = False
    fault: str = ""
    refused: bool = False
    """Whether the fault is in what was asked, not in the file."""
    broken: bool = False
    """Whether the file is damaged; `told` is what can be read of it, `fault` says so."""
    has_backup: bool = False
    """Whether a sound backup of what is damaged can be put back."""
    conflicts: tuple[Conflict, ...] = ()


class Writing:
    """A notebook that is opened, used and closed by jobs alone, so on one thread.

    The file is made by the first act where it does not exist yet.
    """

    def __init__(self, path: Path, run: Run) -> None:
        self.path = path
        self._run = run
        self._notebook: Notebook | None = None

    def open(self, done: Callable[[Standing], None]) -> None:
        """Read what stands in the notebook: nothing where it does not exist yet."""
        self._run(lambda: self._stood(lambda _: None), done)

    def do(self, act: Act, done: Callable[[Standing], None]) -> None:
        """Do this act, and say how the notebook stands once it is on disk."""
        self._run(lambda: self._stood(act), done)

    def ask(self, read: Callable[[Notebook], T], done: Callable[[T], None], nothing: T) -> None:
        """Read something of the notebook; `nothing` where it is not open or cannot be read."""

        def job() -> T:
            try:
                return nothing if self._notebook is None else read(self._notebook)
            except StoreError:
                return nothing

        self._run(job, done)

    def look_again(self, done: Callable[[Standing | None], None]) -> None:
        """How the notebook stands where another window or a shell has written, else None."""

        def job() -> Standing | None:
            try:
                if self._notebook is None or not self._notebook.changed_elsewhere():
                    return None
            except StoreError:
                return None  # what is asked for next is told why
            return self._stood(lambda _: None)

        self._run(job, done)

    def put_back(self, backup: Path, done: Callable[[Standing], None]) -> None:
        """Put a backup in the notebook's place; what stands there is kept."""

        def job() -> Standing:
            self._let_go()
            try:
                restore(self.path, backup)
            except StoreError as fault:
                return Standing(fault=fault.sentence, refused=True)
            return self._stood(lambda _: None)

        self._run(job, done)

    def close(self) -> None:
        """Let go of the file once all that was asked is done."""
        self._run(self._let_go, lambda _: None)

    def _let_go(self) -> None:
        if self._notebook is not None:
            self._notebook.close()
            self._notebook = None

    def _stood(self, act: Act) -> Standing:
        try:
            if self._notebook is None:
                self._notebook = Notebook.open(self.path, create=True)
            act(self._notebook)
            return standing_of(self._notebook)
        except StoreError as fault:
            left = what_is_left(self.path) if self._notebook is None and is_broken(fault) else None
            if left is None:
                return Standing(fault=fault.sentence, refused=fault.kind is Fault.REFUSED)
            said = f"{fault.sentence} {left.said}"
            return Standing(
                ByTarget.of(left.written),
                drafts=left.drafts,
                read_only=True,
                fault=said,
                broken=True,
                has_backup=left.has_backup,
            )


def standing_of(notebook: Notebook) -> Standing:
    """How an open notebook stands."""
    return Standing(
        ByTarget.of(notebook.written()),
        notebook.history,
        dict(notebook.drafts()),
        notebook.read_only,
        conflicts=tuple(notebook.conflicts()),
    )

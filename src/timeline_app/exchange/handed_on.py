"""What one wrote, as it is handed on: read from a file, or about to be written into one."""

from collections.abc import Callable, Sequence

from timeline_app.dataclass import dataclass
from timeline_app.model.annotation import Written
from timeline_app.words.tr import mark

OTHER_KINDS = mark("All kinds that were not asked for.")
"""What is left out where only some kinds were asked for."""


@dataclass(frozen=True, slots=True)
class Unread:
    """Something of a file that could not be taken: `where` (a line or an entry) and why."""

    where: str
    why: str


@dataclass(frozen=True, slots=True)
class Taken:
    """What was read: `act` of each is empty, author and times are those of the file."""

    written: tuple[Written, ...]
    unread: tuple[Unread, ...] = ()


@dataclass(frozen=True, slots=True)
class WrittenFormat:
    """A form: its endings, what writes it, what reads it back (if anything does).

    `leaves_out` are marked sentences that say what a file of it does not hold.
    """

    id: str
    label: str
    suffixes: tuple[str, ...]
    write: Callable[[Sequence[Written]], str]
    read: Callable[[str], Taken] | None
    leaves_out: tuple[str, ...]

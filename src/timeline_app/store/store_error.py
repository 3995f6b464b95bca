"""The known faults of a file: named where they arise, shown as one sentence."""

from enum import StrEnum
from pathlib import Path


class Fault(StrEnum):
    """What is wrong with a file, as far as anybody can act on it."""

    MISSING = "missing"
    EMPTY = "empty"
    NOT_A_FILE = "not_a_file"
    NOT_SQLITE = "not_sqlite"
    NOT_OURS = "not_ours"
    DAMAGED = "damaged"
    TRUNCATED = "truncated"
    NEWER = "newer"
    OLDER = "older"
    WAL = "wal"
    READ_ONLY = "read_only"
    LOCKED = "locked"
    FULL = "full"
    UNREACHABLE = "unreachable"
    REFUSED = "refused"
    NO_BACKUP = "no_backup"


class StoreError(Exception):
    """A file cannot be read or written.

    `sentence` is for the reader, already translated: what happened, to which file, what one can do.
    """

    def __init__(self, kind: Fault, sentence: str, path: Path | None = None) -> None:
        super().__init__(sentence)
        self.kind = kind
        self.sentence = sentence
        self.path = path

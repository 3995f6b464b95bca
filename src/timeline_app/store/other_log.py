"""The log of another notebook, read from its file without changing it."""

from pathlib import Path

from timeline_app.dataclass import dataclass
from timeline_app.model.act import Act
from timeline_app.store.acts import sound_acts
from timeline_app.store.notebook_file import NotebookFile
from timeline_app.store.salvage import salvage
from timeline_app.store.store_error import Fault, StoreError


@dataclass(frozen=True, slots=True)
class OtherLog:
    """The acts of a notebook that are as they were written, and how many are not."""

    path: Path
    acts: tuple[Act, ...]
    damaged: int = 0


def read_other(path: Path) -> OtherLog:
    """The log of the notebook in this file; of a damaged one, what can still be read.

    Raises `StoreError` for what is no notebook.
    """
    try:
        file = NotebookFile(path, only_read=True)
    except StoreError as error:
        if error.kind not in (Fault.DAMAGED, Fault.TRUNCATED):
            raise
        saved = salvage(path)
        return OtherLog(path, saved.contents.acts, len(saved.lost))
    try:
        with file.reading() as connection:
            acts, damaged = sound_acts(connection)
    finally:
        file.close()
    return OtherLog(path, tuple(acts), len(damaged))

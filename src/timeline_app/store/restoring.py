"""A backup in the place of a notebook; what stood there is kept beside the other backups."""

import os
import shutil
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_hex

from timeline_app.dataclass import dataclass
from timeline_app.store.backup import back_up, contents_of, newest_good
from timeline_app.store.backup_names import DAMAGED, RESTORE, Backup, backups_of, next_backup
from timeline_app.store.durable import make_folders, sync_file, sync_folder
from timeline_app.store.made_tables import rebuild
from timeline_app.store.notebook_contents import Contents, clear, fill
from timeline_app.store.notebook_faults import fault, named_faults, no_backup
from timeline_app.store.notebook_file import NotebookFile
from timeline_app.store.notebook_gate import is_read_only, journal_of
from timeline_app.store.notebook_making import make_filled
from timeline_app.store.store_error import Fault, StoreError
from timeline_app.words.tr import tr

_BROKEN = (Fault.DAMAGED, Fault.TRUNCATED, Fault.EMPTY, Fault.NOT_SQLITE)


@dataclass(frozen=True, slots=True)
class Restored:
    """`source` was restored; `kept` is where the state that stood there lies, if there was one."""

    source: Path
    kept: Path | None
    acts: int


def restore(notebook: Path, source: Path | None = None) -> Restored:
    """Puts a backup (by default the newest that is sound) in the place of the notebook.

    Raises `StoreError`; the notebook then stands as it did.
    """
    chosen = source or _newest(notebook)
    contents = contents_of(chosen)
    if contents is None:
        sentence = tr("{path} is not a sound backup. Nothing was changed.", path=chosen)
        raise StoreError(Fault.DAMAGED, sentence, chosen)
    try:
        # First without touching it: SQLite would clear a broken one's journal away.
        NotebookFile(notebook, only_read=True).close()
        file = NotebookFile(notebook)
    except StoreError as error:
        if error.kind not in (*_BROKEN, Fault.MISSING):
            raise
        kept = None if error.kind is Fault.MISSING else _keep_bytes(notebook)
        _replace(notebook, contents)
        return Restored(chosen, kept, len(contents.acts))
    try:
        kept = _keep(notebook).path
        with file.writing() as connection:
            clear(connection)
            fill(connection, contents)
            rebuild(connection)
    finally:
        file.close()
    return Restored(chosen, kept, len(contents.acts))


def _newest(notebook: Path) -> Path:
    found = newest_good(notebook)
    if found is None:
        sentence = tr("There is no sound backup of {path}. Nothing was changed.", path=notebook)
        raise StoreError(Fault.MISSING, sentence, notebook)
    return found.path


def _keep(notebook: Path) -> Backup:
    """The present state as a backup: a new one, or the newest if it is that already."""
    return back_up(notebook, RESTORE) or backups_of(notebook)[0]


def _keep_bytes(notebook: Path) -> Path:
    """A file that cannot be opened, kept byte for byte with its journal."""
    kept = next_backup(notebook, 0, DAMAGED, datetime.now(UTC)).path
    try:
        make_folders(kept.parent)
        for file, copy in ((notebook, kept), (journal_of(notebook), journal_of(kept))):
            with suppress(FileNotFoundError):
                shutil.copyfile(file, copy)
                sync_file(copy)
        sync_folder(kept.parent)
    except OSError as error:
        raise no_backup(notebook, error.strerror or str(error)) from error
    return kept


def _replace(notebook: Path, contents: Contents) -> None:
    """A new file in the place of one that is broken or gone, whose journal must not outlive it."""
    with named_faults(notebook):
        if is_read_only(notebook):
            raise fault(Fault.READ_ONLY, notebook)
    notebook = Path(os.path.realpath(notebook))
    fresh = notebook.with_name(f".{token_hex(12)}.restored")
    make_filled(fresh, contents)
    try:
        journal_of(notebook).unlink(missing_ok=True)
        sync_folder(notebook.parent)
        fresh.replace(notebook)
        sync_folder(notebook.parent)
    except OSError as error:
        raise fault(Fault.UNREACHABLE, notebook, why=error.strerror or str(error)) from error
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)

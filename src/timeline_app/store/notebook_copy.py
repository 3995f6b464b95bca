"""A copy of a notebook to look into, when the file itself must not be touched."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from timeline_app.store.notebook_faults import fault
from timeline_app.store.notebook_gate import journal_of
from timeline_app.store.store_error import Fault


@contextmanager
def copied(path: Path) -> Iterator[Path]:
    """A copy that may be written, with the journal that takes back what was left half written.

    It is gone on leaving. Raises `StoreError`.
    """
    with TemporaryDirectory(prefix="notebook-") as folder:
        copy = Path(folder) / "copy.notebook.sqlite"
        try:
            shutil.copyfile(path, copy)
            with suppress(FileNotFoundError):
                shutil.copyfile(journal_of(path), journal_of(copy))
        except OSError as error:
            raise fault(Fault.UNREACHABLE, path, why=error.strerror or str(error)) from error
        yield copy

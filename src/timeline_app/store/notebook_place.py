"""Where a notebook lies: a file that is there, or one that the first thing written will make."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from sqlite3 import Connection

from timeline_app.model.act import Writer
from timeline_app.store.backup import back_up
from timeline_app.store.backup_names import MIGRATION
from timeline_app.store.durable import make_folders
from timeline_app.store.notebook_faults import fault, named_faults
from timeline_app.store.notebook_file import NotebookFile
from timeline_app.store.notebook_gate import is_read_only
from timeline_app.store.notebook_making import make_notebook, sweep
from timeline_app.store.store_error import Fault, StoreError

_GONE = (Fault.UNREACHABLE, Fault.MISSING)
_NO_ROOM = (Fault.NO_BACKUP, Fault.FULL)
"""Why an older notebook cannot be brought to this format now; it is read all the same."""


class NotebookPlace:
    """Lends connections to a notebook; one thread at a time. All methods raise `StoreError`.

    A file that was there and is gone (a stick pulled out) is missing, never begun anew; once it is
    back, it is opened again.
    """

    def __init__(
        self,
        path: Path,
        writer: Callable[[], Writer],
        *,
        create: bool,
        with_folder: bool = False,
    ) -> None:
        """Opens the file. With `create`, one that is not there is made when it is written to, and
        `with_folder` its folder too."""
        self.path = path
        self._writer = writer
        self._with_folder = with_folder
        self._may_make = create and not _is_there(path)
        self._file: NotebookFile | None = None
        self._seen_version = 0
        self._find()

    def close(self) -> None:
        """Lets go of the file."""
        if self._file:
            self._file.close()
        self._file = None

    @property
    def read_only(self) -> bool:
        """Whether it can be read but not written."""
        if self._file:
            return self._file.read_only
        with named_faults(self.path):
            return self.path.parent.is_dir() and is_read_only(self.path)

    @property
    def is_made(self) -> bool:
        """Whether there is a file."""
        return self._find() is not None

    def changed_elsewhere(self) -> bool:
        """Whether somebody else has written, or made the file, since this was last asked."""
        before, file = self._file, self._find()
        if file is None:
            return False
        version = file.data_version()
        changed, self._seen_version = version != self._seen_version, version
        return changed or before is None

    @contextmanager
    def reading(self) -> Iterator[Connection | None]:
        """A connection on which everything read is of one moment; None while there is no file."""
        file = self._find()
        if file is None:
            yield None
            return
        with self._let_go_of_what_is_gone(), file.reading() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection for one transaction, on disk when left; the file is made if need be."""
        file = self._find() or self._made()
        with self._let_go_of_what_is_gone(), file.writing() as connection:
            yield connection

    def _made(self) -> NotebookFile:
        if self._with_folder:
            with suppress(OSError):  # the next line says what is missing
                make_folders(self.path.parent)
        make_notebook(self.path, self._writer())
        return self._opened()

    def _find(self) -> NotebookFile | None:
        """The file, opened now where somebody has made it, or it has come back, meanwhile."""
        if self._file is not None:
            return self._file
        if _is_there(self.path):
            return self._opened()
        if not self._may_make:
            raise fault(Fault.MISSING, self.path)
        return None

    def _opened(self) -> NotebookFile:
        file = NotebookFile(self.path)
        try:
            if not file.read_only and file.is_older():
                back_up(self.path, MIGRATION)
                file.migrate()
            if not file.read_only:
                sweep(self.path.parent)
            self._seen_version = file.data_version()
        except StoreError as error:
            file.close()
            if error.kind not in _NO_ROOM:
                raise
            file = NotebookFile(self.path, only_read=True)
        except BaseException:
            file.close()
            raise
        self._file, self._may_make = file, False
        return file

    @contextmanager
    def _let_go_of_what_is_gone(self) -> Iterator[None]:
        """A file that cannot be reached any more is opened again when it is next wanted."""
        try:
            yield
        except StoreError as error:
            if error.kind in _GONE:
                self.close()
            raise


def _is_there(path: Path) -> bool:
    """Whether anything bears this name, be it a link that leads nowhere."""
    return os.path.lexists(path)

"""Where a notebook lies: a file that is there, or one that the first thing written will make."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from sqlite3 import Connection

from timeline_app.model.act import Writer
from timeline_app.store.notebook_file import NotebookFile, make_notebook
from timeline_app.store.notebook_gate import is_read_only


class NotebookPlace:
    """Lends connections to a notebook; one thread at a time. All methods raise `StoreError`."""

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
        self._file = None if create and not _is_there(path) else NotebookFile(path)
        self._seen_version = self._file.data_version() if self._file else 0

    def close(self) -> None:
        """Lets go of the file."""
        if self._file:
            self._file.close()

    @property
    def read_only(self) -> bool:
        """Whether it can be read but not written."""
        if self._file:
            return self._file.read_only
        return self.path.parent.is_dir() and is_read_only(self.path)

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
        with file.reading() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection for one transaction, on disk when left; the file is made if need be."""
        file = self._find()
        if file is None:
            if self._with_folder:
                with suppress(OSError):  # the next line says what is missing
                    self.path.parent.mkdir(parents=True, exist_ok=True)
            make_notebook(self.path, self._writer())
            self._file = file = NotebookFile(self.path)
            self._seen_version = file.data_version()
        with file.writing() as connection:
            yield connection

    def _find(self) -> NotebookFile | None:
        """The file, opened now where somebody has made it meanwhile."""
        if self._file is None and _is_there(self.path):
            self._file = NotebookFile(self.path)
            self._seen_version = self._file.data_version()
        return self._file


def _is_there(path: Path) -> bool:
    """Whether anything bears this name, be it a link that leads nowhere."""
    return os.path.lexists(path)

"""Intents that open: an archive is read by a worker while what was open stays in sight."""

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from timeline_app.dataclass import dataclass
from timeline_app.lanes.catalogue import make_lanes
from timeline_app.model.filter import Filter
from timeline_app.session.contents import Contents, read_contents
from timeline_app.session.judging import Judging
from timeline_app.session.laying import Laid, lay
from timeline_app.session.reading import Reading
from timeline_app.session.running import Run
from timeline_app.session.snapshot import Problem
from timeline_app.store.progress import Progress, StoppedError
from timeline_app.store.store_error import StoreError
from timeline_app.words.tr import tr

Then = Callable[[bool], None]


@dataclass(frozen=True, eq=False, slots=True)
class _Loaded:
    """What a worker has read, laid out, and counted."""

    contents: Contents
    laid: Laid


class _Reading:
    """An archive that a worker reads, once, however often it is asked for what is in it."""

    def __init__(self, path: Path, grouping: str) -> None:
        self.asked = path, grouping
        self.progress = Progress()

    @cached_property
    def loaded(self) -> _Loaded | StoreError | None:
        """Runs on the worker; known faults are values, None is what was stopped."""
        return _loaded(*self.asked, self.progress)

    @property
    def is_done(self) -> bool:
        """Whether that is known by now."""
        return "loaded" in vars(self)


class Loading(Judging):
    """What `Judging` shows, and archives that are opened beside the reader's work; `carry` runs
    what carries something to a file or from one."""

    _loading: _Reading | None = None
    _ahead: _Reading | None = None

    def __init__(self, soon: Run, seek: Run, slowly: Run, carry: Run) -> None:
        super().__init__(soon, seek, slowly)
        self._carry = carry

    def read_ahead(self, path: Path) -> None:
        """Begin to read an archive that will be opened soon; nothing is shown until it is."""
        self._ahead = ahead = _Reading(path, self.snapshot.grouping)
        self._carry(lambda: ahead.loaded, lambda _: None)

    def begin_opening(self, path: Path, then: Then = lambda _: None) -> None:
        """Open this archive as `open_archive` does, once a worker has read it, if none has yet.

        `then` hears whether it could be opened; nobody hears of one that was stopped, or after
        which another one was asked for.
        """
        reading, asked = self._ahead, (path, self.snapshot.grouping)
        if reading is not None and reading.asked == asked:
            self._ahead = None
        else:
            reading = _Reading(*asked)
        self.stop_opening()
        self._loading = reading
        if reading.is_done:
            self._was_read(path, reading, reading.loaded, then)
            return
        self._change(opening=reading.progress)
        self._carry(
            lambda: reading.loaded,
            lambda answer: self._was_read(path, reading, answer, then),
        )

    def stop_opening(self) -> None:
        """What is being opened, or read ahead, is not wanted any more."""
        if self._ahead is not None:
            self._ahead.progress.stop()
            self._ahead = None
        if self._loading is not None:
            self._loading.progress.stop()
            self._loading = None
            self._change(opening=None)

    def give_up_opening(self) -> None:
        """The same, and say so."""
        if self._loading is not None:
            self.stop_opening()
            self._change(problem=Problem("notice", tr("Opening was stopped."), "open-archive"))

    def _was_read(
        self, path: Path, reading: _Reading, answer: _Loaded | StoreError | None, then: Then
    ) -> None:
        if reading is not self._loading or answer is None:
            return
        self._loading = None
        with self.together():
            self._change(opening=None)
            try:
                if isinstance(answer, StoreError):
                    raise answer
                self._show_loaded(path, answer)
            except StoreError as fault:
                self._trouble(fault)
                opened = False
            else:
                opened = True
            then(opened)  # what it brings back is told with the archive, as one answer

    def _show_loaded(self, path: Path, loaded: _Loaded) -> None:
        laid, grouping = loaded.laid, self.snapshot.grouping
        if laid.lanes.grouping != grouping:
            laid = replace(laid, lanes=make_lanes(laid.table, grouping))
        self._show_reading(Reading(path, loaded.contents), None, laid)


def _loaded(path: Path, grouping: str, progress: Progress) -> _Loaded | StoreError | None:
    try:
        contents = read_contents(path, progress)
        laid = lay(contents.kept.table, grouping)
        _count(laid)
        progress.look()
    except StoreError as fault:
        return fault
    except StoppedError:
        return None
    return _Loaded(contents, laid)


def _count(laid: Laid) -> None:
    """What passes where nothing is asked, as far as it is shown first."""
    laid.index.run(Filter()).select(0, 1)

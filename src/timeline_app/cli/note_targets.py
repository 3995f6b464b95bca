"""What a note is about, looked up in the archive: no note hangs on a slip of the pen."""

from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from timeline_app.model.annotation import About, Target
from timeline_app.model.command import RefusedError
from timeline_app.words.tr import mark, tr

if TYPE_CHECKING:
    from timeline_app.store.archive import Archive

_ABSENT = {
    "event": mark("There is no event “{id}” in {path}."),
    "claim": mark("There is no claim “{id}” in {path}."),
    "actor": mark("There is no actor “{id}” in {path}."),
    "source": mark("There is no source “{id}” in {path}."),
}


class Targets:
    """The records of an archive that notes can be written on; it is opened when first asked."""

    def __init__(self, archive: Path) -> None:
        self._path = archive
        self._archive: Archive | None = None

    def __enter__(self) -> "Targets":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        if self._archive is not None:
            self._archive.close()

    def about(self, target: Target) -> About:
        """What the target looks like. Raises `RefusedError` where it is not in the archive."""
        if target.kind == "period":
            return _period(target.id)
        kind, id_ = target.kind, target.id
        if kind == "passage":
            kind, _, id_ = id_.partition("#")[0].partition(":")
        # What only reads notes needs no archive and starts without it.
        from timeline_app.store.record_ids import holds  # noqa: PLC0415 - see above

        archive = self._opened()
        if not holds(archive, kind, id_):
            raise RefusedError(tr(_ABSENT[kind], id=id_, path=self._path))
        edition = archive.edition
        if kind != "event":
            return About(edition.id, edition.version)
        event = archive.event(archive.keys_of([id_])[id_])
        return About(edition.id, edition.version, event.title, event.edtf)

    def _opened(self) -> "Archive":
        if self._archive is None:
            from timeline_app.store.archive import Archive  # noqa: PLC0415 - see `about`

            self._archive = Archive.open(self._path)
        return self._archive


def _period(edtf: str) -> About:
    # Only notes on periods read dates.
    from timeline_app.dates.date_error import DateError  # noqa: PLC0415 - see above
    from timeline_app.dates.edtf import parse  # noqa: PLC0415 - see above

    try:
        parse(edtf)
    except DateError as error:
        raise RefusedError(tr("“{text}” is not a date: {why}", text=edtf, why=error.why)) from error
    return About(date=edtf)

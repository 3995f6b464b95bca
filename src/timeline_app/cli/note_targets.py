"""What a note is about, looked up in the archive: no note hangs on a slip of the pen."""

from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from timeline_app.model.annotation import About, Passage, Target
from timeline_app.model.command import RefusedError
from timeline_app.words.tr import mark, tr, trn

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
        passage = Passage.read(target.id) if target.kind == "passage" else None
        kind, id_ = (passage.kind, passage.id) if passage else (target.kind, target.id)
        # What only reads notes needs no archive and starts without it.
        from timeline_app.store.record_ids import holds, text_of  # noqa: PLC0415 - see above

        archive = self._opened()
        if not holds(archive, kind, id_):
            raise RefusedError(tr(_ABSENT[kind], id=id_, path=self._path))
        if passage:
            _judge(passage, text_of(archive, kind, id_, passage.field))
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


def _judge(passage: Passage, text: str | None) -> None:
    """Raises `RefusedError` where the passage is of no text, or goes on after its end."""
    if text is None:
        named = f"{passage.kind}:{passage.id}"
        said = tr("“{field}” is no text of {record}.", field=passage.field, record=named)
        raise RefusedError(said)
    if passage.end > len(text):
        said = trn(
            "The passage goes to letter {end}, but “{field}” of {record} has {n} letter.",
            "The passage goes to letter {end}, but “{field}” of {record} has {n} letters.",
            len(text),
            end=passage.end,
            field=passage.field,
            record=f"{passage.kind}:{passage.id}",
        )
        raise RefusedError(said)


def _period(edtf: str) -> About:
    # Only notes on periods read dates.
    from timeline_app.dates.date_error import DateError  # noqa: PLC0415 - see above
    from timeline_app.dates.edtf import parse  # noqa: PLC0415 - see above

    try:
        parse(edtf)
    except DateError as error:
        raise RefusedError(tr("“{text}” is not a date: {why}", text=edtf, why=error.why)) from error
    return About(date=edtf)

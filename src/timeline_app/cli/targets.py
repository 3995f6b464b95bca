"""What is written on, looked up in the archive: nothing hangs on a slip of the pen."""

from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from timeline_app.cli.given import Given
from timeline_app.model.annotation import OWN_EVENT, About, Passage, Target
from timeline_app.model.command import RefusedError
from timeline_app.model.passages import Place, find_passage, quoted
from timeline_app.model.written import letters, own_event
from timeline_app.store.notebook import Notebook
from timeline_app.words.tr import mark, tr, trn

if TYPE_CHECKING:
    from timeline_app.store.archive import Archive

_ABSENT = {
    "event": mark("There is no event “{id}” in {path}."),
    "claim": mark("There is no claim “{id}” in {path}."),
    "actor": mark("There is no actor “{id}” in {path}."),
    "source": mark("There is no source “{id}” in {path}."),
    OWN_EVENT: mark("There is no event of your own “{id}” in {path}."),
}


class Targets:
    """The records that can be written on; the archive is opened when it is first asked."""

    def __init__(self, archive: Path, notebook: Notebook | None = None) -> None:
        self._path = archive
        self._notebook = notebook
        self._archive: Archive | None = None

    @staticmethod
    def given(given: Given, notebook: Notebook) -> "Targets":
        """Those of the archive that the word was given, and of the notebook."""
        return Targets(given.archive, notebook)

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
        """What the target looks like. Raises `RefusedError` where it is not there."""
        if target.kind == "period":
            return About(date=letters.date(target.id))
        if target.kind == OWN_EVENT:
            return self._own(target.id)
        # What only reads notes needs no archive and starts without it.
        from timeline_app.store.looks import look_of, record_of, text_of  # noqa: PLC0415 - above

        archive = self._opened()
        kind, id_ = record_of(target) or (target.kind, target.id)
        look = look_of(archive, kind, id_)
        if look is None:
            raise RefusedError(tr(_ABSENT[kind], id=id_, path=self._path))
        passage = Passage.read(target.id) if target.kind == "passage" else None
        if passage is None:
            return look
        text = _judged(passage, text_of(archive, kind, id_, passage.field))
        return quoted(look, text, passage.first, passage.end)

    def abouts(self, targets: Iterable[str]) -> dict[str, About]:
        """What each of these written targets looks like. Raises `RefusedError`."""
        return {target: self.about(Target.read(target)) for target in targets}

    def place_of(self, target: Target, about: About) -> Place | None:
        """Where a passage stands now; None for what is none, or where its record is gone."""
        passage = Passage.read(target.id) if target.kind == "passage" else None
        if passage is None:
            return None
        from timeline_app.store.looks import text_of  # noqa: PLC0415 - see `about`

        text = text_of(self._opened(), passage.kind, passage.id, passage.field)
        return find_passage(text, passage.first, passage.end, about) if text else None

    def _own(self, id_: str) -> About:
        one = self._notebook.one(own_event.KIND.name, id_) if self._notebook else None
        if one is None:
            path = self._notebook.path if self._notebook else self._path
            raise RefusedError(tr(_ABSENT[OWN_EVENT], id=id_, path=path))
        return About(title=one.said("title"), date=own_event.gregorian(one.state))

    def _opened(self) -> "Archive":
        if self._archive is None:
            from timeline_app.store.archive import Archive  # noqa: PLC0415 - see `about`

            self._archive = Archive.open(self._path)
        return self._archive


def _judged(passage: Passage, text: str | None) -> str:
    """The text of a passage. Raises `RefusedError` where it is of none, or ends after its end."""
    named = f"{passage.kind}:{passage.id}"
    if text is None:
        said = tr("“{field}” is no text of {record}.", field=passage.field, record=named)
        raise RefusedError(said)
    if passage.end > len(text):
        said = trn(
            "The passage goes to letter {end}, but “{field}” of {record} has {n} letter.",
            "The passage goes to letter {end}, but “{field}” of {record} has {n} letters.",
            len(text),
            end=passage.end,
            field=passage.field,
            record=named,
        )
        raise RefusedError(said)
    return text

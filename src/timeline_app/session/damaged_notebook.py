"""A damaged notebook: what can be read of it is shown, what could not is told, and what to do."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from timeline_app.dataclass import dataclass
from timeline_app.model.annotation import Written
from timeline_app.store.backup import newest_good
from timeline_app.store.backup_names import in_words
from timeline_app.store.notebook import Notebook
from timeline_app.store.notebook_making import make_filled
from timeline_app.store.salvage import Salvaged, salvage
from timeline_app.store.store_error import Fault, StoreError
from timeline_app.words.tr import tr, trn

_BROKEN = (Fault.DAMAGED, Fault.TRUNCATED, Fault.NOT_SQLITE, Fault.EMPTY)


@dataclass(frozen=True, slots=True)
class Left:
    """What is left of a damaged notebook, and what is said of that."""

    written: tuple[Written, ...]
    drafts: dict[str, str]
    said: str
    has_backup: bool


@dataclass(frozen=True, slots=True)
class Remains:
    """A copy that holds what can be read, open while it is looked at, and what is said of it.

    `lost` counts the acts that are known not to be read; `backup` is the newest sound one.
    """

    notebook: Notebook
    said: str
    lost: int
    backup: Path | None


def is_broken(fault: StoreError) -> bool:
    """Whether something may still be read, or put back, where this is the fault."""
    return fault.kind in _BROKEN


def what_is_left(path: Path) -> Left | None:
    """What can be read of the notebook and what backups there are; None where there is neither."""
    try:
        with left_of(path) as left:
            if left is None:
                return None
            notebook, has_backup = left.notebook, left.backup is not None
            return Left(tuple(notebook.written()), dict(notebook.drafts()), left.said, has_backup)
    except StoreError:
        return None


@contextmanager
def left_of(path: Path) -> Iterator[Remains | None]:
    """What remains; None where nothing can be read and there is no backup. Raises `StoreError`."""
    found = salvage(path)
    newest = newest_good(path)
    if not found.contents.acts and newest is None:
        yield None
        return
    when = in_words(newest) if newest else ""
    said = " ".join((_read_words(found), _backup_words(when)))
    with TemporaryDirectory(prefix="notebook-") as folder:
        copy = Path(folder) / path.name
        make_filled(copy, found.contents)
        with Notebook.open(copy) as notebook:
            backup = None if newest is None else newest.path
            yield Remains(notebook, said, len(found.lost), backup)


def nothing_left() -> str:
    """What is said where nothing remains."""
    return tr("Nothing of it can be read. {backup}", backup=_backup_words(""))


def _read_words(found: Salvaged) -> str:
    read = trn(
        "{n} act could be read and is shown.",
        "{n} acts could be read and are shown.",
        len(found.contents.acts),
    )
    if found.cut:
        cut = tr("The file is cut off; what stood in the missing part cannot be told.")
        return f"{read} {cut}"
    lost = len(found.lost)
    if not lost:
        return read
    not_read = trn("{n} could not be read.", "{n} could not be read.", lost)
    return f"{read} {not_read}"


def _backup_words(when: str) -> str:
    if not when:
        return tr("There is no backup of it on this computer.")
    return tr("The newest sound backup is of {when}.", when=when)

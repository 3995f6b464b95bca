"""What an action is, in which menus actions stand, and when one can be done."""

from collections.abc import Callable

from timeline_app.dataclass import dataclass
from timeline_app.session.snapshot import GO_PAST, SHOW_DAMAGE, Saving, Snapshot
from timeline_app.window.desk import Desk
from timeline_app.words.tr import tr


def always(_: Snapshot) -> bool:
    """Nothing is needed."""
    return True


@dataclass(frozen=True, slots=True)
class Action:
    """A row of the table of actions.

    `menu` names a menu of MENUS or SUBMENUS; `part` parts a menu by lines. `when` tells from the
    snapshot whether it can be done; `checked`, where given, makes it a switch. `said` gives words
    that change with the snapshot. `icon` is a file of resources/icons. `keys` are Qt's key
    sequences; `letters` act by the key's place and never while one types ("F F" is pressed twice).
    """

    key: str
    words: str
    menu: str
    do: Callable[[Desk], None]
    keys: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    part: int = 0
    when: Callable[[Snapshot], bool] = always
    checked: Callable[[Desk], bool] | None = None
    said: Callable[[Snapshot], str] | None = None
    icon: str = ""


def has_archive(now: Snapshot) -> bool:
    """An archive is open."""
    return now.archive is not None


def is_opening(now: Snapshot) -> bool:
    """An archive is being read."""
    return now.opening is not None


def has_damage(now: Snapshot) -> bool:
    """Something was found to be damaged in the archive."""
    told = now.problem is not None and now.problem.action == SHOW_DAMAGE
    return told or bool(now.findings and now.findings.reasons)


def has_selection(now: Snapshot) -> bool:
    """An event or a claim is selected."""
    return bool(now.selected) or now.claim is not None


def can_write(now: Snapshot) -> bool:
    """A notebook is open that takes notes, or is about to be, and something is selected."""
    book = now.notebook
    chosen = has_selection(now) or now.own_event is not None
    return chosen and (now.notebook_awaited if book is None else not book.read_only)


def can_mark(now: Snapshot) -> bool:
    """Something is selected, or a period is brushed, and a notebook takes marks."""
    return can_write(now) or has_period(now)


def can_keep(now: Snapshot) -> bool:
    """A notebook is open that takes what stands by itself."""
    book = now.notebook
    return now.archive is not None and book is not None and not book.read_only


def has_period(now: Snapshot) -> bool:
    """A period is brushed, and a notebook takes notes."""
    return can_keep(now) and now.filter.span is not None


def has_written(now: Snapshot) -> bool:
    """Something was written."""
    return bool(now.written)


def has_corrections(now: Snapshot) -> bool:
    """A correction was proposed."""
    return any(one.kind == "correction" for one in now.written)


def has_notebook(now: Snapshot) -> bool:
    """A notebook is open."""
    return now.notebook is not None


def takes_acts(now: Snapshot) -> bool:
    """A notebook is open that can be written."""
    return now.notebook is not None and not now.notebook.read_only


def has_conflicts(now: Snapshot) -> bool:
    """Something was changed by two people apart."""
    return bool(now.conflicts)


def has_failed(now: Snapshot) -> bool:
    """The last act could not be written."""
    return now.notebook is not None and now.notebook.saving is Saving.FAILED


def can_go_past(now: Snapshot) -> bool:
    """Undo or redo was refused, since somebody else has changed what it would set back."""
    return now.problem is not None and now.problem.action == GO_PAST


def can_undo(now: Snapshot) -> bool:
    """There is a step to undo, or it is not known yet."""
    return _answer_awaited(now) or (now.notebook is not None and bool(now.notebook.history.undo))


def can_redo(now: Snapshot) -> bool:
    """There is a step to do again, or it is not known yet."""
    return _answer_awaited(now) or (now.notebook is not None and bool(now.notebook.history.redo))


def _answer_awaited(now: Snapshot) -> bool:
    """The notebook is being opened or written: a key that is pressed now is for what comes of it,
    and is done after it."""
    book = now.notebook
    return now.notebook_awaited if book is None else book.saving is Saving.SAVING


def is_narrowed(now: Snapshot) -> bool:
    """A filter is set."""
    return bool(now.filter) or bool(now.query) or bool(now.claim_filter)


def has_claims(now: Snapshot) -> bool:
    """The archive holds claims."""
    return len(now.claims) > 0


def has_article(now: Snapshot) -> bool:
    """The archive began with an article whose records can be walked through."""
    return bool(now.article)


def walks(now: Snapshot) -> bool:
    """One walks through the article."""
    return now.walk is not None


def undo_words(now: Snapshot) -> str:
    """The name of the step that undo takes back."""
    step = now.notebook.history.undo if now.notebook else ""
    return tr("Undo {step}", step=step) if step else tr("Undo")


def redo_words(now: Snapshot) -> str:
    """The name of the step that redo does again."""
    step = now.notebook.history.redo if now.notebook else ""
    return tr("Redo {step}", step=step) if step else tr("Redo")

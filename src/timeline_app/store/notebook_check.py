"""A notebook looked through whole: its file, every act by its hash, every row by the log."""

from pathlib import Path
from sqlite3 import Connection

from timeline_app.dataclass import dataclass
from timeline_app.model.archive_findings import OK, PARTLY, REFUSED
from timeline_app.store import annotations
from timeline_app.store.acts import sound_acts
from timeline_app.store.notebook_file import NotebookFile
from timeline_app.store.store_error import StoreError
from timeline_app.words.tr import mark, tr, trn

HEADER = mark("the header")
PAGES = mark("every page")
TABLES_LOOKED_AT = mark("the tables")
ACTS = mark("every act by its hash")
MADE = mark("what is made from the acts")


@dataclass(frozen=True, slots=True)
class NotebookFindings:
    """What was found: `status` is OK, PARTLY (it opens, not all of it is sound) or REFUSED.

    `damaged` are ids of acts that are not as they were written, `stale` of objects that do not
    stand as the log says; `checked` are marked phrases.
    """

    status: str
    reasons: tuple[str, ...] = ()
    acts: int = 0
    damaged: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()
    checked: tuple[str, ...] = (HEADER,)


def check(path: Path) -> NotebookFindings:
    """Looks through the notebook, which is left as it is; a fault is among the findings."""
    try:
        file = NotebookFile(path, only_read=True)
    except StoreError as error:
        return NotebookFindings(REFUSED, (error.sentence,))
    try:
        with file.reading() as connection:
            return _findings(connection)
    except StoreError as error:
        return NotebookFindings(REFUSED, (error.sentence,))
    finally:
        file.close()


def _findings(connection: Connection) -> NotebookFindings:
    sound, damaged = sound_acts(connection)
    stale = () if damaged else tuple(annotations.stale(connection))
    reasons = []
    if connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
        reasons.append(tr("Its indexes do not agree with its tables."))
    if damaged:
        n = len(damaged)
        reasons.append(
            trn("{n} act is not as it was written.", "{n} acts are not as they were written.", n)
        )
    if stale:
        n = len(stale)
        reasons.append(
            trn(
                "{n} note does not stand as the log says.",
                "{n} notes do not stand as the log says.",
                n,
            )
        )
    status = PARTLY if reasons else OK
    looked = (HEADER, PAGES, TABLES_LOOKED_AT, ACTS, MADE)
    return NotebookFindings(
        status, tuple(reasons), len(sound) + len(damaged), tuple(damaged), stale, looked
    )

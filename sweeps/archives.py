"""Spoilt archives: checked, opened by a session, listed and searched."""

from pathlib import Path
from random import Random

from sweeps.mutation import mutated
from sweeps.small_folder import make
from sweeps.subject import BrokenPromise, Subject, Try, contents
from timeline_app.model.archive_findings import REFUSED
from timeline_app.session.session import Session
from timeline_app.store.archive_check import check
from timeline_app.store.build.edition import build
from timeline_app.store.store_error import StoreError

NAME = "spoilt.archive.sqlite"
_SHOWN = 20
_MOVED_ONE_IN = 10


def _start(folder: Path) -> Try:
    sound = folder / "sound.archive.sqlite"
    make(folder / "data")
    build(folder / "data", sound)
    raw = sound.read_bytes()
    lying = folder / "lying"
    lying.mkdir()

    def try_one(random: Random) -> str:
        spoilt = mutated(raw, random, in_place=random.randrange(_MOVED_ONE_IN) != 0)
        (lying / NAME).write_bytes(spoilt)
        outcome = _read(lying / NAME)
        if contents(lying) != {NAME: spoilt}:
            raise BrokenPromise("something was written beside the archive or into it")
        return outcome

    return try_one


def _read(path: Path) -> str:
    found = check(path)
    if found.status == REFUSED and not all(found.reasons):
        raise BrokenPromise("refused without a sentence")
    session = Session()
    try:
        if session.open_archive(path) == (found.status == REFUSED):
            raise BrokenPromise(f"the check says {found.status}, the session does not")
        if found.status != REFUSED:
            _look_about(session)
    finally:
        session.close()
    return found.status


def _look_about(session: Session) -> None:
    """What a window does first. A named fault of a damaged file is an answer."""
    try:
        session.ordered_rows(0, _SHOWN)
        for occurrence in session.snapshot.table.occurrence[:_SHOWN].tolist():
            session.event(occurrence)
        session.search("Казахстан before:2014 -visit")
        session.clear_all()
    except StoreError as fault:
        if not fault.sentence:
            raise BrokenPromise("a fault without a sentence") from fault


ARCHIVES = Subject("archives", "spoilt archives: check, open, list, search", _start)

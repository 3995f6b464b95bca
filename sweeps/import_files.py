"""Spoilt files of a folder of data: an archive is built from it, or it is refused."""

from pathlib import Path
from random import Random

from sweeps.mutation import mutated
from sweeps.small_folder import make
from sweeps.subject import BrokenPromise, Subject, Try, contents
from timeline_app.store.archive_check import check
from timeline_app.store.build.edition import build
from timeline_app.store.store_error import StoreError

_CHECKED_ONE_IN = 10


def _start(folder: Path) -> Try:
    data, made = folder / "data", folder / "made"
    make(data)
    made.mkdir()
    sound = contents(data)
    names = sorted(sound)
    # What is cut short names records that are not there: so many rows are refused anyway.
    usual = len(build(data, folder / "sound.archive.sqlite").refused)

    def try_one(random: Random) -> str:
        name = random.choice(names)
        spoilt = mutated(sound[name], random)
        (data / name).write_bytes(spoilt)
        try:
            return _build(data, made / "new.archive.sqlite", usual, random)
        finally:
            changed = contents(data) != sound | {name: spoilt}
            (data / name).write_bytes(sound[name])
            if changed:
                raise BrokenPromise("the folder of data was written to")

    return try_one


def _build(data: Path, target: Path, usual: int, random: Random) -> str:
    """The outcome; now and then what was built is checked, for it must be sound."""
    try:
        report = build(data, target)
    except StoreError as refusal:
        if not refusal.sentence or contents(target.parent):
            raise BrokenPromise("refused without a sentence, or with a file left") from refusal
        return "refused"
    if random.randrange(_CHECKED_ONE_IN) == 0 and (found := check(target)).status != "ok":
        raise BrokenPromise(f"built, and then {found.status}: {found.reasons} {found.damaged[:3]}")
    target.unlink()
    if contents(target.parent):
        raise BrokenPromise("a file was left beside the archive")
    return "partly" if len(report.refused) > usual else "ok"


IMPORT_FILES = Subject("imports", "spoilt data files: build, or be refused", _start)

"""What `notebook backup` and `notebook restore` do and answer."""

from pathlib import Path

from timeline_app.cli.given import Given
from timeline_app.store.backup import back_up
from timeline_app.store.backup_names import BY_HAND, REASONS, Backup, backups_of
from timeline_app.store.restoring import restore
from timeline_app.words.tr import tr


def answer_backups(given: Given) -> None:
    """Lists the backups."""
    found = backups_of(given.notebook)
    given.answer([_row(one) for one in found], "\n".join(_line(one) for one in found))


def answer_backup(given: Given) -> None:
    """Backs up; where nothing has changed, the newest backup is the answer."""
    made = back_up(given.notebook, BY_HAND)
    newest = made or backups_of(given.notebook)[0]
    answer = {**_row(newest), "made": made is not None}
    given.answer(answer, _line(newest))


def answer_restore(given: Given, source: Path | None) -> None:
    """Restores; the state that stood there is kept as a backup of its own."""
    done = restore(given.notebook, source)
    kept = None if done.kept is None else str(done.kept)
    answer = {"restored": str(done.source), "kept": kept, "acts": done.acts}
    said = tr("{path} was restored: {n} acts.", path=done.source, n=done.acts)
    if kept:
        said += "\n" + tr("What stood there is kept in {path}.", path=kept)
    given.answer(answer, said)


def _row(one: Backup) -> dict[str, object]:
    return {
        "backup": str(one.path),
        "log": str(one.log),
        "when": f"{one.when:%Y-%m-%dT%H:%M:%SZ}",
        "acts": one.acts,
        "reason": one.reason,
    }


def _line(one: Backup) -> str:
    why = tr(REASONS[one.reason]) if one.reason in REASONS else one.reason
    return "  ".join((f"{one.when:%Y-%m-%d %H:%M:%SZ}", str(one.acts), why, str(one.path)))

"""What the words about whole notebooks answer, as JSON and as lines."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from typing import TYPE_CHECKING

from timeline_app.cli.check_answers import CODES
from timeline_app.cli.given import Given
from timeline_app.model.annotation import Target, Written
from timeline_app.model.archive_findings import OK, PARTLY, REFUSED
from timeline_app.session.join_words import join_words
from timeline_app.store.backup import newest_good
from timeline_app.store.backup_names import backups_of
from timeline_app.store.joining import Joined
from timeline_app.store.notebook import Notebook
from timeline_app.store.notebook_check import NotebookFindings
from timeline_app.store.notebook_contents import Contents
from timeline_app.store.store_error import StoreError
from timeline_app.words.tr import grouped, mark, tr

if TYPE_CHECKING:
    from timeline_app.session.damaged_notebook import Remains

__all__ = ["CODES"]

_STATUS = {
    OK: mark("Sound: {n} acts, each as it was written."),
    PARTLY: mark("It opens, and not all of it is sound."),
    REFUSED: mark("It is not opened."),
}


def check_json(found: NotebookFindings) -> dict[str, object]:
    """What looking through a notebook has found."""
    return {
        "status": found.status,
        "reasons": list(found.reasons),
        "acts": found.acts,
        "damaged": list(found.damaged),
        "stale": list(found.stale),
        "checked": [tr(one) for one in found.checked],
    }


def check_text(found: NotebookFindings) -> str:
    """The same as lines."""
    lines = [tr(_STATUS[found.status], n=grouped(found.acts)), *found.reasons]
    lines += [tr("Damaged: {id}", id=id_) for id_ in (*found.damaged, *found.stale)]
    lines.append(tr("Looked at: {what}.", what=", ".join(tr(c) for c in found.checked)))
    return "\n".join(lines)


def joined_json(joined: Joined, orphans: int | None) -> dict[str, object]:
    """What a join brought; `orphans` is None where the archive cannot be asked."""
    return {
        "new": joined.new,
        "same": joined.same,
        "conflicts": joined.conflicts,
        "orphans": orphans,
        "damaged": joined.damaged,
    }


def orphans_among(states: Iterable[Mapping[str, object]], given: Given) -> int | None:
    """How many of these states are about what the archive does not have; None where unknown."""
    # What reads no archive starts without it.
    from timeline_app.store.archive import Archive  # noqa: PLC0415 - see above
    from timeline_app.store.orphans import orphans  # noqa: PLC0415 - see above

    states = list(states)
    if not states:
        return 0
    try:
        archive = Archive.open(given.archive)
    except StoreError:
        return None
    try:
        return orphans(archive, states)
    finally:
        archive.close()


def answer_orphans(given: Given) -> None:
    """What waits for an archive that has its record, each with what the record looked like."""
    # As above.
    from timeline_app.store.archive import Archive  # noqa: PLC0415 - see above
    from timeline_app.store.orphans import absent_targets  # noqa: PLC0415 - see above

    with given.open_notebook() as opened:
        written = opened.written()
    with closing(Archive.open(given.archive)) as archive:
        found = [(one, absent_targets(archive, one.state)) for one in written]
    rows = [_orphan(one, absent) for one, absent in found if absent]
    given.answer(rows, "\n".join(_orphan_line(row) for row in rows))


def _orphan(one: Written, absent: Sequence[Target]) -> dict[str, object]:
    return {
        "id": one.id,
        "kind": one.kind,
        "lacks": [str(target) for target in absent],
        "title": one.about.title,
        "date": one.about.date,
        "archive": one.about.archive,
        "edition": one.about.edition,
        "text": one.text,
    }


def _orphan_line(row: Mapping[str, object]) -> str:
    names = ("id", "kind", "lacks", "title", "date", "text")
    said = (_said(row[name]).replace("\n", " ") for name in names if row[name])
    return "  ".join(said)


def joined_text(joined: Joined, orphans: int | None, dry_run: bool) -> str:
    """A join in words; `orphans` is None where the archive cannot be asked."""
    lines = [tr("Nothing was written yet.")] if dry_run else []
    return "\n".join((*lines, *join_words(joined, orphans or 0)))


def made_json(contents: Contents, lost: Sequence[object]) -> dict[str, object]:
    """A notebook that was made of what could be read."""
    return {"acts": len(contents.acts), "drafts": len(contents.drafts), "lost": list(lost)}


def notebook_json(given: Given, found: "Notebook | Remains") -> dict[str, object]:
    """What a notebook holds, in counts; what is damaged as a whole cannot be written."""
    opened, remains = (found, None) if isinstance(found, Notebook) else (found.notebook, found)
    contents, states, conflicts = opened.contents(), opened.states(), opened.conflicts()
    newest_sound = remains.backup if remains else newest_good(given.notebook)
    backups = backups_of(given.notebook)
    acts = contents.acts if contents else ()
    kinds: dict[str, int] = {}
    for kind, _ in states:
        kinds[kind] = kinds.get(kind, 0) + 1
    return {
        "path": str(given.notebook),
        "exists": contents is not None,
        "id": contents.meta.id if contents else None,
        "author": contents.meta.author if contents else None,
        "device": contents.meta.device if contents else None,
        "made_on": contents.meta.made_on if contents else None,
        "opens": remains is None,
        "read_only": remains is not None or opened.read_only,
        "acts": len(acts),
        "objects": kinds,
        "writers": sorted({act.author for act in acts}),
        "conflicts": len(conflicts),
        "orphans": orphans_among((state for _, state in states), given),
        "drafts": len(contents.drafts) if contents else 0,
        "damaged": list(contents.damaged) if contents else [],
        "lost": remains.lost if remains else 0,
        "last_act": acts[-1].id if acts else None,
        "backups": len(backups),
        "last_backup": str(backups[0].path) if backups else None,
        "last_sound_backup": str(newest_sound) if newest_sound else None,
    }


def lines_of(answer: Mapping[str, object]) -> str:
    """Fields and values, one a line."""
    return "\n".join(f"{name}: {_said(value)}" for name, value in answer.items())


def _said(value: object) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{name} {held}" for name, held in value.items()) or "-"
    if isinstance(value, list):
        return ", ".join(str(one) for one in value) or "-"
    return "-" if value is None else str(value)

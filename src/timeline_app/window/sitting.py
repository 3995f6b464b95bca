"""Where the reader left off: view, filters, selection, order; found again at the next start.

All of it is text, bound to one edition of an archive; what a newer edition does not know is left
out.
"""

import json
from typing import Any

from timeline_app.model.view import View
from timeline_app.session.series import of_ids
from timeline_app.session.session import Session
from timeline_app.session.shown import numbers, parts_of, show_parts
from timeline_app.session.snapshot import Snapshot

Sitting = tuple[tuple[str, str], ...]


def sitting_of(now: Snapshot) -> Sitting:
    """What is to be found again; nothing where no archive is open."""
    if now.archive is None:
        return ()
    parts = {
        **parts_of(now),
        "edition": now.archive.edition.content_hash,
        "selected": list(now.selected),
    }
    del parts["grouping"], parts["measure"]  # settings, which hold for every archive
    return tuple((key, json.dumps(value)) for key, value in parts.items())


def resume(session: Session, sitting: Sitting) -> None:
    """Brings the open archive to where it was left, if it is the same edition."""
    left = _read(sitting)
    _resume_series(session, left.get("series"))
    now = session.snapshot
    if now.archive is None or left.get("edition") != now.archive.edition.content_hash:
        return
    show_parts(session, left)
    # what was selected may stand in a layer that is being laid out
    session.when_shown(lambda: _resume_place(session, left))


def _resume_place(session: Session, left: dict[str, Any]) -> None:
    row_of = session.snapshot.table.row_of
    chosen = map(int, numbers(left.get("selected")))
    session.select(o for o in chosen if row_of(o) is not None)
    view = numbers(left.get("view"))
    if len(view) == 2 and view[1] > 0:  # what is selected may lie outside of it
        session.set_view(View(float(view[0]), float(view[1])))


def _resume_series(session: Session, ids: Any) -> None:
    """Series are known by ids that outlast an edition, so another one finds them again, too."""
    if isinstance(ids, list) and ids:
        wanted = [id for id in ids if isinstance(id, str)]
        session.choose_series(one.key for one in of_ids(session.every_series(), wanted))


def _read(sitting: Sitting) -> dict[str, Any]:
    try:
        return {key: json.loads(value) for key, value in sitting}
    except ValueError:
        return {}

"""Views saved by name: kept with sentence and numbers, reopened to the same, or told why not."""

import json
from collections.abc import Iterable

from timeline_app.dataclass import dataclass
from timeline_app.model.annotation import Written
from timeline_app.session.sentence import said
from timeline_app.session.series import of_ids
from timeline_app.session.session import Session
from timeline_app.session.shown import Parts, parts_of, show_parts
from timeline_app.session.snapshot import Snapshot
from timeline_app.session.strip_ids import STRIP_IDS
from timeline_app.words.folding import fold
from timeline_app.words.tr import grouped, tr

NUMBERS = ("possible", "sure", "total")


@dataclass(frozen=True, slots=True)
class Reopened:
    """How a view that is shown again compares with what was saved.

    `same` is whether sentence and numbers are the same; `remark` says what has changed, empty
    where nothing has.
    """

    same: bool
    archive_changed: bool
    remark: str


def values_of(session: Session, name: str, text: str = "", panes: Parts | None = None) -> Parts:
    """What is shown now, as the fields of a view of this name; `panes` is what the window adds."""
    now = session.snapshot
    shown = {**parts_of(now), **(panes or {})}
    return {"name": name, "text": text, "shown": json.dumps(shown), **_outcome(session)}


def shown_in(view: Written) -> Parts:
    """The parts that a view shows; empty where they cannot be read."""
    try:
        parts = json.loads(view.said("shown"))
    except (ValueError, RecursionError):
        return {}
    return parts if isinstance(parts, dict) else {}


def strip_in(view: Written) -> str:
    """The id of the strip that stood under the lanes as a window saved the view; or empty."""
    panes = shown_in(view).get("panes")
    strip = panes.get("strip") if isinstance(panes, dict) else None
    return strip if strip in STRIP_IDS else ""


def reopen(session: Session, view: Written) -> Reopened:
    """Shows what the view shows, of the archive that is open, and compares."""
    parts = shown_in(view)
    series = parts.get("series")
    if isinstance(series, list):
        wanted = [one for one in series if isinstance(one, str)]
        session.choose_series(one.key for one in of_ids(session.series(), wanted))
    show_parts(session, parts)
    return compared(session, view)


def compared(session: Session, view: Written) -> Reopened:
    """What is shown now beside what a view was when it was saved."""
    now = _outcome(session)
    other = now["content_hash"] != view.said("content_hash")
    same = all(now[name] == view.said(name) for name in (*NUMBERS, "sentence"))
    if not other:
        return Reopened(same, False, "" if same else tr("What this view counts has changed."))
    if now["archive"] != view.said("archive"):
        remark = tr(
            "“{name}” was saved of another archive, {archive}.",
            name=view.said("name"),
            archive=view.said("archive"),
        )
    elif same:
        remark = tr(
            "The archive has changed since “{name}” was saved, and this view of it has not.",
            name=view.said("name"),
        )
    else:
        remark = tr(
            "The archive has changed since “{name}” was saved: {then} of {all_then} events passed "
            "then, {now} of {all_now} do now.",
            name=view.said("name"),
            then=_grouped(view.said("possible")),
            all_then=_grouped(view.said("total")),
            now=_grouped(now["possible"]),
            all_now=_grouped(now["total"]),
        )
    return Reopened(same, True, remark)


def _grouped(number: str) -> str:
    """A number that was kept as a text, as it is read."""
    return grouped(int(number)) if number.isdecimal() and len(number) < 20 else number


def named_view(views: Iterable[Written], name: str) -> Written | None:
    """The view of this name or id; of several with one name the one that was changed last."""
    found = [one for one in views if one.id == name or fold(one.said("name")) == fold(name.strip())]
    exact = [one for one in found if name in (one.id, one.said("name"))]
    return max(exact or found, key=lambda one: one.changed, default=None)


def _outcome(session: Session) -> Parts:
    now: Snapshot = session.snapshot
    edition = now.archive.edition if now.archive else None
    return {
        "sentence": said(session.sentence()),
        "possible": str(now.passing.possible),
        "sure": str(now.passing.sure),
        "total": str(len(now.table)),
        "archive": edition.id if edition else "",
        "edition": edition.version if edition else "",
        "content_hash": edition.content_hash if edition else "",
    }

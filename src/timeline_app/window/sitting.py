"""Where the reader left off: view, filters, selection, order; found again at the next start.

All of it is text, bound to one edition of an archive; what a newer edition does not know is left
out.
"""

import json
from typing import Any

from timeline_app.model.columns import COLUMNS
from timeline_app.model.view import View
from timeline_app.session.quality import asked_check
from timeline_app.session.series import of_ids
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot

Sitting = tuple[tuple[str, str], ...]


def sitting_of(now: Snapshot) -> Sitting:
    """What is to be found again; nothing where no archive is open."""
    if now.archive is None:
        return ()
    span = now.filter.span
    terms = {c.id: sorted(now.filter.terms(c.id)) for c in COLUMNS if now.filter.terms(c.id)}
    parts = {
        "edition": now.archive.edition.content_hash,
        "view": [now.view.first, now.view.days] if now.view != now.home else None,
        "span": [span.first, span.last, span.surely] if span else None,
        "known": now.filter.known.day if now.filter.known else None,
        "terms": terms,
        "query": now.query,
        "check": asked_check(now.filter),
        "selected": list(now.selected),
        "series": [one.id for one in now.series_chosen],
        "layers": sorted(now.archive.layers_on),
        "sorting": [now.sorting.column, now.sorting.descending],
    }
    return tuple((key, json.dumps(value)) for key, value in parts.items())


def resume(session: Session, sitting: Sitting) -> None:
    """Brings the open archive to where it was left, if it is the same edition."""
    left = _read(sitting)
    _resume_series(session, left.get("series"))
    now = session.snapshot
    if now.archive is None or left.get("edition") != now.archive.edition.content_hash:
        return
    layers = left.get("layers")
    if isinstance(layers, list):
        session.switch_layers(frozenset(layer for layer in layers if isinstance(layer, str)))
    for column, terms in _terms(left.get("terms")):
        session.set_terms(column, terms)
    span = _numbers(left.get("span"))
    if len(span) == 3:
        session.set_span(int(span[0]), int(span[1]), bool(span[2]))
    if isinstance(left.get("known"), int):
        session.set_known(left["known"])
    if isinstance(left.get("query"), str) and left["query"]:
        session.search(left["query"])
    if isinstance(left.get("check"), str) and left["check"]:
        session.narrow(left["check"])
    table = session.snapshot.table
    chosen = (int(o) for o in _numbers(left.get("selected")))
    session.select(o for o in chosen if table.row_of(o) is not None)
    sorting = left.get("sorting")
    if isinstance(sorting, list) and len(sorting) == 2 and isinstance(sorting[0], str):
        session.sort_by(sorting[0], bool(sorting[1]))
    view = _numbers(left.get("view"))
    if len(view) == 2 and view[1] > 0:
        session.set_view(View(float(view[0]), float(view[1])))


def _resume_series(session: Session, ids: Any) -> None:
    """Series are known by ids that outlast an edition, so another one finds them again, too."""
    if isinstance(ids, list) and ids:
        wanted = [id for id in ids if isinstance(id, str)]
        session.choose_series(one.key for one in of_ids(session.series(), wanted))


def _terms(written: Any) -> list[tuple[str, frozenset[str]]]:
    if not isinstance(written, dict):
        return []
    known = {column.id for column in COLUMNS}
    return [
        (column, frozenset(t for t in terms if isinstance(t, str)))
        for column, terms in written.items()
        if column in known and isinstance(terms, list)
    ]


def _numbers(value: Any) -> list[float]:
    """The list, or an empty one where it is none of numbers."""
    if not isinstance(value, list) or not all(isinstance(v, int | float) for v in value):
        return []
    return value


def _read(sitting: Sitting) -> dict[str, Any]:
    try:
        return {key: json.loads(value) for key, value in sitting}
    except ValueError:
        return {}

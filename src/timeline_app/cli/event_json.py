"""Events as JSON: what the shell answers."""

from dataclasses import asdict
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline_app.cli.written_answers import written_row
from timeline_app.dates.civil import iso
from timeline_app.model.records import Event
from timeline_app.session.session import Session


def listed(session: Session, rows: NDArray[np.integer]) -> list[dict[str, Any]]:
    """These rows of the table, as `events list` answers them; `notes` is how many they carry."""
    table, noted = session.snapshot.table, session.snapshot.noted
    states, told = table.terms["state"], table.occurrence[rows].tolist()
    return [
        {
            "id": event.id,
            "occurrence": event.occurrence,
            "title": event.title,
            "edtf": event.edtf,
            "earliest": iso(int(table.first[row])),
            "latest": iso(int(table.last[row])),
            "kind": event.kind,
            "vectors": list(event.vectors),
            "states": list(states.of(int(row))),
            "places": list(event.places),
            "layer": event.layer,
            "notes": len(session.notes_of(occurrence)) if occurrence in noted else 0,
        }
        for row, occurrence, event in zip(rows, told, session.rows(rows), strict=True)
    ]


def whole(session: Session, event: Event) -> dict[str, Any]:
    """A record whole, with the notes on any record of the same occurrence."""
    answer = asdict(event)
    del answer["key"]
    answer["states"] = _states(event)
    occurrence = session.occurrences_of([event.id])[event.id]
    answer["notes"] = [written_row(note) for note in session.notes_of(occurrence)]
    return answer


def _states(event: Event) -> list[str]:
    return list(dict.fromkeys(p.iso3 for p in event.participants if p.iso3))

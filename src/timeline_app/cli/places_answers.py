"""What `timeline-app analyse places` answers."""

from typing import Any

from timeline_app.session.placing import Placed
from timeline_app.session.placing_words import site_words, where_words
from timeline_app.words.tr import tr


def places_rows(found: Placed) -> list[dict[str, Any]]:
    """A row a site, those of most events first; `places` are ids, more than one where several
    places have one position. The last row counts the events that name no place."""
    rows: list[dict[str, Any]] = [
        {
            "places": " ".join(site.places),
            "name": found.name(site),
            "lat": None if site.at is None else site.at[0],
            "lon": None if site.at is None else site.at[1],
            "n": site.n,
        }
        for site in found.where.sites
    ]
    nowhere = {"places": "", "name": tr("No place is named"), "lat": None, "lon": None}
    return [*rows, nowhere | {"n": found.where.nowhere}]


def places_words(found: Placed) -> str:
    """The same in lines."""
    lines = [site_words(found.name(site), site.n) for site in found.where.sites]
    return "\n".join([where_words(found.where), *lines])

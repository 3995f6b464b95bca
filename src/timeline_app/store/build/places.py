"""Places: one row for each, however often it is named."""

from timeline_app.dataclass import dataclass
from timeline_app.store.build import fields
from timeline_app.store.build.fields import Row
from timeline_app.store.build.names import Names, Spelling
from timeline_app.store.build.rows import Rows
from timeline_app.store.build.slugs import slug
from timeline_app.words.folding import fold

NEAR_DEGREES = 1.0
"""Two positions under one name that are nearer than this are one place."""


@dataclass(frozen=True, slots=True)
class Located:
    """A place as a record names it, in degrees."""

    name: str
    lat: float | None
    lon: float | None


def located(row: Row) -> Located:
    """Reads a place of a record."""
    lat, lon = fields.number(row, "lat", -90, 90), fields.number(row, "lon", -360, 360)
    return Located(fields.needed_text(row, "name", 400), lat, lon)


class Places:
    """Every place by its name and position; each gets a key."""

    def __init__(self, rows: Rows, names: Names) -> None:
        self._rows = rows
        self._names = names
        self._by_name: dict[str, list[int]] = {}
        self._known: list[Located] = []
        self._ids: set[str] = set()

    def found(self, place: Located) -> int:
        """The key of a place, made where there is none of this name nearby."""
        keys = self._by_name.setdefault(fold(place.name), [])
        for key in keys:
            if _near(self._known[key - 1], place):
                return key
        key = len(self._known) + 1
        keys.append(key)
        self._known.append(place)
        id = f"place-{slug(place.name)}"
        while id in self._ids:
            id += "-2"
        self._ids.add(id)
        self._rows.add("place", key, id, place.name, place.lat, place.lon)
        self._names.write(id, [Spelling(place.name)], place=key)
        return key


def _near(a: Located, b: Located) -> bool:
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return True
    return abs(a.lat - b.lat) <= NEAR_DEGREES and abs(a.lon - b.lon) <= NEAR_DEGREES

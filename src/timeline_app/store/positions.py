"""Where the places of an archive stand."""

from timeline_app.store.archive import Archive
from timeline_app.store.typed_rows import scan


def read_positions(archive: Archive) -> dict[str, tuple[float, float]]:
    """Latitude and longitude in degrees by the id of a place; damaged rows and places of which
    the archive does not tell both are left out. Raises `StoreError`."""
    with archive.reading() as connection:
        return {
            row["id"]: (float(row["lat"]), float(row["lon"]))
            for _, row, why in scan(connection, "place", "id", "lat", "lon")
            if not why and row["lat"] is not None and row["lon"] is not None
        }

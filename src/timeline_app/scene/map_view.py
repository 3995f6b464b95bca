"""Which part of the earth a map shows, and where a place stands in it.

Equirectangular: degrees of latitude are alike everywhere, degrees of longitude are as much shorter
as they are on the middle parallel of what was to be shown.
"""

from collections.abc import Sequence
from dataclasses import replace
from math import cos, radians

from timeline_app.dataclass import dataclass

CENTRAL_ASIA = ((34.0, 46.0), (56.0, 88.0))
"""The least and the greatest latitude and longitude of what is shown where nothing is placed."""

LEAST_DEGREES = 9.0
"""So many degrees of latitude are shown at least: a lone dot tells nothing without its region."""
CLOSEST, FURTHEST = 400.0, 1.0
"""Pixels a degree of latitude may have."""
_STEEPEST = 75.0


@dataclass(frozen=True, slots=True)
class MapView:
    """The middle in degrees, pixels a degree of latitude, the cosine by which a degree of longitude
    is shorter, and the size in pixels."""

    lat: float
    lon: float
    px: float
    narrower: float
    width: float
    height: float

    def x(self, lon: float) -> float:
        """Pixels from the left."""
        return self.width / 2 + (lon - self.lon) * self.px * self.narrower

    def y(self, lat: float) -> float:
        """Pixels from the top."""
        return self.height / 2 - (lat - self.lat) * self.px

    def lat_lon(self, x: float, y: float) -> tuple[float, float]:
        """What stands at this pixel."""
        lat = self.lat - (y - self.height / 2) / self.px
        return lat, self.lon + (x - self.width / 2) / (self.px * self.narrower)

    def panned(self, dx: float, dy: float) -> "MapView":
        """The same, moved by so many pixels; its middle stays on the earth."""
        lat, lon = self.lat_lon(self.width / 2 - dx, self.height / 2 - dy)
        return replace(self, lat=min(85.0, max(-85.0, lat)), lon=min(180.0, max(-180.0, lon)))

    def zoomed(self, factor: float, x: float, y: float) -> "MapView":
        """So many times as large; what stands at this pixel stays there."""
        lat, lon = self.lat_lon(x, y)
        px = min(CLOSEST, max(FURTHEST, self.px * factor))
        nearer = replace(self, px=px)
        return nearer.panned(x - nearer.x(lon), y - nearer.y(lat))

    def resized(self, width: float, height: float) -> "MapView":
        """The same middle and scale in another size."""
        return replace(self, width=width, height=height)


def fitted(
    places: Sequence[tuple[float, float]], width: float, height: float, margin: float
) -> MapView:
    """The view that shows all these places (latitude, longitude), `margin` pixels from any edge;
    Central Asia where there is none."""
    shown = places or CENTRAL_ASIA
    lats, lons = [lat for lat, _ in shown], [lon for _, lon in shown]
    lat, lon = (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2
    narrower = cos(radians(min(_STEEPEST, abs(lat))))
    high = max(LEAST_DEGREES, max(lats) - min(lats))
    wide = max(LEAST_DEGREES, (max(lons) - min(lons)) * narrower)
    room = max(1.0, width - 2 * margin), max(1.0, height - 2 * margin)
    return MapView(lat, lon, min(room[0] / wide, room[1] / high), narrower, width, height)

"""Where it happened, in words."""

from timeline_app.analysis.where import Position, Where
from timeline_app.session.placing import MOST_DRAWN
from timeline_app.words.tr import grouped, tr, trn


def where_words(found: Where) -> str:
    """How many events are on the map, at how many places, and why the others are not."""
    parts = [
        tr(
            "{events} on the map, at {places}",
            events=trn("{n} event", "{n} events", found.placed),
            places=trn("{n} place", "{n} places", len(found.on_map)),
        )
    ]
    if len(found.on_map) > MOST_DRAWN:
        parts.append(
            tr("the {n} places that most name are drawn", n=grouped(MOST_DRAWN)),
        )
    if found.nowhere:
        parts.append(trn("{n} names no place", "{n} name no place", found.nowhere))
    if found.unknown:
        parts.append(
            trn(
                "{n} names a place whose position is not known",
                "{n} name places whose position is not known",
                found.unknown,
            )
        )
    return tr("{parts}.", parts="; ".join(parts))


def site_words(name: str, n: int) -> str:
    """A place with how many events name it."""
    return tr("{place}: {events}", place=name, events=trn("{n} event", "{n} events", n))


def position_words(at: Position | None) -> str:
    """Degrees and whether they are north, south, east or west; or that they are not known."""
    if at is None:
        return tr("not known")
    lat, lon = at
    north = tr("{n}° N", n=f"{lat:.1f}") if lat >= 0 else tr("{n}° S", n=f"{-lat:.1f}")
    east = tr("{n}° E", n=f"{lon:.1f}") if lon >= 0 else tr("{n}° W", n=f"{-lon:.1f}")
    return f"{north}, {east}"


def note_words() -> str:
    """What the map is and what it is not."""
    return tr(
        "The area of a dot is how many events name the place. Outlines are schematic (Natural "
        "Earth, simplified; degrees of longitude shortened as on the middle parallel). A border "
        "that is disputed, claimed or not settled is a broken line. No line here is a judgement "
        "on whose land it is."
    )

"""Where it happened, as a table of a report: the places that most events name."""

from timeline_app.analysis.where import rows_at
from timeline_app.crossfilter.either import mask_of_either, passing_in_second
from timeline_app.model.codes import Mask
from timeline_app.model.report import COUNT, Figure, Table
from timeline_app.session.placing import Placed, placed, positions_in
from timeline_app.session.snapshot import Snapshot
from timeline_app.words.tr import tr, trn

MOST_PLACES = 12
"""So many places are told, those that most events name; the others are counted."""


def places_tables(now: Snapshot) -> tuple[Table, ...]:
    """How many events name each of the places that most do; none where no event names any."""
    positions = positions_in(now)
    if positions is None:
        return ()
    found = placed(now, positions, mask_of_either(now.passing, now.second))
    if not found.where.sites:
        return ()
    figures = [
        Figure(found.name(site), what, COUNT, float(len(rows_at(now.table, mask, site))))
        for site in found.where.sites[:MOST_PLACES]
        for what, mask in _counted(now)
    ]
    return (Table(tr("Where it happened"), tuple(figures), tuple(_remarks(found))),)


def _counted(now: Snapshot) -> list[tuple[str, Mask]]:
    """What is counted at each place: all that passes, or what is in each of two periods."""
    second = passing_in_second(now.passing, now.second)
    if second is None:
        return [(tr("events"), now.passing.mask)]
    return [(tr("events in A"), now.passing.mask), (tr("events in B"), second.mask)]


def _remarks(found: Placed) -> list[str]:
    said = [tr("An event that names two places counts at both.")]
    if further := found.where.sites[MOST_PLACES:]:
        words = trn("{n} further place is named.", "{n} further places are named.", len(further))
        said.append(words)
    if nowhere := found.where.nowhere:
        said.append(trn("{n} event names no place.", "{n} events name no place.", nowhere))
    return said

"""Which memberships are drawn behind the lanes."""

from collections.abc import Collection

from timeline_app.model.membership_rows import chosen_organisations, member_row
from timeline_app.model.membership_table import MembershipTable

MOST_BANDS = 3
"""So many at once: a further one takes the place of the one chosen first."""


def toggled(table: MembershipTable, bands: tuple[int, ...], key: int) -> tuple[int, ...]:
    """With this one, or without it where it was among them; what the table has not is no band."""
    if key in bands:
        return tuple(one for one in bands if one != key)
    return bands if member_row(table, key) is None else (*bands, key)[-MOST_BANDS:]


def still_shown(
    table: MembershipTable, bands: tuple[int, ...], organisations: Collection[str]
) -> tuple[int, ...]:
    """Those of organisations that are shown."""
    shown = set(chosen_organisations(table, organisations)) if bands else set()
    rows = ((key, member_row(table, key)) for key in bands)
    return tuple(key for key, row in rows if row is not None and row.organisation in shown)

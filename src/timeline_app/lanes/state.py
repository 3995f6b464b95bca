"""Lanes by country: the five states first, then their partners by number of events."""

from timeline_app.lanes.grouping import Grouping
from timeline_app.model.columns import FIVE_STATES
from timeline_app.words.tr import mark

GROUPING = Grouping(
    id="state",
    label=mark("Country"),
    others=mark("Other countries"),
    none=mark("None named"),
    first=FIVE_STATES,
)

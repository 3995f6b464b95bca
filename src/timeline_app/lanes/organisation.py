"""Lanes by organisation."""

from timeline_app.lanes.grouping import Grouping
from timeline_app.words.tr import mark

GROUPING = Grouping(
    id="organisation",
    label=mark("Organisation"),
    others=mark("Other organisations"),
    none=mark("None named"),
)

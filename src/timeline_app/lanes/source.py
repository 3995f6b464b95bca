"""Lanes by the publisher of the sources."""

from timeline_app.lanes.grouping import Grouping
from timeline_app.words.tr import mark

GROUPING = Grouping(
    id="source", label=mark("Source"), others=mark("Other publishers"), none=mark("None named")
)

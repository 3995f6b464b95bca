"""Lanes by kind of event."""

from timeline_app.lanes.grouping import Grouping
from timeline_app.words.tr import mark

GROUPING = Grouping(
    id="kind", label=mark("Kind"), others=mark("Other kinds"), none=mark("Not coded")
)

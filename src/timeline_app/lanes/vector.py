"""Lanes by the direction of foreign policy an event belongs to."""

from timeline_app.lanes.grouping import Grouping
from timeline_app.model.columns import VECTORS
from timeline_app.words.tr import mark

GROUPING = Grouping(
    id="vector",
    label=mark("Vector"),
    others=mark("Other vectors"),
    none=mark("Not coded"),
    first=VECTORS,
)

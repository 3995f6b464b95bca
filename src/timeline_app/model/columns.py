"""The one list of columns that dimensions, facets, lane groupings and list headings read."""

from timeline_app.dataclass import dataclass
from timeline_app.words.tr import mark


@dataclass(frozen=True, slots=True)
class Column:
    """A column of terms in the event table; `label` heads its facet."""

    id: str
    label: str
    one_each: bool


COLUMNS: tuple[Column, ...] = (
    Column("vector", mark("Vector"), one_each=False),
    Column("state", mark("Country"), one_each=False),
    Column("actor", mark("Actor"), one_each=False),
    Column("organisation", mark("Organisation"), one_each=False),
    Column("kind", mark("Kind"), one_each=True),
    Column("layer", mark("Layer"), one_each=True),
    Column("verified", mark("Verified"), one_each=True),
    Column("evidence", mark("Evidence"), one_each=False),
    Column("source", mark("Publisher"), one_each=False),
    Column("place", mark("Place"), one_each=False),
)

VECTORS = (
    "Russia",
    "China",
    "West",
    "Türkiye",
    "Iran",
    "South Asia",
    "East Asia",
    "Regional",
    "Multilateral",
)

FIVE_STATES = ("KAZ", "KGZ", "TJK", "TKM", "UZB")

DISPUTED = "disputed"
"""The term of the column "evidence" of what the sources disagree on, in any of its records."""

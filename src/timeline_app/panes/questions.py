"""Questions to start from: periods worth marking, offered only where the archive covers them."""

from timeline_app.dataclass import dataclass
from timeline_app.model.bisect import rank_by, rank_of
from timeline_app.model.event_table import EventTable
from timeline_app.words.tr import mark


@dataclass(frozen=True, slots=True)
class Question:
    """A period to mark: days from `first` to `last` (Julian Day Numbers, inclusive)."""

    title: str
    words: str
    first: int
    last: int


QUESTIONS = (
    Question(mark("Crimea spring"), mark("1 Nov 2013 to 30 Jun 2014"), 2456598, 2456839),
    Question(
        mark("The Manas base opens, and closes"),
        mark("1 Oct 2001 to 3 Jun 2014"),
        2452184,
        2456812,
    ),
    Question(
        mark("From Nazarbayev to Tokayev"), mark("1 Mar 2018 to 31 Mar 2020"), 2458179, 2458940
    ),
    Question(
        mark("Before and after 24 February 2022"),
        mark("two years on either side"),
        2458904,
        2460364,
    ),
)


def questions_for(table: EventTable) -> tuple[tuple[Question, int], ...]:
    """The questions whose whole period lies within the table's days, with their events."""
    if len(table) == 0:
        return ()
    by_last = table.orders.by_last
    known_first, known_last = int(table.first[0]), int(table.last[by_last[-1]])
    found = []
    for question in QUESTIONS:
        begun = rank_of(table.first, question.last, "right")
        events = begun - rank_by(by_last, table.last, question.first)
        if events and known_first <= question.first and question.last <= known_last:
            found.append((question, events))
    return tuple(found)

"""How much an event matters when room is short: one whole number, by a rule anybody can follow.

importance = 10 for each rank of its kind (0 to 5)
           + 22 for each further publisher that reports it (four at most)
           + 10 if a head of state or government takes part, 5 for a minister
           + 20 for a curated record, 15 for one of the seed article
           + 120 for a curated short label (a landmark)
"""

from timeline_app.model.kinds import kind_of
from timeline_app.model.record_table import HAND_CURATED, SEED
from timeline_app.store.build.actors import Term
from timeline_app.store.build.dating import dated
from timeline_app.store.build.problems import FieldError

RANK, PUBLISHER, MOST_PUBLISHERS, LANDMARK = 10, 22, 4, 120
HEAD, MINISTER = 10, 5
STANDING = {HAND_CURATED: 20, SEED: 15}


def importance(kind: str, publishers: int, level: int, standing: int, landmark: bool) -> int:
    """The sum of the rule above; `level` is HEAD, MINISTER or 0."""
    further = min(max(publishers - 1, 0), MOST_PUBLISHERS)
    return (
        RANK * kind_of(kind).rank
        + PUBLISHER * further
        + level
        + STANDING.get(standing, 0)
        + (LANDMARK if landmark else 0)
    )


def level_of(terms: list[Term], day: int) -> int:
    """The level of a person on a day, from the offices held then."""
    return max((_level(term) for term in terms if _holds(term, day)), default=0)


def _level(term: Term) -> int:
    office = term.office.casefold()
    if "deputy" in office or "vice" in office:
        return 0
    if "president" in office or "prime minister" in office or "head of" in office:
        return HEAD
    return MINISTER if "minister" in office or "secretary of state" in office else 0


def _holds(term: Term, day: int) -> bool:
    try:
        begun = not term.start or dated(term.start, "start").outer.first <= day
        return begun and (not term.end or day <= dated(term.end, "end").outer.last)
    except FieldError:
        return False

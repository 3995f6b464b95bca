"""What `timeline-app analyse dyad` answers."""

from typing import Any

from timeline_app.analysis.dyad import Dyad
from timeline_app.cli.given import Refused
from timeline_app.dates.civil import iso
from timeline_app.session.asking import UnknownError, found_term
from timeline_app.session.pair_words import told_words
from timeline_app.session.session import Session
from timeline_app.words.tr import mark, tr

_NO_ACTOR = mark("There is no actor “{asked}” in this archive.")


def asked_pair(session: Session, asked: tuple[str, str]) -> tuple[str, str]:
    """The ids of the two that are meant, by id, name or the code of a state. Refuses one that is
    not there, and twice the same."""
    terms = session.known_terms("actor")
    states = {term.id: term.label for term in session.known_terms("state")}
    try:
        one, other = (
            found_term(states.get(word.upper(), word), terms, _NO_ACTOR) for word in asked
        )
    except UnknownError as unknown:
        raise Refused(unknown.sentence) from unknown
    if one == other:
        raise Refused(tr("Two actors are paired; “{asked}” was named twice.", asked=one))
    return one, other


def dyad_row(found: Dyad, actors: tuple[str, str]) -> dict[str, Any]:
    """A pair as JSON."""
    return {
        "actors": list(actors),
        "n": len(found.rows),
        "rate": found.rate,
        "visits": dict(found.visits),
        "silences": [
            {
                "from": iso(one.first),
                "to": iso(one.last),
                "days": one.days,
                "of_one": one.of_one,
            }
            for one in found.silences
        ],
    }


def dyad_words(found: Dyad) -> str:
    """The same in lines."""
    return told_words(found)

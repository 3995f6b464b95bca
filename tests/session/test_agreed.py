"""Treaties answer to the brush, the states and the vectors, and to nothing else."""

import numpy as np

from timeline_app.dates.edtf import parse
from timeline_app.session.session import Session


def passing(session: Session) -> set[str]:
    table, mask = session.snapshot.instruments, session.snapshot.instruments_passing.mask
    return {table.ids[row] for row in np.flatnonzero(mask)}


def brush(session: Session, text: str) -> None:
    span = parse(text).outer
    session.set_span(span.first, span.last)


def test_all_pass_at_first(session: Session) -> None:
    assert len(passing(session)) == len(session.snapshot.instruments) == 80


def test_a_period_lets_pass_what_lives_in_it(session: Session) -> None:
    brush(session, "2014-05")
    found = passing(session)
    assert "instrument-eaeu-treaty" in found  # signed then
    assert "instrument-csto-charter" in found  # in force since 2003
    assert "instrument-manas-base" in found  # left in June
    assert "instrument-karshi-khanabad-base" not in found  # left in 2005
    assert "instrument-sco-good-neighbour-treaty" in found
    assert "instrument-epca-kazakhstan" not in found  # not begun


def test_states_and_vectors_are_those_of_the_parties(session: Session) -> None:
    session.set_terms("state", {"TKM"})
    states = session.snapshot.instruments.life.terms["state"]
    ids = session.snapshot.instruments.ids
    assert passing(session) == {id for row, id in enumerate(ids) if "TKM" in states.of(row)}
    session.set_terms("vector", {"Iran"})
    assert "instrument-caspian-convention" in passing(session)
    assert "instrument-tapi" not in passing(session)


def test_kinds_and_searches_are_not_asked_of_treaties(session: Session) -> None:
    session.set_terms("kind", {"visit"})
    session.search("gas")
    assert len(passing(session)) == 80

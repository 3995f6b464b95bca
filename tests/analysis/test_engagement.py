"""What counts, and which vectors an event touches by its actors at its days."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from analysis.made_engagement import engaged
from timeline_app.analysis.engagement import (
    KINDS_AS_SIGNS,
    KINDS_OUT,
    PARTNERS,
    Rule,
    derived_vectors,
    engagement_of,
)
from timeline_app.model.columns import VECTORS
from timeline_app.model.event_table import EventTable
from timeline_app.model.vector_member import VectorMember
from timeline_app.session.session import Session

RUS, CHN = "state-rus", "state-chn"


@pytest.fixture(scope="module")
def table(shipped_archive: Path) -> EventTable:
    session = Session()
    assert session.open_archive(shipped_archive)
    found = session.snapshot.table
    session.close()
    return found


def test_a_kind_goes_in_and_out() -> None:
    rule = Rule()
    assert not rule.counts("vote")
    assert rule.counting({"vote"}).counts("vote")
    assert rule.counts("visit")
    assert not rule.leaving({"visit"}).counts("visit")
    assert rule.counting({"dispute"}).counts("dispute")
    again = rule.counting({"dispute", "vote"}).leaving({"dispute", "vote"})
    assert (again.out, again.signs) == (KINDS_OUT, KINDS_AS_SIGNS)


def test_what_does_not_count_is_counted_beside(table: EventTable) -> None:
    every = np.ones(len(table), np.bool_)
    usual = engagement_of(table, every)
    kinds = table.terms["kind"]
    assert len(usual) + sum(usual.left_out.values()) == len(table)
    for kind, n in usual.left_out.items():
        assert n == int(kinds.holding({kind}).sum())
    more = engagement_of(table, every, Rule().counting({"dispute"}))
    assert len(more) - len(usual) == usual.left_out["dispute"]


def test_derived_vectors_are_those_of_the_actors(table: EventTable) -> None:
    rows = np.flatnonzero(table.terms["kind"].holding({"visit", "summit"}))
    members = [VectorMember("Russia", RUS), VectorMember("China", CHN)]
    actors = table.terms["actor"]
    found = derived_vectors(table, rows, members)
    ids = {term.id for term in actors.terms}
    assert {RUS, CHN} <= ids
    for at, row in enumerate(rows.tolist()):
        held = actors.of(row)
        assert found[at, VECTORS.index("Russia")] == (RUS in held)
        assert found[at, VECTORS.index("China")] == (CHN in held)
        assert not found[at, 2:].any()


def test_a_membership_has_its_time(table: EventTable) -> None:
    rows = np.flatnonzero(table.terms["actor"].holding({RUS}))
    until = derived_vectors(table, rows, [VectorMember("Russia", RUS, "", "1999")])[:, 0]
    since = derived_vectors(table, rows, [VectorMember("Russia", RUS, "2000", "")])[:, 0]
    assert until.any()
    assert since.any()
    assert (until | since).all()
    both = until & since
    assert (table.first[rows][both] < table.last[rows][both]).all()


def test_weights_of_derived_vectors_sum_to_one(table: EventTable) -> None:
    members = tuple(VectorMember("West", one) for one in ("state-usa", "state-deu"))
    rule = replace(Rule(derived=True), members=(*members, VectorMember("Russia", RUS)))
    found = engagement_of(table, np.ones(len(table), np.bool_), rule)
    whole = found.weights.sum(axis=1)
    np.testing.assert_allclose(whole[found.with_partner], 1)
    assert not whole[~found.with_partner].any()
    assert not found.vectors[:, PARTNERS.index("Iran")].any()


@pytest.mark.parametrize(
    ("member", "sound"),
    [
        (VectorMember("Russia", "RUS"), True),
        (VectorMember("Russia", "RUS", "1991-12", "2014-03-18"), True),
        (VectorMember("Atlantis", "RUS"), False),
        (VectorMember("Russia", ""), False),
        (VectorMember("Russia", "RUS", "sometime"), False),
        (VectorMember("Russia", "RUS", "2014", "1991"), False),
    ],
)
def test_what_a_member_must_be(member: VectorMember, sound: bool) -> None:
    assert member.is_sound is sound


def test_surely_is_what_lies_within() -> None:
    events = engaged([((10, 20), ["Russia"]), ((12, 15), ["China"]), ((20, 20), ["China"])])
    assert events.touching(12, 19).tolist() == [True, True, False]
    surely = replace(events, surely=True)
    assert surely.touching(12, 19).tolist() == [False, True, False]
    kept = surely.among(np.array([True, True, False]))
    assert kept.touching(10, 20).tolist() == [True, True]
    assert kept.touching(10, 19).tolist() == [False, True]

"""Claims beside the events: one filter for what they share, one selection, one walk."""

from pathlib import Path

import numpy as np

from timeline_app.dates.civil import day_of
from timeline_app.model.annotation import Target
from timeline_app.model.claim_table import CLAIM_TYPE, SPEAKER, VERDICT
from timeline_app.model.filter import FOUND
from timeline_app.model.view import View
from timeline_app.session.session import Session
from timeline_app.session.snapshot import Snapshot


def passing(now: Snapshot) -> int:
    assert now.claims_passing.possible == np.count_nonzero(now.claims_passing.mask)
    return now.claims_passing.possible


def test_all_claims_pass_at_first(session: Session) -> None:
    now = session.snapshot
    assert now.archive is not None
    assert passing(now) == len(now.claims) == now.archive.edition.counts["claims"]


def test_period_vector_state_and_search_ask_the_claims_too(session: Session) -> None:
    claims = session.snapshot.claims
    session.set_span(day_of(2014, 5, 13), day_of(2014, 5, 13))
    within = (claims.said.first <= day_of(2014, 5, 13)) & (claims.said.last >= day_of(2014, 5, 13))
    assert np.array_equal(session.snapshot.claims_passing.mask, within)
    session.set_terms("state", {"KAZ"})
    both = passing(session.snapshot)
    assert 0 < both < np.count_nonzero(within)
    session.set_terms("kind", {"summit"})
    assert passing(session.snapshot) == both
    session.clear_all()
    session.search("multi-vector")
    assert set(claims.key[session.snapshot.claims_passing.mask].tolist()) == set(
        session.snapshot.found_claims
    )
    session.clear_clause(FOUND)
    assert passing(session.snapshot) == len(claims)


def test_columns_of_their_own_ask_the_claims_alone(session: Session) -> None:
    events = session.snapshot.passing
    session.set_claim_terms(VERDICT, {"borne out"})
    now = session.snapshot
    assert passing(now) == int(now.claims_passing.counts[VERDICT][1]) == 30
    assert now.passing is events
    session.set_claim_terms(CLAIM_TYPE, {"prediction"})
    assert 0 < passing(session.snapshot) < 30
    session.set_claim_terms(SPEAKER, {"nobody of the kind"})
    assert passing(session.snapshot) == 0
    session.clear_claim_filter()
    assert passing(session.snapshot) == len(now.claims)
    session.set_claim_terms(VERDICT, {"open"})
    session.clear_all()
    assert not session.snapshot.claim_filter
    assert passing(session.snapshot) == len(now.claims)


def test_a_claim_is_selected_instead_of_events_and_the_other_way_round(session: Session) -> None:
    now = session.snapshot
    occurrence = int(now.table.occurrence[3])
    session.select((occurrence,))
    session.set_view(View(float(now.table.first[0]) - 9000, 30.0))
    key = int(now.claims.key[100])
    session.select_claim(key)
    now = session.snapshot
    assert (now.claim, now.selected) == (key, ())
    assert now.view.first <= now.claims.said.first[100] <= now.view.end
    assert session.target_in_focus() == Target("claim", _id(session, key))
    session.select((occurrence,))
    assert (session.snapshot.claim, session.snapshot.selected) == (None, (occurrence,))
    session.select_claim(10**9)
    assert session.snapshot.claim is None


def test_steps_go_through_the_claims_that_pass(session: Session) -> None:
    session.set_claim_terms(VERDICT, {"partly"})
    now = session.snapshot
    keys = now.claims.key[now.claims_passing.mask].tolist()
    met = []
    for _ in range(len(keys) + 1):
        session.step_claim(1)
        met.append(session.snapshot.claim)
    assert met == [*keys, keys[-1]]


def test_claims_are_read_whole(session: Session) -> None:
    claim = session.claim_named("claim-seed-19-side-with-moscow")
    assert claim is not None
    assert claim.speaker == "Luca Anceschi"
    assert claim.stated == "2014-05-13"
    assert claim.verdict and claim.outcome is not None and claim.sources
    assert session.claim(claim.key) == claim
    assert [row.id for row in session.claim_rows([claim.key])] == [claim.id]
    assert session.claim(10**9) is None and session.claim_named("no such") is None


def test_a_note_may_be_on_a_claim(session: Session, notebook: Path) -> None:
    session.open_notebook(notebook)
    session.select_claim(int(session.snapshot.claims.key[0]))
    session.add_note("To be looked up")
    target = f"claim:{_id(session, session.snapshot.claim)}"
    assert [note.text for note in session.snapshot.notes[target]] == ["To be looked up"]


def test_the_article_is_walked_record_by_record(session: Session) -> None:
    order = session.snapshot.article
    assert len(order) == 36
    kinds = []
    for at in range(1, len(order) + 1):
        session.walk_on(1)
        now = session.snapshot
        assert now.walk is not None and (now.walk.at, now.walk.of) == (at, 36)
        record = now.walk.record
        assert record.title and record.n == order[at - 1]
        kinds.append(record.record)
        if record.claim is not None:
            assert (now.claim, now.selected) == (record.claim, ())
        elif record.occurrence is not None:
            assert (now.claim, now.selected) == (None, (record.occurrence,))
        else:
            assert record.figures and (now.claim, now.selected) == (None, ())
    counted = {kind: kinds.count(kind) for kind in kinds}
    assert counted == {"fact": 9, "claim": 24, "prediction": 1, "statistic": 2}
    session.walk_on(1)
    assert session.snapshot.walk is not None and session.snapshot.walk.at == 36
    session.walk_on(-1)
    assert session.snapshot.walk.at == 35
    session.leave_walk()
    assert session.snapshot.walk is None


def _id(session: Session, key: int | None) -> str:
    assert key is not None
    claim = session.claim(key)
    assert claim is not None
    return claim.id

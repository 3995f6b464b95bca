"""What was written passes filters by the records it is about, or by days of its own."""

from dataclasses import replace
from pathlib import Path

import pytest

from timeline_app.dates.edtf import parse
from timeline_app.model.annotation import Target
from timeline_app.model.asked import Asked
from timeline_app.model.written.catalogue import BY_NAME
from timeline_app.session.claim_listing import ordered_claims
from timeline_app.session.marking import add, edit
from timeline_app.session.own_events import date_of, written_in
from timeline_app.session.session import Session
from timeline_app.session.written_passing import written_passing


@pytest.fixture
def session(session: Session, notebook: Path) -> Session:
    session.open_notebook(notebook)
    return session


def test_days_of_ones_own_are_asked_as_those_of_events(
    session: Session, shipped_archive: Path
) -> None:
    for edtf in ("2014-05-19", "2013/2015", "1999"):
        values = {"title": edtf, "edtf": edtf, "vectors": ["Russia"]}
        add(session, BY_NAME["own_event"], None, values)
    session.add_note("2014", target=Target("period", "2014"))
    session.add_note("1999", target=Target("period", "1999-01/1999-02"))

    def passing(asked: Asked) -> list[str]:
        written = session.snapshot.written
        found = written_passing(shipped_archive, asked, written)
        return [one.said("title") or one.text for one in written if one.id in found]

    year = Asked(earliest="2014", latest="2014")
    assert passing(year) == ["2014-05-19", "2013/2015", "2014"]
    assert passing(replace(year, surely=True)) == ["2014-05-19", "2014"]
    assert passing(replace(year, vectors=("russia",))) == ["2014-05-19", "2013/2015"]
    assert passing(replace(year, vectors=("China",))) == []
    assert passing(Asked(latest="1999", vectors=("Russia",))) == ["1999"]
    assert passing(replace(year, states=("KAZ",))) == []


def test_an_event_of_ones_own_in_another_calendar_lies_on_the_days_that_everybody_counts(
    session: Session, shipped_archive: Path
) -> None:
    values = {"title": "The Winter Palace", "edtf": "1917-10-25", "calendar": "julian"}
    add(session, BY_NAME["own_event"], None, values)
    (own,) = session.snapshot.written
    assert (date_of(own), *written_in(own)) == ("1917-11-07", "1917-10-25", "julian")
    edit(session, own, {"title": "The Palace"})
    (own,) = session.snapshot.written
    assert (date_of(own), own.said("edtf")) == ("1917-11-07", "1917-10-25")

    def passes(first: str, last: str) -> bool:
        asked = Asked(earliest=first, latest=last)
        return bool(written_passing(shipped_archive, asked, session.snapshot.written))

    assert passes("1917-11-07", "1917-11-07") and not passes("1917-10", "1917-10")
    session.select_own_event(own.id)
    view = session.snapshot.view
    day = parse("1917-11-07").outer.first
    assert view.first <= day <= view.end


def test_a_link_a_thesis_and_a_note_on_a_claim_pass_by_what_they_are_about(
    session: Session, shipped_archive: Path
) -> None:
    first, *_, last = session.ordered_rows(0, len(session.order()))
    ends = Target("event", first.id), Target("event", last.id)
    add(session, BY_NAME["link"], ends[0], {"to": str(ends[1])})
    add(session, BY_NAME["thesis"], None, {"text": "It ends.", "against": [str(ends[1])]})
    key = int(ordered_claims(session.snapshot)[0])
    claim = session.claim(key)
    assert claim is not None
    session.add_note("said", target=Target("claim", claim.id))
    session.add_note("a word", target=Target("passage", f"event:{first.id}#title:0-3"))

    def kinds(asked: Asked) -> set[str]:
        found = written_passing(shipped_archive, asked, session.snapshot.written)
        return {one.kind for one in session.snapshot.written if one.id in found}

    assert kinds(Asked(earliest=first.edtf[:10], latest=first.edtf[:10])) >= {"link", "note"}
    assert "thesis" not in kinds(Asked(latest=first.edtf[:10]))
    assert kinds(Asked(earliest=last.edtf[:10])) >= {"link", "thesis"}
    said = written_passing(
        shipped_archive, Asked(earliest=claim.stated, latest=claim.stated), session.snapshot.written
    )
    assert {one.text for one in session.snapshot.written if one.id in said} >= {"said"}


def test_what_is_about_any_record_of_what_passes_passes(
    session: Session, shipped_archive: Path
) -> None:
    in_1991 = "1991-12-17-us-secretary-of-state-baker-meets-akayev-in-bishkek"
    for event in (in_1991, "usvisit-t451", "no-such-record", "seed-01-publication"):
        session.add_note(event, target=Target("event", event))
    asked = Asked(earliest="1991", latest="1991", tags=("aside",), searched=("aside",))
    found = written_passing(shipped_archive, asked, session.snapshot.written)
    passing = {one.text for one in session.snapshot.written if one.id in found}
    assert passing == {in_1991, "usvisit-t451"}

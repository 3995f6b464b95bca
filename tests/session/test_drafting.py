"""What was begun in a form waits under its own key, and is settled by what is written."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from timeline_app.model.annotation import Target
from timeline_app.model.written.catalogue import BY_NAME, KINDS
from timeline_app.session.drafting import (
    FormDraft,
    begun_of,
    draft_text,
    drafts_of,
    unsaved_words,
)
from timeline_app.session.marking import adding
from timeline_app.session.session import Session

PERIOD = Target("period", "2014")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "n.notebook.sqlite"


@pytest.fixture
def session(path: Path) -> Iterator[Session]:
    made = Session()
    made.open_notebook(path)
    yield made
    made.close()


def test_every_form_has_a_draft_of_its_own(session: Session, path: Path) -> None:
    for kind in KINDS:
        FormDraft(session, kind, PERIOD, None).keep({"text": kind.name})
    again = Session()
    again.open_notebook(path)
    for kind in KINDS:
        has = any(field.name == "text" for field in kind.fields)
        wanted = {"text": kind.name} if has else {}
        assert FormDraft(again, kind, PERIOD, None).begun() == wanted
        assert FormDraft(again, kind, None, None).begun() == {}
    again.close()


def test_what_is_written_settles_its_draft_and_no_other(session: Session) -> None:
    tag, judged = (FormDraft(session, BY_NAME[n], PERIOD, None) for n in ("tag", "judgement"))
    tag.keep({"tag": "half"})
    judged.keep({"text": "because"})
    session.write(adding(session, BY_NAME["tag"], PERIOD, {"tag": "whole"}), tag.key)
    assert tag.begun() == {} and judged.begun() == {"text": "because"}
    judged.keep({})
    assert session.snapshot.drafts == {}


def test_one_that_is_changed_has_a_draft_beside_that_of_a_new_one(session: Session) -> None:
    tag = BY_NAME["tag"]
    session.write(adding(session, tag, PERIOD, {"tag": "one"}))
    (one,) = session.snapshot.written
    FormDraft(session, tag, PERIOD, one).keep({"tag": "changed"})
    assert FormDraft(session, tag, PERIOD, None).begun() == {}
    assert FormDraft(session, tag, PERIOD, one).begun() == {"tag": "changed"}


@pytest.mark.parametrize("spoilt", ["no JSON", "[1]", '{"tag": 1, "text": ["x"], "other": "y"}'])
def test_a_draft_that_makes_no_sense_is_none(session: Session, spoilt: str) -> None:
    draft = FormDraft(session, BY_NAME["judgement"], PERIOD, None)
    session.keep_draft(draft.key, spoilt)
    assert draft.begun() == {}


def test_what_cannot_be_written_stays_as_its_draft(session: Session, path: Path) -> None:
    tag = BY_NAME["tag"]
    session.write(adding(session, tag, PERIOD, {"tag": "one"}))
    draft, told = FormDraft(session, tag, PERIOD, None), []
    gone = path.with_name("away")
    path.rename(gone)
    values = {"tag": "two"}
    command = adding(session, tag, PERIOD, values)
    session.write(command, draft.key, draft_text(values), told.append)
    assert "not there" in told[0] and draft.begun() == values
    gone.rename(path)
    session.try_again()
    assert told[1:] == [""] and draft.begun() == {}
    assert [one.said("tag") for one in session.snapshot.written] == ["one", "two"]


def test_what_the_disk_refused_is_told_as_it_was_written(session: Session, path: Path) -> None:
    session.add_note("before", target=PERIOD)
    assert unsaved_words(session) == ""
    path.rename(path.with_name("away"))
    form = FormDraft(session, BY_NAME["note"], PERIOD, None)
    form.keep({"text": "a thought", "tags": ["one", "two"]})
    assert unsaved_words(session) in ("one, two · a thought", "a thought · one, two")
    session.keep_draft(PERIOD, '{"of": "no form"}')
    assert unsaved_words(session) == '{"of": "no form"}'


def test_what_was_begun_is_told_with_what_it_is_about(session: Session) -> None:
    event, tag = Target("event", "e"), BY_NAME["tag"]
    session.write(adding(session, tag, PERIOD, {"tag": "one"}))
    (one,) = session.snapshot.written
    session.keep_draft(event, "half a sen")
    FormDraft(session, BY_NAME["own_event"], None, None).keep(
        {"title": "Lun", "actors": ["A", "B"]}
    )
    FormDraft(session, tag, PERIOD, one).keep({"tag": "changed"})
    for nonsense in ("tag#gone", "tag@nothing at all", "what is this"):
        session.keep_draft(nonsense, "x")
    told = {draft.id: (draft.target, draft.text) for draft in drafts_of(session.snapshot)}
    assert told == {
        "event:e": (event, "half a sen"),
        "own_event@": (None, "A, B · Lun"),
        f"tag#{one.id}": (PERIOD, "changed"),
    }
    begun = begun_of(session.snapshot, f"tag#{one.id}")
    assert begun and begun.one == one and begun.in_form
    plain = begun_of(session.snapshot, "event:e")
    assert plain and not plain.in_form and plain.kind is BY_NAME["note"]

"""Citations of what is shown, and the sources of what passes in a file."""

import json
from pathlib import Path

import pytest

from timeline_app.exchange.catalogue import BY_ID
from timeline_app.session.citing import citation_of_events, citation_of_view, sources_export
from timeline_app.session.nothing_open import nothing_open
from timeline_app.session.sentence import said
from timeline_app.session.session import Session


def _edition(session: Session) -> str:
    archive = session.snapshot.archive
    assert archive is not None
    return (
        f"{archive.edition.title}, edition {archive.edition.version}, content hash "
        + (archive.edition.content_hash[:12])
    )


def test_an_event_is_cited_with_its_source_and_the_edition(session: Session) -> None:
    session.select((int(session.snapshot.table.occurrence[100]),))
    event = session.event(session.snapshot.selected[0])
    assert event is not None
    line = citation_of_events(session.snapshot, [event])
    assert line.startswith(event.title)
    for part in (event.sources[0].publisher, _edition(session), event.id):
        assert part in line
    assert "\n" not in line
    assert citation_of_events(session.snapshot, [event, event]).count("\n") == 1


def test_a_view_is_cited_by_its_sentence(session: Session) -> None:
    session.set_terms("state", ["KAZ"])
    line = citation_of_view(session.snapshot)
    assert line.startswith(said(session.sentence()))
    assert "Kazakhstan" in line
    assert _edition(session) in line
    assert "Layers: Curated events, Curated events, set 2, Seed article." in line


def test_all_layers_need_no_naming(session: Session) -> None:
    archive = session.snapshot.archive
    assert archive is not None
    session.switch_layers({layer.id for layer in archive.edition.layers})
    assert "Layers:" not in citation_of_view(session.snapshot)


def test_without_an_archive_there_is_nothing_to_cite() -> None:
    assert citation_of_view(nothing_open()) == ""


def test_the_sources_of_what_passes_go_into_a_file(session: Session, tmp_path: Path) -> None:
    session.set_terms("state", ["TKM"])
    told = sources_export(session.snapshot, tmp_path / "s.json", BY_ID["csl"])()
    items = json.loads((tmp_path / "s.json").read_text("utf-8"))
    assert told.grade == "notice"
    assert f"{len(items)} sources" in told.sentence
    rows = session.order().tolist()
    cited = {
        source.id
        for row in rows
        if (event := session.event(int(session.snapshot.table.occurrence[row])))
        for source in event.sources
    }
    assert {item["id"] for item in items} == cited
    assert len(items) == len(cited)


@pytest.mark.parametrize(("form", "begins"), [("bibtex", b"@"), ("ris", b"TY  - ")])
def test_the_file_is_in_the_form_that_was_asked_for(
    session: Session, tmp_path: Path, form: str, begins: bytes
) -> None:
    sources_export(session.snapshot, tmp_path / "s", BY_ID[form])()
    written = (tmp_path / "s").read_bytes()
    assert written.startswith(begins)
    assert (b"\r\n" in written) == (form == "ris")
    assert [path.name for path in tmp_path.iterdir()] == ["s"]


def test_a_bad_place_gives_a_sentence(
    session: Session, shipped_archive: Path, tmp_path: Path
) -> None:
    before = shipped_archive.stat()
    for place in (tmp_path / "no" / "s.bib", tmp_path, shipped_archive, tmp_path / ("x" * 300)):
        told = sources_export(session.snapshot, place, BY_ID["bibtex"])()
        assert told.grade == "error"
        assert str(place) in told.sentence
    assert shipped_archive.stat() == before
    assert list(tmp_path.iterdir()) == []

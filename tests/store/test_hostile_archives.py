"""A stranger's archive is safe to open: refused with a sentence, read in part, or harmless."""

import shutil
from pathlib import Path
from time import monotonic

import pytest

from made_folders import event, folder, source
from timeline_app.model.archive_findings import Findings
from timeline_app.session.session import Session
from timeline_app.store.archive_check import check
from timeline_app.store.build.edition import build

from .hostile import CATALOGUE, damaged_pages
from .spoiling import HARMLESS, NOTICED, PARTLY, REFUSED, Hostile, run

NAME = "from a stranger.archive.sqlite"
PATIENCE = 5.0


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("sound")
    days = [f"2014-05-{day:02}" for day in range(1, 13)]
    host = {"name": "Kazakhstan", "type": "state", "iso3": "KAZ", "role": "host"}
    guest = {"name": "Uzbekistan", "type": "state", "iso3": "UZB", "role": "guest"}
    cited = [source(), source(title="What it printed next")]
    events = [
        event(f"event-{n}", start=day, actors=[host, guest], sources=cited)
        for n, day in enumerate(days)
    ]
    target = made / NAME
    build(folder(made / "data", events=events), target)
    return target


def held(path: Path) -> dict[str, bytes]:
    return {entry.name: entry.read_bytes() for entry in path.iterdir()}


def looked_at(path: Path) -> Findings:
    """What the check says; the same file is opened and read by a session, and left as it is."""
    before, start = held(path.parent), monotonic()
    found = check(path)
    read_by_session(path, found)
    assert monotonic() - start < 2 * PATIENCE
    assert held(path.parent) == before
    return found


def read_by_session(path: Path, found: Findings) -> None:
    session = Session()
    opened = session.open_archive(path)
    assert opened == (found.status != REFUSED)
    if opened:
        for column in ("title", "publishers", "kind", "day"):
            session.sort_by(column)
            rows = session.ordered_rows(0, 50)
            assert len(rows) == len(session.order())
        for occurrence in session.snapshot.table.occurrence.tolist():
            session.event(occurrence)
        session.search("event")
        session.search("nothing of the kind")
    else:
        assert session.snapshot.problem is not None
        assert session.snapshot.problem.sentence == found.reasons[0]
    session.close()


@pytest.mark.parametrize("hostile", CATALOGUE, ids=str)
def test_it_is_refused_or_read_in_part_or_harmless(
    hostile: Hostile, sound: Path, tmp_path: Path
) -> None:
    path = tmp_path / NAME
    shutil.copyfile(sound, path)
    hostile.spoil(path)
    found = looked_at(path)
    assert found.status in hostile.outcome
    said = " ".join((*found.reasons, *(row.why for row in found.damaged)))
    assert hostile.words in said
    assert (found.status == HARMLESS) == (not said)
    assert all(reason.endswith((".", "…")) for reason in found.reasons)


def test_there_are_a_hundred_of_twelve_kinds() -> None:
    assert len(CATALOGUE) >= 100
    assert len({hostile.kind for hostile in CATALOGUE}) >= 12
    assert {NOTICED, PARTLY, REFUSED, HARMLESS} == {hostile.outcome for hostile in CATALOGUE}


def test_no_damaged_page_is_taken_for_what_was_written(sound: Path, tmp_path: Path) -> None:
    """Refused, or said by the check, or every row is what it was."""
    path = tmp_path / NAME
    for name, spoil in damaged_pages(sound):
        shutil.copyfile(sound, path)
        spoil(path)
        found = check(path)
        if found.status == HARMLESS:
            assert found.events == 12, name


def test_damaged_events_are_counted_and_the_others_are_read(sound: Path, tmp_path: Path) -> None:
    path = tmp_path / NAME
    shutil.copyfile(sound, path)
    run(path, "UPDATE event SET outer_last = outer_first - 1 WHERE key IN (2, 5)")
    found = check(path)
    assert (found.events, found.events_damaged) == (10, 2)
    assert [(row.table, row.id) for row in found.damaged] == [
        ("event", "event-1"),
        ("event", "event-4"),
    ]
    assert "The archive is damaged: 10 events were read, 2 were not." in found.reasons
    session = Session()
    assert session.open_archive(path)
    assert len(session.snapshot.table) == 10
    session.close()


def test_a_sound_archive_is_said_to_be_sound(sound: Path) -> None:
    found = check(sound)
    assert (found.status, found.reasons, found.damaged, found.events) == ("ok", (), (), 12)
    assert found.checked == ("file", "rows", "integrity", "content hash", "counts", "text index")


def test_an_index_of_other_words_is_noticed(sound: Path, tmp_path: Path) -> None:
    """The rows are as they were written; what a search would find is not."""
    path = tmp_path / NAME
    for change in (
        "INSERT INTO event_text(rowid, title) VALUES (1, 'invented')",
        "INSERT INTO event_text(event_text) VALUES ('delete-all')",
        "UPDATE text_word SET word = 'invented' WHERE rowid = 1",
        "DELETE FROM text_word WHERE rowid = 1",
        "UPDATE text_word SET gaps = x'05' WHERE rowid = 1",
        "UPDATE list_rank SET ranks = x'00000000'",
    ):
        shutil.copyfile(sound, path)
        run(path, change)
        found = check(path)
        assert found.status == PARTLY
        assert "Searching is not to be trusted" in found.reasons[0]

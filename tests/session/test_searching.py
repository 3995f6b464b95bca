"""What is searched in a large table is answered by a worker; the newest question wins."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from timeline_app.model.records import EventTitle
from timeline_app.session import searching, seeking
from timeline_app.session.finding import Found
from timeline_app.session.seeking import Answer
from timeline_app.session.session import Session
from timeline_app.store.archive import Archive
from timeline_app.store.store_error import StoreError

from .later import Later


@pytest.fixture
def later() -> Later:
    return Later()


@pytest.fixture
def session(
    shipped_archive: Path, later: Later, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Session]:
    monkeypatch.setattr(searching, "LARGE", 0)
    made = Session(seek=later)
    assert made.open_archive(shipped_archive)
    yield made
    made.close()
    later.work()


def test_the_filter_follows_once_it_is_answered(session: Session, later: Later) -> None:
    session.search("gas")
    assert session.snapshot.query == ""
    assert not session.snapshot.filter
    later.work()
    assert session.snapshot.query == "gas"
    assert 0 < session.snapshot.passing.possible < len(session.snapshot.table)
    session.search("")
    assert not session.snapshot.filter


def test_one_steps_in_what_is_found_and_not_in_what_was_shown_before(
    session: Session, later: Later
) -> None:
    word = session.rows([len(session.snapshot.table) // 2])[0].title.split()[0]
    session.search(word)
    session.step_in_found(1)
    assert not session.snapshot.selected
    later.work()
    now = session.snapshot
    row = now.table.row_of(now.selected[0])
    assert row is not None and now.passing.possible < len(now.table)
    assert now.passing.mask[row]
    session.step_in_found(1)
    assert session.snapshot.selected != now.selected or now.passing.possible == 1


def test_only_the_newest_search_is_shown(session: Session, later: Later) -> None:
    told: list[str] = []
    session.listen(lambda _, after: told.append(after.query))
    for query in ("g", "ga", "gas", "gas", "gas pipeline"):
        session.search(query)
    later.work()
    assert told == ["gas pipeline"]


def test_what_was_found_while_one_typed_is_not_looked_for_again(
    session: Session, later: Later
) -> None:
    heard: list[Answer | StoreError] = []
    session.seek("gas", heard.append)
    later.work()
    (answer,) = heard
    assert isinstance(answer, Answer)
    session.search("gas")
    assert not later.jobs
    now = session.snapshot
    assert now.passing.possible == len(answer.found.occurrences)
    rows = session.ordered_rows(0, len(answer.events))
    assert list(answer.events) == [EventTitle(row.key, row.edtf, row.title) for row in rows]
    shown = now.table.occurrence[now.passing.select(0, len(answer.events))].tolist()
    assert shown == answer.occurrences


def test_the_same_that_is_asked_before_it_is_answered_is_looked_for_once_and_heard_by_all(
    session: Session, later: Later
) -> None:
    heard: list[Answer | StoreError] = []
    session.seek("gas", heard.append)  # shown under the box; then the hands rest
    session.search("gas")
    assert len(later.jobs) == 1
    later.work()
    (answer,) = heard
    assert isinstance(answer, Answer)
    assert session.snapshot.query == "gas"
    assert session.snapshot.passing.possible == len(answer.found.occurrences)


def test_nothing_is_read_of_what_was_found_when_nobody_waits_for_it(
    session: Session, later: Later, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[Answer | StoreError] = []
    read: list[int] = []
    typed_meanwhile = iter(["gas pipeline"])
    find, titles = seeking.find, Archive.titles

    def found_late(*asked: Any) -> Found:
        found = find(*asked)
        for other in typed_meanwhile:
            session.seek(other, heard.append)
        return found

    def noted(archive: Archive, keys: Sequence[int]) -> Sequence[EventTitle]:
        read.append(len(keys))
        return titles(archive, keys)

    monkeypatch.setattr(seeking, "find", found_late)
    monkeypatch.setattr(Archive, "titles", noted)
    session.seek("gas", heard.append)
    later.work_once()
    assert not heard and not read
    later.work_once()
    (answer,) = heard
    assert isinstance(answer, Answer) and answer.question.queries == ("gas pipeline",)
    assert read == [len(answer.events)]


def test_a_search_that_is_emptied_or_cleared_meanwhile_changes_nothing(
    session: Session, later: Later
) -> None:
    for forget in (lambda: session.search(""), session.clear_all):
        session.search("gas")
        forget()
        later.work()
        assert not session.snapshot.filter
        assert session.snapshot.query == ""


def test_other_layers_are_searched_too(session: Session, later: Later) -> None:
    session.search('-"gas"')
    session.switch_layer("unga-votes", on=True)
    later.work()
    many = session.snapshot.passing.possible
    session.switch_layer("unga-votes", on=False)
    later.work()
    assert 0 < session.snapshot.passing.possible < many


def test_a_damaged_or_exchanged_file_is_told_of(
    shipped_archive: Path, later: Later, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(searching, "LARGE", 0)
    path = tmp_path / "own.archive.sqlite"
    path.write_bytes(shipped_archive.read_bytes())
    session = Session(seek=later)
    assert session.open_archive(path)
    path.unlink()
    session.search("gas")
    later.work()
    assert session.snapshot.problem is not None
    assert not session.snapshot.filter
    session.close()
    later.work()

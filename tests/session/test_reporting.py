"""A report of what is shown, made from the archive that ships and read again on it."""

from datetime import date
from pathlib import Path

import pytest

from timeline_app.analysis.engagement import Rule
from timeline_app.exchange.report_kept import Kept, read_kept
from timeline_app.model.report import Report, Weighing
from timeline_app.session import reporting as reporting_room
from timeline_app.session.lean import Lean
from timeline_app.session.measure import Measure
from timeline_app.session.report_again import show_again
from timeline_app.session.reporting import reporting, written
from timeline_app.session.sentence import said
from timeline_app.session.session import Session
from timeline_app.session.weighing import preset_periods

FEW = Weighing(3, 100)


def _compared() -> Weighing:
    a, b = preset_periods("crimea")
    return Weighing(3, 100, ((a.first, a.last), (b.first, b.last)), "crimea")


@pytest.fixture
def narrowed(session: Session) -> Session:
    session.set_terms("state", ["KAZ"])
    session.set_span(2455563, 2457388)
    return session


def _report(session: Session, *, with_notes: bool = False) -> Report:
    return reporting(session, FEW, with_notes=with_notes).report()


def test_every_event_is_told_with_its_sources(narrowed: Session) -> None:
    report, now = _report(narrowed), narrowed.snapshot
    assert len(report.events) == now.passing.possible
    assert (report.unlisted, report.unread) == (0, 0)
    rows = now.passing.select(0, now.passing.possible)
    for told, key in zip(report.events, now.table.key[rows].tolist(), strict=True):
        event = narrowed.event(int(now.table.occurrence[now.table.key == key][0]))
        assert event is not None
        assert (told.id, told.edtf) == (event.id, event.edtf)
        assert len(told.cites) == len({source.id for source in event.sources})
        for place, source in zip(told.cites, dict.fromkeys(event.sources), strict=False):
            assert source.publisher in report.sources[place]
    assert len(set(report.sources)) == len(report.sources)
    assert {n for told in report.events for n in told.cites} == set(range(len(report.sources)))


def test_it_says_what_is_shown_and_of_which_archive(narrowed: Session) -> None:
    report, archive = _report(narrowed), narrowed.snapshot.archive
    assert archive is not None
    assert report.sentence == said(narrowed.sentence())
    assert report.made_on == date.today().isoformat()
    asked = dict(report.asked)
    assert asked["Country"] == "Kazakhstan"
    assert asked["Period"] == "2011 to 2015"
    assert asked["Events"].startswith(f"{len(report.events)} of ")
    assert archive.edition.content_hash in dict(report.edition).values()
    assert archive.edition.version in dict(report.edition).values()


def test_ones_notes_go_along_only_if_asked_for(narrowed: Session, notebook: Path) -> None:
    narrowed.open_notebook(notebook)
    row = int(narrowed.snapshot.passing.select(3, 1)[0])
    narrowed.select((int(narrowed.snapshot.table.occurrence[row]),))
    narrowed.add_note("Mine alone.")
    assert not any(one.notes for one in _report(narrowed).events)
    noted = [one.notes for one in _report(narrowed, with_notes=True).events if one.notes]
    assert noted == [("Mine alone.",)]


@pytest.mark.parametrize("ending", ["html", "docx", "md", "csv"])
def test_its_view_opens_again_to_the_same_numbers(
    narrowed: Session, tmp_path: Path, ending: str
) -> None:
    path, shown = tmp_path / f"r.{ending}", said(narrowed.sentence())
    assert written(reporting(narrowed, _compared()), path).grade == "notice"
    kept = read_kept(path)
    narrowed.clear_all()
    narrowed.group_by("state")
    again = show_again(narrowed, kept)()
    assert again.same
    assert again.told == len(kept.numbers) > 30
    assert (again.remark, said(narrowed.sentence())) == ("", shown)


def test_two_periods_that_are_marked_go_along_and_come_back(
    session: Session, tmp_path: Path
) -> None:
    rule = Rule(frozenset({"visit"}), frozenset(), derived=True)
    session.measure_by(Measure(rule, lean=Lean(one_source=True), draws=100))
    session.compare_preset("crimea")
    path, marked = tmp_path / "r.html", session.snapshot.second
    assert marked is not None
    written(reporting(session), path)
    kept = read_kept(path)
    assert kept.weighing.preset == "crimea"
    assert kept.weighing.measure["out"] == ["visit"]
    session.clear_all()
    session.measure_by(Measure())
    again = show_again(session, kept)()
    assert again.same
    titles = [table.title for table in again.tables]
    assert titles[:3] == ["Two periods", "Imports by partner in A", "Imports by partner in B"]
    assert session.snapshot.second == marked
    assert session.snapshot.measure.rule == rule
    assert session.snapshot.measure.lean == Lean(one_source=True)
    said = " ".join(again.tables[0].remarks)
    assert "derived from the actors" in said
    assert "with two sources or more" in said


def test_a_number_that_is_another_now_is_counted(narrowed: Session, tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    written(reporting(narrowed, FEW), path)
    kept = read_kept(path)
    first = (*kept.numbers[0][:3], 0.123)
    again = show_again(narrowed, Kept(kept.view, kept.weighing, (first, *kept.numbers[1:])))()
    assert (again.differing, again.same) == (1, False)
    assert f"1 of its {len(kept.numbers)} numbers is another now." in again.remark
    other = Kept({**kept.view, "content_hash": "0" * 64}, kept.weighing, kept.numbers)
    again = show_again(narrowed, other)()
    assert again.view.archive_changed
    assert "The archive has changed" in again.remark


def test_a_hostile_view_shows_something_and_breaks_nothing(session: Session) -> None:
    odd = {"shown": '{"span": ["x"], "terms": 3, "view": [null]}', "name": 7, "sentence": []}
    again = show_again(session, Kept(odd, FEW, ()))()
    assert not again.same
    assert session.snapshot.passing.possible == len(session.snapshot.table)


def test_more_events_than_one_reads_are_counted(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reporting_room, "MOST_EVENTS", 10)
    report = _report(session)
    assert len(report.events) == 10
    assert report.unlisted == len(session.snapshot.table) - 10


def test_an_empty_view_makes_a_report_too(session: Session, tmp_path: Path) -> None:
    session.set_terms("state", ["KAZ"])
    session.set_span(1721426, 1721791)
    told = written(reporting(session, FEW), tmp_path / "r.html")
    assert told.grade == "notice"
    assert "0 events" in told.sentence


def test_a_bad_place_or_ending_gives_a_sentence(
    session: Session, shipped_archive: Path, tmp_path: Path
) -> None:
    before = shipped_archive.stat()
    gone = tmp_path / "none" / "r.html"
    taken = shipped_archive.with_suffix(".html")
    assert str(gone) in written(reporting(session, FEW), gone).sentence
    told = written(reporting(session, FEW), tmp_path / "r.pdf")
    assert told.grade == "error"
    assert ".docx" in told.sentence
    assert shipped_archive.stat() == before
    assert not taken.exists()
    assert list(tmp_path.iterdir()) == []

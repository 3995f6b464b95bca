"""Dates that a folder gives in another calendar: restated, and kept as they were written."""

from contextlib import closing
from pathlib import Path

import pytest

from made_folders import event, folder
from timeline_app.model.records import Event
from timeline_app.store.archive import Archive
from timeline_app.store.build.edition import build


def built(tmp_path: Path, **more: object) -> Event:
    path = tmp_path / "made.sqlite"
    build(folder(tmp_path / "data", events=[event(**more)]), path)
    with closing(Archive.open(path)) as archive:
        return archive.event(archive.keys_of(["one"])["one"])


@pytest.mark.parametrize(
    ("more", "edtf", "as_written", "calendar"),
    [
        ({"start": "1917-10-25", "calendar": "julian"}, "1917-11-07", "1917-10-25", "julian"),
        (
            {"start": "1917-10-25", "end": "1917-11-01", "calendar": "julian"},
            "1917-11-07/1917-11-14",
            "1917-10-25/1917-11-01",
            "julian",
        ),
        (
            {"start": "1435-09-01", "calendar": "islamic"},
            "[2014-06-27..2014-07-01]?",
            "1435-09-01",
            "islamic-civil",
        ),
        ({"start": "2014-05-29", "calendar": None}, "2014-05-29", "2014-05-29", "gregorian"),
    ],
)
def test_a_date_is_restated_and_kept_as_written(
    tmp_path: Path, more: dict[str, object], edtf: str, as_written: str, calendar: str
) -> None:
    found = built(tmp_path, **more)
    assert (found.as_written, found.calendar) == (as_written, calendar)
    assert found.edtf.replace("?", "") == edtf.replace("?", "")
    assert ("?" in found.edtf) == ("?" in edtf)


def test_a_calendar_that_nobody_knows_refuses_its_row_alone(tmp_path: Path) -> None:
    rows = [event("one", calendar="mayan"), event("two")]
    report = build(folder(tmp_path / "data", events=rows), tmp_path / "made.sqlite")
    (refused,) = report.refused
    assert refused.field == "calendar"
    assert "julian" in refused.why
    assert report.events == 1


def test_an_end_before_its_start_is_refused_in_its_own_calendar(tmp_path: Path) -> None:
    rows = [event("one", start="1917-10-25", end="1917-10-01", calendar="julian"), event("two")]
    report = build(folder(tmp_path / "data", events=rows), tmp_path / "made.sqlite")
    assert [one.field for one in report.refused] == ["end"]

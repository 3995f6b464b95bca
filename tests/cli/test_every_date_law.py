"""A date keeps its text and bounds through every road: built, listed, asked for, shown, drawn."""

from pathlib import Path

import pytest

from made_dates import CLASSES, archive_of_every_date
from made_folders import event, folder
from timeline_app.dates.civil import iso
from timeline_app.dates.edtf import parse

from .conftest import Shell

FAR = {"-0499": "500 BCE", "0000": "the year nought", "0001": "the first year", "2100": "to come"}


@pytest.mark.parametrize(("name", "edtf"), CLASSES.items())
def test_a_date_of_every_kind_is_answered_as_it_was_written(
    shell: Shell, tmp_path: Path, name: str, edtf: str
) -> None:
    archive = archive_of_every_date(tmp_path)
    outer = parse(edtf).outer
    (row,) = [e for e in shell("events", "list", "--archive", archive, "--json").json
              if e["title"] == f"TEST {name}"]  # fmt: skip
    assert row["edtf"] == edtf
    assert (row["earliest"], row["latest"]) == (iso(outer.first), iso(outer.last))
    assert shell("events", "show", row["id"], "--archive", archive, "--json").json["edtf"] == edtf


@pytest.fixture
def far(shell: Shell, tmp_path: Path) -> Path:
    """500 BCE to 2100 in one file."""
    events = [event(id=f"far-{n}", title=words, start=edtf)
              for n, (edtf, words) in enumerate(FAR.items())]  # fmt: skip
    made = tmp_path / "far.archive.sqlite"
    answer = shell(
        "archive", "build", folder(tmp_path / "far", events=events), "-o", made, "--json"
    )
    assert answer.code == 0
    return made


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("-0499", "-0499", ["500 BCE"]),
        ("-0498", "-0001", []),
        ("0000", "0000", ["the year nought"]),
        ("-9999", "0001", ["500 BCE", "the year nought", "the first year"]),
        ("2100-12-31", "2100-12-31", ["to come"]),
        ("2101", "9999", []),
    ],
)
def test_far_dates_are_asked_for_by_the_day(
    shell: Shell, far: Path, first: str, last: str, expected: list[str]
) -> None:
    answer = shell("events", "list", "--archive", far, "--from", first, "--to", last, "--json")
    assert [e["title"] for e in answer.json] == expected


def test_far_dates_are_drawn_and_cited_without_a_year_too_many(
    shell: Shell, far: Path, tmp_path: Path
) -> None:
    picture = tmp_path / "far.svg"
    assert shell("render", picture, "--archive", far, "--size", "1200x500").code == 0
    assert picture.stat().st_size > 1000
    assert "500 BCE" in shell("cite", "event:far-0", "--archive", far).out
    assert "2100" in shell("cite", "event:far-3", "--archive", far).out

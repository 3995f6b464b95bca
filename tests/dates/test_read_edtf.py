"""What other implementations agree on (see README.md beside this file)."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from timeline_app.dates.civil import iso
from timeline_app.dates.date_error import DateError
from timeline_app.dates.edtf import parse

VALID_HERE_ALONE = {"Y-61000/-2000"}


def _vectors() -> list[dict[str, str]]:
    with (Path(__file__).parent / "vectors.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _some(valid: str) -> Iterator[dict[str, str]]:
    return (vector for vector in _vectors() if vector["valid"] == valid)


def _bounds(text: str) -> tuple[str, str]:
    date = parse(text)
    return (
        "unknown" if date.begin_unknown else iso(date.bounds.first),
        "unknown" if date.end_unknown else iso(date.bounds.last),
    )


@pytest.mark.parametrize("vector", list(_some("yes")), ids=lambda vector: vector["text"])
def test_valid(vector: dict[str, str]) -> None:
    date = parse(vector["text"])
    assert parse(date.edtf) == date
    if vector["why_ours"]:
        assert int(vector["sources"]) < 2, "a bound that two sources agree on binds us"
        assert _bounds(vector["text"]) == (vector["ours_earliest"], vector["ours_latest"])
    elif vector["sources"]:
        assert _bounds(vector["text"]) == (vector["earliest"], vector["latest"])


@pytest.mark.parametrize("vector", list(_some("no")), ids=lambda vector: vector["text"])
def test_invalid(vector: dict[str, str]) -> None:
    if vector["text"] in VALID_HERE_ALONE:
        assert parse(vector["text"]).bounds.days > 0
        return
    with pytest.raises(DateError) as refusal:
        parse(vector["text"])
    assert refusal.value.why.endswith(".")

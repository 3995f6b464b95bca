"""Answers as tables, read as a spreadsheet reads them."""

import csv
import io
import json
from pathlib import Path

import pytest

from timeline_app.cli.flat_rows import as_csv, flat

from .conftest import Shell

FEW = ("--draws", "100")
WORDS = (
    ("balance", "--window", "36", "--step", "60"),
    ("compare", "--preset", "crimea"),
    ("votes", "--state", "KAZ", "--with", "RUS", "--from", "2013"),
    ("turns", "--from", "2010"),
    ("dyad", "--actors", "KAZ", "RUS"),
    ("places", "--from", "2014"),
)


def _rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_what_is_nested_becomes_columns() -> None:
    answer = [{"a": {"b": 1, "c": [2, {"d": None}]}}, {"a": {"b": -0.5}, "e": "=x"}]
    assert flat(answer)[0] == {"a.b": "1", "a.c.0": "2", "a.c.1.d": ""}
    first, second = _rows(as_csv(answer))
    assert first == {"a.b": "1", "a.c.0": "2", "a.c.1.d": "", "e": ""}
    assert (second["a.b"], second["e"], second["a.c.0"]) == ("-0.5", "'=x", "")
    assert as_csv({"x": 1}) == "x\n1"


@pytest.mark.parametrize("words", WORDS, ids=lambda words: words[0])
def test_every_word_of_analysis_answers_the_same_as_a_table(
    shell: Shell, shipped_archive: Path, words: tuple[str, ...]
) -> None:
    drawn = () if words[0] in ("dyad", "places") else FEW
    line = ("analyse", *words, "--archive", shipped_archive, *drawn)
    told = shell(*line, "--csv")
    assert told.code == 0
    whole = json.loads(shell(*line, "--json").out)
    assert _rows(told.out) == [
        {name: row.get(name, "") for name in _rows(told.out)[0]} for row in flat(whole)
    ]

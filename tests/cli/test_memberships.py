"""`memberships list` tells who was in which organisation when."""

from pathlib import Path

import pytest

from .conftest import Shell


@pytest.mark.parametrize("word", ["org-csto", "CSTO", "csto"])
def test_an_organisation_goes_by_its_id_and_short_name(
    word: str, shell: Shell, shipped_archive: Path
) -> None:
    line = ("memberships", "list", "--organisation", word, "--state", "UZB", "--json")
    found = shell(*line, "--archive", shipped_archive).json
    assert ("1992-05-15", "1999-04-02") in [(row["from"], row["to"]) for row in found]
    assert {row["organisation"] for row in found} == {"org-csto"}


def test_the_end_of_the_source_is_no_end_of_the_membership(
    shell: Shell, shipped_archive: Path
) -> None:
    every = shell("memberships", "list", "--json", "--archive", shipped_archive).json
    assert len(every) == 334
    censored = [row for row in every if row["known_to"]]
    assert censored
    assert all((row["latest"], row["to"]) == ("unknown", "") for row in censored)
    words = shell("memberships", "list", "--state", "KAZ", "--archive", shipped_archive)
    assert "known to 2014-12-31" in words.out


def test_a_period_leaves_out_what_had_ended_or_not_begun(
    shell: Shell, shipped_archive: Path
) -> None:
    line = ("memberships", "list", "--organisation", "CSTO", "--state", "UZB", "--json")
    found = shell(*line, "--from", "1996", "--to", "2000", "--archive", shipped_archive).json
    assert [row["from"] for row in found] == ["1992-05-15"]


def test_what_is_not_there_is_refused(shell: Shell, shipped_archive: Path) -> None:
    for line in (("--organisation", "nothing"), ("--state", "XXX"), ("--to", "soon")):
        answer = shell("memberships", "list", *line, "--archive", shipped_archive)
        assert (answer.code, answer.out) == (2, "")
        assert answer.err.count("\n") == 1


def test_what_was_known_on_a_day_is_listed_and_the_undated_are_counted(
    shell: Shell, shipped_archive: Path
) -> None:
    at = ("--archive", shipped_archive)
    every = shell("memberships", "list", "--json", *at).json
    then = shell("memberships", "list", "--known-on", "2014-06", "--json", *at).json
    assert then == [row for row in every if row["known_from"] <= "2014-06-30"]
    assert then
    undated = sum(1 for row in every if row["known_from"] == "unknown")
    assert (
        f"; {undated} undated are hidden"
        in shell("memberships", "list", "--known-on", "2014-06", *at).out
    )
    refused = shell("memberships", "list", "--known-on", "soon", *at)
    assert (refused.code, refused.out) == (2, "")

"""`timeline-app series`: what can be listed and shown."""

from pathlib import Path

from .conftest import Shell


def test_listing_by_measure_entity_and_partner(shell: Shell, shipped_archive: Path) -> None:
    words = ("--measure", "imports from", "--entity", "KAZ", "--partner", "russia")
    answer = shell("series", "list", *words, "--archive", shipped_archive, "--json")
    assert (answer.code, answer.err) == (0, "")
    assert {one["source"] for one in answer.json} == {"COW trade 4.0", "Registan 2014-05-13"}
    for one in answer.json:
        assert one["entity"] == {"code": "KAZ", "name": "Kazakhstan"}
        assert one["partner"] == {"code": "RUS", "name": "Russia"}
    plain = shell("series", "list", *words, "--archive", shipped_archive)
    assert "Kazakhstan: imports from Russia; billion USD; Registan 2014-05-13; 2013" in plain.out


def test_everything_is_listed_without_words(shell: Shell, shipped_archive: Path) -> None:
    found = shell("series", "list", "--archive", shipped_archive, "--json").json
    info = shell("archive", "info", "--archive", shipped_archive, "--json").json
    assert sum(one["figures"] for one in found) == info["counts"]["observations"]
    alone = shell("series", "list", "--partner", "", "--archive", shipped_archive, "--json").json
    assert alone == [one for one in found if one["partner"] is None]


def test_the_figures_of_one(shell: Shell, shipped_archive: Path) -> None:
    words = ("--measure", "imports", "--entity", "Kazakhstan", "--partner", "RUS")
    listed = shell("series", "list", *words, "--archive", shipped_archive, "--json").json
    id = next(one["id"] for one in listed if one["vintage"] == "4.0" and "share" not in one["id"])
    answer = shell("series", "show", id, "--archive", shipped_archive, "--json").json
    assert (answer["unit"], answer["scale"]) == ("USD (current)", 1e6)
    of_2013 = next(one for one in answer["observations"] if one["edtf"] == "2013")
    assert (of_2013["value"], of_2013["amount"]) == (19395.0, 19.395e9)
    assert (of_2013["earliest"], of_2013["latest"]) == ("2013-01-01", "2013-12-31")
    plain = shell("series", "show", id, "--archive", shipped_archive)
    assert "2013\t19,395" in plain.out


def test_a_series_that_is_not_there(shell: Shell, shipped_archive: Path) -> None:
    answer = shell("series", "show", "nothing", "--archive", shipped_archive)
    assert (answer.code, answer.out) == (2, "")
    assert "“nothing”" in answer.err
    assert shell("series", "list", "--entity", "Atlantis", "--archive", shipped_archive).code == 0


def test_what_was_known_on_a_day_is_listed_and_the_undated_are_counted(
    shell: Shell, shipped_archive: Path
) -> None:
    at = ("--archive", shipped_archive)
    every = shell("series", "list", "--json", *at).json
    then = shell("series", "list", "--known-on", "2016", "--json", *at).json
    assert then == [one for one in every if one["known_from"] <= "2016-12-31"]
    assert 0 < len(then) < len(every)
    undated = sum(1 for one in every if one["known_from"] == "unknown")
    told = shell("series", "list", "--known-on", "2016", *at).out
    assert told.startswith(f"{len(then)} series; {undated} undated are hidden")
    refused = shell("series", "list", "--known-on", "2014-13", *at)
    assert (refused.code, refused.out) == (2, "")

"""`instruments` lists treaties and shows one."""

from pathlib import Path

from .conftest import Shell

EAEU = "instrument-eaeu-treaty"


def test_the_list_holds_them_all_and_those_of_a_period(shell: Shell, shipped_archive: Path) -> None:
    every = shell("instruments", "list", "--json", "--archive", shipped_archive).json
    assert len(every) == 80
    some = shell(
        *("instruments", "list", "--from", "2014-05", "--to", "2014-05", "--state", "KAZ"),
        *("--json", "--archive", shipped_archive),
    ).json
    found = {row["id"]: row for row in some}
    assert 0 < len(found) < 80
    assert all("KAZ" in row["states"] for row in some)
    assert found[EAEU]["standing"] == "in-force"
    assert found[EAEU]["earliest"] == "2014-05-29"
    assert found[EAEU]["latest"] == "inf"


def test_one_is_shown_with_its_steps_and_their_sources(shell: Shell, shipped_archive: Path) -> None:
    answer = shell("instruments", "show", EAEU, "--json", "--archive", shipped_archive).json
    assert [step["step"] for step in answer["steps"]][:2] == ["signed", "ratified"]
    assert all(step["sources"] for step in answer["steps"])
    words = shell("instruments", "show", EAEU, "--archive", shipped_archive)
    assert "2014-10-09; ratified; Kazakhstan" in words.out


def test_what_is_not_there_is_refused(shell: Shell, shipped_archive: Path) -> None:
    for line in (("show", "nothing"), ("list", "--state", "XXX"), ("list", "--from", "soon")):
        answer = shell("instruments", *line, "--archive", shipped_archive)
        assert (answer.code, answer.out) == (2, "")
        assert answer.err.count("\n") == 1


def test_steps_that_were_not_known_yet_are_not_counted(shell: Shell, shipped_archive: Path) -> None:
    at = ("--archive", shipped_archive, "--json")
    every = {one["id"]: one for one in shell("instruments", "list", *at).json}
    then = shell("instruments", "list", "--known-on", "2014-05-13", *at).json
    assert any(one["steps"] < every[one["id"]]["steps"] for one in then)
    for one in then:
        steps = shell("instruments", "show", one["id"], *at).json["steps"]
        assert one["steps"] == sum(1 for step in steps if step["known_from"] <= "2014-05-13")

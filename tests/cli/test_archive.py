"""`timeline-app archive` from a shell: answers, exit codes, sentences."""

import json
from pathlib import Path

from cli.conftest import Shell
from made_folders import event, folder

REPORT = {"events", "refused", "name_only_actors", "content_hash"}


def test_a_folder_becomes_an_archive(shell: Shell, tmp_path: Path) -> None:
    made, data = tmp_path / "made.sqlite", folder(tmp_path / "data", events=[event()])
    answer = shell("archive", "build", data, "-o", made, "--json")
    assert (answer.code, answer.err) == (0, "")
    assert answer.json.keys() == REPORT
    assert (answer.json["events"], answer.json["refused"]) == (1, [])
    assert answer.json["name_only_actors"] == ["Kazakhstan"]
    assert made.is_file()


def test_a_bad_row_is_told_and_the_rest_goes_in(shell: Shell, tmp_path: Path) -> None:
    data = folder(tmp_path / "data", events=[event(), event("bad", start="never")])
    answer = shell("archive", "build", data, "-o", tmp_path / "made.sqlite", "--json")
    assert answer.code == 1
    (refused,) = answer.json["refused"]
    assert {**refused, "why": ""} == {
        "file": "events.jsonl",
        "line": 2,
        "field": "start",
        "why": "",
    }
    assert "never" in refused["why"]
    told = shell("archive", "build", data, "-o", tmp_path / "made.sqlite")
    assert told.code == 1 and told.err.startswith("1 row of the data could not go into ")
    assert told.err.count("\n") == 1
    assert "events.jsonl, line 2, start: " in told.out


def test_nothing_to_build_is_refused(shell: Shell, tmp_path: Path) -> None:
    data = folder(tmp_path / "data", events=[event(start="never")])
    answer = shell("archive", "build", data, "-o", tmp_path / "made.sqlite", "--json")
    assert answer.code == 2
    assert answer.json["events"] == 0
    assert len(answer.json["refused"]) == 1
    assert answer.err.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == []


def test_a_folder_that_is_none(shell: Shell, tmp_path: Path) -> None:
    answer = shell("archive", "build", tmp_path / "no", "-o", tmp_path / "made.sqlite", "--json")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.count("\n") == 1


def test_built_twice_the_hash_is_equal(shell: Shell, tmp_path: Path) -> None:
    data = folder(tmp_path / "data", events=[event(f"e{n}") for n in range(20)])
    lines = [
        shell("archive", "build", data, "-o", tmp_path / name, "--json").json["content_hash"]
        for name in ("one.sqlite", "two.sqlite")
    ]
    said = shell("archive", "info", "--archive", tmp_path / "two.sqlite", "--json")
    assert lines == [said.json["content_hash"]] * 2


def test_info_of_the_shipped_edition(shell: Shell, shipped_archive: Path) -> None:
    answer = shell("archive", "info", "--archive", shipped_archive, "--json")
    assert answer.code == 0
    said = answer.json
    assert said.keys() == {"id", "title", "edition", "content_hash", "counts", "layers"}
    assert said["counts"].keys() == {
        "events",
        "occurrences",
        "claims",
        "sources",
        "actors",
        "rollcalls",
        "instruments",
        "observations",
    }
    assert said["counts"]["events"] == 2791
    for layer in said["layers"]:
        assert layer.keys() == {
            "id",
            "events",
            "covers_from",
            "covers_to",
            "on_by_default",
            "terms",
        }
        assert layer["terms"].endswith(")")


def test_info_in_words(shell: Shell, shipped_archive: Path) -> None:
    answer = shell("archive", "info", "--archive", shipped_archive)
    assert answer.code == 0
    assert "2,791 events" in answer.out
    assert "seed: Seed article, 9 events, 2014 to 2014, on at first" in answer.out


def test_info_of_what_is_no_archive(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear reader", encoding="utf-8")
    answer = shell("archive", "info", "--archive", tmp_path / "letter.txt", "--json")
    assert (answer.code, answer.out) == (2, "")
    assert "letter.txt" in answer.err


def test_answers_are_one_line_of_json(shell: Shell, shipped_archive: Path) -> None:
    answer = shell("archive", "info", "--archive", shipped_archive, "--json")
    assert answer.out.count("\n") == 1
    json.loads(answer.out)


def test_an_archive_to_measure_with(shell: Shell, tmp_path: Path) -> None:
    made = tmp_path / "made.sqlite"
    answer = shell("archive", "synthesize", 50, "-o", made, "--seed", 3, "--json")
    assert (answer.code, answer.err) == (0, "")
    assert answer.json["events"] == 50
    info = shell("archive", "info", "--archive", made, "--json").json
    assert info["content_hash"] == answer.json["content_hash"]
    assert shell("archive", "check", made, "--json").json["status"] == "ok"
    whole = shell("archive", "synthesize", 50, "-o", made, "--seed", 3, "--claims", "--json")
    assert whole.json["content_hash"] != answer.json["content_hash"]
    assert shell("archive", "check", made, "--json").json["status"] == "ok"
    assert shell("claims", "list", "--archive", made, "--json").json
    refused = shell("archive", "synthesize", 0, "-o", made, "--seed", 3)
    assert (refused.code, refused.out, refused.err.count("\n")) == (2, "", 1)

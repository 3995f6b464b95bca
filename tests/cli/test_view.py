"""Saved views from the shell: the same sentence and numbers again, or a word why not."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Answer, Shell

Say = Callable[..., Answer]
CHINA = ("--from", "2013-09", "--to", "2014-08", "--vector", "China")


@pytest.fixture
def say(shell: Shell, shipped_archive: Path, tmp_path: Path) -> Say:
    def said(*line: object, archive: Path = shipped_archive) -> Answer:
        where = ("--archive", archive, "--notebook", tmp_path / "n.sqlite", "--json")
        return shell(*line, *where)

    return said


def test_a_view_is_saved_and_reopened_to_the_same(say: Say) -> None:
    plain = say("events", "list", *CHINA).json
    added = say("view", "add", "--name", "China, spring", *CHINA, "--group-by", "state")
    assert added.code == 0 and added.json["durable"] is True
    (row,) = say("view", "list").json
    assert (row["name"], row["possible"]) == ("China, spring", len(plain))
    assert row["shown"]["grouping"] == "state" and "China" in row["sentence"]
    shown = say("view", "show", "China, spring").json
    assert shown["same"] is True and shown["archive_changed"] is False and shown["remark"] == ""
    assert shown["now"]["sentence"] == row["sentence"] and shown["now"]["sure"] == row["sure"]
    assert say("events", "list", "--view", "china, SPRING").json == plain
    narrowed = say("events", "list", "--view", row["id"], "--vector", "Russia").json
    both = say("events", "list", *CHINA[:4], "--vector", "Russia").json
    assert narrowed == both


@pytest.mark.parametrize(
    "filters",
    [
        ("--search", "belt", "--search", "road"),
        ("--known-on", "2012"),
        ("--surely", "--from", "2014"),
        ("--evidence", "several"),
        ("--actor", "org-c5-1", "--verified", "yes"),
        (),
    ],
)
def test_every_filter_comes_back(say: Say, filters: tuple[str, ...]) -> None:
    plain = say("events", "list", *filters)
    assert plain.code == 0
    assert say("view", "add", "--name", "v", *filters).code == 0
    assert say("events", "list", "--view", "v").json == plain.json
    assert say("view", "show", "v").json["same"] is True


def test_a_view_of_the_same_name_is_changed_and_can_be_taken_back(say: Say) -> None:
    first = say("view", "add", "--name", "v", "--from", "2014").json["id"]
    assert say("view", "add", "--name", "v", "--from", "2015").json["id"] == first
    assert len(say("view", "list").json) == 1
    assert say("undo").json["undone"] == "save view"
    assert say("view", "list").json[0]["shown"]["span"][0] == 2456659
    assert say("view", "remove", "v").code == 0 and say("view", "list").json == []
    assert say("undo").code == 0 and len(say("view", "list").json) == 1


def test_an_archive_that_has_changed_is_said(
    say: Say, shell: Shell, tmp_path: Path, shipped_archive: Path
) -> None:
    say("view", "add", "--name", "v", "--from", "2014", "--to", "2014")
    other = tmp_path / "other.archive.sqlite"
    assert shell("archive", "synthesize", 300, "-o", other, "--seed", 1).code == 0
    shown = say("view", "show", "v", archive=other).json
    assert shown["archive_changed"] is True and "another archive" in shown["remark"]
    listed = say("events", "list", "--view", "v", archive=other)
    assert listed.code == 0 and "another archive" in listed.err
    assert all(row["latest"] >= "2014" for row in json.loads(listed.out))


def test_what_is_no_view_is_refused(say: Say, tmp_path: Path) -> None:
    for line in (
        ("view", "show", "none"),
        ("view", "remove", "none"),
        ("view", "add", "--name", " "),
        ("view", "add", "--name", "v", "--from", "never"),
        ("events", "list", "--view", "none"),
        ("render", tmp_path / "p.png", "--view", "none"),
    ):
        answer = say(*line)
        assert (answer.code, answer.out) == (2, "") and answer.err.count("\n") == 1
    assert not (tmp_path / "n.sqlite").exists() and not (tmp_path / "p.png").exists()


def test_a_picture_is_painted_of_a_view(say: Say, tmp_path: Path) -> None:
    say("view", "add", "--name", "v", *CHINA, "--group-by", "state")
    for name, options in (("a", ("--view", "v")), ("b", (*CHINA, "--group-by", "state"))):
        assert say("render", tmp_path / f"{name}.svg", *options, "--size", "800x500").code == 0
    painted = [(tmp_path / f"{name}.svg").read_text() for name in "ab"]
    assert painted[0] == painted[1]


CHANGED = ("--vectors", "derived", "--count", "election", "--two-sources")


def test_what_counts_is_part_of_a_view(say: Say, tmp_path: Path) -> None:
    kazakh = ("--state", "KAZ", "--from", "2008", "--to", "2013")
    say("view", "add", "--name", "changed", *kazakh, *CHANGED, "--b", "2014/2019")
    shown, typed = ("--view", "changed"), (*kazakh, *CHANGED)
    of_view = say("analyse", "balance", *shown).json
    assert of_view == say("analyse", "balance", *typed).json
    assert of_view != say("analyse", "balance", *kazakh).json
    assert say("analyse", "balance", *shown, "--vectors", "coded").json != of_view
    compared = say("analyse", "compare", *shown, "--draws", "100").json
    a_b = ("--a", "2008/2013", "--b", "2014/2019", "--draws", "100")
    again = say("analyse", "compare", "--state", "KAZ", *CHANGED, *a_b).json
    assert compared == again and compared["vectors"] == "derived"
    out = tmp_path / "r.md"
    assert say("report", out, *shown, "--draws", "100").code == 0
    told = say("report", out, "--again").json
    assert told["same"] is True
    first, *_ = told["tables"]
    assert first["title"] == "Two periods"
    russia = {one["what"]: one["value"] for one in first["figures"] if one["of"] == "Russia"}
    for side in "ab":
        share = compared[side]["shares"]["Russia"]["share"]
        assert russia[f"share in {side.upper()}"] == pytest.approx(share)


def test_a_view_without_two_periods_compares_nothing(say: Say) -> None:
    say("view", "add", "--name", "one", "--from", "2008", "--to", "2013")
    refused = say("analyse", "compare", "--view", "one")
    assert refused.code == 2 and "--preset" in refused.err

"""`archive check` always answers: sound, sound in part, or not opened; and where sources differ."""

from pathlib import Path

import pytest

from fixtures_archive import tampered

from .conftest import Shell


@pytest.fixture
def spoilt(shipped_archive: Path, tmp_path: Path) -> Path:
    return tampered(
        shipped_archive,
        tmp_path / "spoilt.archive.sqlite",
        "UPDATE event SET outer_last = outer_first - 1 WHERE key = 3",
        "UPDATE source SET title = 'a' || char(27) || '[2J' WHERE key = 3",
    )


def test_the_shipped_archive_is_sound_and_its_conflicts_are_listed(
    shell: Shell, shipped_archive: Path
) -> None:
    answer = shell("archive", "check", shipped_archive, "--json")
    assert answer.code == 0
    found = answer.json
    assert (found["status"], found["reasons"], found["damaged_rows"]) == ("ok", [], [])
    assert set(found) == {"status", "reasons", "damaged_rows", "conflicts", "checked"}
    assert len(found["conflicts"]) >= 20
    crimea = next(c for c in found["conflicts"] if c["record"] == "seed-17-mfa-endorsement")
    assert crimea["field"] == "date"
    assert [said["value"] for said in crimea["assertions"]] == ["2014-03-25", "2014-03-18"]
    assert all(said["source"] for c in found["conflicts"] for said in c["assertions"])


def test_what_is_damaged_is_named_and_the_rest_can_be_listed(shell: Shell, spoilt: Path) -> None:
    answer = shell("archive", "check", spoilt, "--json")
    assert answer.code == 1
    assert answer.json["status"] == "partly"
    assert answer.json["reasons"][0] == (
        "The archive is damaged: 2,790 events were read, 1 was not."
    )
    assert [row["table"] for row in answer.json["damaged_rows"]] == ["event"]
    listed = shell("events", "list", "--archive", spoilt, "--limit", "5", "--json")
    assert (listed.code, len(listed.json)) == (0, 5)


def test_in_words_no_text_steers_the_terminal(shell: Shell, spoilt: Path) -> None:
    answer = shell("archive", "check", spoilt)
    assert answer.code == 1
    assert answer.out.startswith("It opens, and not all of it is sound.")
    assert "Damaged: event" in answer.out
    assert "\x1b" not in answer.out


def test_what_does_not_open_is_answered_too(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "words.sqlite").write_text("only words")
    for name in ("words.sqlite", "nowhere.sqlite"):
        answer = shell("archive", "check", tmp_path / name, "--json")
        assert (answer.code, answer.json["status"], answer.err) == (2, "refused", "")
        assert len(answer.json["reasons"]) == 1

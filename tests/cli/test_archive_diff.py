"""`timeline-app archive diff`: two editions from a shell."""

from pathlib import Path

import pytest

from made_folders import event, folder

from .conftest import Shell


@pytest.fixture
def editions(shell: Shell, tmp_path: Path) -> tuple[Path, Path]:
    """Two editions: one event changed, one is gone, one is new."""
    old = [event("kept"), event("changed"), event("gone")]
    new = [event("kept"), event("changed", summary="Otherwise."), event("new")]
    paths = tmp_path / "a.sqlite", tmp_path / "b.sqlite"
    for path, events in zip(paths, (old, new), strict=True):
        shell("archive", "build", folder(path.with_suffix(""), events=events), "-o", path)
    return paths


def test_every_record_that_differs_as_json(shell: Shell, editions: tuple[Path, Path]) -> None:
    answer = shell("archive", "diff", *editions, "--json")
    assert (answer.code, answer.err) == (0, "")
    said = answer.json
    assert said.keys() == {"a", "b", "same", "counts", "added", "changed", "removed"}
    assert said["same"] is False
    assert said["a"]["content_hash"] != said["b"]["content_hash"]
    assert said["counts"]["event"] == {"added": 1, "changed": 1, "removed": 1}
    assert said["added"] == [{"kind": "event", "id": "new", "title": "Event new"}]
    assert said["removed"] == [{"kind": "event", "id": "gone", "title": "Event gone"}]
    (changed,) = said["changed"]
    assert changed["id"] == "changed"
    assert changed["fields"] == [{"field": "summary", "a": "What happened.", "b": "Otherwise."}]


def test_in_words_a_line_a_record(shell: Shell, editions: tuple[Path, Path]) -> None:
    sentence, *lines = shell("archive", "diff", *editions).out.splitlines()
    assert sentence.endswith("1 added, 1 changed, 1 removed.")
    assert lines == [
        "+ event:new  Event new",
        "~ event:changed  Event changed  [summary]",
        "- event:gone  Event gone",
    ]


def test_an_edition_and_itself(shell: Shell, editions: tuple[Path, Path]) -> None:
    said = shell("archive", "diff", editions[0], editions[0], "--json").json
    assert said["same"] is True
    assert said["added"] == said["changed"] == said["removed"] == []
    assert shell("archive", "diff", editions[0], editions[0]).out.count("\n") == 1


def test_what_is_no_archive_is_refused(
    shell: Shell, editions: tuple[Path, Path], tmp_path: Path
) -> None:
    for pair in ((editions[0], tmp_path / "none"), (tmp_path / "none", editions[0])):
        answer = shell("archive", "diff", *pair, "--json")
        assert (answer.code, answer.out) == (2, "")
        assert "none" in answer.err
        assert len(answer.err.splitlines()) == 1


def test_both_files_stay_as_they_were(shell: Shell, editions: tuple[Path, Path]) -> None:
    before = [path.read_bytes() for path in editions]
    names = sorted(path.name for path in editions[0].parent.iterdir())
    shell("archive", "diff", *editions)
    assert [path.read_bytes() for path in editions] == before
    assert sorted(path.name for path in editions[0].parent.iterdir()) == names

"""`data/` beside a newer folder: what differs is said, and taken over whole or not at all."""

import json
from pathlib import Path

import pytest

from made_folders import event, folder
from tools.data_folder import differences, main, take

HEADING = "series,unit,entity,partner,year,value,source\n"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    made = folder(
        tmp_path / "data",
        events=[event("kept"), event("mended"), event("dropped")],
        statistics=HEADING + "a,b,KAZ,,2013,1,s\na,b,KAZ,,2014,1,s\n",
        short_labels="event,label\nkept,A landmark\ndropped,Gone\n",
    )
    (made / "README.md").write_text("Ours.\n", encoding="utf-8")
    return made


@pytest.fixture
def new(tmp_path: Path) -> Path:
    return folder(
        tmp_path / "newer",
        events=[
            event("kept"),
            event("mended", start="2014-05-30", outcome="Signed."),
            event("new"),
        ],
        statistics=HEADING + "a,b,KAZ,,2014,2,s\na,b,KAZ,,2015,3,s\n",
        notes_of_mine="a,b\n",
    )


def test_a_difference_names_records_and_fields(old: Path, new: Path) -> None:
    assert differences(old, new) == [
        ("events.jsonl", ["new"], ["dropped"], {"mended": ["outcome", "start"]}),
        (
            "statistics.csv",
            ["a, b, KAZ, -, 2015, s"],
            ["a, b, KAZ, -, 2013, s"],
            {"a, b, KAZ, -, 2014, s": ["value"]},
        ),
    ]


def test_a_folder_does_not_differ_from_itself(
    old: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", str(old)], old) == 0
    assert "same records" in capsys.readouterr().out


def test_diff_changes_nothing(old: Path, new: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = {path.name: path.read_bytes() for path in old.iterdir()}
    assert main(["diff", str(new)], old) == 1
    said = capsys.readouterr().out
    assert "events.jsonl: 1 added, 1 removed, 1 changed" in said
    assert "~ mended: outcome, start" in said
    assert {path.name: path.read_bytes() for path in old.iterdir()} == before


def test_take_brings_the_records_and_keeps_our_own_hand(
    old: Path, new: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["take", str(new)], old) == 0
    assert (old / "events.jsonl").read_bytes() == (new / "events.jsonl").read_bytes()
    assert "A landmark" in (old / "short_labels.csv").read_text(encoding="utf-8")
    assert (old / "README.md").is_file()
    assert not (old / "notes_of_mine.csv").exists()
    assert "short_labels.csv, line 3" in capsys.readouterr().out
    assert sorted(path.name for path in old.parent.iterdir()) == ["data", "newer"]
    assert main(["diff", str(new)], old) == 0


def test_our_own_files_are_taken_where_they_are_given(old: Path, new: Path) -> None:
    folder(new, short_labels="event,label\nkept,A better one\n")
    take(new, old)
    assert "A better one" in (old / "short_labels.csv").read_text(encoding="utf-8")


def test_a_folder_with_a_bad_row_is_refused_whole(
    old: Path, new: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (new / "events.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps(event("bad", start="never")) + "\n")
    before = {path.name: path.read_bytes() for path in old.iterdir()}
    assert main(["take", str(new)], old) == 2
    assert "events.jsonl, line 4, start" in capsys.readouterr().err
    assert {path.name: path.read_bytes() for path in old.iterdir()} == before
    assert sorted(path.name for path in old.parent.iterdir()) == ["data", "newer"]


@pytest.mark.parametrize("act", ["diff", "take"])
def test_what_is_no_folder_is_refused(old: Path, act: str, tmp_path: Path) -> None:
    assert main([act, str(tmp_path / "nowhere")], old) == 2


def test_an_empty_folder_is_not_taken(old: Path, tmp_path: Path) -> None:
    assert main(["take", str(folder(tmp_path / "empty"))], old) == 2
    assert (old / "events.jsonl").is_file()

"""Where an edition may be written, and what of a folder is no file: said, and left as it is."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from made_folders import event, folder
from timeline_app.store.archive import Archive
from timeline_app.store.build.edition import build
from timeline_app.store.store_error import Fault, StoreError


@pytest.mark.parametrize("name", ["no such folder/made.sqlite", "x" * 300])
def test_a_place_that_is_none(tmp_path: Path, name: str) -> None:
    with pytest.raises(StoreError) as raised:
        build(folder(tmp_path / "data", events=[event()]), tmp_path / name)
    assert name.split("/")[0] in raised.value.sentence
    assert [p.name for p in tmp_path.iterdir()] == ["data"]


def test_a_pipe_or_a_device_is_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(StoreError) as raised:
        build(folder(tmp_path / "data", events=[event()]), pipe)
    assert raised.value.kind is Fault.NOT_A_FILE
    assert pipe.is_fifo()


def test_a_link_is_written_through(tmp_path: Path) -> None:
    link = tmp_path / "link.sqlite"
    link.symlink_to("made.sqlite")
    for _ in range(2):
        build(folder(tmp_path / "data", events=[event()]), link)
        assert link.is_symlink()
        Archive.open(tmp_path / "made.sqlite").close()


def test_what_bears_a_known_name_and_is_no_file_is_told(tmp_path: Path) -> None:
    data = folder(tmp_path / "data", events=[event()])
    (data / "events_2.jsonl").mkdir()
    (data / "terms.csv").symlink_to("nowhere")
    os.mkfifo(data / "events_3.jsonl")
    report = build(data, tmp_path / "made.archive.sqlite")
    assert report.events == 1
    assert {p.file for p in report.refused} == {"events_2.jsonl", "events_3.jsonl", "terms.csv"}


@pytest.mark.parametrize("told", ["1790000000", "0", "", "soon", "9" * 40])
def test_the_same_sources_give_the_same_bytes_on_any_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: str
) -> None:
    """What tools agree on for that; what is no time at all leaves it at today."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", told)
    data = folder(tmp_path / "data", events=[event()])
    made = [tmp_path / "one.sqlite", tmp_path / "two.sqlite"]
    for file in made:
        build(data, file)
    assert made[0].read_bytes() == made[1].read_bytes()
    archive = Archive.open(made[0])
    built_on = archive.edition.built_on
    archive.close()
    days = {"1790000000": "2026-09-21", "0": "1970-01-01"}
    assert built_on == days.get(told, datetime.now(UTC).date().isoformat())

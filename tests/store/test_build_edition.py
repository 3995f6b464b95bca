"""Where an edition may be written, and what of a folder is no file: said, and left as it is."""

import os
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
